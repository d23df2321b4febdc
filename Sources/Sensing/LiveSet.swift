public import Lifting

/// A set measured while it is lifted: phases are told as they begin, and the whole is measured at the
/// end.
///
/// It keeps two things: the live part, ``LivePhases``, whose memory is constant; and the samples
/// themselves, so that the measured set is that of ``phases(of:exercise:parameters:)`` exactly,
/// whatever chunks they came in. It is a value: a copy is a state to return to.
public struct LiveSet: Sendable {
  public private(set) var live: LivePhases
  /// All samples so far.
  public private(set) var recording = Recording(seconds: [])

  public init(exercise: Exercise, parameters: SensingParameters = SensingParameters()) {
    live = LivePhases(exercise: exercise, parameters: parameters)
  }

  /// Takes in the next samples and tells which phases have begun.
  ///
  /// - Parameter chunk: As for ``LivePhases/append(_:)``. A channel that a chunk lacks, or that is
  ///   shorter than its clock, is filled up with NaN.
  /// - Returns: The phases that have begun, in the order of time.
  public mutating func append(_ chunk: Recording) -> [LiveNews] {
    recording.append(chunk)
    return live.append(chunk)
  }

  /// The set so far, measured with all that is known by now.
  ///
  /// - Throws: ``SensingError`` where there isn't enough yet.
  public func measured() throws(SensingError) -> MeasuredSet {
    try phases(of: recording, exercise: live.exercise, parameters: live.parameters)
  }
}

extension Recording {
  /// Puts a chunk's samples after these.
  fileprivate mutating func append(_ chunk: Recording) {
    let before = seconds.count
    let count = chunk.seconds.count
    func join(_ channel: inout [Double]?, _ next: [Double]?) {
      guard channel != nil || next != nil else { return }
      var whole = channel ?? [Double](repeating: .nan, count: before)
      // Held once, it grows in place.
      channel = nil
      Self.join(&whole, next, count)
      channel = whole
    }
    func join(_ vectors: inout Vectors?, _ next: Vectors?) {
      guard vectors != nil || next != nil else { return }
      let lost = [Double](repeating: .nan, count: before)
      var whole = vectors ?? Vectors(x: lost, y: lost, z: lost)
      vectors = nil
      Self.join(&whole.x, next?.x, count)
      Self.join(&whole.y, next?.y, count)
      Self.join(&whole.z, next?.z, count)
      vectors = whole
    }
    join(&positionMeters, chunk.positionMeters)
    join(&velocityMetersPerSecond, chunk.velocityMetersPerSecond)
    join(&forceNewtons, chunk.forceNewtons)
    join(&acceleration, chunk.acceleration)
    join(&userAcceleration, chunk.userAcceleration)
    join(&gravity, chunk.gravity)
    join(&angularRate, chunk.angularRate)
    joinOrientation(chunk, count)
    joinNamed(chunk, before, count)
    seconds += chunk.seconds
  }

  private mutating func joinOrientation(_ chunk: Recording, _ count: Int) {
    guard orientation != nil || chunk.orientation != nil else { return }
    let lost = [Double](repeating: .nan, count: seconds.count)
    var whole = orientation ?? Orientations(w: lost, x: lost, y: lost, z: lost)
    orientation = nil
    Self.join(&whole.w, chunk.orientation?.w, count)
    Self.join(&whole.x, chunk.orientation?.x, count)
    Self.join(&whole.y, chunk.orientation?.y, count)
    Self.join(&whole.z, chunk.orientation?.z, count)
    orientation = whole
  }

  private mutating func joinNamed(_ chunk: Recording, _ before: Int, _ count: Int) {
    let lost = [Double](repeating: .nan, count: before)
    for name in Set(anglesDegrees.keys).union(chunk.anglesDegrees.keys) {
      Self.join(&anglesDegrees[name, default: lost], chunk.anglesDegrees[name], count)
    }
    for name in Set(keypoints.keys).union(chunk.keypoints.keys) {
      let next = chunk.keypoints[name]
      var point = keypoints.removeValue(forKey: name) ?? Keypoint(x: lost, y: lost)
      Self.join(&point.x, next?.x, count)
      Self.join(&point.y, next?.y, count)
      if point.score != nil || next?.score != nil {
        var score = point.score ?? [Double](repeating: 1, count: before)
        Self.join(&score, next?.score, count)
        point.score = score
      }
      keypoints[name] = point
    }
  }

  private static func join(_ channel: inout [Double], _ next: [Double]?, _ count: Int) {
    let next = next ?? []
    channel += next.prefix(count)
    channel += repeatElement(.nan, count: max(0, count - next.count))
  }
}
