#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Which keys there may be in JSON, and what stands below them.
public indirect enum JSONShape: Sendable {
  /// Whatever it is, it isn't looked into.
  case any
  case list(JSONShape)
  case object([String: JSONShape])

  /// An object whose values aren't looked into.
  public static func keys(_ names: String...) -> JSONShape {
    .object(Dictionary(names.map { ($0, .any) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The same object with more keys.
  public func with(_ more: [String: JSONShape]) -> JSONShape {
    guard case .object(let keys) = self else { return self }
    return .object(keys.merging(more) { $1 })
  }
}

extension JSONText {
  /// A key that nobody reads is a slip of the finger, and what it was to say is lost: each with its
  /// place, and what was perhaps meant.
  public func unknownKeys(_ shape: JSONShape) -> [Diagnostic] {
    // What isn't JSON is told by whoever decodes it.
    guard let tree = decode(KeyTree.self).0 else { return [] }
    return unknownKeys(in: tree, shape, at: [])
  }

  private func unknownKeys(
    in tree: KeyTree, _ shape: JSONShape, at path: [JSONKey]
  ) -> [Diagnostic] {
    switch (tree, shape) {
    case (.list(let elements), .list(let shape)):
      return elements.enumerated().flatMap {
        unknownKeys(in: $1, shape, at: path + [JSONKey($0)])
      }
    case (.object(let values), .object(let shapes)):
      return values.sorted { $0.key < $1.key }.flatMap { name, value -> [Diagnostic] in
        let place = path + [JSONKey(name)]
        guard let shape = shapes[name] else {
          return [
            diagnostic(
              at: place, "nothing here is called “\(name.prefix(60))”",
              hint: Self.hint(for: name, among: shapes))
          ]
        }
        return unknownKeys(in: value, shape, at: place)
      }
    default: return []
    }
  }

  /// `did you mean “repsInReserve”?`, `it belongs within “load”`
  private static func hint(for name: String, among shapes: [String: JSONShape]) -> String? {
    let within = shapes.filter { entry in
      if case .object(let below) = entry.value { below[name] != nil } else { false }
    }.keys.min()
    if let within { return "it belongs within “\(within)”" }
    let nearest = shapes.keys.sorted().map {
      ($0, editDistance(Array(name.prefix(100).lowercased().utf8), Array($0.lowercased().utf8)))
    }
    .min { $0.1 < $1.1 }
    guard let nearest, nearest.1 * 3 <= max(name.count, nearest.0.count) else {
      return "there is \(shapes.keys.sorted().joined(separator: ", "))"
    }
    return "did you mean “\(nearest.0)”?"
  }
}

/// The keys of any JSON, without its values.
private indirect enum KeyTree: Decodable {
  case object([String: KeyTree])
  case list([KeyTree])
  case value

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.singleValueContainer().decode([String: KeyTree].self) {
      self = .object(object)
    } else if let list = try? decoder.singleValueContainer().decode([KeyTree].self) {
      self = .list(list)
    } else {
      self = .value
    }
  }
}
