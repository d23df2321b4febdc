import Lifting
import RealModule

extension Study {
  /// The middles of the hips and of the shoulders, and how large the body is in the picture.
  struct Body {
    var hips: Axes
    var shoulders: Axes
    /// The length of the trunk in the picture's unit, as it mostly is; 0 where it isn't seen.
    var trunkLength: Double
  }

  func body(_ points: [Landmark: Axes]) -> Body {
    let hips = middle("hip", points)
    let shoulders = middle("shoulder", points)
    let count = min(hips.x.count, hips.y.count, shoulders.x.count, shoulders.y.count)
    let trunks = (0..<count).compactMap { index -> Double? in
      let across = hips.x[index] - shoulders.x[index]
      let along = hips.y[index] - shoulders.y[index]
      let square = across * across + along * along
      return square.isFinite ? square : nil
    }.sorted()
    return Body(
      hips: hips, shoulders: shoulders,
      trunkLength: trunks.isEmpty ? 0 : trunks[trunks.count / 2].squareRoot())
  }

  /// The mean of both sides' landmarks, or the one that is seen.
  private func middle(_ part: String, _ points: [Landmark: Axes]) -> Axes {
    let seen = [Landmark.Side.left, .right, .none].compactMap {
      points[Landmark(part: part, side: $0)]
    }
    guard var middle = seen.first else { return Axes(x: [], y: [], z: []) }
    if let other = seen.dropFirst().first {
      for index in 0..<min(middle.x.count, middle.y.count, other.x.count, other.y.count) {
        guard other.x[index].isFinite, other.y[index].isFinite else { continue }
        let isSeen = middle.x[index].isFinite && middle.y[index].isFinite
        middle.x[index] = isSeen ? 0.5 * (middle.x[index] + other.x[index]) : other.x[index]
        middle.y[index] = isSeen ? 0.5 * (middle.y[index] + other.y[index]) : other.y[index]
      }
    }
    return middle
  }

  /// Where the body is; nil where its trunk isn't seen, or seen from its end.
  func whereabouts(of body: Body) -> Whereabouts? {
    guard body.trunkLength > 0 else { return nil }
    func even(_ one: [Double], _ other: [Double], _ mix: (Double, Double) -> Double) -> [Double]? {
      timeline.even(zip(one, other).map { mix($0, $1) / body.trunkLength }).map {
        Filters.lowPass($0, cutoffHz: parameters.placeCutoffHz, step: timeline.step)
      }
    }
    let count = min(
      body.hips.x.count, body.hips.y.count, body.shoulders.x.count, body.shoulders.y.count)
    let lengths = (0..<count).map { index in
      let across = body.hips.x[index] - body.shoulders.x[index]
      let along = body.hips.y[index] - body.shoulders.y[index]
      return (across * across + along * along).squareRoot()
    }
    guard let across = even(body.hips.x, body.shoulders.x, { 0.5 * ($0 + $1) }),
      let along = even(body.hips.y, body.shoulders.y, { 0.5 * ($0 + $1) }),
      let size = even(lengths, lengths, { one, _ in one })
    else { return nil }
    return Whereabouts(across: across, along: along, size: size)
  }
}

extension [Line] {
  /// Lines that show the same motion in the same unit: what is small beside the largest of them is
  /// jitter, not a set.
  func sharingJitter(_ parameters: SensingParameters) -> [Line] {
    let spread = map(\.spread).max() ?? 0
    return map { line in
      var line = line
      line.leastWay = parameters.leastShareOfMotion * spread
      return line
    }
  }
}

extension Line {
  /// The way within which the motion is for four fifths of the time.
  fileprivate var spread: Double {
    let drawn = stride(from: 0, to: values.count, by: Swift.max(1, values.count / 2000))
      .map { values[$0] }.sorted()
    guard !drawn.isEmpty else { return 0 }
    return drawn[drawn.count * 9 / 10] - drawn[drawn.count / 10]
  }
}
