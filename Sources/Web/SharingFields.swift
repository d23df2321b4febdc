import Community
import Pictures

/// The boxes with which an athlete says what a coach sees, and how that reads.
enum SharingFields {
  /// With what was chosen ticked; nothing is beforehand.
  static func html(_ chosen: Set<Sharing>, legend: String) -> HTML {
    let boxes = Sharing.allCases.map { sharing -> HTML in
      """
      <label><input type="checkbox" name="sees" value="\(sharing.rawValue)"\
      \(.checked, if: chosen.contains(sharing))> <span>\(sharing.name)\
      <small class="hint">\(sharing.explanation)</small></span></label>
      """
    }
    return """
      <fieldset><legend>\(legend)</legend><div class="ticks explained">\(boxes)</div></fieldset>
      """
  }

  static func read(_ form: Form) -> Set<Sharing> {
    Set(form.all("sees").compactMap(Sharing.init))
  }

  /// `sessions and soreness`, `nothing`
  static func words(_ sees: Set<Sharing>) -> String {
    let names = sees.sorted().map { $0 == .bodyMass ? "body mass" : $0.rawValue }
    guard let last = names.last else { return "nothing" }
    return names.count == 1 ? last : "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Sharing {
  var name: String {
    switch self {
    case .sessions: "Sessions"
    case .soreness: "Soreness and pain"
    case .measurements: "Measurements"
    case .notes: "Notes"
    case .bodyMass: "Body mass"
    }
  }

  var explanation: String {
    switch self {
    case .sessions:
      "What you trained and when, what is planned, your tests, and how strong you’re expected to be. Without it a coach can hardly help."
    case .soreness:
      "How sore you say you are and will be, what hurts, why a session is held back, and who cleared you. With it a coach sees when to go easier."
    case .measurements: "Recordings of sets, with every rep that was measured."
    case .notes: "What you write beside sets."
    case .bodyMass: "What you weigh, and what tells it: your strength in lifts of your own body."
    }
  }
}

extension Look.Subject {
  /// What an athlete reads of it.
  var name: String {
    switch self {
    case .roster: "your line in the list of all members"
    case .file: "your line in the list, taken along as a file"
    case .today: "your day and forecast"
    case .sessions: "your sessions"
    case .measurements: "your measurements"
    case .physio: "the page for a physiotherapist"
    }
  }
}
