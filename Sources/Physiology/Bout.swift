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
  /// The heaviest rep's intensity, 0 to 1.5.
  public private(set) var heaviest: Double

  public init(hours: Double, reps: Double = 0, stress: Double = 0, work: Double = 0) {
    self.hours = hours
    self.reps = reps
    self.stress = stress
    self.work = work
    heaviest = reps > 0 ? min(1.5, work / reps) : 0
  }

  /// Adds reps. An intensity of 1 is the most that can be lowered; a length of 1 loads the muscle
  /// long or over its full range.
  public mutating func add(
    reps: Double, intensity: Double, length: Double, parameters: ModelParameters
  ) {
    let perRep = Self.perRep(intensity: intensity, parameters: parameters)
    add(reps: reps, stress: perRep.stress * length, work: perRep.work)
  }

  /// Adds reps of which each has so much stress and work.
  mutating func add(reps: Double, stress perRep: Double, work: Double) {
    self.reps += reps
    stress += reps * perRep
    self.work += reps * work
    if reps > 0 { heaviest = max(heaviest, work) }
  }

  static func perRep(intensity: Double, parameters: ModelParameters) -> (
    stress: Double, work: Double
  ) {
    let intensity = max(0, min(1.5, intensity))
    return (Double.pow(intensity, parameters.intensityExponent), intensity)
  }
}
