import RealModule

/// Motion along a line as a row of smooth moves, each known in closed form.
struct Course: Sendable {
  /// One move: its speed rises smoothly over the first part, stays, and falls over the last.
  struct Move: Sendable {
    var start: Double
    var seconds: Double
    var from: Double
    var to: Double
    /// The shares of the time in which it speeds up and slows down.
    var rise: Double
    var fall: Double
  }

  private(set) var moves: [Move] = []
  private(set) var end = 0.0
  private(set) var level: Double

  init(level: Double) { self.level = level }

  mutating func wait(_ seconds: Double) { end += max(0, seconds) }

  @discardableResult
  mutating func move(to target: Double, in seconds: Double, rise: Double, fall: Double) -> Move {
    let move = Move(
      start: end, seconds: max(0.05, seconds), from: level, to: target, rise: rise, fall: fall)
    moves.append(move)
    end += move.seconds
    level = target
    return move
  }

  /// Position and acceleration.
  func motion(at time: Double) -> (position: Double, acceleration: Double) {
    guard let first = moves.first else { return (level, 0) }
    var low = 0
    var high = moves.count
    while low < high {
      let middle = (low + high) / 2
      if moves[middle].start <= time { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (first.from, 0) }
    let move = moves[low - 1]
    guard time < move.start + move.seconds else { return (move.to, 0) }
    let (position, acceleration) = move.shape(at: (time - move.start) / move.seconds)
    let way = move.to - move.from
    return (move.from + way * position, way * acceleration / (move.seconds * move.seconds))
  }
}

extension Course.Move {
  /// The speed of a plateau that covers the whole way in the whole time.
  private var plateau: Double { 1 / (1 - 0.5 * rise - 0.5 * fall) }

  /// Position from 0 to 1 and its second derivative, over a time from 0 to 1.
  func shape(at share: Double) -> (position: Double, acceleration: Double) {
    // ∫ of the smooth step 10u³ − 15u⁴ + 6u⁵, and its slope.
    func area(_ u: Double) -> Double { u * u * u * u * (2.5 - 3 * u + u * u) }
    func slope(_ u: Double) -> Double { 30 * u * u * (1 - u) * (1 - u) }
    if share < rise {
      let u = share / rise
      return (plateau * rise * area(u), plateau * slope(u) / rise)
    }
    if share <= 1 - fall {
      return (plateau * (0.5 * rise + share - rise), 0)
    }
    let u = max(0, (1 - share) / fall)
    return (1 - plateau * fall * area(u), -plateau * slope(u) / fall)
  }

  /// When the speed passes a tenth of its peak, going up and coming down.
  var tenth: (start: Double, end: Double) {
    // 10u³ − 15u⁴ + 6u⁵ = 0.1 at u = 0.24664.
    let u = 0.246_64
    return (start + seconds * rise * u, start + seconds * (1 - fall * u))
  }
}
