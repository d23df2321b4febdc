/// The months as people's phones write them.
enum MonthName {
  /// January to December in English, German, Spanish, French, Italian and Portuguese.
  private static let full: [[String]] = [
    ["january", "januar", "jänner", "enero", "janvier", "gennaio", "janeiro"],
    ["february", "februar", "febrero", "février", "febbraio", "fevereiro"],
    ["march", "märz", "marzo", "mars", "março", "mrz"],
    ["april", "abril", "avril", "aprile"],
    ["may", "mai", "mayo", "maggio", "maio"],
    ["june", "juni", "junio", "juin", "giugno", "junho"],
    ["july", "juli", "julio", "juillet", "luglio", "julho"],
    ["august", "agosto", "août"],
    ["september", "septiembre", "setiembre", "septembre", "settembre", "setembro"],
    ["october", "oktober", "octubre", "octobre", "ottobre", "outubro"],
    ["november", "noviembre", "novembre", "novembro"],
    ["december", "dezember", "diciembre", "décembre", "dicembre", "dezembro"],
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
