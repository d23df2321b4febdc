#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Fact {
  /// What stands of the facts: the last correction of each, unless it was taken back; in the order of
  /// time, then of entry, a correction in the place of what it corrects.
  ///
  /// Two phones that correct one fact without knowing of each other end alike on both, as do two that
  /// delete it: of corrections the longest chain stands, then the larger id; of taking back and
  /// bringing back what was said last. Facts that supersede each other in a circle are all gone.
  public static func standing(_ facts: some Sequence<Fact>) -> [Fact] {
    var entries = Entries()
    for fact in facts { entries.take(fact) }
    return entries.standing
  }

  /// What was deleted and can be brought back: as it last stood, in the order of time.
  public static func takenBack(_ facts: some Sequence<Fact>) -> [Fact] {
    var entries = Entries()
    for fact in facts { entries.take(fact) }
    return entries.takenBack
  }

  /// When a deletion or a bringing back must be said to be the last word on its fact: what is said
  /// last counts, to the second.
  public static func momentOfNextWord(after facts: some Sequence<Fact>, now: Date) -> Date {
    let last = facts.lazy.filter(\.isWordOnAnother).map(\.at).max()
    return last.map { max(now, $0.addingTimeInterval(1)) } ?? now
  }

  /// What stands, by the fact with which its chain of corrections began.
  public static func standingByOrigin(_ facts: some Sequence<Fact>) -> [UUID: Fact] {
    var entries = Entries()
    for fact in facts { entries.take(fact) }
    return entries.standing.reduce(into: [:]) { $0[entries.origin(of: $1.id)] = $1 }
  }

  /// Where the chains of corrections begin that some facts belong to, in the order asked for.
  public static func origins(
    of ids: some Sequence<UUID>, in facts: some Sequence<Fact>
  ) -> [UUID] {
    var entries = Entries()
    for fact in facts { entries.take(fact) }
    return ids.map { entries.origin(of: $0) }
  }

  /// Whether it says that another fact does or doesn't count, and nothing of its own.
  var isWordOnAnother: Bool {
    switch body {
    case .retraction, .restoration: true
    default: false
    }
  }
}

/// Facts by id, with the order in which they came.
private struct Entries {
  private struct Entry {
    var fact: Fact
    let place: Int
  }

  /// Where a chain of corrections begins, and how long it is.
  private struct Origin {
    var id: UUID
    var corrections: Int
    /// The place of the first fact of the chain that has the instant of the last one.
    var place: Int
  }

  private var byID: [UUID: Entry] = [:]
  private var superseded: Set<UUID> = []
  /// The last word on each fact that was taken back or brought back.
  private var words: [Fact] = []
  private var count = 0

  mutating func take(_ fact: Fact) {
    count += 1
    if fact.isWordOnAnother {
      if fact.supersedes != nil { words.append(fact) }
      return
    }
    byID[fact.id] = Entry(fact: fact, place: byID[fact.id]?.place ?? count)
    if let old = fact.supersedes { superseded.insert(old) }
  }

  var standing: [Fact] { inOrder(takenBack: false) }
  var takenBack: [Fact] { inOrder(takenBack: true) }

  private func inOrder(takenBack: Bool) -> [Fact] {
    let gone = originsTakenBack
    if takenBack, gone.isEmpty { return [] }
    var last: [UUID: (origin: Origin, entry: Entry)] = [:]
    var alone: [(place: Int, entry: Entry)] = []
    for entry in byID.values where !superseded.contains(entry.fact.id) {
      guard entry.fact.supersedes != nil else {
        if gone.contains(entry.fact.id) == takenBack { alone.append((entry.place, entry)) }
        continue
      }
      let origin = self.origin(of: entry)
      guard gone.contains(origin.id) == takenBack else { continue }
      if let other = last[origin.id],
        (other.origin.corrections, other.entry.fact.id.uuidString)
          > (origin.corrections, entry.fact.id.uuidString)
      {
        continue
      }
      last[origin.id] = (origin, entry)
    }
    return (alone + last.values.map { ($0.origin.place, $0.entry) })
      .sorted {
        ($0.entry.fact.at, $0.place, $0.entry.place)
          < ($1.entry.fact.at, $1.place, $1.entry.place)
      }
      .map(\.entry.fact)
  }

  /// The origins of what was taken back and not brought back since.
  private var originsTakenBack: Set<UUID> {
    var latest: [UUID: Fact] = [:]
    for word in words {
      guard let about = word.supersedes else { continue }
      let origin = byID[about].map { self.origin(of: $0).id } ?? about
      if let other = latest[origin], (other.at, other.id.uuidString) > (word.at, word.id.uuidString)
      {
        continue
      }
      latest[origin] = word
    }
    return Set(latest.filter { $0.value.body == .retraction }.keys)
  }

  func origin(of id: UUID) -> UUID { byID[id].map { origin(of: $0).id } ?? id }

  private func origin(of entry: Entry) -> Origin {
    var origin = Origin(id: entry.fact.id, corrections: 0, place: entry.place)
    var seen: Set<UUID> = [entry.fact.id]
    var first = entry
    var isSameInstant = true
    while let old = first.fact.supersedes {
      guard seen.insert(old).inserted else {
        // A circle has no first one; the least id stands for it.
        origin.id = seen.min(by: { $0.uuidString < $1.uuidString }) ?? origin.id
        break
      }
      origin.id = old
      origin.corrections += 1
      guard let before = byID[old] else { break }
      if before.fact.at == entry.fact.at, isSameInstant {
        origin.place = before.place
      } else {
        isSameInstant = false
      }
      first = before
    }
    return origin
  }
}
