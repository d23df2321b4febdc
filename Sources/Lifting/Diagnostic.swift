/// A problem found in something somebody wrote, with the place it was found.
///
/// Whatever reads a text or a file returns its value *and* all its diagnostics: a bad row never
/// hides the next one, and never loses the good ones.
public struct Diagnostic: Error, Sendable, Hashable, Codable {
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Something could not be understood and was left out.
    case error
    /// Something was understood, but perhaps not as meant.
    case warning
  }

  public var severity: Severity
  /// Counted from 1.
  public var line: Int
  /// In characters, counted from 1.
  public var column: Int
  /// How many characters the problem spans; at least 1.
  public var length: Int
  /// A sentence for the user.
  public var message: String
  /// What to do about it, where that is known.
  public var hint: String?

  public init(
    _ severity: Severity, line: Int, column: Int, length: Int = 1, _ message: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.message = message
    self.hint = hint
  }

  /// `line:column: error: message (hint)`, as compilers write it; put the file's name before it.
  public var text: String {
    "\(line):\(column): \(severity.rawValue): \(message)" + (hint.map { " (\($0))" } ?? "")
  }
}

extension Sequence<Diagnostic> {
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The same in the order of the text.
  public func inOrder() -> [Diagnostic] {
    sorted { ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message) }
  }
}
