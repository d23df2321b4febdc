internal import Lifting
import Packing

extension RecordingFormat {
  /// The zip that a phone shares: a file a sensor, each with its own clock.
  static let archive = RecordingFormat(
    id: "zip", name: "Zip of recordings",
    recognizes: { Zip.recognizes($0) },
    read: { RecordingZip.read($0) })
}

/// Puts the files of several sensors together as one recording.
enum RecordingZip {
  /// The most that an archive's tables may unpack to, in bytes.
  private static let largest = 256 << 20

  /// What files are called that hold one sensor's three axes without saying which.
  private enum Sensor: CaseIterable {
    case whole, user, gravity, rate

    var names: [String] {
      switch self {
      case .whole: ["totalacceleration"]
      case .user: ["linear accelerometer", "linear acceleration"]
      case .gravity: ["gravity"]
      case .rate: ["gyroscope"]
      }
    }
  }

  static func read(_ bytes: [UInt8]) -> (recording: Recording?, problems: [Diagnostic]) {
    func refused(_ why: String) -> (Recording?, [Diagnostic]) {
      (nil, [Diagnostic(.error, line: 1, column: 1, why)])
    }
    guard let zip = try? Zip(bytes) else {
      return refused("this zip archive is damaged or locked")
    }
    var left = largest
    var parts: [(name: String, recording: Recording)] = []
    var problems: [Diagnostic] = []
    for entry in zip.entries where isTable(entry.name) {
      let content: [UInt8]
      do throws(PackingError) {
        content = try zip.content(of: entry, upTo: left)
      } catch {
        return refused(
          error == .damaged
            ? "“\(entry.name)” in this archive is damaged"
            : "the tables in this archive are more than \(largest >> 20) MB")
      }
      left -= content.count
      let (recording, found) = RecordingCSV.read(SourceText.unmarked(content))
      guard let recording else { continue }
      let name = stem(entry.name)
      parts.append((name, recording))
      problems += found.map { problem in
        var named = problem
        named.message = "in “\(name)”: \(problem.message)"
        return named
      }
    }
    guard let whole = merged(parts) else {
      let names = zip.entries.prefix(8).map { "“\($0.name)”" }.joined(separator: ", ")
      return refused(
        "no table in this archive holds a motion; it has \(names.isEmpty ? "no files" : names)")
    }
    return (whole, problems)
  }

  private static func isTable(_ name: String) -> Bool {
    let lower = name.lowercased()
    return (lower.hasSuffix(".csv") || lower.hasSuffix(".txt")) && !lower.contains("__macosx")
      && !lower.contains("meta")
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").dropLast().joined(separator: ".")
  }

  /// All on the clock of the part that says most about the motion.
  private static func merged(_ parts: [(name: String, recording: Recording)]) -> Recording? {
    var meant = parts.map { (name: $0.name.lowercased(), recording: $0.recording) }
    // With both given, what a phone calls the accelerometer has no gravity in it: Sensor Logger's.
    let isSplit =
      meant.contains { $0.name == "gravity" }
      && meant.contains { $0.name == "accelerometer" && $0.recording.acceleration != nil }
      && !meant.contains { $0.name == "linear accelerometer" }
    for index in meant.indices {
      let axes = meant[index].recording.acceleration
      guard let sensor = sensor(meant[index].name, isSplit: isSplit), let axes else { continue }
      meant[index].recording.acceleration = nil
      switch sensor {
      case .whole: meant[index].recording.acceleration = axes
      case .user: meant[index].recording.userAcceleration = axes
      case .gravity: meant[index].recording.gravity = axes
      case .rate: meant[index].recording.angularRate = axes
      }
    }
    // A watch before a phone: it is on the arm that lifts, and what the phone felt isn't mixed into it.
    func isWorn(_ part: (name: String, recording: Recording)) -> Bool {
      part.name.contains("wrist") || part.name.contains("watch")
    }
    // Uncalibrated copies say the same again.
    meant.removeAll { $0.name.contains("uncalibrated") }
    let worn = meant.filter(isWorn)
    if worn.contains(where: { $0.recording.kind != nil }) { meant = worn }
    func rank(_ part: (name: String, recording: Recording)) -> Int {
      let recording = part.recording
      if recording.positionMeters != nil || recording.velocityMetersPerSecond != nil { return 1 }
      if recording.acceleration != nil { return 2 }
      if recording.userAcceleration != nil { return 3 }
      return recording.kind == nil ? 8 : 4
    }
    guard let base = meant.min(by: { rank($0) < rank($1) }), rank(base) < 8 else { return nil }
    var whole = base.recording
    for part in meant where part.recording != whole {
      let other = part.recording
      let clock = Resampled(other.seconds, whole.seconds)
      func place(_ vectors: Recording.Vectors?) -> Recording.Vectors? {
        vectors.map(clock.vectors)
      }
      whole.acceleration = whole.acceleration ?? place(other.acceleration)
      whole.userAcceleration = whole.userAcceleration ?? place(other.userAcceleration)
      whole.gravity = whole.gravity ?? place(other.gravity)
      whole.angularRate = whole.angularRate ?? place(other.angularRate)
    }
    return whole.kind == nil ? nil : whole
  }

  private static func sensor(_ name: String, isSplit: Bool) -> Sensor? {
    if isSplit, name == "accelerometer" { return .user }
    return Sensor.allCases.first { $0.names.contains(name) }
  }
}

/// Values of one clock at the times of another, along straight lines between them; beyond their ends the
/// nearest.
private struct Resampled {
  private var before: [Int] = []
  private var share: [Double] = []

  init(_ from: [Double], _ to: [Double]) {
    var at = 0
    for time in to {
      while at + 2 < from.count, from[at + 1] <= time { at += 1 }
      before.append(at)
      let width = from.count > 1 ? from[at + 1] - from[at] : 0
      share.append(width > 0 ? min(1, max(0, (time - from[at]) / width)) : 0)
    }
  }

  func vectors(_ vectors: Recording.Vectors) -> Recording.Vectors {
    Recording.Vectors(x: values(vectors.x), y: values(vectors.y), z: values(vectors.z))
  }

  private func values(_ values: [Double]) -> [Double] {
    before.indices.map { index in
      let at = before[index]
      guard values.indices.contains(at + 1) else { return values.last ?? .nan }
      return values[at] + share[index] * (values[at + 1] - values[at])
    }
  }
}
