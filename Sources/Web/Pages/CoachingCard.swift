import Coaching
import Community
import Foundation
import Lifting
import Pictures

/// Who coaches a member and whom they coach, in Settings.
enum CoachingCard {
  static func of(_ member: Member, _ place: Place) async throws -> HTML {
    let limits = try await place.limits(of: member)
    let unread = try await place.unreadMessages(of: member)
    let coaches = try await place.coaches(of: member).map { partner -> HTML in
      let set: HTML =
        limits.first { $0.coach == partner.id }.map { set -> HTML in
          "<br><span class=\"hint\">\(LimitsForm.day(set.at, member)): \(set.limits.words)</span>"
        } ?? .empty
      return """
        <li>\(partner.name) <span class="hint">sees \(SharingFields.words(partner.sees))</span>\(set)</li>
        """
    }
    let list: HTML = coaches.isEmpty ? .empty : "<ul>\(coaches)</ul>"
    func new(_ counts: [UUID: Int]) -> String {
      let count = counts.values.reduce(0, +)
      return count == 0 ? "" : " (\(count.counted("new message")))"
    }
    return """
      <section class="card"><h2>Coaching</h2>\(list)
      <p><a href="/coach">Your coaches, and what they see\(new(unread.byCoach))</a></p>
      <p><a href="/members">Members you coach\(new(unread.byMember))</a></p></section>
      """
  }
}
