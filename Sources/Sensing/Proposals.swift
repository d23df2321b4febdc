public import Lifting
import RealModule

/// An exercise that a recording may be of.
public struct Proposal: Sendable, Hashable, Codable {
  public var exercise: Exercise.ID
  /// How likely it is, 0 to 1; all proposals together make 1.
  public var confidence: Double
}

/// The exercises that a recording may be of, the likeliest first.
///
/// Each way in which an exercise of the catalog moves (what stands for the load, which joint, which
/// phase comes first) is tried, and those that explain the recording better are likelier: the score
/// is a log-likelihood ratio, divided by ``SensingParameters/temperatureOfProposals`` since its parts are not
/// independent. Before the recording all are equally likely. Exercises that move alike can't be told
/// apart by their motion and are as likely as one another; among ten such, none is surer than 0.1.
///
/// - Parameters:
///   - recording: As for ``phases(of:exercise:parameters:)``.
///   - exercises: Those that come into question.
///   - parameters: The constants of the method.
/// - Returns: The proposals, in falling order of confidence, then as given; empty where there is no set
///   in the recording.
/// - Throws: ``SensingError`` where the recording can't show a repetition.
public func proposals(
  for recording: Recording, among exercises: [Exercise] = Exercise.catalog.filter(\.isProposed),
  parameters: SensingParameters = SensingParameters()
) throws(SensingError) -> [Proposal] {
  guard let timeline = Timeline(recording.seconds, parameters) else {
    throw SensingError(recording.seconds, parameters)
  }
  guard recording.kind != nil else { throw .nothingToMeasure }
  let ways = Dictionary(grouping: exercises) { WayOfMoving($0, seenBy: recording) }
  let scores = ways.compactMapValues { alike -> Double? in
    guard let exercise = alike.first else { return nil }
    let study = Study(recording, exercise, timeline, parameters, takesWhatRepeats: false)
    return study.isMeasurable ? study.explained()?.score : nil
  }
  guard let best = scores.values.max() else { return [] }
  let proposed = exercises.compactMap { exercise -> Proposal? in
    guard let score = scores[WayOfMoving(exercise, seenBy: recording)] else { return nil }
    let likelihood = Double.exp((score - best) / parameters.temperatureOfProposals)
    return Proposal(exercise: exercise.id, confidence: likelihood)
  }
  let sum = proposed.reduce(0) { $0 + $1.confidence }
  // Where nothing tells them apart, the order is that of the exercises given.
  return proposed.enumerated().sorted {
    $0.element.confidence == $1.element.confidence
      ? $0.offset < $1.offset : $0.element.confidence > $1.element.confidence
  }.map { Proposal(exercise: $0.element.exercise, confidence: $0.element.confidence / sum) }
}

/// What tells one exercise's motion from another's in a recording.
struct WayOfMoving: Hashable {
  var begins: Phase
  var worn: Geometry.Worn?
  var joint: Geometry.Joint?

  /// Of a load's position nothing but the phase that comes first is told; of an inertial sensor, how
  /// it is worn; of an angle or a picture, the joint, and in a picture also what rises.
  init(_ exercise: Exercise, seenBy recording: Recording) {
    begins = exercise.begins
    switch recording.kind {
    case .imu?: worn = exercise.geometry.worn
    case .angle?: joint = exercise.geometry.joint
    case .keypoints?, .video?:
      worn = exercise.geometry.worn
      joint = exercise.geometry.joint
    case .encoder?, nil: break
    }
  }
}
