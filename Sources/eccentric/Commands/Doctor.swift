import ArgumentParser
import Coaching
import Foundation
import Lifting
import Logging

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look through all that is kept, and say what is wrong or would change.",
    discussion: """
      Tells entries that can’t be read, recordings whose bytes are gone or damaged, and recordings in which \
      this version measures something else than was seen before. It changes nothing; what is measured \
      otherwise is taken over by its owner, on the recording’s page. It exits with 1 where something is \
      damaged.
      """)

  @Option(help: "The database.")
  var database = "data/eccentric.sqlite"

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  private struct Row: Encodable {
    var account: String
    var entry: String?
    var kind: String
    var finding: String
  }

  func run() async throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw BadInput(sentence: "\(database): there is no such file")
    }
    let place = Place(store: try await openStore(database), log: Logger(label: "eccentric"))
    let findings = try await place.examine()
    let rows = findings.map { finding in
      Row(
        account: finding.account, entry: finding.fact?.uuidString,
        kind: finding.isDamage ? "damage" : "change", finding: finding.sentence)
    }
    var table = Table(
      .init(name: "account"), .init(name: "kind"), .init(name: "finding"), .init(name: "entry"))
    table.rows = rows.map { [$0.account, $0.kind, $0.finding, $0.entry ?? ""] }
    switch format {
    case .json: print(try rows.readableJSON(), terminator: "")
    case .csv: print(table.csv, terminator: "")
    case .table:
      print(
        rows.isEmpty ? "Nothing is wrong, and nothing would change.\n" : table.text, terminator: "")
    }
    if findings.contains(where: \.isDamage) { throw ExitCode(1) }
  }
}
