import Coaching
import Foundation
import Lifting
import Pictures
import Prescribing

extension Page {
  /// Whom somebody coaches.
  static let members = Page(
    path: "/members",
    show: { visit in .page(try await membersPage(visit, code: visit.query["code"] ?? "")) },
    take: { visit in
      let code = visit.form["code"] ?? ""
      do {
        try await visit.place.beginCoaching(code: code, by: visit.member)
        return .redirect("/members")
      } catch Place.Refused.badCoachingCode {
        return .page(
          try await membersPage(visit, code: code, problem: Place.Refused.badCoachingCode.sentence))
      }
    })

  private static func membersPage(
    _ visit: Visit, code: String, problem: String? = nil
  ) async throws -> PageContent {
    let members = try await visit.place.members(of: visit.member)
    let rows = members.map { member -> HTML in
      "<a href=\"/members/limits?member=\(member.id.uuidString)\">\(member.name)</a>"
    }
    let list: HTML =
      members.isEmpty ? "<p>Nobody yet.</p>" : "<section class=\"card links\">\(rows)</section>"
    return PageContent(
      title: "Members you coach", section: .settings,
      body: """
        <h1>Members you coach</h1>\(list)
        <section class="card"><h2>Coach somebody</h2>
        <p>They make a code under Settings and give it to you.</p>
        \(Parts.problem(problem))
        <form method="post" action="/members"><label>Code <input name="code" required \
        autocomplete="off" autocapitalize="off" value="\(code)"></label>
        <button class="quiet">Coach them</button></form></section>
        """,
      status: problem == nil ? 200 : 422)
  }

  /// A coach's own limits for a member.
  static let memberLimits = Page(
    path: "/members/limits",
    show: { visit in
      let (member, set) = try await coached(visit.query, visit)
      return .page(
        LimitsForm.page(
          member.name, id: member.id, limits: set.first?.limits ?? CoachLimits(), set: set,
          clock: try visit.member, problem: nil))
    },
    take: { visit in
      let (member, set) = try await coached(visit.form, visit)
      let (limits, problem) = LimitsForm.read(visit.form)
      if let problem {
        return .page(
          LimitsForm.page(
            member.name, id: member.id, limits: limits, set: set, clock: try visit.member,
            problem: problem))
      }
      try await visit.place.setLimits(limits, of: member.id, by: visit.member)
      return .redirect("/members/limits?member=\(member.id.uuidString)")
    })

  private static func coached(
    _ form: Form, _ visit: Visit
  ) async throws -> (member: CoachPartner, limits: [Place.SetLimits]) {
    guard let id = form["member"].flatMap(UUID.init) else { throw WebError.notFound }
    return try await visit.place.coached(id, by: visit.member)
  }
}

/// The form with which a coach makes limits stricter.
enum LimitsForm {
  /// What was sent, with what is wrong about it.
  static func read(_ form: Form) -> (limits: CoachLimits, problem: String?) {
    func choice(_ name: String, _ range: ClosedRange<Int>) -> Int? {
      form.integer(name).flatMap { range.contains($0) ? $0 : nil }
    }
    let percent = form.number("percentOfMaximum")
    let isEmpty = form["percentOfMaximum"]?.allSatisfy(\.isWhitespace) ?? true
    let isPercentRight = percent.map { (0...120).contains($0) } ?? isEmpty
    let limits = CoachLimits(
      negativeSets: choice("negativeSets", 0...100),
      percentOfMaximum: isPercentRight ? percent : nil,
      eccentricDaysPerWeek: choice("eccentricDaysPerWeek", 0...7),
      repsInReserve: choice("repsInReserve", 0...10),
      withoutNegatives: Set(form.all("withoutNegatives").compactMap(BodyPart.init)))
    return (
      limits, isPercentRight ? nil : "The percentage is a number from 0 to 120, or nothing."
    )
  }

  static func page(
    _ name: String, id: UUID, limits: CoachLimits, set: [Place.SetLimits], clock: Member,
    problem: String?
  ) -> PageContent {
    PageContent(
      title: "Limits for \(name)", section: .settings,
      body: """
        <h1>Limits for \(name)</h1>
        <p>They can only make ours stricter. \(name) sees them, and the reason wherever they change \
        a session.</p>
        \(Parts.problem(problem))
        <form method="post" action="/members/limits" class="card">
        <input type="hidden" name="member" value="\(id.uuidString)">
        \(numbers(limits))
        <fieldset><legend>No negatives for</legend>
        <div class="ticks">\(BodyPart.allCases.map { part -> HTML in
          """
          <label><input type="checkbox" name="withoutNegatives" value="\(part.rawValue)"\
          \(.checked, if: limits.withoutNegatives.contains(part))> \(part.name)</label>
          """
        })</div></fieldset>
        <button>Save</button>
        </form>
        \(log(set, clock))
        <p><a href="/members">Members you coach</a></p>
        """,
      status: problem == nil ? 200 : 422)
  }

  private static func numbers(_ limits: CoachLimits) -> HTML {
    func select(_ label: String, _ name: String, _ range: ClosedRange<Int>, _ now: Int?) -> HTML {
      let most = max(range.upperBound, now ?? 0)
      let choices =
        [(value: "", text: "No limit of yours")]
        + (range.lowerBound...most).map { (value: String($0), text: String($0)) }
      return """
        <label>\(label) <select name="\(name)">\
        \(Parts.options(choices, chosen: now.map(String.init) ?? ""))</select></label>
        """
    }
    return """
      \(select("Negative sets of a body part in a session, at most", "negativeSets", 0...3, limits.negativeSets))
      \(select("Days a week on which a body part has eccentric work, at most", "eccentricDaysPerWeek", 0...7, limits.eccentricDaysPerWeek))
      \(select("Reps in reserve, at least", "repsInReserve", 0...5, limits.repsInReserve))
      <label>Percent of the one-rep maximum where the lowering is stressed, at most \
      <input name="percentOfMaximum" inputmode="decimal" placeholder="No limit of yours" \
      value="\(limits.percentOfMaximum?.short ?? "")"></label>
      """
  }

  private static func log(_ set: [Place.SetLimits], _ clock: Member) -> HTML {
    guard !set.isEmpty else { return .empty }
    let rows = set.prefix(20).map { entry in
      "\(day(entry.at, clock)): \(entry.limits.words)"
    }
    return "<section class=\"card\"><h2>What you set</h2>\(Parts.list(rows))</section>"
  }

  static func day(_ at: Date, _ clock: Member) -> String {
    Words.day(Day(at, utcOffsetSeconds: clock.utcOffsetSeconds(at: at)))
  }
}

extension CoachLimits {
  /// In a line, for whoever is held to them.
  var words: String {
    var words: [String] = []
    if let negativeSets {
      words.append("\(negativeSets.counted("negative set")) of a body part at most")
    }
    if let percentOfMaximum { words.append("\(percentOfMaximum.short) % at most") }
    if let eccentricDaysPerWeek {
      words.append("\(eccentricDaysPerWeek.counted("eccentric day")) a week at most")
    }
    if let repsInReserve { words.append("\(repsInReserve.counted("rep")) in reserve at least") }
    if !withoutNegatives.isEmpty {
      let parts = withoutNegatives.sorted().map { $0.name.lowercased() }
      words.append("no negatives for \(parts.joined(separator: ", "))")
    }
    return words.isEmpty ? "no limits" : words.joined(separator: "; ")
  }
}
