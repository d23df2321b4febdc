import Lifting
import RealModule

/// A plane in which gravity turns in the sensor's frame.
private struct Plane {
  /// The mean direction, and the direction in which it varies most, at right angles to it.
  var mean: Vector
  var main: Vector
  var weight: Double

  var normal: Vector { Vector.cross(mean, main) }
}

extension Posture {
  /// The angles in the main planes in which gravity turns, radians.
  func inclinations(step: Double) -> [[Double]] {
    mainPlanes(step: step, most: 4).map { plane in
      let along = projected(direction, on: plane.mean)
      let across = projected(direction, on: plane.main)
      var last = 0.0
      return along.indices.map { place in
        let (a, b) = (along[place], across[place])
        var angle = a * a + b * b > 0.01 ? Double.atan2(y: b, x: a) : last
        while angle - last > .pi { angle -= 2 * .pi }
        while angle - last < -.pi { angle += 2 * .pi }
        last = angle
        return angle
      }
    }
  }

  /// The ways to and fro in eight directions at right angles to each main posture.
  func projections(step: Double) -> [Line] {
    mainPlanes(step: step, most: 2).flatMap { plane in
      (0..<8).map { eighth in
        let angle = Double(eighth) * .pi / 8
        let axis = Double.cos(angle) * plane.main + Double.sin(angle) * plane.normal
        return Line(values: projected(direction, on: axis), unit: .radians)
      }
    }
  }

  /// The ways to and fro in eight directions at right angles to the mean posture of a stretch, radians.
  func rockings(in stretch: Range<Int>) -> [[Double]] {
    let mean = stretch.reduce(Vector.zero) { $0 + calm[$1] }.unit
    let side = abs(mean.x) < 0.6 ? Vector(x: 1, y: 0, z: 0) : Vector(x: 0, y: 1, z: 0)
    let one = Vector.cross(mean, side).unit
    let other = Vector.cross(mean, one)
    return (0..<8).map { eighth in
      let angle = Double(eighth) * .pi / 8
      return projected(direction, on: Double.cos(angle) * one + Double.sin(angle) * other)
    }
  }

  private func projected(_ axes: Axes, on axis: Vector) -> [Double] {
    axes.x.indices.map { axes.x[$0] * axis.x + axes.y[$0] * axis.y + axes.z[$0] * axis.z }
  }

  /// The planes in which gravity turns, those first on which most of the recording agrees.
  ///
  /// A set is a stretch in which the limb turns in one plane; set-up and put-down turn it in others.
  /// So planes are fitted to windows, and gathered.
  private func mainPlanes(step: Double, most: Int) -> [Plane] {
    let thinning = max(1, Int(saturating: 0.1 / step))
    let window = max(4, Int(saturating: 8 / (step * Double(thinning))))
    let drawn = Array(stride(from: 0, to: calm.x.count, by: thinning))
    var planes: [Plane] = []
    var start = 0
    repeat {
      let end = min(drawn.count, start + window)
      if let plane = plane(of: drawn[start..<end]) { planes.append(plane) }
      start += window / 2
    } while start + window / 2 < drawn.count
    if var whole = plane(of: drawn[...]) {
      whole.weight *= 0.5
      planes.append(whole)
    }
    return Self.gathered(planes, most: most)
  }

  private static func gathered(_ planes: [Plane], most: Int) -> [Plane] {
    func alike(_ one: Plane, _ other: Plane) -> Bool {
      abs(Vector.dot(one.normal, other.normal)) > 0.94
    }
    var left = planes
    // Of a very long recording, the planes that turn most stand for all.
    if left.count > 64 {
      left = Array(left.sorted { $0.weight > $1.weight }.prefix(64))
    }
    var found: [Plane] = []
    while found.count < most, !left.isEmpty {
      var best = left[0]
      var bestSupport = -1.0
      for plane in left {
        let support = left.reduce(0) { alike(plane, $1) ? $0 + $1.weight : $0 }
        if support > bestSupport { (best, bestSupport) = (plane, support) }
      }
      found.append(best)
      left.removeAll { alike(best, $0) }
    }
    return found
  }

  /// The plane of a stretch; nil where it has none.
  private func plane(of places: ArraySlice<Int>) -> Plane? {
    guard places.count > 3 else { return nil }
    let share = 1 / Double(places.count)
    var mean = Vector.zero
    for place in places { mean = mean + share * calm[place] }
    guard mean.length > 0.05 else { return nil }
    let center = mean.unit
    // The largest variation at right angles to the mean, by power iteration on the covariance.
    var (xx, xy, xz, yy, yz, zz) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    for place in places {
      let d = calm[place] + (-1) * mean
      xx += share * d.x * d.x
      xy += share * d.x * d.y
      xz += share * d.x * d.z
      yy += share * d.y * d.y
      yz += share * d.y * d.z
      zz += share * d.z * d.z
    }
    var main = Vector(x: 0.5773, y: 0.5774, z: 0.5775)
    var variance = 0.0
    for _ in 0..<30 {
      var next = Vector(
        x: xx * main.x + xy * main.y + xz * main.z, y: xy * main.x + yy * main.y + yz * main.z,
        z: xz * main.x + yz * main.y + zz * main.z)
      next = next + (-Vector.dot(next, center)) * center
      variance = next.length
      guard variance > 1e-12 else { return nil }
      main = next.unit
    }
    return Plane(mean: center, main: main, weight: min(variance, 0.3))
  }
}
