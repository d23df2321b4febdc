/// The months as people's phones write them.
enum MonthName {
  /// January to December in English, German, Spanish, French, Italian and Portuguese, then in
  /// Turkish, Polish, Dutch and Russian, with the case that stands beside a day.
  private static let full: [[String]] = [
    [
      "january", "januar", "jänner", "enero", "janvier", "gennaio", "janeiro",
      "ocak", "styczeń", "stycznia", "januari", "январь", "января",
    ],
    [
      "february", "februar", "febrero", "février", "febbraio", "fevereiro",
      "şubat", "luty", "lutego", "februari", "февраль", "февраля",
    ],
    [
      "march", "märz", "marzo", "mars", "março", "mrz",
      "mart", "marzec", "marca", "maart", "mrt", "март", "марта",
    ],
    [
      "april", "abril", "avril", "aprile",
      "nisan", "kwiecień", "kwietnia", "апрель", "апреля",
    ],
    [
      "may", "mai", "mayo", "maggio", "maio",
      "mayıs", "maj", "maja", "mei", "май", "мая",
    ],
    [
      "june", "juni", "junio", "juin", "giugno", "junho",
      "haziran", "czerwiec", "czerwca", "июнь", "июня",
    ],
    [
      "july", "juli", "julio", "juillet", "luglio", "julho",
      "temmuz", "lipiec", "lipca", "июль", "июля",
    ],
    [
      "august", "agosto", "août",
      "ağustos", "sierpień", "sierpnia", "augustus", "август", "августа",
    ],
    [
      "september", "septiembre", "setiembre", "septembre", "settembre", "setembro",
      "eylül", "wrzesień", "września", "сентябрь", "сентября",
    ],
    [
      "october", "oktober", "octubre", "octobre", "ottobre", "outubro",
      "ekim", "październik", "października", "октябрь", "октября",
    ],
    [
      "november", "noviembre", "novembre", "novembro",
      "kasım", "listopad", "listopada", "ноябрь", "ноября",
    ],
    [
      "december", "dezember", "diciembre", "décembre", "dicembre", "dezembro",
      "aralık", "grudzień", "grudnia", "декабрь", "декабря",
    ],
  ]

  /// Every beginning of three letters or more that belongs to one month only: abbreviations differ
  /// from phone to phone.
  private static let byBeginning: [String: Int] = {
    var months: [String: Set<Int>] = [:]
    for (index, names) in full.enumerated() {
      for name in names {
        for length in 3...max(3, name.count) {
          months[String(name.prefix(length)), default: []].insert(index + 1)
        }
      }
    }
    return months.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  /// The month, 1 to 12, of a name in small letters without a dot.
  static func number(of name: String) -> Int? { byBeginning[name] }
}
