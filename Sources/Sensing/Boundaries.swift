import Lifting

/// Where a phase begins and ends: where its speed passes a tenth of its own peak.
///
/// A slow phase may be hardly faster than the sensor's noise. So the speed is looked at through
/// several low-passes, and each phase takes the widest through which its speed is even enough. The
/// narrower ones blur the ends: there a larger share of the peak marks the same moment.
struct Boundaries: Sendable {
  /// A move, its ends between steps of the grid.
  struct Span: Sendable {
    var start: Double
    var end: Double
    /// A second, in the line's unit.
    var peakSpeed: Double
  }

  /// The side from which a move's own stretch is sought: its other end may hold waits and detours.
  enum Side: Sendable { case start, end }

  private struct Look: Sendable {
    var velocity: [Double]
    var cutoffHz: Double
    var edgeShare: Double
    /// The speed that the sensor's noise alone shows, where that can be told.
    var noise: Double?
  }

  let parameters: SensingParameters
  let step: Double
  let values: [Double]
  private let looks: [Look]

  init(_ line: Line, step: Double, _ parameters: SensingParameters) {
    self.parameters = parameters
    self.step = step
    values = line.values
    var looks: [Look] = []
    var velocity = line.velocity ?? Filters.slope(of: line.values, step: step)
    for (cutoff, share) in zip(parameters.speedCutoffsHz, parameters.edgeShares) {
      velocity = Filters.lowPass(velocity, cutoffHz: cutoff, step: step)
      looks.append(Look(velocity: velocity, cutoffHz: cutoff, edgeShare: share))
    }
    if !line.drifts { Self.findNoise(of: &looks, step: step) }
    self.looks = looks
  }

  /// Of a measured place noise is what a wide look shows beside the next while the load rests; where it hardly
  /// does, at most times.
  private static func findNoise(of looks: inout [Look], step: Double) {
    guard looks.count > 2 else { return }
    let speed = looks[1].velocity
    let fastest = speed.reduce(0) { max($0, abs($1)) }
    let away = Int(saturating: 0.3 / step)
    var resting: [Int] = []
    var since = 0
    for place in speed.indices {
      if abs(speed[place]) >= 0.03 * fastest { since = place + 1 }
      // Near a move a wide look has begun to move already.
      if place - since >= 2 * away { resting.append(place - away) }
    }
    let isResting = resting.count * 20 > speed.count
    let places = isResting ? resting : Array(speed.indices)
    let drawn = stride(from: 0, to: places.count, by: max(1, places.count / 2000)).map {
      places[$0]
    }
    guard !drawn.isEmpty else { return }
    for index in looks.indices.dropLast() {
      let (wide, narrow) = (looks[index].velocity, looks[index + 1].velocity)
      let misses = drawn.map { abs(wide[$0] - narrow[$0]) }.sorted()
      // A sensor that moves in steps stands still most of the time, so the upper fifth is asked as well.
      looks[index].noise = max(
        misses[misses.count / 2] / 0.6745, misses[misses.count * 4 / 5] / 1.2816)
    }
  }

  /// The move between two turns; nil where nothing moves.
  ///
  /// The levels are those between which it is known to go. What lies beyond them, before or after a
  /// standstill, is not part of it.
  func span(
    from: Int, to: Int, fromLevel: Double, toLevel: Double, nearest side: Side
  ) -> Span? {
    guard to > from + 1, values.indices.contains(from), values.indices.contains(to),
      toLevel != fromLevel
    else { return nil }
    let sign = toLevel > fromLevel ? 1.0 : -1.0
    let (bodyStart, bodyEnd) = body(from: from, to: to, fromLevel, toLevel, nearest: side)
    let quiet = quietLook(bodyStart, bodyEnd, sign)
    guard let look = quiet ?? look(bodyStart, bodyEnd) else { return nil }
    let bridge = quiet == nil ? 0 : parameters.bridgedDipSeconds

    var peak = 0.0
    for place in bodyStart...bodyEnd { peak = max(peak, look.velocity[place] * sign) }
    guard peak > 0 else { return nil }
    let least = look.edgeShare * peak
    let start = edge(look, from: bodyStart, to: from, least, sign, bridging: bridge)
    let end = edge(look, from: bodyEnd, to: to, least, sign, bridging: bridge)
    return Span(
      start: start == bodyStart
        ? Double(start) : crossing(look, outside: start - 1, inside: start, least, sign),
      end: end == bodyEnd
        ? Double(end) : crossing(look, outside: end + 1, inside: end, least, sign),
      peakSpeed: peak)
  }

  /// The stretch of a move without the parts near its ends, where a standstill would end it.
  private func body(
    from: Int, to: Int, _ fromLevel: Double, _ toLevel: Double, nearest side: Side
  ) -> (start: Int, end: Int) {
    let way = toLevel - fromLevel
    let early = parameters.stopShare
    func progress(_ place: Int) -> Double { (values[place] - fromLevel) / way }
    var start = from
    var end = to
    switch side {
    case .end:
      end = (from...to).first { progress($0) >= 1 - early } ?? to
      start = end
      while start > from, progress(start) > early { start -= 1 }
    case .start:
      start = (from...to).reversed().first { progress($0) <= early } ?? from
      end = start
      while end < to, progress(end) < 1 - early { end += 1 }
    }
    return (start, end)
  }

  /// The last place on the way out of a body at which the speed is high enough. A dip in which the load
  /// doesn't go back is bridged where it is short: a hand that trembles, a sensor that moves in steps.
  private func edge(
    _ look: Look, from body: Int, to limit: Int, _ least: Double, _ sign: Double,
    bridging seconds: Double
  ) -> Int {
    let direction = limit < body ? -1 : 1
    let most = Int(saturating: seconds / step)
    var edge = body
    var dip = 0
    var place = body
    while place != limit {
      place += direction
      let speed = look.velocity[place] * sign
      if speed >= least {
        let way = abs(values[place] - values[edge])
        guard dip == 0 || way >= least * Double(abs(place - edge)) * step else { continue }
        (edge, dip) = (place, 0)
      } else {
        dip += 1
        if dip > most || speed < -least { break }
      }
    }
    return edge
  }

  /// One of the wide looks, where the sensor is quiet enough for it; then a speed that is uneven is the
  /// load's own.
  private func quietLook(_ from: Int, _ to: Int, _ sign: Double) -> Look? {
    looks.prefix(2).first { look in
      guard let noise = look.noise else { return false }
      var peak = 0.0
      for place in from...to { peak = max(peak, look.velocity[place] * sign) }
      return look.edgeShare * peak > parameters.quietNoises * noise
    }
  }

  /// The widest look through which the speed within a stretch is even enough.
  private func look(_ from: Int, _ to: Int) -> Look? {
    let seconds = Double(to - from) * step
    let narrowest =
      looks.last { $0.cutoffHz * seconds >= parameters.leastCyclesOfALook } ?? looks.first
    guard let narrowest else { return nil }
    var mean = 0.0
    for place in from...to { mean += narrowest.velocity[place] }
    let count = Double(to - from + 1)
    return looks.first { look in
      guard look.cutoffHz > narrowest.cutoffHz else { return true }
      var rough = 0.0
      for place in from...to {
        let difference = look.velocity[place] - narrowest.velocity[place]
        rough += difference * difference
      }
      return (rough / count).squareRoot() <= parameters.evenness * abs(mean / count)
    }
  }

  /// Where the speed passes a value between two neighboring steps.
  private func crossing(
    _ look: Look, outside: Int, inside: Int, _ least: Double, _ sign: Double
  ) -> Double {
    guard look.velocity.indices.contains(outside) else { return Double(inside) }
    let a = look.velocity[outside] * sign
    let b = look.velocity[inside] * sign
    guard b > a, a < least, b >= least else { return Double(inside) }
    return Double(outside) + (least - a) / (b - a) * Double(inside - outside)
  }
}
