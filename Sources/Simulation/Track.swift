import RealModule

/// Motion along a line as a sum of smooth moves that may overlap.
struct Track: Sendable {
  private(set) var moves: [Course.Move] = []
  /// Where it will be when all moves are done.
  private(set) var level = 0.0

  mutating func move(
    by way: Double, at start: Double, in seconds: Double, rise: Double = 0.4, fall: Double = 0.4
  ) {
    moves.append(
      Course.Move(
        start: start, seconds: max(0.05, seconds), from: 0, to: way, rise: rise, fall: fall))
    level += way
  }

  /// Position and acceleration.
  func motion(at time: Double) -> (position: Double, acceleration: Double) {
    var sum = (position: 0.0, acceleration: 0.0)
    for move in moves where move.start < time {
      guard time < move.start + move.seconds else {
        sum.position += move.to
        continue
      }
      let shape = move.shape(at: (time - move.start) / move.seconds)
      sum.position += move.to * shape.position
      sum.acceleration += move.to * shape.acceleration / (move.seconds * move.seconds)
    }
    return sum
  }
}

/// A bang: a vibration that dies away and leaves no speed behind.
struct Impact: Sendable {
  var time: Double
  /// m/s².
  var amplitude: Double
  var hertz: Double
  var decaySeconds: Double
  var direction: [Double]

  func acceleration(at moment: Double) -> Double {
    let since = moment - time
    guard since >= 0, since < 8 * decaySeconds else { return 0 }
    let rate = 2 * Double.pi * hertz
    let ring = Double.cos(rate * since) - Double.sin(rate * since) / (rate * decaySeconds)
    return amplitude * Double.exp(-since / decaySeconds) * ring
  }
}
