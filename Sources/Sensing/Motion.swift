public import Lifting
import RealModule

/// The motion in which a set's phases were found: what stands for the load, over time.
public struct Motion: Sendable, Hashable {
  public enum Unit: String, Sendable, Hashable {
    case meters = "m"
    case degrees = "°"
    /// Where the picture has no scale: lengths of the body in it.
    case bodyLengths = "body lengths"
  }

  /// On the recording's own clock, evenly spaced.
  public var seconds: [Double]
  /// Rising while the muscle shortens.
  public var values: [Double]
  public var unit: Unit
}

/// The motion of the load, or of the limb that stands for it, for pictures.
///
/// - Parameters:
///   - recording: As for ``phases(of:exercise:parameters:)``.
///   - exercise: As there.
///   - parameters: As there.
/// - Returns: The motion along the line that explains the recording best; empty where there is no
///   set in it.
/// - Throws: ``SensingError`` where the recording can't show a repetition.
public func motion(
  of recording: Recording, exercise: Exercise, parameters: SensingParameters = SensingParameters()
) throws(SensingError) -> Motion {
  guard let timeline = Timeline(recording.seconds, parameters) else {
    throw SensingError(recording.seconds, parameters)
  }
  let study = Study(recording, exercise, timeline, parameters)
  guard study.isMeasurable else { throw .nothingToMeasure }
  return Motion(study.explained()?.line, on: timeline)
}

extension Motion {
  /// A line's motion; empty where there is none.
  init(_ line: Line?, on timeline: Timeline) {
    guard let line else {
      self.init(seconds: [], values: [], unit: .meters)
      return
    }
    let seconds = line.values.indices.map { timeline.seconds(at: Double($0)) }
    switch line.unit {
    case .meters: self.init(seconds: seconds, values: line.values, unit: .meters)
    case .bodyLengths: self.init(seconds: seconds, values: line.values, unit: .bodyLengths)
    case .radians:
      self.init(
        seconds: seconds, values: line.values.map { $0 * 180 / Double.pi }, unit: .degrees)
    }
  }
}
