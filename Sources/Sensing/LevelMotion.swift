import Lifting
import RealModule

/// What goes on in the level plane, of which gravity tells nothing: where the sensor is heading and how it is
/// accelerated along two level directions that keep still in the world.
///
/// The directions are carried along with the sensor's own turning. Without a gyroscope they are those of the
/// sensor itself, so what is turned about up is taken for straight.
struct LevelMotion: Sendable {
  /// rad, its constant error taken away as far as it is known; empty without a gyroscope.
  let heading: [Double]
  /// m/s², along each direction.
  let along: [[Double]]
  /// Each direction in the sensor's frame.
  let axes: [Axes]
  /// Angular rate in the sensor's frame, rad/s; nil without a gyroscope.
  let rate: Axes?

  init(heading: [Double], along: [[Double]], axes: [Axes], rate: Axes?) {
    self.heading = heading
    self.along = along
    self.axes = axes
    self.rate = rate
  }

  /// The acceleration along a direction between the two, and that direction in the sensor's frame.
  func direction(_ angle: Double) -> (along: [Double], axis: Axes) {
    let (c, s) = (Double.cos(angle), Double.sin(angle))
    func mixed(_ one: [Double], _ other: [Double]) -> [Double] {
      one.indices.map { c * one[$0] + s * other[$0] }
    }
    return (
      mixed(along[0], along[1]),
      Axes(
        x: mixed(axes[0].x, axes[1].x), y: mixed(axes[0].y, axes[1].y),
        z: mixed(axes[0].z, axes[1].z))
    )
  }
}

extension InertialReading {
  /// The motion in the level plane, given where the reading points at rest; nil where the reading alone tells
  /// both, so that neither can be told from the other.
  func level(_ resting: Axes, on timeline: Timeline) -> LevelMotion? {
    guard let turning = rateWithoutError(resting) else { return nil }
    let count = times.count
    var heading = [Double](repeating: 0, count: count)
    var along = [[Double]](repeating: heading, count: 2)
    var axes = [Axes](repeating: Axes(x: heading, y: heading, z: heading), count: 2)
    var level = Self.anyLevel(resting[0])
    for index in 0..<count {
      let up = resting[index]
      if index > 0 {
        let elapsed = min(times[index] - times[index - 1], 0.5)
        let turn = (0.5 * elapsed) * (turning[index] + turning[index - 1])
        let first = Vector.cross(turn, level)
        level = level + (-1) * first + 0.5 * Vector.cross(turn, first)
        heading[index] = heading[index - 1] + Vector.dot(turn, up)
      }
      level = level + (-Vector.dot(level, up)) * up
      level = level.length > 0.1 ? level.unit : Self.anyLevel(up)
      let other = Vector.cross(up, level)
      for (place, axis) in [level, other].enumerated() {
        along[place][index] = Vector.dot(force[index], axis)
        axes[place].x[index] = axis.x
        axes[place].y[index] = axis.y
        axes[place].z[index] = axis.z
      }
    }
    func even(_ values: Axes) -> Axes? {
      guard let x = timeline.even(values.x, at: times), let y = timeline.even(values.y, at: times),
        let z = timeline.even(values.z, at: times)
      else { return nil }
      return Axes(x: x, y: y, z: z)
    }
    guard let evenHeading = timeline.even(heading, at: times),
      let one = timeline.even(along[0], at: times), let other = timeline.even(along[1], at: times),
      let first = even(axes[0]), let second = even(axes[1]), let rate = even(turning)
    else { return nil }
    return LevelMotion(
      heading: evenHeading, along: [one, other], axes: [first.directions, second.directions],
      rate: rate)
  }

  private static func anyLevel(_ up: Vector) -> Vector {
    let side = abs(up.x) < 0.6 ? Vector(x: 1, y: 0, z: 0) : Vector(x: 0, y: 1, z: 0)
    return (side + (-Vector.dot(side, up)) * up).unit
  }

  /// The angular rate without what it reads at rest; nil without a gyroscope.
  ///
  /// Where gravity shows that the sensor's tilt keeps still for a second, it mostly doesn't turn at all: the
  /// middle of what is read then is the sensor's error.
  private func rateWithoutError(_ resting: Axes) -> Axes? {
    guard let rate else { return nil }
    var still = [Int]()
    var from = 0
    for index in times.indices {
      while times[index] - times[from] > 1 { from += 1 }
      let turned = (resting[index] + (-1) * resting[from]).length
      let slow = (rate[index] + (-1) * rate[from]).length
      if turned < 0.03, slow < 0.06, index > from { still.append(index) }
    }
    if still.count < 50 { still = Array(times.indices) }
    func middle(_ axis: [Double]) -> Double {
      let sorted = still.map { axis[$0] }.sorted()
      return min(0.1, max(-0.1, sorted[sorted.count / 2]))
    }
    let error = Vector(x: middle(rate.x), y: middle(rate.y), z: middle(rate.z))
    return Axes(
      x: rate.x.map { $0 - error.x }, y: rate.y.map { $0 - error.y },
      z: rate.z.map { $0 - error.z })
  }
}
