import Lifting

/// Where up is for an inertial sensor, and how it is accelerated along it, on the grid.
///
/// At rest an accelerometer reads one g along up or, in the phone's convention, along down. Both are
/// followed alike: the posture is the direction of the reading at rest, and the acceleration upward
/// is the reading's component along it less what it reads at rest.
struct Attitude: Sendable {
  static let standardGravity = 9.80665

  /// The direction of gravity's reading in the sensor's frame: unit vectors.
  let posture: Posture
  /// m/s², gravity taken away.
  let upward: [Double]
  /// Whether the reading stood at the end of the sensor's range.
  let clipped: [Bool]
  /// What jolts too short for the sensor's rate add to the noise of `upward`, m²/s³.
  let jolts: [Double]
  /// Where the reading keeps still but for the sensor's own noise.
  let quiet: [Bool]
  /// The usable samples, and where each reading would point at rest.
  private let reading: InertialReading
  private let resting: Axes

  /// The attitude that a recording's inertial channels give; nil where there are none.
  init?(_ recording: Recording, on timeline: Timeline, _ parameters: SensingParameters) {
    guard let reading = InertialReading(recording, on: timeline) else { return nil }
    let resting = reading.restingDirection(parameters)
    self.reading = reading
    self.resting = resting
    var upward = [Double](repeating: 0, count: reading.times.count)
    for index in upward.indices {
      upward[index] =
        reading.force.x[index] * resting.x[index] + reading.force.y[index] * resting.y[index]
        + reading.force.z[index] * resting.z[index] - Self.standardGravity
    }
    guard let x = timeline.even(resting.x, at: reading.times),
      let y = timeline.even(resting.y, at: reading.times),
      let z = timeline.even(resting.z, at: reading.times),
      let even = timeline.even(upward, at: reading.times),
      let jolts = timeline.even(
        Self.jolts(in: upward, at: reading.times, parameters), at: reading.times)
    else { return nil }
    posture = Posture(Axes(x: x, y: y, z: z).directions, step: timeline.step)
    self.upward = even
    self.jolts = jolts
    clipped = reading.clipped(on: timeline, parameters)
    quiet = Self.quiet(even, step: timeline.step, parameters)
  }

  /// What goes on in the level plane; nil where nothing tells it from tilting.
  func level(on timeline: Timeline) -> LevelMotion? { reading.level(resting, on: timeline) }

  private static func quiet(
    _ upward: [Double], step: Double, _ parameters: SensingParameters
  ) -> [Bool] {
    let half = max(1, Int(saturating: 0.15 / step))
    var sums = [0.0]
    var squares = [0.0]
    for value in upward {
      sums.append(sums[sums.count - 1] + value)
      squares.append(squares[squares.count - 1] + value * value)
    }
    let most = parameters.quietMetersPerSecondSquared * parameters.quietMetersPerSecondSquared
    return upward.indices.map { place in
      let from = max(0, place - half)
      let to = min(upward.count, place + half + 1)
      let count = Double(to - from)
      let mean = (sums[to] - sums[from]) / count
      return (squares[to] - squares[from]) / count - mean * mean <= most
    }
  }

  /// A bang rings faster than samples follow, so what they sum up to is wrong by about what they
  /// miss: their distance from the middle between their neighbours.
  private static func jolts(
    in upward: [Double], at times: [Double], _ parameters: SensingParameters
  ) -> [Double] {
    var jolts = [Double](repeating: 0, count: upward.count)
    for index in upward.indices.dropFirst().dropLast() {
      let between = 0.5 * (upward[index - 1] + upward[index + 1])
      let missed =
        parameters.joltShare
        * max(0, abs(upward[index] - between) - parameters.leastJoltMetersPerSecondSquared)
      let step = min(0.5 * (times[index + 1] - times[index - 1]), 0.1)
      jolts[index] = missed * missed * step
    }
    return jolts
  }

  /// Where the acceleration changes faster than samples follow well.
  func shaken(_ parameters: SensingParameters) -> [Bool] {
    var shaken = [Bool](repeating: false, count: upward.count)
    for place in upward.indices.dropFirst().dropLast() {
      let between = 0.5 * (upward[place - 1] + upward[place + 1])
      shaken[place] = abs(upward[place] - between) > parameters.shakenMetersPerSecondSquared
    }
    return shaken
  }
}

/// Three components, each over time.
struct Axes: Sendable {
  var x: [Double]
  var y: [Double]
  var z: [Double]

  /// The same scaled to unit length; where there is no length, as they are.
  var directions: Axes {
    var axes = self
    for index in axes.x.indices {
      let length = (x[index] * x[index] + y[index] * y[index] + z[index] * z[index]).squareRoot()
      guard length > 1e-9 else { continue }
      axes.x[index] /= length
      axes.y[index] /= length
      axes.z[index] /= length
    }
    return axes
  }
}
