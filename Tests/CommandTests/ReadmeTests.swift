import Foundation
import TestSupport
import Testing

@Suite("The README") struct ReadmeTests {
  /// The lines of its tour: what follows `$ ` in shell blocks that call the program.
  static let tour: [String] =
    (try? String(contentsOf: Fixture.repository.appending(path: "README.md"), encoding: .utf8))?
    .split(separator: "\n").filter { $0.hasPrefix("eccentric ") }.map(String.init) ?? []

  @Test("its tour has five lines") func length() { #expect(Self.tour.count == 5) }

  @Test("every line of its tour works", arguments: tour) func line(_ line: String) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "tour-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    // Pictures go to the scratch folder, everything else is as written.
    let arguments = line.split(separator: " ").dropFirst().map { word in
      word.hasSuffix(".svg") ? scratch.appending(path: String(word)).path : String(word)
    }
    let result = try Binary.run(arguments)
    #expect(result.status == 0, "\(result.messages)")
    #expect(!result.output.isEmpty)
  }
}
