import Coaching
import Community
import Foundation
import Lifting
import Pictures
import Prescribing
import ProgramText

extension Page {
  /// The tempo player. It needs JavaScript, and says where to go without.
  static let train = Page(
    path: "/train",
    show: { visit in
      let today = try await visit.place.today(visit.member, workout: visit.query["workout"])
      let session = today.begun?.prescribed ?? today.prescription.session
      guard let session else { return .redirect("/today") }
      return .page(try player(session, today))
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
      /// What was done of it last time; nil where it never was.
      var lastTime: String?
      /// What is put on the bar for the weight that is asked for.
      var plates: String?
      /// Lighter sets before it, and how they are read.
      var warmUps: [WorkSet]
      var warmUpText: String?
      /// The film that the program links beside the exercise; nil where it links none.
      var video: Film?
      /// What is asked when it is done.
      var questions: [Question]
    }

    /// A film of an exercise: the page of ours that embeds it, or the address where it can't be.
    struct Film: Codable {
      var address: String
      var host: String
      var isEmbedded: Bool
    }

    /// Its id, also where it hasn't begun.
    var session: String
    var isBegun: Bool
    /// The day for which it was prescribed.
    var day: Day
    var title: String
    var program: String?
    /// Of each set, whether it has been done.
    var done: [Bool]
    var sets: [Set]
    var rules = SessionRules()
  }

  static func plan(_ session: PrescribedSession, _ today: Place.Today) -> PlayerPlan {
    let warmUps = session.warmUps(for: today.history.athlete)
    let films = films(of: today.history)
    return PlayerPlan(
      session: (today.begun?.session.id ?? today.upcoming).rawValue, isBegun: today.begun != nil,
      day: today.day, title: session.title, program: session.program,
      done: today.begun?.done ?? session.turns.map { _ in false },
      sets: zip(session.turns, warmUps).compactMap { turn, warmUps in
        Exercise.with(turn.exercise.exercise).map {
          var set = playerSet(turn.toDo, $0, note: turn.exercise.note, warmUps: warmUps, today)
          set.video = films[$0.id]
          return set
        }
      })
  }

  /// The films that the program links beside its exercises, the first of each.
  private static func films(of history: History) -> [Exercise.ID: PlayerPlan.Film] {
    guard let text = history.program?.text, !text.isEmpty else { return [:] }
    var films: [Exercise.ID: PlayerPlan.Film] = [:]
    for line in Program.parse(text, exercises: history.exercises).program.lines {
      guard case .exercise(let line) = line, let exercise = line.planned.exercise,
        films[exercise] == nil, let video = line.planned.video.flatMap(Video.init)
      else { continue }
      films[exercise] = PlayerPlan.Film(
        address: video.page ?? video.address, host: video.host, isEmbedded: video.page != nil)
    }
    return films
  }

  private static func playerSet(
    _ asked: SetToDo, _ exercise: Exercise, note: String?, warmUps: [WorkSet], _ today: Place.Today
  ) -> PlayerPlan.Set {
    let history = today.history
    var toDo = asked
    toDo.cue = (asked.cue ?? note).map { Markdown.plain($0) }
    let last = history.lastTime(
      exercise.id, asked.set.kind, besides: today.begun?.session.id,
      utcOffsetSeconds: today.utcOffsetSeconds)
    let isOnABar = exercise.equipment.contains(.barbell) && asked.set.load.external.amount > 0
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
      lastTime: Words.lastTime(
        last, today: today.day, utcOffsetSeconds: today.utcOffsetSeconds),
      plates: isOnABar
        ? Weights.plates(for: asked.set.load.external, of: history.athlete?.weights)?.text : nil,
      warmUps: warmUps,
      warmUpText: warmUps.isEmpty
        ? nil
        : "To warm up: \(warmUps.map { "\($0.reps)\u{A0}×\u{A0}\($0.load.external.amount.short)\u{A0}\($0.load.external.unit.rawValue)" }.joined(separator: ", "))",
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
    _ session: PrescribedSession, _ today: Place.Today
  ) throws -> PageContent {
    let plan = try JSONEncoder.eccentricCompact.encode(plan(session, today))
    return PageContent(
      title: session.title, section: .today,
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
