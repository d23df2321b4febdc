/// What programs write in place of a set's number.
enum SetMark {
  case normal, warmUp, failure, rest, note

  init(_ text: String) {
    switch text.lowercased() {
    case "w", "warmup", "warm-up", "warm up": self = .warmUp
    case "f", "failure": self = .failure
    case "rest timer": self = .rest
    case "note": self = .note
    default: self = .normal
    }
  }
}
