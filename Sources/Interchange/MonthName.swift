/// The months as people's phones write them.
enum MonthName {
  /// January to December in English, German, Spanish, French, Italian and Portuguese; then in Dutch
  /// and the Scandinavian languages, Turkish, Russian, Polish, Ukrainian, Indonesian and Chinese.
  private static let full: [[String]] = [
    [
      "january", "januar", "jänner", "enero", "janvier", "gennaio", "janeiro",
      "januari", "ocak", "январь", "января", "styczeń", "stycznia", "січень", "січня", "ianuarie",
      "一月",
    ],
    [
      "february", "februar", "febrero", "février", "febbraio", "fevereiro",
      "februari", "şubat", "февраль", "февраля", "luty", "lutego", "лютий", "лютого", "二月",
    ],
    [
      "march", "märz", "marzo", "mars", "março", "mrz",
      "maart", "mrt", "mart", "maret", "март", "марта", "marzec", "marca", "березень", "березня",
      "三月",
    ],
    [
      "april", "abril", "avril", "aprile",
      "nisan", "апрель", "апреля", "kwiecień", "kwietnia", "квітень", "квітня", "四月",
    ],
    [
      "may", "mai", "mayo", "maggio", "maio",
      "mei", "maj", "maja", "mayıs", "май", "мая", "травень", "травня", "五月",
    ],
    [
      "june", "juni", "junio", "juin", "giugno", "junho",
      "haziran", "июнь", "июня", "czerwiec", "czerwca", "червень", "червня", "六月",
    ],
    [
      "july", "juli", "julio", "juillet", "luglio", "julho",
      "temmuz", "июль", "июля", "lipiec", "lipca", "липень", "липня", "七月",
    ],
    [
      "august", "agosto", "août",
      "augustus", "augusti", "agustus", "ağustos", "август", "августа", "sierpień", "sierpnia",
      "серпень", "серпня", "八月",
    ],
    [
      "september", "septiembre", "setiembre", "septembre", "settembre", "setembro",
      "eylül", "сентябрь", "сентября", "wrzesień", "września", "вересень", "вересня", "九月",
    ],
    [
      "october", "oktober", "octubre", "octobre", "ottobre", "outubro",
      "ekim", "октябрь", "октября", "październik", "października", "жовтень", "жовтня", "十月",
    ],
    [
      "november", "noviembre", "novembre", "novembro",
      "kasım", "ноябрь", "ноября", "listopad", "listopada", "листопад", "листопада", "十一月",
    ],
    [
      "december", "dezember", "diciembre", "décembre", "dicembre", "dezembro",
      "desember", "aralık", "декабрь", "декабря", "grudzień", "grudnia", "грудень", "грудня", "十二月",
    ],
  ]

  /// Every beginning of three letters or more that belongs to one month only: abbreviations differ
  /// from phone to phone.
  private static let byBeginning: [String: Int] = {
    var months: [String: Set<Int>] = [:]
    for (index, names) in full.enumerated() {
      for name in names {
        for length in min(3, name.count)...name.count {
          months[String(name.prefix(length)), default: []].insert(index + 1)
        }
      }
    }
    return months.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  /// Behind the month's number in Chinese, Japanese and Korean: `1月`, `1월`.
  static let signs: Set<String> = ["月", "월"]

  /// The month, 1 to 12, of a name in small letters without a dot.
  static func number(of name: String) -> Int? { byBeginning[name] }
}
