import Coaching
import Foundation
import Lifting
import Prescribing

extension Page {
  /// The tempo player. It needs JavaScript, and says where to go without.
  static let train = Page(
    path: "/train",
    show: { visit in
      let today = try await visit.coach.today(visit.member)
      let session = today.begun?.prescribed ?? today.prescription.session
      guard let session else { return .redirect("/today") }
      return .page(
        try player(session, begun: today.begun, history: today.history))
    })

  /// What the player is told: the session, flat, with the words it shows.
  struct PlayerPlan: Codable {
    /// What is asked after a set, as ``WorkSet/fields`` has it.
    struct Question: Codable {
      var name: String
      var question: String
      var unit: String?
      /// `whole`, `decimal`, `load`, `choice` or `text`.
      var input: String
      var choices: [WorkSet.Field.Choice]
    }

    struct Set: Codable {
      /// The set as it is kept if nothing is amended, and what is asked beside it.
      var toDo: SetToDo
      var name: String
      var loadText: String
      /// kg or lb.
      var unit: String
      /// Whether the body is lifted, so that weight is added to it or help takes weight off.
      var liftsBody: Bool
      /// The step of a tap on plus or minus, in `unit`.
      var step: Double
      /// The weights there are, the lightest first, in `unit`; nil where they weren't listed.
      var weights: [Double]?
      var eccentricSeconds: Double
      var pauseBottomSeconds: Double
      /// Nil for the assisted way up of a negative.
      var concentricSeconds: Double?
      var pauseTopSeconds: Double
      var begins: String
      /// As people say it.
      var wayUp: String?
      var wayUpExplanation: String?
      /// Whether its lowering is stressed, so that the watch looks at it.
      var isEmphasized: Bool
      /// The body parts that take half of its stress or more.
      var parts: [BodyPart]
      /// What is asked when it is done.
      var questions: [Question]
    }

    var session: String?
    var title: String
    var program: String?
    var doneSets: Int
    var sets: [Set]
    var rules = SessionRules()
  }

  static func plan(
    _ session: PrescribedSession, begun: Coach.BegunSession?, history: History
  ) -> PlayerPlan {
    PlayerPlan(
      session: begun?.session.id.rawValue, title: session.title, program: session.program,
      doneSets: begun?.doneSets ?? 0,
      sets: session.together.flatMap {
        $0.inTurns { prescribed in
          guard let exercise = Exercise.with(prescribed.exercise) else { return [] }
          return prescribed.doses.flatMap { $0.setsToDo(of: exercise.id) }.map {
            playerSet($0, exercise, note: prescribed.note, history: history)
          }
        }
      })
  }

  private static func playerSet(
    _ asked: SetToDo, _ exercise: Exercise, note: String?, history: History
  ) -> PlayerPlan.Set {
    var toDo = asked
    toDo.cue = asked.cue ?? note
    let tempo = asked.set.tempo ?? .ordinary
    let concentric: Double? =
      switch tempo.concentric {
      case .seconds(let seconds): seconds
      case .fast: 1
      case .assisted: nil
      }
    let load = asked.set.load
    let mass = load.assistance.amount > 0 ? load.assistance : load.external
    let unit = mass.amount > 0 ? mass.unit : Words.unit(of: history)
    return PlayerPlan.Set(
      toDo: toDo, name: exercise.name,
      loadText: asked.isByFeel ? "by feel" : load.text(in: exercise), unit: unit.rawValue,
      liftsBody: exercise.bodyMassFraction > 0,
      step: step(history.athlete?.loadStep, unit),
      weights: exercise.bodyMassFraction > 0
        ? nil : history.athlete?.weights?.loads(of: exercise)?.amounts(in: unit),
      eccentricSeconds: tempo.eccentric.seconds ?? 2, pauseBottomSeconds: tempo.pauseBottom,
      concentricSeconds: concentric, pauseTopSeconds: tempo.pauseTop,
      begins: exercise.begins.rawValue, wayUp: asked.set.wayUp?.phrase,
      wayUpExplanation: asked.set.wayUp?.explanation,
      isEmphasized: asked.set.emphasizesEccentric,
      parts: exercise.countedParts,
      questions: WorkSet.fields.filter { $0.isAsked(after: asked.set, of: exercise) }.map {
        PlayerPlan.Question(
          name: $0.name, question: $0.question, unit: $0.unit, input: $0.input.word,
          choices: $0.choices(asked.set))
      })
  }

  private static func step(_ loadStep: Mass?, _ unit: Mass.Unit) -> Double {
    guard let loadStep, loadStep.unit == unit, loadStep.amount > 0 else {
      return unit == .kilograms ? 2.5 : 5
    }
    return loadStep.amount
  }

  private static func player(
    _ session: PrescribedSession, begun: Coach.BegunSession?, history: History
  ) throws -> PageContent {
    let plan = try JSONEncoder.eccentricCompact.encode(
      plan(session, begun: begun, history: history))
    return PageContent(
      title: session.title, place: .today,
      body: """
        <h1 class="quiet">\(session.title)</h1>
        <noscript><p class="problem">The player needs JavaScript. \
        <a href="/log">Log your sets without it.</a></p></noscript>
        <script type="application/json" id="plan">\(HTML.json(String(decoding: plan, as: UTF8.self)))</script>
        <div id="player" class="player"></div>
        <p id="spoken" class="hidden" role="status" aria-live="polite"></p>
        """,
      scripts: ["player.js"])
  }
}

extension [Mass] {
  /// In one unit, each once.
  fileprivate func amounts(in unit: Mass.Unit) -> [Double] {
    Set(map { $0.converted(to: unit).amount.rounded(toDecimals: 2) }).sorted()
  }
}

extension WorkSet.Field.Input {
  /// As the player calls it.
  fileprivate var word: String {
    switch self {
    case .whole: "whole"
    case .decimal: "decimal"
    case .load: "load"
    case .choice: "choice"
    case .text: "text"
    }
  }
}
