import Foundation
import Lifting
import Prescribing

extension Place {
  /// All of somebody's that a scenario is made of, besides the instant.
  struct Background: Sendable {
    var history: History
    /// The strictest of what their coaches set; nil where nobody did.
    var limits: CoachLimits?

    func scenario(at now: Date, of account: Member, day: String? = nil) -> Scenario {
      Scenario(
        now: now, utcOffsetMinutes: account.utcOffsetSeconds(at: now) / 60, history: history,
        day: day, coach: limits, sticking: sticking(at: now))
    }

    /// Where lifts slow down, of the exercises where kept recordings show it.
    private func sticking(at now: Date) -> [Exercise.ID: StickingRange] {
      let measured = history.sets.filter { $0.at <= now && $0.value.stickingRegions != nil }
      return Dictionary(grouping: measured, by: \.value.exercise).compactMapValues { sets in
        StickingRange(regions: sets.flatMap { $0.value.stickingRegions ?? [] })
      }
    }
  }

  /// What today depends on.
  func background(_ account: Member) async throws -> Background {
    Background(
      history: try await recentHistory(account),
      limits: try await limits(of: account).map(\.limits).reduce(nil) { strictest, limits in
        strictest?.stricter(limits) ?? limits
      })
  }
}
