import RealModule

extension SyntheticMachineSet {
  /// The way of a wrist through a repetition, as a course of place and attitude over a share from 0 to 1.
  struct Way: Sendable {
    /// Forward, left, up, m; pitch, roll, yaw, rad: how far they go to the end of the way.
    var straight: [Double]
    /// How far they are beside that half-way.
    var bent = [0.0, 0, 0, 0, 0, 0]
    /// An arm of this length that turns about an axis across (pitch), along (roll) or up (yaw).
    var lever: (axis: Axis, meters: Double, from: Double, by: Double)?

    enum Axis: Sendable { case pitch, roll, yaw }

    func pose(at share: Double) -> [Double] {
      let half = 4 * share * (1 - share)
      var pose = (0..<6).map { straight[$0] * share + bent[$0] * half }
      guard let (axis, meters, from, by) = lever else { return pose }
      let angle = from + by * share
      let along = meters * (Double.cos(angle) - Double.cos(from))
      let across = meters * (Double.sin(angle) - Double.sin(from))
      switch axis {
      case .pitch:
        pose[0] += along
        pose[2] += across
        // About the axis to the left a positive turn sinks what lies forward.
        pose[3] -= by * share
      case .roll:
        pose[1] += along
        pose[2] += across
        pose[4] += by * share
      case .yaw:
        pose[0] += along
        pose[1] += across
        pose[5] += by * share
      }
      return pose
    }
  }
}

extension SyntheticMachineSet.Maker {
  /// The way of this lift for one person on one machine.
  mutating func drawnWay() -> SyntheticMachineSet.Way {
    typealias Way = SyntheticMachineSet.Way
    func u(_ range: ClosedRange<Double>) -> Double { uniform(range) }
    let bends = [0, 0, 0, u(-0.25...0.25), u(-0.15...0.15), u(-0.1...0.1)]
    switch parameters.lift {
    case .chestPress:
      return Way(
        straight: [
          u(0.25...0.48), u(-0.2...(-0.02)), u(-0.05...0.08), u(-0.2...0.2), u(0...0.3),
          u(0...0.5),
        ], bent: bends)
    case .inclinePress:
      return Way(
        straight: [
          u(0.15...0.3), u(-0.15...0), u(0.18...0.38), u(-0.25...0.25), u(0...0.3), u(0...0.3),
        ], bent: bends)
    case .shoulderPress:
      return Way(
        straight: [
          u(-0.05...0.12), u(-0.15...0), u(0.3...0.5), u(-0.2...0.2), u(-0.25...0.25),
          u(-0.1...0.3),
        ], bent: bends)
    case .cableRow:
      return Way(
        straight: [
          u(-0.5...(-0.28)), u(0...0.12), u(-0.1...0.12), u(-0.5...0.5), u(0...0.5), u(0...0.4),
        ], bent: bends)
    case .machineRow:
      return Way(
        straight: [
          u(-0.42...(-0.22)), u(0...0.12), u(-0.06...0.06), u(-0.25...0.25), u(0...0.2), u(0...0.3),
        ], bent: bends)
    case .pulldown:
      return Way(
        straight: [
          u(-0.15...0.1), u(-0.05...0.1), u(-0.58...(-0.35)), u(-0.4...0.4), u(-0.3...0.3),
          u(-0.2...0.2),
        ], bent: bends)
    case .straightArmPulldown:
      return Way(
        straight: [0, 0, 0, 0, u(-0.2...0.2), 0], bent: bends.map { 0.5 * $0 },
        lever: (.pitch, u(0.5...0.62), u(0.3...0.7), u(-1.7...(-1.1))))
    case .pushdown:
      return Way(
        straight: [u(-0.05...0.05), 0, u(-0.06...0.02), 0, u(-0.4...0.4), u(-0.2...0.2)],
        bent: bends.map { 0.5 * $0 },
        lever: (.pitch, u(0.22...0.28), u(0.2...0.8), u(-1.9...(-1.0))))
    case .curl:
      return Way(
        straight: [u(-0.02...0.1), 0, u(-0.02...0.06), 0, u(-0.3...0.3), u(-0.2...0.2)],
        bent: bends.map { 0.5 * $0 },
        lever: (.pitch, u(0.22...0.28), u(-1.5...(-1.1)), u(1.4...2.3)))
    case .lateralRaise:
      return Way(
        straight: [u(-0.05...0.05), 0, 0, u(-0.3...0.3), 0, u(-0.3...0.3)],
        bent: bends.map { 0.5 * $0 },
        lever: (.roll, u(0.2...0.35), u(-1.5...(-1.2)), u(0.7...1.4)))
    case .pecDeck:
      return Way(
        straight: [0, 0, u(-0.03...0.03), u(-0.12...0.12), u(-0.15...0.15), 0],
        bent: bends.map { 0.4 * $0 },
        lever: (.yaw, u(0.3...0.62), u(-1.5...(-0.9)), u(0.9...1.5)))
    case .reverseFly:
      return Way(
        straight: [0, 0, u(-0.03...0.05), u(-0.12...0.12), u(-0.15...0.15), 0],
        bent: bends.map { 0.4 * $0 },
        lever: (.yaw, u(0.45...0.62), u(-0.2...0.1), u(-1.5...(-0.9))))
    case .cableFly:
      return Way(
        straight: [u(0...0.1), 0, u(-0.3...0.05), u(-0.3...0.3), u(0...0.5), 0], bent: bends,
        lever: (.yaw, u(0.4...0.6), u(-1.4...(-0.9)), u(0.7...1.3)))
    case .facePull:
      return Way(
        straight: [
          u(-0.45...(-0.28)), u(0.05...0.2), u(-0.05...0.12), u(-0.8...(-0.1)), u(-0.3...0.3),
          u(0...0.5),
        ], bent: bends)
    case .legPress:
      // Half of the people have their hands on their knees.
      if happens(0.5) {
        return Way(
          straight: [u(-0.38...(-0.2)), 0, u(0.05...0.25), u(-0.6...(-0.15)), u(-0.15...0.15), 0],
          bent: bends.map { 0.5 * $0 })
      }
      return shakenWay()
    case .legExtension, .legCurl: return shakenWay()
    }
  }

  /// Hands that hold on to handles: the body is pressed into its seat and comes back.
  private mutating func shakenWay() -> SyntheticMachineSet.Way {
    isHeldOn = true
    let size = uniform(0.3...1.2)
    return SyntheticMachineSet.Way(
      straight: (0..<6).map {
        ($0 < 3 ? 0.008 : 0.03) * size * (happens(0.5) ? 1 : -1) * uniform(0.3...1)
      },
      bent: (0..<6).map { ($0 < 3 ? 0.002 : 0.008) * size * gaussian() })
  }
}
