import Foundation
import Interchange
import Lifting
import Testing

extension ImportedHistory {
  /// Every set in a line: its day and time, exercise, kind, repetitions and weight.
  fileprivate var lines: [String] {
    facts.compactMap {
      guard case .workSet(let set) = $0.body else { return nil }
      let kind = set.kind == .normal ? "" : " \(set.kind.rawValue)"
      return
        "\($0.at.ISO8601Format().prefix(16)) \(set.exercise.rawValue)\(kind) \(set.reps) × \(set.load.external)"
    }
  }
}

private func read(_ text: String, _ unit: Mass.Unit? = nil) -> ImportedHistory {
  HistoryFormat.read(Array(text.utf8), options: .greenwich(unit))
}

@Suite("Files of more programs and habits")
struct ForeignHistoryTests {
  @Test("Fitbod: instants with an offset, and warm-ups")
  func fitbod() {
    let history = read(
      """
      Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,multiplier
      2023-11-04 07:30:00 +0100,Barbell Squat,9,40.0,0.0,0.0,0.0,0.0,true,,1.0
      2023-11-04 07:30:00 +0100,Barbell Squat,6,90.0,0.0,0.0,0.0,0.0,false,,1.0
      2023-11-04 07:30:00 +0100,Running,0,0.0,900,2000,0.0,0.0,false,,1.0
      """)
    #expect(history.format == "Fitbod")
    #expect(
      history.lines == [
        "2023-11-04T06:30 squat warmUp 9 × 40 kg", "2023-11-04T06:30 squat 6 × 90 kg",
      ])
    #expect(!history.problems.hasErrors)
  }

  @Test("StrongLifts: a row holds an exercise's sets, and may end with them")
  func strongLifts() {
    let history = read(
      """
      Date (dd/mm/yyyy),Workout,Workout Name,Body Weight (LB),Exercise,Sets×Reps,Reps,Start Time (h:mm),Notes,Set 1 (Reps),Set 1 (LB),Set 2 (Reps),Set 2 (LB),Set 3 (Reps),Set 3 (LB)
      03/04/2025,1,A,180,Squat,5/5/4,14,6:15 PM,good,5,135,5,135,4,135
      03/04/2025,1,A,180,Bench Press,5,5,6:15 PM,,5,95
      03/04/2025,1,A,180,Bench Press,5,5,6:15 PM,,many,95,3,100,,
      """)
    #expect(history.format == "StrongLifts")
    #expect(history.workouts == 1)
    #expect(
      history.lines == [
        "2025-04-03T18:15 squat 5 × 135 lb", "2025-04-03T18:15 squat 5 × 135 lb",
        "2025-04-03T18:15 squat 4 × 135 lb", "2025-04-03T18:15 bench-press 5 × 95 lb",
        "2025-04-03T18:15 bench-press 3 × 100 lb",
      ])
    #expect(history.problems.map(\.line) == [4])
  }

  @Test("a table that counts sets and marks warm-ups")
  func countedSets() {
    let history = read(
      """
      Date,Exercise,Sets,Reps,Weight,isWarmup
      2024-03-01,Squat,1,8,20,TRUE
      2024-03-01,Squat,2,5,80,
      2024-03-01,Squat,0,5,90,
      2024-03-01,Squat,a few,5,95,
      2024-03-01,Squat,1,5,95,perhaps
      """, .kilograms)
    #expect(
      history.lines == [
        "2024-03-01T12:00 squat warmUp 8 × 20 kg", "2024-03-01T12:00 squat 5 × 80 kg",
        "2024-03-01T12:00 squat 5 × 80 kg",
      ])
    #expect(history.problems.filter { $0.severity == .error }.map(\.line) == [5, 6])
    #expect(Set(history.facts.map(\.id)).count == history.facts.count)
  }

  @Test("a comma in a name is found by what stands behind it", arguments: ["", "felt good"])
  func commas(_ comment: String) {
    let history = read(
      """
      Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Time,Comment
      2024-03-01,Lunge (Walking, Heavy, Slow),Legs,12.5,kgs,10,,,\(comment)
      2024-03-01,Squat,Legs, big,100,kgs,5,,,\(comment)
      2024-03-01,Row,Back,50,kgs,8,,,\(comment)
      2024-03-01,Row,Back,fifty,more,kgs,8,,,\(comment)
      """)
    #expect(
      history.lines == [
        "2024-03-01T12:00 unlisted:Lunge (Walking, Heavy, Slow) 10 × 12.5 kg",
        "2024-03-01T12:00 squat 5 × 100 kg", "2024-03-01T12:00 barbell-row 8 × 50 kg",
      ])
    #expect(history.problems.filter { $0.severity == .error }.map(\.line) == [5])
    #expect(history.problems.contains { $0.line == 2 && $0.message.contains("comma") })
  }

  @Test(
    "a column may be called by its unit", arguments: [("kg", "km"), ("lb", "mi"), ("lbs", "mi")])
  func unitAsColumn(_ unit: String, _ distance: String) {
    let history = read(
      """
      Date,Workout Name,Exercise Name,Set Order,\(unit),Reps,\(distance),Seconds,Notes
      2016-01-09 08:30:55,"D1","Squat",0,95.0,6,0.0,0,""
      2016-01-09 08:30:55,"D1","Running",0,0.0,0,1.5,600,""
      """)
    #expect(history.lines == ["2016-01-09T08:30 squat 6 × 95 \(unit.prefix(2))"])
    #expect(history.problems.map(\.severity) == [.warning])
  }

  @Test("a file has one order of day and month")
  func order() {
    func days(_ dates: String...) -> [String] {
      read(
        "Date,Exercise,Weight (kg),Reps\n" + dates.map { "\($0),Squat,80,5\n" }.joined()
      ).lines.map { String($0.prefix(10)) }
    }
    #expect(days("03/04/2021", "13/04/2021") == ["2021-04-03", "2021-04-13"])
    #expect(days("03/04/2021", "04/13/2021") == ["2021-03-04", "2021-04-13"])
    #expect(days("03/04/2021", "05/06/2021").isEmpty)
    // Both orders in one file: only what is beyond doubt.
    #expect(days("03/04/2021", "04/13/2021", "14/04/2021") == ["2021-04-13", "2021-04-14"])
  }

  @Test(
    "the months of a phone's language, in order",
    arguments: [
      "oca şub mar nis may haz tem ağu eyl eki kas ara",
      "янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.",
      "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
      "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
      "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "sty lut mar kwi maj cze lip sie wrz paź lis gru",
      "січ лют бер кві тра чер лип сер вер жов лис гру",
    ])
  func months(_ names: String) {
    let rows = names.split(separator: " ").map { "D,\"5 \($0) 2022, 09:00\",Squat,normal,60,5\n" }
    let history = read(
      "title,start_time,exercise_title,set_type,weight_kg,reps\n" + rows.joined())
    #expect(
      history.lines.map { $0.prefix(7) } == (1...12).map { $0 < 10 ? "2022-0\($0)" : "2022-\($0)" })
  }

  @Test("a month of an unknown language refuses the whole file in one sentence")
  func unknownMonth() {
    let history = read(
      """
      title,start_time,exercise_title,set_type,weight_kg,reps
      D,"5 Mar 2022, 09:00",Squat,normal,60,5
      D,"5 Brumaire 2022, 09:00",Squat,normal,60,5
      D,"6 Brumaire 2022, 09:00",Squat,normal,60,5
      """)
    #expect(history.facts.isEmpty)
    #expect(history.problems.map(\.line) == [3])
    #expect(history.problems.hasErrors)
  }
}
