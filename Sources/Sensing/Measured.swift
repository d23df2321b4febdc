public import Lifting
import RealModule

/// All that a recording tells of a set.
public struct Measured: Sendable {
  public var set: MeasuredSet
  /// The motion in which the phases were found; empty where there is no set in it.
  public var motion: Motion
  /// As which it was measured: the one named, else the likeliest.
  public var exercise: Exercise
  /// What it may be of, the likeliest first; empty where the exercise was named.
  public var proposals: [Proposal]
  /// What whoever handed it in should know, in sentences.
  public var notices: [String]
}

/// Measures a recording in one go: its set, its motion, what it may be of, and what should be known of it.
///
/// Where no exercise is named, or one that nobody knows, it is measured by what repeats: as the exercise
/// that explains the motion best. Where others that explain it nearly as well have it the other way
/// round, no repetition's direction is sure, and each says so.
///
/// - Parameters:
///   - recording: As for ``phases(of:exercise:load:parameters:)``.
///   - exercise: Which one; nil where nobody said, or nobody knows it.
///   - load: What was moved, for work and power.
///   - parameters: The constants of the method.
/// - Returns: The set; without repetitions, but with a notice, where there are none.
/// - Throws: ``SensingError`` where the recording can't show a repetition.
public func measure(
  _ recording: Recording, as exercise: Exercise? = nil, load: Mass? = nil,
  parameters: SensingParameters = SensingParameters()
) throws(SensingError) -> Measured {
  guard let timeline = Timeline(recording.seconds, parameters) else {
    throw .tooShort(samples: recording.seconds.count)
  }
  let proposals =
    exercise == nil ? try Sensing.proposals(for: recording, parameters: parameters) : []
  guard
    let measuredAs = exercise ?? proposals.first.flatMap({ Exercise.with($0.exercise) })
      ?? Exercise.catalog.first
  else { throw .nothingToMeasure }
  let study = Study(recording, measuredAs, timeline, parameters)
  guard let kind = recording.kind, study.isMeasurable else { throw .nothingToMeasure }
  let explained = study.explained()
  var reps = explained.map { study.measures(Measurement(study, $0), load: load) } ?? []
  var notices: [String] = []
  if exercise == nil, !reps.isEmpty {
    notices.append(proposals.sentence)
    if isEitherWay(reps, of: recording, proposals, parameters) {
      for index in reps.indices {
        reps[index].trust = Trust(
          reasons: reps[index].trust.reasons + ["It isn’t certain which way was up."])
      }
      notices.append(
        "Others that move so go the other way round, so it isn’t certain which phase is the lowering: name the exercise to know."
      )
    }
  }
  var set = MeasuredSet(
    recording: MeasuredSet.Source(
      kind: kind, samples: recording.seconds.count, durationSeconds: recording.durationSeconds,
      sampleRateHz: recording.sampleRateHz),
    exercise: measuredAs.id, reps: reps, set: MeasuredSet.Summary(of: reps).detailed(by: reps))
  set.sides = sides(of: recording, exercise: measuredAs, parameters: parameters)
  notices += Sensing.notices(
    on: set, of: recording, exercise: measuredAs, parameters: parameters)
  return Measured(
    set: set, motion: Motion(explained?.line, on: timeline), exercise: measuredAs,
    proposals: proposals, notices: notices)
}

/// Whether an exercise that explains a motion nearly as well as the likeliest has its phases the other way
/// round.
private func isEitherWay(
  _ reps: [Rep], of recording: Recording, _ proposals: [Proposal], _ parameters: SensingParameters
) -> Bool {
  guard let most = proposals.first?.confidence else { return false }
  var seen: Set<Geometry> = []
  let others = proposals.dropFirst().prefix { $0.confidence > parameters.nearlyAsLikely * most }
    .compactMap { Exercise.with($0.exercise) }.filter { seen.insert($0.geometry).inserted }
  return others.prefix(parameters.mostOtherWays).contains { other in
    guard let found = try? phases(of: recording, exercise: other, parameters: parameters) else {
      return false
    }
    let spans = found.reps.flatMap(\.phases)
    let opposite = reps.flatMap(\.phases).count { phase in
      let middle = (phase.startSeconds + phase.endSeconds) / 2
      return (phase.phase == .eccentric || phase.phase == .concentric)
        && spans.contains {
          $0.startSeconds < middle && middle < $0.endSeconds && $0.phase != phase.phase
            && ($0.phase == .eccentric || $0.phase == .concentric)
        }
    }
    return opposite > reps.count / 2
  }
}

extension [Proposal] {
  /// What a motion may be of; those that move alike are as likely as one another.
  fileprivate var sentence: String {
    let alike = prefix { $0.confidence == self[0].confidence }
    let together = alike.reduce(0) { $0 + $1.confidence } * 100
    let names = alike.prefix(4).map(\.exercise.rawValue).joined(separator: ", ")
    let more = alike.count > 4 ? " or one of \(alike.count - 4) more that move alike" : ""
    return
      "By its motion it may be \(names)\(more) (\(together.short(decimals: 0)) %). It was measured as the first."
  }
}
