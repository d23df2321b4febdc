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
      are compared. The files of several sensors, such as Accelerometer.csv and Gyroscope.csv of a \
      folder, are put together. Tables of repetitions, as velocity trackers export them, are shown \
      as they report them.
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

  /// What became of a file, in the order of the files.
  fileprivate enum Outcome {
    case measured(PhasePicture.Entry)
    case reported(ReportedTable.Entry)
  }

  func run() throws {
    let asked = try exercise.flatMap(Self.known)
    var outcomes: [Outcome] = []
    var problems: [String] = []
    let contents = try contents()
    for (file, content) in contents {
      do throws(SensingError) {
        switch content {
        case .recording(let recording)? where sets:
          outcomes += try allSets(recording, file, asked).map { .measured($0) }
        case .recording(let recording)?:
          outcomes.append(.measured(try measured(recording, file, asked)))
        case .reps(let reported)?: outcomes += self.reported(reported, file, asked)
        case nil: problems += file.problems
        }
      } catch {
        problems.append("\(file.name): \(error.sentence)\(hint(content))")
      }
    }
    var sets = outcomes.compactMap { outcome -> PhasePicture.Entry? in
      if case .measured(let entry) = outcome { entry } else { nil }
    }
    compareSides(&sets)
    for index in sets.indices {
      sets[index].set.set.stop = stopAt.flatMap(sets[index].set.stop)
      sets[index].set = sets[index].set.rounded
    }
    var rest = sets[...]
    outcomes = outcomes.map { outcome in
      if case .measured = outcome { .measured(rest.removeFirst()) } else { outcome }
    }
    try write(outcomes, isOne: contents.count == 1 && !self.sets)
    if svg != nil || report != nil, sets.isEmpty, !outcomes.isEmpty {
      problems.append("a table of repetitions holds no motion, so there is nothing to draw")
    } else {
      if let svg { try save(PhasePicture.svg(sets), to: svg) }
      if let report { try save(PhasePicture.report(sets), to: report) }
    }
    if !problems.isEmpty { throw BadInput(lines: problems) }
  }

  /// What to do about a file that tells no motion alone.
  private func hint(_ content: SensorFile?) -> String {
    guard case .recording(let recording)? = content, recording.kind == nil,
      recording.angularRate != nil
    else { return "" }
    return
      " A gyroscope alone tells no motion: name its accelerometer’s file beside it, as in “measure Accelerometer.csv Gyroscope.csv”."
  }

  /// What each file holds; those of several sensors that belong together as one.
  private func contents() throws -> [(file: Named, content: SensorFile?)] {
    let groups = SensorFiles.groups(of: files.map(\.path))
    var contents: [(file: Named, content: SensorFile?)] = []
    var done: Set<Int> = []
    for (place, file) in files.enumerated() where !done.contains(place) {
      if let group = groups.first(where: { $0.contains(place) }),
        let (named, joined) = try joined(group.map { files[$0] })
      {
        done.formUnion(group)
        contents.append((named, .recording(joined)))
        continue
      }
      let (content, found) = SensorFile.read(try file.bytes())
      // What was left out or looked odd is said; what is left is measured.
      if content != nil { Messages.write(file, found) }
      contents.append((Named(name: file.name, problems: BadInput(file, found).lines), content))
    }
    return contents
  }

  /// What a result is called, and what its file's lines say.
  private struct Named {
    var name: String
    var problems: [String] = []
  }

  /// Files of several sensors as one recording; nil where they don't make one together.
  private func joined(_ group: [Input]) throws -> (Named, Recording)? {
    let read = try group.map { (name: $0.path, bytes: try $0.bytes()) }
    guard let joined = SensorFiles.joined(read), let clock = joined.used.first,
      joined.used.count == group.count
    else { return nil }
    let names = joined.used.map { Input(argument: $0).fileName ?? $0 }
    Messages.write(
      joined.problems.map { "\(clock):\($0.text)" } + [
        "\(names.joined(separator: " and ")): read as one recording, on the clock of \(names[0])"
      ])
    return (Named(name: names.joined(separator: " and ")), joined.recording)
  }

  /// The sets of a table as they are reported.
  private func reported(
    _ sets: [ReportedSet], _ file: Named, _ asked: Exercise?
  ) -> [Outcome] {
    var lines = [ReportedTable.notice(file.name, sets)]
    if tempo != nil || stopAt != nil || load != nil {
      lines.append("\(file.name): --tempo, --stop-at and --load say nothing of what is reported")
    }
    if exercise != nil, sets.contains(where: { $0.exercise != nil }) {
      lines.append(
        "\(file.name): the table names its exercises; --exercise names those of no other")
    }
    Messages.write(lines)
    return sets.map { set in
      var set = set.rounded
      set.exercise = set.exercise ?? asked?.id ?? exercise.map { Exercise.ID(rawValue: $0) }
      return .reported(ReportedTable.Entry(name: file.name, set: set))
    }
  }

  private func measured(
    _ recording: Recording, _ file: Named, _ asked: Exercise?
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
    _ recording: Recording, _ file: Named, _ asked: Exercise?
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

  private func write(_ outcomes: [Outcome], isOne: Bool) throws {
    let measured = outcomes.compactMap { outcome -> PhasePicture.Entry? in
      if case .measured(let entry) = outcome { entry } else { nil }
    }
    let reported = outcomes.compactMap { outcome -> ReportedTable.Entry? in
      if case .reported(let entry) = outcome { entry } else { nil }
    }
    switch format {
    case .json:
      // A table holds many sets, even where it holds one.
      let text =
        isOne && reported.isEmpty
        ? try measured.first?.set.readableJSON() ?? "" : try outcomes.map(\.json).readableJSON()
      print(text, terminator: "")
    case .csv:
      guard measured.isEmpty || reported.isEmpty else {
        throw BadInput(
          sentence: "recordings and tables of repetitions have other columns: write a CSV of each")
      }
      print(
        reported.isEmpty ? MeasuredTable.csv(measured).csv : ReportedTable.csv(reported).csv,
        terminator: "")
    case .table: print(outcomes.map(\.text).joined(separator: "\n"), terminator: "")
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

extension Measure.Outcome {
  fileprivate var text: String {
    switch self {
    case .measured(let entry): MeasuredTable.text(entry)
    case .reported(let entry): ReportedTable.text(entry)
    }
  }

  /// The set alone, as the contract has it.
  fileprivate var json: Measure.AnySet {
    switch self {
    case .measured(let entry): .measured(entry.set)
    case .reported(let entry): .reported(entry.set)
    }
  }
}

extension Measure {
  /// A set of either kind, written as it is.
  fileprivate enum AnySet: Encodable {
    case measured(MeasuredSet)
    case reported(ReportedSet)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .measured(let set): try set.encode(to: encoder)
      case .reported(let set): try set.encode(to: encoder)
      }
    }
  }
}
