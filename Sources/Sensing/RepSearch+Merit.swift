import RealModule

extension RepSearch {
  /// A candidate with what speaks for and against it on its own: that it is large enough, lasts long
  /// enough, goes straight, and comes back to where it was, in place and in posture.
  func judged(_ start: Turn, _ middle: Turn, _ end: Turn?, at index: Int) -> Candidate {
    var candidate = Candidate(
      start: start, middle: middle, end: end, index: index, leaves: middle.place,
      arrives: middle.place, merit: parameters.meritOfARep, doubt: 0)
    // The stretch that is the repetition's own, without the wait before and after it.
    let home = max(start.value, end?.value ?? start.value)
    let near = home + 0.1 * (middle.value - home)
    while candidate.leaves > start.place, motion.values[candidate.leaves] > near {
      candidate.leaves -= 1
    }
    if let end {
      while candidate.arrives < end.place, motion.values[candidate.arrives] > near {
        candidate.arrives += 1
      }
    }
    candidate.logSize = Double.log(candidate.size)
    candidate.logOut = Double.log(Double(max(1, middle.place - candidate.leaves)))
    judgeSize(&candidate)
    judgeDuration(&candidate, Double(middle.place - candidate.leaves) * step)
    if let end {
      judgeDuration(&candidate, Double(candidate.arrives - middle.place) * step)
      judgeReturn(&candidate, end)
      judgePosture(&candidate, end)
      judgeWhereabouts(&candidate)
      judgePose(&candidate)
    } else {
      candidate.merit -=
        motion.rides ? parameters.costOfMissingReturnOfASensor : parameters.costOfMissingReturn
    }
    return candidate
  }

  private func judgeSize(_ candidate: inout Candidate) {
    let size = max(candidate.out, 1e-9)
    let smallest = motion.smallest
    let largest = 2.5 * motion.unit.ordinary
    candidate.merit += parameters.meritOfSize * Double.log(size / motion.unit.smallest)
    if size < smallest { candidate.merit -= 6 * (smallest / size - 1) }
    if size > largest { candidate.merit -= 4 * (size / largest - 1) }
  }

  private func judgeDuration(_ candidate: inout Candidate, _ seconds: Double) {
    candidate.merit -=
      3 * max(0, Double.log(parameters.shortestPhaseSeconds / max(seconds, step)))
  }

  private func judgeReturn(_ candidate: inout Candidate, _ end: Turn) {
    let out = candidate.out
    let back = candidate.middle.value - end.value
    let cutOut = candidate.start.isCut && out < back && out > 0.25 * back
    let cutBack = end.isCut && back < out && back > 0.25 * out
    let slack = parameters.returnShare + motion.looseness / max(out, 1e-9)
    let miss = abs(out - back) / max(out, back, 1e-9) / slack
    // A load that has hardly begun to come back is rather one whose way back is missing.
    let most = back < 0.25 * out ? parameters.costOfMissingReturn + 1 : 3
    candidate.merit -= min(cutOut || cutBack ? parameters.costOfACut : most, 0.5 * miss * miss)
    let way = travel[candidate.arrives] - travel[candidate.leaves]
    candidate.merit -= min(4, 3 * max(0, way / (0.9 * max(out + back, 1e-9)) - 1.15))
  }

  private func judgePosture(_ candidate: inout Candidate, _ end: Turn) {
    guard let posture = motion.posture else { return }
    let turned = posture.angle(candidate.leaves, candidate.middle.place)
    if !candidate.start.isCut, !end.isCut {
      let apart = posture.angle(candidate.leaves, candidate.arrives) / postureSlack(turned)
      candidate.merit -= min(4, 0.5 * apart * apart)
    }
    if motion.rides {
      let excess = max(0, turned / max(candidate.out, 1e-9) - parameters.turnPerMeter)
      candidate.merit -= min(1, excess)
      candidate.doubt = min(2, max(0, excess - 1))
    }
    let turning = posture.strides[candidate.arrives] - posture.strides[candidate.leaves]
    candidate.merit -= min(4, 1.5 * max(0, turning / (2 * turned + 0.35) - 1.3))
  }

  private func postureSlack(_ turned: Double) -> Double {
    motion.postureTells
      ? parameters.strictReturnRadians + parameters.strictReturnShare * turned
      : parameters.postureReturnRadians + parameters.postureReturnShare * turned
  }

  /// How much the second repetition is like the first, and follows it as one of the same set; may be
  /// too large where it isn't above the least that matters.
  func likeness(
    _ first: Candidate, _ second: Candidate, restless: Double, ifAbove least: Double
  ) -> Double {
    let size = first.size
    let larger = (second.logSize - first.logSize) / parameters.sizeSpread
    var sum = parameters.meritOfLikeness - 0.5 * larger * larger
    sum -= min(6, 3 * max(0, restless / size - 0.25))
    if !first.start.isCut {
      let longer = second.logOut - first.logOut
      sum -= 0.5 * min(4, longer * longer)
      let slack = 0.3 + motion.looseness / size
      let higher = (second.start.value - first.start.value) / size / slack
      sum -= min(4, 0.5 * higher * higher)
    }
    guard sum > least else { return sum }
    let wait = Double(second.leaves - first.arrives) * step
    sum -= 0.5 * Double.log(1 + max(0, wait) / 10)
    // After so long a rest it is another set.
    if wait > parameters.longestWaitInASet { sum -= 1000 }
    sum -= costOfMoving(first, second) + costOfPosing(first, second)
    guard let posture = motion.posture else { return sum }
    if first.arrives > first.middle.place {
      let within = posture.strides[first.arrives] - posture.strides[first.leaves]
      let between = posture.strides[second.leaves] - posture.strides[first.arrives]
      sum -= min(motion.postureTells ? 4 : 2, 3 * max(0, between / max(within, 0.1) - 0.3))
    }
    guard sum > least else { return sum }
    let slack = postureSlack(posture.angle(first.leaves, first.middle.place))
    let low = first.start.isCut ? 0 : posture.angle(first.leaves, second.leaves) / slack
    let high = posture.angle(first.middle.place, second.middle.place) / slack
    return sum - min(5, 0.5 * (low * low + high * high))
  }
}
