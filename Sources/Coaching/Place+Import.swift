public import Foundation
public import Interchange
public import Lifting
import Storage

extension Place {
  /// The largest file that is read, in bytes: an archive with as many recordings as are kept.
  public static let largestImport = mostPackedBytes / 3 * 4 + 32 << 20

  /// What an import understood and what became of it.
  public struct ImportReport: Sendable {
    public var imported: ImportedHistory
    /// Against what was kept before.
    public var comparison: ImportComparison
  }

  /// An import as it stands.
  public struct BroughtHistory: Sendable, Identifiable {
    public var id: UUID
    public var at: Date
    /// A program and a file's name.
    public var source: String
    /// How many entries it brought.
    public var entries: Int
    /// How many of them count; the others were deleted.
    public var standing: Int
  }

  /// Reads an export of another program, or of this one, and keeps what was understood.
  ///
  /// Importing the same file again, or a longer one of the same history, adds only what is new, and
  /// brings back what was deleted. What the file says otherwise than what is kept is told, not taken.
  public func importHistory(
    _ bytes: [UInt8], named name: String? = nil, unit: Mass.Unit?, into account: Member
  ) async throws -> ImportReport {
    let options = ImportOptions(unit: unit, now: now()) { account.instant(localSeconds: $0) }
    let imported = HistoryFormat.read(bytes, options: options)
    var comparison = try await keep(
      imported.facts, from: [imported.format, name], into: account.athlete)
    comparison.recordingsLeftOut = try await keep(imported.recordings, into: account.athlete)
    return ImportReport(imported: imported, comparison: comparison)
  }

  /// For whoever runs the installation: the facts of a file into an account by its name.
  ///
  /// - Returns: nil when there is no such account.
  public func add(
    _ facts: [Fact], with recordings: [PackedRecording] = [], from source: [String?],
    toAccountNamed name: String
  ) async throws -> ImportComparison? {
    guard let account = try await store.account(named: name) else { return nil }
    var comparison = try await keep(facts, from: source, into: account.athlete)
    comparison.recordingsLeftOut = try await keep(recordings, into: account.athlete)
    return comparison
  }

  private func keep(
    _ facts: [Fact], from source: [String?], into athlete: UUID
  ) async throws -> ImportComparison {
    let now = now()
    let kept = try await store.facts(of: athlete)
    let comparison = ImportComparison(of: facts, with: kept)
    if !comparison.new.isEmpty {
      let words = source.compactMap { $0.map { String($0.prefix(100)) } }.filter { !$0.isEmpty }
      let brought = Store.Import(id: UUID(), at: now, source: words.joined(separator: ", "))
      try await store.begin(brought, of: athlete)
      try await add(comparison.new, to: athlete, import: brought.id)
    }
    try await say(.restoration, of: comparison.deleted, kept, by: athlete)
    return comparison
  }

  // MARK: - Afterwards

  /// The files that were brought, the newest first.
  public func imports(of account: Member) async throws -> [BroughtHistory] {
    let imports = try await store.imports(of: account.athlete)
    let kept = imports.isEmpty ? [] : try await store.facts(of: account.athlete)
    let standing = Fact.standingByOrigin(kept)
    return imports.map { brought, facts in
      BroughtHistory(
        id: brought.id, at: brought.at, source: brought.source, entries: facts.count,
        standing: facts.count { standing[$0] != nil })
    }
  }

  /// Deletes all that an import brought, or brings it back; at any time, and nothing is lost by it.
  ///
  /// - Returns: what it changes in today's prescription, in sentences; nil where there is no such
  ///   import.
  public func mend(
    import id: UUID, bringBack: Bool, of account: Member
  ) async throws -> [String]? {
    let imports = try await store.imports(of: account.athlete)
    guard let brought = imports.first(where: { $0.0.id == id }) else { return nil }
    let kept = try await store.facts(of: account.athlete)
    let standing = Fact.standingByOrigin(kept)
    let ids = brought.facts.filter { (standing[$0] != nil) != bringBack }
    return try await changes(of: account, from: kept) {
      try await say(
        bringBack ? .restoration : .retraction, of: ids, kept, by: account.athlete)
    }
  }

  /// Takes over what a file says otherwise than what was kept, as corrections of what stands.
  ///
  /// - Returns: how many entries were corrected.
  public func takeOver(_ file: [Fact], of account: Member) async throws -> Int {
    let kept = try await store.facts(of: account.athlete)
    let corrections = ImportComparison(of: file, with: kept).differing.map { difference in
      Fact(
        id: UUID(), at: difference.kept.at, difference.correctedBody,
        supersedes: difference.kept.id)
    }
    return try await record(corrections, of: account).new.count
  }

  /// Takes back what is kept but can't be read.
  public func takeBackUnreadable(of account: Member) async throws {
    let kept = try await store.kept(of: account.athlete)
    try await say(
      .retraction, of: kept.unreadable.map(\.id), kept.facts, by: account.athlete)
  }

  /// Takes back or brings back facts, so that this is the last word on them.
  private func say(
    _ word: Fact.Body, of ids: [UUID], _ kept: [Fact], by athlete: UUID
  ) async throws {
    guard !ids.isEmpty else { return }
    let at = Fact.momentOfNextWord(after: kept, now: now())
    try await add(ids.map { Fact(id: UUID(), at: at, word, supersedes: $0) }, to: athlete)
  }

  /// In slices, so that others aren't kept waiting while many are written.
  private func add(_ facts: [Fact], to athlete: UUID, import: UUID? = nil) async throws {
    for start in stride(from: 0, to: facts.count, by: 2_000) {
      let slice = facts[start..<min(start + 2_000, facts.count)]
      _ = try await store.add(Array(slice), to: athlete, at: now(), import: `import`)
    }
  }
}

extension Place {
  /// For whoever runs the installation: the archive of an account, or of the only one there is.
  ///
  /// - Returns: nil when there is no such account, or none is named and there isn't exactly one.
  public func archive(ofAccountNamed name: String?) async throws -> [UInt8]? {
    let account =
      if let name { try await store.account(named: name) } else { try await store.onlyAccount() }
    guard let account else { return nil }
    return try await archive(of: account.athlete)
  }

  /// Everything that is somebody's, as an archive that any installation reads back.
  public func archive(of account: Member) async throws -> [UInt8] {
    try await archive(of: account.athlete)
  }

  private func archive(of athlete: UUID) async throws -> [UInt8] {
    var recordings: [PackedRecording] = []
    for digest in try await store.recordingSizes(of: athlete).keys.sorted() {
      if let packed = try await store.recording(digest, of: athlete) { recordings.append(packed) }
    }
    return try Archive.write(try await store.facts(of: athlete), with: recordings)
  }
}
