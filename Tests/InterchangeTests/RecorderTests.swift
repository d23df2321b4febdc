import Foundation
import Interchange
import Lifting
import Testing

@Suite("Recorders as they come") struct RecorderTests {
  private func read(_ text: String) throws -> (recording: Recording, problems: [Diagnostic]) {
    let (recording, problems) = RecordingFormat.read(Array(text.utf8))
    return (try #require(recording, "\(problems.map(\.text))"), problems)
  }

  @Test("phyphox, with points and commas, and with decimal commas behind semicolons or tabs")
  func phyphox() throws {
    let header = [
      "Time (s)", "Acceleration x (m/s^2)", "Acceleration y (m/s^2)", "Acceleration z (m/s^2)",
      "Absolute acceleration (m/s^2)",
    ]
    let rows = [
      ["0.00E0", "0.5", "9.8", "-0.25", "9.82"], ["1.00E-2", "0.4", "9.7", "-0.5", "9.8"],
    ]
    for (separator, decimal) in [(",", "."), (";", ","), ("\t", ",")] {
      let lines =
        [header.map { "\"\($0)\"" }.joined(separator: separator)]
        + rows.map { $0.joined(separator: separator).replacing(".", with: decimal) }
      let (recording, problems) = try read(lines.joined(separator: "\n"))
      #expect(recording.seconds == [0, 0.01] && problems.isEmpty, "\(problems.map(\.text))")
      #expect(
        recording.acceleration?.z == [-0.25, -0.5] && recording.acceleration?.y == [9.8, 9.7])
    }
    let gyroscope =
      "Time (s),Gyroscope x (rad/s),Gyroscope y (rad/s),Gyroscope z (rad/s)\n0,1,2,3\n"
    #expect(try read(gyroscope).recording.angularRate?.y == [2])
  }

  @Test("SensorLog of a phone or watch: split acceleration, in g") func sensorLog() throws {
    let names = [
      "loggingTime(txt)", "motionTimestamp_sinceReboot(s)", "motionRotationRateX(rad/s)",
      "motionRotationRateY(rad/s)", "motionRotationRateZ(rad/s)", "motionUserAccelerationX(G)",
      "motionUserAccelerationY(G)", "motionUserAccelerationZ(G)", "motionGravityX(G)",
      "motionGravityY(G)", "motionGravityZ(G)", "motionQuaternionX(R)", "motionQuaternionY(R)",
      "motionQuaternionZ(R)", "motionQuaternionW(R)",
    ]
    let rows = (0..<3).map {
      "2026-03-02 17:00:00,\(100.5 + Double($0) / 100),0.1,0.2,0.3,0.01,0.02,0.03,0,0,-1,0,0,0,1"
    }
    let (recording, problems) = try read(
      ([names.joined(separator: ",")] + rows).joined(separator: "\n"))
    #expect(problems.isEmpty, "\(problems.map(\.text))")
    #expect(recording.seconds.count == 3 && recording.gravity?.z == [-9.80665, -9.80665, -9.80665])
    #expect(recording.userAcceleration?.y.first == 0.02 * 9.80665)
    #expect(recording.angularRate?.z.first == 0.3 && recording.orientation?.w.first == 1)
  }

  @Test("WitMotion: a clock's time, in several ways") func witMotion() throws {
    let header =
      "time\tDeviceName\tChipTime()\tAccX(g)\tAccY(g)\tAccZ(g)\tAsX(°/s)\tAsY(°/s)\tAsZ(°/s)\tAngleX(°)\tAngleY(°)\tAngleZ(°)"
    for times in [
      ["2026-10-02T07:48:45.830", "2026-10-02T07:48:45.840"],
      ["2025-10-9 8:18:9:94", "2025-10-9 8:18:9:104"], ["23:59:58.50", "23:59:58.51"],
    ] {
      let rows = times.map { "\($0)\tWT901\tnull\t0.004\t-0.001\t1.001\t90\t0\t0\t-0.4\t-1.4\t64" }
      let (recording, problems) = try read(([header] + rows).joined(separator: "\n"))
      #expect(problems.isEmpty, "\(problems.map(\.text))")
      #expect(abs(recording.seconds[1] - recording.seconds[0] - 0.01) < 1e-6)
      #expect(abs((recording.acceleration?.z.first ?? 0) - 1.001 * 9.80665) < 1e-9)
      #expect(recording.angularRate?.x.first == .pi / 2)
    }
    let wrong = RecordingFormat.read(
      Array("\(header)\n25:00:00\tx\tx\t0\t0\t1\t0\t0\t0\t0\t0\t0\n".utf8))
    #expect(wrong.problems.contains { $0.message.contains("“25:00:00” is not a number") })
  }

  @Test("OpenSim: coordinates in degrees or radians") func openSim() throws {
    for (inDegrees, bent) in [("yes", "90"), ("no", "1.5707963267948966")] {
      let text = """
        Coordinates
        version=1
        nRows=2
        nColumns=4
        inDegrees=\(inDegrees)

        endheader
        time\tpelvis_tilt\tknee_angle_r\telbow_flex_l
        0.0\t1\t0\t0
        0.01\t1\t\(bent)\t\(bent)
        """
      let (recording, _) = try read(text)
      #expect(recording.seconds == [0, 0.01])
      #expect(abs((recording.anglesDegrees["knee_right"]?[1] ?? 0) - 90) < 1e-9)
      #expect(abs((recording.anglesDegrees["elbow_left"]?[1] ?? 0) - 90) < 1e-9)
    }
  }

  @Test("landmarks as pose trackers name them") func landmarks() throws {
    for (one, two, score) in [
      ("LEFT_ELBOW", "RIGHT_WRIST", "visibility"), ("pose_left_elbow", "pose_right_wrist", "score"),
      ("left_elbow", "right_wrist", "confidence"),
    ] {
      let names = [one, two].flatMap { name in ["x", "y", score].map { "\(name)_\($0)" } }
      let text =
        "frame,timestamp_ms,\(names.joined(separator: ","))\n0,0,1,2,0.9,3,4,0.8\n1,33,1,2,,3,4,0.8\n"
      let (recording, problems) = try read(text)
      #expect(recording.seconds == [0, 0.033], "\(problems.map(\.text))")
      #expect(recording.keypoints["left_elbow"]?.y == [2, 2])
      #expect(recording.keypoints["right_wrist"]?.score == [0.8, 0.8])
    }
  }

  @Test("samples that come in packets are spread, those sent twice are left out") func packets()
    throws
  {
    let rows = (0..<300).map { "\(Double($0 / 5 * 5 + 4) / 100),\(Double($0) / 1000)" }
    let (recording, problems) = try read((["time_s,position_m"] + rows).joined(separator: "\n"))
    #expect(recording.seconds.count == 300 && recording.positionMeters?.count == 300)
    for (index, time) in recording.seconds.enumerated() {
      #expect(abs(time - Double(index) / 100) < 1e-9)
    }
    #expect(problems.count == 1 && problems[0].message.contains("240 of 300 rows"))
    // A gap between packets stays one.
    var gapped = rows
    gapped.removeSubrange(100..<200)
    let (short, said) = try read((["time_s,position_m"] + gapped).joined(separator: "\n"))
    #expect(abs(short.seconds[100] - 2) < 1e-9 && abs(short.seconds[99] - 0.99) < 1e-9)
    #expect(said.contains { $0.message.contains("nothing was recorded for 1.01 s") })
    let twice = ["0,1", "0.01,2", "0.01,3", "0.02,4", "0.03,5", "0.04,6"]
    let (once, left) = try read((["time_s,position_m"] + twice).joined(separator: "\n"))
    #expect(once.positionMeters == [1, 2, 4, 5, 6])
    #expect(left.map(\.line) == [4] && left[0].message.contains("the time stands still"))
  }

  @Test("Chronojump: millimetres in each millisecond, and a comma at the end") func chronojump()
    throws
  {
    let still = Array(repeating: "0", count: 1000)
    let down = (0..<500).map { $0 % 5 == 0 ? "-1" : "0" }
    let text = (still + down + still).joined(separator: ", ") + ", "
    let (recording, problems) = try read(text)
    #expect(problems.isEmpty && recording.seconds.count == 2500)
    #expect(abs(recording.durationSeconds - 2.499) < 1e-9)
    #expect(recording.positionMeters?.last == -0.1 && recording.positionMeters?[999] == 0)
    let (odd, said) = try read(text + "99999999, 1--2, 3")
    #expect(odd.positionMeters?.last == -0.097 && said.count == 2)
    #expect(said[0].line == 1 && said[0].column == text.utf8.count + 1)
    // A few numbers are none.
    #expect(RecordingFormat.read(Array("1, 2, 3".utf8)).recording == nil)
  }

  @Test("a device that writes of itself before the header") func preamble() throws {
    let text = """
      DeviceTag:,D1
      FirmwareVersion:,3.0.0
      OutputRate:,60Hz
      StartTime: ,2025-07-11_20:06:00_086 WEST

      PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z,Gyr_X,Gyr_Y,Gyr_Z,Status
      1,2268972329,0.1,0.2,9.8,90,0,0,0
      2,2268988996,0.1,0.2,9.7,0,90,0,0
      """
    let (recording, problems) = try read(text)
    #expect(!problems.hasErrors, "\(problems.map(\.text))")
    #expect(abs(recording.seconds[1] - recording.seconds[0] - 0.016667) < 1e-6)
    #expect(abs((recording.angularRate?.x.first ?? 0) - .pi / 2) < 1e-9)
    #expect(recording.acceleration?.z == [9.8, 9.7])
  }

  @Test("Sensor Logger, MetaBase and Physics Toolbox") func others() throws {
    let logger = try read(
      "time,seconds_elapsed,z,y,x\n1718030736872695300,0.01,9.8,0.2,0.1\n1718030736882695300,0.02,9.7,0.2,0.1\n"
    )
    #expect(
      logger.recording.acceleration?.z == [9.8, 9.7] && logger.recording.seconds == [0.01, 0.02])
    let meta = try read(
      "epoch (ms),time (01:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n1,a,0.0,0,0,1\n2,b,0.01,0,0,1\n"
    )
    #expect(meta.recording.acceleration?.z == [9.80665, 9.80665])
    let physics = try read("time,gFx,gFy,gFz,TgF\n0.0,0,0,1,1\n0.01,0,0,1,1\n")
    #expect(physics.recording.acceleration?.z.count == 2 && physics.problems.isEmpty)
  }

  @Test("a training history is none of them") func history() {
    let text =
      "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n2025-03-01,Squat,Legs,60,kgs,5,,,,\n"
    #expect(RecordingFormat.read(Array(text.utf8)).recording == nil)
  }
}
