import Lifting
import RealModule

extension Study {
  /// Whether the hands only hold on while the legs work a machine: then a watch on the wrist is hardly shaken.
  var isHeldOn: Bool {
    exercise.equipment.contains(.machine)
      && ["knee", "hip", "ankle"].contains(exercise.geometry.joint.name)
  }

  /// What the hands show that hold on while others work: they keep their posture, and it rocks a little with
  /// each repetition. Which way the load goes that doesn't tell.
  func held(_ attitude: Attitude) -> Explained? {
    guard let stretch = steadiest(attitude.posture) else { return nil }
    let level = attitude.level(on: timeline)
    let signature = Signature(attitude, level, step: timeline.step, parameters)
    var lines = attitude.posture.rockings(in: stretch)
    if let level, !level.heading.isEmpty { lines.append(level.heading) }
    var best: Explained?
    for values in lines {
      guard let (line, share) = rocking(values, in: stretch) else { continue }
      for candidate in [line, line.reversed] {
        guard var found = explain(candidate, signature: signature) else { continue }
        found.explanation.reps = Array(found.reps[signature.set(among: found.reps)])
        guard found.reps.count >= parameters.leastHeldReps,
          signature.alikeness(of: found.reps) >= parameters.leastHeldLikeness
        else { continue }
        found.line.agreement = 0
        found.line.values = found.line.values.map { $0 / share }
        if found.score > best?.score ?? 0 { best = found }
      }
    }
    return best
  }

  /// A line within a stretch, without what changes slowly and as large as a usual motion, and by what it was
  /// enlarged for that; nil where it hardly moves.
  private func rocking(_ values: [Double], in stretch: Range<Int>) -> (line: Line, share: Double)? {
    let inside = Array(values[stretch])
    let slow = Filters.lowPass(
      inside, cutoffHz: parameters.heldDriftHz, step: timeline.step)
    let quick = Filters.lowPass(
      zip(inside, slow).map { $0 - $1 }, cutoffHz: parameters.heldCutoffHz, step: timeline.step)
    let sorted = quick.sorted()
    let size = sorted[sorted.count * 9 / 10] - sorted[sorted.count / 10]
    guard size >= parameters.leastHeldRadians else { return nil }
    var line = Line(
      values: [Double](repeating: 0, count: values.count), unit: .radians, isHeading: true)
    let share = Line.Unit.radians.ordinary / size
    for place in stretch { line.values[place] = share * quick[place - stretch.lowerBound] }
    return (line, share)
  }

  /// The longest stretch in which the posture keeps near where it was.
  private func steadiest(_ posture: Posture) -> Range<Int>? {
    guard Double(timeline.count) * timeline.step <= parameters.longestRecordingOfASet else {
      return nil
    }
    let block = max(1, Int(saturating: 0.5 / timeline.step))
    let places = Array(stride(from: block / 2, to: timeline.count, by: block))
    var best = 0..<0
    for (index, from) in places.enumerated() {
      var end = index
      while end < places.count, posture.angle(from, places[end]) < parameters.heldWithinRadians {
        end += 1
      }
      if end - index > best.count { best = index..<end }
    }
    guard Double(best.count * block) * timeline.step >= parameters.shortestHeldSeconds,
      let last = best.last
    else { return nil }
    return (places[best.lowerBound])..<min(timeline.count, places[last] + 1)
  }
}
