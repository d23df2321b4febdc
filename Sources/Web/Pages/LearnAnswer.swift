import Foundation
import Lifting
import Physiology

/// What the simulated arm does with the load, and how it would feel afterwards.
struct LearnAnswer: Sendable {
  let question: LearnQuestion
  let rep: CurlRep
  /// The same dumbbell, let go at the top.
  let fall: CurlRep
  /// The most that this arm can lower in that time, kg.
  let heaviest: Double
  /// Lowerings that the soreness is forecast for.
  let lowerings: Int
  /// The elbow flexors in the days after; nil where the load can't be lowered so.
  let forecast: Forecast.Part?

  /// Lifted in two seconds where that can be done, else by something else.
  init(_ question: LearnQuestion) {
    self.question = question
    var curl = Curl(
      loadKilograms: question.loadKilograms, oneRepMaxKilograms: question.bestKilograms,
      tempo: Tempo(
        eccentric: .seconds(question.loweringSeconds), pauseBottom: 0.4,
        concentric: .seconds(2), pauseTop: 0.6))
    if question.loadKilograms > question.bestKilograms { curl.tempo.concentric = .assisted }
    rep = curl.simulated()
    fall = curl.freeFall.simulated()
    heaviest = curl.heaviestLowering()
    lowerings = question.intensity > 0.8 ? 15 : 24
    forecast = rep.outcome == .controlled ? Self.forecast(question, lowerings: lowerings) : nil
  }

  /// Does it need help on its way up?
  var isAssisted: Bool { rep.span(.assisted) != nil }

  /// The most soreness to expect, 0 to 10; nil where nothing is forecast.
  var peakSoreness: Double? { forecast?.days.map(\.soreness.expected).max() }

  private static func forecast(_ question: LearnQuestion, lowerings: Int) -> Forecast.Part? {
    guard let exercise = Exercise.with("biceps-curl") else { return nil }
    var history = History()
    history.athlete = Athlete(
      birthYear: 1990, bodyMass: .kilograms(75), trainingMonths: question.training.months)
    let now = Date(timeIntervalSince1970: 0)
    let stimulus = Stimulus(
      exercise: exercise, reps: Double(lowerings),
      intensity: Intensity(fractionOfMaximum: question.intensity))
    return AthleteState(history, at: now).after([stimulus], at: now).forecast(from: now, days: 6)
      .parts.first { $0.bodyPart == .elbowFlexors }
  }
}

// MARK: - In words

extension LearnAnswer {
  /// What happened, in one or two sentences.
  var sentence: String {
    let load = "\(question.loadKilograms.short) kg"
    guard let lowering = rep.span(.eccentric) else {
      return "\(load) don’t go up: the arm stops on the way."
    }
    let way = isAssisted ? "Too heavy to lift, so help takes it up. " : ""
    switch rep.outcome {
    case .controlled:
      let seconds = lowering.seconds.short(decimals: 1)
      return lowering.seconds < 0.9 * question.loweringSeconds
        ? "\(way)Only just: \(load) take the whole muscle, and come down in \(seconds) s instead of \(question.loweringSeconds.short)."
        : "\(way)Under control: \(load) come down in \(seconds) s, and the muscle carries all of it."
    case .lost(let degrees):
      let carried = (lowering.control ?? 0) * 100
      return
        "\(way)Lost: from \(degrees.short(decimals: 0))° on it is more than the whole muscle can hold. It is down in \(lowering.seconds.short(decimals: 1)) s instead of \(question.loweringSeconds.short), and the muscle carried \(carried.short(decimals: 0)) % of it."
    case .notLifted(let degrees):
      return "\(load) stop on the way up, at \(degrees.short(decimals: 0))°."
    }
  }

  /// What else there is to know about this load.
  var notes: [String] {
    var notes = [
      "With a best curl of \(question.bestKilograms.short) kg, this arm can lower up to \(heaviest.short(decimals: 0)) kg in \(question.loweringSeconds.short) s. Real lifts differ: three seconds of lowering allow 1.24 times the best lift in the bench press, 1.27 to 1.49 times on machines."
    ]
    if let lifting = rep.span(.concentric), let lowering = rep.span(.eccentric),
      rep.outcome == .controlled
    {
      notes.append(
        "Lifting costs \(joules(lifting.metabolicJoules)) of food energy, lowering \(joules(lowering.metabolicJoules)): about a fifth."
      )
    }
    if let fall = fall.span(.eccentric) {
      notes.append(
        "Let go with a limp arm it would be down in \(fall.seconds.short(decimals: 1)) s, and the muscle would have done nothing."
      )
    }
    return notes
  }

  private func joules(_ value: Double) -> String { "\(value.short(decimals: 0)) J" }
}
