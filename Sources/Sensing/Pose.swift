import Lifting
import RealModule

/// The posture of a body in a picture, on the grid: where its landmarks are from their middle, in trunks.
/// Whoever does a set comes back to the same postures; whoever stands about doesn't.
struct Pose: Sendable {
  /// Across and along, a landmark after the other.
  private let columns: [[Double]]
  /// How far apart two looks at the same posture seem, by jitter alone, in trunks.
  private(set) var noise = 0.0

  init?(columns: [[Double]], step: Double) {
    guard columns.count >= 2 * Pose.leastLandmarks, let count = columns.first?.count else {
      return nil
    }
    self.columns = columns
    // Where a body stands still for a moment, and it does at each turn, what is left is jitter.
    let lag = max(1, Int(saturating: Pose.lagSeconds / step))
    let apart = stride(from: 0, to: max(0, count - lag), by: max(1, count / 500))
      .map { distance($0, $0 + lag) }.sorted()
    noise = apart.isEmpty ? 0 : apart[apart.count / 10]
  }

  private static let lagSeconds = 0.3

  private static let leastLandmarks = 3

  /// How far apart the postures at two steps are, in trunks: the fourth root of the mean fourth power of
  /// landmarks' ways, as one hand that is elsewhere makes another posture.
  func distance(_ one: Int, _ other: Int) -> Double {
    var sum = 0.0
    for column in stride(from: 0, to: columns.count - 1, by: 2) {
      let across = columns[column][one] - columns[column][other]
      let along = columns[column + 1][one] - columns[column + 1][other]
      let square = across * across + along * along
      sum += square * square
    }
    return (2 * sum / Double(columns.count)).squareRoot().squareRoot()
  }
}

extension Pose {
  /// How far the posture has gone along the way on which it varies most: its first principal component, in
  /// trunks. What many landmarks show together jitters less than one joint's angle.
  ///
  /// Lying down for a push-up is a longer way than the push-up: so the ways count that come again within
  /// seconds, and a long one no more than the usual one.
  func alongItsWay(step: Double) -> [Double] {
    guard let count = columns.first?.count, count > 1 else { return [] }
    let reach = max(1, Int(saturating: Pose.comesAgainSeconds / step))
    let ways = columns.map { column -> [Double] in
      var sums = [0.0]
      sums.reserveCapacity(count + 1)
      for value in column { sums.append(sums[sums.count - 1] + value) }
      return column.indices.map { place in
        let (from, to) = (max(0, place - reach), min(count, place + reach + 1))
        return column[place] - (sums[to] - sums[from]) / Double(to - from)
      }
    }
    let drawn = Array(stride(from: 0, to: count, by: max(1, count / 1000)))
    let sizes = drawn.map { place in
      ways.reduce(0) { $0 + $1[place] * $1[place] }.squareRoot()
    }
    let usual = sizes.sorted()[sizes.count / 2]
    guard usual > 0 else { return [] }
    let weights = sizes.map { usual / max(usual, $0) }
    var along = ways.map { way in zip(drawn, weights).reduce(0) { $0 + $1.1 * abs(way[$1.0]) } }
    for _ in 0..<30 {
      var next = [Double](repeating: 0, count: columns.count)
      for (place, weight) in zip(drawn, weights) {
        var sum = 0.0
        for column in ways.indices { sum += along[column] * ways[column][place] }
        sum *= weight * weight
        for column in ways.indices { next[column] += sum * ways[column][place] }
      }
      let size = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard size > 0 else { return [] }
      along = next.map { $0 / size }
    }
    return (0..<count).map { place in
      columns.indices.reduce(0) { $0 + along[$1] * columns[$1][place] }
    }
  }

  private static let comesAgainSeconds = 6.0
}

extension Line {
  /// How much another goes with this one, −1 to 1: the correlation.
  func correlation(with other: [Double]) -> Double {
    let count = Double(min(values.count, other.count))
    guard count > 1 else { return 0 }
    let (here, there) = (
      values.prefix(Int(saturating: count)).reduce(0, +) / count,
      other.prefix(Int(saturating: count)).reduce(0, +) / count
    )
    var (both, one, two) = (0.0, 0.0, 0.0)
    for (a, b) in zip(values, other) {
      both += (a - here) * (b - there)
      one += (a - here) * (a - here)
      two += (b - there) * (b - there)
    }
    return one > 0 && two > 0 ? both / (one * two).squareRoot() : 0
  }
}

extension [Line] {
  /// Lines that disagree about which way the posture goes are sure of no direction.
  func doubtingEachOther(along way: Line) -> [Line] {
    let agreements = map { $0.correlation(with: way.values) }
    let sum = agreements.reduce(0) { $0 + $1 * abs($1) }
    let size = agreements.reduce(0) { $0 + $1 * $1 }
    guard size > 0 else { return self }
    return map { line in
      var line = line
      line.agreement = Swift.min(line.agreement, Swift.abs(sum) / size)
      return line
    }
  }
}

extension Study {
  /// The line along which a posture varies most, in the direction in which the exercise's own lines go;
  /// either way round where they hardly tell.
  func poseLines(_ pose: Pose, like lines: [Line]) -> [Line] {
    let along = pose.alongItsWay(step: timeline.step)
    let agreement = lines.map { $0.correlation(with: along) }.max { abs($0) < abs($1) }
    guard !along.isEmpty, let agreement else { return [] }
    var line = Line(values: along.map { agreement < 0 ? -$0 : $0 }, unit: .bodyLengths)
    guard abs(agreement) < parameters.sureAgreement else { return [line] }
    line.agreement = 0
    return [line, line.reversed]
  }

  /// The posture that landmarks show; nil where too few are seen.
  func pose(_ points: [Landmark: Axes], _ body: Body) -> Pose? {
    let keys = points.keys.sorted { ($0.part, "\($0.side)") < ($1.part, "\($1.side)") }
    let seen = keys.compactMap { key -> (x: [Double], y: [Double])? in
      guard let point = points[key] else { return nil }
      // A landmark is seen at once or not at all.
      let x = zip(point.x, point.y).map { $0.isFinite && $1.isFinite ? $0 : .nan }
      let y = zip(point.x, point.y).map { $0.isFinite && $1.isFinite ? $1 : .nan }
      let known = x.count { $0.isFinite }
      guard Double(known) > 0.6 * Double(x.count), let across = even(steady(x)),
        let along = even(steady(y))
      else { return nil }
      return (across, along)
    }
    guard let first = seen.first else { return nil }
    let count = Double(seen.count)
    let middle = first.x.indices.map { place in
      (
        x: seen.reduce(0) { $0 + $1.x[place] } / count,
        y: seen.reduce(0) { $0 + $1.y[place] } / count
      )
    }
    let length = body.trunkLength > 0 ? body.trunkLength : size(seen, middle)
    guard length > 0 else { return nil }
    return Pose(
      columns: seen.flatMap { point in
        [
          point.x.indices.map { (point.x[$0] - middle[$0].x) / length },
          point.y.indices.map { (point.y[$0] - middle[$0].y) / length },
        ]
      }, step: timeline.step)
  }

  private func even(_ samples: [Double]) -> [Double]? {
    timeline.even(samples).map {
      Filters.lowPass($0, cutoffHz: parameters.poseCutoffHz, step: timeline.step)
    }
  }

  /// Half the usual reach of the landmarks, where no trunk is seen.
  private func size(
    _ seen: [(x: [Double], y: [Double])], _ middle: [(x: Double, y: Double)]
  ) -> Double {
    let ways = seen.flatMap { point in
      stride(from: 0, to: middle.count, by: max(1, middle.count / 200)).map { place in
        let (x, y) = (point.x[place] - middle[place].x, point.y[place] - middle[place].y)
        return (x * x + y * y).squareRoot()
      }
    }.sorted()
    return ways.isEmpty ? 0 : ways[ways.count / 2]
  }
}

extension RepSearch {
  /// A repetition ends in the posture in which it began.
  func judgePose(_ candidate: inout Candidate) {
    guard let pose = motion.pose, !candidate.start.isCut, candidate.end?.isCut == false else {
      return
    }
    let slack = poseSlack(candidate)
    let apart = pose.distance(candidate.leaves, candidate.arrives) / slack
    candidate.merit -= min(parameters.costOfAnotherPose, 0.5 * apart * apart)
  }

  /// The next goes through the same postures.
  func costOfPosing(_ first: Candidate, _ second: Candidate) -> Double {
    min(parameters.costOfAnotherPose, parameters.poseWeight * poseCost(first, second))
  }

  private func poseCost(_ first: Candidate, _ second: Candidate) -> Double {
    guard let pose = motion.pose else { return 0 }
    let slack = poseSlack(first)
    let low = first.start.isCut ? 0 : pose.distance(first.leaves, second.leaves) / slack
    let high = pose.distance(first.middle.place, second.middle.place) / slack
    func between(_ candidate: Candidate) -> Int { (candidate.leaves + candidate.middle.place) / 2 }
    let way = first.start.isCut ? 0 : pose.distance(between(first), between(second)) / slack
    return 0.5 * (low * low + high * high + 0.5 * way * way)
  }

  /// A set without what stands at its ends and isn't like it: who reaches for something before it, or wipes
  /// their face after it, did no repetition. What it is like is the repetition that all are nearest to.
  func withoutStrangers(_ found: Explanation) -> Explanation {
    guard motion.pose != nil, found.reps.count > 3 else { return found }
    let costs = found.reps.map { one in
      found.reps.map { strangeness($0, beside: one) }.sorted()[found.reps.count / 2]
    }
    guard let nearest = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return found }
    let likeIt = found.reps.map { strangeness($0, beside: found.reps[nearest]) }
    var kept = found.reps.indices
    while kept.count > 2, let last = kept.last, likeIt[last] > parameters.mostStrangeness {
      kept = kept.dropLast()
    }
    while kept.count > 2, let first = kept.first, likeIt[first] > parameters.mostStrangeness {
      kept = kept.dropFirst()
    }
    return Explanation(score: found.score, reps: Array(found.reps[kept]))
  }

  /// How little a repetition is like another, in posture and in time.
  private func strangeness(_ one: Candidate, beside other: Candidate) -> Double {
    let longer = (one.logOut - other.logOut) / parameters.strangeLength
    return poseCost(other, one) + 0.5 * longer * longer
  }

  private func poseSlack(_ candidate: Candidate) -> Double {
    let way = motion.pose?.distance(candidate.leaves, candidate.middle.place) ?? 0
    let noise = parameters.poseNoise * (motion.pose?.noise ?? 0)
    return (parameters.poseTrunks * parameters.poseTrunks + noise * noise).squareRoot()
      + parameters.poseShare * way
  }
}
