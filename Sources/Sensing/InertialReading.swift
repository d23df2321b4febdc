import Lifting

/// An accelerometer's usable samples, with what else says where up is.
struct InertialReading: Sendable {
  /// Seconds on the timeline's clock, rising.
  private(set) var times: [Double] = []
  /// What the accelerometer reads, gravity included, m/s².
  private(set) var force = Axes(x: [], y: [], z: [])
  /// The direction of gravity's reading, where the recording gives it.
  private var given: Axes?
  /// rad/s.
  private(set) var rate: Axes?

  init?(_ recording: Recording, on timeline: Timeline) {
    guard let total = Self.total(of: recording) else { return nil }
    let up = recording.gravity.map(Axes.init) ?? recording.orientation.map(Axes.init(upOf:))
    let turning = recording.angularRate.map(Axes.init)
    var given = Axes(x: [], y: [], z: [])
    var rate = given
    let usable = min(total.x.count, total.y.count, total.z.count)
    times.reserveCapacity(usable)
    for (place, index) in timeline.samples.enumerated() where index < usable {
      guard let reading = total.vector(index, below: 1e4), reading.length > 1e-6 else { continue }
      if let up {
        guard let direction = up.vector(index, below: 1e4), direction.length > 0.1 else { continue }
        given.append(direction.unit)
      }
      if turning != nil { rate.append(turning?.vector(index, below: 200) ?? .zero) }
      force.append(reading)
      times.append(timeline.clock[place])
    }
    guard times.count > 2 else { return nil }
    if up != nil { self.given = Self.turnedToReading(given, force) }
    if turning != nil { self.rate = rate }
  }

  private static func total(of recording: Recording) -> Axes? {
    if let acceleration = recording.acceleration { return Axes(acceleration) }
    guard let user = recording.userAcceleration, let gravity = recording.gravity else {
      return nil
    }
    return Axes(
      x: zip(user.x, gravity.x).map { $0 + $1 }, y: zip(user.y, gravity.y).map { $0 + $1 },
      z: zip(user.z, gravity.z).map { $0 + $1 })
  }

  /// The given directions with the reading rather than against it; nil where they have nothing to
  /// do with it.
  private static func turnedToReading(_ given: Axes, _ force: Axes) -> Axes? {
    var along = 0.0
    var size = 0.0
    for index in force.x.indices {
      let reading = force[index]
      along += Vector.dot(reading, given[index])
      size += reading.length
    }
    guard abs(along) > 0.5 * size else { return nil }
    guard along < 0 else { return given }
    return Axes(x: given.x.map { -$0 }, y: given.y.map { -$0 }, z: given.z.map { -$0 })
  }

  /// The direction of the reading at rest, in the sensor's frame, sample by sample.
  func restingDirection(_ parameters: SensingParameters) -> Axes {
    if let given { return given }
    if let rate { return followed(rate, parameters) }
    return averaged(parameters).directions
  }

  /// With a gyroscope: the specific force low-passed in the inertial frame, as VQF does it, forward
  /// and backward in time, and the two averaged.
  ///
  /// Low-passing in the inertial frame is the same as turning the low-passed vector against the
  /// sensor's own turning before each new sample is mixed in. No heading is needed for that.
  private func followed(_ rate: Axes, _ parameters: SensingParameters) -> Axes {
    let count = times.count
    let longest = parameters.inclinationTimeConstantSeconds
    var sum = Axes(
      x: [Double](repeating: 0, count: count), y: [Double](repeating: 0, count: count),
      z: [Double](repeating: 0, count: count))
    func run(from start: Int, by stride: Int) {
      var up = force[start]
      var seen = 0.0
      var index = start
      var previous = start
      while index >= 0, index < count {
        let elapsed = min(abs(times[index] - times[previous]), 0.5)
        let turn = (0.5 * Double(stride) * elapsed) * (rate[index] + rate[previous])
        // Exact to second order; steps are small.
        let first = Vector.cross(turn, up)
        up = up + (-1) * first + 0.5 * Vector.cross(turn, first)
        seen += elapsed
        let constant = min(longest, seen)
        let gain = constant > 0 ? elapsed / (constant + elapsed) : 1
        up = up + gain * (force[index] + (-1) * up)
        // Each way knows little where it begins; there the other way counts for more.
        let weight = min(seen + 0.05, longest) / max(up.length, 1e-9)
        sum.x[index] += weight * up.x
        sum.y[index] += weight * up.y
        sum.z[index] += weight * up.z
        previous = index
        index += stride
      }
    }
    run(from: 0, by: 1)
    run(from: count - 1, by: -1)
    return sum.directions
  }

  /// Without a gyroscope: the reading itself, low-passed both ways, twice.
  private func averaged(_ parameters: SensingParameters) -> Axes {
    let constant = parameters.gyrolessTimeConstantSeconds
    func smooth(_ axis: [Double]) -> [Double] {
      var result = axis
      func mix(_ index: Int, _ previous: Int) {
        let elapsed = abs(times[index] - times[previous])
        let gain = elapsed / (constant + elapsed)
        result[index] = result[previous] + gain * (result[index] - result[previous])
      }
      for _ in 0..<2 {
        for index in 1..<axis.count { mix(index, index - 1) }
        for index in (0..<(axis.count - 1)).reversed() { mix(index, index + 1) }
      }
      return result
    }
    return Axes(x: smooth(force.x), y: smooth(force.y), z: smooth(force.z))
  }

  /// The steps of the grid at which an axis stood still at the largest value it ever shows.
  func clipped(on timeline: Timeline, _ parameters: SensingParameters) -> [Bool] {
    var flags = [Bool](repeating: false, count: timeline.count)
    for axis in [force.x, force.y, force.z] {
      var limit = 0.0
      for value in axis where abs(value) > limit { limit = abs(value) }
      guard limit > parameters.leastClippedGravities * Attitude.standardGravity else { continue }
      var run = 0
      for index in axis.indices {
        run = abs(axis[index]) >= 0.9999 * limit ? run + 1 : 0
        guard run >= 3 else { continue }
        let place = Int(saturating: times[index] / timeline.step)
        if flags.indices.contains(place) { flags[place] = true }
      }
    }
    return flags
  }
}
