public import Foundation

extension Store {
  /// A recording's bytes as they are kept, packed as gzip.
  public struct PackedRecording: Sendable, Hashable {
    /// SHA-256 of what they unpack to, in hexadecimal.
    public var digest: String
    public var gzip: [UInt8]

    public init(digest: String, gzip: [UInt8]) {
      self.digest = digest
      self.gzip = gzip
    }
  }

  /// Keeps a recording's bytes beside the athlete's facts; what is there already stays.
  public func keep(_ packed: PackedRecording, of athlete: UUID, at now: Date) async throws {
    try await database.write { connection in
      try connection.run(
        """
        INSERT INTO recording (athlete, digest, gzip, packed_size, saved_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (athlete, digest) DO NOTHING
        """, .id(athlete), .text(packed.digest), .bytes(packed.gzip),
        .integer(packed.gzip.count), .seconds(now))
    }
  }

  /// A recording's bytes, packed; nil where they aren't kept.
  public func recording(_ digest: String, of athlete: UUID) async throws -> PackedRecording? {
    try await database.read { connection in
      try connection.rows(
        "SELECT gzip FROM recording WHERE athlete = $1 AND digest = $2", .id(athlete),
        .text(digest)
      ).first.map { PackedRecording(digest: digest, gzip: try $0.bytes("gzip")) }
    }
  }

  /// How many bytes an athlete's recordings take, packed, by their digests.
  public func recordingSizes(of athlete: UUID) async throws -> [String: Int] {
    try await database.read { connection in
      let rows = try connection.rows(
        "SELECT digest, packed_size FROM recording WHERE athlete = $1", .id(athlete))
      return try rows.reduce(into: [:]) { sizes, row in
        sizes[try row.text("digest")] = try row.integer("packed_size")
      }
    }
  }

  /// Removes a recording's bytes for good.
  public func eraseRecording(_ digest: String, of athlete: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM recording WHERE athlete = $1 AND digest = $2", .id(athlete), .text(digest))
    }
  }
}
