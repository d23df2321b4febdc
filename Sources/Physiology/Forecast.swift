public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What the coming days will be like, by body part, with the uncertainty said.
public struct Forecast: Sendable, Hashable, Codable {
  public struct Part: Sendable, Hashable, Codable {
    public var bodyPart: BodyPart
    public var days: [Moment]
  }

  public struct Moment: Sendable, Hashable, Codable {
    public var at: Date
    /// As the athlete would rate it, 0 to 10.
    public var soreness: Interval
    /// Of the rested strength.
    public var strengthPercent: Interval
  }

  /// In the order of body parts.
  public var parts: [Part]

  public init(parts: [Part]) { self.parts = parts }

  /// Body parts that will be sore or weaker than they are when rested: the ones worth showing.
  public var affected: [Part] {
    parts.filter { part in
      part.days.contains { $0.soreness.high >= 1 || $0.strengthPercent.expected < 97 }
    }
  }
}

extension AthleteState {
  /// The forecast for this instant and so many times a day later.
  public func forecast(from instant: Date, days: Int = 5) -> Forecast {
    let instants = (0...max(0, days)).map {
      Date(timeIntervalSince1970: instant.timeIntervalSince1970 + Double($0) * 86_400)
    }
    let readiness = instants.map { self.readiness(at: $0) }
    return Forecast(
      parts: BodyPart.allCases.map { part in
        Forecast.Part(
          bodyPart: part,
          days: zip(instants, readiness).compactMap { at, readiness in
            readiness[part].map {
              Forecast.Moment(
                at: at, soreness: $0.soreness.rounded(decimals: 1),
                strengthPercent: Interval(
                  low: $0.strength.low * 100, expected: $0.strength.expected * 100,
                  high: $0.strength.high * 100
                ).rounded(decimals: 0))
            }
          })
      })
  }
}
