import Coaching
import Community
import Foundation
import Lifting
import Prescribing

extension Endpoint {
  static let members = get(
    "/members", "Those you coach, with what they let you see", scope: .coach,
    query: Parameter.page(default: 100, most: 500)
  ) { call in
    let page = try Paged(
      try await call.visit.place.members(of: call.member),
      after: try call.after("members")?[0], limit: try call.limit
    ) { $0.id.uuidString }
    return MembersPage(
      members: page.elements.map(Coached.init),
      next: page.last.map { Cursor("members", $0.id.uuidString).text })
  }

  static let limits = get(
    "/members/{member}/limits", "The limits that you set for a member, the newest first",
    scope: .coach
  ) { call in
    try await LimitsAnswer.of(call)
  }

  static let putLimits: Endpoint = put(
    "/members/{member}/limits",
    "Set your limits for a member in place of those you set before; they only make ours stricter",
    scope: .coach, problems: [.forbidden]
  ) { (call, limits: CoachLimits) in
    try await call.visit.place.setLimits(limits, of: try call.id("member"), by: call.member)
    return (try await LimitsAnswer.of(call), isNew: false)
  }

  static let groups = get(
    "/groups", "Your groups of members", scope: .coach,
    query: Parameter.page(default: 100, most: 500)
  ) { call in
    let page = try Paged(
      try await call.visit.place.groups(of: call.member),
      after: try call.after("groups")?[0], limit: try call.limit
    ) { $0.id.uuidString }
    return GroupsPage(
      groups: page.elements.map(Group.init),
      next: page.last.map { Cursor("groups", $0.id.uuidString).text })
  }

  private struct Coached: Codable, Sendable {
    var id: UUID
    var name: String
    var since: Date
    var sees: [Shared]

    init(_ partner: CoachPartner) {
      id = partner.id
      name = partner.name
      since = partner.since
      sees = partner.sees.sorted().compactMap { Shared(rawValue: $0.rawValue) }
    }
  }

  /// What a member lets their coach see.
  private enum Shared: String, Codable, Sendable, CaseIterable {
    case sessions, soreness, measurements, notes, bodyMass
  }

  private struct MembersPage: Codable, Sendable {
    var members: [Coached]
    var next: String?
  }

  private struct LimitsAnswer: Codable, Sendable {
    struct Earlier: Codable, Sendable {
      var at: Date
      var limits: CoachLimits
    }

    /// Those that hold; empty where none were set.
    var limits: CoachLimits
    /// All that was set, the newest first, fifty at most.
    var set: [Earlier]

    static func of(_ call: Call) async throws -> LimitsAnswer {
      let set = try await call.visit.place.limits(of: call.id("member"), by: call.member).limits
      return LimitsAnswer(
        limits: set.first?.limits ?? CoachLimits(),
        set: set.prefix(50).map { Earlier(at: $0.at, limits: $0.limits) })
    }
  }

  private struct Group: Codable, Sendable {
    var id: UUID
    var name: String
    var members: [UUID]

    init(_ group: CoachGroup) {
      id = group.id
      name = group.name
      members = group.members.sorted { $0.uuidString < $1.uuidString }
    }
  }

  private struct GroupsPage: Codable, Sendable {
    var groups: [Group]
    var next: String?
  }
}
