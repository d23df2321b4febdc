public import Lifting

/// The left side of a recording against its right, where it shows both: landmarks or joint angles
/// that are named `left` and `right`.
///
/// - Returns: The comparison; nil where one side isn't recorded or shows no repetition.
public func sides(
  of recording: Recording, exercise: Exercise, parameters: SensingParameters = SensingParameters()
) -> SideComparison? {
  guard recording.kind == .keypoints || recording.kind == .angle else { return nil }
  func measured(without side: String) -> MeasuredSet? {
    var half = recording
    half.keypoints = recording.keypoints.filter { !$0.key.lowercased().contains(side) }
    half.anglesDegrees = recording.anglesDegrees.filter { !$0.key.lowercased().contains(side) }
    let isLess =
      half.keypoints.count < recording.keypoints.count
      || half.anglesDegrees.count < recording.anglesDegrees.count
    guard isLess, !half.keypoints.isEmpty || !half.anglesDegrees.isEmpty else { return nil }
    return try? phases(of: half, exercise: exercise, parameters: parameters)
  }
  guard let left = measured(without: "right"), let right = measured(without: "left"),
    !left.reps.isEmpty, !right.reps.isEmpty
  else { return nil }
  return SideComparison(left: left, right: right)
}
