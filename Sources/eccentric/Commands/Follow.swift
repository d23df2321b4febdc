import ArgumentParser
import Foundation
import Interchange
import Lifting
import Sensing

struct Follow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell phases while a set is lifted, and when to stop it.",
    discussion: """
      Reads a recording’s rows from standard input as they come, the header first, as a device’s bridge \
      writes them. Each phase is told as soon as it is seen: its beginning in seconds and its name. Each \
      repetition is told as soon as it has ended, with its phases as they were. With --stop-at, the first lift that was so much slower than the fastest before it ends the set, and that \
      is told as it ends. When the rows end, the set is summed up.
      """)

  @Option(help: "The exercise: an id such as bench-press, or a name.")
  var exercise: String

  @Option(
    help: ArgumentHelp("The velocity loss at which the set ends.", valueName: "percent"))
  var stopAt: Int?

  func validate() throws {
    if let stopAt, !(1...99).contains(stopAt) {
      throw ValidationError("--stop-at is a percentage from 1 to 99.")
    }
  }

  func run() throws {
    guard let known = try Measure.known(exercise) else {
      throw BadInput(sentence: "there is no exercise “\(exercise)”")
    }
    guard let header = readLine() else { throw BadInput(sentence: "standard input: it is empty") }
    var set = LiveSet(exercise: known)
    var line = 1
    var hasStopped = false
    var problems: [String] = []
    var badRows = 0
    while let row = readLine() {
      line += 1
      let (sample, found) = RecordingFormat.read(Array("\(header)\n\(row)\n".utf8))
      guard let sample else {
        let why = found.first { $0.severity == .error }?.message ?? "this row can't be read"
        // What is wrong with the header is wrong with every row.
        badRows += 1
        if badRows <= Self.shownProblems { problems.append("standard input:\(line): \(why)") }
        continue
      }
      for news in set.append(sample) {
        say(Self.line(of: news))
        guard let stopAt, !hasStopped, news.change?.phase != .concentric,
          let stop = (try? set.measured())?.stop(atLossPercent: stopAt), let index = stop.index,
          let loss = stop.lossPercent
        else { continue }
        hasStopped = true
        say("stop: rep \(index) was \(loss.short(decimals: 0)) % slower than the fastest before it")
      }
    }
    if let measured = try? set.measured() {
      say("\(measured.reps.count.counted("rep"))")
    }
    if badRows > Self.shownProblems {
      problems.append("standard input: \(badRows - Self.shownProblems) more rows like these")
    }
    if !problems.isEmpty { throw BadInput(lines: problems) }
  }

  private static func line(of news: LiveNews) -> String {
    switch news {
    case .began(let change): "\(change.startSeconds.short(decimals: 2)) \(change.phase.name)"
    case .settled(let told):
      "rep \(told.rep.index): "
        + told.rep.phases.map {
          "\($0.phase.name) \($0.startSeconds.short(decimals: 2))–\($0.endSeconds.short(decimals: 2))"
        }.joined(separator: ", ")
    }
  }

  /// So many rows that can't be read are named one by one.
  private static let shownProblems = 20

  /// A line that is out at once: somebody waits for it.
  private func say(_ text: String) {
    print(text)
    fflush(nil)
  }
}
