import Lifting
import Testing

@testable import Interchange

@Suite("Dates as phones write them")
struct WallClockTests {
  private func seconds(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int = 0
  ) throws -> Int {
    try #require(Day(year: year, month: month, day: day)).number * 86_400
      + hour * 3600 + minute * 60 + second
  }

  @Test(
    "one instant in all the ways it is written",
    arguments: [
      "2026-07-04 16:30:00", "2026-07-04 16:30", "2026-07-04T16:30:00", "2026/07/04 16:30",
      "2026-07-04 4:30:00 PM", "2026-07-04 4:30:00\u{202F}PM", "04.07.2026, 16:30",
      "4.7.2026 16:30",
      "4 Jul 2026, 16:30", "4 July 2026, 16:30", "Jul 4, 2026, 4:30 PM", "July 4th, 2026, 4:30 pm",
      "4. Juli 2026, 16:30", "4. Juli 2026 um 16:30 Uhr", "4 de jul. de 2026, 16:30",
      "4 jul 2026, 4:30 p. m.", "4 de julio de 2026, 16:30", "4 juil. 2026, 16:30",
      "4 juillet 2026 à 16:30", "4 lug 2026, 16:30", "4 luglio 2026, 16:30",
      "4 de julho de 2026, 16:30", "4 de jul. de 2026 às 16:30", "2026-07-04T16:30:00.125",
      "2026-07-04T16:30:00.0000000",
    ])
  func sameInstant(_ text: String) throws {
    let clock = try WallClock(text)
    #expect(clock.localSeconds == (try seconds(2026, 7, 4, 16, 30)))
    #expect(clock.utcOffsetSeconds == nil)
  }

  @Test(
    "every month in six languages",
    arguments: [
      ["January", "Januar", "enero", "janvier", "gennaio", "janeiro", "jan", "ene", "janv", "gen"],
      ["February", "Februar", "febrero", "février", "febbraio", "fevereiro", "feb", "févr", "fev"],
      ["March", "März", "marzo", "mars", "marzo", "março", "mar", "mär", "mrz"],
      ["April", "April", "abril", "avril", "aprile", "abril", "apr", "abr", "avr"],
      ["May", "Mai", "mayo", "mai", "maggio", "maio", "mag"],
      ["June", "Juni", "junio", "juin", "giugno", "junho", "jun", "giu"],
      ["July", "Juli", "julio", "juillet", "luglio", "julho", "jul", "juil", "lug"],
      ["August", "August", "agosto", "août", "agosto", "agosto", "aug", "ago", "aoû"],
      [
        "September", "September", "septiembre", "septembre", "settembre", "setembro", "sep", "sept",
        "set",
      ],
      [
        "October", "Oktober", "octubre", "octobre", "ottobre", "outubro", "oct", "okt", "ott",
        "out",
      ],
      ["November", "November", "noviembre", "novembre", "novembre", "novembro", "nov"],
      [
        "December", "Dezember", "diciembre", "décembre", "dicembre", "dezembro", "dec", "dez",
        "dic", "déc",
      ],
    ].enumerated().map { ($0 + 1, $1) })
  func months(_ month: Int, _ names: [String]) throws {
    for name in names {
      for written in [
        "9 \(name) 2025, 10:00", "9 \(name). 2025, 10:00", "9 \(name.uppercased()) 2025 10:00",
      ] {
        #expect(try WallClock(written).localSeconds == seconds(2025, month, 9, 10, 0), "\(written)")
      }
    }
  }

  @Test("“jui” could be June or July and is neither")
  func ambiguousMonth() {
    #expect(throws: WallClock.Unreadable.unknownMonth) { try WallClock("4 jui 2026, 16:30") }
  }

  @Test(
    "noon and midnight on a twelve-hour clock",
    arguments: [
      ("12:00 AM", 0), ("12:15 AM", 15), ("1:00 AM", 60), ("12:00 PM", 720), ("11:59 PM", 1439),
    ])
  func twelveHours(_ text: String, _ minutes: Int) throws {
    #expect(
      try WallClock("Jan 3, 2024, \(text)").localSeconds == seconds(2024, 1, 3, 0, minutes))
  }

  @Test(
    "an offset from Greenwich is kept",
    arguments: [
      ("Z", 0), ("+02:00", 7200), ("-05:30", -19800), ("+0100", 3600), ("+01", 3600),
    ])
  func offsets(_ text: String, _ offset: Int) throws {
    let clock = try WallClock("2024-10-14T18:20:11\(text)")
    #expect(clock.utcOffsetSeconds == offset)
    #expect(clock.localSeconds == (try seconds(2024, 10, 14, 18, 20, 11)))
  }

  @Test("a day without a time is its noon")
  func dayOnly() throws {
    #expect(try WallClock("2023-03-01").localSeconds == seconds(2023, 3, 1, 12, 0))
  }

  @Test(
    "the day and the month are told apart where one way only is possible",
    arguments: [("13/04/2025", 4, 13), ("04/13/2025", 4, 13), ("05/05/2025", 5, 5)])
  func slashes(_ text: String, _ month: Int, _ day: Int) throws {
    #expect(try WallClock(text).localSeconds == seconds(2025, month, day, 12, 0))
  }

  @Test("what can't be told isn't guessed")
  func refusals() {
    for text in ["03/04/2025", "3/4/2025, 10:00", "03-04-2025"] {
      #expect(throws: WallClock.Unreadable.ambiguous) { try WallClock(text) }
    }
    for text in [
      "30 Feb 2025", "2025-13-01", "2025-02-29", "2025-01-01 24:00", "2025-01-01 10:60",
      "2025-01-01 10:00:60", "2025-01-01 13:00 PM", "2025-01-01 0:30 AM", "0202-01-01",
      "9999-01-01", "2025-01-01T10:00:00+25:00",
    ] {
      #expect(throws: WallClock.Unreadable.noSuchTime, "\(text)") { try WallClock(text) }
    }
    for text in [
      "", "yesterday", "2025", "2025-01", "1 2 3", "12/25/25", "2025-01-01 10", "10:00", ":",
      "2025-01-01 :00", "2025-01-01 10:", "2025-01-01 10:0", "2025-01-01 10:00 XM",
      "Mon 2025-01-01", "2025-01-01!", "1 Jan Feb 2025", "２０２５-01-01",
      "99999999999999999999-01-01", "2025-01-01 10:00:00 +", String(repeating: "1", count: 1000),
    ] {
      #expect(throws: WallClock.Unreadable.unknown, "\(text)") { try WallClock(text) }
    }
  }
}
