public import Lifting

/// The files of several sensors that recorded the same set, a file a sensor, each with its own clock.
public enum SensorFiles {
  /// Files put together.
  public struct Joined: Sendable {
    public var recording: Recording
    /// Of which files something is in it, the one whose clock it has first.
    public var used: [String]
    public var problems: [Diagnostic]
  }

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

  private struct Part {
    let path: String
    /// The file's name without its folder and its ending, in small letters.
    let name: String
    var recording: Recording
  }

  /// Which files of one recording belong together, by their names: `Accelerometer.csv` and `Gyroscope.csv`
  /// of a folder, or `MetaWear_1_Accelerometer.csv` and `MetaWear_1_Gyroscope.csv`.
  ///
  /// - Returns: The places of those that do, in groups of two or more; a sensor is in a group once.
  public static func groups(of paths: [String]) -> [[Int]] {
    var groups: [String: [(sensor: String, place: Int)]] = [:]
    for (place, path) in paths.enumerated() {
      let name = stem(path).lowercased()
      let words = ["totalacceleration", "linear accel", "accelerometer", "gyroscope", "gravity"]
      let found = words.compactMap { word in name.firstRange(of: word).map { (word, $0) } }.first
      guard let (word, range) = found, !name.contains("uncalibrated") else { continue }
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let key = folder.joined(separator: "/") + "/" + name[..<range.lowerBound]
      groups[key, default: []].append((word, place))
    }
    return groups.values.filter { group in
      group.count > 1 && Set(group.map(\.sensor)).count == group.count
    }.map { $0.map(\.place).sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Puts files together as one recording, on the clock of the one that says most about the motion, the
  /// others along straight lines between their samples; nil where none of them holds a motion.
  public static func joined(_ files: [(name: String, bytes: [UInt8])]) -> Joined? {
    var parts: [Part] = []
    var offsets: [Double?] = []
    var problems: [Diagnostic] = []
    for file in files {
      let bytes = SourceText.unmarked(file.bytes)
      let (recording, found) = RecordingCSV.read(bytes)
      guard let recording else { continue }
      parts.append(
        Part(path: file.name, name: stem(file.name).lowercased(), recording: recording))
      offsets.append(epochOffset(bytes))
      problems += found.map { $0.inFile(file.name) }
    }
    // Where each file begins its clock anew, the wall clock beside it says how far apart they are.
    let known = offsets.compactMap(\.self)
    if known.count == parts.count, let first = known.first {
      for (index, offset) in known.enumerated() {
        parts[index].recording.seconds = parts[index].recording.seconds.map { $0 + offset - first }
      }
    }
    return merged(parts).map { Joined(recording: $0.recording, used: $0.used, problems: problems) }
  }

  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parts = name.split(separator: ".")
    return parts.count < 2 ? name : parts.dropLast().joined(separator: ".")
  }

  /// How far the clock of a file that begins at 0 is behind the wall clock beside it, as MetaBase writes both;
  /// nil where there is no such column.
  private static func epochOffset(_ bytes: [UInt8]) -> Double? {
    var csv = CSV(bytes, separator: UInt8(ascii: ","))
    guard case .row = csv.next() else { return nil }
    let names = csv.fields.indices.map { csv.text($0) }
    guard let epoch = names.firstIndex(where: { $0 == "epoch (ms)" || $0 == "epoc (ms)" }),
      let elapsed = names.firstIndex(of: "elapsed (s)"), case .row = csv.next(),
      let milliseconds = csv.number(epoch), let seconds = csv.number(elapsed)
    else { return nil }
    return milliseconds / 1000 - seconds
  }

  /// All on the clock of the part that says most about the motion, and of which parts something is in it.
  private static func merged(_ parts: [Part]) -> (recording: Recording, used: [String])? {
    var meant = parts
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
    func isWorn(_ part: Part) -> Bool { part.name.contains("wrist") || part.name.contains("watch") }
    // Uncalibrated copies say the same again.
    meant.removeAll { $0.name.contains("uncalibrated") }
    let worn = meant.filter(isWorn)
    if worn.contains(where: { $0.recording.kind != nil }) { meant = worn }
    func rank(_ part: Part) -> Int {
      let recording = part.recording
      if recording.positionMeters != nil || recording.velocityMetersPerSecond != nil { return 1 }
      if recording.acceleration != nil { return 2 }
      if recording.userAcceleration != nil { return 3 }
      return recording.kind == nil ? 8 : 4
    }
    guard let base = meant.min(by: { rank($0) < rank($1) }), rank(base) < 8 else { return nil }
    var whole = base.recording
    var used = [base.path]
    for part in meant where part.path != base.path {
      let before = whole
      let other = part.recording
      let clock = Resampled(other.seconds, whole.seconds)
      func place(_ vectors: Recording.Vectors?) -> Recording.Vectors? {
        vectors.map(clock.vectors)
      }
      whole.acceleration = whole.acceleration ?? place(other.acceleration)
      whole.userAcceleration = whole.userAcceleration ?? place(other.userAcceleration)
      whole.gravity = whole.gravity ?? place(other.gravity)
      whole.angularRate = whole.angularRate ?? place(other.angularRate)
      if whole != before { used.append(part.path) }
    }
    return whole.kind == nil ? nil : (whole, used)
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
