public import Lifting

/// One figure of an exercise that a rule changed.
public struct Change: Sendable, Hashable, Codable {
  public enum Quantity: String, Sendable, Hashable, Codable, CaseIterable {
    case sets, negativeSets
    /// Sets × reps lowered with the eccentric stressed.
    case eccentricReps
    /// The heaviest external load.
    case kilograms
    /// The largest assistance.
    case assistanceKilograms
    /// The slowest lowering.
    case loweringSeconds
    /// The fewest.
    case repsInReserve
  }

  public var exercise: Exercise.ID
  public var quantity: Quantity
  public var from: Double
  public var to: Double

  public init(exercise: Exercise.ID, quantity: Quantity, from: Double, to: Double) {
    self.exercise = exercise
    self.quantity = quantity
    self.from = from
    self.to = to
  }
}

/// The figures of a draft, by exercise.
typealias Quantities = [Exercise.ID: [Change.Quantity: Double]]

extension Draft {
  var quantities: Quantities { Self.quantities(of: items) }

  static func quantities(of items: [Item]) -> Quantities {
    items.reduce(into: [:]) { quantities, item in
      quantities[item.exercise.id, default: [:]].merge(item.quantities) { first, second in
        first + second
      }
    }
  }
}

extension Draft.Item {
  var eccentricReps: Int {
    doses.filter(\.emphasizesEccentric).reduce(0) { $0 + $1.sets * $1.mostReps }
  }

  fileprivate var quantities: [Change.Quantity: Double] {
    [
      .sets: Double(doses.reduce(0) { $0 + $1.sets }),
      .negativeSets: Double(negativeSets),
      .eccentricReps: Double(eccentricReps),
      .kilograms: (doses.compactMap { $0.load?.external.kilograms }.max() ?? 0)
        .rounded(toDecimals: 1),
      .assistanceKilograms: (doses.compactMap { $0.load?.assistance.kilograms }.max() ?? 0)
        .rounded(toDecimals: 1),
      .loweringSeconds: doses.compactMap { $0.tempo.eccentric.seconds }.max() ?? 0,
      .repsInReserve: Double(doses.map(\.repsInReserve).min() ?? 0),
    ]
  }
}

extension Change {
  /// What is different, in the order of exercises and quantities. Of an exercise that is gone only its
  /// sets are told.
  static func all(from before: Quantities, to after: Quantities) -> [Change] {
    before.sorted { $0.key < $1.key }.flatMap { id, figures -> [Change] in
      let now = after[id] ?? [:]
      let isGone = (now[.sets] ?? 0) == 0
      return Quantity.allCases.compactMap { quantity in
        guard !isGone || quantity == .sets || quantity == .negativeSets else { return nil }
        let (from, to) = (figures[quantity] ?? 0, now[quantity] ?? 0)
        return from == to ? nil : Change(exercise: id, quantity: quantity, from: from, to: to)
      }
    }
  }

  /// Gives each reason the changes of its exercise; what belongs to none goes with the first reason.
  static func noting(_ changes: [Change], in reasons: [Reason]) -> [Reason] {
    var reasons = reasons
    for change in changes {
      let index = reasons.firstIndex { $0.exercise == change.exercise } ?? 0
      reasons[index].numbers.append(change)
    }
    return reasons
  }
}
