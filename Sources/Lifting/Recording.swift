/// What a sensor recorded of a set, in SI units, on its own clock.
///
/// Any subset of channels may be there; each has one value a sample. Time rises strictly, but steps
/// may be uneven and may have gaps. Where a tracker lost a point, its value is NaN.
public struct Recording: Sendable, Hashable {
  /// Three components in the sensor's frame.
  public struct Vectors: Sendable, Hashable {
    public var x: [Double]
    public var y: [Double]
    public var z: [Double]
    public init(x: [Double], y: [Double], z: [Double]) {
      self.x = x
      self.y = y
      self.z = z
    }
  }

  /// Unit quaternions that turn the sensor's frame into a level one.
  public struct Orientations: Sendable, Hashable {
    public var w: [Double]
    public var x: [Double]
    public var y: [Double]
    public var z: [Double]
    public init(w: [Double], x: [Double], y: [Double], z: [Double]) {
      self.w = w
      self.x = x
      self.y = y
      self.z = z
    }
  }

  /// A body landmark in the picture: x right, y down, any unit of length.
  public struct Keypoint: Sendable, Hashable {
    public var x: [Double]
    public var y: [Double]
    /// How sure the tracker was, 0 to 1; nil where it doesn't say.
    public var score: [Double]?
    public init(x: [Double], y: [Double], score: [Double]? = nil) {
      self.x = x
      self.y = y
      self.score = score
    }
  }

  public enum Kind: String, Sendable, Hashable, Codable {
    case imu, encoder, angle, keypoints, video
  }

  /// Seconds since the start of the recording.
  public var seconds: [Double]
  /// Along the line of the load, up positive.
  public var positionMeters: [Double]?
  public var velocityMetersPerSecond: [Double]?
  public var forceNewtons: [Double]?
  /// What an accelerometer reads, gravity included, m/s². Either sign convention.
  public var acceleration: Vectors?
  /// The reading without gravity, m/s²: `acceleration` = `gravity` + `userAcceleration`.
  public var userAcceleration: Vectors?
  public var gravity: Vectors?
  /// rad/s.
  public var angularRate: Vectors?
  public var orientation: Orientations?
  /// Joint angles in degrees, by joint.
  public var anglesDegrees: [String: [Double]]
  public var keypoints: [String: Keypoint]

  public init(
    seconds: [Double], positionMeters: [Double]? = nil, velocityMetersPerSecond: [Double]? = nil,
    forceNewtons: [Double]? = nil, acceleration: Vectors? = nil, userAcceleration: Vectors? = nil,
    gravity: Vectors? = nil, angularRate: Vectors? = nil, orientation: Orientations? = nil,
    anglesDegrees: [String: [Double]] = [:], keypoints: [String: Keypoint] = [:]
  ) {
    self.seconds = seconds
    self.positionMeters = positionMeters
    self.velocityMetersPerSecond = velocityMetersPerSecond
    self.forceNewtons = forceNewtons
    self.acceleration = acceleration
    self.userAcceleration = userAcceleration
    self.gravity = gravity
    self.angularRate = angularRate
    self.orientation = orientation
    self.anglesDegrees = anglesDegrees
    self.keypoints = keypoints
  }

  /// The channel that says most about the load's motion decides.
  public var kind: Kind? {
    if positionMeters != nil || velocityMetersPerSecond != nil { return .encoder }
    if acceleration != nil || (userAcceleration != nil && gravity != nil) { return .imu }
    if !anglesDegrees.isEmpty { return .angle }
    if !keypoints.isEmpty { return .keypoints }
    return nil
  }

  /// The stretch of it between two times of its clock.
  public func within(_ stretch: ClosedRange<Double>) -> Recording {
    let kept = seconds.indices.filter { stretch.contains(seconds[$0]) }
    func cut(_ values: [Double]) -> [Double] {
      kept.compactMap { values.indices.contains($0) ? values[$0] : nil }
    }
    func cut(_ vectors: Vectors) -> Vectors {
      Vectors(x: cut(vectors.x), y: cut(vectors.y), z: cut(vectors.z))
    }
    return Recording(
      seconds: cut(seconds), positionMeters: positionMeters.map(cut),
      velocityMetersPerSecond: velocityMetersPerSecond.map(cut),
      forceNewtons: forceNewtons.map(cut), acceleration: acceleration.map(cut),
      userAcceleration: userAcceleration.map(cut), gravity: gravity.map(cut),
      angularRate: angularRate.map(cut),
      orientation: orientation.map {
        Orientations(w: cut($0.w), x: cut($0.x), y: cut($0.y), z: cut($0.z))
      },
      anglesDegrees: anglesDegrees.mapValues(cut),
      keypoints: keypoints.mapValues {
        Keypoint(x: cut($0.x), y: cut($0.y), score: $0.score.map(cut))
      })
  }

  public var durationSeconds: Double {
    guard let first = seconds.first, let last = seconds.last else { return 0 }
    return last - first
  }

  /// The rate of the steps as they mostly are; gaps don't count. Nil for fewer than two samples.
  public var sampleRateHz: Double? {
    guard seconds.count > 1 else { return nil }
    let median = Self.middle(of: zip(seconds.dropFirst(), seconds).map { $0 - $1 })
    if median > 0 { return 1 / median }
    // In packets most steps are none.
    return durationSeconds > 0 ? Double(seconds.count - 1) / durationSeconds : nil
  }

  /// The value that sorting would put in the middle, found without sorting: an hour has hundreds of
  /// thousands of steps. Hoare's selection (1961).
  private static func middle(of values: [Double]) -> Double {
    var values = values
    let wanted = values.count / 2
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while values[left] < pivot { left += 1 }
        while pivot < values[right] { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if wanted <= right { high = right } else if wanted >= left { low = left } else { break }
    }
    return values.indices.contains(wanted) ? values[wanted] : 0
  }
}
