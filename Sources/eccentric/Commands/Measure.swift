import ArgumentParser
import Foundation
import Interchange
import Lifting
import Pictures
import Sensing

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn recordings into repetitions and phases.",
    discussion: """
      Reads recordings as CSV: positions of an encoder or a bar, an inertial sensor on a wrist or a \
      bar, joint angles, body landmarks. Times are seconds on the recording's own clock. In the \
      table ▼ is lowering, ▲ lifting, · a pause, △ an assisted way up. Control is the least share \
      of the load that was carried on the way down; stuck is how far up the lift slowed down; a ? \
      marks a doubtful rep, and why is said beneath. Two files with left and right in their names \
      are compared.
      """)

  @Argument(help: "Recordings; - for standard input.")
  var files: [Input]

  @Option(
    help: "The exercise: an id such as bench-press, or a name. Without, the motion proposes it.")
  var exercise: String?

  @Option(help: "The load in kilograms, for work and power.")
  var load: Double?

  @Option(help: "The tempo that was asked for, such as 5-0-1-0, to compare with.")
  var tempo: String?

  @Option(
    help: ArgumentHelp(
      "The velocity loss at which the set was to end: which rep was that much slower.",
      valueName: "percent"))
  var stopAt: Int?

  @Flag(
    help: "Find all sets of long recordings, such as a whole session, each with its exercise.")
  var sets = false

  @Option(help: "Where to put a picture of the phases; of several sets, one below the other.")
  var svg: String?

  @Option(help: "Where to put a report with pictures and tables.")
  var report: String?

  @Option(help: "How to write the result: table, json or csv.")
  var format = OutputFormat.table

  func validate() throws {
    if let tempo, Tempo(tempo) == nil {
      throw ValidationError("“\(tempo)” is not a tempo; write it as 4-1-2-0.")
    }
    if let stopAt, !(1...99).contains(stopAt) {
      throw ValidationError("--stop-at is a percentage from 1 to 99.")
    }
    if let load, !(load >= 0 && load < 2000) {
      throw ValidationError("--load is in kilograms, from 0 to 2000.")
    }
  }

  func run() throws {
    let asked = try exercise.flatMap(Self.known)
    var sets: [PhasePicture.Entry] = []
    var problems: [String] = []
    for file in files {
      let (recording, found) = RecordingFormat.read(try file.bytes())
      // What was left out or looked odd is said; what is left is measured.
      if let recording {
        Messages.write(file, found)
        do throws(SensingError) {
          if self.sets {
            sets += try allSets(recording, file, asked)
          } else {
            sets.append(try measured(recording, file, asked))
          }
        } catch {
          problems.append("\(file.name): \(error.sentence)")
        }
      } else {
        problems += BadInput(file, found).lines
      }
    }
    compareSides(&sets)
    for index in sets.indices {
      sets[index].set.set.stop = stopAt.flatMap(sets[index].set.stop)
      sets[index].set = sets[index].set.rounded
    }
    try write(sets)
    if let svg { try save(PhasePicture.svg(sets), to: svg) }
    if let report { try save(PhasePicture.report(sets), to: report) }
    if !problems.isEmpty { throw BadInput(lines: problems) }
  }

  private func measured(
    _ recording: Recording, _ file: Input, _ asked: Exercise?
  ) throws(SensingError) -> PhasePicture.Entry {
    var measured = try Sensing.measure(recording, as: asked, load: load.map { .kilograms($0) })
    if asked == nil {
      let why = exercise.map { "nobody knows “\($0)”" } ?? "no exercise was named"
      let proposed = measured.proposals.sentence.map { " " + $0 } ?? ""
      Messages.write(["\(file.name): \(why), so it was measured by what repeats.\(proposed)"])
      // It is still called what it was called.
      if let exercise { measured.set.exercise = Exercise.ID(rawValue: exercise) }
    }
    Messages.write(measured.notices.map { "\(file.name): \($0)" })
    return PhasePicture.Entry(name: file.name, measured, tempo: tempo.flatMap(Tempo.init))
  }

  /// Every set of a long recording, under the time at which it begins.
  private func allSets(
    _ recording: Recording, _ file: Input, _ asked: Exercise?
  ) throws(SensingError) -> [PhasePicture.Entry] {
    let found = try Sensing.sets(in: recording, as: asked)
    if found.isEmpty {
      let seconds = recording.durationSeconds.short(decimals: 0)
      Messages.write(["\(file.name): no set was found in \(seconds) s: nothing repeats as lifts do"]
      )
    }
    return found.map { found in
      let start = found.stretch.lowerBound.short(decimals: 0)
      let end = found.stretch.upperBound.short(decimals: 0)
      return PhasePicture.Entry(
        name: "\(file.name), \(start) to \(end) s", found.measured, tempo: tempo.flatMap(Tempo.init)
      )
    }
  }

  /// Two files whose names tell them apart as left and right are compared.
  private func compareSides(_ sets: inout [PhasePicture.Entry]) {
    func only(_ side: String, not other: String) -> Int? {
      let found = sets.indices.filter { index in
        let name = sets[index].name.split(separator: "/").last?.lowercased() ?? ""
        return name.contains(side) && !name.contains(other)
      }
      return found.count == 1 ? found.first : nil
    }
    guard sets.count > 1, let left = only("left", not: "right"),
      let right = only("right", not: "left")
    else { return }
    let sides = SideComparison(left: sets[left].set, right: sets[right].set)
    sets[left].set.sides = sides
    sets[right].set.sides = sides
  }

  /// The exercise of a name; nil where nobody knows it. What is nearly one that is known is a slip.
  static func known(_ name: String) throws -> Exercise? {
    if let known = Exercise.named(name) { return known }
    let similar = Exercise.suggestions(for: name).map(\.id.rawValue)
    guard !similar.isEmpty else { return nil }
    throw BadInput(
      sentence:
        "there is no exercise “\(name)” (did you mean \(similar.joined(separator: " or "))?)")
  }

  private func write(_ sets: [PhasePicture.Entry]) throws {
    switch format {
    case .json:
      let text =
        files.count == 1 && !self.sets
        ? try sets.first?.set.readableJSON() ?? "" : try sets.map(\.set).readableJSON()
      print(text, terminator: "")
    case .csv: print(MeasuredTable.csv(sets).csv, terminator: "")
    case .table: print(sets.map(MeasuredTable.text).joined(separator: "\n"), terminator: "")
    }
  }

  private func save(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw BadInput(sentence: "\(path): this file can’t be written")
    }
  }
}
