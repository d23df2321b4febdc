/// The filter behind ``Drift``: position p, velocity v and the sensor's error of acceleration b, a
/// constant vector in the sensor's frame, forward; the adjoint, backward.
struct DriftFilter {
  /// Three numbers, one for each of the sensor's axes; the fourth is 0.
  typealias Triple = SIMD4<Double>

  /// What is known at a moment, with the covariances that smoothing needs.
  private struct Known {
    var p = 0.0
    var v = 0.0
    var pp = 1.0
    var pv = 0.0
    var vv = 1.0
    var pb = Triple.zero
    var vb = Triple.zero
  }

  /// One scalar measurement as the filter took it in.
  private struct Update {
    var place: Int
    var isVelocity: Bool
    var p: Double
    var v: Double
    var b: Triple
    var scaledInnovation: Double
  }

  private let step: Double
  /// Up in the sensor's frame at each step: how its error shows along up.
  private let up: [Triple]
  private var now = Known()
  private var b = Triple.zero
  /// The covariance of the error, by columns.
  private var bb: (x: Triple, y: Triple, z: Triple)
  private var kept: [Known]
  private var updates: [Update] = []

  init(up: [Triple], step: Double, biasVariance: Double) {
    self.step = step
    self.up = up
    bb = (
      Triple(biasVariance, 0, 0, 0), Triple(0, biasVariance, 0, 0), Triple(0, 0, biasVariance, 0)
    )
    kept = [Known](repeating: now, count: up.count)
  }

  @inline(__always)
  private static func dot(_ a: Triple, _ b: Triple) -> Double {
    a.x * b.x + a.y * b.y + a.z * b.z
  }

  /// A step on with an acceleration, to a place.
  @inline(__always)
  mutating func predict(_ acceleration: Double, noise: Double, wander: Double, to place: Int) {
    let h = step
    let half = 0.5 * h * h
    let d = up[place]
    let a = acceleration - Self.dot(b, d)
    now.p += now.v * h + a * half
    now.v += a * h
    // F P Fᵀ with F = [1 h −½h²dᵀ; 0 1 −h dᵀ; 0 0 I], and the noise.
    let bd = bb.x * d.x + bb.y * d.y + bb.z * d.z
    let pd = Self.dot(now.pb, d)
    let vd = Self.dot(now.vb, d)
    let dd = Self.dot(bd, d)
    let pv = now.pv + h * now.vv - half * vd
    now.pp += 2 * h * now.pv - 2 * half * pd + h * h * now.vv - 2 * h * half * vd + half * half * dd
    now.pv = pv - h * (pd + h * vd - half * dd)
    now.vv += -2 * h * vd + h * h * dd + noise * h
    now.pb += h * now.vb - half * bd
    now.vb -= h * bd
    bb.x.x += wander
    bb.y.y += wander
    bb.z.z += wander
  }

  @inline(__always)
  mutating func takePosition(_ value: Double, variance: Double, at place: Int) {
    let share = 1 / (now.pp + variance)
    take(
      Update(
        place: place, isVelocity: false, p: now.pp * share, v: now.pv * share, b: now.pb * share,
        scaledInnovation: (value - now.p) * share), value - now.p, now.pp, now.pv, now.pb)
  }

  @inline(__always)
  mutating func takeVelocity(_ value: Double, variance: Double, at place: Int) {
    let share = 1 / (now.vv + variance)
    take(
      Update(
        place: place, isVelocity: true, p: now.pv * share, v: now.vv * share, b: now.vb * share,
        scaledInnovation: (value - now.v) * share), value - now.v, now.pv, now.vv, now.vb)
  }

  /// Takes in a measurement by its gains, its miss and its covariances with what is sought.
  @inline(__always)
  private mutating func take(
    _ gain: Update, _ miss: Double, _ p: Double, _ v: Double, _ other: Triple
  ) {
    now.p += gain.p * miss
    now.v += gain.v * miss
    b += gain.b * miss
    now.pp -= gain.p * p
    now.pv -= gain.p * v
    now.vv -= gain.v * v
    now.pb -= gain.p * other
    now.vb -= gain.v * other
    bb.x -= gain.b * other.x
    bb.y -= gain.b * other.y
    bb.z -= gain.b * other.z
    updates.append(gain)
  }

  mutating func keep(_ place: Int) { kept[place] = now }

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
      motion.position[place] = at.p - (at.pp * lp + at.pv * lv + Self.dot(at.pb, lb))
      motion.velocity[place] = at.v - (at.pv * lp + at.vv * lv + Self.dot(at.vb, lb))
      while update >= 0, updates[update].place == place {
        let taken = updates[update]
        update -= 1
        let pull = taken.p * lp + taken.v * lv + Self.dot(taken.b, lb) + taken.scaledInnovation
        if taken.isVelocity { lv -= pull } else { lp -= pull }
      }
      // λ ← Fᵀ λ
      lb -= (0.5 * h * h * lp + h * lv) * up[place]
      lv += h * lp
    }
    return motion
  }
}
