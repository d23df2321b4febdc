import Coaching
import Foundation
import Interchange
import Lifting
import Sensing

extension Page {
  /// A recording of a set, measured: its picture, its reps, and a button that keeps it.
  static let measure = Page(
    path: "/measure", largestForm: 48 << 20,
    show: { visit in
      .page(MeasureView.form(MeasureQuestion(visit.query), problem: nil))
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
      guard let id = visit.form["id"].flatMap(UUID.init),
        let set = MeasureQuestion.kept(visit.form)
      else {
        throw WebError.badRequest("Reps are from 1 to 1000. Go back and correct them.")
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
  var load: Mass?
  var tempo: Tempo?
  /// What of it couldn't be understood, in a sentence.
  var problem: String?

  init(_ form: Form) {
    let asked = form["exercise"] ?? ""
    exercise = Exercise.named(asked)
    load = Parts.mass(form, number: "load", unit: "unit")
    let text = (form["tempo"] ?? "").trimmingCharacters(in: .whitespaces)
    tempo = Tempo(text)
    if !asked.isEmpty, exercise == nil {
      problem = "There is no exercise “\(asked)”."
    } else if !text.isEmpty, tempo == nil {
      problem = "“\(text)” is not a tempo; write it as 4-1-2-0."
    } else if form["load"]?.isEmpty == false, load == nil {
      problem = "The weight is a number of kilograms or pounds."
    }
  }

  /// A measured set as its form sends it back, put right by who lifted it.
  static func kept(_ form: Form) -> WorkSet? {
    guard let exercise = Exercise.with(Exercise.ID(rawValue: form["exercise"] ?? "")),
      let reps = form.integer("reps"), (1...1000).contains(reps)
    else { return nil }
    return WorkSet(
      exercise: exercise.id, kind: WorkSet.Kind(rawValue: form["kind"] ?? "") ?? .normal,
      load: Load(external: Parts.mass(form, number: "load", unit: "unit") ?? .zero), reps: reps,
      tempo: form["tempo"].flatMap(Tempo.init),
      controlledReps: form.integer("controlled").map { min(max(0, $0), reps) },
      repsInReserve: form.integer("reserve").flatMap { (0...20).contains($0) ? $0 : nil },
      fastestLift: form["velocity"].flatMap { Double($0) }.flatMap {
        Velocity(metersPerSecond: $0)
      }, stickingRegions: regions(form["sticking"] ?? ""))
  }

  /// Sticking regions as a hidden field carries them from the picture to the fact.
  static func sent(_ regions: [StickingRegion]?) -> String {
    guard let regions, let json = try? JSONEncoder.eccentricCompact.encode(regions) else {
      return ""
    }
    return String(decoding: json, as: UTF8.self)
  }

  private static func regions(_ sent: String) -> [StickingRegion]? {
    let regions = try? JSONDecoder.eccentric.decode([StickingRegion].self, from: Data(sent.utf8))
    return regions.flatMap { $0.isEmpty || $0.count > 1000 ? nil : $0 }
  }
}

/// What a recording held.
struct MeasureAnswer: Sendable {
  /// nil where nothing could be measured.
  var entry: PhasePicture.Entry?
  /// What it may be of, where nobody said; the likeliest was measured.
  var proposals: [Proposal] = []
  var problems: [Diagnostic] = []
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
    if question.exercise == nil { proposals = try Sensing.proposals(for: recording) }
    guard
      let exercise = question.exercise ?? proposals.first.flatMap({ Exercise.with($0.exercise) })
    else { throw .nothingToMeasure }
    var found = try PhasePicture.Entry(
      name: "", measuring: recording, as: exercise, load: question.load, tempo: question.tempo)
    found.set = found.set.rounded
    found.motion = try motion(of: recording, exercise: exercise)
    entry = found
  }
}
