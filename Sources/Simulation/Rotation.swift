import RealModule

/// A rotation as three rows.
struct Rotation {
  var rows: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]

  static func about(_ axis: Int, _ angle: Double) -> Rotation {
    let (c, s) = (Double.cos(angle), Double.sin(angle))
    let (i, j) = ((axis + 1) % 3, (axis + 2) % 3)
    var rotation = Rotation()
    rotation.rows[i][i] = c
    rotation.rows[j][j] = c
    rotation.rows[i][j] = -s
    rotation.rows[j][i] = s
    return rotation
  }

  static func * (left: Rotation, right: Rotation) -> Rotation {
    var product = Rotation()
    for i in 0..<3 {
      for j in 0..<3 {
        product.rows[i][j] =
          left.rows[i][0] * right.rows[0][j] + left.rows[i][1] * right.rows[1][j]
          + left.rows[i][2] * right.rows[2][j]
      }
    }
    return product
  }

  /// The same vector seen from the turned frame.
  func turnedBack(_ v: [Double]) -> [Double] {
    (0..<3).map { rows[0][$0] * v[0] + rows[1][$0] * v[1] + rows[2][$0] * v[2] }
  }

  /// The small turn from another rotation to this, in the turned frame.
  func turn(from other: Rotation) -> [Double] {
    func element(_ i: Int, _ j: Int) -> Double {
      (0..<3).reduce(0) { $0 + other.rows[$1][i] * rows[$1][j] }
    }
    return [
      0.5 * (element(2, 1) - element(1, 2)), 0.5 * (element(0, 2) - element(2, 0)),
      0.5 * (element(1, 0) - element(0, 1)),
    ]
  }
}
