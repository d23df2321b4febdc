import Foundation
import Lifting
import Simulation
import Testing

@testable import Web

@Suite("The page of measured sets") struct MeasureTests {
  /// Five slow reps of an encoder.
  var recording: [UInt8] {
    var lines = ["time_s,position_m"]
    for step in 0..<3000 {
      let seconds = Double(step) / 100
      let place = seconds.truncatingRemainder(dividingBy: 6)
      let height = place < 4 ? 0.5 - place / 8 : place < 5 ? (place - 4) / 2 : 0.5
      lines.append("\(seconds),\(height)")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  @Test("a recording becomes a page, and the page a set of the history, once")
  func kept() async throws {
    let recording = recording
    try await TestSite.run { site in
      var ada = try await site.owner()
      let page = try await ada.upload(
        "/measure", recording,
        fields: [
          ("exercise", "bench-press"), ("load", "60"), ("unit", "kg"), ("tempo", "4-0-1-1"),
        ])
      #expect(page.status == 200 && page.text.contains("<h1>Bench press, 5 reps</h1>"))
      #expect(page.text.contains("Lower 4 s, lift 1.1 s, hold 0.9 s"))
      // Styles of their own aren't let into pages.
      #expect(!page.text.contains("<style") && !page.text.contains("style=\""))
      let form = page.text.components(separatedBy: "action=\"/measure/keep\"").last ?? ""
      // As it comes, but for the rep that wasn't the athlete's own, and what only they know.
      let kept = LoopTests.fields(of: form).map { name, value in
        switch name {
        case "reps": (name, "4")
        case "repsInReserve": (name, "2")
        default: (name, value)
        }
      }
      #expect(kept.count >= 6)
      // What can't be is asked again, with the rest as it was typed.
      let wrong = kept.map { ($0.0, $0.0 == "load" ? "a lot" : $0.1) }
      let again = try await ada.post("/measure/keep", wrong)
      #expect(again.status == 422 && again.text.contains("a lot"))
      #expect(
        again.text.contains("name=\"reps\" inputmode=\"numeric\" autocomplete=\"off\" value=\"4\""))
      for _ in 0..<2 {
        #expect(try await ada.post("/measure/keep", kept).location == "/history")
      }
      let history = try await ada.get("/history").text
      #expect(history.contains("Bench press: 1 × 4, 60 kg"))
      let archive = try await ada.get("/settings/archive").text
      #expect(
        archive.contains(#""tempo":"4-0-1.1-0.9""#) && archive.contains(#""controlledReps":4"#))
    }
  }

  @Test("help, side and sticking regions of a measured set are kept as they were said")
  func whole() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let region = StickingRegion(
        startSeconds: 1, endSeconds: 2, startShare: 0.2, endShare: 0.4,
        minimumVelocityMetersPerSecond: 0.1)
      let set = WorkSet(exercise: "pull-up", reps: 4, stickingRegions: [region, region])
      let sent = String(decoding: try JSONEncoder.eccentricCompact.encode(set), as: UTF8.self)
      let form = [
        ("id", UUID().uuidString), ("set", sent), ("reps", "4"), ("load", "20"),
        ("load-unit", "lb"), ("load-way", "help"), ("side", "left"),
      ]
      #expect(try await ada.post("/measure/keep", form).location == "/history")
      let archive = try await ada.get("/settings/archive").text
      let kept = try #require(archive.split(separator: "\n").last { $0.contains("workSet") })
      #expect(kept.contains("\"stickingRegions\":[{") && kept.contains("\"side\":\"left\""))
      #expect(kept.contains("\"assistance\":\"20 lb\""))
    }
  }

  @Test("what isn't a recording is handed back with a reason") func refused() async throws {
    let recording = recording
    try await TestSite.run { site in
      var ada = try await site.owner()
      for (bytes, fields, sentence) in [
        ([], [], "Choose a recording first."),
        (Array("a,b\n1,2\n".utf8), [], "can’t be read as a recording"),
        (recording, [("tempo", "4-1")], "is not a tempo"),
        (recording, [("exercise", "bensh press")], "Did you mean Bench press"),
        (recording, [("load", "heavy")], "The weight is a number"),
        (Array("time_s,position_m\n0,0\n0.1,0.1\n".utf8), [], "too short"),
      ] as [([UInt8], [(String, String)], String)] {
        let page = try await ada.upload("/measure", bytes, fields: fields)
        #expect(page.status == 422 && page.text.contains(sentence), "\(sentence)")
      }
      // What nobody knows is measured by what repeats, and said.
      let unknown = try await ada.upload(
        "/measure", recording, fields: [("exercise", "zercher carousel")])
      #expect(unknown.status == 200 && unknown.text.contains("measured by what repeats"))
      for form in [[], [("id", UUID().uuidString), ("set", "{")], [("reps", "9999")]] {
        #expect(try await ada.post("/measure/keep", form).status == 400)
      }
      var stranger = Visitor(site: site)
      #expect(try await stranger.get("/measure").location == "/login")
    }
  }

  @Test("whatever is uploaded, there is an answer") func hostile() async throws {
    let recording = recording
    try await TestSite.run { site in
      var ada = try await site.owner()
      var random = SeededGenerator(seed: 71)
      for _ in 0..<20 {
        var bytes = recording
        for _ in 0..<Int.random(in: 1...200, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        let cut = Int.random(in: 0...bytes.count, using: &random)
        let page = try await ada.upload(
          "/measure", Array(bytes.prefix(cut)), fields: [("exercise", "")])
        #expect(page.status == 200 || page.status == 422)
      }
    }
  }
}
