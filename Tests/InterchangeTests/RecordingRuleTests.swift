import Interchange
import Lifting
import Simulation
import Testing

@Suite("How rows become samples")
struct RecordingRuleTests {
  private func read(_ text: String) -> (recording: Recording?, problems: [Diagnostic]) {
    RecordingFormat.read(Array(text.utf8))
  }

  @Test(
    "values are kept in SI units",
    arguments: [
      ("time_s,position_m", "2,1.5", 2, 1.5), ("time_ms,position_cm", "20,150", 0.02, 1.5),
      ("time_us,position_mm", "250,7", 0.00025, 0.007),
    ])
  func units(_ header: String, _ row: String, _ seconds: Double, _ meters: Double) throws {
    let recording = try #require(read("\(header)\n\(row)\n").recording)
    #expect(recording.seconds == [seconds])
    #expect(recording.positionMeters == [meters])
  }

  @Test("standard gravity and degrees are what they are")
  func constants() throws {
    let recording = try #require(
      read(
        """
        time_s,accel_x_g,accel_y_g,accel_z_g,gyro_x_dps,gyro_y_dps,gyro_z_dps
        0,1,-2,0,180,-90,0
        """
      ).recording)
    #expect(recording.acceleration == .init(x: [9.80665], y: [-19.6133], z: [0]))
    #expect(recording.angularRate?.x == [Double.pi])
    #expect(recording.angularRate?.y == [-Double.pi / 2])
  }

  @Test("the sensors of one file stay together, in whatever order the columns are")
  func order() throws {
    let recording = try #require(
      read("quat_z,angle_knee_deg,quat_w,time_s,quat_x,quat_y\n4,90,1,0,2,3\n").recording)
    #expect(recording.orientation == .init(w: [1], x: [2], y: [3], z: [4]))
    #expect(recording.anglesDegrees == ["knee": [90]])
  }

  @Test("a lost landmark is not a number; nonsense in its place leaves the row out")
  func landmarks() throws {
    let (recording, problems) = read(
      "time_s,keypoint_hip_x,keypoint_hip_y\n0,1,2\n1,,\n2,NaN,nan\n3,x,2\n4,5,6\n")
    let hip = try #require(recording?.keypoints["hip"])
    #expect(hip.x.map(\.isNaN) == [false, true, true, false])
    #expect(hip.x.last == 5 && hip.y.last == 6)
    #expect(hip.score == nil)
    #expect(problems.map(\.line) == [5])
  }

  @Test("a row that is wrong in one place isn't kept in another")
  func wholeRows() throws {
    let recording = try #require(
      read("time_s,position_m,force_N\n0,1,2\n1,x,3\n2,4,y\nz,5,6\n3,7,8\n").recording)
    #expect(recording.seconds == [0, 3])
    #expect(recording.positionMeters == [1, 7])
    #expect(recording.forceNewtons == [2, 8])
  }

  @Test("a value beyond all numbers is none")
  func overflow() throws {
    let (recording, problems) = read("time_s,accel_x_g,accel_y_g,accel_z_g\n0,1e308,0,0\n1,1,0,0\n")
    #expect(recording?.seconds == [1])
    #expect(problems.count == 1)
  }

  @Test("a gap is told with its place and its length, and nothing is lost")
  func gap() throws {
    let times = [0, 0.1, 0.2, 0.3, 0.8, 0.9, 1.0, 3.5, 3.6]
    let (recording, problems) = read(
      "time_s,position_m\n" + times.map { "\($0),1\n" }.joined())
    #expect(recording?.seconds == times)
    #expect(
      problems.map(\.text) == ["9:1: warning: nothing was recorded for 2.5 s before this row"])
  }

  @Test("slow sampling isn't a row of gaps")
  func slow() {
    let rows = (0..<30).map { "\(Double($0) * 0.9),1\n" }.joined()
    #expect(read("time_s,position_m\n" + rows).problems.isEmpty)
  }

  @Test("one time that jumps ahead doesn't take the rest with it")
  func jump() throws {
    let (recording, problems) = read("time_s,position_m\n0,1\n0.1,2\n9000,3\n0.3,4\n0.4,5\n")
    #expect(recording?.seconds == [0, 0.1, 0.3, 0.4])
    #expect(recording?.positionMeters == [1, 2, 4, 5])
    #expect(
      problems.map(\.text) == [
        "4:1: error: the time jumps to 9000 s and back; the row was left out"
      ])
  }

  @Test("time that goes back or stands still is left out, a few times with its place")
  func backwards() throws {
    // Every other row stands still or goes back.
    let rows = (0..<100).map { "\($0 % 2 == 0 ? $0 : $0 - 1 - $0 % 3),\($0)\n" }.joined()
    let (recording, problems) = read("time_s,position_m\n" + rows)
    #expect(recording?.seconds == (0..<50).map { Double($0 * 2) })
    #expect(problems.count == 4)
    #expect(problems.first?.text.hasPrefix("3:1: error: the time") == true)
    #expect(problems.last?.message == "47 more rows like these were left out, the last in line 101")
  }

  @Test("a hundred thousand bad rows are four sentences")
  func flood() throws {
    let text = "time_s,position_m\n0,1\n" + String(repeating: "1,x\n", count: 100_000)
    let (recording, problems) = read(text)
    #expect(recording?.seconds == [0])
    #expect(problems.count == 4)
    #expect(
      problems.last?.message == "99997 more rows like these were left out, the last in line 100002")
  }

  @Test("a second column for the same quantity is ignored with a warning")
  func twice() {
    let (recording, problems) = read("time_s,time_ms,position_m,position_cm\n0,5,1,7\n")
    #expect(recording?.seconds == [0])
    #expect(recording?.positionMeters == [1])
    #expect(
      problems.map(\.message) == [
        "“time_ms” is ignored, as “time_s” already says the same",
        "“position_cm” is ignored, as “position_m” already says the same",
      ])
  }

  @Test("half of a split acceleration is told")
  func halfOfASplit() {
    let (recording, problems) = read(
      "time_s,user_accel_x_g,user_accel_y_g,user_accel_z_g\n0,1,1,1\n")
    #expect(recording?.kind == nil)
    #expect(
      problems.map(\.message) == [
        "“user_accel” tells the motion only together with “gravity”, which isn't there"
      ])
  }

  @Test("UTF-16 and a byte order mark are understood")
  func encodings() {
    let text = "time_s,position_m\n0,1\n1,2\n"
    let utf16: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(RecordingFormat.read(utf16).recording?.seconds == [0, 1])
    #expect(
      RecordingFormat.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)).recording?.seconds == [0, 1])
  }

  @Test("a recording is written so that it reads back the same", arguments: 1...20)
  func roundTrip(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let recording = Recording.random(using: &generator)
    let (read, problems) = RecordingFormat.read(Array(RecordingFormat.csv(recording).utf8))
    #expect(problems.filter { $0.severity == .error }.isEmpty, "seed \(seed)")
    let back = try #require(read)
    #expect(back.withLostPointsMarked == recording.withLostPointsMarked, "seed \(seed)")
  }

  @Test("a number is the same number in quotes, between spaces and bare", arguments: 1...10)
  func quoted(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bare = RecordingFormat.csv(.random(using: &generator))
    let rows = bare.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func written(_ decorate: (Substring) -> String) -> String {
      rows.map { $0.count < 2 ? "" : $0.map(decorate).joined(separator: ",") }
        .joined(separator: "\n")
    }
    let recording = read(bare).recording?.withLostPointsMarked
    #expect(recording != nil)
    #expect(read(written { "\"\($0)\"" }).recording?.withLostPointsMarked == recording)
    #expect(read(written { " \($0)  " }).recording?.withLostPointsMarked == recording)
    #expect(
      read(written { generator.chance ? "\"\($0)\"" : "\($0)" }).recording?.withLostPointsMarked
        == recording, "seed \(seed)")
  }

  @Test("a recording whose channels differ in length is written without a trap")
  func uneven() {
    let recording = Recording(seconds: [0, 1, 2], positionMeters: [1], forceNewtons: [1, 2, 3, 4])
    #expect(RecordingFormat.csv(recording) == "time_s,position_m,force_N\n0,1,1\n1,,2\n2,,3\n")
  }

  @Test("a landmark's name may hold what separates")
  func quotedNames() throws {
    let recording = Recording(seconds: [0, 1], anglesDegrees: ["left, \"upper\"": [1, 2]])
    #expect(RecordingFormat.read(Array(RecordingFormat.csv(recording).utf8)).recording == recording)
  }
}

extension Recording {
  /// Any channels with any finite values; landmarks are lost now and then.
  fileprivate static func random(using generator: inout SeededGenerator) -> Recording {
    let count = Int.random(in: 1...40, using: &generator)
    func channel(_ generator: inout SeededGenerator) -> [Double] {
      let scale: Double = generator.chance ? 1 : 1e-6
      return (0..<count).map { _ in Double.random(in: -100...100, using: &generator) * scale }
    }
    func vectors(_ generator: inout SeededGenerator) -> Vectors? {
      guard generator.chance else { return nil }
      return Vectors(x: channel(&generator), y: channel(&generator), z: channel(&generator))
    }
    func landmark(_ generator: inout SeededGenerator) -> [Double] {
      channel(&generator).map { Int.random(in: 0..<5, using: &generator) == 0 ? .nan : $0 }
    }
    var time = Double.random(in: -5...5, using: &generator)
    let seconds = (0..<count).map { _ in
      time += Double.random(in: 0.001...0.7, using: &generator)
      return time
    }
    var recording = Recording(seconds: seconds, forceNewtons: channel(&generator))
    if generator.chance { recording.positionMeters = channel(&generator) }
    if generator.chance { recording.velocityMetersPerSecond = channel(&generator) }
    recording.acceleration = vectors(&generator)
    recording.userAcceleration = vectors(&generator)
    recording.gravity = vectors(&generator)
    recording.angularRate = vectors(&generator)
    if generator.chance {
      recording.orientation = Orientations(
        w: channel(&generator), x: channel(&generator), y: channel(&generator),
        z: channel(&generator))
    }
    for joint in ["knee", "left_elbow"] where generator.chance {
      recording.anglesDegrees[joint] = channel(&generator)
    }
    for name in ["nose", "left_wrist", "x"] where generator.chance {
      recording.keypoints[name] = Keypoint(
        x: landmark(&generator), y: landmark(&generator),
        score: generator.chance ? landmark(&generator) : nil)
    }
    return recording
  }

  /// The same with a number in place of “not a number”, which equals nothing.
  fileprivate var withLostPointsMarked: Recording {
    func marked(_ values: [Double]) -> [Double] { values.map { $0.isNaN ? -1e300 : $0 } }
    var recording = self
    recording.keypoints = keypoints.mapValues {
      Keypoint(x: marked($0.x), y: marked($0.y), score: $0.score.map(marked))
    }
    return recording
  }
}
