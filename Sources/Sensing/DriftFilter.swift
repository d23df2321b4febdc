/// The filter behind ``Drift``: position p, velocity v and error of acceleration b, forward; the
/// adjoint, backward.
struct DriftFilter {
  /// One scalar measurement as the filter took it in.
  private struct Update {
    var place: Int
    var isVelocity: Bool
    var gain: (p: Double, v: Double, b: Double)
    var scaledInnovation: Double
  }

  /// What is kept of a step: the state and the upper triangle of its covariance.
  private struct Kept {
    var p = 0.0
    var v = 0.0
    var b = 0.0
    var pp = 1.0
    var pv = 0.0
    var pb = 0.0
    var vv = 1.0
    var vb = 0.0
    var bb = 0.0
  }

  private let step: Double
  private var now = Kept()
  private var kept: [Kept]
  private var updates: [Update] = []

  init(count: Int, step: Double, biasVariance: Double) {
    self.step = step
    kept = [Kept](repeating: Kept(), count: count)
    now.bb = biasVariance
  }

  /// A step on with an acceleration.
  mutating func predict(_ acceleration: Double, noise: Double, wander: Double) {
    let h = step
    let half = 0.5 * h * h
    let a = acceleration - now.b
    now.p += now.v * h + a * half
    now.v += a * h
    // F P Fᵀ with F = [1 h −h²/2; 0 1 −h; 0 0 1], and the noise.
    let pv = now.pv + h * now.vv - half * now.vb
    let pb = now.pb + h * now.vb - half * now.bb
    now.pp +=
      2 * h * now.pv - 2 * half * now.pb + h * h * now.vv - 2 * h * half * now.vb
      + half * half * now.bb
    now.pv = pv - h * pb
    now.vv += -2 * h * now.vb + h * h * now.bb + noise * h
    now.pb = pb
    now.vb -= h * now.bb
    now.bb += wander
  }

  mutating func takePosition(_ value: Double, variance: Double, at place: Int) {
    let s = now.pp + variance
    let gain = (p: now.pp / s, v: now.pv / s, b: now.pb / s)
    let miss = value - now.p
    now.p += gain.p * miss
    now.v += gain.v * miss
    now.b += gain.b * miss
    now.vv -= gain.v * now.pv
    now.vb -= gain.v * now.pb
    now.bb -= gain.b * now.pb
    now.pb -= gain.p * now.pb
    now.pv -= gain.p * now.pv
    now.pp -= gain.p * now.pp
    updates.append(
      Update(place: place, isVelocity: false, gain: gain, scaledInnovation: miss / s))
  }

  mutating func takeVelocity(_ value: Double, variance: Double, at place: Int) {
    let s = now.vv + variance
    let gain = (p: now.pv / s, v: now.vv / s, b: now.vb / s)
    let miss = value - now.v
    now.p += gain.p * miss
    now.v += gain.v * miss
    now.b += gain.b * miss
    now.pp -= gain.p * now.pv
    now.pb -= gain.p * now.vb
    now.bb -= gain.b * now.vb
    now.pv -= gain.v * now.pv
    now.vb -= gain.v * now.vb
    now.vv -= gain.v * now.vv
    updates.append(Update(place: place, isVelocity: true, gain: gain, scaledInnovation: miss / s))
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
