import Lifting
import RealModule

/// The seven formulas in use for the one-rep maximum from a set of several reps.
///
/// They agree within a few percent up to ten reps and drift apart beyond.
public struct OneRepMaxFormula: Sendable {
  public let name: String
  /// The factor from the load of so many reps to failure to the one-rep maximum.
  let factor: @Sendable (_ reps: Double) -> Double

  public static let all: [OneRepMaxFormula] = [
    OneRepMaxFormula(name: "Epley") { 1 + $0 / 30 },
    OneRepMaxFormula(name: "Brzycki") { 36 / (37 - $0) },
    OneRepMaxFormula(name: "Lander") { 100 / (101.3 - 2.67123 * $0) },
    OneRepMaxFormula(name: "Lombardi") { Double.pow($0, 0.10) },
    OneRepMaxFormula(name: "Mayhew") { 100 / (52.2 + 41.9 * Double.exp(-0.055 * $0)) },
    OneRepMaxFormula(name: "O’Conner") { 1 + 0.025 * $0 },
    OneRepMaxFormula(name: "Wathan") { 100 / (48.8 + 53.8 * Double.exp(-0.075 * $0)) },
  ]

  /// One-rep maximum ÷ load for so many reps to failure; 1 for one rep.
  ///
  /// - Returns: nil outside 1 to 10 reps, where the formulas can't be trusted.
  public func factor(reps: Double) -> Double? {
    guard reps >= 1, reps <= 10 else { return nil }
    return reps == 1 ? 1 : factor(reps)
  }

  /// The mean of all formulas, and how far they are apart as a standard deviation ÷ mean.
  static func consensus(reps: Double) -> (factor: Double, spread: Double)? {
    guard reps >= 1, reps <= 10 else { return nil }
    let whole = Int(saturating: reps)
    return Double(whole) == reps ? wholeReps[whole - 1] : mean(reps: reps)
  }

  /// For 1 to 10 reps.
  private static let wholeReps = (1...10).map { mean(reps: Double($0)) }

  /// The same for 10 to 20 reps, where the formulas are 5 to 16 % apart: too far for an estimate from
  /// one set, near enough to correct one. Who outgrows their loads would else be lost from sight.
  static func loose(reps: Double) -> (factor: Double, spread: Double)? {
    guard reps > 10, reps <= 20 else { return nil }
    return mean(of: all.map { $0.factor(reps) })
  }

  private static func mean(reps: Double) -> (factor: Double, spread: Double)? {
    let factors = all.compactMap { $0.factor(reps: reps) }
    guard factors.count == all.count else { return nil }
    return mean(of: factors)
  }

  private static func mean(of factors: [Double]) -> (factor: Double, spread: Double) {
    let mean = factors.reduce(0, +) / Double(factors.count)
    let variance = factors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(factors.count)
    return (mean, variance.squareRoot() / mean)
  }

  /// The least that any of them makes of so many reps that were done, to failure or not: one-rep
  /// maximum ÷ load. More than ten say no more than ten do.
  ///
  /// - Returns: nil for less than one rep.
  public static func least(reps: Double) -> Double? {
    guard reps >= 1 else { return nil }
    return all.compactMap { $0.factor(reps: min(10, reps)) }.min()
  }

  /// The fraction of the one-rep maximum that can just be lifted so many times, by Epley's formula,
  /// which stays sensible for many reps too.
  public static func fraction(forReps reps: Double) -> Double {
    reps <= 1 ? 1 : 1 / (1 + reps / 30)
  }

  /// How many times such a fraction of the one-rep maximum can just be lifted, by Epley's formula; 0
  /// above the maximum, and at most a thousand.
  public static func reps(at fraction: Double) -> Double {
    guard fraction > 0 else { return 1000 }
    return min(1000, max(0, 30 * (1 / fraction - 1)))
  }
}
