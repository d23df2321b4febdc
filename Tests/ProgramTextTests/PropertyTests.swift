import Lifting
import ProgramText
import Simulation
import TestSupport
import Testing

@Suite("What holds for every text")
struct PropertyTests {
  @Test("a program is read as it was meant, and printed as it was written", arguments: 0..<150)
  func roundTrip(seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    let text = generator.text()
    let (program, diagnostics) = Program.parse(text)
    #expect(!diagnostics.hasErrors)
    #expect(program.exercises == generator.exercises)
    #expect(program.isWritten(as: text))
    #expect(Array(program.canonicalText.utf8) == Array(text.utf8))
  }

  @Test("any exercise can be written into any line", arguments: 0..<40)
  func edits(seed: UInt64) throws {
    var generator = ProgramGenerator(seed: seed)
    var program = Program.parse(generator.text()).program
    let lines = program.lines.count
    for index in program.days.flatMap(\.exerciseLines) {
      let exercise = generator.exercise()
      try program.replan(index, as: exercise)
      let reread = Program.parse(program.text).program
      #expect(reread.exercises == program.exercises)
      #expect(reread.exercises.contains(exercise))
      #expect(reread.lines.count == lines)
    }
  }

  @Test("a spoiled program is kept, too", arguments: 0..<150)
  func mutations(seed: UInt64) throws {
    var generator = ProgramGenerator(seed: seed)
    var bytes = Array(generator.text().utf8)
    bytes += Array("\n- Squat: 3 x 8 @ 70%, tempo 4-1-1-0, then 2 x 5, rest 2 min\n".utf8)
    for _ in 0..<Int.random(in: 1...12, using: &generator.random) {
      let place = Int.random(in: 0...bytes.count, using: &generator.random)
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator.random))
      bytes.replaceSubrange(place..<end, with: Array(generator.one(of: Self.scraps).utf8))
    }
    check(String(decoding: bytes, as: UTF8.self))
  }

  @Test("noise is kept, too", arguments: 0..<500)
  func noise(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let length = Int.random(in: 0...400, using: &random)
    let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
    check(String(decoding: bytes, as: UTF8.self))
  }

  @Test("scraps in any order are kept, too", arguments: 0..<1000)
  func scraps(seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    let scraps = (0..<Int.random(in: 0...60, using: &generator.random)).map { _ in
      generator.one(of: Self.scraps)
    }
    check(scraps.joined())
  }

  static let scraps = [
    "", " ", "\n", "\r\n", "\r", "\t", "- ", "\n- a: 3 x 8", "* ", ":", ": 3 x 8", ",", ", then ",
    "3", "8", "x", "@", "70%", "20 kg", "stone", "-", "+", "1:30", " s", " min", "tempo ",
    "4-1-X-0",
    "A", "negative", "warm-up", "jump up", "up", "keep 2 in reserve", "RIR", "RPE 8",
    "stop at 20% velocity loss", "VL", "rest ",
    "<!--", "-->", "```", "~~~", "---", "\n---\n", "## ", "##", "#", "title: ", "week: 3", ".", "×",
    "–", "é", "\u{301}", "👩‍👩‍👧‍👦", "\u{FEFF}", "\u{200B}", "\u{2028}", "\u{0}", "*", "_", "\"",
    "999999999999999999999",
    "Squat", "body", "12,5", "1.2.3",
  ]

  /// Nothing is lost, canonical text means the same, and every problem has a place.
  private func check(_ text: String) {
    let (program, diagnostics) = Program.parse(text)
    #expect(program.isWritten(as: text))
    let canonical = program.canonicalText
    let again = Program.parse(canonical).program
    #expect(again.exercises == program.exercises)
    #expect(again.days == program.days)
    #expect(Array(again.canonicalText.utf8) == Array(canonical.utf8))
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(program.lines.count == lines.count)
    for diagnostic in diagnostics {
      #expect((1...lines.count).contains(diagnostic.line))
      let characters = Substring(lines[max(0, min(lines.count, diagnostic.line) - 1)]).count
      #expect((1...characters + 1).contains(diagnostic.column), "\(diagnostic.text)")
      #expect(diagnostic.length >= 1)
      #expect(
        diagnostic.column + diagnostic.length - 1 <= max(characters, diagnostic.column),
        "\(diagnostic.text)")
    }
  }
}
