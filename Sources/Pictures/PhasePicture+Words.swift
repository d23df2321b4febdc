public import Lifting

extension PhasePicture {
  /// The set on one line.
  static func glance(_ set: MeasuredSet) -> String {
    let summary = set.set
    var parts = [
      "lowering \(fixed(summary.eccentricSeconds, 1)) s",
      "lifting \(fixed(summary.concentricSeconds, 1)) s",
      "under tension \(fixed(summary.timeUnderTensionSeconds, 1)) s",
    ]
    if let loss = summary.velocityLossPercent {
      parts.append("velocity loss \(loss.short(decimals: 0)) %")
    }
    if let control = set.reps.compactMap({ $0.control?.minimum }).min() {
      parts.append("least control \(fixed(control, 2))")
    }
    if let adherence = summary.adherence, let score = adherence.scorePercent {
      parts.append("\(score.short(decimals: 0)) % of \(adherence.asked)")
    }
    return parts.joined(separator: " · ")
  }

  /// What the figures say, in sentences: only what is there and large enough to see.
  public static func sentences(_ set: MeasuredSet) -> [String] {
    adherence(set) + (set.set.stop.map { [$0.sentence] } ?? []) + work(set) + trend(set)
      + falls(set) + sides(set)
  }

  private static func adherence(_ set: MeasuredSet) -> [String] {
    guard let adherence = set.set.adherence, let score = adherence.scorePercent else { return [] }
    let parts = adherence.phases.filter { abs($0.differenceSeconds) >= 0.1 }.map { beat in
      let name =
        beat.phase == .eccentric
        ? "lowering" : beat.phase == .concentric ? "lifting" : beat.phase.name
      let more = beat.differenceSeconds > 0 ? "longer" : "shorter"
      return "\(name) \(fixed(abs(beat.differenceSeconds), 1)) s \(more)"
    }
    let rest = parts.isEmpty ? "" : ": on average " + parts.joined(separator: ", ")
    return ["Kept \(score.short(decimals: 0)) % of the \(adherence.asked) asked for\(rest)."]
  }

  private static func work(_ set: MeasuredSet) -> [String] {
    guard let down = set.set.eccentricWorkJoules else { return [] }
    let up = set.set.concentricWorkJoules.map { ", \($0.short(decimals: 0)) J lifting" } ?? ""
    return ["Work: \(down.short(decimals: 0)) J lowering\(up)."]
  }

  private static func trend(_ set: MeasuredSet) -> [String] {
    guard let trend = set.set.trend else { return [] }
    var sentences: [String] = []
    let usual = set.set.eccentricSeconds / Double(max(1, set.reps.count))
    if abs(trend.secondsPerRep) >= max(0.05, 0.03 * usual) {
      let more = trend.secondsPerRep > 0 ? "longer" : "shorter"
      sentences.append(
        "Lowering became \(fixed(abs(trend.secondsPerRep), 2)) s \(more) with each rep.")
    }
    if let control = trend.minimumControlPerRep, control <= -0.02 {
      sentences.append("Control fell by \(fixed(-control, 2)) with each rep.")
    }
    return sentences
  }

  private static func falls(_ set: MeasuredSet) -> [String] {
    set.reps.flatMap { rep in
      (rep.control?.freeFalls ?? []).map { fall in
        "rep \(rep.index): the load fell freely for \(fixed(fall.seconds, 2)) s, "
          + "from \(fixed(fall.startSeconds, 2)) s on."
      }
    }
  }

  private static func sides(_ set: MeasuredSet) -> [String] {
    guard let sides = set.sides else { return [] }
    func phrase(
      _ name: String, _ quantity: KeyPath<SideComparison.Side, Double?>, _ unit: String
    ) -> String? {
      guard let left = sides.left[keyPath: quantity], let right = sides.right[keyPath: quantity],
        let difference = sides.differencePercent(quantity)
      else { return nil }
      return "\(name) \(fixed(left, 2)) and \(fixed(right, 2)) \(unit) "
        + "(\(difference > 0 ? "+" : "")\(difference.short(decimals: 0)) %)"
    }
    let parts = [
      phrase("lowering", \.eccentricSeconds, "s"), phrase("lifting", \.concentricSeconds, "s"),
      phrase("range", \.rangeOfMotionMeters, "m"),
      phrase("speed up", \.concentricVelocityMetersPerSecond, "m/s"),
    ].compactMap { $0 }
    let reps = "\(sides.left.reps) and \(sides.right.reps) reps"
    return ["Left and right: " + ([reps] + parts).joined(separator: ", ") + "."]
  }
}
