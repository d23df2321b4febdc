import Coaching
import Community
import Foundation
import Lifting
import Pictures
import Prescribing

extension Page {
  /// A member as their coach sees them.
  static let member = Page(
    path: "/members/member",
    show: { visit in
      let id = try memberID(visit.query)
      let coach = try visit.member
      let coached = try await visit.place.coached(id, by: coach)
      let seesToday = !coached.sees.isDisjoint(with: [.sessions, .soreness])
      let view = MemberView(
        coached: coached,
        today: seesToday ? try await visit.place.today(of: id, by: coach) : nil,
        notes: try await visit.place.notes(about: id, by: coach),
        unread: try await visit.place.unreadMessages(of: coach).byMember[id] ?? 0, coach: coach)
      return .page(
        PageContent(title: coached.partner.name, section: .settings, body: view.html))
    })

  /// A coach's own notes about a member.
  static let memberNotes = Page(
    path: "/members/notes",
    show: { _ in .redirect("/members") },
    take: { visit in
      let id = try memberID(visit.form)
      if let entry = visit.form.integer("remove") {
        try await visit.place.removeNote(entry, about: id, by: visit.member)
      } else {
        try await visit.place.note(visit.form["text"] ?? "", about: id, by: visit.member)
      }
      return .redirect("/members/member?member=\(id.uuidString)")
    })

  /// What a member did against what was asked, session by session, and day by day.
  static let memberSessions = Page(
    path: "/members/sessions",
    show: { visit in
      let id = try memberID(visit.query)
      let (coached, past) = try await visit.place.past(of: id, by: visit.member)
      let sessions = try await visit.place.sessions(of: id, by: visit.member)
      let days = past.days.prefix(20).map(Page.day)
      let heading: HTML = days.isEmpty ? "<p>Nothing yet.</p>" : "<h2>Day by day</h2>"
      return .page(
        MemberView.page(
          "Sessions", of: coached, current: .sessions,
          body: """
            \(MemberSessionView.list(sessions, of: id))
            \(past.days.isEmpty ? .empty : strengthAndLowerings(past))
            \(coached.sees.contains(.bodyMass)
              ? .empty
              : "<p class=\"hint\">Strength in lifts of one’s own body isn’t drawn: it tells the body mass, which isn’t shared.</p>")
            \(heading)
            <div class="beside-one-another">\(Array(days))</div>
            """))
    })

  /// One session, set by set.
  static let memberSession = Page(
    path: "/members/session",
    show: { visit in
      let id = try memberID(visit.query)
      let session = Session.ID(rawValue: visit.query["id"] ?? "")
      guard
        let (coached, report) = try await visit.place.session(session, of: id, by: visit.member)
      else { throw WebError.notFound }
      var measured: [UUID: MeasuredRecording] = [:]
      if coached.sees.contains(.measurements) {
        for recording in report.rows.compactMap(\.recording).prefix(20) {
          measured[recording] =
            try await visit.place.measured(recording, of: id, by: visit.member)?.measured
        }
      }
      return .page(
        MemberView.page(
          report.session.title, of: coached, current: .sessions,
          body: MemberSessionView(report: report, measured: measured, member: id).html))
    })

  /// A member's recordings.
  static let memberRecordings = Page(
    path: "/members/measurements",
    show: { visit in
      let id = try memberID(visit.query)
      let recordings = try await visit.place.recordings(of: id, by: visit.member)
      let coached = try await visit.place.coached(id, by: visit.member)
      let links = recordings.prefix(100).map { recorded -> HTML in
        let day = Day(
          recorded.fact.at,
          utcOffsetSeconds: coached.utcOffsetSeconds(at: recorded.fact.at))
        return """
          <a href="/members/measured?member=\(id.uuidString)&amp;id=\(recorded.id.uuidString)">\
          \(MeasuredView.name(recorded.recording)) <span class="hint">\(Words.day(day))\
          \(recorded.recording.seen.map { ", \($0.words)" } ?? "")</span></a>
          """
      }
      return .page(
        MemberView.page(
          "Measurements", of: coached, current: .measurements,
          body: links.isEmpty
            ? "<p>No recordings yet.</p>" : "<section class=\"card links\">\(links)</section>"))
    })

  /// One of them, with its picture.
  static let memberRecording = Page(
    path: "/members/measured",
    show: { visit in
      let id = try memberID(visit.query)
      guard let recording = visit.query["id"].flatMap(UUID.init),
        let (coached, recorded, measured) = try await visit.place.measured(
          recording, of: id, by: visit.member)
      else { throw WebError.notFound }
      let offset = coached.utcOffsetSeconds(at: recorded.fact.at)
      let view = MeasuredView(
        recorded: recorded, measured: measured,
        day: Words.day(Day(recorded.fact.at, utcOffsetSeconds: offset)),
        around: Place.Surroundings(), before: nil, utcOffsetSeconds: offset)
      return .page(
        MemberView.page(
          view.entry.map(view.heading) ?? MeasuredView.name(recorded.recording), of: coached,
          current: .measurements,
          body: """
            <p class="hint">\(
              [recorded.recording.name, view.stretch, view.day].compactMap(\.self)
                .joined(separator: " · "))</p>
            \(view.notices.map { "<p class=\"problem\">\($0)</p>" as HTML })
            \(view.entry.map { entry in
              "<section class=\"card\">\(view.set(entry))</section>" as HTML
            })
            """))
    })
}

/// A member's first page, and the frame of the others.
struct MemberView {
  let coached: Place.Coached
  let today: Place.CoachedToday?
  let notes: [CoachNote]
  let unread: Int
  let coach: Member

  private var partner: CoachPartner { coached.partner }
  private var id: String { partner.id.uuidString }

  /// The pages about a member, and what has to be shared for each.
  enum Part: CaseIterable {
    case day, sessions, measurements, physio, messages, limits

    var name: String {
      switch self {
      case .day: "Today"
      case .sessions: "Sessions"
      case .measurements: "Measurements"
      case .physio: "For a physio"
      case .messages: "Messages"
      case .limits: "Limits"
      }
    }

    var path: String {
      switch self {
      case .day: "/members/member"
      case .sessions: "/members/sessions"
      case .measurements: "/members/measurements"
      case .physio: "/physio"
      case .messages: "/members/messages"
      case .limits: "/members/limits"
      }
    }

    var needs: Sharing? {
      switch self {
      case .sessions: .sessions
      case .measurements: .measurements
      case .physio: .soreness
      case .day, .messages, .limits: nil
      }
    }
  }

  static func parts(of coached: Place.Coached, current: Part, unread: Int = 0) -> HTML {
    let links = Part.allCases.filter { $0.needs.map(coached.sees.contains) ?? true }
      .map { part -> HTML in
        let isCurrent: HTML = part == current ? " aria-current=\"page\"" : .empty
        let new = part == .messages && unread > 0 ? " (\(unread) new)" : ""
        return """
          <a href="\(part.path)?member=\(coached.partner.id.uuidString)"\(isCurrent)>\(part.name)\(new)</a>
          """
      }
    return "<nav class=\"chips\" aria-label=\"\(coached.partner.name)\">\(links)</nav>"
  }

  /// A page about a member beside the first one.
  static func page(
    _ title: String, of coached: Place.Coached, current: Part, body: HTML
  ) -> PageContent {
    PageContent(
      title: "\(title) of \(coached.partner.name)", section: .settings,
      body: """
        <h1>\(title) <small>\(coached.partner.name)</small></h1>
        \(parts(of: coached, current: current))
        \(body)
        <p><a href="/members">Members you coach</a></p>
        """)
  }

  var html: HTML {
    """
    <h1>\(partner.name) <small>You see \(SharingFields.words(partner.sees))</small></h1>
    \(Self.parts(of: coached, current: .day, unread: unread))
    <div class="beside-one-another">
    \(today.map(day) ?? "<section class=\"card\"><h2>Today</h2><p>Not shared.</p></section>")
    \(noted)
    </div>
    <p><a href="/members">Members you coach</a></p>
    """
  }

  private func day(_ seen: Place.CoachedToday) -> HTML {
    let today = seen.today
    var shown: ForecastView.Shown = []
    if partner.sees.contains(.soreness) { shown.insert(.soreness) }
    if partner.sees.contains(.sessions) { shown.insert(.strength) }
    let session = today.prescription.session
    let exercises = session?.exercises.map { Page.exercise($0, today, isOwn: false) } ?? []
    let asked: HTML =
      session.map { session in
        """
        <section class="card next"><p class="hint">\(session.program ?? "The next session")</p>
        <h2>\(session.title)</h2><ol class="exercises">\(exercises)</ol></section>
        """
      } ?? .empty
    let begun: HTML =
      today.begun.map { begun in
        """
        <section class="card"><h2>\(begun.session.title)</h2>
        <p>\(begun.doneSets) of \(begun.done.count) sets are done.</p></section>
        """
      } ?? .empty
    let held: HTML =
      today.prescription.refusal.map { Page.refusal($0, today, isOwn: false) }
      ?? (seen.isHeldBack
        ? "<section class=\"card refusal\"><h2>No session today</h2><p>Why isn’t shared.</p></section>"
        : .empty)
    let why = Page.why(today.prescription, isOwn: false)
    let isTold = today.prescription.refusal != nil || !today.prescription.reasons.isEmpty
    return """
      \(rated(today))\(begun)\(held)\(asked)\(why)
      \(isTold ? "<p class=\"hint\">In the words that \(partner.name) reads.</p>" : .empty)
      \(PathCards.all(today.outlook))
      \(ForecastView.card(today.prescription.forecast, offsetDay: today.day, title: "What to expect", past: seen.past, shows: shown))
      """
  }

  private func rated(_ today: Place.Today) -> HTML {
    guard let checkIn = today.checkIn else { return .empty }
    let ratings = checkIn.soreness.sorted { $0.key < $1.key }
      .map { "\($0.key.name) \($0.value)" }.joined(separator: ", ")
    let hurts =
      checkIn.symptoms.map(\.text).sorted() + checkIn.pains.map(\.text.capitalizedFirst)
    return """
      <section class="card"><h2>How they are today</h2>
      <p>\(ratings.isEmpty ? "Soreness not rated." : "Soreness: \(ratings).")</p>
      \(hurts.isEmpty ? .empty : Parts.list(hurts))</section>
      """
  }

  private var noted: HTML {
    let rows = notes.map { note -> HTML in
      """
      <li><p class="hint">\(LimitsForm.day(note.writtenAt, coach))</p><p class="said">\(note.text)</p>
      <form method="post" action="/members/notes"><input type="hidden" name="member" value="\(id)">
      <button class="quiet small" name="remove" value="\(note.entry)">Remove\
      <span class="hidden"> the note of \(LimitsForm.day(note.writtenAt, coach))</span></button></form></li>
      """
    }
    let list: HTML = rows.isEmpty ? .empty : "<ol class=\"messages\">\(rows)</ol>"
    return """
      <section class="card"><h2>Your notes</h2>
      <p class="hint">For you alone; \(partner.name) doesn’t read them.</p>\(list)
      <form method="post" action="/members/notes"><input type="hidden" name="member" value="\(id)">
      <label>A note <textarea name="text" rows="3" required maxlength="\(Message.longest)"></textarea></label>
      <button class="quiet">Keep it</button></form></section>
      """
  }
}
