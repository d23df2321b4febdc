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
  /// Columns whose names follow a rule rather than a list.
  var rule: @Sendable (String) -> String? = { _ in nil }
  /// Whether its accelerations are in g or in m/s², as somebody set it; how large gravity is tells.
  var isUnitSet = false

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
      name: "Sensor Logger", signature: ["seconds_elapsed", "qw", "qx", "qy", "qz"],
      columns: ["seconds_elapsed": "time_s", "q*": "quat_*"],
      passedOver: ["time", "roll", "pitch", "yaw"]),
    Recorder(
      name: "Sensor Logger on a watch",
      signature: ["seconds_elapsed", "accelerationX", "gravityX", "rotationRateX"],
      columns: [
        "seconds_elapsed": "time_s", "acceleration*": "user_accel_*_g", "gravity*": "gravity_*_g",
        "rotationRate*": "gyro_*_radps", "quaternion*": "quat_*",
      ], passedOver: ["time"], isUnitSet: true),
    Recorder(
      name: "phyphox", signature: ["Time (s)", "X (m/s^2)"],
      columns: ["Time (s)": "time_s", "* (m/s^2)": "accel_*_mps2"], passedOver: []),
    Recorder(
      name: "phyphox", signature: ["Time (s)", "X (rad/s)"],
      columns: ["Time (s)": "time_s", "* (rad/s)": "gyro_*_radps"], passedOver: []),
    Recorder(
      name: "WitMotion", signature: ["AccX(g)", "AsX(°/s)"],
      columns: [
        "time": "time_s", "Time": "time_s", "Acc*(g)": "accel_*_g", "As*(°/s)": "gyro_*_dps",
      ],
      passedOver: [
        "DeviceName", "ChipTime()", "ChipTime", "AngleX(°)", "AngleY(°)", "AngleZ(°)", "HX(uT)",
        "HY(uT)", "HZ(uT)", "Q0()", "Q1()", "Q2()", "Q3()", "Temperature(°C)", "Battery level(%)",
        "Version()",
      ]),
    Recorder(
      name: "OpenSim", signature: ["time", "pelvis_tilt"], columns: ["time": "time_s"],
      passedOver: [], rule: { coordinate($0, "deg") }),
    Recorder(
      name: "a pose tracker", signature: [],
      columns: [
        "timestamp_ms": "time_ms", "timestamp": "time_s", "time": "time_s", "time_sec": "time_s",
        "timestamp_s": "time_s", "timestamp_sec": "time_s",
      ], passedOver: ["frame", "frame_idx", "video_name"], rule: landmark),
    Recorder(
      name: "MetaBase", signature: ["elapsed (s)", "x-axis (g)"],
      columns: ["elapsed (s)": "time_s", "*-axis (g)": "accel_*_g"], passedOver: ["epoch (ms)"]),
    Recorder(
      name: "MetaBase", signature: ["elapsed (s)", "x-axis (deg/s)"],
      columns: ["elapsed (s)": "time_s", "*-axis (deg/s)": "gyro_*_dps"],
      passedOver: ["epoch (ms)"]),
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
      guard names.isSuperset(of: recorder.signature) else { return false }
      let known = header.count { recorder.standard($0) != nil }
      // What is known by a rule alone takes more than a word that may stand anywhere.
      return known > (recorder.signature.isEmpty ? 6 : 1)
    }
  }

  /// A landmark of a pose: `LEFT_ELBOW_x`, `pose_left_elbow_y`, `left_elbow_visibility`.
  private static func landmark(_ name: String) -> String? {
    var words = name.lowercased().split { "_ .".contains($0) }.map(String.init)
    if words.last == "px" { words.removeLast() }
    if words.first == "pose" || words.first == "landmark" { words.removeFirst() }
    guard let quantity = words.popLast(), !words.isEmpty else { return nil }
    let parts = [
      "x": "x", "y": "y", "visibility": "score", "score": "score", "confidence": "score",
      "conf": "score", "accu": "score",
    ]
    let joints = ["nose", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel"]
    let isSided = words.count == 2 && ["left", "right"].contains(words[0])
    guard let part = parts[quantity], let joint = words.last, joints.contains(joint),
      isSided || words == ["nose"]
    else { return nil }
    return "keypoint_\(words.joined(separator: "_"))_\(part)"
  }

  /// A coordinate of a musculoskeletal model: `knee_angle_r`, `elbow_flex_l`.
  private static func coordinate(_ name: String, _ unit: String) -> String? {
    let joints = [
      "hip_flexion": "hip", "knee_angle": "knee", "knee_flexion": "knee", "ankle_angle": "ankle",
      "elbow_flex": "elbow", "elbow_flexion": "elbow", "arm_flex": "shoulder",
      "shoulder_elv": "shoulder",
    ]
    for (side, word) in [("_r", "right"), ("_l", "left")] where name.hasSuffix(side) {
      if let joint = joints[String(name.dropLast(2))] { return "angle_\(joint)_\(word)_\(unit)" }
    }
    return nil
  }

  /// The same recorder with angles in radians.
  var inRadians: Recorder {
    var other = self
    let rule = rule
    other.rule = { rule($0).map { $0.hasSuffix("_deg") ? $0.dropLast(3) + "rad" : $0 } }
    return other
  }

  /// Whether a column is left out without a word. MetaBase names its wall clock after the time zone.
  func passesOver(_ name: String) -> Bool {
    passedOver.contains(name)
      || self.name == "MetaBase" && (name.hasPrefix("time (") || name.hasPrefix("timestamp ("))
  }

  /// What a column of the recorder is called here; nil where it isn't read.
  func standard(_ name: String) -> String? {
    if let plain = columns[name] { return plain.contains("*") ? nil : plain }
    if let ruled = rule(name) { return ruled }
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
