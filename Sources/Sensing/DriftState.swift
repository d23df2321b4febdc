/// What is known of a vertical motion at a moment: position p, velocity v and the sensor's error of
/// acceleration b, with the upper triangle of their covariance.
struct DriftState: Sendable, Hashable, Codable {
  /// What a scalar measurement changed.
  struct Taken {
    var gain: (p: Double, v: Double, b: Double)
    var scaledInnovation: Double
  }

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
  mutating func takePosition(_ value: Double, variance: Double) -> Taken {
    let s = pp + variance
    let gain = (p: pp / s, v: pv / s, b: pb / s)
    let miss = value - p
    p += gain.p * miss
    v += gain.v * miss
    b += gain.b * miss
    vv -= gain.v * pv
    vb -= gain.v * pb
    bb -= gain.b * pb
    pb -= gain.p * pb
    pv -= gain.p * pv
    pp -= gain.p * pp
    return Taken(gain: gain, scaledInnovation: miss / s)
  }

  @inline(__always)
  mutating func takeVelocity(_ value: Double, variance: Double) -> Taken {
    let s = vv + variance
    let gain = (p: pv / s, v: vv / s, b: vb / s)
    let miss = value - v
    p += gain.p * miss
    v += gain.v * miss
    b += gain.b * miss
    pp -= gain.p * pv
    pb -= gain.p * vb
    bb -= gain.b * vb
    pv -= gain.v * pv
    vb -= gain.v * vb
    vv -= gain.v * vv
    return Taken(gain: gain, scaledInnovation: miss / s)
  }
}
