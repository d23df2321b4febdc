/// The filter behind ``Drift``: ``DriftState`` forward; the adjoint, backward.
struct DriftFilter {
  typealias Triple = DriftState.Triple

  /// One scalar measurement as the filter took it in.
  private struct Update {
    var place: Int
    var isVelocity: Bool
    var gain: DriftState.Gain
  }

  private let step: Double
  /// Up in the sensor's frame at each step: how its error shows along up.
  private let up: [Triple]
  private var state: DriftState
  private var kept: [DriftState.Known]
  private var updates: [Update] = []

  init(up: [Triple], step: Double, biasVariance: Double) {
    self.step = step
    self.up = up
    state = DriftState(biasVariance: biasVariance)
    kept = [DriftState.Known](repeating: state.now, count: up.count)
  }

  /// A step on with an acceleration, to a place.
  @inline(__always)
  mutating func predict(_ acceleration: Double, noise: Double, wander: Double, to place: Int) {
    state.predict(acceleration, along: up[place], over: step, noise: noise, wander: wander)
  }

  @inline(__always)
  mutating func takePosition(_ value: Double, variance: Double, at place: Int) {
    let gain = state.takePosition(value, variance: variance)
    updates.append(Update(place: place, isVelocity: false, gain: gain))
  }

  @inline(__always)
  mutating func takeVelocity(_ value: Double, variance: Double, at place: Int) {
    let gain = state.takeVelocity(value, variance: variance)
    updates.append(Update(place: place, isVelocity: true, gain: gain))
  }

  mutating func keep(_ place: Int) { kept[place] = state.now }

  /// The motion in the light of everything before and after.
  consuming func smoothed() -> Drift.Motion {
    var motion = Drift.Motion(
      position: [Double](repeating: 0, count: kept.count),
      velocity: [Double](repeating: 0, count: kept.count))
    let h = step
    var (lp, lv, lb) = (0.0, 0.0, Triple.zero)
    var update = updates.count - 1
    for place in kept.indices.reversed() {
      let at = kept[place]
      motion.position[place] = at.p - (at.pp * lp + at.pv * lv + DriftState.dot(at.pb, lb))
      motion.velocity[place] = at.v - (at.pv * lp + at.vv * lv + DriftState.dot(at.vb, lb))
      while update >= 0, updates[update].place == place {
        let (taken, isVelocity) = (updates[update].gain, updates[update].isVelocity)
        update -= 1
        let pull =
          taken.p * lp + taken.v * lv + DriftState.dot(taken.b, lb) + taken.scaledInnovation
        if isVelocity { lv -= pull } else { lp -= pull }
      }
      // λ ← Fᵀ λ
      lb -= (0.5 * h * h * lp + h * lv) * up[place]
      lv += h * lp
    }
    return motion
  }
}
