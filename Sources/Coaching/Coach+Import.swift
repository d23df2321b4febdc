public import Foundation
public import Interchange
public import Lifting
import Storage

extension Coach {
  /// The largest file that is read, in bytes: twenty years of training are a tenth of it.
  public static let largestImport = 32 << 20

  /// What an import understood and what it kept.
  public struct ImportReport: Sendable {
    public var imported: ImportedHistory
    public var saved: Fact.Receipt
  }

  /// Reads an export of another program, or of this one, and keeps what was understood.
  ///
  /// Importing the same file again, or a longer one of the same history, adds only what is new.
  public func importHistory(
    _ bytes: [UInt8], unit: Mass.Unit?, into account: Member
  ) async throws -> ImportReport {
    let options = ImportOptions(unit: unit, now: now()) { account.instant(localSeconds: $0) }
    let imported = HistoryFormat.read(bytes, options: options)
    var report = ImportReport(imported: imported, saved: Fact.Receipt())
    // In slices, so that others aren't kept waiting while a large one is written.
    for start in stride(from: 0, to: imported.facts.count, by: 2_000) {
      let slice = imported.facts[start..<min(start + 2_000, imported.facts.count)]
      report.saved += try await store.add(Array(slice), to: account.athlete, at: now())
    }
    return report
  }

  /// Everything that is somebody's, as an archive that any installation reads back.
  public func archive(of account: Member) async throws -> [UInt8] {
    try Archive.write(try await store.facts(of: account.athlete))
  }

  /// Takes facts back: they no longer count, though it stays known that they were there.
  public func retract(_ ids: [UUID], of account: Member) async throws {
    let kept = try await store.kept(of: account.athlete)
    let known = Set(kept.facts.map(\.id) + kept.unreadable.map(\.id))
    let retractions = ids.filter(known.contains).map {
      Fact(id: UUID(), at: now(), .retraction, supersedes: $0)
    }
    _ = try await store.add(retractions, to: account.athlete, at: now())
  }
}

extension Coach {
  /// For who runs the installation: adds facts to an account by its name.
  ///
  /// - Returns: nil when there is no such account.
  public func add(_ facts: [Fact], toAccountNamed name: String) async throws -> Fact.Receipt? {
    guard let account = try await store.account(named: name) else { return nil }
    return try await store.add(facts, to: account.athlete, at: now())
  }

  /// For who runs the installation: the archive of an account, or of the only one there is.
  ///
  /// - Returns: nil when there is no such account, or none is named and there isn't exactly one.
  public func archive(ofAccountNamed name: String?) async throws -> [UInt8]? {
    let account =
      if let name { try await store.account(named: name) } else { try await store.onlyAccount() }
    guard let account else { return nil }
    return try Archive.write(try await store.facts(of: account.athlete))
  }
}
