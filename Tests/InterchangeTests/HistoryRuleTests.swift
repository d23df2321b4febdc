import Foundation
import Interchange
import Lifting
import Testing

/// A Hevy export with these rows, each beginning with the exercise.
private func hevy(_ rows: String..., unit: String = "kg", start: String = "1 Mar 2025, 08:00")
  -> ImportedHistory
{
  let header = "title,start_time,exercise_title,set_type,weight_\(unit),reps,rpe,exercise_notes\n"
  let text = header + rows.map { "Day,\"\(start)\",\($0)\n" }.joined()
  return HistoryFormat.read(Array(text.utf8), options: .greenwich())
}

extension ImportedHistory {
  fileprivate var workSets: [WorkSet] {
    facts.compactMap { if case .workSet(let set) = $0.body { set } else { nil } }
  }
}

@Suite("How rows become sets")
struct HistoryRuleTests {
  @Test(
    "the effort is turned into repetitions in reserve, rounded down",
    arguments: [
      ("10", 0), ("9.5", 0), ("9", 1), ("8.5", 1), ("7", 3), ("5", 5), ("4.5", nil), ("0", nil),
      ("", nil), ("11", nil), ("-1", nil), ("hard", nil),
    ])
  func effort(_ written: String, _ reserve: Int?) throws {
    let history = hevy("Squat,normal,100,5,\(written),")
    #expect(try #require(history.workSets.first).repsInReserve == reserve)
    #expect(history.problems.isEmpty != ["11", "-1", "hard"].contains(written))
  }

  @Test("a set to failure has nothing in reserve, whatever the effort says")
  func failure() {
    let sets = hevy("Squat,failure,100,5,,", "Squat,failure,100,4,8,").workSets
    #expect(sets.map(\.repsInReserve) == [0, 0])
    #expect(sets.map(\.kind) == [.normal, .normal])
  }

  @Test("what is held or carried is kept with its seconds or meters; what is neither is left out")
  func endurance() throws {
    let header =
      "title,start_time,exercise_title,set_type,weight_kg,reps,distance_km,duration_seconds\n"
    func read(_ row: String) -> ImportedHistory {
      let text = header + "Day,\"1 Mar 2025, 08:00\",\(row)\n"
      return HistoryFormat.read(Array(text.utf8), options: .greenwich())
    }
    let plank = try #require(read("Plank,normal,10,,,75").workSets.first)
    #expect(plank.holdSeconds == 75 && plank.reps == 1 && plank.load.external == .kilograms(10))
    let carry = try #require(read("Farmers Walk,normal,32,,0.04,30").workSets.first)
    #expect(carry.carriedMeters == 40 && carry.holdSeconds == nil && carry.reps == 1)
    #expect(read("Farmers Walk,normal,32,,,30").workSets.first?.holdSeconds == 30)
    #expect(read("Treadmill,normal,,,2.5,900").workSets.isEmpty)
    let long = read("Plank,normal,,,,90000")
    #expect(long.workSets.isEmpty && long.problems.first?.message.contains("90000") == true)
    let fitNotes =
      "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
    func note(_ row: String) -> ImportedHistory {
      HistoryFormat.read(Array((fitNotes + "2025-03-01,\(row),\n").utf8), options: .greenwich())
    }
    #expect(note("Plank,Abs,,,,,,0:01:30").workSets.first?.holdSeconds == 90)
    #expect(note("Farmers Walk,Legs,40,kgs,,100,ft,").workSets.first?.carriedMeters == 100 * 0.3048)
    #expect(
      note("Farmers Walk,Legs,40,kgs,,100,,").problems.first?.message.contains("unit") == true)
  }

  @Test("warm-ups are warm-ups; drop sets and unknown kinds are sets")
  func kinds() {
    let sets = hevy(
      "Squat,warmup,60,5,,", "Squat,dropset,60,5,,", "Squat,drop,60,5,,", "Squat,cluster,60,5,,"
    ).workSets
    #expect(sets.map(\.kind) == [.warmUp, .normal, .normal, .normal])
  }

  @Test("a negative weight is assistance where the body is lifted, and where nobody knows")
  func assistance() {
    let history = hevy("Pull Up,normal,-20,5,,", "Some Thing,normal,-20,5,,")
    #expect(
      history.workSets.map(\.load) == [
        Load(assistance: .kilograms(20)), Load(assistance: .kilograms(20)),
      ])
    #expect(!history.problems.hasErrors)
  }

  @Test("the weight of an assisted exercise is assistance, with or without a minus")
  func assisted() {
    let sets = hevy(
      "Pull Up (Assisted),normal,20,5,,", "Pull Up (Assisted),normal,-20,5,,",
      "Chest Dip (Assisted),normal,15,5,,", "Triceps Dip (Assisted),normal,0,5,,"
    ).workSets
    #expect(
      sets.map(\.load) == [
        Load(assistance: .kilograms(20)), Load(assistance: .kilograms(20)),
        Load(assistance: .kilograms(15)), .body,
      ])
  }

  @Test("a weight is kept in the unit it was written in")
  func units() {
    #expect(
      hevy("Squat,normal,225,5,,", unit: "lbs").workSets.map(\.load.external) == [.pounds(225)])
    #expect(hevy("Squat,normal,100,5,,").workSets.map(\.load.external) == [.kilograms(100)])
  }

  @Test(
    "no weight is no weight, however it is written", arguments: ["", "0", "0.0", "-0", "1e-12"])
  func noWeight(_ written: String) {
    let history = hevy("Push Up,normal,\(written),5,,")
    #expect(history.workSets.map(\.load) == [.body])
    #expect(history.problems.isEmpty)
  }

  @Test("rows without repetitions are counted in one warning an exercise")
  func withoutRepetitions() {
    let history = hevy(
      "Plank,normal,,,,", "Squat,normal,100,5,,", "Plank,normal,,0,,", "Run,normal,,,,")
    #expect(history.sets == 1)
    #expect(history.rowsNotUnderstood == 0)
    #expect(history.problems.map(\.severity) == [.warning, .warning])
    #expect(history.problems.map(\.line) == [2, 5])
    #expect(history.problems[0].message.hasPrefix("2 rows of “Plank”"))
  }

  @Test("an unknown exercise is asked about once, and its sets are kept")
  func unknownExercise() {
    let history = hevy("Bench Pres,normal,60,5,,", "Bench Pres,normal,60,5,,", "Zzz,normal,1,5,,")
    #expect(history.sets == 3)
    #expect(
      history.workSets.map(\.exercise.rawValue) == [
        "unlisted:Bench Pres", "unlisted:Bench Pres", "unlisted:Zzz",
      ])
    #expect(history.workSets.allSatisfy { $0.nameAsWritten != nil })
    #expect(history.problems.map(\.line) == [2, 4])
    #expect(history.problems[0].hint?.contains("“Bench press”") == true)
    #expect(history.problems[1].hint == "say under Your exercises what it is like")
  }

  @Test("without a unit nothing is guessed")
  func noUnit() {
    let text = """
      Date,Workout Name,Exercise Name,Set Order,Weight,Reps
      2024-02-01 07:00:00,Push,Bench Press (Barbell),1,80,5
      """
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.format == "Strong")
    #expect(history.facts.isEmpty)
    #expect(
      history.problems.map(\.text) == [
        "1:43: error: the file doesn't say whether its weights are kilograms or pounds (choose kg or lb, then read it again)"
      ])
    let told = HistoryFormat.read(Array(text.utf8), options: .greenwich(.pounds))
    #expect(told.workSets.map(\.load.external) == [.pounds(80)])
  }

  @Test("a column of units that is empty in one row costs that row only, unless the unit is known")
  func unitMissingInARow() {
    let text = """
      Date,Exercise,Weight,Weight Unit,Reps
      2024-02-01,Squat,80,kgs,5
      2024-02-01,Squat,80,,5
      2024-02-01,Push Up,0,,5
      """
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.sets == 2)
    #expect(history.problems.map(\.line) == [3])
    #expect(HistoryFormat.read(Array(text.utf8), options: .greenwich(.kilograms)).sets == 3)
  }

  @Test("columns may stand in any order and be unknown")
  func columnOrder() {
    let text = """
      Reps;Mood;Set Order;Exercise Name;Weight (kg);Date
      5;🙂;1;Squat (Barbell);100;2024-02-01 07:00:00
      """
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.format == "Strong")
    #expect(history.workSets.map(\.load.external) == [.kilograms(100)])
    #expect(history.problems.isEmpty)
  }

  @Test("local times go through the reader's clock")
  func localTimes() {
    let text = "Date,Exercise,Weight (kg),Reps\n2024-02-01,Squat,80,5\n2024-07-01,Squat,80,5\n"
    // Two hours east in summer, one in winter.
    let options = ImportOptions { local in
      Date(timeIntervalSince1970: Double(local - (local > 1_711_846_800 ? 7200 : 3600)))
    }
    let history = HistoryFormat.read(Array(text.utf8), options: options)
    #expect(
      history.facts.map { $0.at.ISO8601Format() } == [
        "2024-02-01T11:00:00Z", "2024-02-01T11:00:00Z", "2024-07-01T10:00:00Z",
        "2024-07-01T10:00:00Z",
      ])
    let days = history.days { Day($0, utcOffsetSeconds: 7200) }
    #expect(days?.lowerBound == Day("2024-02-01"))
    #expect(days?.upperBound == Day("2024-07-01"))
  }

  @Test("sets of a workout keep their order in the history")
  func order() {
    let rows = (1...40).map { "Day,\"1 Mar 2025, 08:00\",Squat,normal,100,\($0),,\n" }
    let text =
      "title,start_time,exercise_title,set_type,weight_kg,reps,rpe,exercise_notes\n" + rows.joined()
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(History(history.facts).sets.map(\.value.reps) == Array(1...40))
    #expect(history.workouts == 1)
    #expect(Set(history.workSets.map(\.session)).count == 1)
  }

  @Test("a flood of the same problem is counted, and every row of it")
  func flood() {
    let rows = String(repeating: "Day,\"1 Mar 2025, 08:00\",Squat,normal,100,many,,\n", count: 5000)
    let text = "title,start_time,exercise_title,set_type,weight_kg,reps,rpe,exercise_notes\n" + rows
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    #expect(history.rowsNotUnderstood == 5000)
    #expect(history.problems.count == 101)
    #expect(
      history.problems.last?.message
        == "4900 more rows like these were left out, the last in line 5001")
  }

  @Test("a recording isn't taken for a history, nor a history for a recording")
  func mixedUp() {
    let recording = HistoryFormat.read(
      Array("time_s,position_m\n0,1\n".utf8), options: .greenwich())
    #expect(
      recording.problems.map(\.message) == [
        "this is a recording of one set, not a training history"
      ])
    let history = RecordingFormat.read(
      Array("Date,Exercise,Weight (kg),Reps\n2024-02-01,Squat,80,5\n".utf8))
    #expect(
      history.problems.map(\.message) == [
        "this is a training history from FitNotes, not a recording"
      ])
  }

  @Test("every format has its own id and name")
  func formats() {
    #expect(
      HistoryFormat.all.map(\.id) == [
        "strong", "hevy", "fitbod", "stronglifts", "fitnotes", "liftlog", "eccentric",
      ])
    #expect(Set(HistoryFormat.all.map(\.name)).count == HistoryFormat.all.count)
    #expect(Set(RecordingFormat.all.map(\.id)).count == RecordingFormat.all.count)
  }
}
