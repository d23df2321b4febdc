public import Lifting

extension RecordingFormat {
  /// The recording as CSV in SI units, the time first. Reading it gives the same recording.
  public static func csv(_ recording: Recording) -> String {
    let columns = columns(of: recording)
    var text = columns.map { CSV.quoted($0.name) }.joined(separator: ",") + "\n"
    for index in recording.seconds.indices {
      var separator = ""
      for column in columns {
        text += separator
        separator = ","
        // A lost landmark is an empty field.
        guard column.values.indices.contains(index), column.values[index].isFinite else { continue }
        text += column.values[index].short
      }
      text += "\n"
    }
    return text
  }

  private static func columns(of recording: Recording) -> [(name: String, values: [Double])] {
    var columns: [(name: String, values: [Double])] = [
      (RecordingColumns.time, recording.seconds)
    ]
    func add(_ name: String, _ values: [Double]?) {
      if let values { columns.append((name, values)) }
    }
    func add(_ quantity: String, _ vectors: Recording.Vectors?, _ unit: String) {
      add("\(quantity)_x_\(unit)", vectors?.x)
      add("\(quantity)_y_\(unit)", vectors?.y)
      add("\(quantity)_z_\(unit)", vectors?.z)
    }
    add("position_m", recording.positionMeters)
    add("velocity_mps", recording.velocityMetersPerSecond)
    add("force_N", recording.forceNewtons)
    add("accel", recording.acceleration, "mps2")
    add("user_accel", recording.userAcceleration, "mps2")
    add("gravity", recording.gravity, "mps2")
    add("gyro", recording.angularRate, "radps")
    add("quat_w", recording.orientation?.w)
    add("quat_x", recording.orientation?.x)
    add("quat_y", recording.orientation?.y)
    add("quat_z", recording.orientation?.z)
    for (joint, degrees) in recording.anglesDegrees.sorted(by: { $0.key < $1.key }) {
      add("angle_\(joint)_deg", degrees)
    }
    for (landmark, point) in recording.keypoints.sorted(by: { $0.key < $1.key }) {
      add("keypoint_\(landmark)_x", point.x)
      add("keypoint_\(landmark)_y", point.y)
      add("keypoint_\(landmark)_score", point.score)
    }
    return columns
  }
}

extension CSV {
  /// A text as a field, in quotes where it needs them.
  static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == separators[0]
        || [UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte)
    }
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
