import ArgumentParser
import Foundation
import Lifting

/// A file named on the command line; `-` is standard input.
struct Input: ExpressibleByArgument {
  let path: String

  init(argument: String) { path = argument }

  /// What it is called in messages.
  var name: String { path == "-" ? "standard input" : path }

  /// The file's own name, without its folder; nil for standard input.
  var fileName: String? { path == "-" ? nil : URL(filePath: path).lastPathComponent }

  func bytes() throws -> [UInt8] {
    if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return Array(try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw BadInput(sentence: "\(path): \(Self.reason(error))")
    }
  }

  private static func reason(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile: "there is no such file"
    case .fileReadNoPermission: "this file may not be read"
    default: "this file can’t be read"
    }
  }
}

/// Input that can't be used; the command exits with 1.
struct BadInput: Error {
  var lines: [String]

  init(sentence: String) { lines = [sentence] }

  init(_ input: Input, _ problems: [Diagnostic]) {
    lines = problems.map { "\(input.name):\($0.text)" }
  }

  init(lines: [String]) { self.lines = lines }

  func report() { Messages.write(lines) }
}

/// What isn't a result goes to standard error.
enum Messages {
  static func write(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  static func write(_ input: Input, _ problems: [Diagnostic]) {
    write(BadInput(input, problems).lines)
  }
}
