import Coaching
import Community
import Foundation
import Interchange
import Lifting
import Physiology
import Pictures
import Prescribing

/// Which of a coach's members are listed.
struct RosterFilter: Sendable {
  enum Kind: String, CaseIterable {
    case word, pain, sore, held, stuck, near, quiet

    var name: String {
      switch self {
      case .word: "Need a word"
      case .pain: "Pain"
      case .sore: "Sore"
      case .held: "Held back"
      case .stuck: "Stuck"
      case .near: "Near a first rep"
      case .quiet: "Quiet"
      }
    }

    func holds(_ line: Place.RosterLine) -> Bool {
      switch self {
      case .word: !line.attention.isEmpty
      case .pain: !(line.entry?.complaints.isEmpty ?? true)
      case .sore: [line.entry?.now, line.entry?.ahead].contains { ($0?.rating ?? 0) >= 4 }
      case .held: line.entry?.held != nil
      case .stuck: !(line.entry?.stuck.isEmpty ?? true)
      case .near: !(line.entry?.near.isEmpty ?? true)
      case .quiet: line.attention.contains { $0.kind == .quiet }
      }
    }
  }

  let kind: Kind?
  let group: UUID?

  init(_ query: Form, _ groups: [CoachGroup]) {
    kind = query["show"].flatMap(Kind.init)
    let asked = query["group"].flatMap(UUID.init)
    group = groups.contains { $0.id == asked } ? asked : nil
  }

  private init(kind: Kind?, group: UUID?) { (self.kind, self.group) = (kind, group) }

  func with(_ kind: Kind?) -> RosterFilter { RosterFilter(kind: kind, group: group) }
  func with(group: UUID?) -> RosterFilter { RosterFilter(kind: kind, group: group) }

  /// The query that asks for it; empty for everybody.
  var query: String {
    let parts = [
      kind.map { "show=\($0.rawValue)" }, group.map { "group=\($0.uuidString)" },
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  func applied(to lines: [Place.RosterLine], _ groups: [CoachGroup]) -> [Place.RosterLine] {
    lines.filter { line in
      (kind?.holds(line) ?? true) && (group.map { id in isIn(id, line, groups) } ?? true)
    }
  }

  private func isIn(_ id: UUID, _ line: Place.RosterLine, _ groups: [CoachGroup]) -> Bool {
    groups.contains { $0.id == id && $0.members.contains(line.id) }
  }
}

/// A coach's members: a table on a wide screen, a card each on a phone, and rows of a file.
struct RosterView {
  let lines: [Place.RosterLine]
  let filter: RosterFilter
  let groups: [CoachGroup]
  let total: Int
  let coach: Member
  let now: Date

  /// What there is to say in a column.
  private enum Cell {
    case words(String)
    case nothing
    case notShared

    init(_ words: String?) { self = words.map(Cell.words) ?? .nothing }

    var text: String {
      switch self {
      case .words(let words): words
      case .nothing: ""
      case .notShared: "not shared"
      }
    }
  }

  private struct Column: Sendable {
    let name: String
    /// One of these has to be shared.
    let needs: Set<Sharing>
    let cell: @Sendable (RosterView, Place.RosterLine, RosterEntry) -> String?
  }

  private static let columns: [Column] = [
    Column(name: "This week", needs: [.sessions]) { _, _, entry in
      entry.plannedDays.map { "\(entry.trainedDays) of \($0)" }
        ?? (entry.trainedDays > 0 ? "\(entry.trainedDays)" : nil)
    },
    Column(name: "Sore now", needs: [.soreness]) { _, _, entry in entry.now.map(words) },
    Column(name: "Sore ahead", needs: [.soreness]) { _, _, entry in entry.ahead.map(words) },
    Column(name: "Pain", needs: [.soreness]) { view, _, entry in
      entry.complaints.first.map { complaint in
        "\(complaint.text), \(view.ago(complaint.at))"
          + (entry.complaints.count > 1 ? " and \(entry.complaints.count - 1) more" : "")
      }
    },
    Column(name: "Held back", needs: [.sessions]) { _, line, entry in
      entry.held.map { held in
        held.because.first
          ?? (line.partner.sees.contains(.soreness) ? "Yes" : "Yes; why isn’t shared")
      }
    },
    Column(name: "Stands still", needs: [.sessions]) { _, _, entry in
      entry.stuck.isEmpty ? nil : entry.stuck.joined(separator: ", ")
    },
    Column(name: "Near a first rep", needs: [.sessions]) { _, _, entry in
      entry.near.isEmpty
        ? nil
        : entry.near.map { near in
          near.testIsDue
            ? "\(near.name): may try"
            : "\(near.name)\(near.weeks.map { ", \(Words.range($0)) weeks" } ?? "")"
        }.joined(separator: "; ")
    },
    Column(name: "Last seen", needs: [.sessions, .soreness]) { view, line, _ in
      line.lastSeen.map(view.ago)
    },
  ]

  private static func words(_ soreness: RosterEntry.Soreness) -> String {
    "\(soreness.bodyPart.name) \(soreness.rating.short(decimals: 0))"
      + (soreness.isSaid ? "" : " expected")
  }

  private func ago(_ at: Date) -> String {
    let offset = coach.utcOffsetSeconds(at: now)
    let days = Day(now, utcOffsetSeconds: offset) - Day(at, utcOffsetSeconds: offset)
    switch days {
    case ...0: return "today"
    case 1: return "yesterday"
    case 2..<60: return "\(days) days ago"
    default: return Day(at, utcOffsetSeconds: offset).description
    }
  }

  private func cell(_ column: Column, _ line: Place.RosterLine) -> Cell {
    guard !column.needs.isDisjoint(with: line.partner.sees) else { return .notShared }
    guard let entry = line.entry else {
      return .words(line.isOnItsWay ? "being worked out" : "can’t be worked out")
    }
    return Cell(column.cell(self, line, entry))
  }

  // MARK: As a page

  func html(note: HTML?) -> HTML {
    """
    <h1>Members you coach <small>\(counts)</small></h1>
    \(note)
    \(total == 0 ? .empty : filters)
    \(lines.contains { $0.isOnItsWay }
      ? "<p role=\"status\">Some are being worked out. <a href=\"/members\(filter.query)\">Look again</a> in a moment.</p>"
      : .empty)
    \(total == 0 ? "<p>Nobody yet.</p>" : table)
    <section class="card"><h2>Coach somebody</h2>
    <form method="post" action="/members/invite"><button class="quiet">Make an invitation</button></form>
    <p class="hint">Or they make one for you, under Settings, Your coaches. <a href="/members/take">I have a \
    code</a></p></section>
    <p><a href="/members/groups">Groups</a></p>
    \(total == 0 ? .empty : "<p><a href=\"/members/file\(filter.query)\" download>Take this list along as CSV</a></p>")
    """
  }

  private var counts: String {
    let word = lines.count { !$0.attention.isEmpty }
    let shown = lines.count == total ? "\(total)" : "\(lines.count) of \(total)"
    return "\(shown); \(word) need\(word == 1 ? "s" : "") a word"
  }

  private var filters: HTML {
    func chip(_ name: String, _ other: RosterFilter, _ isChosen: Bool) -> HTML {
      let current: HTML = isChosen ? " aria-current=\"true\"" : .empty
      return "<a href=\"/members\(other.query)\"\(current)>\(name)</a>"
    }
    let kinds =
      [chip("All", filter.with(nil), filter.kind == nil)]
      + RosterFilter.Kind.allCases.map { chip($0.name, filter.with($0), filter.kind == $0) }
    let named =
      groups.isEmpty
      ? []
      : [chip("Everybody", filter.with(group: nil), filter.group == nil)]
        + groups.map { chip($0.name, filter.with(group: $0.id), filter.group == $0.id) }
    let byGroup: HTML =
      named.isEmpty
      ? .empty : "<nav class=\"chips\" aria-label=\"Groups\">\(named)</nav>"
    return "<nav class=\"chips\" aria-label=\"Whom to list\">\(kinds)</nav>\(byGroup)"
  }

  private var table: HTML {
    guard !lines.isEmpty else { return "<p>Nobody of whom that holds.</p>" }
    let heads = Self.columns.map { column -> HTML in
      "<th scope=\"col\" role=\"columnheader\">\(column.name)</th>"
    }
    return """
      <table class="roster" role="table"><caption class="hidden">Members, whoever needs a word first</caption>
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Name</th>\(heads)</tr></thead>
      <tbody role="rowgroup">\(lines.map(row))</tbody></table>
      """
  }

  private func row(_ line: Place.RosterLine) -> HTML {
    let cells = Self.columns.map { column -> HTML in
      switch cell(column, line) {
      case .words(let words): "<td role=\"cell\" data-name=\"\(column.name)\">\(words)</td>"
      case .nothing: "<td role=\"cell\" class=\"none\">–</td>"
      case .notShared:
        "<td role=\"cell\" class=\"unshared\" data-name=\"\(column.name)\">not shared</td>"
      }
    }
    let why = line.attention.prefix(3).map { attention -> HTML in
      let isPressing = [.urgent, .pain].contains(attention.kind)
      return "<span class=\"word\(isPressing ? " pressing" : "")\">\(attention.words)</span>"
    }
    return """
      <tr role="row"><th scope="row" role="rowheader">\
      <a href="/members/member?member=\(line.id.uuidString)">\(line.partner.name)</a>\(Array(why))</th>\(cells)</tr>
      """
  }

  // MARK: As a file

  var csv: String {
    SafeCSV.text(
      [["Name", "Needs a word"] + Self.columns.map(\.name) + ["Groups"]]
        + lines.map { line in
          [line.partner.name, line.attention.map(\.words).joined(separator: "; ")]
            + Self.columns.map { cell($0, line).text }
            + [
              groups.filter { $0.members.contains(line.id) }.map(\.name).joined(separator: "; ")
            ]
        })
  }
}
