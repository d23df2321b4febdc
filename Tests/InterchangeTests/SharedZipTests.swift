import Foundation
import Interchange
import Lifting
import Testing

@Suite("What phones share as a zip") struct SharedZipTests {
  /// An archive of files stored as they are.
  static func zip(_ files: [(name: String, text: String)]) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let content = Array(file.text.utf8)
      let sizes = number(0, 4) + number(content.count, 4) + number(content.count, 4)
      let start = bytes.count
      bytes += number(0x0403_4B50, 4) + number(20, 2) + number(0, 8) + sizes
      bytes += number(name.count, 2) + number(0, 2) + name + content
      directory += number(0x0201_4B50, 4) + number(20, 4) + number(0, 8) + sizes
      directory += number(name.count, 2) + number(0, 12) + number(start, 4) + name
    }
    let end = number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
    return bytes + directory + end
      + number(files.count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private func table(_ header: String, every step: Double, _ row: (Double) -> String) -> String {
    ([header] + (0..<200).map { row(Double($0) * step) }).joined(separator: "\n")
  }

  @Test("phyphox: a file a sensor, each on its clock") func phyphox() throws {
    let zip = Self.zip([
      (
        "Accelerometer.csv",
        table("\"Time (s)\",\"X (m/s^2)\",\"Y (m/s^2)\",\"Z (m/s^2)\"", every: 0.01) {
          "\($0),0,\($0),9.8"
        }
      ),
      (
        "Gyroscope.csv",
        table("\"Time (s)\",\"X (rad/s)\",\"Y (rad/s)\",\"Z (rad/s)\"", every: 0.004) {
          "\($0),\($0),1,2"
        }
      ),
      ("meta/device.csv", "property,value\nversion,1.1.9\n"),
    ])
    let (recording, problems) = RecordingFormat.read(zip)
    let read = try #require(recording, "\(problems.map(\.text))")
    #expect(read.seconds.count == 200 && read.acceleration?.z.first == 9.8)
    #expect(
      problems.map(\.message) == [
        "of this zip “Accelerometer.csv”, “Gyroscope.csv” were read, “meta/device.csv” wasn't"
      ])
    // On the accelerometer's clock; where the gyroscope had ended, its last value.
    let rate = try #require(read.angularRate)
    #expect(abs(rate.x[50] - 0.5) < 1e-9 && abs(rate.x[199] - 0.796) < 1e-9 && rate.z[3] == 2)
  }

  @Test("Sensor Logger: the accelerometer beside gravity has none in it") func split() throws {
    let header = "time,seconds_elapsed,z,y,x"
    func axes(_ z: Double) -> String {
      table(header, every: 0.01) { "1718030736872695300,\($0),\(z),0,0" }
    }
    let zip = Self.zip([
      ("Accelerometer.csv", axes(0.5)), ("Gravity.csv", axes(9.8)), ("Gyroscope.csv", axes(0.1)),
      ("Metadata.csv", "version,device\n3,iPhone\n"), ("Annotation.csv", "time,text\n"),
    ])
    let read = try #require(RecordingFormat.read(zip).recording)
    #expect(read.acceleration == nil && read.userAcceleration?.z.first == 0.5)
    #expect(read.gravity?.z.first == 9.8 && read.angularRate?.z.first == 0.1)
    let whole = Self.zip([
      ("Accelerometer.csv", axes(0.5)), ("Gravity.csv", axes(9.8)),
      ("TotalAcceleration.csv", axes(10.3)), ("AccelerometerUncalibrated.csv", axes(3)),
    ])
    #expect(try #require(RecordingFormat.read(whole).recording).acceleration?.z.first == 10.3)
  }

  @Test("a watch's own file, in g or in m/s², goes before the phone's") func watch() throws {
    let header =
      "time,seconds_elapsed,rotationRateX,rotationRateY,rotationRateZ,gravityX,gravityY,gravityZ,accelerationX,accelerationY,accelerationZ,quaternionW,quaternionX,quaternionY,quaternionZ"
    for (gravity, push) in [(-1.0, 0.1), (-9.80665, 0.980665)] {
      let zip = Self.zip([
        (
          "TotalAcceleration.csv",
          table("time,seconds_elapsed,z,y,x", every: 0.01) { "1,\($0),9.8,0,0" }
        ),
        (
          "WristMotion.csv",
          table(header, every: 0.02) { "1,\($0),0.1,0,0,0,0,\(gravity),\(push),0,0,1,0,0,0" }
        ),
      ])
      let read = try #require(RecordingFormat.read(zip).recording)
      #expect(abs(try #require(read.gravity?.z.first) + 9.80665) < 1e-9)
      #expect(abs(try #require(read.userAcceleration?.x.first) - 0.980665) < 1e-9)
      #expect(read.acceleration == nil && read.orientation?.w.first == 1)
    }
  }

  @Test("an archive without a motion, or a damaged one, says so") func refused() {
    let empty = RecordingFormat.read(Self.zip([("notes.csv", "a,b\n1,2\n"), ("p.jpg", "x")]))
    #expect(empty.recording == nil)
    #expect(empty.problems.first?.message.contains("“notes.csv”, “p.jpg”") == true)
    let whole = Self.zip([("a.csv", "time_s,position_m\n0,0\n")])
    let damaged = RecordingFormat.read(Array(whole.dropLast(30)))
    #expect(damaged.problems.first?.message.contains("damaged") == true)
  }
}
