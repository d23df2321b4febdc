import Lifting
import RealModule

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Steps from fact to fact. Exercises and body parts are looked up once and then known by their place.
struct HistoryFold: Sendable {
  let parameters: ModelParameters
  private let courses: Courses
  /// In the order of `BodyPart.allCases`.
  private(set) var muscles: [MuscleState]
  private(set) var belief: PeopleBelief
  private var exercises: [Known] = []
  private var places: [Exercise.ID: Int] = [:]
  private var lastPlace: Int?
  /// What has been done since the last pause, not yet absorbed; in the order of body parts.
  private var bouts: [Bout]
  private var openParts: [Int] = []
  private var openExercises: [Int] = []
  private var lastSetHours = -Double.infinity
  private var taken = (sets: 0, tests: 0, checkIns: 0)
  private var bodyMass: Mass

  /// A reference, as an exercise is handed about with every set.
  private final class Catalogued: Sendable {
    let exercise: Exercise
    init(_ exercise: Exercise) { self.exercise = exercise }
  }

  /// An exercise that the athlete does.
  private struct Known: Sendable {
    let catalogued: Catalogued
    let shares: [(part: Int, share: Double)]
    let length: Double
    let eccentricRatio: Double
    /// How strong somebody is in it; nil until a set or a test told something.
    var rested: RestedStrength?
    /// The middle of that, after the last bout.
    var oneRepMaxKilograms: Double?
    /// What was done of it in the open bout.
    var reps = SidedReps()
    /// What says most of the open bout.
    var best: ShownStrength?
    /// Those whose velocity was measured, and what they last said.
    var fastLifts = FastLifts()
    var byVelocity: LoadVelocity?
    /// What became of the belief, by bout, where somebody asked.
    var course: [StrengthCourse.Point] = []

    /// What velocities say, unless the last of them was too long before the last bout.
    var lately: LoadVelocity? {
      guard let rested, rested.hours - fastLifts.lastHours <= LoadVelocity.windowDays * 24 else {
        return nil
      }
      return byVelocity
    }
  }

  /// What is kept of how the belief about strength came about.
  enum Courses: Sendable { case forgotten, kept }

  init(
    _ history: History, until now: Date, parameters: ModelParameters, courses: Courses = .forgotten
  ) {
    self.parameters = parameters
    self.courses = courses
    belief = PeopleBelief(parameters)
    let protection = parameters.protectionAtStart(
      trainingMonths: history.athlete?.trainingMonths ?? 0)
    let muscle = MuscleState(hours: now.hours, protection: protection)
    muscles = Array(repeating: muscle, count: BodyPart.allCases.count)
    bouts = Array(repeating: Bout(hours: now.hours), count: BodyPart.allCases.count)
    bodyMass = .kilograms(75)
  }

  /// By exercise, where a set or a test told something about it.
  var strength: [Exercise.ID: StrengthEstimate] {
    exercises.reduce(into: [:]) {
      $0[$1.catalogued.exercise.id] = $1.rested?.estimate(weights: belief.weights)
    }
  }

  /// What velocities last said of it, by exercise.
  var loadVelocity: [Exercise.ID: LoadVelocity] {
    exercises.reduce(into: [:]) { $0[$1.catalogued.exercise.id] = $1.lately }
  }

  /// How that came about, where it was kept.
  var strengthCourses: [StrengthCourse] {
    exercises.filter { !$0.course.isEmpty }
      .map {
        StrengthCourse(exercise: $0.catalogued.exercise, points: $0.course, byVelocity: $0.lately)
      }
  }

  /// Takes what wasn't taken yet, in the order of time; at the same instant sets come before what is
  /// said of them.
  mutating func take(_ history: History, until now: Date) {
    bodyMass = history.athlete?.bodyMass ?? .kilograms(75)
    let sets = history.sets.span
    while true {
      let set = Self.hours(of: history.sets, taken.sets)
      let test = Self.hours(of: history.tests, taken.tests)
      let checkIn = Self.hours(of: history.checkIns, taken.checkIns)
      let next = min(set, test, checkIn)
      // Nothing fades before the first fact.
      if taken == (0, 0, 0) {
        for part in muscles.indices { muscles[part].begin(at: min(next, now.hours)) }
      }
      guard next < .infinity, next <= now.hours else { return }
      if set == next {
        take(sets[taken.sets].value, at: set)
        taken.sets += 1
      } else if test == next {
        take(history.tests[taken.tests].value, at: test)
        taken.tests += 1
      } else {
        take(history.checkIns[taken.checkIns].value, at: checkIn)
        taken.checkIns += 1
      }
    }
  }

  /// Infinity where there is none.
  private static func hours<Value>(of facts: [Dated<Value>], _ index: Int) -> Double {
    index < facts.count ? facts[index].at.hours : .infinity
  }

  /// The place of an exercise; nil where the catalog has none.
  private mutating func place(of id: Exercise.ID) -> Int? {
    // Mostly another set of the same.
    if let lastPlace, exercises[lastPlace].catalogued.exercise.id == id { return lastPlace }
    if let place = places[id] {
      lastPlace = place
      return place
    }
    guard let exercise = Exercise.with(id) else { return nil }
    let shares = BodyPart.allCases.enumerated().compactMap { index, part in
      exercise.shares[part].map { (part: index, share: $0) }
    }
    exercises.append(
      Known(
        catalogued: Catalogued(exercise), shares: shares,
        length: exercise.muscleLength == .short ? parameters.shortLengthFactor : 1,
        eccentricRatio: exercise.eccentricRatio.value))
    places[id] = exercises.count - 1
    return exercises.count - 1
  }

  /// A pause ends the bout before.
  private mutating func open(at hours: Double) {
    if hours - lastSetHours > AthleteState.boutGapHours { close() }
    lastSetHours = hours
  }

  private mutating func take(_ set: borrowing WorkSet, at hours: Double) {
    // What is held or carried isn't lowered, and tells no maximum of repetitions.
    guard set.reps > 0, set.isRepetitions, let place = place(of: set.exercise) else { return }
    open(at: hours)
    let catalogued = exercises[place].catalogued
    let kilograms = set.load.kilograms(in: catalogued.exercise, bodyMass: bodyMass)
    let intensity = Stimulus.intensity(
      of: set, catalogued.exercise, kilograms: kilograms,
      oneRepMaxKilograms: exercises[place].oneRepMaxKilograms)
    // The second side does what the first one did: the body part has it once.
    let before = exercises[place].reps.reps
    exercises[place].reps.add(set.reps, set.side)
    let more = exercises[place].reps.reps - before
    if more > 0 { add(reps: Double(more), intensity: intensity, place, at: hours) }
    if set.kind == .normal {
      remember(
        place, kilograms: kilograms, reps: set.reps + (set.repsInReserve ?? 0),
        set.repsInReserve == nil ? .reserveUnknown : .reserveKnown)
      rememberVelocity(of: set, place, kilograms: kilograms, at: hours)
    }
  }

  private mutating func take(_ test: StrengthTest, at hours: Double) {
    guard let place = place(of: test.exercise) else { return }
    open(at: hours)
    switch test.result {
    case .repetitions(let reps, let load):
      let kilograms = load.kilograms(in: exercises[place].catalogued.exercise, bodyMass: bodyMass)
      remember(place, kilograms: kilograms, reps: reps, .test)
    case .lowering, .hold: break
    }
  }

  private mutating func add(reps: Double, intensity: Double, _ place: Int, at hours: Double) {
    let perRep = Bout.perRep(
      intensity: intensity / exercises[place].eccentricRatio, parameters: parameters)
    let stress = perRep.stress * exercises[place].length
    for index in exercises[place].shares.indices {
      let (part, share) = exercises[place].shares[index]
      if bouts[part].reps == 0 { openParts.append(part) }
      bouts[part].hours = hours
      bouts[part].add(reps: reps * share, stress: stress, work: perRep.work)
    }
  }

  /// Keeps what says most of a bout.
  private mutating func remember(
    _ place: Int, kilograms: Double, reps: Int, _ kind: ShownStrength.Kind
  ) {
    guard let shown = ShownStrength(kilograms: kilograms, reps: Double(reps), kind, parameters),
      shown.saysMore(than: exercises[place].best)
    else { return }
    if exercises[place].best == nil { openExercises.append(place) }
    exercises[place].best = shown
  }

  private mutating func rememberVelocity(
    of set: WorkSet, _ place: Int, kilograms: Double, at hours: Double
  ) {
    guard let velocity = set.fastestLift,
      let lift = LoadVelocity.Lift(
        kilograms: kilograms, metersPerSecond: velocity.metersPerSecond)
    else { return }
    exercises[place].fastLifts.add(lift, at: hours)
  }

  private mutating func take(_ checkIn: CheckIn, at hours: Double) {
    close()
    guard !checkIn.soreness.isEmpty else { return }
    let ratings = checkIn.soreness.map { (part: Self.places[$0] ?? 0, rating: $1) }
      .sorted { $0.part < $1.part }
    var expected: [ByPerson] = []
    expected.reserveCapacity(ratings.count)
    for (part, rating) in ratings {
      let soreness = muscles[part].sorenessMillimetresWithDose(at: hours, of: belief.people)
      belief.observe(rating: rating, of: part, expectedMillimetres: soreness.byDose)
      expected.append(soreness.believed)
    }
    belief.settle()
    for (index, (part, rating)) in ratings.enumerated() {
      muscles[part].believe(
        sorenessMillimetres: belief.averageMillimetres(saying: rating, of: part),
        expected: expected[index], at: hours, of: belief.people)
    }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: BodyPart.allCases.enumerated().map { ($1, $0) })

  /// Absorbs what has been done since the last pause.
  mutating func close() {
    learnFromStrength()
    for part in openParts {
      muscles[part].absorb(bouts[part], of: BodyPart.allCases[part], by: belief.people)
      bouts[part] = Bout(hours: lastSetHours)
    }
    openParts.removeAll(keepingCapacity: true)
    for place in exercises.indices { exercises[place].reps = SidedReps() }
    openExercises.removeAll(keepingCapacity: true)
  }

  /// Holds what was lifted in the open bout against what each of the people could have lifted, with
  /// the damage and fatigue that they began it with.
  private mutating func learnFromStrength() {
    var tellsPeopleApart = false
    for place in openExercises {
      guard let shown = exercises[place].best else { continue }
      let strengths = logStrengths(place, at: lastSetHours)
      if exercises[place].rested == nil {
        guard shown.suffices else { continue }
        exercises[place].rested = RestedStrength(
          shown, logStrengths: strengths, hours: lastSetHours, parameters)
      } else {
        let likely = exercises[place].rested?
          .observe(shown, logStrengths: strengths, hours: lastSetHours)
        if let likely, shown.tellsPeopleApart {
          belief.weigh(logLikelihoods: likely)
          tellsPeopleApart = true
        }
      }
      learnFromVelocity(place, logStrengths: strengths)
    }
    if tellsPeopleApart { belief.settle() }
    for place in openExercises { conclude(place) }
  }

  /// Velocities are one more observation of the same strength; they tell nobody apart.
  private mutating func learnFromVelocity(_ place: Int, logStrengths: ByPerson) {
    guard
      let (said, shown) = exercises[place].fastLifts.close(
        exercises[place].catalogued.exercise.id)
    else { return }
    exercises[place].byVelocity = said
    exercises[place].rested?
      .observe(shown, logStrengths: logStrengths, hours: lastSetHours)
  }

  /// Says what is believed of an exercise after a bout, now that the people are weighed anew.
  private mutating func conclude(_ place: Int) {
    guard let shown = exercises[place].best else { return }
    exercises[place].best = nil
    guard let rested = exercises[place].rested else { return }
    exercises[place].oneRepMaxKilograms = rested.kilograms(weights: belief.weights)
    if courses == .kept {
      let at = Date(timeIntervalSince1970: rested.hours * 3600)
      exercises[place].course.append(
        StrengthCourse.Point(
          at: at, observedKilograms: shown.kilograms,
          believedKilograms: rested.estimate(weights: belief.weights).oneRepMaxKilograms(at: at)))
    }
  }

  /// The logarithm of the fraction of rested strength that an exercise finds: its body parts', by
  /// their shares.
  private mutating func logStrengths(_ place: Int, at hours: Double) -> ByPerson {
    var sums = ByPerson(0)
    var total = 0.0
    for (part, share) in exercises[place].shares {
      muscles[part].advance(to: hours, of: belief.people)
      sums += share * muscles[part].strength
      total += share
    }
    guard total > 0 else { return sums }
    return (sums / total).limited(to: 0.05...).map { Double.log($0) }
  }

  /// Takes a session that is done in one go.
  mutating func absorb(_ session: [Stimulus], at hours: Double) {
    close()
    lastSetHours = hours
    for stimulus in session where stimulus.reps > 0 {
      guard let place = place(of: stimulus.exercise.id) else { continue }
      add(
        reps: stimulus.reps, intensity: stimulus.intensity.fractionOfMaximum, place, at: hours)
    }
    close()
  }
}
