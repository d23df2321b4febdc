import RealModule

/// The force of a muscle's fibres by how fast and at what length they work, as a fraction of the most
/// they hold still at their best length.
///
/// The curves are De Groote's (2016, doi:10.1007/s10439-016-1591-9) with the coefficients of OpenSim's
/// `DeGrooteFregly2016Muscle`. Velocities are in maximal shortening velocities, positive where the
/// fibre lengthens; lengths in optimal fibre lengths. Arguments outside a curve's domain are taken as
/// the domain's end, so that every answer is finite.
public struct Muscle: Sendable, Hashable, Codable {
  /// Greatest force while lengthening ÷ greatest force while holding, in a voluntary effort.
  /// Small: lowering is hardly easier than holding; large: as in an isolated fibre (1.79). Default
  /// 1.40 (plausible 1.2–1.6): Nuzzo 2023, 335 studies, eccentric ÷ concentric 1.41 (1.38–1.44).
  public var voluntaryRatio: Double

  public init(voluntaryRatio: Double = 1.40) { self.voluntaryRatio = max(1, voluntaryRatio) }
}

// MARK: - The published curves

extension Muscle {
  /// What an isolated fibre's curve reaches at full speed of lengthening.
  public static let isolatedRatio = 1.794343

  private static let d1 = -0.3211346127989808
  private static let d2 = -8.149
  private static let d3 = -0.374
  private static let d4 = 0.8825327733249912

  /// Force by velocity of an isolated fibre: 0 at −1 (as fast as it shortens), 1 at rest, 1.79 at 1.
  public static func forceVelocity(_ velocity: Double) -> Double {
    d1 * Double.asinh(d2 * clamped(velocity, to: -1...1) + d3) + d4
  }

  /// The velocity at which an isolated fibre gives a force of 0 to 1.79.
  public static func velocity(ofForce force: Double) -> Double {
    (Double.sinh((clamped(force, to: 0...isolatedRatio) - d4) / d1) - d3) / d2
  }

  /// Active force by fibre length, 0 to 1 within a hundred-thousandth; meant for lengths of 0.4–1.8.
  public static func activeForceLength(_ length: Double) -> Double {
    let length = clamped(length, to: 0.2...2)
    func bell(_ height: Double, _ centre: Double, _ width: Double, _ growth: Double) -> Double {
      let distance = (length - centre) / (width + growth * length)
      return height * Double.exp(-distance * distance / 2)
    }
    return bell(0.8150671134243542, 1.055033428970575, 0.162384573599574, 0.063303448465465)
      + bell(0.433004984392647, 0.716775413397760, -0.029947116970696, 0.200356847296188)
      + bell(0.1, 1.0, 0.353553390593274, 0)
  }

  /// Passive force by fibre length in OpenSim's form: 0 at 0.2, 1 at a strain of 0.6.
  public static func passiveForceLength(_ length: Double) -> Double {
    let stiffness = 4.0
    let strain = 0.6
    let offset = Double.exp(stiffness * (0.2 - 1) / strain)
    let length = clamped(length, to: 0.2...2)
    return (Double.exp(stiffness * (length - 1) / strain) - offset)
      / (Double.exp(stiffness) - offset)
  }

  static func clamped(_ value: Double, to range: ClosedRange<Double>) -> Double {
    value.isNaN ? range.lowerBound : min(range.upperBound, max(range.lowerBound, value))
  }
}

// MARK: - A voluntary effort

extension Muscle {
  /// Force by velocity of somebody's whole effort: the fibre's curve where it shortens, and where it
  /// lengthens the same curve brought down to the voluntary ratio.
  ///
  /// The nervous system doesn't let a person use all of what an isolated fibre resists a stretch
  /// with (Westing 1990; Duchateau & Enoka 2016).
  public func voluntaryForceVelocity(_ velocity: Double) -> Double {
    let isolated = Self.forceVelocity(velocity)
    guard velocity > 0 else { return isolated }
    return 1 + (isolated - 1) * (voluntaryRatio - 1) / (Self.isolatedRatio - 1)
  }

  /// The most force at a length and velocity, active alone.
  public func greatestForce(length: Double, velocity: Double) -> Double {
    Self.activeForceLength(length) * voluntaryForceVelocity(velocity)
  }
}
