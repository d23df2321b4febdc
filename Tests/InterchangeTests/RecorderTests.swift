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
