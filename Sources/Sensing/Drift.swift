import Lifting

/// Vertical motion from vertical acceleration, its drift held down by what is known of the motion.
///
/// The state is position, velocity and the sensor's error in acceleration, a vector that stays with
/// the sensor as it turns. The error wanders (a random walk) and is noisy besides; the position is loosely known to stay about where it is; and at
/// anchors the load stands still, or stands still where it stood before. All of it is linear and
/// Gaussian, so a Kalman filter forward and the adjoint recursion of Bryson and Frazier (1963)
/// backward give the one most probable motion exactly, in time linear in the length.
struct Drift: Sendable {
  /// Something that is known of the motion at a place of the grid.
  struct Anchor: Sendable {
    var place: Int
    /// How nearly the load stands still, m/s.
    var stillness: Double
    /// How exactly it stands at the level of the set's ends, m; nil where it may be anywhere.
    var levelWithin: Double?
  }

  struct Motion: Sendable {
    /// m, up positive.
    var position: [Double]
    /// m/s.
    var velocity: [Double]
  }

  let parameters: SensingParameters
  let step: Double
  /// m/s², on the grid.
  let upward: [Double]
  /// Up in the sensor's frame.
  let up: [DriftFilter.Triple]
  /// How noisy that is: the density of the random walk it makes of velocity, m²/s³.
  let noise: [Double]
  /// How far the sensor's error may wander in each step, as a variance, (m/s²)².
  let wander: [Double]

  init(
    _ upward: [Double], up: [DriftFilter.Triple], noise: [Double], wander: [Double], step: Double,
    _ parameters: SensingParameters
  ) {
    self.up = up
    self.parameters = parameters
    self.step = step
    self.upward = upward
    self.noise = noise
    self.wander = wander
  }

  /// Steps from one loose statement about the motion to the next.
  var statementEvery: Int { max(1, Int(saturating: (0.2 / step).rounded())) }

  /// The most probable motion, given anchors in the order of their places and, as a variance of the
  /// load's velocity, how nearly it stands still at every statement.
  func motion(anchors: [Anchor], rest: [Double]) -> Motion {
    let every = statementEvery
    let loose =
      parameters.looseLevelMeters * parameters.looseLevelMeters / (Double(every) * step)
    var filter = DriftFilter(
      up: up, step: step,
      biasVariance: parameters.accelerationErrorMetersPerSecondSquared
        * parameters.accelerationErrorMetersPerSecondSquared)
    var nextAnchor = 0
    for place in upward.indices {
      if place > 0 {
        filter.predict(
          0.5 * (upward[place] + upward[place - 1]), noise: noise[place], wander: wander[place],
          to: place)
      }
      if place % every == 0 {
        filter.takePosition(0, variance: loose, at: place)
        if rest.indices.contains(place / every) {
          filter.takeVelocity(0, variance: rest[place / every], at: place)
        }
      }
      while nextAnchor < anchors.count {
        let anchor = anchors[nextAnchor]
        guard anchor.place <= place else { break }
        nextAnchor += 1
        filter.takeVelocity(0, variance: anchor.stillness * anchor.stillness, at: place)
        if let within = anchor.levelWithin {
          filter.takePosition(0, variance: within * within, at: place)
        }
      }
      filter.keep(place)
    }
    return filter.smoothed()
  }

  /// How nearly the load stands still at every statement, if rest is the rule.
  ///
  /// Lifting is rest with moves in between. A statement of rest that the motion contradicts is let
  /// go, and the others hold the better for it: re-weighted least squares after Geman and McClure,
  /// the scale tightened from pass to pass. It runs on a coarse grid.
  func rest() -> [Double] {
    let ratio = max(1, statementEvery / 2)
    let count = upward.count / ratio
    guard count > 4 else { return [] }
    func summed(_ values: [Double], _ share: Double) -> [Double] {
      (0..<count).map { place in
        var sum = 0.0
        for inner in (place * ratio)..<((place + 1) * ratio) { sum += values[inner] }
        return sum * share
      }
    }
    let share = 1 / Double(ratio)
    let coarseUp = (0..<count).map { place in
      up[(place * ratio)..<((place + 1) * ratio)].reduce(.zero, +) * share
    }
    let coarse = Drift(
      summed(upward, share), up: coarseUp, noise: summed(noise, share), wander: summed(wander, 1),
      step: step * Double(ratio), parameters)
    var rest: [Double] = []
    for scale in parameters.restScalesMetersPerSecond {
      rest = coarse.rest(after: coarse.motion(anchors: [], rest: rest).velocity, scale: scale)
    }
    return rest
  }

  /// The same where the motion is known well already.
  func rest(after velocity: [Double]) -> [Double] {
    rest(after: velocity, scale: parameters.restScalesMetersPerSecond.last ?? 0.08)
  }

  private func rest(after velocity: [Double], scale: Double) -> [Double] {
    let still = parameters.restMetersPerSecond * parameters.restMetersPerSecond
    return stride(from: 0, to: velocity.count, by: statementEvery).map { place in
      let excess = velocity[place] / scale
      let weight = 1 + excess * excess
      return still * weight * weight
    }
  }
}
