import Foundation
import Lifting
import Prescribing
import TestSupport
import Testing

@Suite("The coming week") struct WeekTests {
  /// A Monday, 17:00.
  let now = Date(timeIntervalSince1970: 1_772_470_800)

  let program = """
    ## Push
    - Triceps pushdown: 3 x 8, then 1 x 5 negative, 4 s, two up
    ## Pull
    - Biceps curl: 3 x 8, then 1 x 5 negative, 4 s, help up
    ## Legs
    - Leg extension: 3 x 8, then 1 x 5 negative, 4 s, two up
    """

  func scenario(_ program: String, birthYear: Int = 1990) -> Scenario {
    var history = History()
    history.athlete = Athlete(
      birthYear: birthYear, bodyMass: .kilograms(80), trainingMonths: 30, company: .partner)
    history.screening = Screening()
    history.program = ProgramChoice(text: program)
    return Scenario(now: now, history: history)
  }

  func place(_ scenario: Scenario, _ days: Set<Day.Weekday>? = nil) throws -> Week {
    try #require(outlook(scenario, available: days).week)
  }

  @Test("three workouts on three free days, in their order") func inOrder() throws {
    let week = try place(scenario(program), [.monday, .wednesday, .friday])
    #expect(week.sessions.map(\.title) == ["Push", "Pull", "Legs"])
    #expect(week.sessions.map(\.day.weekday) == [.monday, .wednesday, .friday])
    #expect(week.sessions.allSatisfy { $0.withoutEmphasis.isEmpty && !$0.because.isEmpty })
  }

  @Test("with all days free a day lies between two sessions") func spread() throws {
    let days = try place(scenario(program)).sessions.map(\.day)
    #expect(days.count == 3)
    #expect(zip(days, days.dropFirst()).allSatisfy { $1 - $0 >= 2 })
  }

  @Test("the same body part waits two days for its next negatives, and three from sixty on")
  func gaps() throws {
    let twice =
      "## A\n- Biceps curl: 1 x 5 negative, 4 s, help up\n## B\n- Hammer curl: 1 x 5 negative, 4 s, help up\n"
    let young = try place(scenario(twice)).sessions.map(\.day)
    #expect(young.count == 2 && young[1] - young[0] == 2)
    let older = try place(scenario(twice, birthYear: 1955)).sessions
    #expect(older.count == 2 && older[1].day - older[0].day == 3)
  }

  @Test("where days are too few the rest moves on, and nothing is made up for") func tooFew() throws
  {
    let week = try place(scenario(program), [.tuesday])
    #expect(week.sessions.map(\.title) == ["Push"])
    #expect(week.sentences.contains { $0.contains("nothing is made up for") })
  }

  @Test("a program of several weeks asks for one of them a week") func ofAWeek() throws {
    let weeks = """
      # Weeks 1-4
      ## Pull A
      - Lat pulldown: 3 x 8
      ## Pull B
      - Biceps curl: 3 x 8
      """
    let week = try place(scenario(weeks), [.monday, .thursday])
    #expect(week.sessions.map(\.title) == ["Week 1, Pull A", "Week 1, Pull B"])
    #expect(week.sentences.isEmpty, "\(week.sentences)")
    #expect(try place(scenario(weeks)).sessions.count == 2)
  }

  @Test("negatives that come too soon are left out, and it is said") func tooSoon() throws {
    let twice =
      "## A\n- Biceps curl: 1 x 5 negative, 4 s, help up\n## B\n- Biceps curl: 1 x 5 negative, 4 s, help up\n"
    let week = try place(scenario(twice), [.monday, .tuesday])
    #expect(week.sessions.count == 2)
    #expect(week.sessions.last?.withoutEmphasis.contains(.elbowFlexors) == true)
  }

  @Test("whoever may not train yet has no week") func refused() {
    var refused = scenario(program)
    refused.history.screening = Screening(yes: ["heart"])
    #expect(outlook(refused).isEmpty)
  }

  @Test("never two in a day, never on a day that isn't free, never too soon") func properties()
    throws
  {
    for seed in 0..<Effort.cases(10, thorough: 2000) {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let scenario = athlete.scenario()
      let free = Set(Day.Weekday.allCases.filter { _ in Bool.random(using: &athlete.random) })
      guard let week = outlook(scenario, available: free).week else { continue }
      let days = week.sessions.map(\.day)
      #expect(days == days.sorted() && Set(days).count == days.count, "seed \(seed)")
      #expect(days.allSatisfy { free.contains($0.weekday) && $0 >= scenario.today }, "seed \(seed)")
    }
  }

  @Test("an outlook reads back from its JSON") func roundTrip() throws {
    for seed in 0..<5 {
      var athlete = RandomAthlete(seed: UInt64(seed))
      let before = outlook(athlete.scenario())
      let again = try JSONDecoder.eccentric.decode(
        Outlook.self, from: Data(try before.readableJSON().utf8))
      #expect(again == before)
    }
  }
}
