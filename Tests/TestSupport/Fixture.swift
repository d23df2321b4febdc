public import Foundation

/// Files that tests read.
public enum Fixture {
  /// The repository's root.
  public static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file under `Tests/Fixtures`.
  public static func url(_ path: String) -> URL {
    repository.appending(path: "Tests/Fixtures").appending(path: path)
  }

  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(path)))
  }

  public static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The files of a folder under `Tests/Fixtures` with this ending, by name.
  public static func files(in folder: String, ending: String) throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(at: url(folder), includingPropertiesForKeys: nil)
      .filter { $0.lastPathComponent.hasSuffix(ending) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// Labelled recordings that are licensed too narrowly to be part of the project: the folder that
  /// `ECCENTRIC_RECORDINGS` names.
  public static let labelledRecordings: URL? =
    ProcessInfo.processInfo.environment["ECCENTRIC_RECORDINGS"].map { URL(filePath: $0) }
}
