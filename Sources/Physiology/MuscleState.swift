import Lifting
import RealModule

/// The eccentric work a body part did in one go.
public struct Bout: Sendable, Hashable {
  /// When, in hours since 1970.
  public var hours: Double
  /// Lowerings.
  public var reps: Double
  /// Σ reps × intensityᵅ × length, in maximal eccentric reps.
  public var stress: Double
  /// Σ reps × intensity.
  public var work: Double

  public init(hours: Double, reps: Double = 0, stress: Double = 0, work: Double = 0) {
    self.hours = hours
    self.reps = reps
    self.stress = stress
    self.work = work
  }

  /// Adds reps. An intensity of 1 is the most that can be lowered; a length of 1 loads the muscle
  /// long or over its full range.
  public mutating func add(
    reps: Double, intensity: Double, length: Double, parameters: Parameters
  ) {
    let intensity = max(0, min(1.5, intensity))
    self.reps += reps
    stress += reps * Double.pow(intensity, parameters.intensityExponent) * length
    work += reps * intensity
  }
}

/// What a body part of one person is like at an instant: how much strength is missing, how protected
/// it is, and which bouts still make it sore.
///
/// It steps from bout to bout in closed form, so that a step of a year costs as much as one of an
/// hour. The equations: McHugh 2003 and Hyldahl 2017 for the repeated-bout effect in words; the forms
/// are our own, fitted to published time courses.
struct MuscleState: Sendable, Hashable {
  private(set) var hours: Double
  /// Strength missing because of damage, 0 to 1.
  private(set) var damage = 0.0
  /// Strength missing because of fatigue that lasts a day or two, 0 to 1.
  private(set) var fatigue = 0.0
  private var slowProtection: Double
  private var fastProtection = 0.0
  private var fastProtectionSince = 0.0
  /// Protection before the last bout: protected damage heals faster.
  private var protectionAtLastBout = 0.0
  private var sores: [Sore] = []
  /// Strength a day after the last bout, as it was to be expected then: how hard the bout was.
  private(set) var strengthADayAfterLastBout = 1.0

  private struct Sore: Hashable {
    var hours: Double
    var amplitudeMillimetres: Double
  }

  init(hours: Double, protection: Double) {
    self.hours = hours
    slowProtection = protection
  }

  /// Strength now as a fraction of the rested strength.
  var strength: Double { (1 - damage) * (1 - fatigue) }

  /// How much of the damage of a bout now is prevented, 0 to 1.
  func protection(_ parameters: Parameters) -> Double {
    let age = (hours - fastProtectionSince) / (parameters.fastProtectionDays * 24)
    let fast = fastProtection * Double.exp(-age * age * age * age)
    return 1 - (1 - slowProtection) * (1 - fast)
  }

  /// Soreness of an average person at an instant not before ``hours``, 0 to 100.
  func sorenessMillimetres(at instant: Double, _ parameters: Parameters) -> Double {
    let rise = parameters.sorenessHours
    var free = 1.0
    for sore in sores {
      let age = (instant - sore.hours) / rise
      guard age > 0 else { continue }
      free *= 1 - sore.amplitudeMillimetres / 100 * (age / 2) * (age / 2) * Double.exp(2 - age)
    }
    return 100 * (1 - free)
  }

  /// Takes the athlete at their word: soreness now is mostly what they say it is, whatever was
  /// expected, and goes on from there as soreness goes. Damage stays what it was: soreness doesn't
  /// measure it.
  mutating func believe(
    sorenessMillimetres said: Double, at instant: Double, _ parameters: Parameters
  ) {
    let expected = sorenessMillimetres(at: instant, parameters)
    let believed = expected + parameters.sorenessTrust * (said - expected)
    if expected > 1 {
      let factor = believed / expected
      for index in sores.indices {
        sores[index].amplitudeMillimetres = min(95, sores[index].amplitudeMillimetres * factor)
      }
    } else if believed > 5 {
      // Something that nobody told us of: as if at its peak now.
      sores.append(
        Sore(hours: instant - 2 * parameters.sorenessHours, amplitudeMillimetres: min(95, believed))
      )
    }
  }

  /// Lets time pass; earlier instants change nothing.
  mutating func advance(to instant: Double, of part: BodyPart, _ parameters: Parameters) {
    let elapsed = instant - hours
    guard elapsed > 0 else { return }
    let recovery =
      parameters.recoveryHours(of: part)
      * (1 - parameters.protectionOfRecovery * protectionAtLastBout)
    damage *= Double.exp(-elapsed / recovery)
    fatigue *= Double.exp(-elapsed / parameters.fatigueHours)
    slowProtection *= Double.exp(-elapsed / (parameters.protectionDays * 24))
    hours = instant
    sores.removeAll { instant - $0.hours > 15 * parameters.sorenessHours }
  }

  /// Does a bout. `susceptibility` is the person's, 1 for the average.
  mutating func absorb(
    _ bout: Bout, of part: BodyPart, susceptibility: Double, _ parameters: Parameters
  ) {
    advance(to: bout.hours, of: part, parameters)
    guard bout.stress > 0 else { return }
    let protection = protection(parameters)
    let dose = susceptibility * parameters.susceptibility(of: part) * bout.stress
    let newDamage =
      parameters.damageCeiling * (1 - Double.exp(-dose / parameters.damageHalfReps))
      * (1 - protection)
    let newFatigue =
      parameters.fatigueCeiling * (1 - Double.exp(-bout.work / parameters.fatigueReps))
      * (1 - parameters.protectionOfFatigue * protection)
    damage += (1 - damage) * newDamage
    fatigue += (1 - fatigue) * newFatigue
    let insult = newDamage + parameters.sorenessFatigueShare * newFatigue
    sores.append(
      Sore(
        hours: hours,
        amplitudeMillimetres: parameters.sorenessCeilingMillimetres
          * (1 - Double.exp(-insult / parameters.sorenessDamage))
          * (1 - parameters.protectionOfSoreness * protection)))
    slowProtection +=
      (1 - slowProtection) * parameters.protectionGain
      * (1 - Double.exp(-bout.stress / parameters.protectionReps))
    fastProtection = parameters.fastProtection * (1 - Double.exp(-bout.reps / 10))
    fastProtectionSince = hours
    protectionAtLastBout = protection
    var later = self
    later.advance(to: hours + 24, of: part, parameters)
    strengthADayAfterLastBout = later.strength
  }
}
