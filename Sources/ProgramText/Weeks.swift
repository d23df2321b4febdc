/// The weeks of a program while it is read, and the workouts described for each.
struct Weeks {
  /// Weeks that share one description.
  private struct Block {
    /// Nil where weeks aren't counted.
    var numbers: ClosedRange<Int>?
    var title = ""
    var firstLine = 0
    var days: [Program.Day] = []
    var titles: Set<String> = []
  }

  private var blocks = [Block()]

  /// - Parameter weeks: How many weeks the front matter says there are.
  mutating func begin(weeks: Int?) { blocks[0].numbers = weeks.map { 1...max(1, $0) } }

  /// - Returns: What is doubtful about the order of the weeks.
  mutating func begin(
    _ heading: WeekHeading, line: Int, at place: Range<String.Index>
  ) -> Problem? {
    let last = blocks.last.flatMap { blocks.count > 1 ? $0.numbers?.upperBound : 0 } ?? 0
    blocks.append(Block(numbers: heading.numbers, title: heading.title, firstLine: line))
    if let problem = heading.problem { return problem }
    if heading.numbers.lowerBound <= last {
      return .error(
        place, "week \(heading.numbers.lowerBound) comes after week \(last)",
        hint: "give each week one heading, in their order")
    }
    if heading.numbers.lowerBound > last + 1 {
      return .warning(
        place, "there is no week \(last + 1)",
        hint: "write “Weeks \(last + 1)-\(heading.numbers.upperBound)” or begin with it")
    }
    return nil
  }

  /// Whether weeks follow that a progression can count.
  var isCounting: Bool { blocks[blocks.count - 1].numbers.map { $0.count > 1 } ?? false }

  var hasDays: Bool { !blocks[blocks.count - 1].days.isEmpty }

  /// - Returns: Whether the week had no workout of that name yet.
  mutating func beginDay(_ name: String) -> Bool {
    let isNew = blocks[blocks.count - 1].titles.insert(name).inserted
    blocks[blocks.count - 1].days.append(Program.Day(title: name, exerciseLines: []))
    return isNew
  }

  mutating func add(exerciseLine: Int) {
    let block = blocks.count - 1
    let day = blocks[block].days.count - 1
    guard day >= 0 else { return }
    blocks[block].days[day].exerciseLines.append(exerciseLine)
  }

  /// The workouts of all weeks, one after another.
  var days: [Program.Day] {
    let first = blocks[0]
    // Before headings of weeks the front matter's number is no longer that of these workouts.
    let isWhole = blocks.count == 1
    return Weeks.days(of: first, numbers: isWhole ? first.numbers : nil)
      + blocks.dropFirst().flatMap { Weeks.days(of: $0, numbers: $0.numbers) }
  }

  private static func days(of block: Block, numbers: ClosedRange<Int>?) -> [Program.Day] {
    guard let numbers else { return block.days }
    return numbers.flatMap { week in
      block.days.map { day in
        Program.Day(
          title: "Week \(week)" + (day.name.isEmpty ? "" : ", \(day.name)"),
          exerciseLines: day.exerciseLines, name: day.name, week: week,
          weeksBefore: week - numbers.lowerBound)
      }
    }
  }

  /// What the headings say.
  ///
  /// - Parameter end: How many lines the program has.
  /// - Returns: One for each heading, in order.
  func headings(end: Int) -> [Program.Week] {
    let ends = blocks.dropFirst(2).map(\.firstLine) + [end]
    return zip(blocks.dropFirst(), ends).compactMap { block, end in
      block.numbers.map {
        Program.Week(numbers: $0, title: block.title, lines: block.firstLine..<end)
      }
    }
  }
}
