import RealModule

/// Moves and waits along a line, told as they happen, in constant memory.
///
/// The line's place is low-passed twice at each of two speeds. A move has begun where the place has
/// left its resting level by more than noise and a share of a usual way; it has turned where it has
/// come back from its furthest place by as much; and it has ended where its speed has stayed below a
/// share of its peak. A move hardly faster than the noise is watched through the slower low-pass, and
/// told later.
struct LiveMotion: Sendable, Hashable, Codable {
  /// Which way the line goes.
  enum Way: Int, Sendable, Hashable, Codable {
    case down = -1
    case still = 0
    case up = 1
  }

  /// A new way with the time since which it has been going.
  struct Change: Sendable, Hashable, Codable {
    var way: Way
    var startSeconds: Double
  }

  /// A critically damped second-order low-pass of the place, which gives the speed along with it.
  private struct Look: Sendable, Hashable, Codable {
    var place: Double
    var speed = 0.0
    var peak = 0.0

    mutating func follow(_ value: Double, over elapsed: Double, within constant: Double) {
      // Exact for a value that stays over the step, so that steps may be of any length.
      let decay = Double.exp(-elapsed / constant)
      let away = place - value
      let rate = (speed + away / constant) * elapsed
      place = value + (away + rate) * decay
      speed = (speed - rate / constant) * decay
      peak = max(peak, abs(speed))
    }
  }

  private(set) var way = Way.still
  private var seconds = 0.0
  private var quick: Look
  private var slow: Look
  /// Where it rests, or the furthest place of the present move, and when it was there.
  private var anchor: Double
  private var anchorSeconds = 0.0
  /// When its speed was last above what counts as standing still.
  private var movedSeconds = 0.0
  /// Where the present move began, and how far moves usually go.
  private var beganAt: Double
  private var usualWay: Double
  /// The last two values and the noise of one, from how they miss a straight line.
  private var older: Double
  private var old: Double
  private var noise: Double
  private var usualStep = 0.0

  init(_ value: Double, at seconds: Double, unit: Line.Unit) {
    quick = Look(place: value)
    slow = Look(place: value)
    anchor = value
    beganAt = value
    older = value
    old = value
    self.seconds = seconds
    anchorSeconds = seconds
    movedSeconds = seconds
    usualWay = unit.ordinary
    noise = 0.005 * unit.ordinary
  }

  /// Takes in the next value; what it changes, if anything.
  mutating func add(
    _ value: Double, at now: Double, unit: Line.Unit, _ parameters: SensingParameters
  ) -> Change? {
    let elapsed = now - seconds
    guard elapsed > 0 else { return nil }
    usualStep = usualStep == 0 ? elapsed : usualStep + 0.05 * (elapsed - usualStep)
    seconds = now
    if elapsed > max(parameters.shortestGapSeconds, 4 * usualStep) {
      return restart(value, at: now)
    }
    takeNoise(value)
    quick.follow(value, over: elapsed, within: parameters.liveQuickSeconds)
    slow.follow(value, over: elapsed, within: parameters.liveSlowSeconds)
    let least = max(
      parameters.liveShare * usualWay, 0.05 * unit.smallest, 5.5 * noiseOfPlace(parameters))
    return way == .still ? begun(least, parameters) : endedOrTurned(least, parameters)
  }

  /// After a gap nothing is known but where it is.
  private mutating func restart(_ value: Double, at now: Double) -> Change? {
    let was = way
    quick = Look(place: value)
    slow = Look(place: value)
    (older, old) = (value, value)
    anchor = value
    anchorSeconds = now
    way = .still
    return was == .still ? nil : Change(way: .still, startSeconds: now)
  }

  private mutating func takeNoise(_ value: Double) {
    // The 30 % quantile of how much a value misses the line through the two before it: moves and
    // spikes hardly change it. Of a normal distribution it is 0.385 of the deviation, which is √6
    // of one value's.
    let miss = abs(value - 2 * old + older) / (0.385 * 6.0.squareRoot())
    noise *= miss > noise ? 1.012 : 0.972
    noise = max(noise, 1e-5 * usualWay)
    (older, old) = (old, value)
  }

  private func noiseOfPlace(_ parameters: SensingParameters) -> Double {
    noise * (usualStep / (4 * parameters.liveQuickSeconds)).squareRoot()
  }

  private func noiseOfSpeed(_ parameters: SensingParameters) -> Double {
    noiseOfPlace(parameters) / parameters.liveQuickSeconds
  }

  private mutating func begun(_ least: Double, _ parameters: SensingParameters) -> Change? {
    let away = quick.place - anchor
    guard abs(away) > least, away * quick.speed > 0 else {
      // The resting level follows slowly, so that a slow move gets away from it.
      let follows = min(1, usualStep / parameters.liveRestSeconds)
      anchor += follows * away
      return nil
    }
    // A speed that rises evenly from nothing covers half of what it would cover from the start.
    let ago = min(parameters.liveLongestDelaySeconds, 2 * abs(away / quick.speed))
    return start(away > 0 ? .up : .down, since: seconds - ago, from: anchor)
  }

  private mutating func start(_ new: Way, since: Double, from place: Double) -> Change {
    way = new
    beganAt = place
    anchor = quick.place
    anchorSeconds = seconds
    movedSeconds = seconds
    quick.peak = abs(quick.speed)
    slow.peak = abs(slow.speed)
    return Change(way: new, startSeconds: since)
  }

  private mutating func endedOrTurned(
    _ least: Double, _ parameters: SensingParameters
  ) -> Change? {
    let sign = Double(way.rawValue)
    if (quick.place - anchor) * sign > 0 {
      anchor = quick.place
      anchorSeconds = seconds
    }
    if (anchor - quick.place) * sign > least, quick.speed * sign < 0 {
      let turn = anchorSeconds - parameters.liveQuickSeconds
      learn(anchor)
      return start(way == .up ? .down : .up, since: turn, from: anchor)
    }
    let isClear = quick.peak > 12 * noiseOfSpeed(parameters)
    let look = isClear ? quick : slow
    if look.speed * sign > parameters.liveStillShare * look.peak {
      movedSeconds = seconds
    }
    let wait = isClear ? parameters.liveStillSeconds : 2 * parameters.liveStillSeconds
    guard seconds - movedSeconds >= wait else { return nil }
    let delay = isClear ? parameters.liveQuickSeconds : parameters.liveSlowSeconds
    let since = movedSeconds - delay
    learn(quick.place)
    way = .still
    anchor = quick.place
    return Change(way: .still, startSeconds: since)
  }

  /// How far moves usually go: what is told from noise is a share of it.
  private mutating func learn(_ end: Double) {
    let went = abs(end - beganAt)
    usualWay += 0.3 * (min(went, 2 * usualWay) - usualWay)
  }
}
