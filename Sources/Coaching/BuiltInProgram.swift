import Foundation
import ProgramText

/// A program that comes with the installation: one text file each.
public struct BuiltInProgram: Sendable, Identifiable {
  /// The file's name without its ending.
  public let id: String
  public let title: String
  /// The first paragraph of its prose.
  public let summary: String
  public let text: String

  /// All of them, by file name.
  public static let all: [BuiltInProgram] = {
    let folder = Bundle.module.bundleURL.appending(path: "Programs")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted().compactMap { file in
      guard let data = try? Data(contentsOf: folder.appending(path: file)) else { return nil }
      return BuiltInProgram(
        id: String(file.dropLast(3)), text: String(decoding: data, as: UTF8.self))
    }
  }()

  /// For whoever has neither a history nor a program.
  static let starter = all.first { $0.id == "start-here" }

  private init(id: String, text: String) {
    self.id = id
    self.text = text
    let program = Program.parse(text).program
    title = program.frontMatter.title ?? id
    let prose = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0 != "---" }.dropFirst().drop { $0 != "---" }.dropFirst().drop { $0.isEmpty }
    summary = prose.prefix { !$0.isEmpty && !$0.hasPrefix("#") }.joined(separator: " ")
  }
}
