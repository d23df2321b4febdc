import Lifting
import RealModule

/// One sample of a recording.
struct LiveSample: Sendable, Hashable, Codable {
  var seconds: Double
  var position: Double?
  var velocity: Double?
  /// Of the joint that is named.
  var degrees: Double?
  var joint: String?
  var force: Vector?
  var rate: Vector?
  var up: Vector?

  /// The sample at an index; nil where it has no time.
  init?(_ recording: Recording, _ index: Int, joint: String) {
    func value(_ channel: [Double]?) -> Double? {
      guard let channel, channel.indices.contains(index) else { return nil }
      return channel[index].isFinite && abs(channel[index]) < 1e9 ? channel[index] : nil
    }
    guard let time = value(recording.seconds) else { return nil }
    seconds = time
    position = value(recording.positionMeters)
    velocity = value(recording.velocityMetersPerSecond)
    let named = recording.anglesDegrees.keys.filter { $0.lowercased().contains(joint) }
    if let name = named.min() ?? recording.anglesDegrees.keys.min(),
      let degrees = value(recording.anglesDegrees[name])
    {
      self.degrees = degrees
      self.joint = name
    }
    force = Self.force(recording, index)
    rate = Self.vector(recording.angularRate, index, below: 200)
    up = Self.vector(recording.gravity, index, below: 1e4) ?? Self.up(recording.orientation, index)
  }

  /// What an accelerometer reads, where no position is measured and it reads anything.
  var standingForce: Vector? {
    guard position == nil, velocity == nil, let force, force.length > 1e-6 else { return nil }
    return force
  }

  private static func vector(
    _ vectors: Recording.Vectors?, _ index: Int, below limit: Double
  ) -> Vector? {
    guard let vectors, index < min(vectors.x.count, vectors.y.count, vectors.z.count) else {
      return nil
    }
    let vector = Vector(x: vectors.x[index], y: vectors.y[index], z: vectors.z[index])
    let size = abs(vector.x) + abs(vector.y) + abs(vector.z)
    return size.isFinite && size < limit ? vector : nil
  }

  private static func force(_ recording: Recording, _ index: Int) -> Vector? {
    if recording.acceleration != nil { return vector(recording.acceleration, index, below: 1e4) }
    guard let user = vector(recording.userAcceleration, index, below: 1e4),
      let gravity = vector(recording.gravity, index, below: 1e4)
    else { return nil }
    return user + gravity
  }

  private static func up(_ all: Recording.Orientations?, _ index: Int) -> Vector? {
    guard let all, index < min(min(all.w.count, all.x.count), min(all.y.count, all.z.count)) else {
      return nil
    }
    let one = Recording.Orientations(
      w: [all.w[index]], x: [all.x[index]], y: [all.y[index]], z: [all.z[index]])
    return Axes(upOf: one).vector(0, below: 10).flatMap { $0.length > 0.1 ? $0 : nil }
  }
}

/// Where up is for an inertial sensor, followed forward in time only: the first of the two ways in
/// which ``InertialReading`` goes.
struct LiveAttitude: Sendable, Hashable, Codable {
  private var mean: Vector
  private var rate: Vector?
  private var seen = 0.0
  private var withReading = 0.0

  init(_ force: Vector) { mean = force }

  /// The direction of the reading at rest.
  var resting: Vector { mean.unit }

  mutating func add(
    _ sample: LiveSample, _ force: Vector, over elapsed: Double, _ p: SensingParameters
  ) {
    guard elapsed > 0 else { return }
    let elapsed = min(elapsed, 0.5)
    seen += elapsed
    if let up = sample.up?.unit {
      // A given direction is with the reading or, all the time, against it.
      withReading += elapsed * (Vector.dot(up, force) - withReading)
      mean = withReading < 0 ? -1 * up : up
      return
    }
    guard let turning = sample.rate else {
      let gain = elapsed / (2 * p.gyrolessTimeConstantSeconds + elapsed)
      mean = mean + gain * (force + -1 * mean)
      return
    }
    let turn = (0.5 * elapsed) * (turning + (rate ?? turning))
    rate = turning
    let first = Vector.cross(turn, mean)
    mean = mean + -1 * first + 0.5 * Vector.cross(turn, first)
    let constant = min(p.inclinationTimeConstantSeconds, seen)
    mean = mean + (elapsed / (constant + elapsed)) * (force + -1 * mean)
  }
}

/// How far a limb has turned in the plane in which it turns most, and which way is up in it.
struct LiveInclination: Sendable, Hashable, Codable {
  private var resting: Vector
  /// Sums over the turning so far, the older the less: the products of its components.
  private var xx = 0.0
  private var xy = 0.0
  private var xz = 0.0
  private var yy = 0.0
  private var yz = 0.0
  private var zz = 0.0
  private var axis = Vector(x: 0.5773, y: 0.5774, z: 0.5775)
  /// Vertical speed with its drift leaked away, m/s, and how far it agrees with the turning.
  private var rising = 0.0
  private var both = 0.0
  private var turned = 1e-9
  private var rose = 1e-9
  /// Radians turned about the axis.
  private(set) var angle = 0.0

  init(_ resting: Vector) { self.resting = resting }

  /// How surely the angle rises with the limb, −1 to 1.
  var agreement: Double { both / (turned * rose).squareRoot() }

  mutating func add(_ next: Vector, upward: Double, over elapsed: Double) {
    guard elapsed > 0 else { return }
    let turn = Vector.cross(resting, next)
    resting = next
    let size = turn.length
    // Older turning counts by how much has been turned since, not by how long ago it was.
    let stays = max(0, 1 - size / 2.5)
    let weight = size / elapsed
    if size > 1e-12 {
      let share = weight / size
      xx = stays * xx + share * turn.x * turn.x
      xy = stays * xy + share * turn.x * turn.y
      xz = stays * xz + share * turn.x * turn.z
      yy = stays * yy + share * turn.y * turn.y
      yz = stays * yz + share * turn.y * turn.z
      zz = stays * zz + share * turn.z * turn.z
      findAxis()
    }
    let along = Vector.dot(turn, axis)
    angle += along
    rising += elapsed * (upward - rising)
    let rate = along / elapsed
    let kept = max(0, 1 - size / 5)
    both = kept * both + rate * rising * elapsed
    turned = kept * turned + rate * rate * elapsed
    rose = kept * rose + rising * rising * elapsed
  }

  private mutating func findAxis() {
    var next = axis
    for _ in 0..<2 {
      next = Vector(
        x: xx * next.x + xy * next.y + xz * next.z, y: xy * next.x + yy * next.y + yz * next.z,
        z: xz * next.x + yz * next.y + zz * next.z)
      guard next.length > 1e-15 else { return }
      next = next.unit
    }
    axis = next
  }
}
