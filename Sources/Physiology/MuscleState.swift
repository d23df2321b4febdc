import Lifting
import RealModule

/// What a body part is like at an instant, for each of several people: how much strength is missing,
/// how protected it is, and which bouts still make it sore.
///
/// It steps from bout to bout in closed form, so that a step of a year costs as much as one of an
/// hour. The equations: McHugh 2003 and Hyldahl 2017 for the repeated-bout effect in words; the forms
/// are our own, fitted to published time courses.
struct MuscleState: Sendable {
  private(set) var hours: Double
  /// Strength missing because of damage, 0 to 1.
  private(set) var damage = ByPerson(0)
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
  /// The bouts that still make it sore, oldest first.
  private var soreness: [Soreness] = []
  private var damageADayLater = ByPerson(0)
  private var fatigueADayLater = 0.0

  /// What a bout leaves behind.
  fileprivate struct Soreness: Sendable {
    let hours: Double
    /// At its peak, in millimetres: as the dose says.
    let byDose: ByPerson
    /// The same as the athlete said since.
    var said: ByPerson
  }

  init(hours: Double, protection: Double) {
    self.hours = hours
    slowProtection = protection
    broughtAlong = protection
  }

  /// Sets the instant from which protection fades, before anything has happened.
  mutating func begin(at hours: Double) { self.hours = hours }

  /// Strength now as a fraction of the rested strength.
  var strength: ByPerson { (1 - damage) * (1 - fatigue) }

  /// Strength a day after the last bout, as it was to be expected then: how hard the bout was; 1 where
  /// there was none.
  var strengthADayAfterLastBout: ByPerson { (1 - damageADayLater) * (1 - fatigueADayLater) }

  /// How much of the damage of a bout now is prevented in the average person, 0 to 1.
  func protection(_ parameters: ModelParameters) -> Double {
    let age = (hours - fastProtectionSince) / (parameters.fastProtectionDays * 24)
    let fast = fastProtection > 0 ? fastProtection * Double.exp(-age * age * age * age) : 0
    return 1 - (1 - slowProtection) * (1 - fast)
  }

  /// Soreness before a person's own scale at an instant not before ``hours``, 0 to 100: what was done
  /// and what was said of it.
  func sorenessMillimetres(at instant: Double, of people: People) -> ByPerson {
    var free = ByPerson(1)
    for bout in soreness {
      free *= 1 - bout.said * bout.course(at: instant, people)
    }
    return 100 * (1 - free)
  }

  /// The same, and what it is from what was done alone: what a rating is to be judged by.
  func sorenessMillimetresWithDose(
    at instant: Double, of people: People
  ) -> (believed: ByPerson, byDose: ByPerson) {
    var free = (believed: ByPerson(1), byDose: ByPerson(1))
    for bout in soreness {
      let course = bout.course(at: instant, people)
      free.believed *= 1 - bout.said * course
      free.byDose *= 1 - bout.byDose * course
    }
    return (100 * (1 - free.believed), 100 * (1 - free.byDose))
  }

  /// Takes the athlete at their word, in part where something else was expected, wholly where nothing
  /// was: soreness goes on from there as soreness goes. Damage stays what it was: soreness doesn't
  /// measure it.
  mutating func believe(
    sorenessMillimetres said: ByPerson, expected: ByPerson, at instant: Double, of people: People
  ) {
    if expected.max() > 1 {
      let believed = expected + people.parameters.sorenessTrust * (said - expected)
      // Who isn't sore has nothing to be told of.
      let sore = expected.replaced(with: .infinity, whereNotAbove: 0.5)
      let factor = ByPerson(1) + (believed - expected) / sore
      for bout in soreness.indices {
        soreness[bout].said = (soreness[bout].said * factor).limited(to: ...95)
      }
    } else if people.mean(said) > 6 {
      // Something that nobody told us of: as if at its peak now.
      let amplitudes = said.limited(to: ...95)
      soreness.append(
        Soreness(
          hours: instant - people.parameters.sorenessPeakHours, byDose: amplitudes, said: amplitudes
        ))
    }
  }

  /// Lets time pass; earlier instants change nothing.
  mutating func advance(to instant: Double, of people: People) {
    let elapsed = instant - hours
    guard elapsed > 0 else { return }
    let parameters = people.parameters
    damage *= Self.left(after: elapsed, protection: protectionAtLastBout, people)
    fatigue *= Double.exp(-elapsed / parameters.fatigueHours)
    let kept = Double.exp(-elapsed / (parameters.protectionDays * 24))
    slowProtection *= kept
    broughtAlong *= kept
    hours = instant
    let old = soreness.prefix { $0.isOver(at: instant, parameters) }.count
    // Not one by one, as all that stay are moved.
    if old * 2 > soreness.count { soreness.removeFirst(old) }
  }

  /// What is left of damage; what heals protected heals faster.
  private static func left(
    after elapsed: Double, protection: Double, _ people: People
  ) -> ByPerson {
    let parameters = people.parameters
    let span = parameters.recoveryHours * (1 - parameters.protectionOfRecovery * protection)
    return people.byRecovery { Double.exp(-elapsed / (span * $0)) }
  }

  /// Does a bout.
  mutating func absorb(_ bout: Bout, of part: BodyPart, by people: People) {
    advance(to: bout.hours, of: people)
    guard bout.stress > 0 else { return }
    let parameters = people.parameters
    let protection = protection(parameters)
    let unprotectedFatigue =
      parameters.fatigueCeiling * (1 - Double.exp(-bout.work / parameters.fatigueReps))
    let newFatigue = unprotectedFatigue * (1 - parameters.protectionOfFatigue * protection)
    hurt(
      dose: parameters.susceptibility(of: part) * bout.stress / parameters.damageHalfReps,
      most: parameters.damageCeiling * max(0.01, min(1, bout.heaviest)),
      protection: protection, fatigue: unprotectedFatigue, people)
    fatigue += (1 - fatigue) * newFatigue
    slowProtection +=
      (1 - slowProtection) * parameters.protectionGain
      * (1 - Double.exp(-bout.stress / parameters.protectionReps))
    fastProtection = parameters.fastProtection * (1 - Double.exp(-bout.reps / 10))
    fastProtectionSince = hours
    protectionAtLastBout = protection
    damageADayLater = damage * Self.left(after: 24, protection: protection, people)
    fatigueADayLater = fatigue * Double.exp(-24 / parameters.fatigueHours)
  }

  /// Adds the damage of a bout and its soreness. Light reps damage less at most, however many: their
  /// number only brings them nearer to what they can do.
  private mutating func hurt(
    dose: Double, most: Double, protection: Double, fatigue: Double, _ people: People
  ) {
    let parameters = people.parameters
    func unprotected(_ susceptibility: Double) -> Double {
      most * (1 - Double.exp(-susceptibility * dose * parameters.damageCeiling / most))
    }
    let felt = people.rowBySusceptibility {
      let insult =
        (unprotected($0) + parameters.sorenessFatigueShare * fatigue) / parameters.sorenessDamage
      return parameters.sorenessCeilingMillimetres * (1 - Double.exp(-insult))
    }
    let share = people.rowByProtection { self.share(through: protection, $0) }
    damage += (1 - damage) * ByPerson(repeating: people.rowBySusceptibility(unprotected) * share)
    let amplitudes = ByPerson(
      repeating: felt * (1 - parameters.protectionOfSoreness * (1 - share)))
    soreness.append(Soreness(hours: hours, byDose: amplitudes, said: amplitudes))
  }

  /// The share of damage that gets through where the average person has such a protection: their bouts
  /// protect people more or less, what they brought along protects all alike.
  private func share(through protection: Double, _ own: Double) -> Double {
    let broughtAlong = 1 - min(broughtAlong, 0.999_999)
    let ofBouts = min(1, (1 - protection) / broughtAlong)
    return broughtAlong * Double.pow(ofBouts, own)
  }
}

extension MuscleState.Soreness {
  /// Whether next to nothing is left of it.
  fileprivate func isOver(at instant: Double, _ parameters: ModelParameters) -> Bool {
    instant - hours > 15 * parameters.sorenessHours
  }

  /// How far along its course it is, 0.01 at the peak.
  fileprivate func course(at instant: Double, _ people: People) -> ByPerson {
    let since = instant - hours
    let parameters = people.parameters
    guard since >= 0, !isOver(at: instant, parameters) else { return ByPerson(0) }
    return people.byRecovery { recovery in
      let age = (since + parameters.sorenessLeadHours) / (parameters.sorenessHours * recovery)
      return (age / 2) * (age / 2) * Double.exp(2 - age) / 100
    }
  }
}
