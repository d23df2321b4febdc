import Lifting
import RealModule

extension SyntheticRecording {
  /// A figure of sticks that trains, and the camera and tracker that look at it.
  struct Camera {
    private let picture: Picture
    private var random: SeededGenerator
    private var course: Course
    private var truth: [Truth] = []
    /// When the set begins and ends.
    private var set = (from: 0.0, to: 0.0)

    init(_ picture: Picture) {
      self.picture = picture
      random = SeededGenerator(seed: picture.seed &* 2_654_435_761 &+ 193)
      course = Course(level: picture.motion.begins == .eccentric ? 1 : 0)
    }

    mutating func record() -> (Recording, [Truth]) {
      plan()
      let seconds = frames()
      let reaches = reaches()
      let exact = seconds.map {
        Figure(
          picture, progress: progress(at: $0), walking: walking(at: $0),
          fidget: fidget(at: $0, reaches))
      }
      var recording = Recording(seconds: seconds)
      let wander = (0..<4).map { _ in (uniform(0.02...0.4), uniform(0...6)) }
      var keypoints: [String: Recording.Keypoint] = [:]
      for part in Figure.parts where !picture.onlyWorkingLimb || part.isOf(picture.motion) {
        let points = exact.indices.map { index in
          seen(exact[index].place(of: part), at: seconds[index], wander)
        }
        keypoints[part.name(picture.naming)] = tracked(points, seconds)
      }
      swapSides(&keypoints, seconds.count)
      if picture.isBoxed { box(&keypoints, seconds.count) }
      recording.keypoints = keypoints
      return (recording, truth)
    }

    // MARK: The set

    private mutating func plan() {
      let lowersFirst = picture.motion.begins == .eccentric
      course.wait(picture.walkSeconds + picture.standSeconds + uniform(0.5...2))
      set.from = course.end
      for index in 0..<max(0, picture.reps) {
        let depth = min(1, varied(picture.depth))
        func lower() -> Span {
          move(to: lowersFirst ? 1 - depth : 0, in: varied(picture.eccentricSeconds))
        }
        let first = lowersFirst ? lower() : move(to: depth, in: varied(picture.concentricSeconds))
        course.wait(varied(lowersFirst ? picture.pauseBottomSeconds : picture.pauseTopSeconds))
        let second = lowersFirst ? move(to: 1, in: varied(picture.concentricSeconds)) : lower()
        truth.append(
          lowersFirst
            ? Truth(concentric: second, eccentric: first)
            : Truth(concentric: first, eccentric: second))
        if index + 1 < picture.reps {
          course.wait(varied(lowersFirst ? picture.pauseTopSeconds : picture.pauseBottomSeconds))
        }
      }
      set.to = course.end
      course.wait(picture.walkSeconds + picture.standSeconds + uniform(0.5...2))
    }

    private mutating func move(to level: Double, in seconds: Double) -> Span {
      let move = course.move(
        to: level, in: seconds, rise: uniform(0.3...0.5), fall: uniform(0.35...0.5))
      let (start, end) = move.tenth
      return Span(
        startSeconds: start, endSeconds: end, displacementMeters: abs(move.to - move.from))
    }

    private func progress(at time: Double) -> Double { course.motion(at: time).position }

    /// How far from its place the athlete is, in body heights, and the phase of the step, rad.
    private func walking(at time: Double) -> (away: Double, step: Double) {
      guard picture.walkSeconds > 0 else { return (0, 0) }
      let before = picture.walkSeconds - time
      let after = time - (course.end - picture.walkSeconds)
      let seconds = max(before, after, 0)
      return ((before > 0 ? -1 : 1) * min(2, 0.6 * seconds), 5.5 * seconds)
    }

    /// A reach of an arm, or a shift of weight: when, how long, and how far.
    private struct Reach {
      var middle: Double
      var seconds: Double
      var arm: Int
      var forward: Double
      var outward: Double
      var bend: Double
      var sway: Double
      var sink: Double
    }

    private mutating func reaches() -> [Reach] {
      guard picture.standSeconds > 0 else { return [] }
      let spans = [
        picture.walkSeconds...(picture.walkSeconds + picture.standSeconds),
        (course.end - picture.walkSeconds - picture.standSeconds)...(course.end
          - picture.walkSeconds),
      ]
      return spans.flatMap { span in
        (0..<Int(saturating: picture.standSeconds / 1.8)).map { _ in
          let isShift = uniform(0...1) < 0.4
          return Reach(
            middle: uniform(span), seconds: uniform(0.6...2.5), arm: uniform(0...1) < 0.5 ? 0 : 1,
            forward: isShift ? 0 : uniform(0...1.8), outward: isShift ? 0 : uniform(0...0.8),
            bend: isShift ? 0 : uniform(0...2), sway: isShift ? uniform(-0.1...0.1) : 0,
            sink: isShift ? uniform(0...0.08) : 0)
        }
      }
    }

    /// What somebody does at a time who stands about; nil in the set and while walking.
    private func fidget(at time: Double, _ reaches: [Reach]) -> Figure.Fidget? {
      guard picture.standSeconds > 0 else { return nil }
      let isBefore = time < set.from - 0.4 && time > picture.walkSeconds
      let isAfter = time > set.to + 0.4 && time < course.end - picture.walkSeconds
      guard isBefore || isAfter else { return nil }
      var fidget = Figure.Fidget()
      for reach in reaches where abs(time - reach.middle) < 0.5 * reach.seconds {
        let share = 0.5 + 0.5 * Double.cos(2 * .pi * (time - reach.middle) / reach.seconds)
        fidget.forward[reach.arm] += share * reach.forward
        fidget.outward[reach.arm] += share * reach.outward
        fidget.bend[reach.arm] += share * reach.bend
        fidget.sway += share * reach.sway
        fidget.sink += share * reach.sink
      }
      return fidget
    }

    // MARK: Camera and tracker

    /// Landmarks as shares of the body's box in each frame, which follows its edges a little late.
    private mutating func box(_ keypoints: inout [String: Recording.Keypoint], _ count: Int) {
      var edges: (left: Double, right: Double, top: Double, bottom: Double)?
      for index in 0..<count {
        let xs = keypoints.values.map { $0.x[index] }.filter(\.isFinite)
        let ys = keypoints.values.map { $0.y[index] }.filter(\.isFinite)
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
        else { continue }
        let old = edges ?? (left, right, top, bottom)
        let new = (
          left: old.left + 0.5 * (left - old.left), right: old.right + 0.5 * (right - old.right),
          top: old.top + 0.5 * (top - old.top), bottom: old.bottom + 0.5 * (bottom - old.bottom)
        )
        edges = new
        let width = max(1e-6, new.right - new.left)
        let height = max(1e-6, new.bottom - new.top)
        for (name, keypoint) in keypoints {
          keypoints[name]?.x[index] = (keypoint.x[index] - new.left) / width
          keypoints[name]?.y[index] = (keypoint.y[index] - new.top) / height
        }
      }
    }

    private mutating func frames() -> [Double] {
      let step = 1 / max(1, picture.rateHz)
      return (0..<Int(saturating: min(1e6, course.end / step))).compactMap { index in
        let isDropped = uniform(0...1) < picture.droppedFrames && index > 0
        let time = Double(index) * step + 0.1 * step * uniform(-1...1)
        return isDropped ? nil : max(0, time)
      }
    }

    /// A place in the picture, in its unit: x right, y down.
    private func seen(
      _ place: SIMD3<Double>, at time: Double, _ wander: [(hertz: Double, phase: Double)]
    ) -> (x: Double, y: Double) {
      let (c, s) = (Double.cos(picture.azimuth), Double.sin(picture.azimuth))
      let across = c * place.x + s * place.y
      let toward = -s * place.x + c * place.y
      let (ce, se) = (Double.cos(picture.elevation), Double.sin(picture.elevation))
      let up = ce * place.z + se * toward
      let nearness = 1 / (1 - (ce * toward - se * place.z) / (4 * Figure.height))
      let unit = picture.bodyHeight
      var drift = (0.0, 0.0)
      for (index, wave) in wander.enumerated() {
        let value =
          0.5 * picture.cameraWander * Double.sin(2 * .pi * wave.hertz * time + wave.phase)
        if index % 2 == 0 { drift.0 += value } else { drift.1 += value }
      }
      return (
        unit * (0.8 + drift.0 + nearness * across / Figure.height),
        unit * (1.2 + drift.1 - nearness * up / Figure.height)
      )
    }

    /// What the tracker makes of a landmark's places.
    private mutating func tracked(
      _ points: [(x: Double, y: Double)], _ seconds: [Double]
    ) -> Recording.Keypoint {
      var keypoint = Recording.Keypoint(x: [], y: [], score: picture.hasScores ? [] : nil)
      let noise = picture.jitter * picture.bodyHeight
      let step = 1 / max(1, picture.rateHz)
      var slow = (0.0, 0.0)
      var lostUntil = -1.0
      for (index, point) in points.enumerated() {
        slow.0 += 0.1 * (gaussian() * noise * 2.2 - slow.0)
        slow.1 += 0.1 * (gaussian() * noise * 2.2 - slow.1)
        if uniform(0...1) < picture.lossesPerMinute / 60 * step {
          lostUntil = seconds[index] + uniform(0.3...2)
        }
        let isLost = seconds[index] < lostUntil
        let isOut = uniform(0...1) < picture.outliers
        let error = isOut ? 0.3 * picture.bodyHeight : isLost ? 8 * noise : 0.7 * noise
        let isGiven = !isLost || picture.hasScores
        keypoint.x.append(isGiven ? point.x + slow.0 + gaussian() * error : .nan)
        keypoint.y.append(isGiven ? point.y + slow.1 + gaussian() * error : .nan)
        keypoint.score?.append(isLost ? uniform(0...0.25) : uniform(0.5...1))
      }
      return keypoint
    }

    /// Now and then the tracker takes the left side for the right.
    private mutating func swapSides(_ keypoints: inout [String: Recording.Keypoint], _ count: Int) {
      for index in 0..<count where uniform(0...1) < 0.3 * picture.outliers {
        for part in Figure.parts where part.side == .left {
          var other = part
          other.side = .right
          let (left, right) = (part.name(picture.naming), other.name(picture.naming))
          guard let one = keypoints[left], let two = keypoints[right] else { continue }
          keypoints[left]?.x[index] = two.x[index]
          keypoints[left]?.y[index] = two.y[index]
          keypoints[right]?.x[index] = one.x[index]
          keypoints[right]?.y[index] = one.y[index]
        }
      }
    }

    // MARK: Randomness

    private mutating func uniform(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }

    private mutating func gaussian() -> Double {
      let radius = (-2 * Double.log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
      return radius * Double.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }

    private mutating func varied(_ value: Double) -> Double {
      value * max(0.4, 1 + picture.variation * gaussian())
    }
  }
}
