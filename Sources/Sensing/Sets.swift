public import Lifting
import RealModule

/// One of several sets in a long recording.
public struct FoundSet: Sendable {
  /// From a little before its first repetition to a little after its last, on the recording's own clock.
  public var stretch: ClosedRange<Double>
  public var measured: Measured
}

/// All sets of a long recording, such as a watch's of a whole session, in the order of time.
///
/// The recording is cut where nothing moves for long. In each piece the clearest set is sought, then what is
/// left before and behind it. What is found counts as a set where it has enough repetitions that take
/// their time and can be believed: what goes on between sets is left out.
///
/// - Parameters:
///   - recording: As for ``measure(_:as:load:correctedBy:parameters:)``.
///   - exercise: Which one all of them are of; nil where each is to be proposed.
///   - parameters: The constants of the method.
/// - Returns: The sets; none where there is none.
/// - Throws: ``SensingError`` where the recording can't show a repetition.
public func sets(
  in recording: Recording, as exercise: Exercise? = nil,
  parameters: SensingParameters = SensingParameters()
) throws(SensingError) -> [FoundSet] {
  guard Timeline(recording.seconds, parameters) != nil else {
    throw SensingError(recording.seconds, parameters)
  }
  var search = SetSearch(recording: recording, exercise: exercise, parameters: parameters)
  for piece in search.pieces() { search.find(in: piece) }
  return search.found.sorted { $0.stretch.lowerBound < $1.stretch.lowerBound }
}

/// The search for sets, piece by piece.
private struct SetSearch {
  let recording: Recording
  let exercise: Exercise?
  let parameters: SensingParameters
  private(set) var found: [FoundSet] = []

  init(recording: Recording, exercise: Exercise?, parameters: SensingParameters) {
    self.recording = recording
    self.exercise = exercise
    self.parameters = parameters
  }

  /// The clearest set of a piece, then those before and behind it.
  mutating func find(in piece: ClosedRange<Double>) {
    guard piece.upperBound - piece.lowerBound >= parameters.shortestSetSeconds,
      let measured = try? measure(recording.within(piece), as: exercise, parameters: parameters),
      let first = measured.set.reps.first?.startSeconds,
      let last = measured.set.reps.last?.endSeconds, isSet(measured.set)
    else { return }
    let margin = parameters.aroundASetSeconds
    let stretch = ClosedRange(
      between: max(piece.lowerBound, first - margin), and: min(piece.upperBound, last + margin))
    found.append(FoundSet(stretch: stretch, measured: measured))
    find(in: ClosedRange(between: piece.lowerBound, and: max(piece.lowerBound, first - 1)))
    find(in: ClosedRange(between: min(piece.upperBound, last + 1), and: piece.upperBound))
  }

  /// Whether repetitions are a set rather than what somebody did with their hands.
  private func isSet(_ set: MeasuredSet) -> Bool {
    let least = exercise == nil ? parameters.leastRepsOfAFoundSet : 2
    let trusted = set.reps.count { $0.trust.level == .high || $0.isOnlyOfUnknownDirection }
    let seconds = set.reps.map { rep in
      rep.seconds(in: .eccentric) + rep.seconds(in: .concentric) + rep.seconds(in: .assisted)
    }.sorted()
    guard set.reps.count >= least, 4 * trusted >= 3 * set.reps.count, !seconds.isEmpty else {
      return false
    }
    return seconds[seconds.count / 2] >= parameters.leastSecondsOfAFoundRep
      && seconds.reduce(0, +) >= parameters.leastSecondsOfAFoundSet
  }

  // MARK: Where something moves

  /// The stretches in which something moves, apart from one another by rests.
  func pieces() -> [ClosedRange<Double>] {
    let activity = activity()
    let sorted = activity.map(\.amount).sorted()
    guard let most = sorted.last, most > 0 else { return [] }
    let usual = sorted[sorted.count * 9 / 10]
    let least = parameters.activeShare * max(usual, 0.1 * most)
    var pieces: [ClosedRange<Double>] = []
    for second in activity where second.amount >= least {
      let (from, to) = (second.start, second.start + 1)
      if let last = pieces.last, from - last.upperBound < parameters.restBetweenSetsSeconds {
        pieces[pieces.count - 1] = ClosedRange(between: last.lowerBound, and: to)
      } else {
        pieces.append(ClosedRange(between: from, and: to))
      }
    }
    // Rest before and behind tells where the sensor's error lies.
    let margin = parameters.restBetweenSetsSeconds / 2
    return pieces.map {
      ClosedRange(between: $0.lowerBound - margin, and: $0.upperBound + margin)
    }
  }

  /// How much moves in each second: of the channel that says most.
  private func activity() -> [(start: Double, amount: Double)] {
    var channels: [[Double]] = []
    if let position = recording.positionMeters ?? recording.velocityMetersPerSecond {
      channels = [position]
    } else if let force = recording.acceleration {
      channels = [force.x, force.y, force.z]
    } else if let user = recording.userAcceleration, let gravity = recording.gravity {
      channels = [user.x, user.y, user.z, gravity.x, gravity.y, gravity.z]
    } else if !recording.anglesDegrees.isEmpty {
      channels = recording.anglesDegrees.sorted { $0.key < $1.key }.map(\.value)
    } else {
      channels = recording.keypoints.sorted { $0.key < $1.key }.flatMap {
        [$0.value.x, $0.value.y]
      }
    }
    var seconds: [(start: Double, amount: Double)] = []
    var start = 0
    let times = recording.seconds
    while start < times.count {
      var end = start
      while end < times.count, times[end] < times[start] + 1 { end += 1 }
      let amount = channels.reduce(0.0) { sum, channel in
        let values = channel[min(start, channel.count)..<min(end, channel.count)].filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return sum }
        return sum + (high - low)
      }
      if times[start].isFinite { seconds.append((times[start], amount)) }
      start = max(end, start + 1)
    }
    return seconds
  }
}

extension Rep {
  /// Whether nothing is doubted of it but which way was up.
  fileprivate var isOnlyOfUnknownDirection: Bool {
    trust.reasons.allSatisfy { $0 == Doubts.unknownDirection }
  }
}
