import Coaching
import Community
import Foundation
import Lifting
import Pictures
import Prescribing

extension Page {
  /// Whom somebody coaches, whoever needs a word first.
  static let members = Page(
    path: "/members", show: { visit in .page(try await rosterPage(visit, note: nil)) })

  /// The same list as a file.
  static let membersFile = Page(
    path: "/members/file",
    show: { visit in
      let (filter, groups) = try await filter(visit)
      let lines = try await visit.place.roster(
        of: visit.member, as: .file, patience: Place.filePatience)
      let file = RosterView(
        lines: filter.applied(to: lines, groups), filter: filter, groups: groups,
        total: lines.count, coach: try visit.member, now: visit.place.now())
      return .file(Array(file.csv.utf8), type: "text/csv; charset=utf-8", name: "members.csv")
    })

  private static func filter(
    _ visit: Visit
  ) async throws -> (filter: RosterFilter, groups: [CoachGroup]) {
    let groups = try await visit.place.groups(of: visit.member)
    return (RosterFilter(visit.query, groups), groups)
  }

  private static func rosterPage(_ visit: Visit, note: HTML?) async throws -> PageContent {
    let (filter, groups) = try await filter(visit)
    let lines = try await visit.place.roster(of: visit.member)
    let view = RosterView(
      lines: filter.applied(to: lines, groups), filter: filter, groups: groups,
      total: lines.count, coach: try visit.member, now: visit.place.now())
    return PageContent(
      title: "Members you coach", section: .settings, body: view.html(note: note),
      scripts: LinkCard.scripts)
  }

  /// A link for somebody who is to be coached.
  static let offerCoaching = Page(
    path: "/members/invite",
    show: { _ in .redirect("/members") },
    take: { visit in
      let code = try await visit.place.coachingOffer(by: visit.member)
      return .page(
        try await rosterPage(
          visit,
          note: LinkCard.html(
            "An invitation for somebody you coach",
            "It works once, for a week. Whoever opens it chooses what you see.",
            link: "\(visit.origin)/coach/take?code=\(code)")))
    })

  /// A member's invitation, for whoever is to coach them.
  static let takeMember = Page(
    path: "/members/take", access: .anyone,
    show: { visit in
      guard let code = visit.query["code"] else {
        return .page(
          PageContent(
            title: "A code", section: .settings,
            body: """
              <h1>A code from a member</h1>
              <form method="get" action="/members/take" class="card">
              <label>Code, the end of the address they gave you <input name="code" required \
              autocomplete="off" autocapitalize="off"></label><button>Look</button></form>
              """))
      }
      guard let found = try await visit.place.coachingCode(code) else {
        return .page(Handshake.gone)
      }
      guard visit.account != nil else { return .page(Handshake.logInFirst(found.athlete.name)) }
      return .page(
        PageContent(
          title: "\(found.athlete.name) asks you to coach them", section: .settings,
          body: """
            <h1>\(found.athlete.name) asks you to coach them</h1>
            <form method="post" action="/members/take" class="card">
            <input type="hidden" name="code" value="\(code)">
            <p>You would see \(SharingFields.words(found.sees)). They see when you look, and can change or \
            end it at any time.</p>
            <button>Coach \(found.athlete.name)</button></form>
            <p><a href="/members">Not now</a></p>
            """))
    },
    take: { visit in
      do {
        try await visit.place.beginCoaching(code: visit.form["code"] ?? "", by: visit.member)
      } catch Place.Refused.badCoachingCode { return .page(Handshake.gone) }
      return .redirect("/members")
    })

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
    try await visit.place.limits(of: try memberID(form), by: visit.member)
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
        <p><a href="/members/member?member=\(id.uuidString)">\(name)</a></p>
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
