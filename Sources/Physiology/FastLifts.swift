import Lifting

/// The lifts of one exercise in which velocity was measured, as far back as they count.
struct FastLifts: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    var hours: Double
    var lift: LoadVelocity.Lift
    var bout: Int
  }

  private var entries: [Entry] = []
  private var bout = 0
  /// When the last one was, in hours since 1970.
  private(set) var lastHours = -Double.infinity
  /// Whether the open bout has any.
  private(set) var areNew = false

  mutating func add(_ lift: LoadVelocity.Lift, at hours: Double) {
    entries.removeAll { hours - $0.hours > LoadVelocity.windowDays * 24 }
    areNew = true
    lastHours = hours
    // Of one load in one bout the fastest: later ones are tired, not other lifts.
    if let same = entries.firstIndex(where: {
      $0.bout == bout && $0.lift.kilograms == lift.kilograms
    }) {
      if lift.metersPerSecond > entries[same].lift.metersPerSecond { entries[same].lift = lift }
    } else {
      entries.append(Entry(hours: hours, lift: lift, bout: bout))
    }
  }

  /// Ends the bout; what all that counts says, and how sure that is to be taken. The same lifts speak
  /// again after each bout of the window, so each time they count as one part of it.
  mutating func close(_ exercise: Exercise.ID) -> (said: LoadVelocity, shown: ShownStrength)? {
    guard areNew else { return nil }
    areNew = false
    bout += 1
    guard let said = LoadVelocity(of: entries.map(\.lift), in: exercise) else { return nil }
    let bouts = Set(entries.map(\.bout)).count
    return (said, ShownStrength(said, oneOf: bouts))
  }
}
