/// A piece of HTML. Whatever is put into it by interpolation is escaped, unless it is HTML itself.
///
/// ```swift
/// let name = "<b>Ada</b>"
/// let page: HTML = "<p class=\"hello\">Hello \(name)</p>"
/// // <p class="hello">Hello &lt;b&gt;Ada&lt;/b&gt;</p>
/// ```
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  public private(set) var text: String

  public init(stringLiteral value: String) { text = value }

  public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  /// HTML that was made with care elsewhere.
  package init(trusted text: String) { self.text = text }

  public static let empty: HTML = ""

  /// Escapes a text for element content and for attributes in double quotes.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// JSON for a `<script type="application/json">`: nothing in it can end the element.
  public static func json(_ text: String) -> HTML {
    HTML(
      trusted: text.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
        .replacing("&", with: "\\u0026"))
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: String) { text += literal }
    public mutating func appendInterpolation(_ value: String) { text += HTML.escaped(value) }
    public mutating func appendInterpolation(_ value: Int) { text += String(value) }
    public mutating func appendInterpolation(_ html: HTML) { text += html.text }
    public mutating func appendInterpolation(_ html: HTML?) { text += html?.text ?? "" }
    public mutating func appendInterpolation(_ list: [HTML]) {
      for html in list { text += html.text }
    }
    /// An attribute without a value, there or not.
    public mutating func appendInterpolation(_ attribute: Attribute, if isThere: Bool) {
      if isThere { text += " " + attribute.rawValue }
    }
  }

  public enum Attribute: String { case checked, selected, disabled, required, open }
}
