public import Lifting
import RealModule

/// What whoever handed in a recording should know of what was measured: that its unit can't be right,
/// or, where no repetition was found, what was seen instead.
///
/// - Parameters:
///   - set: What ``phases(of:exercise:load:parameters:)`` made of the recording.
///   - recording: The recording.
///   - exercise: As which it was measured; nil where nobody said.
///   - parameters: The constants of the method.
/// - Returns: Sentences; empty where there is nothing to say. Never empty where there is no repetition.
public func notices(
  on set: MeasuredSet, of recording: Recording, exercise: Exercise?,
  parameters: SensingParameters = SensingParameters()
) -> [String] {
  var sentences = [recording.doubtOfUnit].compactMap(\.self)
  guard set.reps.isEmpty else {
    return sentences + [recording.moreThan(set, parameters)].compactMap(\.self)
  }
  let seconds = recording.durationSeconds.short(decimals: 0)
  guard let exercise else {
    sentences.append(
      "No repetition was found: nothing in \(seconds) s goes out and comes back as far as one would. Does the recording hold the whole set, and was the sensor on what moves?"
    )
    return sentences
  }
  let name = exercise.name.lowercased()
  sentences.append(
    whatRepeats(in: recording, besides: exercise, parameters).map { other, count in
      let times = count == 1 ? "Something moves once" : "Something repeats \(count) times"
      return
        "No repetition of \(name) was found. \(times), but not as the load of \(name) would: it moves as in \(other.name.lowercased()) and the like. Is it this exercise, and is the sensor on what moves with the load?"
    }
      ?? "No repetition of \(name) was found: nothing in \(seconds) s goes out and comes back as far as one would. Does the recording hold the whole set, and was the sensor on what moves?"
  )
  return sentences
}

/// The exercise whose motion explains most, with how often it is seen; nil where nothing repeats.
private func whatRepeats(
  in recording: Recording, besides exercise: Exercise, _ parameters: SensingParameters
) -> (Exercise, count: Int)? {
  guard let first = try? proposals(for: recording, parameters: parameters).first,
    let other = Exercise.with(first.exercise), other.geometry != exercise.geometry,
    let found = try? phases(of: recording, exercise: other, parameters: parameters),
    !found.reps.isEmpty
  else { return nil }
  return (other, found.reps.count)
}

extension Recording {
  /// That a long recording holds more than the set that was measured, as a sentence; nil where it isn't long,
  /// or mostly that set.
  fileprivate func moreThan(_ set: MeasuredSet, _ parameters: SensingParameters) -> String? {
    guard durationSeconds > parameters.longestRecordingOfASet,
      let start = set.reps.first?.startSeconds, let end = set.reps.last?.endSeconds,
      end - start < 0.5 * durationSeconds
    else { return nil }
    let minutes = (durationSeconds / 60).short(decimals: 0)
    return
      "The recording is \(minutes) min long. One set of it was measured, from \(start.short(decimals: 0)) to \(end.short(decimals: 0)) s; if it holds others, ask for all its sets."
  }

  /// Farther than any load goes, in meters: a snatch by a giant.
  private static let farthestMeters = 3.0

  /// Why the unit of its channels can't be right, and which is likelier, as a sentence; nil where
  /// nothing speaks against it.
  var doubtOfUnit: String? {
    if let positionMeters {
      let finite = positionMeters.filter(\.isFinite)
      let way = (finite.max() ?? 0) - (finite.min() ?? 0)
      if way > Self.farthestMeters {
        let likely =
          switch way {
          case 30..<300: "is the column in cm?"
          case 300..<3000: "is the column in mm?"
          default: "what unit is the column in?"
          }
        return
          "The position goes over \(way.short(decimals: 1)) m, farther than any lift: \(likely)"
      }
    }
    if positionMeters == nil, let velocityMetersPerSecond {
      let finite = velocityMetersPerSecond.filter(\.isFinite)
      if (finite.min() ?? 0) >= 0, (finite.max() ?? 0) > 0.1 {
        return
          "The velocity never goes below 0, so it doesn’t say which way the load went: is it a speed without its sign? Lowering can’t be told from lifting; hand in the position, or the velocity with its sign."
      }
    }
    guard let acceleration else { return nil }
    // A thousand readings tell the middle one as well as all of an hour.
    let count = min(acceleration.x.count, acceleration.y.count, acceleration.z.count)
    var sizes: [Double] = []
    for index in stride(from: 0, to: count, by: max(1, count / 1000)) {
      let (x, y, z) = (acceleration.x[index], acceleration.y[index], acceleration.z[index])
      let size = (x * x + y * y + z * z).squareRoot()
      if size.isFinite { sizes.append(size) }
    }
    guard !sizes.isEmpty else { return nil }
    sizes.sort()
    // Gravity is in it all the time; half of the readings are about that.
    let gravities = sizes[sizes.count / 2] / Attitude.standardGravity
    switch gravities {
    case 8...12:
      return
        "The accelerometer reads \(gravities.short(decimals: 1)) g most of the time, where gravity alone is 1: the column is in m/s², though it was named g."
    case 0.085...0.125:
      return
        "The accelerometer reads \((gravities * Attitude.standardGravity).short(decimals: 1)) m/s² most of the time, where gravity alone is 9.8: the column is in g, though it was named m/s²."
    case 0.6...1.6: return nil
    default:
      return
        "The accelerometer reads \(gravities.short(decimals: 2)) g most of the time, where gravity alone is 1: is it calibrated, and is gravity in the column?"
    }
  }
}
