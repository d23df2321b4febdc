import Lifting
import ProgramText
import Testing

@Suite("Another exercise in the place of one") struct ExchangeTests {
  private static let text = """
    ---
    title: Mine
    ---
    ## A
    Keep **calm**.
    - A1. Bench press: 3 x 8 @ 70%, tempo 3-0-1-0, then 1 x 4 negative @ 75%, 4 s, help up
      Elbows in.
    - A2. Squat: 3 x 5 @ 100 kg, add 2.5 kg a week
    ## B
    - Bench press: 2 x 5 @ 60 kg, keep 2 in reserve

    """

  private func exchanged(_ exercise: Exercise.ID, _ other: Exercise.ID) throws -> (String, Int) {
    var program = Program.parse(Self.text).program
    let count = try program.exchange(exercise, for: try #require(Exercise.with(other)))
    #expect(!Program.parse(program.text).diagnostics.hasErrors, "\(program.text)")
    return (program.text, count)
  }

  @Test("every line of it, and nothing else, is another") func lines() throws {
    let (text, count) = try exchanged("bench-press", "dumbbell-bench-press")
    #expect(count == 2)
    #expect(
      !text.contains("- A1. Bench press") && text.contains("A1. Dumbbell bench press: 3 x 8 @ 70%"))
    #expect(text.contains("- Dumbbell bench press: 2 x 5, keep 2 in reserve"))
    #expect(text.contains("A2. Squat: 3 x 5 @ 100 kg, add 2.5 kg a week"))
    #expect(text.contains("Keep **calm**.") && text.contains("Elbows in."))
  }

  @Test(
    "weights and their growth don't carry over; a negative gets a way up, or becomes a slow set")
  func weights() throws {
    let (squat, _) = try exchanged("squat", "leg-press")
    #expect(squat.contains("A2. Leg press: 3 x 5\n"))
    let (held, _) = try exchanged("bench-press", "machine-chest-press")
    #expect(held.contains("1 x 4 negative @ 75%, 4 s"))
    let none = try #require(Exercise.catalog.first { $0.waysUp.isEmpty && !$0.isHeld })
    let (slow, _) = try exchanged("bench-press", none.id)
    #expect(!slow.contains("negative"))
  }

  @Test("what isn't planned changes nothing") func none() throws {
    let (text, count) = try exchanged("dip", "push-up")
    #expect(count == 0 && text == Self.text)
  }

  @Test("like ones are done for the same, with what there is, the easier relatives first")
  func alike() throws {
    let bench = try #require(Exercise.with("bench-press"))
    let alike = bench.alike(with: [.dumbbells, .bench])
    #expect(alike.first?.id == "dumbbell-bench-press")
    for other in alike {
      #expect(other.equipment.isSubset(of: [.dumbbells, .bench]) && other.id != bench.id)
      #expect(!Set(other.primeMovers).isDisjoint(with: bench.primeMovers))
    }
    for other in bench.alike(with: []) { #expect(other.equipment.isEmpty) }
    let plank = try #require(Exercise.with("plank"))
    for other in plank.alike(with: Set(Equipment.allCases)) { #expect(other.isHeld) }
  }
}
