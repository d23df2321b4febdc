import RealModule

/// The direction of gravity in a sensor's frame over time, its trembling taken away.
struct Posture: Sendable {
  /// Low-passed at 5 Hz: for angles.
  let direction: Axes
  /// Low-passed at 2 Hz: for comparing places.
  let calm: Axes
  /// Total angle turned up to each step, radians.
  let travel: [Double]
  /// The same in strides, so that trembling doesn't add up: a divider's walk along the curve.
  let strides: [Double]

  init(_ axes: Axes, step: Double) {
    func lowPassed(_ axes: Axes, _ cutoffHz: Double) -> Axes {
      Axes(
        x: Filters.lowPass(axes.x, cutoffHz: cutoffHz, step: step),
        y: Filters.lowPass(axes.y, cutoffHz: cutoffHz, step: step),
        z: Filters.lowPass(axes.z, cutoffHz: cutoffHz, step: step))
    }
    direction = lowPassed(axes, 5)
    let calm = lowPassed(axes, 2)
    var travel = [Double](repeating: 0, count: axes.x.count)
    for place in travel.indices.dropFirst() {
      let dx = calm.x[place] - calm.x[place - 1]
      let dy = calm.y[place] - calm.y[place - 1]
      let dz = calm.z[place] - calm.z[place - 1]
      travel[place] = travel[place - 1] + (dx * dx + dy * dy + dz * dz).squareRoot()
    }
    self.calm = calm
    self.travel = travel
    strides = Self.strides(along: calm, of: 0.06)
  }

  /// The axis of the sensor about which nearly all of its turning goes to and fro, where there is one.
  func axisOfRolling(_ parameters: SensingParameters) -> Vector? {
    // The second moments of how up moves in the sensor's frame; what is largest is the rolling.
    var (xx, yy, zz, xy, xz, yz) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var middle = Vector.zero
    for place in calm.x.indices.dropFirst() {
      let dx = calm.x[place] - calm.x[place - 1]
      let dy = calm.y[place] - calm.y[place - 1]
      let dz = calm.z[place] - calm.z[place - 1]
      xx += dx * dx
      yy += dy * dy
      zz += dz * dz
      xy += dx * dy
      xz += dx * dz
      yz += dy * dz
      middle = middle + calm[place]
    }
    let all = xx + yy + zz
    guard all > 1e-12 else { return nil }
    var along = Vector(x: 1, y: 1.1, z: 1.2).unit
    for _ in 0..<50 {
      along =
        Vector(
          x: xx * along.x + xy * along.y + xz * along.z,
          y: xy * along.x + yy * along.y + yz * along.z,
          z: xz * along.x + yz * along.y + zz * along.z
        ).unit
    }
    let most =
      xx * along.x * along.x + yy * along.y * along.y + zz * along.z * along.z
      + 2 * (xy * along.x * along.y + xz * along.x * along.z + yz * along.y * along.z)
    guard most >= parameters.shareOfRolling * all else { return nil }
    let axis = Vector.cross(middle.unit, along)
    return axis.length > 0.5 ? axis.unit : nil
  }

  /// What is left of it when turning about one axis of the sensor says nothing: how far that axis is
  /// tilted. A clip that rolls with its bar shows no more than that of how the load is held.
  func tilt(about axis: Vector, step: Double) -> Posture {
    var axes = calm
    for place in axes.x.indices {
      let along = min(1, max(-1, Vector.dot(direction[place], axis)))
      (axes.x[place], axes.y[place], axes.z[place]) = (
        along, (1 - along * along).squareRoot(), 0
      )
    }
    return Posture(axes, step: step)
  }

  private static func strides(along axes: Axes, of length: Double) -> [Double] {
    var strides = [Double](repeating: 0, count: axes.x.count)
    guard !strides.isEmpty else { return strides }
    var foot = axes[0]
    var sum = 0.0
    for place in strides.indices {
      let step = (axes[place] + (-1) * foot).length
      if step >= length {
        sum += step
        foot = axes[place]
      }
      strides[place] = sum
    }
    return strides
  }

  /// The angle between two places, in radians.
  func angle(_ one: Int, _ other: Int) -> Double {
    let dx = calm.x[one] - calm.x[other]
    let dy = calm.y[one] - calm.y[other]
    let dz = calm.z[one] - calm.z[other]
    // The chord's half is the sine of half the angle; for most angles its series is quicker.
    let square = dx * dx + dy * dy + dz * dz
    let chord = square.squareRoot()
    guard square > 0.5 else { return chord * (1 + square * (1 / 24 + square * 3 / 640)) }
    return 2 * Double.asin(min(1, 0.5 * chord))
  }
}
