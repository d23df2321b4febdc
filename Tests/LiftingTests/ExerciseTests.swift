import Lifting
import Testing

@testable import Lifting

@Suite("Exercises") struct ExerciseTests {
  @Test("there are at least sixty, each with its own id") func ids() {
    #expect(Exercise.catalog.count >= 60)
    #expect(Set(Exercise.catalog.map(\.id)).count == Exercise.catalog.count)
  }

  @Test("no name means two exercises") func names() {
    var owners: [String: Exercise.ID] = [:]
    for exercise in Exercise.catalog {
      for name in [exercise.id.rawValue, exercise.name] + exercise.aliases {
        let key = Exercise.key(of: name)
        if let owner = owners[key] {
          #expect(
            owner == exercise.id, "“\(name)” is \(owner.rawValue) and \(exercise.id.rawValue)")
        }
        owners[key] = exercise.id
      }
    }
  }

  @Test("every row makes sense", arguments: Exercise.catalog) func row(_ exercise: Exercise) {
    #expect(exercise.id.rawValue.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
    #expect(!exercise.shares.isEmpty)
    #expect(exercise.shares.values.allSatisfy { $0 > 0 && $0 <= 1 })
    #expect((0...1).contains(exercise.bodyMassFraction))
    #expect((1.2...1.5).contains(exercise.eccentricRatio.value))
    #expect(exercise.begins == .eccentric || exercise.begins == .concentric)
    // A weight that can pin you needs somebody or something on its way up.
    if exercise.safety == .spotterOrSafeties {
      #expect(!exercise.waysUp.contains(.jump))
      #expect(!exercise.equipment.isDisjoint(with: [.rack, .machine]))
    }
  }

  @Test(
    "names are found however they are written",
    arguments: [
      ("Bench Press (Barbell)", "bench-press"), ("barbell bench press", "bench-press"),
      ("Pull Up", "pull-up"), ("Pullups", "pull-up"), ("pull-ups", "pull-up"),
      ("Pull Up (Assisted)", "assisted-pull-up"), ("Bicep Curl (Dumbbell)", "biceps-curl"),
      ("Incline Bench Press (Dumbbell)", "incline-dumbbell-press"), ("RDL", "romanian-deadlift"),
      ("Squat (Barbell)", "squat"), ("Calf Raises", "standing-calf-raise"),
      ("Triceps Pushdown (Cable)", "triceps-pushdown"), ("DB Row", "dumbbell-row"),
      ("Crunches", "crunch"), ("Lat Pulldown (Cable)", "lat-pulldown"), ("OHP", "overhead-press"),
      ("seated-cable-row", "seated-cable-row"), ("Nordic Hamstring Curl", "nordic-curl"),
    ]) func found(_ name: String, _ id: String)
  {
    #expect(Exercise.named(name)?.id.rawValue == id)
  }

  @Test("a misspelt name gets a suggestion, nonsense gets none") func suggestions() {
    #expect(Exercise.suggestions(for: "Bensh Press").first?.id == "bench-press")
    #expect(Exercise.suggestions(for: "pul up").first?.id == "pull-up")
    #expect(Exercise.named("Zercher Carousel") == nil)
    #expect(Exercise.suggestions(for: "qqqq").isEmpty)
    #expect(Exercise.suggestions(for: "").isEmpty)
  }

  @Test("easier relatives are those of a row, and no variant is the same lift as an assisted one")
  func easier() throws {
    let known = Set(Exercise.catalog.map(\.id))
    for exercise in Exercise.catalog {
      for easier in exercise.easier { #expect(known.contains(easier), "\(exercise.id) \(easier)") }
    }
    for variant in Exercise.variants.compactMap(\.self) {
      #expect(variant.easier.isEmpty, "\(variant.id)")
    }
    func same(_ id: Exercise.ID) throws -> Set<Exercise.ID> {
      Set(try #require(Exercise.with(id)).sameLift.map(\.id))
    }
    #expect(try same("assisted-pull-up") == ["pull-up", "chin-up"])
    #expect(try same("pull-up") == ["assisted-pull-up"])
    #expect(try same("ring-pull-up").isEmpty && same("ring-dip").isEmpty)
    #expect(try same("assisted-dip") == ["dip"])
  }
}
