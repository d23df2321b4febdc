import ArgumentParser
import Coaching
import Foundation
import Interchange
import Lifting
import Logging

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read histories of other programs, and show or keep what was understood.",
    discussion: """
      Reads exports of Strong, Hevy, Fitbod, StrongLifts, FitNotes and LiftLog, and archives of Eccentric. Without \
      --into it only shows; with it the facts are added to that account, each once. As json it \
      writes an archive.
      """)

  @Argument(help: "Exported files; - for standard input.")
  var files: [Input]

  @Option(help: "The unit of weights where the file names none: kg or lb.")
  var unit: String?

  @Option(help: "The time zone of the file's times; this machine's by default.")
  var timeZone: String?

  @Option(help: "The name of the account to add the facts to.")
  var into: String?

  @Option(help: "The database of that account.")
  var database = "data/eccentric.sqlite"

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  func validate() throws {
    if let unit, Mass.Unit(rawValue: unit) == nil {
      throw ValidationError("--unit is kg or lb.")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("There is no time zone “\(timeZone)”.")
    }
  }

  func run() async throws {
    let zone = timeZone.flatMap(TimeZone.init(identifier:)) ?? .current
    let options = ImportOptions(
      unit: unit.flatMap(Mass.Unit.init(rawValue:)), now: Date()
    ) { localSeconds in
      let guess = Date(timeIntervalSince1970: Double(localSeconds - zone.secondsFromGMT()))
      return Date(timeIntervalSince1970: Double(localSeconds - zone.secondsFromGMT(for: guess)))
    }
    var facts: [Fact] = []
    var recordings: [PackedRecording] = []
    var formats: [String?] = []
    var problems: [String] = []
    for file in files {
      let imported = HistoryFormat.read(try file.bytes(), options: options)
      facts += imported.facts
      recordings += imported.recordings
      formats.append(imported.format)
      Messages.write(file, imported.problems)
      if imported.problems.hasErrors { problems.append(file.name) }
    }
    try write(facts, recordings, zone)
    if let into {
      let place = Place(store: try await openStore(database), log: Logger(label: "eccentric"))
      let comparison = try await place.add(
        facts, with: recordings, from: formats + files.map(\.fileName), toAccountNamed: into)
      guard let comparison else { throw BadInput(sentence: "there is no account “\(into)”") }
      Messages.write(comparison.summary)
    }
    if !problems.isEmpty { throw ExitCode(1) }
  }

  private func write(
    _ facts: [Fact], _ recordings: [PackedRecording], _ zone: TimeZone
  ) throws {
    switch format {
    case .json:
      FileHandle.standardOutput.write(Data(try Archive.write(facts, with: recordings)))
    case .csv: print(table(facts, zone).csv, terminator: "")
    case .table: print(table(facts, zone).text, terminator: "")
    }
  }

  private func table(_ facts: [Fact], _ zone: TimeZone) -> Table {
    var table = Table(
      .init(name: "day"), .init(name: "exercise"), .init(name: "kind"),
      .init(name: "reps", isNumber: true), .init(name: "load"), .init(name: "assistance"),
      .init(name: "in reserve", isNumber: true), .init(name: "as written"))
    for fact in facts {
      guard case .workSet(let set) = fact.body else { continue }
      let day = Day(fact.at, utcOffsetSeconds: zone.secondsFromGMT(for: fact.at))
      table.rows.append([
        "\(day)", set.exercise.rawValue, set.kind.rawValue, "\(set.reps)",
        set.load.external.amount > 0 ? "\(set.load.external)" : "",
        set.load.assistance.amount > 0 ? "\(set.load.assistance)" : "",
        set.repsInReserve.map(String.init) ?? "", set.nameAsWritten ?? "",
      ])
    }
    return table
  }
}

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write somebody's facts as an archive that any installation reads back.")

  @Option(help: "The name of the account; needed where there is more than one.")
  var account: String?

  @Option(help: "The database.")
  var database = "data/eccentric.sqlite"

  func run() async throws {
    guard FileManager.default.fileExists(atPath: database) else {
      throw BadInput(sentence: "\(database): there is no such file")
    }
    let place = Place(store: try await openStore(database), log: Logger(label: "eccentric"))
    guard let archive = try await place.archive(ofAccountNamed: account) else {
      throw BadInput(
        sentence: account.map { "there is no account “\($0)”" }
          ?? "say --account: there is no account, or more than one")
    }
    FileHandle.standardOutput.write(Data(archive))
  }
}
