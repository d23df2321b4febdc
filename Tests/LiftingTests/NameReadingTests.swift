import Lifting
import Testing

@Suite("What a name says of how an exercise was done")
struct NameReadingTests {
  @Test(
    "words of help, in any place and any brackets",
    arguments: [
      ("Chin Up (Assisted)", "chin-up"), ("assisted chin-ups", "chin-up"),
      ("Chin Up, band assisted", "chin-up"), ("Machine-Assisted Chin Up", "chin-up"),
      ("Chin up with help", "chin-up"), ("[Assistance] Chin-up", "chin-up"),
      ("Pull Up (Assisted)", "assisted-pull-up"), ("Pull Up (Band)", "assisted-pull-up"),
      ("Assisted Zercher Wheel", nil), ("Klimmzug (unterstützt)", nil),
    ])
  func assisted(_ name: String, _ id: String?) {
    let reading = Exercise.reading(of: name)
    #expect(reading.isAssisted)
    #expect(!reading.isNegative)
    #expect(reading.exercise?.id.rawValue == id)
  }

  @Test(
    "words of lowering alone",
    arguments: [
      ("Negative Pull Up", "pull-up"), ("Pull Up (Negative)", "pull-up"),
      ("Negative Chin-Up", "chin-up"), ("Push-up negatives", "push-up"),
      ("Bench Press, eccentric", "bench-press"), ("Eccentric-only bench press", "bench-press"),
      ("Jumping negative pull-ups", "pull-up"), ("Negative Zercher Wheel", nil),
      ("Exzentrische Klimmzüge", nil),
    ])
  func negative(_ name: String, _ id: String?) {
    let reading = Exercise.reading(of: name)
    #expect(reading.isNegative)
    #expect(!reading.isAssisted)
    #expect(reading.exercise?.id.rawValue == id)
  }

  @Test("both at once")
  func both() {
    let reading = Exercise.reading(of: "Chin Up (Assisted, Negative)")
    #expect(reading.isAssisted && reading.isNegative)
    #expect(reading.exercise?.id == "chin-up")
    #expect(Exercise.reading(of: "Assisted negative pull-up").exercise?.id == "assisted-pull-up")
  }

  @Test(
    "neither",
    arguments: [
      ("Chin Up (Weighted)", "chin-up"), ("Unassisted pull-up", "pull-up"),
      ("Pull-up without help", "pull-up"), ("Pull-up (non-assisted)", "pull-up"),
      ("Bench press (slow eccentric)", "bench-press"), ("Band row", "band-trap-row"),
      ("Machine row", "machine-row"), ("Zercher Wheel", nil), ("", nil), ("()", nil),
    ])
  func plain(_ name: String, _ id: String?) {
    let reading = Exercise.reading(of: name)
    #expect(!reading.isAssisted && !reading.isNegative)
    #expect(reading.exercise?.id.rawValue == id)
  }

  @Test("every name of the catalog is read as the row it belongs to")
  func catalog() {
    for exercise in Exercise.catalog {
      for name in [exercise.name] + exercise.aliases {
        #expect(Exercise.reading(of: name).exercise?.id == exercise.id, "\(name)")
      }
    }
  }
}
