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
        try player(session, begun: today.begun, athlete: today.history.athlete))
    })

  /// What the player is told: the session, flat, with the words it shows.
  struct PlayerPlan: Codable {
    struct Set: Codable {
      var exercise: String
      var name: String
      var kind: String
      var reps: Int
      var repsUpTo: Int?
      var load: Load?
      var loadText: String
      /// kg or lb; nil where nothing is loaded.
      var unit: String?
      /// The step of a tap on plus or minus, in `unit`.
      var step: Double
      /// The weights there are, the lightest first, in `unit`; nil where they weren't listed.
      var weights: [Double]?
      var tempo: Tempo
      var eccentricSeconds: Double
      var pauseBottomSeconds: Double
      /// Nil for the assisted way up of a negative.
      var concentricSeconds: Double?
      var pauseTopSeconds: Double
      var begins: String
      /// As people say it, and as it is saved.
      var wayUp: String?
      var wayUpKind: WayUp?
      var wayUpExplanation: String?
      var repsInReserve: Int
      var restSeconds: Int
      var cue: String?
    }

    var session: String?
    var title: String
    var program: String?
    var doneSets: Int
    var sets: [Set]
  }

  static func plan(
    _ session: PrescribedSession, begun: Coach.BegunSession?, athlete: Athlete?
  ) -> PlayerPlan {
    PlayerPlan(
      session: begun?.session.id.rawValue, title: session.title, program: session.program,
      doneSets: begun?.doneSets ?? 0,
      sets: session.together.flatMap {
        $0.inTurns { prescribed in
          guard let exercise = Exercise.with(prescribed.exercise) else { return [] }
          return prescribed.doses.flatMap { dose in
            Array(
              repeating: playerSet(dose, exercise, note: prescribed.note, athlete: athlete),
              count: dose.sets)
          }
        }
      })
  }

  private static func playerSet(
    _ dose: Dose, _ exercise: Exercise, note: String?, athlete: Athlete?
  ) -> PlayerPlan.Set {
    let concentric: Double? =
      switch dose.tempo.concentric {
      case .seconds(let seconds): seconds
      case .fast: 1
      case .assisted: nil
      }
    let isLoaded = exercise.bodyMassFraction == 0 || dose.load?.external.amount ?? 0 > 0
    let unit = dose.load?.external.unit ?? .kilograms
    return PlayerPlan.Set(
      exercise: exercise.id.rawValue, name: exercise.name, kind: dose.kind.rawValue,
      reps: dose.reps, repsUpTo: dose.repsUpTo, load: dose.load,
      loadText: Words.load(dose, of: exercise),
      unit: isLoaded ? unit.rawValue : nil,
      step: step(athlete?.loadStep, unit),
      weights: isLoaded ? athlete?.weights?.loads(of: exercise)?.amounts(in: unit) : nil,
      tempo: dose.tempo,
      eccentricSeconds: dose.tempo.eccentric.seconds ?? 2,
      pauseBottomSeconds: dose.tempo.pauseBottom, concentricSeconds: concentric,
      pauseTopSeconds: dose.tempo.pauseTop, begins: exercise.begins.rawValue,
      wayUp: dose.wayUp?.phrase, wayUpKind: dose.wayUp, wayUpExplanation: dose.wayUp?.explanation,
      repsInReserve: dose.repsInReserve, restSeconds: dose.restSeconds,
      cue: dose.cue ?? note)
  }

  private static func step(_ loadStep: Mass?, _ unit: Mass.Unit) -> Double {
    guard let loadStep, loadStep.unit == unit, loadStep.amount > 0 else {
      return unit == .kilograms ? 2.5 : 5
    }
    return loadStep.amount
  }

  private static func player(
    _ session: PrescribedSession, begun: Coach.BegunSession?, athlete: Athlete?
  ) throws -> PageContent {
    let plan = try JSONEncoder.eccentricCompact.encode(
      plan(session, begun: begun, athlete: athlete))
    return PageContent(
      title: session.title, place: .today,
      body: """
        <h1 class="quiet">\(session.title)</h1>
        <noscript><p class="problem">The player needs JavaScript. \
        <a href="/log">Log your sets without it.</a></p></noscript>
        <script type="application/json" id="plan">\(HTML.json(String(decoding: plan, as: UTF8.self)))</script>
        <div id="player" class="player"></div>
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
