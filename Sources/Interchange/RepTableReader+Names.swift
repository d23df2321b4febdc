internal import Lifting

/// What a row is of, and when it was.
extension RepTableReader {
  mutating func exercise(_ name: String) -> Exercise.ID {
    if let known = exercises[name] { return known }
    let reading = Exercise.reading(of: name)
    let id = reading.exercise?.id ?? OwnExercise.unlisted(name)
    exercises[name] = id
    if reading.exercise == nil {
      let meant = Exercise.suggestions(for: name).map { "“\($0.name)”" }.joined(separator: ", ")
      valueProblems.add(
        .exercise, onLine: csv.line,
        csv.diagnostic(
          .warning, at: headings[.exercise]?.index ?? 0,
          "“\(name)” isn't in the catalog; its sets were kept under this name",
          hint: meant.isEmpty ? nil : "did you mean \(meant)?"))
    }
    return id
  }

  mutating func moment() -> (day: Day?, time: String?) {
    let day = text(.day).isEmpty ? facts["date"] ?? "" : text(.day)
    let clock = text(.clock).isEmpty ? facts["time"] ?? "" : text(.clock)
    guard !day.isEmpty else { return (nil, nil) }
    do throws(WallClock.Unreadable) {
      let at = try moment(day, clock)
      return at
    } catch {
      let why =
        error == .ambiguous
        ? "which number of “\(day.shortened)” is the day and which the month can't be told"
        : "“\(day.shortened)” is not a date that can be read"
      valueProblems.add(
        .day, onLine: csv.line,
        csv.diagnostic(
          .warning, at: headings[.day]?.index ?? 0, "\(why); the set was kept without its day"))
      return (nil, nil)
    }
  }

  private func moment(
    _ day: String, _ clock: String
  ) throws(WallClock.Unreadable) -> (day: Day?, time: String?) {
    // A column of times may hold something else; the day stands without it.
    let both = clock.isEmpty ? nil : try? WallClock("\(day) \(clock)", order: order)
    let at: WallClock
    if let both { at = both } else { at = try WallClock(day, order: order) }
    let seconds = ((at.localSeconds % 86_400) + 86_400) % 86_400
    let number = (at.localSeconds - seconds) / 86_400
    let hasTime = both != nil || day.contains(":")
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let time = "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return (Day(number: number), hasTime ? time : nil)
  }
}
