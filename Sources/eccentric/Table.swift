import ArgumentParser
import Foundation

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

/// Rows under heads, for people or for other programs.
struct Table {
  struct Column {
    var name: String
    var isNumber = false
  }

  var columns: [Column]
  var rows: [[String]] = []

  init(_ columns: Column...) { self.columns = columns }

  /// In aligned columns; a column that is empty throughout is left out.
  var text: String {
    let used = columns.indices.filter { column in
      rows.isEmpty || rows.contains { !$0[column].isEmpty }
    }
    let widths = columns.indices.map { column in
      (rows.map { $0[column].count } + [columns[column].name.count]).max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      used.map { column in
        let padding = String(repeating: " ", count: widths[column] - cells[column].count)
        return columns[column].isNumber ? padding + cells[column] : cells[column] + padding
      }
      .joined(separator: "  ")
      .trimmingTrailingSpaces()
    }
    return ([columns.map(\.name)] + rows).map(line).joined(separator: "\n") + "\n"
  }

  /// As RFC 4180 has it.
  var csv: String {
    ([columns.map(\.name)] + rows).map { $0.map(Self.field).joined(separator: ",") }
      .joined(separator: "\n") + "\n"
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
