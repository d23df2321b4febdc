public import Lifting

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The past days as they had been forecast, beside what was reported.
///
/// A day's forecast knows every set until then, and the ratings until a day before: what was said on
/// the day itself can't make it look better than it was.
public struct LookBack: Sendable, Hashable {
  public struct Moment: Sendable, Hashable {
    public var at: Date
    /// As the athlete would rate it, 0 to 10.
    public var soreness: Interval
  }

  public struct Report: Sendable, Hashable {
    public var at: Date
    /// 0 to 10.
    public var soreness: Int
  }

  /// By body part that was rated, oldest first.
  public private(set) var forecast: [BodyPart: [Moment]] = [:]
  /// By body part, oldest first; one that wasn't asked about is missing.
  public private(set) var reports: [BodyPart: [Report]] = [:]

  /// Looks so many times a day back from an instant. Without ratings in that time there is nothing to
  /// compare, and nothing is calculated.
  public init(
    _ history: History, before now: Date, days: Int = 4,
    parameters: ModelParameters = ModelParameters()
  ) {
    let days = max(0, min(60, days))
    for checkIn in history.checkIns
    where checkIn.at <= now && now.timeIntervalSince(checkIn.at) <= Double(days) * 86_400 {
      for (part, rating) in checkIn.value.soreness {
        reports[part, default: []].append(Report(at: checkIn.at, soreness: rating))
      }
    }
    guard !reports.isEmpty else { return }
    for day in (0...days).reversed() {
      let instant = now.addingTimeInterval(Double(-day) * 86_400)
      var known = history.until(instant)
      known.checkIns.removeAll { instant.timeIntervalSince($0.at) < 86_400 }
      let readiness = AthleteState(known, at: instant, parameters: parameters)
        .readiness(at: instant)
      for part in reports.keys {
        guard let soreness = readiness[part]?.soreness else { continue }
        forecast[part, default: []].append(Moment(at: instant, soreness: soreness))
      }
    }
  }
}
