public import Lifting

/// A way of training with negatives, as data: when it can be done, how the weight comes up, how
/// heavy, how much, how slow.
///
/// To add one, add a row to ``all``.
public struct Method: Sendable {
  public let id: String
  public let name: String
  /// What it is, in a sentence.
  public let sentence: String
  /// How the weight comes up; empty where the athlete lifts it as always.
  public let waysUp: [WayUp]
  /// As a fraction of the concentric one-rep maximum of the limbs that lower.
  public let load: ClosedRange<Double>
  /// Of one lowering.
  public let seconds: ClosedRange<Double>
  /// Sets and reps, the smallest first: what the choice of a dose goes through.
  public let doses: [Size]
  public let source: Source
  /// Whether it is for this exercise at all.
  let fits: @Sendable (Exercise) -> Bool
  /// What is missing for it, each as an end of “because …”.
  let conditions: [Condition]

  public struct Size: Sendable, Hashable {
    public let sets: Int
    public let reps: Int

    init(_ sets: Int, _ reps: Int) {
      self.sets = sets
      self.reps = reps
    }
  }

  /// What has to be there.
  struct Condition: Sendable {
    /// What is missing, as an end of “because …”; nil where nothing is.
    let missing: @Sendable (Exercise, Evidence) -> String?
  }

  /// Why it can't be done with an exercise now, as an end of “because …”; nil where it can.
  func missing(_ exercise: Exercise, _ evidence: Evidence) -> String? {
    for condition in conditions {
      if let missing = condition.missing(exercise, evidence) { return missing }
    }
    guard !waysUp.isEmpty, wayUp(exercise, evidence) == nil else { return nil }
    return waysUp.contains(.partner) && exercise.waysUp.contains(.partner)
      ? "you train alone, and nothing else brings the weight up" : "nothing brings the weight up"
  }

  /// The way up to take: the exercise's favourite of those that are there.
  func wayUp(_ exercise: Exercise, _ evidence: Evidence) -> WayUp? {
    WayUp.available(in: exercise, to: evidence.athlete).first(where: waysUp.contains)
  }
}

extension Method {
  public static let all: [Method] = [
    slowTempo, afterNormalSets, negativesOnly, twoUpOneDown, heavierDown, bodyweightLowering,
    assistedLowering,
  ]

  static let slowTempo = Method(
    id: "slow-tempo", name: "Slow lowering in normal sets",
    sentence: "Normal sets, lifted as always and lowered in 4 to 6 seconds.",
    waysUp: [], load: 0.3...0.85, seconds: 4...6,
    doses: [Size(1, 6), Size(1, 8), Size(2, 6), Size(2, 8), Size(3, 8)],
    source: Source("Schoenfeld 2015: 0.5–8 s a rep grow muscle alike", .a),
    fits: { _ in true }, conditions: [.sixMonthsOfTraining])

  static let afterNormalSets = Method(
    id: "after-normal-sets", name: "One negative set after the normal sets",
    sentence: "One set of negatives when the normal sets of an exercise are done.",
    waysUp: [.partner, .machine, .lighter, .hands, .feet], load: 0.4...1, seconds: 3...6,
    doses: [Size(1, 3), Size(1, 4), Size(1, 5)],
    source: Source(
      "Yoshida 2024: one maximal eccentric contraction a day, five days a week, +13 % strength", .a),
    fits: { $0.bodyMassFraction == 0 && !$0.waysUp.isEmpty },
    conditions: [.sixMonthsOfTraining])

  static let negativesOnly = Method(
    id: "negatives-only", name: "Negatives alone",
    sentence: "Sets in which you only lower; something else brings the weight up.",
    waysUp: [.partner, .machine, .lighter, .hands, .feet], load: 0.4...1, seconds: 3...8,
    doses: [Size(1, 3), Size(1, 5), Size(2, 4), Size(2, 5), Size(3, 4), Size(3, 5)],
    source: Source("Roig 2009, meta-analysis of eccentric against concentric training", .b),
    fits: { $0.bodyMassFraction == 0 && !$0.waysUp.isEmpty },
    conditions: [.sixMonthsOfTraining])

  static let twoUpOneDown = Method(
    id: "two-up-one-down", name: "Two up, one down",
    sentence: "Up with both arms or legs, down with one, each side in turn.",
    waysUp: [.otherLimb], load: 0.4...1, seconds: 3...6,
    doses: [Size(1, 3), Size(1, 4), Size(1, 5), Size(2, 4), Size(2, 5)],
    source: Source("NSCA 2015, accentuated eccentric practice", .b),
    fits: { $0.bodyMassFraction == 0 && $0.waysUp.contains(.otherLimb) },
    conditions: [.sixMonthsOfTraining])

  static let heavierDown = Method(
    id: "heavier-down", name: "Heavier down than up",
    sentence: "A partner or releasers take the way up; what comes down is more than you can lift.",
    waysUp: [.partner, .machine], load: 1...1.2, seconds: 3...6,
    doses: [Size(1, 1), Size(1, 2), Size(1, 3), Size(2, 3), Size(3, 3)],
    source: Source("Suchomel 2019: accentuated loads are for the stronger athlete", .b),
    fits: { exercise in
      exercise.bodyMassFraction == 0
        && exercise.waysUp.contains { $0 == .partner || $0 == .machine }
    },
    conditions: [.sixMonthsOfTraining, .earnedSupramaximal, .safeties])

  static let bodyweightLowering = Method(
    id: "bodyweight-lowering", name: "Lowering your own body",
    sentence: "Get to the top the easy way and lower all of yourself.",
    waysUp: [.jump, .feet, .hands, .otherLimb], load: 0.5...1.2, seconds: 3...8,
    doses: [Size(1, 3), Size(1, 4), Size(1, 5), Size(2, 3), Size(2, 4), Size(3, 3), Size(3, 4)],
    source: Source("practice of negative pull-ups, dips and Nordic curls", .b),
    fits: { $0.bodyMassFraction > 0 && !$0.waysUp.isEmpty },
    conditions: [.sixMonthsOfTraining, .pastTheFirstWeeks])

  static let assistedLowering = Method(
    id: "assisted-lowering", name: "Lowering with help",
    sentence: "A band or your feet carry part of you while you lower the rest.",
    waysUp: [.jump, .feet, .hands, .otherLimb], load: 0.3...0.9, seconds: 3...8,
    doses: [Size(1, 3), Size(1, 4), Size(1, 5), Size(2, 4), Size(3, 4)],
    source: Source("Chen 2017: 10 to 100 % over 12 weeks without damage", .a),
    fits: { $0.bodyMassFraction > 0 && !$0.waysUp.isEmpty },
    conditions: [.sixMonthsOfTraining, .support])
}

extension Method.Condition {
  static let sixMonthsOfTraining = Method.Condition { _, evidence in
    evidence.level == .beginner ? "you’ve trained for less than six months" : nil
  }

  static let earnedSupramaximal = Method.Condition { exercise, evidence in
    evidence.missingForSupramaximal(exercise)
  }

  static let safeties = Method.Condition { exercise, evidence in
    let hasRack = evidence.athlete.equipment.contains(.rack)
    if exercise.safety == .spotterOrSafeties && !hasRack { return "there is no rack with safeties" }
    return evidence.athlete.company == .partner || exercise.equipment.contains(.machine)
      ? nil : "you train alone"
  }

  static let pastTheFirstWeeks = Method.Condition { exercise, evidence in
    guard let weeks = evidence.lowWeeks(of: exercise), weeks < 5 else { return nil }
    return "the first weeks of negatives are done with part of your weight"
  }

  static let support = Method.Condition { exercise, evidence in
    let hasSupport =
      !evidence.athlete.equipment.isDisjoint(with: [.band, .box, .machine])
      || exercise.waysUp.contains { [.feet, .hands, .otherLimb].contains($0) }
    return hasSupport ? nil : "there is no band and no box"
  }
}

extension Evidence {
  /// How many weeks of eccentric work the newest body part of an exercise has had, where loads of it
  /// still start low; nil where they don't any more.
  func lowWeeks(of exercise: Exercise) -> Int? {
    exercise.primeMovers.filter(startsLow).map(eccentricWeeks).min()
  }
}
