/// Tables for people to open in a spreadsheet: nothing in a cell is taken for a formula.
public enum SafeCSV {
  /// Rows as text (RFC 4180), the first one being the names of the columns.
  public static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map { CSV.quoted(neutral($0)) }.joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that a spreadsheet would take for a formula, with an apostrophe before it, as OWASP has it:
  /// what begins with = + - @, a tab or a carriage return.
  static func neutral(_ cell: String) -> String {
    guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return cell
    }
    return "'" + cell
  }
}
