import Lifting

/// Why a measured repetition may be wrong, in sentences for the athlete.
struct Doubts {
  /// The sentences of each repetition.
  private(set) var reasons: [[String]]

  static let unknownDirection = "It isn’t certain which way was up."

  private let study: Study
  private let explained: Study.Explained
  private let moves: [[Measurement.Move]]

  init(_ measurement: Measurement) {
    study = measurement.study
    explained = measurement.explained
    moves = measurement.moves
    let unit = study.recording.doubtOfUnit.map { [$0] } ?? []
    reasons = moves.map { _ in unit }
    for index in moves.indices {
      doubtWholeness(index)
      doubtSize(index)
      doubtSensor(index)
      doubtDirection(index)
    }
  }

  private var parameters: SensingParameters { study.parameters }

  private var middleWay: Double {
    let ways = moves.compactMap { $0.map(\.way).max() }.sorted()
    return ways.isEmpty ? 0 : ways[ways.count / 2]
  }

  private mutating func doubtWholeness(_ index: Int) {
    let rep = explained.reps[index]
    if rep.start.isCut && rep.start.place == 0 && rep.leaves <= 1 {
      reasons[index].append("The recording begins inside this rep.")
    }
    if let end = rep.end, end.isCut, rep.arrives >= end.place {
      reasons[index].append("The recording ends inside this rep.")
    }
    if let share = shareLifted(index), share < parameters.partialShare {
      reasons[index].append(
        "The lift stopped after \(Int(saturating: (share * 100).rounded())) % of the way down: it failed."
      )
    }
    if rep.end == nil {
      reasons[index].append("The weight wasn’t lowered all the way after this rep.")
    }
    let gaps = study.timeline.gaps.filter {
      $0.end > Double(rep.leaves) && $0.start < Double(rep.arrives)
    }
    if let longest = gaps.map(\.seconds).max() {
      reasons[index].append("The sensor was silent for \(longest.inTenths) s inside this rep.")
    }
  }

  /// How much of the way down was lifted again, in a repetition that begins by lowering; nil where it
  /// isn't known.
  private func shareLifted(_ index: Int) -> Double? {
    guard !study.beginsLifting, !explained.line.drifts, moves[index].count == 2,
      explained.reps[index].end?.isCut == false, moves[index][0].way > 0
    else { return nil }
    return moves[index][1].way / moves[index][0].way
  }

  private mutating func doubtSize(_ index: Int) {
    guard moves.count > 1, middleWay > 0, let way = moves[index].map(\.way).max() else { return }
    let share = way / middleWay
    if share < parameters.partialShare {
      reasons[index].append(
        "A partial rep: it went \(Int(saturating: (share * 100).rounded())) % of the way of the others."
      )
    } else if share > parameters.oddShare {
      reasons[index].append("This rep went clearly further than the others.")
    }
  }

  private mutating func doubtSensor(_ index: Int) {
    let rep = explained.reps[index]
    if let clipped = study.attitude?.clipped,
      (rep.leaves...max(rep.leaves, rep.arrives)).contains(where: { clipped[$0] })
    {
      reasons[index].append("The sensor reached the end of its range inside this rep.")
    }
    if let pose = explained.line.pose {
      let way = pose.distance(rep.leaves, rep.middle.place)
      if pose.noise > parameters.mostJitter * way {
        reasons[index].append("The landmarks jitter nearly as far as the body moves.")
      }
    }
    guard explained.line.drifts else { return }
    let ways = moves[index].map(\.way)
    if ways.count == 2, abs(ways[0] - ways[1]) > parameters.driftShare * max(ways[0], ways[1]) {
      reasons[index].append("The ways up and down differ more than they can: the sensor drifted.")
    }
    for move in moves[index] where move.phase == .eccentric {
      let seconds = (move.end - move.start) * study.timeline.step
      if move.way < parameters.slowestInertialMetersPerSecond * seconds {
        reasons[index].append("So slow a lowering is at the edge of what this sensor can time.")
      }
    }
  }

  private mutating func doubtDirection(_ index: Int) {
    // Whoever turned it round was there.
    if explained.isReversed { return }
    if explained.contradicted {
      reasons[index].append("The motion looks upside down for this exercise.")
    } else if explained.line.agreement < parameters.leastAgreement || isSwinging(index) {
      reasons[index].append(Self.unknownDirection)
    }
  }
}

extension Doubts {
  /// Whether the sensor turns too much for its height to be the load's.
  private func isSwinging(_ index: Int) -> Bool {
    guard explained.line.drifts, let posture = study.attitude?.posture else { return false }
    let rep = explained.reps[index]
    let way = max(rep.out, 1e-9)
    let turned = posture.strides[rep.middle.place] - posture.strides[rep.leaves]
    return turned > parameters.swingingPerMeter * way
  }
}

extension Double {
  /// With one digit after the point.
  fileprivate var inTenths: String {
    guard isFinite, abs(self) < 1e12 else { return "many" }
    let tenths = Int(saturating: (self * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
