import Foundation
import Testing

/// The built program, run as a user runs it.
enum Binary {
  static let url: URL = {
    // The tests' own bundle lies beside it.
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "eccentric")
  }()

  struct Result: Sendable {
    let status: Int32
    let output: String
    let messages: String
  }

  /// Runs the program to its end, in the repository's root unless told otherwise.
  static func run(
    _ arguments: [String], input: String? = nil, in folder: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? repository
    process.environment = ProcessInfo.processInfo.environment.merging(["TZ": "UTC"]) { $1 }
    // Files rather than pipes: nobody has to read while it writes.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let output = scratch.appending(path: "out")
    let messages = scratch.appending(path: "err")
    let typed = scratch.appending(path: "in")
    try Data((input ?? "").utf8).write(to: typed)
    for file in [output, messages] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: typed)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "\(arguments) died")
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
  }

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func temporaryFile(_ name: String, _ content: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try Data(content.utf8).write(to: file)
    return file
  }
}
