import Pictures

/// An address that is handed on: to be read, copied, or scanned from the screen.
enum LinkCard {
  /// What a page needs that shows one.
  static let scripts = ["copy.js"]

  static func html(_ title: String, _ sentence: String, link: String) -> HTML {
    let picture: HTML =
      QRCode(link).map { code in
        "<figure>\(code.html("The address as a QR code"))<figcaption class=\"hint\">To be scanned with the other phone’s camera.</figcaption></figure>"
      } ?? .empty
    return """
      <section class="card changed handed-on"><h2>\(title)</h2><p>\(sentence)</p>
      <p class="code" id="link">\(link)</p>
      <button type="button" class="quiet" data-copies="link" hidden>Copy it</button>
      \(picture)</section>
      """
  }
}
