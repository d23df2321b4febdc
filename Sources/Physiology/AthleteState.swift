public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// All that the models know of an athlete at an instant, folded from their facts.
///
/// The fold depends only on which facts there are and when they happened. It needs the history as
/// far back as protection lasts (a year); older facts change nothing that can be seen.
public struct AthleteState: Sendable {
  /// Sets less than this far apart belong to one bout.
  static let boutGapHours = 6.0

  public let parameters: Parameters
  /// By exercise, where a set told something about it.
  public private(set) var strength: [Exercise.ID: StrengthEstimate] = [:]
  private var hours: Double
  private(set) var people: PeopleBelief
  /// By body part, one for each susceptibility believed possible.
  private(set) var muscles: [BodyPart: [MuscleState]] = [:]
  private var open = OpenBout()

  /// What has been done since the last pause, not yet absorbed.
  private struct OpenBout {
    var bouts: [BodyPart: Bout] = [:]
    /// The best set of each exercise.
    var best: [Exercise.ID: (kilograms: Double, reps: Double, score: Double)] = [:]
    var lastHours = -Double.infinity
  }

  /// Folds everything that happened up to an instant.
  public init(_ history: History, at now: Date, parameters: Parameters = Parameters()) {
    self.parameters = parameters
    let known = history.until(now)
    let now = now.hours
    let firsts = [known.sets.first?.at, known.checkIns.first?.at, known.tests.first?.at]
    hours = firsts.compactMap { $0?.hours }.min() ?? now
    people = PeopleBelief(parameters)
    let protection = parameters.protectionAtStart(
      trainingMonths: history.athlete?.trainingMonths ?? 0)
    for part in BodyPart.allCases {
      muscles[part] = people.susceptibilities.map { _ in
        MuscleState(hours: hours, protection: protection)
      }
    }
    let bodyMass = history.athlete?.bodyMass ?? .kilograms(75)
    for event in Self.events(known) {
      switch event {
      case .set(let set): take(set, bodyMass: bodyMass)
      case .test(let test): take(test, bodyMass: bodyMass)
      case .checkIn(let checkIn): take(checkIn)
      }
    }
    close()
    advance(to: now)
  }

  private enum Event {
    case set(Dated<WorkSet>)
    case test(Dated<StrengthTest>)
    case checkIn(Dated<CheckIn>)
  }

  /// Everything in the order of time; at the same instant sets come before what is said of them.
  private static func events(_ history: History) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(history.sets.count + history.tests.count + history.checkIns.count)
    var sets = history.sets[...]
    var tests = history.tests[...]
    var checkIns = history.checkIns[...]
    while true {
      let set = sets.first?.at ?? .distantFuture
      let test = tests.first?.at ?? .distantFuture
      let checkIn = checkIns.first?.at ?? .distantFuture
      if let first = sets.first, set <= test, set <= checkIn {
        events.append(.set(first))
        sets.removeFirst()
      } else if let first = tests.first, test <= checkIn {
        events.append(.test(first))
        tests.removeFirst()
      } else if let first = checkIns.first {
        events.append(.checkIn(first))
        checkIns.removeFirst()
      } else {
        return events
      }
    }
  }

  private mutating func take(_ set: Dated<WorkSet>, bodyMass: Mass) {
    guard let exercise = Exercise.with(set.value.exercise), set.value.reps > 0 else { return }
    let instant = set.at.hours
    if instant - open.lastHours > Self.boutGapHours { close() }
    open.lastHours = instant
    let stimulus = Stimulus(
      of: set.value, exercise: exercise, bodyMass: bodyMass,
      oneRepMaxKilograms: strength[exercise.id]?.oneRepMaxKilograms)
    for part in exercise.shares.keys {
      var bout = open.bouts[part] ?? Bout(hours: instant)
      bout.hours = instant
      stimulus.add(to: &bout, of: part, parameters)
      open.bouts[part] = bout
    }
    if set.value.kind == .normal {
      remember(
        exercise, kilograms: set.value.load.kilograms(in: exercise, bodyMass: bodyMass),
        reps: Double(set.value.reps + (set.value.repsInReserve ?? 0)))
    }
  }

  private mutating func take(_ test: Dated<StrengthTest>, bodyMass: Mass) {
    guard let exercise = Exercise.with(test.value.exercise) else { return }
    let instant = test.at.hours
    if instant - open.lastHours > Self.boutGapHours { close() }
    open.lastHours = instant
    switch test.value.result {
    case .repetitions(let reps, let load):
      remember(
        exercise, kilograms: load.kilograms(in: exercise, bodyMass: bodyMass), reps: Double(reps))
    case .lowering: break
    }
  }

  /// Keeps the set of a bout that says most about strength. Reps beyond ten say little.
  private mutating func remember(_ exercise: Exercise, kilograms: Double, reps: Double) {
    guard let factor = OneRepMaxFormula.consensus(reps: reps)?.factor else { return }
    let score = kilograms * factor
    if score > open.best[exercise.id]?.score ?? 0 {
      open.best[exercise.id] = (kilograms, reps, score)
    }
  }

  private mutating func take(_ checkIn: Dated<CheckIn>) {
    close()
    let instant = checkIn.at.hours
    let ratings = checkIn.value.soreness.sorted { $0.key < $1.key }
    for (part, rating) in ratings {
      guard let states = muscles[part] else { continue }
      people.observe(
        rating: rating,
        expectedMillimetres: states.map { $0.sorenessMillimetres(at: instant, parameters) })
    }
    for (part, rating) in ratings {
      guard var states = muscles[part] else { continue }
      let said = people.averageMillimetres(saying: rating)
      for index in states.indices {
        states[index].believe(sorenessMillimetres: said, at: instant, parameters)
      }
      muscles[part] = states
    }
  }

  private mutating func close() {
    for (part, bout) in open.bouts { absorb(bout, of: part) }
    for (id, best) in open.best {
      let instant = open.lastHours
      if strength[id] == nil {
        strength[id] = StrengthEstimate(load: best.kilograms, reps: best.reps, hours: instant)
      } else {
        strength[id]?.observe(load: best.kilograms, reps: best.reps, hours: instant)
      }
    }
    open = OpenBout()
  }

  private mutating func absorb(_ bout: Bout, of part: BodyPart) {
    guard var states = muscles[part] else { return }
    for (index, susceptibility) in people.susceptibilities.enumerated()
    where states.indices.contains(index) {
      states[index].absorb(bout, of: part, susceptibility: susceptibility, parameters)
    }
    muscles[part] = states
  }

  private mutating func advance(to instant: Double) {
    for (part, states) in muscles {
      muscles[part] = states.map { state in
        var state = state
        state.advance(to: instant, of: part, parameters)
        return state
      }
    }
    hours = max(hours, instant)
  }

  /// What the body parts are like at an instant that isn't before the state's.
  public func readiness(at instant: Date) -> [BodyPart: Readiness] {
    var later = self
    later.advance(to: instant.hours)
    return later.muscles.reduce(into: [:]) { readiness, entry in
      let states = entry.value
      readiness[entry.key] = Readiness(
        strength: people.interval(states.map(\.strength)),
        soreness: people.soreness(
          expectedMillimetres: states.map {
            $0.sorenessMillimetres(at: instant.hours, parameters)
          }),
        strengthADayAfterLastBout: people.interval(states.map(\.strengthADayAfterLastBout)))
    }
  }

  /// The state after a session, as if it were done now in one go.
  public func after(_ session: [Stimulus], at instant: Date) -> AthleteState {
    var later = self
    later.advance(to: instant.hours)
    var bouts: [BodyPart: Bout] = [:]
    for stimulus in session {
      for part in stimulus.exercise.shares.keys {
        var bout = bouts[part] ?? Bout(hours: instant.hours)
        stimulus.add(to: &bout, of: part, parameters)
        bouts[part] = bout
      }
    }
    for (part, bout) in bouts { later.absorb(bout, of: part) }
    return later
  }
}

/// What a body part can do and how it feels.
public struct Readiness: Sendable, Hashable {
  /// Of the rested strength, 0 to 1.
  public let strength: Interval
  /// As the athlete would rate it, 0 to 10.
  public let soreness: Interval
  /// Strength a day after the last bout, 0 to 1: how hard it was. 1 where there was none.
  public let strengthADayAfterLastBout: Interval
}

extension Date {
  /// Hours since 1970, the models' clock.
  var hours: Double { timeIntervalSince1970 / 3600 }
}
