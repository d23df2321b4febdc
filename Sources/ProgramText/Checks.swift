import Lifting

extension Parser.Group {
  /// What contradicts itself or the exercise, though every clause by itself is understood.
  func problems(in exercise: Exercise?, _ parser: Parser) -> [Problem] {
    guard isComplete else { return [] }
    return [
      assistedTempo(parser), impossibleNegative(exercise, parser), missingWayUp(exercise, parser),
      unsuitableWayUp(exercise, parser), idleWayUp(parser), repeatedLowering(parser),
      heldNegative(parser), heldTempo(parser), tooHeavyToLift(parser),
    ].compactMap { $0 } + progressionProblems(parser)
  }

  private func heldNegative(_ parser: Parser) -> Problem? {
    guard let hold = sets.holdSeconds, sets.kind == .negative,
      let place = places[Clause.kind]
    else { return nil }
    return .error(
      parser.range(place), "a negative is lowered, not held",
      hint: "write “\(sets.sets) x 1 negative, \(hold.upperBound) s”")
  }

  private func tooHeavyToLift(_ parser: Parser) -> Problem? {
    guard sets.kind != .negative, case .percent(let percent)? = sets.load, percent > 100,
      let place = places[Clause.load].map(parser.range),
      !parser.problems.contains(where: { $0.severity == .error && $0.range.overlaps(place) })
    else { return nil }
    return .warning(
      place, "more than the one-rep maximum can be lowered, but not lifted",
      hint: "write “\(repsText) negative”, or 100% at most")
  }

  private func heldTempo(_ parser: Parser) -> Problem? {
    guard sets.holdSeconds != nil,
      let place = places[Clause.tempo] ?? places[Clause.lowering]
    else { return nil }
    return .error(
      parser.range(place), "what is held has no tempo",
      hint: "leave it out, or write repetitions in place of the seconds")
  }

  private func assistedTempo(_ parser: Parser) -> Problem? {
    guard sets.kind != .negative, sets.tempo?.concentric == .assisted,
      let place = places[Clause.tempo],
      let assisted = parser.tokens[place].first(where: { $0.key == "a" })
    else { return nil }
    return .error(
      assisted.range, "\(assisted.text.quoted) is an assisted way up, but these aren't negatives",
      hint: "write “\(repsText) negative”, or give the way up its seconds")
  }

  private func impossibleNegative(_ exercise: Exercise?, _ parser: Parser) -> Problem? {
    guard sets.kind == .negative, let exercise, exercise.waysUp.isEmpty,
      let place = places[Clause.kind]
    else { return nil }
    return .warning(
      parser.range(place), "\(exercise.name.quoted) has no way up for negatives",
      hint: "lower slowly instead, as in “\(repsText), tempo 5-0-1-0”")
  }

  private func missingWayUp(_ exercise: Exercise?, _ parser: Parser) -> Problem? {
    guard sets.kind == .negative, sets.wayUp == nil, let exercise, !exercise.waysUp.isEmpty,
      let place = places[Clause.kind]
    else { return nil }
    return .warning(
      parser.range(place), "these negatives don't say how to get back up",
      hint: "add \(exercise.waysUp.map(\.phrase).alternatives)")
  }

  private func unsuitableWayUp(_ exercise: Exercise?, _ parser: Parser) -> Problem? {
    guard sets.kind == .negative, let wayUp = sets.wayUp, let exercise,
      !exercise.waysUp.isEmpty, !exercise.waysUp.contains(wayUp),
      let place = places[Clause.wayUp]
    else { return nil }
    return .warning(
      parser.range(place), "\(wayUp.phrase.quoted) isn't a way up of \(exercise.name.quoted)",
      hint: "write \(exercise.waysUp.map(\.phrase).alternatives)")
  }

  private func idleWayUp(_ parser: Parser) -> Problem? {
    guard sets.kind != .negative, let wayUp = sets.wayUp, let place = places[Clause.wayUp]
    else { return nil }
    return .warning(
      parser.range(place), "\(wayUp.phrase.quoted) belongs to negatives",
      hint: "write “\(repsText) negative”, or leave it out")
  }

  private func repeatedLowering(_ parser: Parser) -> Problem? {
    guard sets.tempo != nil, sets.loweringSeconds != nil, let place = places[Clause.lowering]
    else { return nil }
    return .warning(
      parser.range(place), "the tempo already says how long the lowering takes",
      hint: "leave one of them out")
  }

  private var repsText: String { PlannedSets(sets: sets.sets, reps: sets.reps).text }
}
