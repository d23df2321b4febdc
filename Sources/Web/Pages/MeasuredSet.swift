import Coaching
import Foundation
import Lifting
import Pictures
import Sensing

extension Page {
  /// A recording that is kept, measured: its picture and reps, to be put right, attached and compared.
  static let measuredSet = Page(
    path: "/measure/set",
    show: { visit in
      .page(
        try await MeasuredPage(visit, visit.query["id"]).content(focus: visit.query.number("at")))
    },
    take: { visit in
      let page = try await MeasuredPage(visit, visit.form["id"])
      return try await page.take(visit.form)
    })
}

/// One request about a recording, with what is known of it.
struct MeasuredPage {
  let place: Place
  let member: Member
  let recorded: Place.Recorded

  init(_ visit: Visit, _ id: String?) async throws {
    place = visit.place
    member = try visit.member
    guard let id = id.flatMap(UUID.init),
      let recorded = try await visit.place.recording(id, of: member)
    else { throw WebError.notFound }
    self.recorded = recorded
  }

  // MARK: Showing

  func content(
    focus: Double? = nil, typed: Form? = nil, _ problems: FieldProblems = FieldProblems(),
    problem: String? = nil
  ) async throws -> PageContent {
    let measured = try await place.measured(recorded, of: member)
    let around = try await place.surroundings(
      of: recorded, measuredAs: measured.measured?.set.exercise, of: member)
    var before: (day: String, measured: MeasuredRecording)?
    if let earlier = around.before {
      before = (day(of: earlier.fact), try await place.measured(earlier, of: member))
    }
    let view = MeasuredView(
      recorded: recorded, measured: measured, day: day(of: recorded.fact), around: around,
      before: before, utcOffsetSeconds: member.utcOffsetSeconds(at: recorded.fact.at))
    return view.page(focus: focus, typed: typed, problems, problem: problem)
  }

  private func day(of fact: Fact) -> String {
    func day(_ at: Date) -> Day { Day(at, utcOffsetSeconds: member.utcOffsetSeconds(at: at)) }
    return Words.shortDay(day(fact.at), today: day(place.now()))
  }

  // MARK: Taking

  /// Does what a form asks.
  func take(_ form: Form) async throws -> Reply {
    let id = recorded.id
    switch form["what"] {
    case "moved": return try await move(form)
    case "question":
      let question = MeasureQuestion(form)
      if let problem = question.problem {
        return .page(try await content(typed: form, problem: problem))
      }
      try await place.amend(id, of: member) { recording in
        recording.exercise = question.exercise
        recording.load = question.load
        recording.tempo = question.tempo
        recording.stopAtLossPercent = question.stop
      }
    case "take-back":
      guard let place = form.integer("place") else { throw WebError.notFound }
      try await place.amend(id, of: member) { recording in
        if recording.corrections.indices.contains(place) { recording.corrections.remove(at: place) }
      }
    case "sets":
      guard let count = try await place.keepSets(of: id, of: member) else {
        return .page(try await content(problem: "Its sets can’t be found: it can’t be read."))
      }
      if count == 0 {
        return .page(
          try await content(problem: "No set was found in it: nothing repeats as lifts do."))
      }
      return .redirect("/measure")
    case "look": try await place.amend(id, of: member) { _ in }
    case "attach":
      guard let set = form["set"].flatMap(UUID.init) else {
        return .page(try await content(problem: "Choose the set that it is of."))
      }
      guard let changes = try await place.attach(id, to: set, of: member) else {
        throw WebError.notFound
      }
      return .page(MeasuredView.attached(recorded, changes))
    case "detach": try await place.amend(id, of: member) { $0.workSet = nil }
    case "keep": return try await keep(form)
    case "delete":
      try await place.mend(recorded.fact.id, .takeBack, of: member)
      return .redirect("/measure")
    case "erase":
      let isScrubbed = try await place.eraseRecording(id, of: member)
      return isScrubbed ? .redirect("/measure") : .page(MeasuredView.erasedButNotScrubbed)
    case let what?:
      guard let kind = SetCorrection.Kind(rawValue: what) else { throw WebError.notFound }
      return try await correct(kind, form)
    case nil: throw WebError.notFound
    }
    return .redirect(MeasuredView.address(of: id))
  }

  private func correct(_ kind: SetCorrection.Kind, _ form: Form) async throws -> Reply {
    let (at, from, to) = (form.number("at"), form.number("from"), form.number("to"))
    guard let correction = SetCorrection(kind, at: at, from: from, to: to) else {
      return .page(
        try await content(typed: form, problem: "Say when, in seconds of the recording."))
    }
    return try await say([correction], focus: at ?? from)
  }

  /// Takes the boundaries that were moved.
  private func move(_ form: Form) async throws -> Reply {
    var moved: [SetCorrection] = []
    for name in form.names where name.hasPrefix("was") {
      let place = name.dropFirst(3)
      guard let was = form[name], let now = form["now\(place)"], was != now else { continue }
      guard let from = form.number(name), let to = form.number("now\(place)") else {
        return .page(
          try await content(
            typed: form, problem: "“\(now.prefix(20))” isn’t a time in seconds, such as 12.35."))
      }
      moved.append(.move(from: from, to: to))
    }
    return try await say(moved, focus: moved.first?.moments.last)
  }

  private func say(_ corrections: [SetCorrection], focus: Double?) async throws -> Reply {
    if recorded.recording.corrections.count + corrections.count > Plausible.corrections {
      return .page(
        try await content(
          problem: "That is more corrections than one recording can have. Take some back first."))
    }
    try await place.amend(recorded.id, of: member) { $0.corrections += corrections }
    return .redirect(
      MeasuredView.address(of: recorded.id)
        + (focus.map { "&at=\($0.short(decimals: 3))" } ?? ""))
  }

  /// Keeps what is measured as a set of the history, with what the form amends in it.
  private func keep(_ form: Form) async throws -> Reply {
    let measured = try await place.measured(recorded, of: member)
    guard let (set, isByFeel) = MeasuredView.set(of: measured, recorded.recording) else {
      throw WebError.badRequest("There is no rep in it that could be kept.")
    }
    var problems = FieldProblems()
    guard let amended = SetForm.amended(set, "", form, isByFeel: isByFeel, &problems) else {
      return .page(try await content(typed: form, problems))
    }
    try await place.keepAsSet(recorded.id, amended, of: member)
    return .redirect("/history")
  }
}
