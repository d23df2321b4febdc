public import Lifting
import RealModule

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a plan for the coming days does to a body part, found with the belief about the person.
public struct Strain: Sendable, Hashable {
  /// The probability, 0 to 1, of being too sore or too weak at a session: the largest of them.
  public var risk: Double
  /// The probability of being sorer than one puts up with at the height between two sessions: the
  /// largest of them.
  public var riskBetween: Double
  /// The strength to be expected at each session, of the rested strength, the first one now.
  public var strengths: [Double]

  /// When a body part counts as not ready for its next session.
  public struct Readiness: Sendable, Hashable {
    /// Sorer than this is too sore, 0 to 10 as the athlete rates it.
    public var mostSoreness: Double
    /// Sorer than this is too sore on a day between, when soreness is at its height.
    public var mostSorenessBetween: Double
    /// Weaker than this fraction of the rested strength is too weak.
    public var leastStrength: Double

    public init(mostSoreness: Double, mostSorenessBetween: Double, leastStrength: Double) {
      self.mostSoreness = mostSoreness
      self.mostSorenessBetween = mostSorenessBetween
      self.leastStrength = leastStrength
    }
  }
}

extension AthleteState {
  /// The strength of a body part to be expected at an instant that isn't before the state's, of the
  /// rested strength.
  public func strength(of part: BodyPart, at instant: Date) -> Double {
    guard var muscle = muscle(part) else { return 1 }
    muscle.advance(to: instant.hours, of: belief.people)
    return belief.interval(muscle.strength).expected
  }

  /// The same a day after the body part's last bout; 1 where there was none.
  public func strengthADayAfterLastBout(of part: BodyPart) -> Double {
    muscle(part).map { belief.interval($0.strengthADayAfterLastBout).expected } ?? 1
  }

  /// The strain on a body part of a session that is repeated at every instant but the last.
  ///
  /// The probability is that of the belief: for each of the people held possible, how likely a rating
  /// is to be too high, and whether strength is too low, by their weight. Readiness is looked at right
  /// before each repetition and at the last instant, and at the height of the soreness in between.
  ///
  /// - Parameters:
  ///   - part: the body part.
  ///   - session: all that is done each time; what isn't the body part's is left aside.
  ///   - instants: rising, the first not before the state's own.
  ///   - ready: what counts as ready.
  /// - Returns: the risks, and the strength at each of the instants.
  public func strain(
    on part: BodyPart, repeating session: [Stimulus], at instants: [Date],
    ready: Strain.Readiness
  ) -> Strain {
    var strain = Strain(risk: 0, riskBetween: 0, strengths: [])
    guard var muscle = muscle(part) else { return strain }
    for (index, instant) in instants.enumerated() {
      muscle.advance(to: instant.hours, of: belief.people)
      strain.strengths.append(belief.mean(muscle.strength))
      if index > 0 {
        let soreness = muscle.sorenessMillimetres(
          at: instant.hours, of: belief.people)
        strain.risk = max(
          strain.risk,
          belief.probability(
            of: part, strength: muscle.strength, sorenessMillimetres: soreness, notBeing: ready))
      }
      guard index + 1 < instants.count else { break }
      var bout = Bout(hours: instant.hours)
      for stimulus in session { stimulus.add(to: &bout, of: part, parameters) }
      muscle.absorb(bout, of: part, by: belief.people)
      let height = muscle.sorenessMillimetres(
        at: instant.hours + parameters.sorenessPeakHours, of: belief.people)
      strain.riskBetween = max(
        strain.riskBetween,
        belief.probability(of: part, sorenessMillimetres: height, above: ready.mostSorenessBetween))
    }
    return strain
  }
}

extension PeopleBelief {
  /// How likely the person is to be too sore or too weak, given both for each of the people held
  /// possible.
  fileprivate func probability(
    of part: BodyPart, strength: ByPerson, sorenessMillimetres soreness: ByPerson,
    notBeing ready: Strain.Readiness
  ) -> Double {
    let sorer = probabilities(of: part, soreness, above: ready.mostSoreness)
    let weak = (1 - strength).map {
      Self.beyond(1 - ready.leastStrength, $0, Double.sqrt(2) * lossSpread)
    }
    return min(1, mean(1 - (1 - weak) * (1 - sorer)))
  }

  /// The same of being sorer than so much, 0 to 10.
  fileprivate func probability(
    of part: BodyPart, sorenessMillimetres soreness: ByPerson, above most: Double
  ) -> Double {
    min(1, mean(probabilities(of: part, soreness, above: most)))
  }

  /// Of a rating above so much.
  private func probabilities(
    of part: BodyPart, _ millimetres: ByPerson, above most: Double
  ) -> ByPerson {
    guard let place = BodyPart.allCases.firstIndex(of: part) else { return ByPerson(0) }
    let (scales, variance) = sorenessScales(of: place)
    let spread = (2 * variance).squareRoot()
    // Less than half a point is rated 0.
    return (millimetres / 10 * scales).map { Self.beyond(max(0.5, most), $0, spread) }
  }

  /// How likely a lognormal of this median is to be beyond a limit, by the distance between.
  private static func beyond(_ limit: Double, _ median: Double, _ spread: Double) -> Double {
    guard median > 0 else { return 0 }
    guard limit > 0, spread > 0 else { return median > limit ? 1 : 0 }
    return Double.erfc(Double.log(limit / median) / spread) / 2
  }
}
