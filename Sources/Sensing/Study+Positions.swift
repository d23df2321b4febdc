import Lifting
import RealModule

extension Study {
  /// The load's position, measured or summed up from its velocity; of a velocity that may be off, one for
  /// each way in which it may be. The first takes the channel at its word.
  var measuredPositions: [Line] {
    if let channel = recording.positionMeters, let even = timeline.even(channel) {
      return [Line(values: smoothed(even), unit: .meters)]
    }
    if let channel = recording.velocityMetersPerSecond, let even = timeline.even(channel) {
      return ([0] + offsets(of: even)).map { summedUp(even, without: $0) }
    }
    return []
  }

  private func summedUp(_ velocity: [Double], without offset: Double) -> Line {
    let right = offset == 0 ? velocity : velocity.map { $0 - offset }
    var sum = 0.0
    let values = right.map { speed in
      sum += speed * timeline.step
      return sum
    }
    return Line(values: values, unit: .meters, velocity: right)
  }

  /// What a velocity may read at rest: what it reads most often near nothing, and what would bring the load
  /// back to where it was at first.
  private func offsets(of velocity: [Double]) -> [Double] {
    let most = parameters.largestVelocityOffset
    let mean = velocity.reduce(0, +) / Double(max(1, velocity.count))
    let slow = velocity.filter { abs($0) <= 1.5 * most }
    var offsets: [Double] = []
    if slow.count * 10 > velocity.count {
      let bin = most / 20
      var counts: [Int: Int] = [:]
      for speed in slow { counts[Int(saturating: (speed / bin).rounded()), default: 0] += 1 }
      // Noise spreads rest over some bins.
      func weight(_ bin: Int) -> Int {
        (-2...2).reduce(0) { $0 + (3 - abs($1)) * (counts[bin + $1] ?? 0) }
      }
      if let fullest = counts.keys.sorted().max(by: { weight($0) < weight($1) }) {
        let near = slow.filter { abs($0 - Double(fullest) * bin) <= 3 * bin }
        if !near.isEmpty { offsets.append(near.reduce(0, +) / Double(near.count)) }
      }
    }
    offsets.append(mean)
    return offsets.filter { abs($0) <= most && abs($0) > most / 100 }
  }

  /// The exercise's joint angle, or whatever angle there is.
  var angleLines: [Line] {
    let joint = exercise.geometry.joint
    let named = recording.anglesDegrees.filter { $0.key.lowercased().contains(joint.name) }
    return (named.isEmpty ? recording.anglesDegrees : named).sorted { $0.key < $1.key }
      .compactMap { _, channel in timeline.even(channel) }
      .map { written in
        // Some models count bending below nothing.
        let isNegative = (written.min() ?? 0) < -max(10, written.max() ?? 0)
        let degrees = isNegative ? written.map { -$0 } : written
        // A straight joint is 180 or 0: whichever the motion comes nearer to. A shoulder's angle is
        // how far the arm is raised.
        let isInterior =
          joint.name.hasPrefix("shoulder")
          || abs(180 - (degrees.max() ?? 0)) < abs(degrees.min() ?? 0)
        let sign = isInterior == (joint.shortening == .opens) ? 1.0 : -1.0
        return Line(values: smoothed(degrees).map { $0 * sign * .pi / 180 }, unit: .radians)
      }
  }

  func smoothed(_ values: [Double]) -> [Double] {
    Filters.lowPass(values, cutoffHz: parameters.positionCutoffHz, step: timeline.step)
  }
}

extension Timeline {
  /// Samples within so many seconds of one another are held against each other.
  private static let slipSeconds = 0.06

  /// A channel of positions without readings that leap away and are back at once: no load does that.
  ///
  /// Each that differs by more than `least` or six times the channel's noise from the median of its
  /// neighbours takes on the median (Hampel's identifier).
  func withoutSlips(_ channel: [Double], least: Double) -> [Double] {
    let known = samples.indices.filter {
      samples[$0] < channel.count && channel[samples[$0]].isFinite
    }
    guard known.count > 4 else { return channel }
    var misses = stride(from: 2, to: known.count, by: max(1, known.count / 1000)).map { place in
      abs(
        channel[samples[known[place]]] - 2 * channel[samples[known[place - 1]]]
          + channel[samples[known[place - 2]]])
    }
    misses.sort()
    let noise = misses[misses.count / 2] / (0.6745 * 6.0.squareRoot())
    let threshold = max(least, 6 * noise)
    var cleaned = channel
    for place in known.indices.dropFirst() {
      let value = channel[samples[known[place]]]
      // Only what leaps can have slipped.
      guard
        abs(value - channel[samples[known[place - 1]]]) > threshold
          || cleaned[samples[known[place - 1]]] != channel[samples[known[place - 1]]]
      else { continue }
      // As many on either side: of what goes one way the middle one is then itself.
      let reach = (1...3).last { reach in
        place >= reach && place + reach < known.count
          && clock[known[place]] - clock[known[place - reach]] <= Self.slipSeconds
          && clock[known[place + reach]] - clock[known[place]] <= Self.slipSeconds
      }
      guard let reach else { continue }
      let values = ((place - reach)...(place + reach)).map { channel[samples[known[$0]]] }.sorted()
      let middle = values[values.count / 2]
      if abs(value - middle) > threshold { cleaned[samples[known[place]]] = middle }
    }
    return cleaned
  }
}
