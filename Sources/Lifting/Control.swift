/// How much of the load was carried on the way down: F/(m·g).
///
/// 1 is carrying all of it, as at an even speed; less lets the load speed up, 0 lets it fall; more
/// brakes it. Over a lowering from rest to rest the mean is 1 whatever happens between, so it is the
/// minimum that tells of a load let go.
public struct Control: Sendable, Hashable, Codable {
  /// A stretch in which the load fell freely.
  public struct FreeFall: Sendable, Hashable, Codable {
    public var startSeconds: Double
    public var endSeconds: Double

    public init(startSeconds: Double, endSeconds: Double) {
      self.startSeconds = startSeconds
      self.endSeconds = endSeconds
    }

    public var seconds: Double { endSeconds - startSeconds }
  }

  /// Over the time of the lowering.
  public var mean: Double
  public var minimum: Double
  /// In the order of time; absent where there is none.
  public var freeFalls: [FreeFall]?

  public init(mean: Double, minimum: Double, freeFalls: [FreeFall] = []) {
    self.mean = mean
    self.minimum = minimum
    self.freeFalls = freeFalls.isEmpty ? nil : freeFalls
  }
}

/// Where a lift slowed down on its way: from the first peak of its velocity to the minimum after it.
public struct StickingRegion: Sendable, Hashable, Codable {
  public var startSeconds: Double
  public var endSeconds: Double
  /// Where on the way up it begins and ends, 0 at the bottom to 1 at the top.
  public var startShare: Double
  public var endShare: Double
  /// At its end.
  public var minimumVelocityMetersPerSecond: Double

  public init(
    startSeconds: Double, endSeconds: Double, startShare: Double, endShare: Double,
    minimumVelocityMetersPerSecond: Double
  ) {
    self.startSeconds = startSeconds
    self.endSeconds = endSeconds
    self.startShare = startShare
    self.endShare = endShare
    self.minimumVelocityMetersPerSecond = minimumVelocityMetersPerSecond
  }
}

extension Control {
  var rounded: Control {
    Control(
      mean: mean.rounded(toDecimals: 3), minimum: minimum.rounded(toDecimals: 3),
      freeFalls: (freeFalls ?? []).map {
        FreeFall(
          startSeconds: $0.startSeconds.rounded(toDecimals: 3),
          endSeconds: $0.endSeconds.rounded(toDecimals: 3))
      })
  }
}

extension StickingRegion {
  var rounded: StickingRegion {
    StickingRegion(
      startSeconds: startSeconds.rounded(toDecimals: 3),
      endSeconds: endSeconds.rounded(toDecimals: 3), startShare: startShare.rounded(toDecimals: 3),
      endShare: endShare.rounded(toDecimals: 3),
      minimumVelocityMetersPerSecond: minimumVelocityMetersPerSecond.rounded(toDecimals: 3))
  }
}
