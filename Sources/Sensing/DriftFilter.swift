/// The filter behind ``Drift``: position p, velocity v and error of acceleration b, forward; the
/// adjoint, backward.
struct DriftFilter {
  /// One scalar measurement as the filter took it in.
  private struct Update {
    var place: Int
    var isVelocity: Bool
    var gain: (p: Double, v: Double, b: Double)
    var scaledInnovation: Double

    init(place: Int, isVelocity: Bool, _ taken: DriftState.Taken) {
      self.place = place
      self.isVelocity = isVelocity
      gain = taken.gain
      scaledInnovation = taken.scaledInnovation
    }
  }

  private let step: Double
  private var now: DriftState
  private var kept: [DriftState]
  private var updates: [Update] = []

  init(count: Int, step: Double, biasVariance: Double) {
    self.step = step
    now = DriftState(biasVariance: biasVariance)
    kept = [DriftState](repeating: now, count: count)
  }

  /// A step on with an acceleration.
  mutating func predict(_ acceleration: Double, noise: Double, wander: Double) {
    now.predict(acceleration, over: step, noise: noise, wander: wander)
  }

  mutating func takePosition(_ value: Double, variance: Double, at place: Int) {
    updates.append(
      Update(place: place, isVelocity: false, now.takePosition(value, variance: variance)))
  }

  mutating func takeVelocity(_ value: Double, variance: Double, at place: Int) {
    updates.append(
      Update(place: place, isVelocity: true, now.takeVelocity(value, variance: variance)))
  }

  mutating func keep(_ place: Int) { kept[place] = now }

  /// The motion in the light of everything before and after.
  consuming func smoothed() -> Drift.Motion {
    var motion = Drift.Motion(
      position: [Double](repeating: 0, count: kept.count),
      velocity: [Double](repeating: 0, count: kept.count))
    let h = step
    var (lp, lv, lb) = (0.0, 0.0, 0.0)
    var update = updates.count - 1
    for place in kept.indices.reversed() {
      let at = kept[place]
      motion.position[place] = at.p - (at.pp * lp + at.pv * lv + at.pb * lb)
      motion.velocity[place] = at.v - (at.pv * lp + at.vv * lv + at.vb * lb)
      while update >= 0, updates[update].place == place {
        let taken = updates[update]
        update -= 1
        let pull =
          taken.gain.p * lp + taken.gain.v * lv + taken.gain.b * lb + taken.scaledInnovation
        if taken.isVelocity { lv -= pull } else { lp -= pull }
      }
      // λ ← Fᵀ λ
      lb += -0.5 * h * h * lp - h * lv
      lv += h * lp
    }
    return motion
  }
}
