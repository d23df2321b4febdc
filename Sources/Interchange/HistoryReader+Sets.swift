internal import Lifting

/// What a row says of its sets beside their weight and repetitions.
extension HistoryReader {
  /// How many equal sets the row stands for.
  func setCount() throws(Mistake) -> Int {
    switch csv.amount(columns[.sets]) {
    case .none: return 1
    case .number(let number) where number == number.rounded() && (0...100).contains(number):
      return Int(saturating: number)
    default:
      throw mistake(
        .setCount, at: .sets,
        "“\(text(.sets).shortened)” is not a number of sets; the row was left out")
    }
  }

  func isWarmUp() throws(Mistake) -> Bool {
    switch text(.warmUp).lowercased() {
    case "", "false", "no", "0", "n": return false
    case "true", "yes", "1", "y", "x": return true
    default:
      throw mistake(
        .warmUp, at: .warmUp,
        "“\(text(.warmUp).shortened)” doesn't say whether this is a warm-up; the row was left out",
        hint: "write true or false")
    }
  }
}
