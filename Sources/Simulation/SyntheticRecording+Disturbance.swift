import Lifting
import RealModule

extension SyntheticRecording {
  /// What happens to a sensor on a load beside its own noise.
  public struct Disturbance: Sendable, Hashable {
    /// How far it turns over the way, rad: a wrist that bends, a bar that rolls to and fro.
    public var rollRadians = 0.0
    /// Plates that touch down where a lowering ends, m/s²; they ring out in some hundredths of a second.
    public var bangMetersPerSecondSquared = 0.0
    /// Whether the load lies still where it is lowest, held by nobody.
    public var liesOnFloor = false
    /// Stretches of 80 to 300 ms without samples, a second.
    public var holesPerSecond = 0.0
    /// How many samples come to one time.
    public var samplesPerPacket = 1
    /// The error of the accelerometer's scale, as a share.
    public var scaleError = 0.0
    /// How far the accelerometer's error grows along each axis, m/s² in a minute.
    public var driftPerMinute = 0.0

    public init() {}
  }
}

extension SyntheticRecording.Maker {
  /// The turn of a load that rolls, rad.
  func roll(at progress: Double) -> Double {
    parameters.disturbance.rollRadians * (progress + 0.3 * Double.sin(4 * .pi * progress))
  }

  /// The bangs where lowerings end.
  var bangs: [Impact] {
    guard parameters.disturbance.bangMetersPerSecondSquared > 0 else { return [] }
    return truth.map {
      Impact(
        time: $0.eccentric.endSeconds,
        amplitude: parameters.disturbance.bangMetersPerSecondSquared,
        hertz: 40, decaySeconds: 0.012, direction: [0.3, -0.2, 1])
    }
  }

  /// Seconds for which the load was held until then: while it lies, nothing trembles or sways.
  func heldSeconds(until time: Double) -> Double {
    guard parameters.disturbance.liesOnFloor else { return time }
    return time - lying.reduce(0) { $0 + max(0, min(time, $1.upperBound) - $1.lowerBound) }
  }

  func isLying(at time: Double) -> Bool {
    parameters.disturbance.liesOnFloor && lying.contains { $0.contains(time) }
  }

  /// When the load lies on the floor: before, between and after repetitions that begin by lifting.
  private var lying: [ClosedRange<Double>] {
    guard parameters.begins == .concentric else { return [] }
    let starts = truth.map(\.concentric.startSeconds) + [course.end]
    let ends = [0] + truth.map(\.eccentric.endSeconds)
    return zip(ends, starts).compactMap { $0 < $1 ? $0...$1 : nil }
  }

  /// The recording as it comes in: with samples lost, and others in packets.
  func received(_ recording: Recording) -> Recording {
    let disturbance = parameters.disturbance
    guard disturbance.holesPerSecond > 0 || disturbance.samplesPerPacket > 1 else {
      return recording
    }
    // Drawn apart, so that the same seed lifts the same set with and without.
    var random = SeededGenerator(seed: parameters.seed &* 31 &+ 7)
    var kept: [Int] = []
    var silentUntil = -1.0
    for (index, time) in recording.seconds.enumerated() {
      let share = disturbance.holesPerSecond / max(1, parameters.rateHz)
      if Double.random(in: 0...1, using: &random) < share {
        silentUntil = time + Double.random(in: 0.08...0.3, using: &random)
      }
      if time >= silentUntil { kept.append(index) }
    }
    var received = recording.samples(at: kept)
    let size = max(1, disturbance.samplesPerPacket)
    for start in stride(from: 0, to: kept.count, by: size) {
      let end = min(start + size, kept.count)
      for place in start..<end { received.seconds[place] = recording.seconds[kept[end - 1]] }
    }
    return received
  }
}

extension Recording {
  /// The samples at these places; of pictures nothing.
  fileprivate func samples(at places: [Int]) -> Recording {
    func cut(_ values: [Double]) -> [Double] { places.map { values[$0] } }
    func cut(_ vectors: Vectors) -> Vectors {
      Vectors(x: cut(vectors.x), y: cut(vectors.y), z: cut(vectors.z))
    }
    return Recording(
      seconds: cut(seconds), positionMeters: positionMeters.map(cut),
      acceleration: acceleration.map(cut), angularRate: angularRate.map(cut),
      anglesDegrees: anglesDegrees.mapValues(cut))
  }
}
