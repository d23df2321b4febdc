import Lifting

extension Study {
  /// The load's position, measured or summed up from its velocity.
  var position: Line? {
    if let channel = recording.positionMeters, let even = timeline.even(channel) {
      return Line(values: smoothed(even), unit: .meters)
    }
    if let channel = recording.velocityMetersPerSecond, let even = timeline.even(channel) {
      var sum = 0.0
      let values = even.map { speed in
        sum += speed * timeline.step
        return sum
      }
      return Line(values: values, unit: .meters, velocity: even)
    }
    return nil
  }

  /// The exercise's joint angle, or whatever angle there is.
  var angleLines: [Line] {
    let joint = exercise.geometry.joint
    let named = recording.anglesDegrees.filter { $0.key.lowercased().contains(joint.name) }
    return (named.isEmpty ? recording.anglesDegrees : named).sorted { $0.key < $1.key }
      .compactMap { _, channel in timeline.even(channel) }
      .map { degrees in
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
