import Calibration
import Foundation
import Lifting
import Physiology
import TestSupport
import Testing

/// Tables in `docs/Physiology.md` that are made from the code. `ECCENTRIC_GOLDEN=rewrite` rewrites
/// them.
@Suite("The documentation of the models", .serialized) struct DocumentationTests {
  static let file = Fixture.repository.appending(path: "docs/Physiology.md")

  /// The text after a marker, up to the next empty line after it.
  static func hold(_ table: String, at marker: String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- \(marker) -->\n\n"))
    let end = text.range(of: "\n\n", range: start.upperBound..<text.endIndex)?.lowerBound
    let held = text[start.upperBound..<(end ?? text.endIndex)]
    if ProcessInfo.processInfo.environment["ECCENTRIC_GOLDEN"] == "rewrite" {
      let rewritten = text.replacingCharacters(
        in: start.upperBound..<(end ?? text.endIndex), with: table)
      try Data(rewritten.utf8).write(to: file)
    } else {
      #expect(String(held).trimmingCharacters(in: .newlines) == table)
    }
  }

  @Test("the table of parameters is the code’s") func parameters() throws {
    let fitted = Set(Fitting.free.map(\.name))
    let rows = ModelParameters.table.map { row in
      let source = fitted.contains(row.name) ? "fitted" : row.source.citation
      return
        "| `\(row.name)` | \(row.value(ModelParameters()).short(decimals: 3)) | \(row.unit) | \(row.meaning) | \(source) | \(row.source.confidence.rawValue) |"
    }
    try Self.hold(
      ([
        "| parameter | value | unit | meaning | source | |",
        "| --- | --- | --- | --- | --- | --- |",
      ]
        + rows).joined(separator: "\n"), at: "parameters")
  }

  @Test("the table of errors is what the fit gives") func calibration() throws {
    // Some seconds of arithmetic; without optimization, minutes.
    guard Effort.cases(0, thorough: 1) > 0 else { return }
    let trials = try TrialTests.all()
    func table(_ predicted: [Trial]) -> [String: CalibrationError] {
      Dictionary(
        uniqueKeysWithValues: CalibrationError.byGroup(predicted).map { ($0.group, $0) })
    }
    let within = table(trials.map { $0.predicted() })
    let errors = CalibrationError.byGroup(Fitting.leavingOneStudyOut(trials))
    let rows = errors.map { error in
      let decimals = error.isFraction ? 2 : 1
      return
        "| \(error.group) | \(error.observations) | \(error.studies) | \(error.rootMeanSquare.short(decimals: decimals)) | \(error.mean.short(decimals: decimals)) | \((error.covered * 100).short(decimals: 0)) % | \((within[error.group]?.rootMeanSquare ?? 0).short(decimals: decimals)) |"
    }
    try Self.hold(
      ([
        "| leaving one study out | observations | studies | RMSE | mean error | within the 90 % range | RMSE with all |",
        "| --- | --- | --- | --- | --- | --- | --- |",
      ] + rows).joined(separator: "\n"), at: "calibration")
  }
}
