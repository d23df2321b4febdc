import Lifting
import RealModule

extension Kinetics {
  /// The motion along a line through as narrow low-passes as the sensor needs; none where it would
  /// need too narrow ones.
  static func looks(
    _ study: Study, _ explained: Study.Explained, _ parameters: Parameters
  ) -> [Look] {
    let line = explained.line
    let step = study.timeline.step
    if line.drifts { return inertial(study, explained, parameters) }
    if study.recording.positionMeters == nil, let velocity = line.velocity {
      let smooth = lowPass(velocity, parameters.widestCutoffHz, step)
      return [Look(velocity: smooth, acceleration: Filters.slope(of: smooth, step: step))]
    }
    guard let channel = study.recording.positionMeters, let even = study.timeline.even(channel)
    else { return [] }
    let noise = noise(of: even)
    var looks: [Look] = []
    for left in parameters.leftNoisesMetersPerSecondSquared {
      let cutoff = quietCutoffHz(noise, leaving: left, step: step)
      guard cutoff >= parameters.narrowestCutoffHz else { continue }
      let smooth = lowPass(even, min(parameters.widestCutoffHz, cutoff), step)
      looks.append(
        Look(
          velocity: Filters.slope(of: smooth, step: step),
          acceleration: curvature(of: smooth, step: step),
          leftNoiseMetersPerSecondSquared: left))
      if cutoff >= parameters.widestCutoffHz { break }
    }
    return looks
  }

  /// An inertial sensor's own acceleration, its slow part put right by the motion that was found.
  private static func inertial(
    _ study: Study, _ explained: Study.Explained, _ parameters: Parameters
  ) -> [Look] {
    let line = explained.line
    guard let attitude = study.attitude, let velocity = line.velocity,
      velocity.count == attitude.upward.count,
      case .vertical(let direction) = study.exercise.geometry.worn
    else { return [] }
    let step = study.timeline.step
    let sign = (direction == .up) != explained.isReversed ? 1.0 : -1.0
    var acceleration = Filters.slope(of: velocity, step: step)
    for place in acceleration.indices { acceleration[place] -= sign * attitude.upward[place] }
    acceleration = Filters.lowPass(
      acceleration, cutoffHz: parameters.correctedBelowHz, step: step)
    for place in acceleration.indices { acceleration[place] += sign * attitude.upward[place] }
    let cutoff = parameters.widestCutoffHz
    return [
      Look(
        velocity: lowPass(velocity, cutoff, step),
        acceleration: lowPass(acceleration, cutoff, step))
    ]
  }

  /// A low-pass that gives back most of what it took below its cutoff: the peaks of acceleration
  /// stay as high as they were (Tukey's twicing).
  private static func lowPass(_ signal: [Double], _ cutoffHz: Double, _ step: Double) -> [Double] {
    var smooth = Filters.lowPass(signal, cutoffHz: cutoffHz, step: step)
    var rest = signal
    for place in rest.indices { rest[place] -= smooth[place] }
    rest = Filters.lowPass(rest, cutoffHz: cutoffHz, step: step)
    for place in rest.indices { smooth[place] += rest[place] }
    return smooth
  }

  /// The low-pass that leaves no more than the noise allowed in a position's second derivative.
  ///
  /// White noise of deviation σ, low-passed at f, leaves σ·(2π)²·√(f⁵ / (5·f_N)) of it, f_N being
  /// half the rate.
  private static func quietCutoffHz(
    _ noise: Double, leaving left: Double, step: Double
  ) -> Double {
    let allowed = left / (max(noise, 1e-9) * 4 * .pi * .pi)
    return Double.pow(5 * 0.5 / step * allowed * allowed, 0.2)
  }

  /// The deviation of a position's white noise, by its third differences, in which a lift leaves next
  /// to nothing: theirs is √20 times as large.
  private static func noise(of positions: [Double]) -> Double {
    guard positions.count > 8 else { return 0 }
    let drawn = stride(from: 3, to: positions.count, by: max(1, positions.count / 4000))
    var differences = drawn.map { place in
      abs(
        positions[place] - 3 * positions[place - 1] + 3 * positions[place - 2]
          - positions[place - 3])
    }
    differences.sort()
    // Of a normal distribution half lies within 0.6745 deviations. A sensor that moves in steps
    // stands still most of the time, so the upper tenth, 1.645 deviations, is asked as well.
    let middle = differences[differences.count / 2] / 0.6745
    let upper = differences[differences.count * 9 / 10] / 1.645
    return max(middle, upper) / 20.0.squareRoot()
  }

  private static func curvature(of signal: [Double], step: Double) -> [Double] {
    var curvature = [Double](repeating: 0, count: signal.count)
    for place in signal.indices.dropFirst().dropLast() {
      curvature[place] =
        (signal[place + 1] - 2 * signal[place] + signal[place - 1]) / (step * step)
    }
    return curvature
  }
}

extension Timeline {
  /// The place of the grid at a time of the recording's own clock; nil outside of it.
  func place(at seconds: Double) -> Double? {
    var cut = 0.0
    for gap in gaps where gap.cutSeconds > 0 {
      let start = originSeconds + gap.start * step + cut
      guard seconds > start else { break }
      let whole = (gap.end - gap.start) * step + gap.cutSeconds
      if seconds < start + whole {
        return gap.start + (seconds - start) / whole * (gap.end - gap.start)
      }
      cut += gap.cutSeconds
    }
    let place = (seconds - originSeconds - cut) / step
    return place.isFinite && place >= -1 && place <= Double(count) ? place : nil
  }
}
