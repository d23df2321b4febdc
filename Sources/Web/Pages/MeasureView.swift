import Coaching
import Community
import Foundation
import Lifting
import Pictures

/// The page on which recordings are handed in.
enum MeasureView {
  static func page(
    _ visit: Visit, _ question: MeasureQuestion, problem: String? = nil, found: [Diagnostic] = [],
    athletes: [String] = []
  ) async throws -> PageContent {
    let member = try visit.member
    let own = History(try await visit.place.facts(of: member)).exercises.values
      .compactMap(\.exercise)
    let kept = try await visit.place.recordings(of: member)
    let problem = problem ?? question.problem
    return PageContent(
      title: "Measure a set", section: .history,
      body: """
        <h1>Measure a set</h1>
        <p>A recording of one set shows every rep: how slowly it was lowered, where it waited, how \
        it was lifted.</p>
        <form method="post" action="/measure" enctype="multipart/form-data" class="card">
        \(Parts.problem(problem))
        <label>Recording <input type="file" name="file" \
        accept=".csv,.tsv,.txt,.zip,text/csv,text/plain,application/zip"></label>
        \(whose(athletes))
        \(fields(question, own))
        <button>Measure it</button>
        </form>
        \(diagnostics(found))
        \(list(kept, of: member, visit.place.now()))
        <section class="card"><h2>What can be read</h2>
        <p>A CSV file with the time and one of these, or the zip that a phone shares:</p>
        <ul>
        <li>acceleration, with or without the gyroscope, of a watch on the wrist or a phone or \
        sensor on the bar, 10 to 200 times a second;</li>
        <li>the position of the bar or the cable, from an encoder or a tracker;</li>
        <li>a joint’s angle, or the body’s joints in a video’s frames.</li>
        </ul>
        <p>Or the table of repetitions that a velocity tracker exports, such as GymAware, Vitruve, RepOne \
        or Enode: its sets are kept as it reports them.</p>
        <p class="hint">The columns’ names say what they are, as in “time_s,accel_x_g,accel_y_g,\
        accel_z_g” or “time_s,position_m”. The file is kept, so that it can be measured again; you can \
        erase it at any time.</p>
        </section>
        """,
      status: problem == nil ? 200 : 422)
  }

  /// What is said of a recording.
  static func fields(
    _ question: MeasureQuestion, _ own: [Exercise], isReported: Bool = false
  ) -> HTML {
    let exercises = (Exercise.catalog + own).sorted { $0.name < $1.name }
      .map { ($0.id.rawValue, $0.name) }
    let chosen = question.exercise?.rawValue ?? ""
    let unlisted =
      exercises.contains { $0.0 == chosen }
      ? nil : question.exercise.flatMap { OwnExercise.name(in: $0) }
    let load = question.load
    return """
      <label>Exercise <select name="exercise">\(Parts.options(
        [("", "find out from the motion")]
          + (unlisted.map { [($0, "\($0), which nobody knows")] } ?? []) + exercises,
        chosen: unlisted ?? chosen))</select></label>
      <div class="pair"><label>Weight, if any <input name="load" inputmode="decimal" \
      value="\(load.map { $0.amount > 0 ? $0.amount.short : "" } ?? "")"></label>\
      \(Parts.unitChoice("unit", chosen: load?.unit))</div>
      \(isReported ? .empty : aims(question))
      """
  }

  /// What the set was to be, which a motion is held against.
  private static func aims(_ question: MeasureQuestion) -> HTML {
    """
    <label>Tempo asked for <input name="tempo" placeholder="4-1-2-0" autocomplete="off" \
    value="\(question.tempo?.description ?? "")"></label>
    <label>To end at a velocity loss of, % <input name="stop" inputmode="numeric" autocomplete="off" \
    value="\(question.stop.map(String.init) ?? "")"></label>
    """
  }

  /// Of whom the sets of a table are meant, where it holds those of several.
  private static func whose(_ athletes: [String]) -> HTML {
    guard !athletes.isEmpty else { return .empty }
    return """
      <label>Whose sets <select name="athlete">\(Parts.options(
        athletes.map { ($0, $0) }, chosen: nil))</select></label>
      """
  }

  private static func list(_ kept: [Place.Recorded], of member: Member, _ now: Date) -> HTML {
    guard !kept.isEmpty else { return .empty }
    let today = Day(now, utcOffsetSeconds: member.utcOffsetSeconds(at: now))
    let rows = kept.prefix(50).map { recorded -> HTML in
      let at = recorded.fact.at
      let day = Words.shortDay(
        Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at)), today: today)
      let seen = recorded.recording.seen.map { ": \($0.reps.counted("rep"))" } ?? ""
      return """
        <a href="\(MeasuredView.address(of: recorded.id))">\(MeasuredView.name(recorded.recording))\
        \(seen)\(stretch(recorded.recording)) <small>\(day)\(recorded.recording.workSet == nil ? ", not in the log" : "")</small></a>
        """
    }
    let rest: HTML =
      kept.count > 50 ? "<p class=\"hint\">… and \(kept.count - 50) older ones.</p>" : .empty
    return "<h2>Your recordings</h2><section class=\"card links\">\(rows)</section>\(rest)"
  }

  private static func stretch(_ recording: KeptRecording) -> String {
    recording.stretch.map { ", from \($0.lowerBound.short(decimals: 0)) s" } ?? ""
  }

  static func diagnostics(_ problems: [Diagnostic]) -> HTML {
    guard !problems.isEmpty else { return .empty }
    return """
      <section class="card"><h2>What the file says</h2>\(Parts.diagnostics(problems))\
      </section>
      """
  }
}

extension String {
  /// With a capital at its beginning, as a sentence has.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
