import Lifting
import RealModule

extension Study {
  /// The joint and its two neighbors by which its angle is seen.
  private static let neighbors: [String: (String, String)] = [
    "elbow": ("shoulder", "wrist"), "knee": ("hip", "ankle"), "hip": ("shoulder", "knee"),
    "shoulder": ("elbow", "hip"), "ankle": ("knee", "toe"), "wrist": ("elbow", "hand"),
  ]

  /// The lines that a picture of the body shows: the exercise's joint angle on each side and on
  /// both, and how high the hands, hips or shoulders are, as joints that bend toward the camera
  /// hardly show their angle.
  var landmarkLines: [Line] {
    guard !recording.keypoints.isEmpty else { return [] }
    var points: [Landmark: Axes] = [:]
    for (name, keypoint) in recording.keypoints.sorted(by: { $0.key < $1.key }) {
      points[Landmark(name)] = seen(keypoint)
    }
    let joint = exercise.geometry.joint
    let sign = joint.shortening == .opens ? 1.0 : -1.0
    var lines: [Line] = []
    if let (one, other) = Self.neighbors[joint.name] {
      for side in [Landmark.Side.left, .right, .none] {
        func point(_ part: String) -> Axes? {
          points[Landmark(part: part, side: side)] ?? points[Landmark(part: part, side: .none)]
        }
        guard let a = point(one), let b = point(joint.name), let c = point(other),
          let line = line(angle(a, b, c), sign, .radians)
        else { continue }
        lines.append(line)
      }
    }
    if let first = lines.first, let second = lines.dropFirst().first {
      var both = first
      for place in both.values.indices {
        both.values[place] = 0.5 * (first.values[place] + second.values[place])
      }
      lines.append(both)
    }
    let body = body(points)
    let whereabouts = whereabouts(of: body)
    lines =
      lines.sharingJitter(parameters)
      + heightLines(points, body.trunkLength).sharingJitter(parameters)
    let pose = pose(points, body)
    if let pose {
      let way = poseLines(pose, like: lines)
      if let first = way.first { lines = lines.doubtingEachOther(along: first) }
      lines += way
    }
    for index in lines.indices {
      (lines[index].whereabouts, lines[index].pose) = (whereabouts, pose)
    }
    return lines
  }

  /// A landmark on the recording's samples; NaN where the tracker lost it.
  private func seen(_ keypoint: Recording.Keypoint) -> Axes {
    var seen = Axes(x: keypoint.x, y: keypoint.y, z: [])
    for index in 0..<min(keypoint.x.count, keypoint.y.count) {
      let score = keypoint.score.flatMap { index < $0.count ? $0[index] : nil } ?? 1
      if !(score >= parameters.leastLandmarkScore) { seen.x[index] = .nan }
    }
    return seen
  }

  /// The angle at b between a and c, 0 to π, sample by sample.
  private func angle(_ a: Axes, _ b: Axes, _ c: Axes) -> [Double] {
    let count = [a.x, a.y, b.x, b.y, c.x, c.y].map(\.count).min() ?? 0
    return (0..<count).map { index in
      let (ux, uy) = (a.x[index] - b.x[index], a.y[index] - b.y[index])
      let (wx, wy) = (c.x[index] - b.x[index], c.y[index] - b.y[index])
      guard ux * ux + uy * uy > 0, wx * wx + wy * wy > 0 else { return .nan }
      return abs(Double.atan2(y: ux * wy - uy * wx, x: ux * wx + uy * wy))
    }
  }

  /// How high landmarks are that rise while the muscle shortens, in body lengths.
  private func heightLines(_ points: [Landmark: Axes], _ body: Double) -> [Line] {
    let parts: [String]
    var sign = -1.0  // Pictures count downward.
    switch (exercise.geometry.joint.name, exercise.geometry.worn) {
    case ("knee", .vertical), ("hip", .vertical), ("ankle", .vertical): parts = ["hip", "shoulder"]
    case ("elbow", .swing): parts = ["shoulder", "nose"]
    case (_, .vertical(let direction)), (_, .inclination(let direction)):
      parts = ["wrist", "hand"]
      if direction == .down { sign = 1 }
    case (_, .swing), (_, .level): parts = ["wrist", "hand", "hip"]
    }
    return points.keys.filter { parts.contains($0.part) }
      .sorted { ($0.part, "\($0.side)") < ($1.part, "\($1.side)") }
      .compactMap { key in
        guard let point = points[key] else { return nil }
        let heights = zip(point.x, point.y).map { $0.isFinite ? $1 : .nan }
        let finite = heights.filter(\.isFinite)
        let reach = (finite.max() ?? 0) - (finite.min() ?? 0)
        let length = body > 0 ? body : reach
        guard length > 0 else { return nil }
        return line(heights.map { $0 / length }, sign, .bodyLengths)
      }
  }

  /// A line from samples, lone outliers taken away; nil where too few are seen.
  private func line(_ samples: [Double], _ sign: Double, _ unit: Line.Unit) -> Line? {
    guard Double(samples.count { $0.isFinite }) > 0.3 * Double(samples.count),
      let even = timeline.even(steady(samples))
    else { return nil }
    return Line(values: smoothed(even).map { $0 * sign }, unit: unit)
  }

  /// Samples with lone outliers taken away: each is the middle one of five.
  func steady(_ samples: [Double]) -> [Double] {
    var kept = samples
    var recent: [(index: Int, value: Double)] = []
    for index in samples.indices where samples[index].isFinite {
      recent.append((index, samples[index]))
      if recent.count > 5 { recent.removeFirst() }
      guard recent.count == 5 else { continue }
      kept[recent[2].index] = recent.map(\.value).sorted()[2]
    }
    return kept
  }
}
