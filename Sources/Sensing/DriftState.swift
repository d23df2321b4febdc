/// What is known of a vertical motion at a moment, up to then: position p, velocity v and the sensor's
/// error of acceleration b, a vector in the sensor's frame, with their covariances.
struct DriftState: Sendable, Hashable, Codable {
  /// Three numbers, one for each of the sensor's axes; the fourth is 0.
  typealias Triple = SIMD4<Double>

  /// All but the error itself: what smoothing needs of a moment.
  struct Known: Sendable, Hashable, Codable {
    var p = 0.0
    var v = 0.0
    var pp = 1.0
    var pv = 0.0
    var vv = 1.0
    var pb = Triple.zero
    var vb = Triple.zero
  }

  /// How a measurement was taken in.
  struct Gain: Sendable {
    var p: Double
    var v: Double
    var b: Triple
    /// By how much it was missed, over the miss's variance.
    var scaledInnovation: Double
  }

  var now = Known()
  private(set) var b = Triple.zero
  /// The covariance of the error, by columns.
  private var bx: Triple
  private var by: Triple
  private var bz: Triple

  init(biasVariance: Double) {
    bx = Triple(biasVariance, 0, 0, 0)
    by = Triple(0, biasVariance, 0, 0)
    bz = Triple(0, 0, biasVariance, 0)
  }

  @inline(__always)
  static func dot(_ a: Triple, _ b: Triple) -> Double {
    a.x * b.x + a.y * b.y + a.z * b.z
  }

  /// A step on with an acceleration along up, which is `d` in the sensor's frame.
  @inline(__always)
  mutating func predict(
    _ acceleration: Double, along d: Triple, over h: Double, noise: Double, wander: Double
  ) {
    let half = 0.5 * h * h
    let a = acceleration - Self.dot(b, d)
    now.p += now.v * h + a * half
    now.v += a * h
    // F P Fᵀ with F = [1 h −½h²dᵀ; 0 1 −h dᵀ; 0 0 I], and the noise.
    let bd = bx * d.x + by * d.y + bz * d.z
    let pd = Self.dot(now.pb, d)
    let vd = Self.dot(now.vb, d)
    let dd = Self.dot(bd, d)
    let pv = now.pv + h * now.vv - half * vd
    now.pp += 2 * h * now.pv - 2 * half * pd + h * h * now.vv - 2 * h * half * vd + half * half * dd
    now.pv = pv - h * (pd + h * vd - half * dd)
    now.vv += -2 * h * vd + h * h * dd + noise * h
    now.pb += h * now.vb - half * bd
    now.vb -= h * bd
    bx.x += wander
    by.y += wander
    bz.z += wander
  }

  @inline(__always) @discardableResult
  mutating func takePosition(_ value: Double, variance: Double) -> Gain {
    let share = 1 / (now.pp + variance)
    let gain = Gain(
      p: now.pp * share, v: now.pv * share, b: now.pb * share,
      scaledInnovation: (value - now.p) * share)
    take(gain, value - now.p, now.pp, now.pv, now.pb)
    return gain
  }

  @inline(__always) @discardableResult
  mutating func takeVelocity(_ value: Double, variance: Double) -> Gain {
    let share = 1 / (now.vv + variance)
    let gain = Gain(
      p: now.pv * share, v: now.vv * share, b: now.vb * share,
      scaledInnovation: (value - now.v) * share)
    take(gain, value - now.v, now.pv, now.vv, now.vb)
    return gain
  }

  /// Takes in a measurement by its gains, its miss and its covariances with what is sought.
  @inline(__always)
  private mutating func take(
    _ gain: Gain, _ miss: Double, _ p: Double, _ v: Double, _ other: Triple
  ) {
    now.p += gain.p * miss
    now.v += gain.v * miss
    b += gain.b * miss
    now.pp -= gain.p * p
    now.pv -= gain.p * v
    now.vv -= gain.v * v
    now.pb -= gain.p * other
    now.vb -= gain.v * other
    bx -= gain.b * other.x
    by -= gain.b * other.y
    bz -= gain.b * other.z
  }
}
