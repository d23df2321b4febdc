public import Lifting
import RealModule

/// Somebody who trains as asked, or not quite, with a body whose truth is known: what closes the loop
/// in tests. Strength grows, soreness comes and goes, and neither knows the forecasting model.
///
/// Strength nears a ceiling of one's own, by sets that are heavy enough; a part that isn't healed
/// gives less and gains less. Damage heals by a straight line; soreness follows a gamma curve.
public struct SyntheticTrainee: Sendable {
  /// What people's bodies do with training, and what people do with a plan.
  public enum Kind: String, Sendable, CaseIterable {
    /// Gains well, is hardly damaged.
    case good
    case average
    /// Gains little.
    case poor
    /// Damaged easily, sore for long.
    case unlucky
    /// Every third session doesn't happen, now and then a fortnight of them.
    case skips
    /// Does a set more and five reps more than asked, heavier too.
    case overdoes
    /// Says half of the soreness there is.
    case underReports
  }

  public struct Traits: Sendable, Hashable {
    /// Damage for the same work; 1 is the average.
    public var susceptibility = 1.0
    /// Points of soreness for the same damage; 1 is the average.
    public var sorenessScale = 1.0
    /// Hours until a moderate bout is healed.
    public var healingHours = 110.0
    /// Gain for the same work; 1 is the average.
    public var response = 1.0
    /// Share of the sessions that don't happen.
    public var skips = 0.05
    /// Sets and load beyond what was asked, as a fraction.
    public var excess = 0.0
    /// Reported ÷ felt soreness.
    public var candour = 1.0
  }

  /// A set as it is asked for, without any word of ours for whoever asks.
  public struct Asked: Sendable {
    public var exercise: Exercise.ID
    public var kind: WorkSet.Kind
    public var sets: Int
    public var reps: Int
    /// Nil: by feel.
    public var load: Load?
    public var tempo: Tempo
    public var repsInReserve: Int
    /// Who carries the load on the way down.
    public var limbs: Limbs

    public enum Limbs: Sendable {
      case both
      /// One arm or leg alone what both lift: for it the load is twice as heavy.
      case one
    }

    public init(
      exercise: Exercise.ID, kind: WorkSet.Kind, sets: Int, reps: Int, load: Load?, tempo: Tempo,
      repsInReserve: Int, limbs: Limbs = .both
    ) {
      self.exercise = exercise
      self.kind = kind
      self.sets = sets
      self.reps = reps
      self.load = load
      self.tempo = tempo
      self.repsInReserve = repsInReserve
      self.limbs = limbs
    }
  }

  /// A set that was done, and how heavy it was for the limbs that carried it: 1 is all they can lift.
  private struct Done {
    var set: WorkSet
    var share: Double
  }

  public let kind: Kind
  public let profile: Athlete
  public private(set) var traits: Traits
  private var random: SeededGenerator
  private var strength: [Exercise.ID: Double] = [:]
  private var ceiling: [Exercise.ID: Double] = [:]
  private var lastTrained: [Exercise.ID: Double] = [:]
  private var insults: [BodyPart: [Insult]] = [:]
  private var protection: [BodyPart: Double] = [:]

  private struct Insult {
    var hours: Double
    var size: Double
  }

  /// Somebody of a kind.
  ///
  /// - Parameters:
  ///   - kind: What their body does.
  ///   - seed: The same seed makes the same person.
  ///   - loadStep: The step in which the weights come that they train with.
  public init(_ kind: Kind, seed: UInt64, loadStep: Mass = .kilograms(2.5)) {
    self.kind = kind
    var random = SeededGenerator(seed: seed)
    var traits = Traits(
      susceptibility: Double.exp(0.3 * random.normal()),
      sorenessScale: Double.exp(0.3 * random.normal()),
      healingHours: 110 * Double.exp(0.2 * random.normal()),
      response: Double.exp(0.25 * random.normal()))
    switch kind {
    case .good:
      (traits.response, traits.susceptibility) = (
        traits.response * 1.6, traits.susceptibility * 0.7
      )
    case .average: break
    case .poor: traits.response *= 0.4
    case .unlucky:
      traits.susceptibility *= 2
      traits.healingHours *= 1.4
    case .skips: traits.skips = 0.33
    case .overdoes: traits.excess = 0.3
    case .underReports: traits.candour = 0.5
    }
    self.traits = traits
    let isFemale = Bool.random(using: &random)
    profile = Athlete(
      birthYear: Int.random(in: 1972...2004, using: &random), sex: isFemale ? .female : .male,
      bodyMass: .kilograms(((isFemale ? 65 : 80) * Double.exp(0.1 * random.normal())).rounded()),
      trainingMonths: [8, 14, 30, 60].randomElement(using: &random) ?? 14, loadStep: loadStep)
    self.random = random
  }

  /// True strength of a lift when rested, in kilograms of the load that counts.
  public func strengthKilograms(_ exercise: Exercise) -> Double {
    strength[exercise.id] ?? start(exercise)
  }

  private func start(_ exercise: Exercise) -> Double {
    // What an arm lifts is less than what a leg does; the rest is body mass and training age.
    let lower = exercise.primeMovers.allSatisfy { $0.region == .lower }
    let isSmall = exercise.shares.count <= 2
    let share = (lower ? 1.2 : 0.8) * (isSmall ? 0.5 : 1)
    let age = 0.8 + 0.12 * Double.log(1 + Double(profile.trainingMonths) / 6)
    return (profile.sex == .female ? 0.7 : 1) * profile.bodyMass.kilograms * share * age
  }

  /// Whether today's session happens.
  public mutating func showsUp(week: Int) -> Bool {
    if kind == .skips, week % 9 == 7 || week % 9 == 8 { return false }
    return Double.random(in: 0..<1, using: &random) >= traits.skips
  }

  // MARK: Training

  /// Does what was asked, as this person does it, and says what was done. `hours` count from anywhere.
  public mutating func train(_ asked: [Asked], atHours hours: Double) -> [WorkSet] {
    var done: [Done] = []
    for ask in asked {
      guard let exercise = Exercise.with(ask.exercise) else { continue }
      begin(exercise, atHours: hours)
      let more = traits.excess > 0 && ask.kind == .normal ? 1 : 0
      for index in 0..<(ask.sets + more) {
        guard let set = perform(ask, exercise, set: index, atHours: hours) else { break }
        done.append(set)
      }
    }
    for id in Set(asked.map(\.exercise)).sorted() {
      guard let exercise = Exercise.with(id) else { continue }
      gain(exercise, from: done.filter { $0.set.exercise == id }, atHours: hours)
    }
    damage(by: done, atHours: hours)
    return done.map(\.set)
  }

  private mutating func begin(_ exercise: Exercise, atHours hours: Double) {
    var now = strengthKilograms(exercise)
    if ceiling[exercise.id] == nil {
      ceiling[exercise.id] = now * (1.15 + 0.35 / (1 + Double(profile.trainingMonths) / 12))
    }
    if let last = lastTrained[exercise.id] {
      let idle = max(0, (hours - last) / 168 - 3)
      now *= Double.exp(-0.01 * idle)
    }
    strength[exercise.id] = now
    lastTrained[exercise.id] = hours
  }

  private mutating func perform(
    _ ask: Asked, _ exercise: Exercise, set index: Int, atHours hours: Double
  ) -> Done? {
    let rested = strengthKilograms(exercise)
    let today =
      rested * (1 - weakness(of: exercise, atHours: hours)) * (1 - 0.015 * Double(index))
      * Double.exp(0.02 * random.normal())
    // By feel people find a load that leaves about what they were asked to leave.
    let felt =
      today / (1 + Double(ask.reps + ask.repsInReserve) / 30) * Double.exp(0.03 * random.normal())
    var load =
      ask.load
      ?? Load.external(
        .kilograms(max(0, felt - profile.bodyMass.kilograms * exercise.bodyMassFraction))
          .roundedDown(to: profile.loadStep))
    if traits.excess > 0, load.external.amount > 0 {
      load.external = Mass.kilograms(load.external.kilograms * 1.05).roundedDown(
        to: profile.loadStep)
    }
    let kilograms =
      load.kilograms(in: exercise, bodyMass: profile.bodyMass) * (ask.limbs == .one ? 2 : 1)
    let able = ask.kind == .negative ? today * exercise.eccentricRatio.value : today
    let possible =
      kilograms > 0 ? Int(saturating: max(0, 30 * (able / kilograms - 1)).rounded()) : 30
    let wanted =
      ask.reps
      + (traits.excess > 0 ? Int(saturating: (Double(ask.reps) * traits.excess).rounded()) : 0)
    let reps = min(wanted, max(1, possible))
    let guess = Double(possible - reps) + 0.7 * random.normal()
    let set = WorkSet(
      exercise: exercise.id, kind: ask.kind, load: load, reps: reps, tempo: ask.tempo,
      controlledReps: ask.kind == .negative ? min(reps, possible) : nil,
      repsInReserve: ask.kind == .negative ? nil : Int(saturating: max(0, min(10, guess.rounded())))
    )
    return Done(set: set, share: kilograms / max(1, rested))
  }

  /// What a lift gains from the sets of a session: those near enough to the limit count, each less
  /// than the one before; negatives count like others.
  private mutating func gain(_ exercise: Exercise, from sets: [Done], atHours hours: Double) {
    guard let ceiling = ceiling[exercise.id], !sets.isEmpty else { return }
    let now = strengthKilograms(exercise)
    let hard = sets.reduce(0.0) { total, done in
      let reserve = Double(done.set.repsInReserve ?? 2)
      return total + max(0, min(1, (done.share - 0.4) / 0.3)) * max(0.2, 1 - 0.12 * reserve)
    }
    let dose = 1 - Double.exp(-0.6 * hard)
    let impaired = 1 - min(1, 2 * weakness(of: exercise, atHours: hours))
    strength[exercise.id] = now + 0.03 * traits.response * dose * impaired * (ceiling - now)
  }

  // MARK: Damage

  /// One insult a bout and body part: few reps do much of what many do, as in the laboratory, where
  /// six maximal lowerings already cost a quarter of the strength and sixty some forty percent.
  private mutating func damage(by sets: [Done], atHours hours: Double) {
    var work: [BodyPart: Double] = [:]
    for done in sets {
      guard let exercise = Exercise.with(done.set.exercise) else { continue }
      let slow = done.set.emphasizesEccentric ? 1.0 : 0.35
      for (part, stress) in exercise.shares {
        work[part, default: 0] += Double(done.set.reps) * stress * slow * done.share * done.share
      }
    }
    for (part, reps) in work {
      let shielded = protection[part] ?? (profile.trainingMonths >= 12 ? 0.5 : 0.25)
      let size =
        1.6 * traits.susceptibility * (1 - 0.75 * shielded) * (1 - Double.exp(-reps / 20))
      insults[part, default: []].append(Insult(hours: hours, size: size))
      insults[part]?.removeAll { hours - $0.hours > 600 }
      // A bout protects for weeks; the more the harder it was.
      protection[part] = min(0.95, shielded * 0.98 + (1 - shielded) * min(0.5, size * 0.4))
    }
  }

  /// How much of an exercise's strength is missing, 0 to 0.7: the damage heals by a straight line.
  public func weakness(of exercise: Exercise, atHours now: Double) -> Double {
    let deficits = exercise.primeMovers.map { part in
      (insults[part] ?? []).reduce(0.0) { total, insult in
        let length = traits.healingHours * (0.5 + min(1.5, insult.size))
        return total + insult.size * max(0, 1 - max(0, now - insult.hours) / length)
      }
    }
    return min(0.7, 0.25 * (deficits.max() ?? 0))
  }

  /// How sore each body part is in truth, 0 to 10.
  public func soreness(atHours now: Double) -> [BodyPart: Double] {
    insults.mapValues { insults in
      let felt = insults.reduce(0.0) { total, insult in
        let age = (now - insult.hours) / (traits.healingHours / 8)
        guard age > 0, age < 30 else { return total }
        // A gamma curve that peaks at 2.5 of its units.
        return total + insult.size * Double.pow(age / 2.5, 2.5) * Double.exp(2.5 - age)
      }
      return 10 * (1 - Double.exp(-0.6 * felt * traits.sorenessScale))
    }
  }

  /// What they say when asked in the morning: of what can be felt, in whole points.
  public mutating func checkIn(atHours now: Double) -> CheckIn {
    var ratings: [BodyPart: Int] = [:]
    for (part, points) in soreness(atHours: now).sorted(by: { $0.key < $1.key }) where points > 0.3
    {
      let said = traits.candour * points + 0.5 * random.normal()
      ratings[part] = Int(saturating: max(0, min(10, said.rounded())))
    }
    return CheckIn(soreness: ratings)
  }
}
