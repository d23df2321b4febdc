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
    self.looks = looks
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
    guard let look = look(bodyStart, bodyEnd) else { return nil }

    var peak = 0.0
    for place in bodyStart...bodyEnd { peak = max(peak, look.velocity[place] * sign) }
    guard peak > 0 else { return nil }
    let least = look.edgeShare * peak
    var start = bodyStart
    while start > from, look.velocity[start - 1] * sign >= least { start -= 1 }
    var end = bodyEnd
    while end < to, look.velocity[end + 1] * sign >= least { end += 1 }
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
