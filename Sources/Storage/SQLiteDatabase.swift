import Foundation
import GRDB

/// SQLite through GRDB: one file, write-ahead log, readers beside one writer.
public struct SQLiteDatabase: Database {
  public let dialect = Dialect.sqlite
  private let pool: any DatabaseWriter

  /// Opens the database file at a path, or makes it.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - patience: Seconds for which another program that holds the database is waited for.
  /// - Throws: ``StorageError/cannotOpen(_:reason:)``.
  public init(path: String, patience: Double = 10) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // An acknowledged fact is on disk: a crash of the machine loses nothing that was confirmed.
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // What is deleted is overwritten.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      pool = try DatabasePool(path: path, configuration: configuration)
    } catch {
      throw StorageError.cannotOpen(path, reason: "\(error)")
    }
  }

  /// A database that is gone when nobody holds it any more.
  public init() throws {
    pool = try DatabaseQueue()
  }

  public func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    try await pool.read { try body(SQLiteConnection(database: $0)) }
  }

  @discardableResult public func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result {
    try await pool.write { try body(SQLiteConnection(database: $0)) }
  }

  public func scrub() async throws {
    // The write-ahead log still holds pages as they were: they go into the file, and it is emptied.
    do {
      try await pool.barrierWriteWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
      }
    } catch let error as DatabaseError
      where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
    {
      throw StorageError.notScrubbed
    }
  }
}

private struct SQLiteConnection: Connection {
  let database: GRDB.Database

  func rows(_ sql: String, _ arguments: [Value]) throws -> [Row] {
    let statement = try database.cachedStatement(sql: sql)
    return try GRDB.Row.fetchAll(statement, arguments: Self.bound(arguments)).map { row in
      Row(
        columns: Dictionary(
          row.map { ($0, Self.value($1)) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  func run(_ sql: String, _ arguments: [Value]) throws -> Int {
    let statement = try database.cachedStatement(sql: sql)
    try statement.execute(arguments: Self.bound(arguments))
    return database.changesCount
  }

  private static func bound(_ arguments: [Value]) -> StatementArguments {
    StatementArguments(
      arguments.map { argument -> DatabaseValue in
        switch argument {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
      })
  }

  private static func value(_ value: DatabaseValue) -> Value {
    switch value.storage {
    case .null: .null
    case .int64(let number): .integer(number)
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob(let data): .bytes(Array(data))
    }
  }
}
