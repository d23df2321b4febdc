public import Foundation
public import Lifting

extension Store {
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

  /// Removes a recording's bytes. They can't be read in the database's files afterwards.
  ///
  /// - Throws: ``StorageError/notScrubbed`` where they are deleted, but may still be read in the files.
  public func eraseRecording(_ digest: String, of athlete: UUID) async throws {
    try await database.write { connection in
      try connection.run(
        "DELETE FROM recording WHERE athlete = $1 AND digest = $2", .id(athlete), .text(digest))
    }
    try await database.scrub()
  }
}
