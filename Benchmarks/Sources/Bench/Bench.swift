import Foundation

/// Times work and writes one section of `docs/Benchmarks.md`.
public struct Bench {
  public struct Row {
    public var name: String
    public var median: Duration
    /// What the median is measured against: a peer's median in the same run, or a limit.
    public var beside: Duration?
    public var note: String
  }

  public let title: String
  public private(set) var rows: [Row] = []

  public init(_ title: String) { self.title = title }

  /// The median of `runs` runs after one that isn't counted.
  public static func median(runs: Int = 9, _ work: () throws -> Void) rethrows -> Duration {
    let clock = ContinuousClock()
    try work()
    var times: [Duration] = []
    for _ in 0..<max(1, runs) { times.append(try clock.measure { try work() }) }
    times.sort()
    return times[times.count / 2]
  }

  /// The median of a peer, which prints its own in seconds as the last line; nil where it can't run.
  public static func peer(_ script: String, _ arguments: String...) -> Duration? {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let python = here.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else { return nil }
    let process = Process()
    process.executableURL = python
    process.arguments = [here.appending(path: "peers").appending(path: script).path] + arguments
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let text = String(
      decoding: (try? output.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let last = text.split(separator: "\n").last.map(String.init) ?? ""
    guard process.terminationStatus == 0, let seconds = Double(last) else { return nil }
    return .seconds(seconds)
  }

  /// Adds a row and prints it at once.
  public mutating func add(
    _ name: String, _ median: Duration, beside: Duration? = nil, note: String = ""
  ) {
    let row = Row(name: name, median: median, beside: beside, note: note)
    rows.append(row)
    print(Self.line(row))
  }

  /// The section as Markdown; put in place of the section of the same title in `docs/Benchmarks.md`.
  public func save() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/Benchmarks.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? "# Benchmarks\n"
    let table =
      "\n| what | median | beside it | times | |\n| --- | --- | --- | --- | --- |\n"
      + rows.map(Self.line).joined(separator: "\n") + "\n"
    var sections = text.components(separatedBy: "\n## ")
    let index = sections.firstIndex { $0.hasPrefix(title + "\n") }
    // What people wrote above the table stays.
    let prose = index.map { sections[$0].components(separatedBy: "\n| what ")[0] } ?? title + "\n"
    let section = prose.trimmingCharacters(in: .newlines) + "\n" + table
    if let index { sections[index] = section } else { sections.append(section) }
    let whole = sections.map { $0.trimmingCharacters(in: .newlines) }
      .joined(separator: "\n\n## ")
    try Data((whole + "\n").utf8).write(to: file, options: .atomic)
  }

  private static func line(_ row: Row) -> String {
    let ratio = row.beside.map { beside in
      let times = beside / row.median
      return times >= 10 ? String(Int(times.rounded())) : String((times * 10).rounded() / 10)
    }
    return "| \(row.name) | \(text(row.median)) | \(row.beside.map(text) ?? "") "
      + "| \(ratio.map { $0 + " ×" } ?? "") | \(row.note) |"
  }

  private static func text(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    func three(_ value: Double) -> String {
      let decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2
      return String(format: "%.\(decimals)f", value)
    }
    if seconds >= 1 { return three(seconds) + " s" }
    if seconds >= 1e-3 { return three(seconds * 1e3) + " ms" }
    return three(seconds * 1e6) + " µs"
  }
}
