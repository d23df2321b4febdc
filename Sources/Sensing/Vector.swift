import Lifting

/// Three components.
struct Vector: Sendable, Hashable, Codable {
  var x: Double
  var y: Double
  var z: Double

  static let zero = Vector(x: 0, y: 0, z: 0)

  var length: Double { Vector.dot(self, self).squareRoot() }

  var unit: Vector { (1 / max(length, 1e-12)) * self }

  static func dot(_ a: Vector, _ b: Vector) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }

  static func cross(_ a: Vector, _ b: Vector) -> Vector {
    Vector(x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x)
  }

  static func + (a: Vector, b: Vector) -> Vector {
    Vector(x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
  }

  static func * (scale: Double, v: Vector) -> Vector {
    Vector(x: scale * v.x, y: scale * v.y, z: scale * v.z)
  }
}

extension Axes {
  init(_ vectors: Recording.Vectors) { self.init(x: vectors.x, y: vectors.y, z: vectors.z) }

  /// The up axis of a level frame as seen by the sensor; of no length where it isn't known.
  init(upOf orientations: Recording.Orientations) {
    self.init(x: [], y: [], z: [])
    let count = min(
      min(orientations.w.count, orientations.x.count),
      min(orientations.y.count, orientations.z.count))
    for index in 0..<count {
      let (w, x, y, z) = (
        orientations.w[index], orientations.x[index], orientations.y[index], orientations.z[index]
      )
      let size = w * w + x * x + y * y + z * z
      guard size.isFinite, size > 0.1 else {
        append(.zero)
        continue
      }
      append(
        (1 / size)
          * Vector(
            x: 2 * (x * z - w * y), y: 2 * (y * z + w * x), z: w * w - x * x - y * y + z * z))
    }
  }

  subscript(index: Int) -> Vector { Vector(x: x[index], y: y[index], z: z[index]) }

  mutating func append(_ vector: Vector) {
    x.append(vector.x)
    y.append(vector.y)
    z.append(vector.z)
  }

  /// The components at an index where there are such, finite and below a limit.
  func vector(_ index: Int, below limit: Double) -> Vector? {
    guard index < min(x.count, y.count, z.count) else { return nil }
    let vector = self[index]
    let size = abs(vector.x) + abs(vector.y) + abs(vector.z)
    return size.isFinite && size < limit ? vector : nil
  }
}
