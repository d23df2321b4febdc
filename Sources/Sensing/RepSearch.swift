import Lifting
import RealModule

/// The search for the one set of alike repetitions that explains a motion best.
///
/// The motion is seen at many scales: at each, its turns are the places where it goes back by more
/// than a certain amount. A repetition is a way out from a low turn to a high one and back. Each has
/// merits of its own, and each pair that follow one another is more or less alike. The chain with the
/// largest sum is found exactly by dynamic programming (a semi-Markov model's Viterbi path over the
/// turns); the best over all scales is the explanation.
struct RepSearch: Sendable {
  /// One way out and back.
  struct Candidate: Sendable {
    var start: Turn
    var middle: Turn
    /// Nil where the way back is missing: put down, racked or cut off.
    var end: Turn?
    /// The place of `start` in the list of turns.
    var index: Int
    /// Where the motion leaves its start for good, and where it has come back.
    var leaves: Int
    var arrives: Int
    /// What speaks for it and against it.
    var merit: Double
    /// What speaks against it besides where it stands alone.
    var doubt: Double
    /// Logarithms of its size and of how long its way out takes.
    var logSize = 0.0
    var logOut = 0.0

    var out: Double { middle.value - start.value }

    /// The way it goes; of a repetition that the recording's end cuts, the way that is seen whole.
    var size: Double {
      guard let end, start.isCut || end.isCut else { return max(out, 1e-9) }
      return max(out, middle.value - end.value, 1e-9)
    }
  }

  struct Explanation: Sendable {
    /// How much better a set explains the motion than none does, as a log-likelihood.
    var score: Double
    var reps: [Candidate]
  }

  /// The motion in the direction in which a repetition begins.
  struct Motion: Sendable {
    /// Rising in the first phase of a repetition.
    var values: [Double]
    var unit: Line.Unit
    /// How nearly it comes back, beyond a share of its way: what drift may do.
    var looseness: Double
    /// Whether the sensor rides on the load: then it hardly turns on the way.
    var rides: Bool
    var posture: Posture?
    /// Whether nothing but the posture tells where the load is: then it has to come back exactly.
    var postureTells: Bool
    /// Whether a repetition begins with the lifting: then its lowering may be missing.
    var beginsLifting: Bool
    /// The smallest way that isn't jitter.
    var leastWay = 0.0
    /// Where the body is.
    var whereabouts: Whereabouts?
    /// The body's posture in a picture.
    var pose: Pose?
    /// How the sensor turns and is shaken, where repetitions are to be alike in that too.
    var signature: Signature?

    /// The smallest way that is a repetition.
    var smallest: Double { max(unit.smallest, leastWay) }
  }

  let parameters: SensingParameters
  let step: Double
  let motion: Motion
  /// The turns at the finest scale.
  private let finest: [Turn]
  /// Total way gone up to each step, goings to and fro within the finest scale left out.
  let travel: [Double]

  init(parameters: SensingParameters, step: Double, motion: Motion) {
    self.parameters = parameters
    self.step = step
    self.motion = motion
    finest = Turn.turns(of: motion.values, reversal: 0.25 * motion.smallest)
    travel = Self.travel(along: motion.values, turning: finest)
  }

  private static func travel(along values: [Double], turning turns: [Turn]) -> [Double] {
    var travel = [Double](repeating: 0, count: values.count)
    var sum = 0.0
    for (turn, next) in zip(turns, turns.dropFirst()) {
      for place in turn.place..<next.place {
        travel[place] = sum + abs(values[place] - turn.value)
      }
      sum += abs(next.value - turn.value)
    }
    for place in (turns.last?.place ?? 0)..<values.count { travel[place] = sum }
    return travel
  }

  /// The best explanation over all scales; nil where there is nothing like a repetition.
  func explanation() -> Explanation? { explanationWithEnds().map(withoutStrangers) }

  private func explanationWithEnds() -> Explanation? {
    guard let low = motion.values.min(), let high = motion.values.max(), high > low else {
      return nil
    }
    var best: Explanation?
    var turns = finest
    var reversal = 0.25 * motion.smallest
    while reversal < 0.6 * (high - low), turns.count > 1 {
      if var found = chain(turns) {
        found.score += motion.signature?.merit(of: found.reps) ?? 0
        if found.score > best?.score ?? -.infinity { best = found }
      }
      let sofar = turns.count
      while turns.count == sofar, reversal < 0.6 * (high - low) {
        reversal *= 2.0.squareRoot()
        turns = Turn.turns(among: turns, reversal: reversal)
      }
    }
    return best
  }

  /// The best chain of the repetitions between these turns.
  func chain(_ turns: [Turn]) -> Explanation? {
    let candidates = candidates(turns)
    guard !candidates.isEmpty else { return nil }
    var total = [Double](repeating: 0, count: candidates.count)
    var before = [Int](repeating: -1, count: candidates.count)
    var best = 0
    for index in candidates.indices {
      let candidate = candidates[index]
      total[index] = candidate.merit - candidate.doubt - motion.unit.costOfASet(parameters)
      var low = candidate.start.value
      var high = low
      var walked = candidate.index
      var other = index - 1
      while other >= 0, index - other <= parameters.longestLookBack {
        let earlier = candidates[other]
        // Likeness can't be worth more than its merit.
        let most = total[other] + candidate.merit + parameters.meritOfLikeness
        if most > total[index], let end = earlier.end, end.place <= candidate.start.place {
          while walked > earlier.index + 2 {
            walked -= 1
            low = min(low, turns[walked].value)
            high = max(high, turns[walked].value)
          }
          let alone = total[other] + candidate.merit
          let sum =
            alone
            + likeness(
              earlier, candidate, restless: high - low, ifAbove: total[index] - alone)
          if sum > total[index] { (total[index], before[index]) = (sum, other) }
        }
        other -= 1
      }
      if total[index] > total[best] { best = index }
    }
    var reps: [Candidate] = []
    var index = best
    while index >= 0 {
      reps.append(candidates[index])
      index = before[index]
    }
    return Explanation(score: total[best], reps: reps.reversed())
  }

  /// All ways out from a low turn and back.
  func candidates(_ turns: [Turn]) -> [Candidate] {
    var candidates: [Candidate] = []
    for index in turns.indices where !turns[index].isHigh && index + 1 < turns.count {
      let middle = turns[index + 1]
      if index + 2 < turns.count {
        let end = turns[index + 2]
        candidates.append(judged(turns[index], middle, end, at: index))
        if var trimmed = trimmed(turns[index], middle, end, at: index) {
          trimmed.merit -= parameters.costOfTrimming
          candidates.append(trimmed)
        }
      }
      // A lift that isn't lowered again is a repetition; a lowering that isn't lifted again is the
      // load put down.
      if motion.beginsLifting, !middle.isCut {
        candidates.append(judged(turns[index], middle, nil, at: index))
      }
    }
    return candidates
  }

  /// The repetition that is left where one way is longer than the other, because the load was taken up
  /// before the way out or is put down after the way back: from where it waited in between.
  private func trimmed(_ start: Turn, _ middle: Turn, _ end: Turn, at index: Int) -> Candidate? {
    let out = middle.value - start.value
    let back = middle.value - end.value
    let wait = max(1, Int(saturating: parameters.shortestPauseSeconds / step))
    if out > parameters.trimmedBeyond * back {
      var place = middle.place
      while place > start.place, motion.values[place] > end.value { place -= 1 }
      let earlier = motion.values[max(start.place, place - wait)]
      guard end.value - earlier < parameters.trimmedWithin * back else { return nil }
      let level = Turn(place: place, value: end.value, isHigh: false, isCut: false)
      return judged(level, middle, end, at: index)
    }
    if back > parameters.trimmedBeyond * out {
      var place = middle.place
      while place < end.place, motion.values[place] > start.value { place += 1 }
      let later = motion.values[min(end.place, place + wait)]
      guard start.value - later < parameters.trimmedWithin * out else { return nil }
      let level = Turn(place: place, value: start.value, isHigh: false, isCut: false)
      return judged(start, middle, level, at: index)
    }
    return nil
  }
}
