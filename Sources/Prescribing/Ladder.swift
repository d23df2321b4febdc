import Lifting

/// The loads that there are for an exercise: a list of them, or all multiples of a step.
struct Ladder: Sendable {
  private let loads: [Mass]?
  private let step: Mass

  init(_ exercise: Exercise, _ athlete: Athlete) {
    loads = athlete.weights?.loads(of: exercise)
    step = athlete.loadStep
  }

  /// The heaviest that isn't heavier than this; nothing where all are.
  func atMost(_ mass: Mass) -> Mass {
    guard let loads else { return mass.roundedDown(to: step) }
    return loads.last { $0.kilograms <= mass.kilograms + 1e-6 } ?? .zero
  }

  /// The lightest that is heavier than this; nil where none is.
  func above(_ mass: Mass) -> Mass? {
    if let loads { return loads.first { $0.kilograms > mass.kilograms + 1e-6 } }
    guard step.kilograms > 0 else { return nil }
    let down = mass.roundedDown(to: step)
    return Mass(down.amount + step.amount, step.unit)
  }

  /// The next smaller help, a step below this; none below the least step.
  func below(_ help: Mass) -> Mass? {
    guard step.kilograms > 0, help.amount > 0 else { return nil }
    let up = help.roundedUp(to: step)
    return Mass(max(0, up.amount - step.amount), step.unit)
  }

  /// The nearest to this: one above it only where it is nearer and hardly heavier.
  func nearest(_ mass: Mass) -> Mass {
    let below = atMost(mass)
    guard let above = above(mass), above.kilograms <= mass.kilograms * Self.hardlyHeavier,
      above.kilograms - mass.kilograms < mass.kilograms - below.kilograms
    else { return below }
    return above
  }

  /// Two and a half percent cost less than one of the reps in reserve.
  private static let hardlyHeavier = 1.025

  /// The lightest that is heavier by about so much, if it isn't too much at once.
  func raised(_ mass: Mass, byPercent percent: Double, atMostPercent most: Double) -> Mass? {
    guard step.kilograms > 0 || loads != nil else { return nil }
    let wanted = mass.kilograms * (1 + percent / 100)
    guard let next = atLeast(wanted, above: mass),
      next.kilograms <= mass.kilograms * (1 + most / 100) + 1e-6
    else { return nil }
    return next
  }

  private func atLeast(_ kilograms: Double, above mass: Mass) -> Mass? {
    if let loads {
      return loads.first { $0.kilograms > mass.kilograms + 1e-6 && $0.kilograms > kilograms - 1e-6 }
    }
    // In whole steps from what is there: who trains between two steps stays between them.
    let unit = step.converted(to: mass.unit).amount
    guard unit > 0 else { return nil }
    let steps = ((kilograms - mass.kilograms) / step.kilograms - 1e-9).rounded(.up)
    return Mass(mass.amount + max(1, steps) * unit, mass.unit)
  }

  /// So that it never becomes heavier: what is held down, what helps up.
  func rounded(_ load: Load) -> Load {
    guard loads != nil || step.kilograms > 0 else { return load }
    let down = atMost(load.external)
    return Load(
      external: down.amount > 0 ? down : .zero, assistance: load.assistance.roundedUp(to: step))
  }
}

extension Mass {
  fileprivate func roundedUp(to step: Mass) -> Mass {
    guard step.kilograms > 0 else { return self }
    let less = roundedDown(to: step)
    let isExact = kilograms <= less.kilograms + 1e-9
    let up = isExact ? less : Mass(less.amount + step.amount, step.unit) ?? self
    return up.amount > 0 ? up : .zero
  }
}
