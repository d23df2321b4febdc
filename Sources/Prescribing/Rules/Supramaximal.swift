import Lifting

extension Rule {
  /// More than can be lifted is for the experienced, with a fresh one-rep maximum, once a week.
  static let noSupramaximalLoads = Rule(
    id: "no-supramaximal-loads",
    sentence:
      "Loads above the one-rep maximum need a year of training, four weeks of negatives at 80 % or more, a maximum from the last eight weeks, and an age of 18; once a week.",
    source: Source("Suchomel 2019: accentuated loads are for the stronger athlete", .b),
    effect: .limits { draft, evidence in
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated() {
        guard let missing = evidence.missingForSupramaximal(item.exercise) else { continue }
        if draft.capIntensity(ofItem: i, at: 1, where: { _ in true }) {
          remarks.append(
            Remark(
              item.doses.contains { $0.isOneLimb(of: item.exercise) }
                ? "\(item.exercise.name): with two up and one down, no more than half of what both can lift, because that is one side’s maximum and \(missing)."
                : item.doses.contains { $0.kind == .negative }
                  ? "\(item.exercise.name): no more than your one-rep maximum, because \(missing)."
                  : "\(item.exercise.name): the plan asks for more than you can lift once; it gets less.",
              exercise: item.exercise))
        }
        if item.maximumKilograms == nil, item.leastKilograms == nil,
          item.exercise.bodyMassFraction == 0,
          item.doses.contains(where: { $0.kind == .negative && $0.load != nil })
        {
          draft.items[i].goByFeel(
            "Choose a weight that you could lift eight times.", where: { $0.kind == .negative })
          remarks.append(
            Remark(
              "\(item.exercise.name): negatives by feel, because your one-rep maximum isn’t known yet.",
              exercise: item.exercise,
              change: "Log a few normal sets of it, and the weight can be worked out."))
        }
        if item.isMaximumOpen, let lowered = evidence.loweredKilograms(as: item.exercise),
          draft.capLoad(
            ofItem: i, atKilograms: lowered, where: { $0.kind == .negative && $0.cue == nil })
        {
          remarks.append(
            Remark(
              "\(item.exercise.name): negatives with no more than you have lowered before, because your one-rep maximum isn’t known yet.",
              exercise: item.exercise,
              change: "Log a few normal sets of it, and the weight can be worked out."))
        }
        if draft.addHelp(toItem: i, evidence) {
          remarks.append(
            Remark(
              "\(item.exercise.name): negatives with part of your weight taken off, because it isn’t known yet how much of yourself you can lower.",
              exercise: item.exercise,
              change:
                "Log a few normal sets with the help you need, or try one slow lowering as a test.")
          )
        }
      }
      return remarks
    })

  /// Fifteen lowerings above the one-rep maximum of an exercise in a session.
  static let supramaximalReps = Rule(
    id: "supramaximal-reps",
    sentence: "Above the one-rep maximum an exercise has fifteen lowerings in a session at most.",
    source: Source("NSCA 2015: 1–6 reps × 1–4 sets", .b),
    effect: .limits { draft, evidence in
      let bodyMass = evidence.athlete.bodyMass
      var remarks: [Remark] = []
      for (i, item) in draft.items.enumerated()
      where draft.capReps(
        ofItem: i, at: SafetyLimits.supramaximalLowerings,
        where: { item.intensity(of: $0, bodyMass: bodyMass) ?? 0 > 1 + 1e-9 })
      {
        remarks.append(
          Remark(
            "\(item.exercise.name): fifteen lowerings above your one-rep maximum are the most.",
            exercise: item.exercise))
      }
      return remarks
    })
}

extension Evidence {
  /// What is missing before loads above the one-rep maximum, as an end of “because …”; nil where
  /// nothing is.
  func missingForSupramaximal(_ exercise: Exercise) -> String? {
    if isUnder18 { return "you are, or may be, under 18" }
    if isNovice { return "you’ve trained for less than a year" }
    guard let maximum = maximum(exercise) else { return "it isn’t known yet" }
    if maximum.isStale { return "your last test of it is more than eight weeks old" }
    let heavy = emphasized.filter { set in
      set.value.exercise == exercise.id && days(since: set.at) < 84
        && set.value.load.kilograms(in: exercise, bodyMass: athlete.bodyMass)
          >= SafetyLimits.heavyShare * maximum.kilograms
    }
    let weeks = Set(heavy.map { Int(saturating: days(since: $0.at) / 7) }).count
    if weeks < SafetyLimits.heavyWeeks {
      return "you’ve had \(weeks) of the four weeks of negatives at 80 % or more"
    }
    let above = heavy.contains { set in
      days(since: set.at) < 7
        && set.value.load.kilograms(in: exercise, bodyMass: athlete.bodyMass)
          > maximum.kilograms
    }
    return above ? "you’ve been above it this week" : nil
  }
}

extension Draft.Item {
  /// Whether it lifts the body, and neither sets nor tests tell how much of it can be lifted once.
  fileprivate var isMaximumOpen: Bool {
    exercise.bodyMassFraction > 0 && maximumKilograms == nil && leastKilograms == nil
  }
}

extension Draft {
  /// Has the body lowered with help where neither sets nor tests nor earlier negatives tell how much of
  /// it somebody can lower.
  ///
  /// - Returns: whether there were any such negatives.
  fileprivate mutating func addHelp(toItem index: Int, _ evidence: Evidence) -> Bool {
    let item = items[index]
    guard item.isMaximumOpen, evidence.loweredKilograms(as: item.exercise) == nil,
      item.doses.contains(where: { $0.kind == .negative && $0.cue == nil })
    else { return false }
    items[index].goByFeel(
      "Have a band, your hands or your feet carry about half of you.",
      where: { $0.kind == .negative && $0.cue == nil })
    return true
  }
}

extension Evidence {
  /// The most that somebody has lowered under control, in a test or in their last negatives, in an
  /// exercise or the same lift under another name; nil where they haven't.
  fileprivate func loweredKilograms(as exercise: Exercise) -> Double? {
    ([exercise] + exercise.sameLift).flatMap { exercise -> [Double] in
      let tests = history.tests.compactMap { test -> Double? in
        guard test.value.exercise == exercise.id,
          case .lowering(let seconds, let load) = test.value.result, seconds >= 3
        else { return nil }
        return load.kilograms(in: exercise, bodyMass: athlete.bodyMass)
      }
      guard let last = lastNegatives(of: exercise), last.control == .kept else { return tests }
      return tests + [last.heaviest.load.kilograms(in: exercise, bodyMass: athlete.bodyMass)]
    }.max()
  }
}
