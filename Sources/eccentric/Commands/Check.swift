import ArgumentParser
import Coaching
import Foundation
import Lifting
import ProgramText

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check program texts and say what is wrong, with line and column.",
    discussion: """
      Errors are what isn't understood. Warnings are what is perhaps not meant, and what limits take \
      away whoever follows the program: more negative sets than a body part gets, loads above the \
      ceiling, lowerings too slow or too fast.
      """)

  @Argument(help: "Program texts in Markdown; - for standard input.")
  var files: [Input]

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  private struct Found: Encodable {
    var file: String
    var diagnostics: [Diagnostic]
  }

  func run() throws {
    var found: [Found] = []
    for file in files {
      let text = String(decoding: try file.bytes(), as: UTF8.self)
      found.append(Found(file: file.name, diagnostics: Program.check(text).diagnostics))
    }
    switch format {
    case .json: print(try found.readableJSON(), terminator: "")
    case .csv: print(table(found).csv, terminator: "")
    case .table:
      for file in found {
        let lines = file.diagnostics.map { "\(file.file):\($0.text)" }
        print(lines.isEmpty ? "\(file.file): all right" : lines.joined(separator: "\n"))
      }
    }
    if found.contains(where: { $0.diagnostics.hasErrors }) { throw ExitCode(1) }
  }

  private func table(_ found: [Found]) -> Table {
    var table = Table(
      .init(name: "file"), .init(name: "line"), .init(name: "column"), .init(name: "severity"),
      .init(name: "message"), .init(name: "hint"))
    for file in found {
      for problem in file.diagnostics {
        table.rows.append([
          file.file, "\(problem.line)", "\(problem.column)", problem.severity.rawValue,
          problem.message, problem.hint ?? "",
        ])
      }
    }
    return table
  }
}
