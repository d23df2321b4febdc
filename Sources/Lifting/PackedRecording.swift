#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A recording's bytes, packed as gzip: as they are kept, and as they travel in an archive.
public struct PackedRecording: Sendable, Hashable, Codable {
  /// By which the facts about it name it: ``KeptRecording/digest``.
  public var digest: String
  public var gzip: [UInt8]

  public init(digest: String, gzip: [UInt8]) {
    self.digest = digest
    self.gzip = gzip
  }

  private enum CodingKeys: String, CodingKey { case digest = "recording", gzip }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    digest = try container.decode(String.self, forKey: .digest)
    gzip = Array(try container.decode(Data.self, forKey: .gzip))
  }

  /// The bytes are Base64 in JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(digest, forKey: .digest)
    try container.encode(Data(gzip), forKey: .gzip)
  }
}
