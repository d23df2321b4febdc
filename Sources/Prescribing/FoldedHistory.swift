import Lifting
import Physiology

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the models have made of an athlete's history, so that the next prescription needn't fold it
/// again: for whoever asks often, as a study of many weeks does.
///
/// It changes no answer. Where a fact that it holds was corrected or came late, or the athlete or a
/// constant of the models is another, the history is folded anew.
///
///     var folded = FoldedHistory()
///     let monday = prescribe(scenario, resuming: &folded)
///     let wednesday = prescribe(later, resuming: &folded)
public struct FoldedHistory: Sendable {
  /// The states up to an instant before which no rating counts as today's.
  private var settled: Settled?

  public init() {}

  private struct Settled: Sendable {
    let until: Date
    let taken: Taken
    let parameters: ModelParameters
    let rated: AthleteState
    let unrated: AthleteState
  }

  /// All that a fold has looked at, for whether it still stands.
  private struct Taken: Sendable, Equatable {
    let athlete: Athlete?
    let sets: ArraySlice<Dated<WorkSet>>
    let tests: ArraySlice<Dated<StrengthTest>>
    let checkIns: ArraySlice<Dated<CheckIn>>

    init(_ history: History, until instant: Date) {
      func before<Value>(_ facts: [Dated<Value>]) -> ArraySlice<Dated<Value>> {
        facts.prefix { $0.at <= instant }
      }
      athlete = history.athlete
      sets = before(history.sets)
      tests = before(history.tests)
      checkIns = before(history.checkIns)
    }
  }

  /// What a dose is decided by.
  struct States {
    /// From all facts.
    let known: AthleteState
    /// From what can't be talked into a larger dose: all facts but today’s ratings, and all facts but
    /// any rating; only the first where nothing was rated.
    let cautious: [AthleteState]
  }

  /// The states at an instant that no fact of the history comes after.
  mutating func states(
    of history: History, at now: Date, _ parameters: ModelParameters
  ) -> States {
    let start = settle(
      history, until: now.addingTimeInterval(-(Evidence.ratingHours + 1) * 3600), parameters)
    let known = start.rated.resumed(with: history, at: now)
    guard !history.checkIns.isEmpty else { return States(known: known, cautious: [known]) }
    let people = start.unrated.resumed(with: history.withoutRatings, at: now)
    var earlier = history
    earlier.checkIns.removeAll {
      now.timeIntervalSince($0.at) <= Evidence.ratingHours * 3600
    }
    if earlier.checkIns.isEmpty { return States(known: known, cautious: [people]) }
    let isRatedToday = earlier.checkIns.count < history.checkIns.count
    return States(
      known: known,
      cautious: [people, isRatedToday ? start.rated.resumed(with: earlier, at: now) : known])
  }

  /// Goes on to an instant, or begins anew where what was folded doesn't stand any more.
  private mutating func settle(
    _ history: History, until instant: Date, _ parameters: ModelParameters
  ) -> Settled {
    let taken = Taken(history, until: instant)
    let before = settled.flatMap { settled in
      settled.until <= instant && settled.parameters == parameters
        && settled.taken == Taken(history, until: settled.until) ? settled : nil
    }
    func fold(_ history: History, from before: AthleteState?) -> AthleteState {
      before?.resumed(with: history, at: instant)
        ?? AthleteState(history, at: instant, parameters: parameters)
    }
    let rated = fold(history, from: before?.rated)
    let after = Settled(
      until: instant, taken: taken, parameters: parameters, rated: rated,
      // Until something is rated both are one.
      unrated: taken.checkIns.isEmpty
        ? rated : fold(history.withoutRatings, from: before?.unrated))
    settled = after
    return after
  }
}

extension History {
  fileprivate var withoutRatings: History {
    var unrated = self
    unrated.checkIns = []
    return unrated
  }
}
