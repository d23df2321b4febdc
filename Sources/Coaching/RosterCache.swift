import Foundation

/// Keeps what was worked out of members until something of it changes, and works out what is missing, few at
/// a time: a list of two hundred must not fold two hundred histories whenever it is looked at.
actor RosterCache {
  /// While all of this is the same, so is the entry.
  struct Key: Sendable, Hashable {
    var athlete: UUID
    /// The newest of their facts, and the newest of the limits that hold for them.
    var facts: String
    var limits: String
    /// Their civil day.
    var day: Int
    /// Their clock, as it decides what a day is.
    var timeZone: String
  }

  private struct Kept {
    var key: Key
    var entry: RosterEntry
    var used: Int
  }

  private var kept: [UUID: Kept] = [:]
  private var uses = 0
  private var waiting: [(key: Key, make: @Sendable () async -> RosterEntry?)] = []
  private var running: Set<Key> = []
  /// Those that couldn't be worked out: asked again, not waited for.
  private var failed: Set<Key> = []
  private let width: Int
  private let most: Int

  init(width: Int = max(2, ProcessInfo.processInfo.activeProcessorCount / 2), most: Int = 2_000) {
    self.width = width
    self.most = most
  }

  /// What is known, and has what isn't worked out.
  ///
  /// - Returns: Entries by athlete, and whether some are still on their way.
  func entries(
    for keys: [Key], make: @escaping @Sendable (Key) async -> RosterEntry?
  ) -> (known: [UUID: RosterEntry], isComplete: Bool) {
    var known: [UUID: RosterEntry] = [:]
    var isComplete = true
    for key in keys {
      if let entry = kept[key.athlete], entry.key == key {
        uses += 1
        kept[key.athlete]?.used = uses
        known[key.athlete] = entry.entry
      } else if failed.contains(key) {
        continue
      } else {
        isComplete = false
        if !running.contains(key), !waiting.contains(where: { $0.key == key }) {
          waiting.append((key, { await make(key) }))
        }
      }
    }
    goOn()
    return (known, isComplete)
  }

  private func goOn() {
    while running.count < width, !waiting.isEmpty {
      let next = waiting.removeFirst()
      running.insert(next.key)
      Task.detached(priority: .utility) {
        let entry = await next.make()
        await self.take(entry, for: next.key)
      }
    }
  }

  private func take(_ entry: RosterEntry?, for key: Key) {
    running.remove(key)
    if let entry {
      uses += 1
      kept[key.athlete] = Kept(key: key, entry: entry, used: uses)
      if kept.count > most, let oldest = kept.min(by: { $0.value.used < $1.value.used })?.key {
        kept[oldest] = nil
      }
    } else {
      if failed.count >= most { failed = [] }
      failed.insert(key)
    }
    goOn()
  }

  /// Forgets somebody whose data are deleted.
  func forget(_ athlete: UUID) { kept[athlete] = nil }
}
