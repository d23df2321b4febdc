import Foundation
import Lifting
import Physiology
import Prescribing

/// How things are said on pages.
enum Words {
  /// `Monday, 2 March`
  static func day(_ day: Day) -> String {
    let (_, month, number) = day.components
    return "\(day.weekday.name), \(number) \(months[month - 1])"
  }

  /// `March 2026`
  static func month(_ day: Day) -> String {
    let (year, month, _) = day.components
    return "\(months[month - 1]) \(year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `3 × 8–12`, `3 × 30 s` for what is held.
  static func setsAndReps(_ dose: Dose) -> String {
    if let seconds = dose.holdSeconds {
      return "\(dose.sets) × \(seconds)" + (dose.holdSecondsUpTo.map { "–\($0)" } ?? "") + " s"
    }
    return "\(dose.sets) × \(dose.reps)" + (dose.repsUpTo.map { "–\($0)" } ?? "")
  }

  /// `8–12 × 60 kg, tempo 4-0-1-0, keep 2 in reserve`: what one set asks for.
  static func asked(_ toDo: SetToDo, exercise: Exercise?) -> String {
    let set = toDo.set
    let count =
      if let seconds = set.holdSeconds {
        "hold \(seconds.short)" + (toDo.holdSecondsUpTo.map { "–\($0)" } ?? "") + " s"
      } else {
        "\(set.reps)" + (toDo.repsUpTo.map { "–\($0)" } ?? "")
      }
    let load =
      toDo.isByFeel
      ? "by feel" : exercise.map { set.load.text(in: $0) } ?? set.load.external.description
    let kind = set.kind == .negative ? " negatives" : set.kind == .warmUp ? " to warm up" : ""
    return [
      set.side.map { "\($0.rawValue.capitalized) side" }, "\(count)\(kind) × \(load)",
      set.tempo.map { "tempo \($0)" }, set.wayUp?.phrase,
      toDo.velocityLossPercent.map { stop(atLossPercent: $0) },
      set.kind == .normal && set.isRepetitions ? "keep \(toDo.repsInReserve) in reserve" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// `stop when a rep is 20 % slower than the fastest`
  static func stop(atLossPercent percent: Int) -> String {
    "stop when a rep is \(percent) % slower than the fastest"
  }

  /// `Last time, Monday 2 March: 3 × 8, 60 kg`; nil where it was never done.
  static func lastTime(
    _ sets: [Dated<WorkSet>], today: Day, utcOffsetSeconds: Int
  ) -> String? {
    guard let first = sets.first else { return nil }
    let day = Day(first.at, utcOffsetSeconds: utcOffsetSeconds)
    let when = day == today ? "Today" : "Last time, \(shortDay(day, today: today))"
    var order: [Load] = []
    for set in sets where !order.contains(set.value.load) { order.append(set.value.load) }
    let groups = order.map { load in done(sets.map(\.value).filter { $0.load == load }) }
    let reserve = sets.compactMap(\.value.repsInReserve).min().map { ", \($0) in reserve" } ?? ""
    return "\(when): \(groups.joined(separator: "; "))\(reserve)"
  }

  /// `Mon 2 March`, with the year where it isn't this one.
  static func shortDay(_ day: Day, today: Day) -> String {
    let (year, month, number) = day.components
    return "\(day.weekday.name.prefix(3)) \(number) \(months[month - 1])"
      + (year == today.year ? "" : " \(year)")
  }

  /// That nobody knows an exercise by a name, and what to do.
  static func noSuchExercise(_ name: String) -> String {
    let similar = Exercise.suggestions(for: name).map(\.name)
    let meant = similar.isEmpty ? "" : " Did you mean \(similar.joined(separator: " or "))?"
    return name.isEmpty
      ? "Which exercise was it?"
      : "There is no exercise “\(name.prefix(60))”; is it one of your own? Name it under Settings, Your exercises.\(meant)"
  }

  /// As a value in an address.
  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// The unit somebody works in: that of the last weight they logged, else of their smallest step.
  static func unit(of history: History) -> Mass.Unit {
    unit(of: history.sets.suffix(200).map(\.value), else: history.athlete?.loadStep.unit)
  }

  /// That of the last of some sets that has a weight.
  static func unit(of sets: [WorkSet], else other: Mass.Unit? = nil) -> Mass.Unit {
    guard let last = sets.last(where: { $0.load != .body })?.load else {
      return other ?? .kilograms
    }
    return last.external.amount > 0 ? last.external.unit : last.assistance.unit
  }

  /// `12.5 kg`, `body weight`, `by feel`
  static func load(_ dose: Dose, of exercise: Exercise) -> String {
    dose.load?.text(in: exercise) ?? "by feel"
  }

  /// `lower 4 s, lift 1 s`: a tempo for whoever doesn't read the four numbers yet.
  static func tempo(_ tempo: Tempo) -> String {
    func beat(_ beat: Tempo.Beat, _ verb: String) -> String {
      switch beat {
      case .seconds(let seconds): "\(verb) \(seconds.short) s"
      case .fast: "\(verb) fast"
      case .assisted: ""
      }
    }
    return [
      beat(tempo.eccentric, "lower"),
      tempo.pauseBottom > 0 ? "wait \(tempo.pauseBottom.short) s" : "",
      beat(tempo.concentric, "lift"), tempo.pauseTop > 0 ? "hold \(tempo.pauseTop.short) s" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `3 × 8 × 60 kg`, `2 × held 30 s`, for sets that were done.
  static func done(_ sets: [WorkSet]) -> String {
    guard let first = sets.first else { return "" }
    let reps = sets.map(\.reps)
    if !first.isRepetitions {
      let each = sets.map { set in
        [
          set.holdSeconds.map { "held \($0.short) s" },
          set.carriedMeters.map { "carried \($0.short) m" },
        ]
        .compactMap(\.self).joined(separator: ", ")
      }
      let load = first.load == .body ? "" : ", \(first.load.typed)"
      return (Set(each).count == 1 ? "\(sets.count) × \(each[0])" : each.joined(separator: "; "))
        + load
    }
    let exercise = Exercise.with(first.exercise)
    let same = Set(reps).count == 1
    let count =
      same ? "\(sets.count) × \(first.reps)" : reps.map(String.init).joined(separator: ", ")
    let load = exercise.map { first.load.text(in: $0) } ?? first.load.external.description
    let kind = first.kind == .negative ? " negatives" : first.kind == .warmUp ? " to warm up" : ""
    return "\(count)\(kind), \(load)"
  }

  static func name(of exercise: Exercise.ID, asWritten name: String? = nil) -> String {
    Exercise.with(exercise)?.name ?? name ?? OwnExercise.name(in: exercise) ?? exercise.rawValue
  }

  static func name(of set: WorkSet) -> String {
    name(of: set.exercise, asWritten: set.nameAsWritten)
  }

  /// `2 to 4`, or `3` when both are the same.
  static func range(_ interval: Interval, decimals: Int = 0) -> String {
    let low = interval.low.short(decimals: decimals)
    let high = interval.high.short(decimals: decimals)
    return low == high ? low : "\(low) to \(high)"
  }
}
