public import Lifting

/// A place for rows, behind which SQLite stands, or another engine that speaks the same SQL.
///
/// It is as small as it can be: statements with `$1` placeholders, rows of plain values, and
/// transactions. Statements are written once, in ``Store``, for every engine.
public protocol Database: Sendable {
  /// Runs reads that see one state of the data.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result

  /// Runs a transaction: all of it or nothing. When it returns, it is on disk.
  @discardableResult func write<Result: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Result
  ) async throws -> Result

  /// Makes what was deleted unreadable in the files too, old pages and logs with it. It waits for the
  /// reads that are under way.
  func scrub() async throws

  /// How this engine spells what differs between engines.
  var dialect: Dialect { get }
}

/// A connection within a read or a transaction.
public protocol Connection {
  /// Runs one statement and gives its rows. Placeholders are `$1`, `$2`, … in the order in which
  /// they first appear.
  func rows(_ sql: String, _ arguments: [Value]) throws -> [Row]

  /// Runs one statement and says how many rows it changed.
  @discardableResult func run(_ sql: String, _ arguments: [Value]) throws -> Int
}

extension Connection {
  public func rows(_ sql: String, _ arguments: Value...) throws -> [Row] {
    try rows(sql, arguments)
  }

  @discardableResult public func run(_ sql: String, _ arguments: Value...) throws -> Int {
    try run(sql, arguments)
  }
}

/// A value in a row or for a placeholder.
public enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  public static func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }
  public static func integer(_ number: Int) -> Value { .integer(Int64(truncatingIfNeeded: number)) }
}

/// A row by column name.
public struct Row: Sendable {
  let columns: [String: Value]

  /// A text column that is never null.
  public func text(_ column: String) throws -> String {
    guard case .text(let text) = columns[column] else { throw StorageError.unexpected(column) }
    return text
  }

  /// A text column that may be null.
  public func optionalText(_ column: String) throws -> String? {
    columns[column] == .null ? nil : try text(column)
  }

  /// A column of bytes that is never null.
  public func bytes(_ column: String) throws -> [UInt8] {
    guard case .bytes(let bytes) = columns[column] else { throw StorageError.unexpected(column) }
    return bytes
  }

  /// A whole-number column that is never null.
  public func integer(_ column: String) throws -> Int {
    guard case .integer(let number) = columns[column], let number = Int(exactly: number) else {
      throw StorageError.unexpected(column)
    }
    return number
  }
}

/// What differs between engines.
public struct Dialect: Sendable {
  public let name: String
  /// Replaces words of the schema, such as `BYTES`.
  let words: [String: String]

  public static let sqlite = Dialect(
    name: "SQLite",
    words: [
      "INT64": "INTEGER", "BYTES": "BLOB", "END TABLE": ") STRICT", "JSON(": "json_valid(",
      "ORDER_OF_ENTRY": "rowid",
    ])
}

/// Why the store can't do what it was asked.
public enum StorageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A column is missing or has another type than the schema says.
  case unexpected(_ column: String)
  /// The database was written by a newer version of this program.
  case newerSchema(_ migration: String)
  /// Facts that can't be true were to be added.
  case implausible(_ problems: [Implausible])
  /// There is already somebody of that name.
  case nameTaken
  /// What was deleted may still be read in the database's files, as another program has them open.
  case notScrubbed
  /// The database can't be opened.
  case cannotOpen(_ path: String, reason: String)

  public var description: String {
    switch self {
    case .unexpected(let column): "the database has no usable column “\(column)”"
    case .newerSchema(let migration):
      "the database was written by a newer version (it has “\(migration)”)"
    case .implausible(let problems):
      "facts that can’t be true: \(problems.map(\.message).joined(separator: "; "))"
    case .nameTaken: "there is already somebody of that name"
    case .notScrubbed:
      "what was deleted may still be in the database’s files, as another program has them open"
    case .cannotOpen(let path, let reason): "the database at \(path) can’t be opened: \(reason)"
    }
  }
}
