/// A row of the safety table, and what holds it.
///
/// `docs/Prescribing.md` has the whole table; a test holds both together.
public struct SafetyRow: Sendable {
  public enum Severity: String, Sendable {
    /// A wall: applied last, and nothing lifts it.
    case hard
    /// Advice: a reason, not a wall.
    case soft
  }

  public let id: String
  public let title: String
  public let severity: Severity
  /// The ids of the rules in ``Rule/all`` that hold it.
  public let rules: [String]
  /// What holds it beside rules, or what is left open.
  public let remark: String

  private init(
    _ id: String, _ title: String, _ severity: Severity, _ rules: [String], _ remark: String = ""
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.rules = rules
    self.remark = remark
  }

  /// As a row of the table in the documentation.
  public var markdown: String {
    let rules = rules.map { "`\($0)`" }.joined(separator: ", ")
    return "| \(id) | \(title) | \(severity.rawValue) | \(rules) | \(remark) |"
  }

  public static let all: [SafetyRow] = [
    SafetyRow(
      "S01", "Screen first", .hard, ["questions-first", "screening-first", "fever"],
      "blood pressure is asked for as a condition, not as a figure"),
    SafetyRow("S02", "First eccentric session: 15 lowerings", .hard, ["few-reps-at-first"]),
    SafetyRow(
      "S03", "First loads: 50 %, or with help", .hard, ["light-at-first", "show-it-first"]),
    SafetyRow("S04", "First session: three body parts", .hard, ["few-body-parts-at-first"]),
    SafetyRow(
      "S05", "Intensity grows by 10 points a week", .hard, ["light-at-first"],
      "by weeks that had eccentric work; the 20 points after the first session aren’t used"),
    SafetyRow("S06", "Volume grows by 30 % a week", .hard, ["weekly-volume-ramp"]),
    SafetyRow(
      "S07", "Nothing above the maximum before a year", .hard,
      ["no-supramaximal-loads", "beginners-wait"]),
    SafetyRow(
      "S08", "Ceiling: 120 %, or 95 % of the eccentric maximum", .hard, ["ceiling"],
      "no 130 % for experts; with two up and one down each limb counts by itself"),
    SafetyRow(
      "S09", "Spotters or safeties near the maximum", .hard, ["spotting", "have-a-way-up"],
      "a partner and a rack"),
    SafetyRow("S10", "Above the maximum: 15 reps", .hard, ["supramaximal-reps"]),
    SafetyRow(
      "S11", "Above the maximum: once a week", .hard, ["no-supramaximal-loads"],
      "the second time that the row allows isn’t used"),
    SafetyRow("S12", "A lighter week after six", .soft, ["lighter-week"]),
    SafetyRow(
      "S13", "48 hours between, 72 after a hard one", .hard,
      ["gap-between-sessions", "recover-in-time"]),
    SafetyRow("S14", "Sore 3 to 5: 85 % of the load", .soft, ["lighter-while-recovering"]),
    SafetyRow(
      "S15", "Sore above 7, or long: no negatives", .hard,
      ["stop-when-sore", "rest-what-is-very-sore", "red-flags"]),
    SafetyRow(
      "S16", "Red flags: a doctor the same day", .hard, ["red-flags", "gentle-return"],
      "lifted by a dated statement; then in stages"),
    SafetyRow(
      "S17", "After rhabdomyolysis: three months, then as a novice", .hard,
      ["screening-first", "after-rhabdomyolysis", "light-at-first"]),
    SafetyRow(
      "S18", "Control lost: the set is over", .hard, ["control-first"],
      "the player ends the set; the rule speaks in the next session"),
    SafetyRow(
      "S19", "Lowering grows short: the exercise is over", .hard, ["control-first"],
      "the player ends the exercise’s eccentric work; the rule speaks in the next session"),
    SafetyRow("S20", "Reps in reserve", .hard, ["keep-some-in-reserve"]),
    SafetyRow(
      "S21", "Lowered in 2 to 6 s, negatives in 10 at most", .hard, ["tempo-range"],
      "the total of 10 s isn’t held: what a program is for isn’t known"),
    SafetyRow(
      "S22", "Less load for each second beyond two", .soft, [],
      "not applied; loads say nothing of it"),
    SafetyRow("S23", "Eccentric days a week", .hard, ["sessions-per-week", "one-session-a-day"]),
    SafetyRow("S24", "Hard sets a week", .soft, [], "not applied; a program’s own matter"),
    SafetyRow("S25", "Progress by 2 to 10 %", .hard, ["progression", "back-off"]),
    SafetyRow(
      "S26", "10 % more load at a time", .hard, ["load-steps"], "negatives follow negatives"),
    SafetyRow(
      "S27", "After three weeks off: 80 % and half the sets", .hard,
      ["back-from-layoff", "light-at-first", "few-reps-at-first"]),
    SafetyRow(
      "S28", "From sixty on: 40 % first, a day more between", .hard,
      ["sixty-and-over", "gap-between-sessions"]),
    SafetyRow("S29", "Under 18: nothing above the maximum", .hard, ["no-supramaximal-loads"]),
    SafetyRow("S30", "Before an event: no slow lowering", .soft, [], "not asked about"),
    SafetyRow(
      "S31", "Little soreness never earns more", .hard, ["recover-in-time"],
      "by how doses are chosen: see “The dose”"),
    SafetyRow("S32", "First negative pull-ups: 6, then 10", .hard, ["first-negative-pull-ups"]),
    SafetyRow(
      "S33", "An old maximum counts 95 %", .hard, ["no-supramaximal-loads"],
      "`Evidence.maximum`: every percentage is of that"),
    SafetyRow("S34", "Heat, thirst, painkillers: half", .soft, [], "not asked about"),
  ]
}
