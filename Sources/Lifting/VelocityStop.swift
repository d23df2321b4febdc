/// Where a set that was to end at a loss of velocity should have ended.
public struct VelocityStop: Sendable, Hashable, Codable {
  /// How much slower than the fastest a repetition was to end the set, in percent.
  public var askedPercent: Int
  /// The first repetition that was so slow; nil where none was.
  public var index: Int?
  /// How much slower it was, in percent.
  public var lossPercent: Double?
  /// How many repetitions came after it.
  public var repsAfter: Int

  /// What it says, for whoever lifted.
  public var sentence: String {
    guard let index, let lossPercent else {
      return
        "No rep was \(askedPercent) % slower than the fastest before it, where the set was to end."
    }
    let after =
      repsAfter == 0
      ? "the set ended there, as asked"
      : "a stop at \(askedPercent) % ends the set there, \(repsAfter) \(repsAfter == 1 ? "rep" : "reps") earlier"
    return
      "Rep \(index) was \(lossPercent.short(decimals: 0)) % slower than the fastest before it: \(after)."
  }
}

extension MeasuredSet {
  /// The set against a loss of mean concentric velocity at which it was to end; nil where the sensor gives
  /// no velocity. Repetitions that can't be believed are passed over.
  public func stop(atLossPercent asked: Int) -> VelocityStop? {
    let lifts = reps.filter { $0.trust.level == .high }.compactMap { rep in
      rep.phases.first { $0.phase == .concentric }?.meanVelocityMetersPerSecond
        .map { (index: rep.index, velocity: $0) }
    }
    guard var fastest = lifts.first?.velocity, fastest > 0 else { return nil }
    for lift in lifts {
      fastest = max(fastest, lift.velocity)
      let loss = 100 * (1 - lift.velocity / fastest)
      guard loss >= Double(asked) else { continue }
      return VelocityStop(
        askedPercent: asked, index: lift.index, lossPercent: loss.rounded(toDecimals: 1),
        repsAfter: reps.count { $0.index > lift.index })
    }
    return VelocityStop(askedPercent: asked, index: nil, lossPercent: nil, repsAfter: 0)
  }
}
