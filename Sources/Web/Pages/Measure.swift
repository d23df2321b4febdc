import Coaching
import Foundation
import Interchange
import Lifting
import Pictures
import Sensing

extension Page {
  /// A recording of a set, measured: its picture, its reps, and a button that keeps it.
  static let measure = Page(
    path: "/measure", largestForm: 48 << 20,
    show: { visit in
      var question = MeasureQuestion(visit.query)
      question.own = try await visit.coach.today(visit.member).history.exercises.values
        .compactMap(\.exercise)
      return .page(MeasureView.form(question, problem: nil))
    },
    take: { visit in
      let question = MeasureQuestion(visit.form)
      guard let file = visit.form.file("file") else {
        return .page(MeasureView.form(question, problem: "Choose a recording first."))
      }
      let answer = await MeasureAnswer.found(file, question)
      return .page(MeasureView.page(answer, question))
    })

  /// Keeps a measured set. The form made its id, so sending it twice saves it once.
  static let keepMeasured = Page(
    path: "/measure/keep",
    show: { _ in .redirect("/measure") },
    take: { visit in
      var problems = FieldProblems()
      guard let id = visit.form["id"].flatMap(UUID.init) else {
        throw WebError.badRequest("This isn’t a measured set. Go back and measure it again.")
      }
      guard let set = SetForm.read("", visit.form, &problems) else {
        guard let form = SetForm("", of: visit.form) else {
          throw WebError.badRequest("This isn’t a measured set. Go back and measure it again.")
        }
        return .page(MeasureView.again(form, id, visit.form, problems))
      }
      let fact = Fact(id: id, at: visit.coach.now(), .workSet(set))
      _ = try await visit.coach.record([fact], of: visit.member)
      return .redirect("/history")
    })
}

/// What is asked of a recording.
struct MeasureQuestion: Sendable {
  /// nil where it is to be proposed.
  var exercise: Exercise?
  /// The athlete's own, to choose from beside the catalog's.
  var own: [Exercise] = []
  var load: Mass?
  var tempo: Tempo?
  /// What of it couldn't be understood, in a sentence.
  var problem: String?
  /// The name of an exercise that nobody knows.
  var unknown: String?

  init(_ form: Form) {
    let asked = form["exercise"] ?? ""
    exercise = Exercise.with(Exercise.ID(rawValue: asked)) ?? Exercise.named(asked)
    load = Parts.mass(form, number: "load", unit: "unit")
    let text = (form["tempo"] ?? "").trimmingCharacters(in: .whitespaces)
    tempo = Tempo(text)
    if !asked.isEmpty, exercise == nil { unknown = String(asked.prefix(60)) }
    let similar = exercise == nil ? Exercise.suggestions(for: asked).map(\.name) : []
    if !asked.isEmpty, exercise == nil, !similar.isEmpty {
      problem =
        "There is no exercise “\(asked)”. Did you mean \(similar.joined(separator: " or "))?"
    } else if !text.isEmpty, tempo == nil {
      problem = "“\(text)” is not a tempo; write it as 4-1-2-0."
    } else if form["load"]?.isEmpty == false, load == nil {
      problem = "The weight is a number of kilograms or pounds."
    }
  }
}

/// What a recording held.
struct MeasureAnswer: Sendable {
  /// nil where nothing could be measured.
  var entry: PhasePicture.Entry?
  /// What it may be of, where nobody said; the likeliest was measured.
  var proposals: [Proposal] = []
  var problems: [Diagnostic] = []
  /// What should be known of it, in sentences.
  var notices: [String] = []
  /// Why there is nothing, in a sentence.
  var refusal: String?

  /// Measures on a thread where others aren't kept waiting: an hour's recording takes a second.
  @concurrent static func found(
    _ bytes: [UInt8], _ question: MeasureQuestion
  ) async -> MeasureAnswer {
    if let problem = question.problem { return MeasureAnswer(refusal: problem) }
    let (recording, problems) = RecordingFormat.read(bytes)
    var answer = MeasureAnswer(problems: problems)
    guard let recording else {
      answer.refusal = "This can’t be read as a recording."
      return answer
    }
    do throws(SensingError) {
      try answer.measure(recording, question)
    } catch {
      answer.refusal =
        switch error {
        case .tooShort: "This is too short to measure."
        case .nothingToMeasure: "Nothing in it shows how this exercise moves."
        }
    }
    return answer
  }

  private mutating func measure(
    _ recording: Recording, _ question: MeasureQuestion
  ) throws(SensingError) {
    let measured = try Sensing.measure(recording, as: question.exercise, load: question.load)
    proposals = measured.proposals
    var found = PhasePicture.Entry(name: "", measured, tempo: question.tempo)
    found.set = found.set.rounded
    entry = found
    notices = measured.notices
    if let unknown = question.unknown {
      notices.insert("Nobody knows “\(unknown)”, so it was measured by what repeats.", at: 0)
    }
  }
}
