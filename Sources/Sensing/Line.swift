/// The motion of what stands for the load, along one line, on the grid.
struct Line: Sendable {
  enum Unit: Sendable {
    case meters
    case radians
    /// Lengths of a body in a picture.
    case bodyLengths

    /// The smallest way that is a repetition: a calf raise, a wrist curl.
    var smallest: Double {
      switch self {
      case .meters: 0.06
      case .radians: 0.12
      case .bodyLengths: 0.1
      }
    }

    /// The way of an ordinary repetition.
    var ordinary: Double {
      switch self {
      case .meters: 0.5
      case .radians: 1.2
      case .bodyLengths: 1
      }
    }

    func costOfASet(_ parameters: SensingParameters) -> Double {
      switch self {
      case .meters: parameters.costOfASet
      case .radians, .bodyLengths: parameters.costOfATurningSet
      }
    }
  }

  /// Rising while the muscle shortens, as far as is known.
  var values: [Double]
  var unit: Unit
  /// A second, where it is known better than from the values.
  var velocity: [Double]?
  /// Whether the values come from integration.
  var drifts = false
  /// Whether it is where the sensor is heading, which gravity doesn't show.
  var isHeading = false
  /// Whether it is a straight direction along which the load goes only a part of its way, so that nothing is
  /// told in meters.
  var isPartOfTheWay = false
  var tellsMeters: Bool { unit == .meters && !isPartOfTheWay }
  /// How surely rising is shortening, −1 to 1.
  var agreement = 1.0
  /// The way below which a move is rather the sensor's jitter, in the line's unit.
  var leastWay = 0.0
  /// Where the body is, on the grid, where that is seen beside the motion.
  var whereabouts: Whereabouts?
  /// The body's posture, likewise.
  var pose: Pose?

  var reversed: Line {
    var line = self
    line.values = values.map { -$0 }
    line.velocity = velocity.map { $0.map { -$0 } }
    return line
  }
}
