import Foundation

extension Row {
  /// A column that is never null.
  func id(_ column: String) throws -> UUID {
    guard let id = UUID(uuidString: try text(column)) else {
      throw StorageError.unexpected(column)
    }
    return id
  }

  func optionalID(_ column: String) throws -> UUID? {
    columns[column] == .null ? nil : try id(column)
  }

  /// Whole seconds since 1970, never null.
  func instant(_ column: String) throws -> Date {
    Date(timeIntervalSince1970: Double(try integer(column)))
  }

  func optionalInstant(_ column: String) throws -> Date? {
    columns[column] == .null ? nil : try instant(column)
  }
}
