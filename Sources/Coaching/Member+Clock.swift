public import Community
public import Foundation

extension Member {
  /// How far east of Greenwich their clock is at an instant.
  public func utcOffsetSeconds(at instant: Date) -> Int {
    (TimeZone(identifier: timeZone) ?? .gmt).secondsFromGMT(for: instant)
  }

  /// The instant at which their clock shows these local seconds since 1970.
  public func instant(localSeconds: Int) -> Date {
    let zone = TimeZone(identifier: timeZone) ?? .gmt
    let guess = Date(timeIntervalSince1970: Double(localSeconds - zone.secondsFromGMT()))
    return Date(
      timeIntervalSince1970: Double(localSeconds - zone.secondsFromGMT(for: guess)))
  }
}
