import Foundation
import Lifting
import Simulation
import TestSupport
import Testing

@testable import Web

@Suite("The page of measured sets") struct MeasureTests {
  static let recording = SlowReps.csv

  private let asked = [
    ("exercise", "bench-press"), ("load", "60"), ("unit", "kg"), ("tempo", "4-0-1-1"),
  ]

  /// Hands a recording in and comes to its page.
  private func measured(
    _ ada: inout Visitor, _ fields: [(String, String)]
  ) async throws -> (address: String, id: String, text: String) {
    let answer = try await ada.upload("/measure", Self.recording, fields: fields)
    let address = try #require(answer.location)
    let id = try #require(address.split(separator: "=").last.map(String.init))
    return (address, id, try await ada.get(address).text)
  }

  private func lines(_ kind: String, _ ada: inout Visitor) async throws -> [String] {
    try await ada.get("/settings/archive").text.split(separator: "\n").map(String.init)
      .filter { $0.contains("\"kind\":\"\(kind)\"") }
  }

  @Test("a recording becomes a page, and the page a set of the history, once")
  func kept() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let page = try await measured(&ada, asked)
      #expect(page.text.contains("<h1>Bench press, 5 reps</h1>"))
      #expect(page.text.contains("Lower 4 s, lift 1.1 s, hold 0.9 s"))
      // Styles of their own aren't let into pages, and nothing measured travels in a field.
      #expect(!page.text.contains("<style") && !page.text.contains("style=\""))
      #expect(!page.text.contains("name=\"set\" value=\"{"))
      let keep = [
        ("id", page.id), ("what", "keep"), ("reps", "4"), ("load", "60"), ("load-unit", "kg"),
        ("controlledReps", ""), ("repsInReserve", "2"),
      ]
      // What can't be is asked again, with the rest as it was typed.
      let wrong = keep.map { ($0.0, $0.0 == "load" ? "a lot" : $0.1) }
      let again = try await ada.post("/measure/set", wrong)
      #expect(again.status == 422 && again.text.contains("a lot"))
      #expect(
        again.text.contains("name=\"reps\" inputmode=\"numeric\" autocomplete=\"off\" value=\"4\""))
      for _ in 0..<2 {
        let answer = try await ada.post("/measure/set", keep)
        #expect(answer.location?.hasPrefix("/history") == true)
      }
      #expect(try await ada.get("/history").text.contains("Bench press: 1 × 4, 60 kg"))
      let sets = try await lines("workSet", &ada)
      #expect(sets.count == 1 && sets.joined().contains(#""tempo":"4-0-1.1-0.9""#))
      let shown = try await ada.get(page.address).text
      #expect(
        shown.contains("In your log") && shown.contains("You logged 4 reps; measured were 5."))
      #expect(!shown.contains("Keep it as a set"))
    }
  }

  @Test("handed in twice it is one recording, said otherwise it says so") func twice() async throws
  {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let first = try await measured(&ada, asked)
      let second = try await measured(&ada, [("exercise", "bench-press"), ("load", "70")])
      #expect(first.id == second.id)
      #expect(second.text.contains("value=\"70\""))
      let list = try await ada.get("/measure").text
      #expect(list.components(separatedBy: first.id).count == 2)
      #expect(list.contains("Bench press: 5 reps"))
    }
  }

  @Test("a table of repetitions becomes sets as they are reported, without a picture")
  func table() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      // Of the day before; days come first.
      let text = String(decoding: try Fixture.bytes("Interchange/reps/vitruve.csv"), as: UTF8.self)
      let table = Array(text.replacing("02/06/2026", with: "01/03/2026").utf8)
      for _ in 0..<2 {
        let answer = try await ada.upload("/measure", table, fields: [])
        #expect(answer.location == "/measure")
      }
      let list = try await ada.get("/measure").text
      let ids = list.components(separatedBy: "/measure/set?id=").dropFirst().map {
        String($0.prefix(36))
      }
      #expect(ids.count == 3)
      let pages = try await [
        ada.get("/measure/set?id=\(ids[0])").text, ada.get("/measure/set?id=\(ids[1])").text,
        ada.get("/measure/set?id=\(ids[2])").text,
      ]
      let page = try #require(pages.first { $0.contains("With 60 kg") })
      #expect(page.contains("<h1>Bench press, 2 reps</h1>"))
      #expect(
        page.contains("As Vitruve reports it")
          && page.contains("a table of repetitions holds no motion"))
      #expect(page.contains("<td>0.62</td>") && page.contains("<td>1.95</td>"))
      #expect(!page.contains("Picture of the set") && !page.contains("Tempo asked for"))
      // Kept as a set it has its velocity, and no tempo that nobody reported.
      let id = try #require(zip(ids, pages).first { $0.1.contains("With 60 kg") }?.0)
      let answer = try await ada.post(
        "/measure/set",
        [
          ("id", id), ("what", "keep"), ("reps", "2"), ("load", "60"), ("load-unit", "kg"),
          ("controlledReps", ""), ("repsInReserve", ""),
        ])
      #expect(answer.location?.hasPrefix("/history") == true)
      let set = try #require(try await lines("workSet", &ada).first)
      #expect(set.contains("\"fastestLiftMetersPerSecond\":0.62") && !set.contains("tempo"))
      #expect(set.contains("\"at\":\"2026-03-01T"))
    }
  }

  @Test("whose sets of a table of several people are meant is asked")
  func severalPeople() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let table = try Fixture.bytes("Interchange/reps/enode.tsv")
      let asked = try await ada.upload("/measure", table, fields: [])
      #expect(asked.status == 422 && asked.text.contains("the sets of several people"))
      #expect(asked.text.contains("Bo Beispiel</option>"))
      let answer = try await ada.upload("/measure", table, fields: [("athlete", "Ada Muster")])
      #expect(answer.location == "/measure")
      let list = try await ada.get("/measure").text
      #expect(list.components(separatedBy: "/measure/set?id=").count == 3)
    }
  }

  @Test("it is attached to the set that was logged, whose tempo it becomes; none is added")
  func attached() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let id = UUID()
      let set = WorkSet(
        exercise: "bench-press", load: Load(external: .kilograms(62.5)), reps: 5, repsInReserve: 3,
        note: "felt easy")
      let fact = Fact(id: id, at: TestSite.start, .workSet(set))
      let encoded = try JSONEncoder.eccentric.encode(["facts": [fact]])
      let sent = String(decoding: encoded, as: UTF8.self)
      #expect(try await ada.post("/api/v1/facts", json: sent).status == 200)
      let page = try await measured(&ada, [("exercise", "bench-press")])
      #expect(page.text.contains("Is it of a set you logged?") && page.text.contains(id.uuidString))
      let answer = try await ada.post(
        "/measure/set", [("id", page.id), ("what", "attach"), ("set", id.uuidString)])
      #expect(answer.status == 200 && answer.text.contains("What it changes today"))
      let sets = try await lines("workSet", &ada)
      // The set as it was logged, and its correction.
      try #require(sets.count == 2)
      #expect(sets[1].contains("\"supersedes\":\"\(id.uuidString)\""))
      for said in [
        "\"reps\":5", "62.5 kg", "\"repsInReserve\":3", "felt easy", "\"tempo\":\"4-0-1.1-0.9\"",
      ] {
        #expect(sets[1].contains(said), "\(said)")
      }
      // Work needs the weight, which the log knows.
      #expect(try await ada.get(page.address).text.contains("J lowering"))
      // A rep that was none: the set follows what is put right.
      let before = try await lines("workSet", &ada).count
      _ = try await ada.post("/measure/set", [("id", page.id), ("what", "reverse")])
      let after = try await lines("workSet", &ada)
      #expect(after.count == before + 1)
      #expect(after.count { $0.contains("\"tempo\":\"1.1-0.9-4-0\"") } == 1)
      let history = try await ada.get("/history").text
      #expect(history.contains("Bench press: 1 × 5, 62.5 kg"))
      _ = try await ada.post("/measure/set", [("id", page.id), ("what", "detach")])
      #expect(try await ada.get(page.address).text.contains("Is it of a set you logged?"))
    }
  }

  @Test("put right, it stays so, each word can be taken back, and the archive carries it all")
  func corrected() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let page = try await measured(&ada, asked)
      let say = { (fields: [(String, String)]) async throws -> String in
        let answer = try await ada.post("/measure/set", [("id", page.id)] + fields)
        return try await ada.get(try #require(answer.location)).text
      }
      #expect(
        try await say([("what", "drop"), ("at", "8")]).contains("<h1>Bench press, 4 reps</h1>"))
      #expect(
        try await say([("what", "add"), ("from", "6"), ("to", "11")]).contains("5 reps</h1>"))
      #expect(try await say([("what", "join"), ("at", "14")]).contains("4 reps</h1>"))
      let reversed = try await say([("what", "reverse")])
      #expect(reversed.contains("Lower 1.1 s") && reversed.contains("No rep at 8 s."))
      // The first three are taken back, in any order.
      for place in ["3", "2", "0", "0"] {
        _ = try await say([("what", "take-back"), ("place", place)])
      }
      let again = try await ada.get(page.address).text
      #expect(again.contains("5 reps</h1>") && !again.contains("What you put right"))
      // Several edges at once, as the form sends them; what wasn't touched isn't said.
      let moved = try await say([
        ("what", "moved"), ("was0", "6"), ("now0", "6.4"), ("was1", "9.98"), ("now1", "9.98"),
        ("was2", "12"), ("now2", "12.25"),
      ])
      #expect(moved.contains("is at 6.4 s.") && moved.contains("is at 12.25 s."))
      #expect(!moved.contains("is at 9.98 s."))
      let nowhere = try await say([("what", "drop"), ("at", "900")])
      #expect(nowhere.contains("Nothing there answers to it."))
      for wrong in [
        [("what", "drop")], [("what", "add"), ("from", "x"), ("to", "2")],
        [("what", "moved"), ("was0", "1"), ("now0", "soon")],
      ] {
        let answer = try await ada.post("/measure/set", [("id", page.id)] + wrong)
        #expect(answer.status == 422 && answer.text.contains("role=\"alert\""))
      }
      let archive = try await ada.get("/settings/archive")
      #expect(
        archive.text.contains(#"{"kind":"move","to":6.4}"#) || archive.text.contains(#""to":6.4"#))
      var bob = try await CoachLimitsTests.invited("Bob", by: &ada)
      let brought = try await bob.upload("/import", Array(archive.text.utf8))
      #expect(brought.status == 200)
      let list = try await bob.get("/measure").text
      let theirs = try #require(
        list.components(separatedBy: "/measure/set?id=").dropFirst().first?.prefix(36))
      let copy = try await bob.get("/measure/set?id=\(theirs)").text
      #expect(copy.contains("is at 12.25 s.") && copy.contains("5 reps</h1>"))
      // Nobody sees another's.
      var eve = try await CoachLimitsTests.invited("Eve", by: &ada)
      #expect(try await eve.get(page.address).status == 404)
    }
  }

  @Test("deleted it can be brought back, erased its bytes are gone") func erased() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      let page = try await measured(&ada, asked)
      #expect(try await ada.get("/settings/archive").text.contains("{\"gzip\":"))
      _ = try await ada.post("/measure/set", [("id", page.id), ("what", "delete")])
      #expect(try await ada.get(page.address).status == 404)
      _ = try await ada.post("/history/entry", [("id", page.id), ("what", "bring-back")])
      #expect(try await ada.get(page.address).text.contains("5 reps</h1>"))
      _ = try await ada.post("/measure/set", [("id", page.id), ("what", "erase")])
      #expect(!(try await ada.get("/settings/archive").text.contains("{\"gzip\":")))
      _ = try await ada.post("/history/entry", [("id", page.id), ("what", "bring-back")])
      let gone = try await ada.get(page.address)
      #expect(gone.status == 200 && gone.text.contains("Its bytes aren’t here any more."))
    }
  }

  @Test("what isn't a recording is handed back with a reason, and not kept")
  func refused() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      for (bytes, fields, sentence) in [
        ([], [], "Choose a recording first."),
        (Array("a,b\n1,2\n".utf8), [], "can’t be read as a recording"),
        (Self.recording, [("tempo", "4-1")], "is not a tempo"),
        (Self.recording, [("exercise", "bensh press")], "Did you mean Bench press"),
        (Self.recording, [("load", "heavy")], "The weight is a number"),
        (Self.recording, [("load", "99999")], "more than anyone can lift"),
        (Array("time_s,position_m\n0,0\n0.1,0.1\n".utf8), [], "too short"),
      ] as [([UInt8], [(String, String)], String)] {
        let page = try await ada.upload("/measure", bytes, fields: fields)
        #expect(page.status == 422 && page.text.contains(sentence), "\(sentence)")
        #expect(!page.text.contains("Your recordings"))
      }
      // What nobody knows is measured by what repeats, and said.
      let unknown = try await measured(&ada, [("exercise", "zercher carousel")])
      #expect(unknown.text.contains("Nobody knows “zercher carousel”"))
      for form in [[], [("id", UUID().uuidString)], [("id", unknown.id), ("what", "fly")]] {
        #expect(try await ada.post("/measure/set", form).status == 404)
      }
      var stranger = Visitor(site: site)
      #expect(try await stranger.get("/measure").location == "/login")
    }
  }

  @Test("whatever is uploaded, there is an answer") func hostile() async throws {
    try await TestSite.run { site in
      var ada = try await site.owner()
      var random = SeededGenerator(seed: 71)
      for _ in 0..<20 {
        var bytes = Self.recording
        for _ in 0..<Int.random(in: 1...200, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
            in: 0...255, using: &random)
        }
        let cut = Int.random(in: 0...bytes.count, using: &random)
        let page = try await ada.upload(
          "/measure", Array(bytes.prefix(cut)), fields: [("exercise", "")])
        #expect(page.status == 303 || page.status == 422)
        if let address = page.location { #expect(try await ada.get(address).status == 200) }
      }
    }
  }
}
