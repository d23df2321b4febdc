import Lifting
import RealModule

/// How a sensor turns and is shaken while something repeats, in all its axes: what one repetition has in common
/// with the next.
///
/// A way out and the way back are turned the same way at their ends, so one line alone may take them for two
/// repetitions. But on the way back everything goes the other way round, and two repetitions go the same.
struct Signature: Sendable {
  /// What is compared, step by step: rates of turning, and accelerations.
  private let channels: [[Double]]
  private let parameters: SensingParameters
  /// Points at which each way is looked at.
  private static let points = 10

  init(_ attitude: Attitude, _ level: LevelMotion?, step: Double, _ parameters: SensingParameters) {
    self.parameters = parameters
    func calm(_ values: [Double], _ share: Double) -> [Double] {
      Filters.lowPass(values, cutoffHz: 2, step: step).map { share * $0 }
    }
    if let level, let rate = level.rate {
      let share = parameters.accelerationInASignature
      channels =
        [rate.x, rate.y, rate.z].map { calm($0, 1) }
        + (level.along + [attitude.upward]).map { calm($0, share) }
    } else {
      let calm = attitude.posture.calm
      channels = [calm.x, calm.y, calm.z].map { Filters.slope(of: $0, step: step) }
    }
  }

  /// How much more the repetitions are alike, each with the next, than what repeats by chance: as a
  /// log-likelihood.
  func merit(of reps: [RepSearch.Candidate]) -> Double {
    var before: [Double]?
    var sum = 0.0
    for rep in reps {
      let now = course(of: rep)
      if let before, let now {
        sum +=
          parameters.meritOfSignature
          * (Self.correlation(before, now) - parameters.neutralSignature)
      }
      before = now ?? before
    }
    return sum
  }

  /// How alike repetitions are on average, −1 to 1; 0 where there are fewer than two.
  func alikeness(of reps: [RepSearch.Candidate]) -> Double {
    let courses = reps.compactMap(course)
    guard courses.count > 1 else { return 0 }
    let sum = zip(courses, courses.dropFirst()).reduce(0.0) { $0 + Self.correlation($1.0, $1.1) }
    return sum / Double(courses.count - 1)
  }

  /// The stretch of repetitions that make a set: who walks up to a machine swings the arms alike, too, and who
  /// takes hold of something, lets go of it or wipes does something else than in the set.
  func set(among reps: [RepSearch.Candidate]) -> Range<Int> {
    let courses = reps.map { course(of: $0).map(Self.unit) }
    var set = reps.indices
    while set.count > 3, let cut = Self.cut(reps, courses, in: set, parameters) {
      func seconds(_ some: Range<Int>) -> Int {
        some.reduce(0) { $0 + reps[$1].arrives - reps[$1].leaves }
      }
      let (left, right) = (set.lowerBound..<cut, cut..<set.upperBound)
      set = seconds(left) > seconds(right) ? left : right
    }
    return set.count > 3 ? withoutStrangers(courses, in: set) : set
  }

  /// Where repetitions change abruptly from one kind to another; nil where they don't.
  private static func cut(
    _ reps: [RepSearch.Candidate], _ courses: [[Double]?], in set: Range<Int>,
    _ parameters: SensingParameters
  ) -> Int? {
    func distance(_ one: Int, _ other: Int) -> Double {
      guard let first = courses[one], let second = courses[other] else { return 0 }
      let (a, b) = (reps[one], reps[other])
      let longer = Double(max(1, a.arrives - a.leaves)) / Double(max(1, b.arrives - b.leaves))
      return 1 - correlation(first, second)
        + 0.5 * (abs(Double.log(longer)) + abs(a.logSize - b.logSize))
    }
    func mean(_ pairs: [(Int, Int)]) -> Double {
      pairs.isEmpty ? 0 : pairs.reduce(0) { $0 + distance($1.0, $1.1) } / Double(pairs.count)
    }
    func within(_ some: Range<Int>) -> Double {
      mean(some.flatMap { one in some.filter { $0 > one }.map { (one, $0) } })
    }
    var best: (excess: Double, place: Int)?
    for place in (set.lowerBound + 2)..<(set.upperBound - 1) {
      let left = max(set.lowerBound, place - 4)..<place
      let right = place..<min(set.upperBound, place + 4)
      let across = mean(left.flatMap { one in right.map { (one, $0) } })
      let excess = across - max(within(left), within(right))
      if excess > best?.excess ?? parameters.anotherKind { best = (excess, place) }
    }
    return best?.place
  }

  private func withoutStrangers(_ courses: [[Double]?], in set: Range<Int>) -> Range<Int> {
    guard let points = courses.compactMap({ $0?.count }).first else { return set }
    var common = [Double](repeating: 0, count: points)
    // A second and third look at which of them have it in common keep what is strange out of it.
    for look in 0..<3 {
      var next = [Double](repeating: 0, count: points)
      for index in set {
        guard let course = courses[index] else { continue }
        let likeness = look == 0 ? 1 : max(0, Self.correlation(course, common))
        for point in next.indices { next[point] += likeness * likeness * course[point] }
      }
      common = next
    }
    let excess = set.map { index in
      (courses[index].map { Self.correlation($0, common) } ?? parameters.strangeSignature)
        - parameters.strangeSignature
    }
    var best = (sum: 0.0, range: excess.indices)
    var (sum, from) = (0.0, 0)
    for index in excess.indices {
      sum += excess[index]
      if sum < 0 { (sum, from) = (0, index + 1) }
      if sum > best.sum { best = (sum, from..<(index + 1)) }
    }
    // One alone may be cut badly; several that are all strange are something else.
    func isStrange(_ some: Range<Int>) -> Bool {
      excess[some].reduce(0, +) < -parameters.surelyStrange
    }
    let start = isStrange(0..<best.range.lowerBound) ? best.range.lowerBound : 0
    let end = isStrange(best.range.upperBound..<excess.count) ? best.range.upperBound : excess.count
    return (set.lowerBound + start)..<(set.lowerBound + end)
  }

  private static func unit(_ course: [Double]) -> [Double] {
    let length = course.reduce(1e-12) { $0 + $1 * $1 }.squareRoot()
    return course.map { $0 / length }
  }

  private func course(of rep: RepSearch.Candidate) -> [Double]? {
    guard let out = course(from: rep.leaves, to: rep.middle.place),
      let back = course(from: rep.middle.place, to: rep.arrives)
    else { return nil }
    return out + back
  }

  /// What the channels read at even moments of a way.
  private func course(from: Int, to: Int) -> [Double]? {
    guard from < to else { return nil }
    var course: [Double] = []
    course.reserveCapacity(Self.points * channels.count)
    let stride = Double(to - from) / Double(Self.points)
    for point in 0..<Self.points {
      let place = from + Int(saturating: (Double(point) + 0.5) * stride)
      for channel in channels { course.append(channel[place]) }
    }
    return course
  }

  /// The way near a place that is most like what several others have in common, and how alike they are, −1 to
  /// 1; nil where nothing there goes about as fast.
  ///
  /// - Parameters:
  ///   - others: The ways that it is to be like.
  ///   - place: Where it ends, or begins if it is sought behind.
  ///   - isBehind: Whether it is sought behind the place rather than before it.
  ///   - within: How far away it may be, in steps.
  /// - Returns: The way, and how alike it is.
  func way(
    like others: [Range<Int>], near place: Int, isBehind: Bool, within: Int
  ) -> (way: Range<Int>, likeness: Double)? {
    let courses = others.compactMap { course(from: $0.lowerBound, to: $0.upperBound) }
    guard let last = channels.first?.count, var common = courses.first else { return nil }
    for course in courses.dropFirst() {
      for index in common.indices { common[index] += course[index] }
    }
    let lengths = others.map(\.count).sorted()
    let usual = lengths[lengths.count / 2]
    let size = Self.length(common) / Double(courses.count)
    var best: (way: Range<Int>, likeness: Double)?
    let stride = max(1, usual / 12)
    for share in [0.65, 0.8, 1, 1.25, 1.55] {
      let length = Int(saturating: share * Double(usual))
      for away in Swift.stride(from: -length / 4, through: within, by: stride) {
        let from = isBehind ? place + away : place - away - length
        let way = from..<(from + length)
        guard way.lowerBound >= 0, way.upperBound <= last,
          let course = course(from: way.lowerBound, to: way.upperBound)
        else { continue }
        let likeness = Self.correlation(course, common)
        guard likeness > best?.likeness ?? 0,
          (0.4...2.5).contains(share * Self.length(course) / max(size, 1e-9))
        else { continue }
        best = (way, likeness)
      }
    }
    return best
  }

  private static func length(_ course: [Double]) -> Double {
    course.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private static func correlation(_ one: [Double], _ other: [Double]) -> Double {
    var (both, first, second) = (0.0, 1e-12, 1e-12)
    for index in one.indices {
      both += one[index] * other[index]
      first += one[index] * one[index]
      second += other[index] * other[index]
    }
    return both / (first * second).squareRoot()
  }
}
