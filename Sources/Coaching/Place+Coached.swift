public import Community
public import Foundation
public import Lifting
public import Physiology
import Prescribing
import Storage

extension Place {
  // MARK: Today

  /// A member's day as their coach sees it.
  public struct CoachedToday: Sendable {
    public var coached: Coached
    /// Without what isn't shared.
    public var today: Today
    /// Whether nothing is prescribed; why stands in the prescription only where that is shared.
    public var isHeldBack: Bool
    /// The past days as they had been forecast, beside what was said; nil where that isn't shared.
    public var past: LookBack?
  }

  /// A member's day, for a coach who sees sessions or soreness.
  public func today(of member: UUID, by coach: Member) async throws -> CoachedToday {
    let coached = try await coached(
      member, by: coach, showing: [.sessions, .soreness], as: .today)
    let sees = coached.sees
    var today = try await today(coached.member)
    let past =
      sees.contains(.soreness)
      ? today.prescription.forecast.parts.first?.days.first.map {
        LookBack(today.history, before: $0.at)
      } : nil
    let isHeldBack = today.prescription.refusal != nil
    today.history = sees.masked(today.history)
    if !sees.contains(.sessions) {
      today.prescription.session = nil
      today.prescription.refusal = nil
      today.outlook = Outlook()
      today.begun = nil
      today.doneSets = []
      today.workouts = []
    }
    if !sees.isSuperset(of: [.sessions, .soreness]) {
      // Reasons tell of both.
      today.prescription.refusal = nil
      today.prescription.reasons = []
      today.prescription.exercises = []
      today.prescription.bodyParts = []
      today.changes = []
    }
    if !sees.contains(.soreness) {
      today.checkIn = nil
      today.toRate = []
    }
    for index in today.doneSets.indices { sees.mask(&today.doneSets[index].value) }
    return CoachedToday(
      coached: coached, today: today, isHeldBack: isHeldBack && sees.contains(.sessions),
      past: past)
  }

  // MARK: Sessions

  /// What a member has done, for a coach who sees sessions.
  public func past(of member: UUID, by coach: Member) async throws -> (Coached, Past) {
    let coached = try await coached(member, by: coach, showing: [.sessions], as: .sessions)
    let sees = coached.sees
    var past = try await past(coached.member)
    for index in past.days.indices {
      past.days[index].entries = []
      if !sees.contains(.soreness) { past.days[index].soreness = [:] }
      for set in past.days[index].sets.indices { sees.mask(&past.days[index].sets[set].value) }
    }
    past.days.removeAll { $0.sets.isEmpty && $0.soreness.isEmpty }
    past.strength.removeAll { !sees.showsMaximum(of: $0.exercise) }
    past.takenBack = []
    past.unreadable = []
    return (coached, past)
  }

  /// Sessions with what they asked for, for a coach who sees them; the newest first.
  public func sessions(
    of member: UUID, by coach: Member, most: Int = 8
  ) async throws -> [SessionReport] {
    let coached = try await coached(member, by: coach, showing: [.sessions], as: .sessions)
    return try await sessionReports(of: coached, most: most)
  }

  /// One of them; nil where there is none with this id.
  public func session(
    _ id: Session.ID, of member: UUID, by coach: Member
  ) async throws -> (coached: Coached, report: SessionReport)? {
    let coached = try await coached(member, by: coach, showing: [.sessions], as: .sessions)
    return try await sessionReports(of: coached, most: 1, only: id).first.map { (coached, $0) }
  }

  private func sessionReports(
    of coached: Coached, most: Int, only: Session.ID? = nil
  ) async throws -> [SessionReport] {
    let facts = try await store.facts(of: coached.member.athlete)
    let limits = try await setLimits(of: coached.member.athlete)
    return await SessionReport.newest(
      most, only: only, in: facts, of: coached.member, limits: limits, sees: coached.sees)
  }

  // MARK: Measurements

  /// A member's recordings as they stand, the newest first, for a coach who sees measurements.
  public func recordings(of member: UUID, by coach: Member) async throws -> [Recorded] {
    let coached = try await coached(
      member, by: coach, showing: [.measurements], as: .measurements)
    return try await recordings(of: coached.member)
  }

  /// One of them with what is measured in it; nil where there is none with this id.
  public func measured(
    _ recording: UUID, of member: UUID, by coach: Member
  ) async throws -> (coached: Coached, recorded: Recorded, measured: MeasuredRecording)? {
    let coached = try await coached(
      member, by: coach, showing: [.measurements], as: .measurements)
    guard let recorded = try await self.recording(recording, of: coached.member) else { return nil }
    return (coached, recorded, try await measured(recorded, of: coached.member))
  }

  // MARK: For a physiotherapist

  /// What a physiotherapist asks about, of one's own.
  public func physio(of member: Member) async throws -> PhysioReport {
    let history = History(try await store.facts(of: member.athlete))
    let now = now(after: history)
    return PhysioReport(
      history.until(now), at: now, of: member, concerns: history.screening?.concerns ?? [],
      sees: Set(Sharing.allCases))
  }

  /// The same of a member, for a coach who sees soreness; the rest as far as it is shared.
  public func physio(
    of member: UUID, by coach: Member
  ) async throws -> (coached: Coached, report: PhysioReport) {
    let coached = try await coached(member, by: coach, showing: [.soreness], as: .physio)
    let history = History(try await store.facts(of: coached.member.athlete))
    let now = now(after: history)
    let report = PhysioReport(
      coached.sees.masked(history.until(now)), at: now, of: coached.member, concerns: [],
      sees: coached.sees)
    return (coached, report)
  }
}
