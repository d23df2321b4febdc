public import Community
public import Foundation
public import Lifting
public import Physiology
import Storage

/// What other programs ask for: the same as pages show, as values.
extension Place {
  /// What somebody's body is believed to be like now, and when that is: by the newest fact where a phone
  /// is ahead of this server's clock.
  public func state(of account: Member) async throws -> (at: Date, state: AthleteState) {
    let history = try await recentHistory(account)
    let now = now(after: history)
    return (now, AthleteState(history.until(now), at: now))
  }

  /// The program that somebody follows, or would by default, with the exercises of their own that it may
  /// name; nil where they train without one.
  public func program(
    of account: Member
  ) async throws -> (choice: ProgramChoice?, exercises: [String: OwnExercise]) {
    let history = try await recentHistory(account)
    let choice = history.program.flatMap { $0.text.isEmpty ? nil : $0 }
    return (choice, history.exercises)
  }

  /// Somebody's facts in the order in which they came in, from behind a place in it.
  ///
  /// - Returns: The facts, the place of the last one, and whether there are more.
  public func facts(
    of account: Member, after entry: Int, most: Int
  ) async throws -> (facts: [Fact], last: Int, hasMore: Bool) {
    let page = try await store.facts(of: account.athlete, after: entry, most: most)
    return (page.facts, page.last, page.hasMore)
  }
}
