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
  /// Corrections that nothing in it answers to, so that they changed nothing.
  public var missed: [SetCorrection] = []
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
///   - corrections: What somebody who was there says of it; it goes before what the sensor shows.
///   - parameters: The constants of the method.
/// - Returns: The set; without repetitions, but with a notice, where there are none.
/// - Throws: ``SensingError`` where the recording can't show a repetition.
public func measure(
  _ recording: Recording, as exercise: Exercise? = nil, load: Mass? = nil,
  correctedBy corrections: [SetCorrection] = [],
  parameters: SensingParameters = SensingParameters()
) throws(SensingError) -> Measured {
  guard let timeline = Timeline(recording.seconds, parameters) else {
    throw SensingError(recording.seconds, parameters)
  }
  let proposals =
    exercise == nil ? try Sensing.proposals(for: recording, parameters: parameters) : []
  guard
    let measuredAs = exercise ?? proposals.first.flatMap({ Exercise.with($0.exercise) })
      ?? Exercise.catalog.first
  else { throw .nothingToMeasure }
  let study = Study(recording, measuredAs, timeline, parameters)
  guard study.isMeasurable else { throw .nothingToMeasure }
  let found = study.explained()
  let (explained, missed) = study.corrected(
    exercise == nil ? found.map(study.eitherWay) : found, by: corrections)
  let measurement = explained.map { explained in
    Measurement(study, explained, moving: corrections.filter { $0.kind == .move })
  }
  var set = try study.set(measurement, load: load)
  set.sides = sides(of: recording, exercise: measuredAs, parameters: parameters)
  var notices = Sensing.notices(
    on: set, of: recording, exercise: exercise, parameters: parameters)
  if exercise == nil, explained?.isReversed != true,
    isEitherWay(set.reps, of: recording, proposals, parameters)
  {
    for index in set.reps.indices {
      set.reps[index].trust = Trust(
        reasons: set.reps[index].trust.reasons + [Doubts.unknownDirection])
    }
    notices.append(
      "Others that move so go the other way round, so it isn’t certain which phase is the lowering: name the exercise to know."
    )
  }
  return Measured(
    set: set, motion: Motion(explained?.line, on: timeline), exercise: measuredAs,
    proposals: proposals, notices: notices, missed: missed + (measurement?.missed ?? []))
}

/// Whether an exercise that explains a motion nearly as well as the likeliest has its phases the other way
/// round.
private func isEitherWay(
  _ reps: [Rep], of recording: Recording, _ proposals: [Proposal], _ parameters: SensingParameters
) -> Bool {
  guard let likeliest = proposals.first else { return false }
  // Those that move alike have been asked with the first of them.
  var seen: Set<WayOfMoving> = []
  let others = proposals.prefix {
    $0.confidence > parameters.nearlyAsLikely * likeliest.confidence
  }.compactMap { Exercise.with($0.exercise) }
    .filter { seen.insert(WayOfMoving($0, seenBy: recording)).inserted }.dropFirst()
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
  /// What a motion may be of, for whoever named no exercise; those that move alike are as likely as one
  /// another. Nil where nothing moves as an exercise would.
  public var sentence: String? {
    guard !isEmpty else { return nil }
    let alike = prefix { $0.confidence == self[0].confidence }
    let together = alike.reduce(0) { $0 + $1.confidence } * 100
    let names = alike.prefix(4).map(\.exercise.rawValue).joined(separator: ", ")
    let more = alike.count > 4 ? " or one of \(alike.count - 4) more that move alike" : ""
    return
      "By its motion it may be \(names)\(more) (\(together.short(decimals: 0)) %). It was measured as the first."
  }
}
