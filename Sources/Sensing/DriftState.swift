/// What is known of a vertical motion at a moment: position p, velocity v and the sensor's error of
/// acceleration b along up, with the upper triangle of their covariance. It is what the live part
/// follows; of the whole recording ``DriftFilter`` knows the error as a vector.
struct DriftState: Sendable, Hashable, Codable {
  var p = 0.0
  var v = 0.0
  var b = 0.0
  var pp = 1.0
  var pv = 0.0
  var pb = 0.0
  var vv = 1.0
  var vb = 0.0
  var bb = 0.0

  init(biasVariance: Double) { bb = biasVariance }

  /// A step on with an acceleration.
  @inline(__always)
  mutating func predict(_ acceleration: Double, over h: Double, noise: Double, wander: Double) {
    let half = 0.5 * h * h
    let a = acceleration - b
    p += v * h + a * half
    v += a * h
    // F P Fᵀ with F = [1 h −h²/2; 0 1 −h; 0 0 1], and the noise.
    let nextPV = pv + h * vv - half * vb
    let nextPB = pb + h * vb - half * bb
    pp += 2 * h * pv - 2 * half * pb + h * h * vv - 2 * h * half * vb + half * half * bb
    pv = nextPV - h * nextPB
    vv += -2 * h * vb + h * h * bb + noise * h
    pb = nextPB
    vb -= h * bb
    bb += wander
  }

  @inline(__always)
  mutating func takePosition(_ value: Double, variance: Double) {
    take(value - p, covariances: (pp, pv, pb), variance: pp + variance)
  }

  @inline(__always)
  mutating func takeVelocity(_ value: Double, variance: Double) {
    take(value - v, covariances: (pv, vv, vb), variance: vv + variance)
  }

  /// Takes in by how much a measurement was missed, from its covariances with what is sought and the
  /// miss's variance.
  @inline(__always)
  private mutating func take(
    _ miss: Double, covariances c: (p: Double, v: Double, b: Double), variance: Double
  ) {
    let gain = (p: c.p / variance, v: c.v / variance, b: c.b / variance)
    p += gain.p * miss
    v += gain.v * miss
    b += gain.b * miss
    pp -= gain.p * c.p
    pv -= gain.p * c.v
    pb -= gain.p * c.b
    vv -= gain.v * c.v
    vb -= gain.v * c.b
    bb -= gain.b * c.b
  }
}
