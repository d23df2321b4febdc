/// A program or device that writes recordings under column names of its own. To add one, add a row.
///
/// The names are those of files and of programs that read them, found in public repositories and cited in
/// `docs/Formats.md`. Signs need no table: whether a sensor reads its weight up or down is seen while it
/// rests.
struct Recorder: Sendable {
  let name: String
  /// Columns that together tell that a file is its.
  let signature: [String]
  /// What its columns are called here; `*` stands for an axis.
  let columns: [String: String]
  /// Columns that are left out without a word.
  let passedOver: Set<String>

  static let all = [
    Recorder(
      name: "phyphox", signature: ["Time (s)"],
      columns: [
        "Time (s)": "time_s", "Acceleration * (m/s^2)": "accel_*_mps2",
        "Acceleration * (m/s²)": "accel_*_mps2",
        "Linear Acceleration * (m/s^2)": "user_accel_*_mps2",
        "Linear Acceleration * (m/s²)": "user_accel_*_mps2",
        "Gyroscope * (rad/s)": "gyro_*_radps",
      ], passedOver: ["Absolute acceleration (m/s^2)", "Absolute (rad/s)"]),
    Recorder(
      name: "SensorLog",
      signature: ["motionTimestamp_sinceReboot(s)", "motionUserAccelerationX(G)"],
      columns: [
        "motionTimestamp_sinceReboot(s)": "time_s", "motionUserAcceleration*(G)": "user_accel_*_g",
        "motionGravity*(G)": "gravity_*_g", "motionRotationRate*(rad/s)": "gyro_*_radps",
        "motionQuaternion*(R)": "quat_*",
      ],
      passedOver: [
        "loggingTime(txt)", "motionYaw(rad)", "motionRoll(rad)", "motionPitch(rad)",
        "motionAttitudeReferenceFrame(txt)",
      ]),
    Recorder(
      name: "Sensor Logger", signature: ["time", "seconds_elapsed", "x", "y", "z"],
      columns: ["seconds_elapsed": "time_s", "*": "accel_*_mps2"], passedOver: ["time"]),
    Recorder(
      name: "MetaBase", signature: ["elapsed (s)", "x-axis (g)"],
      columns: ["elapsed (s)": "time_s", "*-axis (g)": "accel_*_g"], passedOver: ["epoch (ms)"]),
    Recorder(
      name: "Movella DOT", signature: ["PacketCounter", "SampleTimeFine"],
      columns: [
        "SampleTimeFine": "time_us", "Acc_*": "accel_*_mps2", "Gyr_*": "gyro_*_dps",
        "Quat_*": "quat_*",
      ], passedOver: ["PacketCounter", "Status"]),
    Recorder(
      name: "Physics Toolbox", signature: ["time", "gFx", "gFy", "gFz"],
      columns: ["time": "time_s", "gF*": "accel_*_g", "w*": "gyro_*_radps"],
      passedOver: ["TgF", "gFTotal"]),
  ]

  /// Whose the file of a header is; nil where the names are this program's, or nobody's.
  static func of(_ header: [String]) -> Recorder? {
    let names = Set(header)
    return all.first { recorder in
      names.isSuperset(of: recorder.signature)
        && header.count { recorder.standard($0) != nil } > 1
    }
  }

  /// What a column of the recorder is called here; nil where it isn't read.
  func standard(_ name: String) -> String? {
    if let plain = columns[name] { return plain.contains("*") ? nil : plain }
    for axis in ["x", "y", "z", "w"] {
      for written in [axis, axis.uppercased()] {
        for (pattern, standard) in columns where pattern.contains("*") {
          if pattern.replacingAxis(with: written) == name {
            return standard.replacingAxis(with: axis)
          }
        }
      }
    }
    return nil
  }
}

extension String {
  fileprivate func replacingAxis(with axis: String) -> String {
    split(separator: "*", omittingEmptySubsequences: false).joined(separator: axis)
  }
}
