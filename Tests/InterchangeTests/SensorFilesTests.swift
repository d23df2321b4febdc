import Foundation
import Interchange
import Lifting
import TestSupport
import Testing

@Suite("The files of several sensors") struct SensorFilesTests {
  private func metaBase(_ unit: String, from epoch: Int, _ row: (Int) -> Double) -> [UInt8] {
    let header =
      "epoch (ms),time (01:00),elapsed (s),x-axis (\(unit)),y-axis (\(unit)),z-axis (\(unit))"
    let rows = (0..<200).map { index in
      "\(epoch + 10 * index),2026-01-11T16:08:05.200,\(Double(index) / 100),\(row(index)),0,1"
    }
    return Array(([header] + rows).joined(separator: "\n").utf8)
  }

  @Test("which belong together is in their names")
  func groups() {
    #expect(SensorFiles.groups(of: ["a/Accelerometer.csv", "a/Gyroscope.csv"]) == [[0, 1]])
    #expect(
      SensorFiles.groups(of: [
        "MetaWear_1_Accelerometer_100.000Hz.csv", "x.csv", "MetaWear_2_Gyroscope_50.000Hz.csv",
        "MetaWear_1_Gyroscope_50.000Hz.csv",
      ]) == [[0, 3]])
    #expect(SensorFiles.groups(of: ["a/Accelerometer.csv", "b/Gyroscope.csv"]) == [])
    // Left and right are two recordings, and so is the same sensor twice.
    #expect(SensorFiles.groups(of: ["left_accelerometer.csv", "right_accelerometer.csv"]) == [])
    #expect(SensorFiles.groups(of: ["accelerometer.csv", "accelerometer-2.csv"]) == [])
    #expect(SensorFiles.groups(of: []) == [])
  }

  @Test("a wall clock beside their own says how far they are apart")
  func epochs() throws {
    let files = [
      ("Accelerometer.csv", metaBase("g", from: 1_700_000_000_000) { Double($0) }),
      // Half a second later, in which it turns by as much as its row says.
      ("Gyroscope.csv", metaBase("deg/s", from: 1_700_000_000_500) { Double($0) * 180 / .pi }),
    ]
    let joined = try #require(SensorFiles.joined(files))
    #expect(joined.used == ["Accelerometer.csv", "Gyroscope.csv"] && joined.problems == [])
    let recording = joined.recording
    #expect(recording.seconds.first == 0 && recording.acceleration != nil)
    let rate = try #require(recording.angularRate)
    #expect(abs(rate.x[100] - 50) < 1e-3 && rate.x[20] == 0)
  }

  @Test("a gyroscope alone tells no motion, and no file tells nothing")
  func alone() {
    #expect(SensorFiles.joined([("Gyroscope.csv", metaBase("deg/s", from: 0) { _ in 1 })]) == nil)
    #expect(SensorFiles.joined([]) == nil)
    #expect(SensorFiles.joined([("a.csv", Array("nothing".utf8))]) == nil)
  }

  @Test("what a file is, is found out by its content")
  func kinds() throws {
    let table = try Fixture.bytes("Interchange/reps/vitruve.csv")
    guard case .reps(let sets)? = SensorFile.read(table).file else {
      Issue.record("not read as a table of repetitions")
      return
    }
    #expect(sets.count == 3)
    #expect(RecordingFormat.read(table).recording == nil)
    let recording = try Fixture.bytes("Interchange/recordings/encoder.csv")
    guard case .recording? = SensorFile.read(recording).file else {
      Issue.record("not read as a recording")
      return
    }
    #expect(SensorFile.read(Array("a,b\n1,2\n".utf8)).file == nil)
  }

  @Test("no recording and no history is taken for a table of repetitions")
  func others() throws {
    for folder in ["recordings", "histories"] {
      for file in try Fixture.files(in: "Interchange/\(folder)", ending: "") {
        #expect(!RepTable.recognizes(Array(try Data(contentsOf: file))), "\(file)")
      }
    }
  }

  @Test("a zip of tables says which of its files were read")
  func zipped() throws {
    let text = String(decoding: try Fixture.bytes("Interchange/reps/gymaware.csv"), as: UTF8.self)
    let zip = SharedZipTests.zip([
      ("data/001.csv", text), ("data/002.csv", text), ("data/film.mp4", "x"),
    ])
    let (file, problems) = SensorFile.read(zip)
    guard case .reps(let sets)? = file else {
      Issue.record("\(problems.map(\.text))")
      return
    }
    #expect(sets.count == 4)
    #expect(
      problems.map(\.message) == [
        "of this zip “data/001.csv”, “data/002.csv” were read, “data/film.mp4” wasn't"
      ])
  }

  @Test("nothing from outside can stop the reader")
  func hostile() throws {
    for name in RepTableTests.fixtures {
      let bytes = try Fixture.bytes("Interchange/reps/\(name)")
      // Every byte turned over once, and every beginning of it.
      for place in stride(from: 0, to: bytes.count, by: 97) {
        var changed = bytes
        changed[place] ^= UInt8(truncatingIfNeeded: 1 + place % 255)
        _ = RepTable.read(changed)
        _ = RepTable.read(Array(bytes.prefix(place)))
      }
    }
    let wide = "Exercise,Set,Rep,Mean Velocity (m/s)\n" + String(repeating: "1,", count: 5000)
    _ = RepTable.read(Array(wide.utf8))
    let high = "Exercise,Set,Rep,Load (kg),Mean Velocity (m/s)\nSquat,1e300,-1e300,1e308,0.5\n"
    #expect(RepTable.read(Array(high.utf8))?.sets.first?.reps.count == 1)
  }
}
