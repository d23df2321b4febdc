import RealModule

/// The arm with its load: one joint, one muscle, gravity.
struct CurlArm: Sendable {
  static let gravity = 9.80665
  let parameters: CurlParameters
  let upperArmRadians: Double
  let loadKilograms: Double
  /// Of the muscle, in newtons at its best length: such that the athlete's best curl is just lifted.
  let greatestForce: Double

  init(_ curl: Curl, _ parameters: CurlParameters) {
    self.parameters = parameters
    upperArmRadians = curl.upperArmDegrees * .pi / 180
    loadKilograms = curl.loadKilograms
    greatestForce = Self.force(lifting: curl.oneRepMaxKilograms, parameters)
  }

  /// Of forearm and load about the elbow, kg·m².
  var inertia: Double {
    parameters.forearmKilograms * parameters.forearmGyrationMeters
      * parameters.forearmGyrationMeters + Self.inertia(of: loadKilograms, parameters)
  }

  /// Mass × distance of forearm and load, kg·m.
  private var moment: Double {
    parameters.forearmKilograms * parameters.forearmCentreMeters
      + loadKilograms * parameters.gripMeters
  }

  private static func inertia(of load: Double, _ parameters: CurlParameters) -> Double {
    load * parameters.gripMeters * parameters.gripMeters
  }

  /// m·g·l·cos of the forearm's elevation above the horizontal, N·m.
  func gravityTorque(at elbow: Double) -> Double {
    moment * Self.gravity * Double.sin(elbow + upperArmRadians)
  }

  /// The height energy of forearm and load, J, from where the forearm is level.
  func heightJoules(at elbow: Double) -> Double {
    -moment * Self.gravity * Double.cos(elbow + upperArmRadians)
  }

  private static func momentArm(at elbow: Double, _ parameters: CurlParameters) -> Double {
    parameters.straightMomentArmMeters
      + parameters.momentArmGrowthMeters * max(0, Double.sin(elbow))
  }

  /// In optimal lengths: the tendon doesn't give, so the fibres shorten by the moment arm × angle.
  static func fibreLength(at elbow: Double, _ parameters: CurlParameters) -> Double {
    let best = parameters.bestElbowDegrees * .pi / 180
    let longer =
      parameters.straightMomentArmMeters * (best - elbow)
      + parameters.momentArmGrowthMeters * (Double.cos(elbow) - Double.cos(best))
    return 1 + longer / parameters.optimalFibreMeters
  }

  /// In maximal shortening velocities; bending the elbow shortens.
  static func fibreVelocity(
    at elbow: Double, radiansPerSecond: Double, _ parameters: CurlParameters
  ) -> Double {
    -radiansPerSecond * momentArm(at: elbow, parameters)
      / (parameters.optimalFibreMeters * parameters.fibreLengthsPerSecond)
  }

  /// The most the muscle does at the elbow, per newton of its greatest force.
  private static func leverage(
    at elbow: Double, radiansPerSecond: Double, _ parameters: CurlParameters
  ) -> Double {
    momentArm(at: elbow, parameters)
      * parameters.muscle.greatestForce(
        length: fibreLength(at: elbow, parameters),
        velocity: fibreVelocity(at: elbow, radiansPerSecond: radiansPerSecond, parameters))
  }

  func greatestTorque(at elbow: Double, radiansPerSecond: Double) -> Double {
    max(
      0,
      greatestForce
        * Self.leverage(at: elbow, radiansPerSecond: radiansPerSecond, parameters))
  }
}

// MARK: - What can just be done

extension CurlArm {
  /// The muscle's force with which this load is just lifted in the time of a best curl, standing.
  private static func force(lifting load: Double, _ parameters: CurlParameters) -> Double {
    let moment =
      parameters.forearmKilograms * parameters.forearmCentreMeters + load * parameters.gripMeters
    let inertia =
      parameters.forearmKilograms * parameters.forearmGyrationMeters
      * parameters.forearmGyrationMeters + inertia(of: load, parameters)
    let way = CurlWay(
      from: 10 * .pi / 180, to: 130 * .pi / 180, seconds: parameters.bestCurlSeconds)
    return way.points.reduce(0) { most, point in
      let needed =
        inertia * point.acceleration + moment * gravity * Double.sin(point.angle)
      let leverage = leverage(
        at: point.angle, radiansPerSecond: point.velocity, parameters)
      return leverage > 0 ? max(most, needed / leverage) : most
    }
  }

  /// The heaviest load the muscle can keep to this way, kg; 0 where it can't even keep the forearm.
  func heaviestLoad(on way: CurlWay, effort: Double) -> Double {
    let forearm =
      parameters.forearmKilograms * parameters.forearmGyrationMeters
      * parameters.forearmGyrationMeters
    let forearmMoment = parameters.forearmKilograms * parameters.forearmCentreMeters
    return way.points.reduce(.infinity) { least, point in
      let sine = Double.sin(point.angle + upperArmRadians)
      let greatest =
        effort * greatestTorque(at: point.angle, radiansPerSecond: point.velocity)
      let left = greatest - forearm * point.acceleration - forearmMoment * Self.gravity * sine
      let perKilogram =
        parameters.gripMeters
        * (parameters.gripMeters * point.acceleration + Self.gravity * sine)
      return perKilogram > 1e-6 ? min(least, max(0, left / perKilogram)) : least
    }
  }
}

/// A smooth way from one angle to another: the speed rises and falls like a half wave.
struct CurlWay: Sendable {
  let from: Double
  let to: Double
  let seconds: Double

  struct Point { var angle, velocity, acceleration: Double }

  /// Where the way is meant to be, so long after its beginning.
  func point(after time: Double) -> Point {
    let share = min(1, max(0, time / seconds))
    let rate = Double.pi / seconds
    let wave = Double.pi * share
    let half = (to - from) / 2
    return Point(
      angle: from + half * (1 - Double.cos(wave)), velocity: half * rate * Double.sin(wave),
      acceleration: share < 1 ? half * rate * rate * Double.cos(wave) : 0)
  }

  /// When the way is meant to be at an angle.
  func time(at angle: Double) -> Double {
    guard to != from else { return 0 }
    let share = min(1, max(0, (angle - from) / (to - from)))
    return seconds * Double.acos(1 - 2 * share) / .pi
  }

  /// Two hundred points along it.
  var points: [Point] { (0...200).map { point(after: seconds * Double($0) / 200) } }
}
