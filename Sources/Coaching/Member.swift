public import Foundation
import Storage

/// Somebody who is logged in, as far as pages need to know them.
public struct Member: Sendable, Hashable, Identifiable {
  public let id: UUID
  public let name: String
  /// Whether the installation is theirs.
  public let isOwner: Bool
  /// An identifier such as `Europe/Berlin`.
  public let timeZone: String
  /// Whose facts are theirs.
  public let athlete: UUID

  init(_ account: Account) {
    id = account.id
    name = account.name
    isOwner = account.isOwner
    timeZone = account.timeZone
    athlete = account.athlete
  }

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
