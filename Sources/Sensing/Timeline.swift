import Lifting

/// An even clock laid over a recording's own.
///
/// Steps of the recording may be uneven; whatever is measured is measured on a grid of even steps.
/// Stretches without samples longer than ``SensingParameters/longestBridgedGapSeconds`` are shortened to
/// that length, so that neither a lost hour nor a wrong clock costs time or memory.
struct Timeline: Sendable {
  /// A stretch without samples, in steps of the grid.
  struct Gap: Sendable, Hashable {
    var start: Double
    var end: Double
    /// What was cut out of it, in seconds.
    var cutSeconds: Double
    var seconds: Double
  }

  /// Seconds a step of the grid takes.
  let step: Double
  /// Steps of the grid.
  let count: Int
  /// The recording's clock at the grid's start.
  let originSeconds: Double
  /// The samples whose time is finite and later than all before, by index.
  let samples: [Int]
  /// Seconds of those samples since the grid's start, with long gaps shortened.
  let clock: [Double]
  let gaps: [Gap]
  /// Shorter stretches in which samples are missing all the same, in steps of the grid.
  let holes: [ClosedRange<Double>]

  /// Lays the grid; nil for a recording too short or too sparse to show a repetition.
  init?(_ seconds: [Double], _ parameters: SensingParameters) {
    var seconds = seconds
    var samples: [Int] = []
    samples.reserveCapacity(seconds.count)
    var last = -Double.infinity
    var isRepeated = false
    for index in seconds.indices where seconds[index].isFinite && seconds[index] >= last {
      isRepeated = isRepeated || seconds[index] == last
      samples.append(index)
      last = seconds[index]
    }
    if isRepeated {
      if let spread = Recording.spread(samples.map { seconds[$0] }) {
        for (place, index) in samples.enumerated() { seconds[index] = spread[place] }
      } else {
        var before = -Double.infinity
        samples.removeAll { index in
          defer { before = seconds[index] }
          return seconds[index] == before
        }
      }
    }
    guard let first = samples.first, samples.count > 3 else { return nil }
    let steps = zip(samples.dropFirst(), samples).map { seconds[$0] - seconds[$1] }
    let usual = Self.median(of: steps)
    guard usual > 0, usual < parameters.longestUsualStepSeconds else { return nil }

    let step = max(parameters.gridStepSeconds, usual / 5)
    let gapAt = max(parameters.shortestGapSeconds, 4 * usual)
    var clock: [Double] = [0]
    clock.reserveCapacity(samples.count)
    var gaps: [Gap] = []
    var holes: [ClosedRange<Double>] = []
    var now = 0.0
    for length in steps {
      let kept = min(length, parameters.longestBridgedGapSeconds)
      if length > gapAt {
        gaps.append(
          Gap(
            start: now / step, end: (now + kept) / step, cutSeconds: length - kept, seconds: length)
        )
      }
      if length > parameters.stepsOfAHole * usual, length <= gapAt {
        holes.append((now / step)...((now + length) / step))
      }
      now += kept
      clock.append(now)
    }
    guard now >= parameters.shortestRecordingSeconds else { return nil }
    self.step = step
    self.count = Int(saturating: now / step + 1)
    self.originSeconds = seconds[first]
    self.samples = samples
    self.clock = clock
    self.gaps = gaps
    self.holes = holes
  }

  /// The recording's own clock at a place of the grid.
  func seconds(at place: Double) -> Double {
    var cut = 0.0
    for gap in gaps where gap.cutSeconds > 0 && place > gap.start {
      cut += gap.cutSeconds * min(1, (place - gap.start) / max(gap.end - gap.start, 1e-9))
    }
    return originSeconds + place * step + cut
  }

  /// A channel on the grid, without its samples that aren't finite; nil for fewer than two.
  func even(_ channel: [Double]) -> [Double]? {
    var values: [Double] = []
    var times: [Double] = []
    values.reserveCapacity(samples.count)
    times.reserveCapacity(samples.count)
    for (place, index) in samples.enumerated() where index < channel.count {
      let value = channel[index]
      guard value.isFinite, abs(value) < 1e9 else { continue }
      values.append(value)
      times.append(clock[place])
    }
    return even(values, at: times)
  }

  /// Values at rising times on the grid: over each step, the mean of the straight lines between
  /// them. Nil for fewer than two.
  func even(_ values: [Double], at times: [Double]) -> [Double]? {
    guard values.count == times.count, values.count > 1 else { return nil }
    let last = values.count - 1
    var even = [Double](repeating: 0, count: count)
    var segment = 0
    for place in 0..<count {
      let from = (Double(place) - 0.5) * step
      let to = from + step
      while segment < last, times[segment + 1] <= from { segment += 1 }
      var sum = 0.0
      var at = from
      var walk = segment
      if at < times[0] {
        let end = min(to, times[0])
        sum = values[0] * (end - at)
        at = end
      }
      while at < to, walk < last {
        let end = min(to, times[walk + 1])
        let slope = (values[walk + 1] - values[walk]) / (times[walk + 1] - times[walk])
        sum += (values[walk] + slope * (0.5 * (at + end) - times[walk])) * (end - at)
        at = end
        if end >= times[walk + 1] { walk += 1 }
      }
      if at < to { sum += values[last] * (to - at) }
      even[place] = sum / step
    }
    return even
  }

  private static func median(of values: [Double]) -> Double {
    // A thousand evenly drawn steps tell the usual one as well as all of them.
    let drawn = stride(from: 0, to: values.count, by: max(1, values.count / 1000))
      .map { values[$0] }.sorted()
    return drawn.isEmpty ? 0 : drawn[drawn.count / 2]
  }
}
