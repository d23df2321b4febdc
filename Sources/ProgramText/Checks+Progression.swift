import Lifting

extension Parser.Group {
  /// Progressions that have nothing to add to, or never arrive.
  func progressionProblems(_ parser: Parser) -> [Problem] {
    guard !sets.progressions.isEmpty else { return [] }
    return zip(Clause.progressions, Progression.Quantity.allCases).compactMap { clause, quantity in
      guard let place = places[clause],
        let progression = sets.progressions.first(where: { $0.quantity == quantity })
      else { return nil }
      return problem(with: progression, at: parser.range(place))
    }
  }

  /// A progression where there is no second week.
  func uncountedProgression(_ parser: Parser) -> Problem? {
    guard isComplete, !sets.progressions.isEmpty,
      let place = Clause.progressions.lazy.compactMap({ places[$0] }).first
    else { return nil }
    return .warning(
      parser.range(place), "nothing says for how many weeks, so nothing is added",
      hint: "write “weeks: 4” at the top, or “# Weeks 1-4” above the workouts")
  }

  private func problem(with progression: Progression, at place: Range<String.Index>) -> Problem? {
    switch progression {
    case .percent(_, let end):
      guard case .percent(let start)? = sets.load else {
        return .error(
          place, "there is no load in % to add to",
          hint: "give the load in %, as in “@ 70%”, or the step in kg or lb")
      }
      return backwards(start, end, at: place)
    case .mass(let step, let end): return massProblem(step, end, at: place)
    case .reps(_, let end):
      if sets.holdSeconds != nil {
        return .error(
          place, "there are no repetitions to add to", hint: "write “add 5 s a week”")
      }
      return backwards(Double(sets.reps.upperBound), end.map(Double.init), at: place)
    case .sets(_, let end):
      return backwards(Double(sets.sets), end.map(Double.init), at: place)
    case .seconds(_, let end):
      let start =
        sets.holdSeconds.map { Double($0.upperBound) } ?? sets.loweringSeconds
        ?? sets.tempo?.eccentric.seconds
      guard let start else {
        return .error(
          place, "there are no seconds to add to",
          hint: "say how long the lowering takes at first, as in “3 s”")
      }
      return backwards(start, end, at: place)
    case .easyWeek: return nil
    }
  }

  private func massProblem(
    _ step: Mass, _ end: Mass?, at place: Range<String.Index>
  ) -> Problem? {
    let start: Mass? =
      switch sets.load {
      case .mass(let mass): mass
      case .body(let external, let assistance): assistance == .zero ? external : assistance
      case .percent, nil: nil
      }
    guard let start else {
      return .error(
        place, "there is no load in \(step.unit.rawValue) to add to",
        hint: "give the load in \(step.unit.rawValue), or the step in %")
    }
    let units = [step.unit, end?.unit, start.amount > 0 ? start.unit : nil].compactMap { $0 }
    guard Set(units).count == 1 else {
      return .error(
        place, "the load and its step are in different units",
        hint: "write both in \(start.unit.rawValue)")
    }
    if case .mass(let mass)? = sets.load {
      if let problem = backwards(mass.amount, end?.amount, at: place) { return problem }
      if step.kilograms > 0.1 * mass.kilograms + 1e-9 {
        return .warning(
          place, "this adds more than a tenth of the load in a week",
          hint: "nobody gets more than a tenth at once; write a smaller step")
      }
    }
    return nil
  }

  private func backwards(
    _ start: Double, _ end: Double?, at place: Range<String.Index>
  ) -> Problem? {
    guard let end, end < start else { return nil }
    return .error(
      place, "this ends below where it begins",
      hint: "write an end above \(start.plain)")
  }
}
