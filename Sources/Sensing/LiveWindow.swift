import Lifting

/// The last of what a sensor showed, so much of it as is needed to measure the repetition that goes on.
struct LiveWindow: Sendable, Hashable, Codable {
  /// What stands for the load, the first that a sample has.
  enum Kind: Int, Sendable, Hashable, Codable {
    case position, velocity, force, angle
  }

  private struct Columns: Sendable, Hashable, Codable {
    var x: [Double] = []
    var y: [Double] = []
    var z: [Double] = []

    mutating func append(_ vector: Vector) {
      x.append(vector.x)
      y.append(vector.y)
      z.append(vector.z)
    }

    mutating func mix(_ vector: Vector, _ share: Double) {
      let last = x.count - 1
      x[last] += share * (vector.x - x[last])
      y[last] += share * (vector.y - y[last])
      z[last] += share * (vector.z - z[last])
    }

    mutating func drop(_ count: Int) {
      x.removeFirst(count)
      y.removeFirst(count)
      z.removeFirst(count)
    }

    var vectors: Recording.Vectors { Recording.Vectors(x: x, y: y, z: z) }
  }

  private var kind: Kind?
  private var joint = ""
  private var seconds: [Double] = []
  private var values: [Double] = []
  private var force = Columns()
  private var rate = Columns()
  private var up = Columns()
  private var hasRate = false
  private var hasUp = false
  /// The samples that the last place is the mean of, and when the first of them was taken.
  private var mixed = 0
  private var since = 0.0

  var count: Int { seconds.count }

  /// Takes in a sample. What comes faster than `step` is averaged.
  mutating func add(_ sample: LiveSample, step: Double) {
    guard let next = Self.kind(of: sample) else { return }
    if let kind, next.rawValue > kind.rawValue { return }
    if next != kind {
      self = LiveWindow()
      kind = next
      joint = sample.joint ?? ""
    }
    hasRate = hasRate || sample.rate != nil
    hasUp = hasUp || sample.up != nil
    if mixed > 0, sample.seconds - since < step {
      mix(sample)
    } else {
      append(sample)
    }
  }

  private static func kind(of sample: LiveSample) -> Kind? {
    if sample.position != nil { return .position }
    if sample.velocity != nil { return .velocity }
    if let force = sample.force, force.length > 1e-6 { return .force }
    return sample.degrees == nil ? nil : .angle
  }

  private func value(of sample: LiveSample) -> Double {
    switch kind {
    case .position: sample.position ?? 0
    case .velocity: sample.velocity ?? 0
    case .angle: sample.degrees ?? 0
    case .force, nil: 0
    }
  }

  private mutating func append(_ sample: LiveSample) {
    mixed = 1
    since = sample.seconds
    seconds.append(sample.seconds)
    if kind == .force {
      force.append(sample.force ?? .zero)
      rate.append(sample.rate ?? .zero)
      up.append(sample.up?.unit ?? .zero)
    } else {
      values.append(value(of: sample))
    }
  }

  private mutating func mix(_ sample: LiveSample) {
    mixed += 1
    let share = 1 / Double(mixed)
    let last = seconds.count - 1
    seconds[last] += share * (sample.seconds - seconds[last])
    if kind == .force {
      force.mix(sample.force ?? .zero, share)
      rate.mix(sample.rate ?? .zero, share)
      up.mix(sample.up?.unit ?? .zero, share)
    } else {
      values[last] += share * (value(of: sample) - values[last])
    }
  }

  /// Forgets what is older; in portions, as that takes time.
  mutating func forget(before oldest: Double) {
    guard let first = seconds.first, let last = seconds.last,
      oldest - first > 0.1 * (last - first)
    else { return }
    let gone = seconds.firstIndex { $0 >= oldest } ?? seconds.count
    seconds.removeFirst(gone)
    guard kind == .force else { return values.removeFirst(gone) }
    force.drop(gone)
    rate.drop(gone)
    up.drop(gone)
  }

  /// What is kept, to be measured.
  var recording: Recording {
    var recording = Recording(seconds: seconds)
    switch kind {
    case .position: recording.positionMeters = values
    case .velocity: recording.velocityMetersPerSecond = values
    case .angle: recording.anglesDegrees[joint] = values
    case .force:
      recording.acceleration = force.vectors
      if hasRate { recording.angularRate = rate.vectors }
      if hasUp { recording.gravity = up.vectors }
    case nil: break
    }
    return recording
  }
}
