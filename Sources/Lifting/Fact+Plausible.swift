#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Fact {
  /// What can't be true of it; empty for every fact that may be kept.
  ///
  /// It is the one guard of what is kept: the store takes no fact that has a problem, and gives none
  /// out. Everything that calculates or draws can rely on these ranges.
  ///
  /// - Parameter now: The clock of whoever takes the fact, which must not be of the future; nil
  ///   looks at no clock.
  /// - Returns: Each problem with the place of its value in the fact's JSON.
  public func problems(now: Date? = nil) -> [Implausible] {
    var plausibility = Plausibility()
    if let problem = Implausible(instant: at, now: now) { plausibility.add(problem) }
    if supersedes == id {
      plausibility.add(Implausible(at: ["supersedes"], "a fact can't take its own place"))
    }
    plausibility.add(body.problems, under: "body")
    if case .athlete(let athlete) = body, athlete.birthYear > Day(at, utcOffsetSeconds: 0).year {
      plausibility.add(
        Implausible(
          at: ["body", "birthYear"],
          "birthYear is \(athlete.birthYear), later than the fact itself"))
    }
    return plausibility.found
  }
}

extension Implausible {
  /// What is wrong with an instant at which somebody is said to have trained.
  ///
  /// - Returns: nil where nothing is.
  public init?(instant: Date, now: Date? = nil, key: JSONKey = "at") {
    let day = Day(instant, utcOffsetSeconds: 0)
    if !Plausible.instants.contains(instant) {
      self.init(at: [key], "\(key.stringValue) is \(day), but must be from 1950 to 2100")
    } else if let now, instant > now.addingTimeInterval(Plausible.aheadSeconds) {
      self.init(
        at: [key], "\(key.stringValue) is \(day), more than a day after now; is the clock right?")
    } else {
      return nil
    }
  }
}

extension Fact.Body {
  /// What can't be true of it whenever it was.
  public var problems: [Implausible] {
    switch self {
    case .athlete(let value): value.problems
    case .screening(let value): value.problems
    case .clearance(let value): value.problems
    case .session(let value): value.problems
    case .workSet(let value): value.problems
    case .checkIn(let value): value.problems
    case .strengthTest(let value): value.problems
    case .program(let value): value.problems
    case .sessionEnd(let value): value.problems
    case .exercise(let value): value.problems
    case .recording(let value): value.problems
    case .retraction, .restoration: []
    }
  }
}

extension Load {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    let reason = "more than anyone can lift"
    plausibility.mass("external", external, upTo: Plausible.heaviestLoad, reason)
    plausibility.mass("assistance", assistance, upTo: Plausible.heaviestLoad, reason)
    return plausibility.found
  }
}

extension WorkSet {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("exercise", exercise.rawValue, upTo: Plausible.longestName)
    plausibility.text("nameAsWritten", nameAsWritten, upTo: Plausible.longestName)
    plausibility.add(load.problems, under: "load")
    plausibility.number("reps", reps, in: Plausible.reps)
    if let tempo { plausibility.add(tempo.problems, under: "tempo") }
    plausibility.number("controlledReps", controlledReps, in: Plausible.reps)
    plausibility.number("repsInReserve", repsInReserve, in: Plausible.repsInReserve)
    plausibility.number("holdSeconds", holdSeconds, in: Plausible.secondsOfASet)
    plausibility.number("carriedMeters", carriedMeters, in: Plausible.carriedMeters)
    plausibility.text("session", session?.rawValue, upTo: Plausible.longestName)
    plausibility.text("note", note, upTo: Plausible.longestNote)
    if let stickingRegions {
      plausibility.count(
        "stickingRegions", stickingRegions.count, upTo: Plausible.reps.upperBound)
      for (place, region) in stickingRegions.enumerated() {
        for problem in region.problems {
          plausibility.add(problem.under(JSONKey(place)).under("stickingRegions"))
        }
      }
    }
    return plausibility.found
  }
}

extension Tempo {
  /// What can't be true of it; it is one text in JSON, so that nothing stands below it.
  public var problems: [Implausible] {
    let beats = [eccentric.seconds, pauseBottom, concentric.seconds, pauseTop].compactMap { $0 }
    guard let beat = beats.first(where: { !(0...Self.longestBeat).contains($0) }) else {
      return []
    }
    return [
      Implausible(
        at: [], "tempo has \(beat.short) s, but a beat is from 0 to \(Self.longestBeat.short) s")
    ]
  }
}

extension StickingRegion {
  /// What can't be true of it. Shares and the velocity are measured, and may be off;
  /// whoever uses them judges whether to believe them.
  var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.number("startSeconds", startSeconds, in: Plausible.secondsOfASet)
    plausibility.number("endSeconds", endSeconds, in: Plausible.secondsOfASet)
    plausibility.number("startShare", startShare, in: -10...10)
    plausibility.number("endShare", endShare, in: -10...10)
    plausibility.number(
      "minimumVelocityMetersPerSecond", minimumVelocityMetersPerSecond,
      in: -Velocity.range.upperBound...Velocity.range.upperBound)
    return plausibility.found
  }
}

extension Session {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("id", id.rawValue, upTo: Plausible.longestName)
    plausibility.text("title", title, upTo: Plausible.longestName)
    plausibility.text("program", program, upTo: Plausible.longestName)
    return plausibility.found
  }
}

extension SessionEnd {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("session", session.rawValue, upTo: Plausible.longestName)
    return plausibility.found
  }
}

extension StrengthTest {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("exercise", exercise.rawValue, upTo: Plausible.longestName)
    switch result {
    case .repetitions(let reps, let load):
      plausibility.number("reps", reps, in: Plausible.reps)
      plausibility.add(load.problems, under: "load")
    case .lowering(let seconds, let load):
      plausibility.number("loweringSeconds", seconds, in: Plausible.seconds)
      plausibility.add(load.problems, under: "load")
    case .hold(let seconds, let load):
      plausibility.number("holdSeconds", seconds, in: Plausible.secondsOfASet)
      plausibility.add(load.problems, under: "load")
    }
    return plausibility.found
  }
}

extension CheckIn {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    for (part, rating) in soreness where !Plausible.ratings.contains(rating) {
      plausibility.add(
        Implausible(
          at: ["soreness"],
          "soreness of \(part.rawValue) is \(rating), but must be from 0 to 10"))
    }
    plausibility.count("pains", pains.count, upTo: Plausible.pains)
    return plausibility.found.sorted { $0.message < $1.message }
  }
}

extension Clearance {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("by", by, upTo: Plausible.longestName)
    plausibility.day("on", on)
    plausibility.text("note", note, upTo: Plausible.longestNote)
    return plausibility.found
  }
}

extension ProgramChoice {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.text("text", text, upTo: Plausible.longestProgram)
    return plausibility.found
  }
}

extension Screening {
  /// What can't be true of it.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    for id in yes.sorted() where !Self.questions.contains(where: { $0.id == id }) {
      plausibility.add(
        Implausible(at: ["yes"], "there is no screening question “\(id.prefix(60))”"))
    }
    plausibility.day("clearedOn", clearedOn)
    return plausibility.found
  }
}

extension Athlete {
  /// What can't be true of them.
  public var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.number("birthYear", birthYear, in: Plausible.birthYears)
    plausibility.number("bodyMass", bodyMass, in: Self.bodyMassRange)
    plausibility.number("trainingMonths", trainingMonths, in: Plausible.trainingMonths)
    plausibility.mass(
      "loadStep", loadStep, upTo: Plausible.heaviestBar, "more than a step between two weights")
    if let weights { plausibility.add(weights.problems, under: "weights") }
    plausibility.number("tolerableSoreness", tolerableSoreness, in: Plausible.ratings)
    return plausibility.found
  }
}

extension Weights {
  /// What can't be true of them; the masses of lists are at most 1,000 each, 200 in all.
  var problems: [Implausible] {
    var plausibility = Plausibility()
    plausibility.mass("bar", bar, upTo: Plausible.heaviestBar, "more than any bar weighs")
    for (key, list) in [
      ("plates", plates), ("dumbbells", dumbbells), ("machines", machines),
    ] as [(JSONKey, MassList?)] {
      plausibility.text(key, list?.description, upTo: Plausible.longestNote)
    }
    return plausibility.found
  }
}
