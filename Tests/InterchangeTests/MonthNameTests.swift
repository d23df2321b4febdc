import Foundation
import Interchange
import Lifting
import Testing

@Suite("Months in the phone's language")
struct MonthNameTests {
  @Test(
    "a year of short months comes in whole, each in its month",
    arguments: [
      "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
      "sty lut mar kwi maj cze lip sie wrz paź lis gru",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "янв февр мар апр мая июн июл авг сент окт нояб дек",
    ])
  func year(_ names: String) {
    let rows = names.split(separator: " ").map {
      "Day,\"4 \($0) 2024, 06:30\",Squat,normal,50,4\n"
    }
    let text = "title,start_time,exercise_title,set_type,weight_kg,reps\n" + rows.joined()
    let history = HistoryFormat.read(Array(text.utf8), options: .greenwich())
    let days = history.facts.compactMap { fact in
      if case .workSet = fact.body { Day(fact.at, utcOffsetSeconds: 0) } else { nil }
    }
    #expect(history.problems.isEmpty)
    #expect(days == (1...12).compactMap { Day(year: 2024, month: $0, day: 4) })
  }
}
