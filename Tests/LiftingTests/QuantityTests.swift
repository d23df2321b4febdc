import Foundation
import Lifting
import Simulation
import Testing

@Suite("Quantities") struct QuantityTests {
  @Test(
    "a mass stays as it was typed and reads back",
    arguments: ["45 lb", "20 kg", "12.5 kg", "0 kg", "0.00001 kg"])
  func mass(_ text: String) throws {
    #expect(Mass(text)?.description == text)
    let json = try JSONEncoder.eccentric.encode([try #require(Mass(text))])
    #expect(try JSONDecoder.eccentric.decode([Mass].self, from: json) == [Mass(text)])
  }

  @Test(
    "what isn't a mass is none",
    arguments: [
      "20", "kg", "-5 kg", "1.2.3 lb", "20 stone", "", "NaN kg", "1e3 kg", ". kg", "5. kg",
    ])
  func noMass(_ text: String) { #expect(Mass(text) == nil) }

  @Test("kilograms and pounds weigh what they weigh") func pounds() throws {
    #expect(abs(try #require(Mass("45 lb")).kilograms - 20.411_656_65) < 1e-9)
    #expect(try #require(Mass("45 lb")) < Mass.kilograms(20.5))
    #expect(Mass.kilograms(20).converted(to: .pounds).converted(to: .kilograms).kilograms == 20)
    #expect(Mass.kilograms(-1) == .zero && Mass.kilograms(.nan) == .zero)
  }

  @Test("loads are rounded down, never up") func rounding() {
    #expect(Mass.kilograms(23.9).roundedDown(to: .kilograms(2.5)) == .kilograms(22.5))
    #expect(Mass.kilograms(22.5).roundedDown(to: .kilograms(2.5)) == .kilograms(22.5))
    #expect(Mass.kilograms(10).roundedDown(to: .pounds(5)) == .pounds(20))
    #expect(Mass.kilograms(10).roundedDown(to: .zero) == .kilograms(10))
  }

  @Test("numbers are written short, and never with an exponent") func short() {
    let numbers: [(Double, String)] = [
      (5, "5"), (0.1, "0.1"), (-2.5, "-2.5"), (1e-5, "0.00001"), (1.25e-7, "0.000000125"),
      (1e16, "10000000000000000"), (1.5e20, "150000000000000000000"), (-3e-6, "-0.000003"),
    ]
    for (number, text) in numbers { #expect(number.short == text) }
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let number =
        Double.random(in: 0...1, using: &random)
        * Double(sign: .plus, exponent: Int.random(in: -60...60, using: &random), significand: 1)
      #expect(Double(number.short) == number)
    }
  }

  @Test("assistance takes away, and never below nothing") func load() throws {
    let pullUp = try #require(Exercise.with("pull-up"))
    let body = Mass.kilograms(80)
    #expect(Load.body.kilograms(in: pullUp, bodyMass: body) == 80)
    #expect(Load(external: .kilograms(10)).kilograms(in: pullUp, bodyMass: body) == 90)
    #expect(Load(assistance: .kilograms(30)).kilograms(in: pullUp, bodyMass: body) == 50)
    #expect(Load(assistance: .kilograms(300)).kilograms(in: pullUp, bodyMass: body) == 0)
    let bench = try #require(Exercise.with("bench-press"))
    #expect(Load(external: .kilograms(60)).kilograms(in: bench, bodyMass: body) == 60)
    #expect(Load(assistance: .kilograms(15)).text(in: pullUp) == "body weight − 15 kg")
  }

  @Test(
    "a tempo reads and prints",
    arguments: ["4-1-2-0", "4-1-X-0", "8-0-A-0", "3.1-0.4-1.1-0.9", "X-0-X-0"])
  func tempo(_ text: String) { #expect(Tempo(text)?.description == text) }

  @Test(
    "what isn't a tempo is none",
    arguments: [
      "4-1-2", "4-1-2-0-1", "A-0-1-0", "4-X-1-0", "4-1-2-A", "", "---", "4--2-0", "999-0-1-0",
      "４-1-2-0",
    ])
  func noTempo(_ text: String) { #expect(Tempo(text) == nil) }

  @Test("days are those of the calendar") func days() throws {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("2026-03-02")?.weekday == .monday)
    #expect(Day("2024-02-29")?.description == "2024-02-29")
    #expect(Day("2026-02-29") == nil && Day("2026-13-01") == nil && Day("26-01-01") == nil)
    for number in stride(from: -800_000, through: 800_000, by: 997) {
      let day = Day(number: number)
      guard day.year > 0 else { continue }
      #expect(Day(day.description) == day)
    }
    let instant = Date(timeIntervalSince1970: 1_772_492_400)  // 2026-03-02T23:00:00Z
    #expect(Day(instant, utcOffsetSeconds: 0).description == "2026-03-02")
    #expect(Day(instant, utcOffsetSeconds: 3600).description == "2026-03-03")
    #expect(Day(Date(timeIntervalSince1970: .nan), utcOffsetSeconds: 0).number == 0)
  }

  @Test("JSON for people folds what fits on a line, and stays JSON") func readable() throws {
    struct Deep: Codable, Equatable {
      var text = "a { tricky [ line }"
      var list = [1, 2, 3]
      var lists = Array(repeating: ["key": "a rather long value that fills the line"], count: 4)
    }
    let text = try Deep().readableJSON()
    #expect(text.contains("\"list\" : [1, 2, 3],"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try JSONDecoder().decode(Deep.self, from: Data(text.utf8)) == Deep())
  }
}
