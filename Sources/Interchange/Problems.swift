internal import Lifting

/// Diagnostics sorted into kinds: a flood of one kind is cut down to its first few and a count.
struct Problems<Kind: Hashable & Sendable>: Sendable {
  private struct Flood {
    var count = 0
    /// The first that was counted only.
    var next: Diagnostic?
    var lastLine = 0
  }

  /// How many of a kind are shown one by one.
  private let most: Int
  /// What is left out.
  private let things: String
  private var shown: [Diagnostic] = []
  private var floods: [Kind: Flood] = [:]

  init(showing most: Int, of things: String = "rows") {
    self.most = most
    self.things = things
  }

  mutating func add(
    _ kind: Kind, onLine line: Int, _ diagnostic: @autoclosure () -> Diagnostic
  ) {
    var flood = floods[kind] ?? Flood()
    flood.count += 1
    flood.lastLine = line
    if flood.count <= most {
      shown.append(diagnostic())
    } else if flood.next == nil {
      flood.next = diagnostic()
    }
    floods[kind] = flood
  }

  /// All of them in the order of the file, each flood's rest as one.
  var found: [Diagnostic] {
    let rests = floods.values.compactMap { flood in
      flood.next.map { next in
        let rest = flood.count - most
        guard rest > 1 else { return next }
        let what = next.severity == .error ? "\(things) like these were left out" : "like these"
        return Diagnostic(
          next.severity, line: next.line, column: next.column, length: next.length,
          "\(rest) more \(what), the last in line \(flood.lastLine)")
      }
    }
    return (shown + rests).inOrder()
  }
}
