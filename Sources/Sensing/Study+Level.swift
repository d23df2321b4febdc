import Lifting
import RealModule

extension Study {
  /// Where the hand goes level: gravity shows how the limb turns, the gyroscope where it is heading, and the
  /// acceleration how far it goes. Whichever shows the most alike repetitions tells how often. Which way it
  /// goes none of them tells, but where the set begins and ends at rest: the right way round it has one
  /// repetition more than the wrong way.
  func level(_ attitude: Attitude) -> Explained? {
    var all: [Explained] = []
    let level = attitude.level(on: timeline)
    let signature = Signature(attitude, level, step: timeline.step, parameters)
    func take(_ found: Explained?) {
      guard var found else { return }
      // What is summed up wanders when nothing moves; only what repeats alike is more than that.
      if found.line.isHeading || found.line.drifts {
        guard found.reps.count >= parameters.leastRepeats,
          signature.alikeness(of: found.reps) >= parameters.leastLevelLikeness
        else { return }
      }
      let set = signature.set(among: found.reps)
      found.explanation.score *= Double(set.count) / Double(max(1, found.reps.count))
      found.explanation.reps = Array(found.reps[set])
      found.explanation.score +=
        parameters.shareOfRestInLevel * restsWhereItBegins(found, attitude.posture)
      all.append(found)
    }
    for line in attitude.posture.projections(step: timeline.step) {
      for candidate in [line, line.reversed] { take(explain(candidate, signature: signature)) }
    }
    if let level {
      if !level.heading.isEmpty {
        let line = Line(values: level.heading, unit: .radians, isHeading: true)
        for candidate in [line, line.reversed] { take(explain(candidate, signature: signature)) }
      }
      for quarter in 0..<4 {
        let (along, axis) = level.direction(Double(quarter) * .pi / 4)
        let drift = drift(attitude, of: along, axis)
        var ways = [Way(rest: drift.rest())]
        if isCutTight(attitude) { ways.append(Way(rest: ways[0].rest, isStillAtEnds: true)) }
        for way in ways {
          for sign in [1.0, -1.0] {
            var found = alternated(drift, way, waits: [], sign: sign, signature: signature)
            found?.line.isPartOfTheWay = true
            take(found)
          }
        }
      }
    }
    guard var best = all.max(by: { $0.score < $1.score }) else { return nil }
    if let other = turnedRound(best, signature, attitude.posture) { best = other }
    best.line.agreement = 0
    return best.line.unit == .radians && !best.line.isHeading
      ? alongItsArc(best, attitude.posture) : best
  }

  /// What was found of a set of which nobody said what it is: the other way round, where it has one repetition
  /// more that way.
  func eitherWay(_ found: Explained) -> Explained {
    guard let attitude, found.reps.count >= parameters.leastRepeats else { return found }
    switch exercise.geometry.worn {
    case .swing, .level: return found
    case .vertical, .inclination:
      let signature = Signature(
        attitude, attitude.level(on: timeline), step: timeline.step, parameters)
      guard var turned = turnedRound(found, signature, attitude.posture) else { return found }
      turned.line.agreement = 0
      return turned
    }
  }

  /// The same set the other way round, where before its first repetition there is one more way back like the
  /// others and after its last one more way out: then they are the first and last halves of repetitions.
  private func turnedRound(_ found: Explained, _ signature: Signature, _ posture: Posture)
    -> Explained?
  {
    let reps = found.reps.filter { $0.end != nil }
    guard reps.count == found.reps.count, let first = reps.first, let last = reps.last,
      reps.count > 1
    else { return nil }
    let outs = reps.map { $0.leaves..<max($0.leaves, $0.middle.place) }
    let backs = reps.map { $0.middle.place..<max($0.middle.place, $0.arrives) }
    let waits = zip(reps, reps.dropFirst()).map { max(0, $1.leaves - $0.arrives) }
    let within = (waits.max() ?? 0) + Int(saturating: 1 / timeline.step)
    guard
      let before = signature.way(
        like: backs, near: first.leaves, isBehind: false, within: within),
      let after = signature.way(like: outs, near: last.arrives, isBehind: true, within: within)
    else { return nil }
    let likeness = min(before.likeness, after.likeness)
    var turned = found
    turned.line = found.line.reversed
    let search = search(along: turned.line)
    func turn(_ place: Int, isHigh: Bool) -> Turn {
      Turn(place: place, value: search.motion.values[place], isHigh: isHigh, isCut: false)
    }
    let ends =
      [turn(before.way.lowerBound, isHigh: false)]
      + reps.map { turn($0.middle.place, isHigh: false) }
      + [turn(max(last.arrives, min(after.way.upperBound, timeline.count - 1)), isHigh: false)]
    // The wait before the first one may have begun long before its way out.
    let firstMiddle = max(first.start.place, min(before.way.upperBound, first.leaves))
    let middles = [firstMiddle] + reps.dropFirst().map { $0.start.place } + [last.arrives]
    turned.explanation.reps = middles.indices.map { index in
      search.judged(
        ends[index], turn(middles[index], isHigh: true), ends[index + 1], at: index)
    }
    // Whoever waits longer where the repetitions begin as found has them begin there.
    let (asFound, asTurned) = (
      restsWhereItBegins(found, posture), restsWhereItBegins(turned, posture)
    )
    let isRestless = asTurned < asFound - parameters.surelyRests
    return likeness
      >= (isRestless ? parameters.sureLikenessOfAHalf : parameters.leastLikenessOfAHalf)
      ? turned : nil
  }
}
