import Lifting
import RealModule

/// What a body part is like at an instant, for each of several people: how much strength is missing,
/// how protected it is, and which bouts still make it sore.
///
/// It steps from bout to bout in closed form, so that a step of a year costs as much as one of an
/// hour. Arrays over people have the recoveries outside and the susceptibilities inside. The
/// equations: McHugh 2003 and Hyldahl 2017 for the repeated-bout effect in words; the forms are our
/// own, fitted to published time courses.
struct MuscleState: Sendable, Hashable {
  private(set) var hours: Double
  /// Strength missing because of damage, 0 to 1, by person.
  private(set) var damage: [Double]
  /// Strength missing because of fatigue that lasts a day or two, 0 to 1.
  private(set) var fatigue = 0.0
  private var slowProtection: Double
  /// What is left of the slow protection that was there before any fact. It is nobody's own: it can't
  /// be told from susceptibility.
  private var broughtAlong: Double
  private var fastProtection = 0.0
  private var fastProtectionSince = 0.0
  /// Protection before the last bout: protected damage heals faster.
  private var protectionAtLastBout = 0.0
  /// When each bout that still makes sore was.
  private var soreHours: [Double] = []
  /// Peak soreness in millimetres, by bout and then by person: as the dose says, and as the athlete
  /// said since.
  private var soreAmplitudes: [Double] = []
  private var saidAmplitudes: [Double] = []
  private var damageADayLater: [Double] = []
  private var fatigueADayLater = 0.0

  init(hours: Double, protection: Double, people: People) {
    self.hours = hours
    slowProtection = protection
    broughtAlong = protection
    damage = Array(repeating: 0, count: people.count)
  }

  /// Sets the instant from which protection fades, before anything has happened.
  mutating func begin(at hours: Double) { self.hours = hours }

  /// Strength now as a fraction of the rested strength, by person.
  var strength: [Double] { damage.map { (1 - $0) * (1 - fatigue) } }

  /// Strength a day after the last bout, as it was to be expected then, by person: how hard the bout
  /// was.
  var strengthADayAfterLastBout: [Double] {
    damageADayLater.isEmpty
      ? damage.map { _ in 1 } : damageADayLater.map { (1 - $0) * (1 - fatigueADayLater) }
  }

  /// Whether no bout makes it sore any more.
  var isAtEase: Bool { soreHours.isEmpty }

  /// How much of the damage of a bout now is prevented in the average person, 0 to 1.
  func protection(_ parameters: Parameters) -> Double {
    let age = (hours - fastProtectionSince) / (parameters.fastProtectionDays * 24)
    let fast = fastProtection > 0 ? fastProtection * Double.exp(-age * age * age * age) : 0
    return 1 - (1 - slowProtection) * (1 - fast)
  }

  /// Soreness before a person's own scale at an instant not before ``hours``, 0 to 100, by person:
  /// what was done and what was said of it.
  func sorenessMillimetres(
    at instant: Double, of people: People, _ parameters: Parameters
  ) -> [Double] {
    sorenessMillimetres(saidAmplitudes, courses(at: instant, people, parameters), people)
  }

  /// The same, and what it is from what was done alone: what a rating is to be judged by.
  func sorenessMillimetresWithDose(
    at instant: Double, of people: People, _ parameters: Parameters
  ) -> (believed: [Double], byDose: [Double]) {
    let courses = courses(at: instant, people, parameters)
    return (
      sorenessMillimetres(saidAmplitudes, courses, people),
      sorenessMillimetres(soreAmplitudes, courses, people)
    )
  }

  /// How far along its course the soreness of each bout is, 0.01 at the peak, by bout and then by
  /// recovery time.
  private func courses(
    at instant: Double, _ people: People, _ parameters: Parameters
  ) -> [Double] {
    var courses: [Double] = []
    courses.reserveCapacity(soreHours.count * people.recoveries.values.count)
    for hours in soreHours {
      for recovery in people.recoveries.values {
        let since = instant - hours
        let age =
          (since + parameters.sorenessLeadHours) / (parameters.sorenessHours * recovery)
        let course = (age / 2) * (age / 2) * Double.exp(2 - age) / 100
        courses.append(since >= 0 ? course : 0)
      }
    }
    return courses
  }

  private func sorenessMillimetres(
    _ amplitudes: [Double], _ courses: [Double], _ people: People
  ) -> [Double] {
    var free = Array(repeating: 1.0, count: damage.count)
    let row = people.sharingRecovery
    let recoveries = people.recoveries.values.count
    for (index, share) in courses.enumerated() {
      let person = index % recoveries * row
      let amplitude = index * row
      for place in 0..<row {
        free[person + place] *= 1 - amplitudes[amplitude + place] * share
      }
    }
    for person in free.indices { free[person] = 100 * (1 - free[person]) }
    return free
  }

  /// Takes the athlete at their word, in part where something else was expected, wholly where nothing
  /// was: soreness goes on from there as soreness goes. Damage stays what it was: soreness doesn't
  /// measure it.
  mutating func believe(
    sorenessMillimetres said: [Double], expected: [Double], at instant: Double,
    _ parameters: Parameters
  ) {
    let count = damage.count
    if (expected.max() ?? 0) > 1 {
      for index in expected.indices where expected[index] > 0.5 {
        let believed = expected[index] + parameters.sorenessTrust * (said[index] - expected[index])
        let factor = believed / expected[index]
        for at in stride(from: index, to: saidAmplitudes.count, by: count) {
          saidAmplitudes[at] = min(95, saidAmplitudes[at] * factor)
        }
      }
    } else if said.mean > 6 {
      // Something that nobody told us of: as if at its peak now.
      soreHours.append(instant - parameters.sorenessPeakHours)
      let amplitudes = said.map { min(95, $0) }
      soreAmplitudes += amplitudes
      saidAmplitudes += amplitudes
    }
  }

  /// Lets time pass; earlier instants change nothing.
  mutating func advance(to instant: Double, of people: People, _ parameters: Parameters) {
    let elapsed = instant - hours
    guard elapsed > 0 else { return }
    Self.decay(&damage, elapsed, protection: protectionAtLastBout, people, parameters)
    fatigue *= Double.exp(-elapsed / parameters.fatigueHours)
    let kept = Double.exp(-elapsed / (parameters.protectionDays * 24))
    slowProtection *= kept
    broughtAlong *= kept
    hours = instant
    let old = soreHours.prefix { instant - $0 > 15 * parameters.sorenessHours }.count
    if old > 0 {
      soreHours.removeFirst(old)
      soreAmplitudes.removeFirst(old * damage.count)
      saidAmplitudes.removeFirst(old * damage.count)
    }
  }

  /// What is left of damage; what heals protected heals faster. Static, so that an array of the state
  /// is changed in place.
  private static func decay(
    _ damage: inout [Double], _ elapsed: Double, protection: Double, _ people: People,
    _ parameters: Parameters
  ) {
    let span = parameters.recoveryHours * (1 - parameters.protectionOfRecovery * protection)
    let row = people.sharingRecovery
    for (r, recovery) in people.recoveries.values.enumerated() {
      let left = Double.exp(-elapsed / (span * recovery))
      for person in (r * row)..<((r + 1) * row) { damage[person] *= left }
    }
  }

  /// Does a bout.
  mutating func absorb(_ bout: Bout, of part: BodyPart, by people: People, _ parameters: Parameters)
  {
    advance(to: bout.hours, of: people, parameters)
    guard bout.stress > 0 else { return }
    let protection = protection(parameters)
    let unprotectedFatigue =
      parameters.fatigueCeiling * (1 - Double.exp(-bout.work / parameters.fatigueReps))
    let newFatigue = unprotectedFatigue * (1 - parameters.protectionOfFatigue * protection)
    hurt(
      dose: parameters.susceptibility(of: part) * bout.stress / parameters.damageHalfReps,
      most: parameters.damageCeiling * max(0.01, min(1, bout.heaviest)),
      protection: protection, fatigue: unprotectedFatigue, people, parameters)
    fatigue += (1 - fatigue) * newFatigue
    slowProtection +=
      (1 - slowProtection) * parameters.protectionGain
      * (1 - Double.exp(-bout.stress / parameters.protectionReps))
    fastProtection = parameters.fastProtection * (1 - Double.exp(-bout.reps / 10))
    fastProtectionSince = hours
    protectionAtLastBout = protection
    damageADayLater.replaceSubrange(damageADayLater.indices, with: damage)
    Self.decay(&damageADayLater, 24, protection: protection, people, parameters)
    fatigueADayLater = fatigue * Double.exp(-24 / parameters.fatigueHours)
  }

  /// Adds the damage of a bout and its soreness. Light reps damage less at most, however many: their
  /// number only brings them nearer to what they can do.
  private mutating func hurt(
    dose: Double, most: Double, protection: Double, fatigue: Double, _ people: People,
    _ parameters: Parameters
  ) {
    let unprotected = people.susceptibilities.values.map { susceptibility in
      most * (1 - Double.exp(-susceptibility * dose * parameters.damageCeiling / most))
    }
    let felt = unprotected.map { damage in
      let insult = (damage + parameters.sorenessFatigueShare * fatigue) / parameters.sorenessDamage
      return parameters.sorenessCeilingMillimetres * (1 - Double.exp(-insult))
    }
    let shares = people.protections.values.map { share(through: protection, $0) }
    var person = 0
    for _ in people.recoveries.values {
      for share in shares {
        for place in unprotected.indices {
          damage[person + place] += (1 - damage[person + place]) * unprotected[place] * share
        }
        person += unprotected.count
      }
    }
    var amplitudes: [Double] = []
    amplitudes.reserveCapacity(people.sharingRecovery)
    for share in shares {
      let soreShare = 1 - parameters.protectionOfSoreness * (1 - share)
      for felt in felt { amplitudes.append(felt * soreShare) }
    }
    soreHours.append(hours)
    for _ in people.recoveries.values {
      soreAmplitudes += amplitudes
      saidAmplitudes += amplitudes
    }
  }

  /// The share of damage that gets through where the average person has such a protection: their bouts
  /// protect people more or less, what they brought along protects all alike.
  private func share(through protection: Double, _ own: Double) -> Double {
    let broughtAlong = 1 - min(broughtAlong, 0.999_999)
    let ofBouts = min(1, (1 - protection) / broughtAlong)
    return broughtAlong * Double.pow(ofBouts, own)
  }
}
