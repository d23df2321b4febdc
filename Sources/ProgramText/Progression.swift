public import Lifting

/// How sets change from week to week: a rule with a name and bounded arguments, not a script.
///
/// It counts the weeks that share one description. The bounds are in `Bounds.swift`; whatever a
/// progression comes to is held to the limits of prescribing like everything else.
public enum Progression: Sendable, Hashable {
  /// `add 2.5% a week up to 85%`: points of the one-rep maximum.
  case percent(Double, upTo: Double?)
  /// `add 2.5 kg a week up to 100 kg`, in the unit of the load. Assistance gets less first.
  case mass(Mass, upTo: Mass?)
  /// `add 1 rep a week up to 12`
  case reps(Int, upTo: Int?)
  /// `add 1 set a week up to 5`
  case sets(Int, upTo: Int?)
  /// `add 1 s a week up to 6 s`: of each lowering, or of each hold.
  case seconds(Double, upTo: Double?)
  /// `easy every 4 weeks`: half the sets, rounded up, in weeks 4, 8 and so on.
  case easyWeek(every: Int)

  /// What it changes, in the order in which progressions are printed.
  public enum Quantity: Int, Sendable, Hashable, Comparable, CaseIterable {
    case load, reps, sets, seconds, easyWeek
    public static func < (left: Quantity, right: Quantity) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  public var quantity: Quantity {
    switch self {
    case .percent, .mass: .load
    case .reps: .reps
    case .sets: .sets
    case .seconds: .seconds
    case .easyWeek: .easyWeek
    }
  }

  /// As a program says it.
  public var text: String {
    func adding(_ step: String, _ end: String?) -> String {
      "add \(step) a week" + (end.map { " up to \($0)" } ?? "")
    }
    return switch self {
    case .percent(let step, let end): adding("\(step.plain)%", end.map { "\($0.plain)%" })
    case .mass(let step, let end): adding(step.text, end?.text)
    case .reps(let step, let end):
      adding(step == 1 ? "1 rep" : "\(step) reps", end.map(String.init))
    case .sets(let step, let end):
      adding(step == 1 ? "1 set" : "\(step) sets", end.map(String.init))
    case .seconds(let step, let end): adding("\(step.plain) s", end.map { "\($0.plain) s" })
    case .easyWeek(let every): "easy every \(every) weeks"
    }
  }
}

extension PlannedExercise {
  /// What is asked for after so many weeks of the same description.
  public func after(weeks: Int) -> PlannedExercise {
    guard weeks > 0, groups.contains(where: { !$0.progressions.isEmpty }) else { return self }
    var later = self
    later.groups = groups.map { $0.after(weeks: weeks) }
    return later
  }
}

extension PlannedSets {
  /// The same after so many weeks; within the bounds of the language, however many they are.
  public func after(weeks: Int) -> PlannedSets {
    var later = self
    for progression in progressions { later.add(progression, Double(max(0, weeks))) }
    return later
  }

  private mutating func add(_ progression: Progression, _ weeks: Double) {
    switch progression {
    case .percent(let step, let end):
      guard case .percent(let percent)? = load else { return }
      load = .percent(min(percent + step * weeks, end ?? Self.percentRange.upperBound))
    case .mass(let step, let end): load = load?.raised(by: step, weeks, upTo: end)
    case .reps(let step, let end):
      reps = Self.raised(
        reps, by: Double(step) * weeks, upTo: end ?? Self.repsRange.upperBound)
    case .sets(let step, let end):
      sets =
        Self.raised(
          sets...sets, by: Double(step) * weeks, upTo: end ?? Self.setsRange.upperBound
        ).upperBound
    case .seconds(let step, let end): addSeconds(step * weeks, upTo: end)
    case .easyWeek(let every):
      let number = Int(saturating: min(weeks, 1_000)) + 1
      if every > 0, number.isMultiple(of: every) { sets = (sets + 1) / 2 }
    }
  }

  private static func raised(
    _ range: ClosedRange<Int>, by step: Double, upTo end: Int
  ) -> ClosedRange<Int> {
    let most = max(range.upperBound, end)
    func raised(_ count: Int) -> Int { Int(saturating: min(Double(count) + step, Double(most))) }
    return raised(range.lowerBound)...raised(range.upperBound)
  }

  private mutating func addSeconds(_ more: Double, upTo end: Double?) {
    if let hold = holdSeconds {
      let most = Int(saturating: min(end ?? .infinity, Double(Self.holdRange.upperBound)))
      holdSeconds = Self.raised(hold, by: more.rounded(.down), upTo: most)
      return
    }
    let most = end ?? slowestLowering
    if let seconds = loweringSeconds { loweringSeconds = max(seconds, min(seconds + more, most)) }
    if let seconds = tempo?.eccentric.seconds {
      tempo?.eccentric = .seconds(max(seconds, min(seconds + more, most)))
    }
  }

  /// Slower than this adds nothing (Schoenfeld 2015, doi:10.1007/s40279-015-0304-0).
  var slowestLowering: Double { kind == .negative ? 10 : 6 }
}

extension PlannedSets.Load {
  /// Heavier by so much a week; nothing changes where the units differ.
  fileprivate func raised(by step: Mass, _ weeks: Double, upTo end: Mass?) -> PlannedSets.Load {
    switch self {
    case .percent: return self
    case .mass(let mass): return .mass(mass.raised(by: step.amount * weeks, step.unit, upTo: end))
    case .body(let external, let assistance):
      let less = min(assistance.amount, step.amount * weeks)
      let isSameUnit = assistance.amount == 0 || assistance.unit == step.unit
      guard isSameUnit else { return self }
      let assisted = Mass(assistance.amount - less, assistance.unit) ?? assistance
      let start = external == .zero ? Mass(0, step.unit) ?? external : external
      let more = step.amount * weeks - less
      return .body(
        external: more > 0 ? start.raised(by: more, step.unit, upTo: end) : external,
        assistance: assisted.amount > 0 ? assisted : .zero)
    }
  }
}

extension Mass {
  fileprivate func raised(by amount: Double, _ unit: Unit, upTo end: Mass?) -> Mass {
    guard unit == self.unit, let raised = Mass(self.amount + amount, unit) else { return self }
    let most = PlannedSets.massRange.upperBound.roundedDown(to: Mass(1, unit) ?? raised)
    return max(self, min(raised, end ?? most))
  }
}
