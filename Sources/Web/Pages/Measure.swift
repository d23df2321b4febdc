import Coaching
import Community
import Foundation
import Lifting
import Pictures

extension Page {
  /// Recordings of sets: to hand one in, and those that are kept.
  static let measure = Page(
    path: "/measure", largestForm: KeptRecording.largest,
    show: { visit in
      .page(try await MeasureView.page(visit, MeasureQuestion(visit.query)))
    },
    take: { visit in
      let question = MeasureQuestion(visit.form)
      func again(_ problem: String, _ found: [Diagnostic] = []) async throws -> Reply {
        .page(try await MeasureView.page(visit, question, problem: problem, found: found))
      }
      guard let file = visit.form.file("file") else {
        return try await again("Choose a recording first.")
      }
      if let problem = question.problem { return try await again(problem) }
      let handedIn = try await visit.place.handIn(
        file, named: visit.form.fileName("file"), of: visit.member,
        athlete: visit.form["athlete"], question.say)
      switch handedIn {
      case .kept(let id, _): return .redirect(MeasuredView.address(of: id))
      case .keptSets: return .redirect("/measure")
      case .severalAthletes(let names):
        return .page(
          try await MeasureView.page(
            visit, question,
            problem:
              "This table holds the sets of several people. Say whose are yours, and choose it again.",
            athletes: names))
      case .refused(let why, let found): return try await again(why, found)
      case .full:
        return try await again(
          "Your recordings take all the room there is, \(Place.mostPackedBytes >> 20) MB packed. Erase some that you don’t need."
        )
      }
    })
}

/// What is said of a recording by whoever hands it in.
struct MeasureQuestion: Sendable {
  /// nil where it is to be proposed.
  var exercise: Exercise.ID?
  var load: Mass?
  var tempo: Tempo?
  /// The loss of velocity at which the set was to end, in percent.
  var stop: Int?
  /// What of it couldn't be understood, in a sentence.
  var problem: String?

  init(_ form: Form) {
    let asked = form["exercise"] ?? ""
    exercise = Exercise.with(Exercise.ID(rawValue: asked))?.id ?? Exercise.named(asked)?.id
    load = Parts.mass(form, number: "load", unit: "unit")
    let text = (form["tempo"] ?? "").trimmingCharacters(in: .whitespaces)
    tempo = Tempo(text)
    if exercise == nil, !asked.isEmpty {
      let similar = Exercise.suggestions(for: asked).map(\.name)
      // What nobody knows is still called so, and measured by what repeats.
      exercise = OwnExercise.unlisted(String(asked.prefix(60)))
      if !similar.isEmpty {
        problem =
          "There is no exercise “\(asked)”. Did you mean \(similar.joined(separator: " or "))?"
      }
    }
    stop = form.integer("stop").flatMap { (1...99).contains($0) ? $0 : nil }
    if problem != nil { return }
    if form["stop"]?.allSatisfy(\.isWhitespace) == false, stop == nil {
      problem = "The loss of velocity is a whole number of percent, from 1 to 99."
    }
    if !text.isEmpty, tempo == nil {
      problem = "“\(text)” is not a tempo; write it as 4-1-2-0."
    } else if form["load"]?.isEmpty == false, load == nil {
      problem = "The weight is a number of kilograms or pounds."
    } else if let load, load > Plausible.heaviestLoad {
      problem = "That is more than anyone can lift."
    }
  }

  init(_ recording: KeptRecording) {
    exercise = recording.exercise
    load = recording.load
    tempo = recording.tempo
    stop = recording.stopAtLossPercent
  }

  /// Says of a recording what was asked; what was left open stays as it is.
  func say(_ recording: inout KeptRecording) {
    if let exercise { recording.exercise = exercise }
    if let load { recording.load = load }
    if let tempo { recording.tempo = tempo }
    if let stop { recording.stopAtLossPercent = stop }
  }
}
