import Coaching
import Foundation
import Lifting
import Pictures
import Prescribing
import Sensing

/// A session as it was asked for beside what was done.
struct MemberSessionView {
  let report: SessionReport
  let measured: [UUID: MeasuredRecording]
  let member: UUID

  /// Sessions with how much of them was done, each to be opened.
  static func list(_ reports: [SessionReport], of member: UUID) -> HTML {
    guard !reports.isEmpty else { return .empty }
    let links = reports.map { report -> HTML in
      """
      <a href="/members/session?member=\(member.uuidString)&amp;id=\(Words.encoded(report.id.rawValue))">\
      \(report.session.title) <span class="hint">\(Words.day(report.day)): \(counts(report))</span></a>
      """
    }
    return """
      <h2>Asked and done</h2><section class="card links">\(links)</section>
      """
  }

  static func counts(_ report: SessionReport) -> String {
    guard report.isAsked else { return "\(report.done.counted("set")) done" }
    let besides = report.done - report.doneAsAsked
    return "\(report.doneAsAsked) of \(report.asked.counted("set")) done"
      + (besides > 0 ? ", and \(besides) besides" : "")
      + (report.isEnded ? "; ended early" : "")
  }

  var html: HTML {
    let rows = report.rows.map(row)
    let asks: HTML =
      report.isAsked
      ? "<p class=\"hint\">Asked: worked out from the program and from what was known when it began.</p>"
      : "<p class=\"hint\">What was asked isn’t known.</p>"
    return """
      <p>\(Words.day(report.day)): \(Self.counts(report))</p>\(asks)
      <table class="roster sets" role="table"><caption class="hidden">Sets as asked and as done</caption>
      <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Exercise</th>\
      <th scope="col" role="columnheader">Asked</th><th scope="col" role="columnheader">Done</th>\
      <th scope="col" role="columnheader">Rep by rep</th></tr></thead>
      <tbody role="rowgroup">\(rows)</tbody></table>
      """
  }

  private func row(_ row: SessionReport.Row) -> HTML {
    let name = row.asked.map { Words.name(of: $0.set) } ?? row.done.map(Words.name) ?? ""
    let exercise = row.asked.flatMap { Exercise.with($0.set.exercise) }
    func cell(_ name: String, _ text: HTML?) -> HTML {
      text.map { "<td role=\"cell\" data-name=\"\(name)\">\($0)</td>" }
        ?? "<td role=\"cell\" class=\"none\">–</td>"
    }
    let asked = row.asked.map { "\(Words.asked($0, exercise: exercise))" as HTML }
    let done: HTML? =
      row.done.map { set in
        let more = WorkSet.fields.compactMap { $0.words(set) }
        return "\(Words.done([set]))\(more.isEmpty ? "" : "; \(more.joined(separator: "; "))")"
      } ?? (row.asked == nil ? nil : "<strong>not done</strong>")
    return """
      <tr role="row"><th scope="row" role="rowheader">\(name)</th>\(cell("Asked", asked ?? "<span class=\"hint\">not asked for</span>"))\
      \(cell("Done", done))\(cell("Rep by rep", reps(row)))</tr>
      """
  }

  /// How long each lowering took, of what was asked for.
  private func reps(_ row: SessionReport.Row) -> HTML? {
    guard let recording = row.recording else { return nil }
    let reps = measured[recording]?.measured?.set.reps ?? []
    let seconds = reps.map { $0.seconds(in: .eccentric) }.filter { $0 > 0 }
      .map { $0.short(decimals: 1) }
    let asked = row.asked?.set.tempo?.eccentric.seconds.map { " (asked \($0.short) s)" } ?? ""
    let said =
      seconds.isEmpty ? "measured" : "lowered for \(seconds.joined(separator: ", ")) s\(asked)"
    return """
      <a href="/members/measured?member=\(member.uuidString)&amp;id=\(recording.uuidString)">\(said)</a>
      """
  }
}
