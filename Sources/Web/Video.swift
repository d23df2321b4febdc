import Pictures

/// A video that a post or an exercise links to: one that can be embedded, or any other address.
///
/// Nothing of another site is loaded before somebody taps. What is shown until then is drawn here.
struct Video: Sendable, Hashable {
  enum Source: Sendable, Hashable {
    case youTube(id: String, start: Int)
    case vimeo(id: String, hash: String?)
    case elsewhere
  }

  let address: String
  let host: String
  let source: Source

  /// Reads an address, http or https, in full; nil where it isn't one.
  init?(_ address: String) {
    let scheme = ["https://", "http://"].first { address.lowercased().hasPrefix($0) }
    guard let scheme, !address.contains(where: { $0.isWhitespace || "\"<>\\".contains($0) }) else {
      return nil
    }
    let rest = address.dropFirst(scheme.count)
    let host = rest.prefix { !"/?#".contains($0) }.lowercased()
    guard !host.isEmpty, !host.contains("@") else { return nil }
    self.address = address
    self.host = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    let behind = rest[rest.index(rest.startIndex, offsetBy: host.count)...].prefix { $0 != "#" }
    let path = behind.prefix { $0 != "?" }.split(separator: "/").map(String.init)
    let query = Form(urlEncoded: String(behind.drop { $0 != "?" }.dropFirst()))
    source = Self.source(of: self.host, path, query)
  }

  private static func source(of host: String, _ path: [String], _ query: Form) -> Source {
    switch host {
    case "youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com", "youtu.be":
      let isNamed = ["shorts", "embed", "live", "v"].contains(path.first ?? "")
      let id =
        host == "youtu.be"
        ? path.first : path.first == "watch" ? query["v"] : isNamed ? path.dropFirst().first : nil
      guard let id, id.utf8.count == 11, isName(id) else { return .elsewhere }
      return .youTube(id: id, start: seconds(query["t"] ?? query["start"] ?? ""))
    case "vimeo.com", "player.vimeo.com":
      let names = path.first == "video" ? Array(path.dropFirst()) : path
      guard let id = names.first, (1...12).contains(id.utf8.count), id.utf8.allSatisfy(isDigit)
      else { return .elsewhere }
      let hash = query["h"] ?? names.dropFirst().first
      return .vimeo(id: id, hash: hash.flatMap { $0.utf8.count <= 32 && isName($0) ? $0 : nil })
    default:
      return .elsewhere
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      isDigit($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
    }
  }

  /// `90`, `90s`, `1m30s`, `1h2m3s`; 0 for anything else.
  private static func seconds(_ text: String) -> Int {
    var total = 0
    var number = ""
    for character in text.prefix(12) {
      if character.isASCII, character.isNumber { number.append(character); continue }
      guard let value = Int(number, radix: 10),
        let unit = ["h": 3600, "m": 60, "s": 1][character.lowercased()]
      else { return 0 }
      total += value * unit
      number = ""
    }
    return total + (Int(number, radix: 10) ?? 0)
  }

  /// Where it may be embedded from, and the address of what is embedded; nil where it can't be.
  var embed: (origin: String, address: String)? {
    switch source {
    case .youTube(let id, let start):
      (
        "https://www.youtube-nocookie.com",
        "https://www.youtube-nocookie.com/embed/\(id)?autoplay=1&rel=0"
          + (start > 0 ? "&start=\(start)" : "")
      )
    case .vimeo(let id, let hash):
      (
        "https://player.vimeo.com",
        "https://player.vimeo.com/video/\(id)?autoplay=1&dnt=1" + (hash.map { "&h=\($0)" } ?? "")
      )
    case .elsewhere: nil
    }
  }

  /// The page of ours that embeds it; nil where it can't be embedded.
  var page: String? { embed.map { _ in "/video?of=\(Words.encoded(address))" } }

  /// What stands there until it is tapped.
  func poster(_ title: String) -> HTML {
    let from = embed == nil ? "opens \(host)" : "plays from \(host)"
    return """
      <p class="video" data-title="\(title)"><a href="\(page ?? address)" \
      rel="noopener nofollow"><svg aria-hidden="true" viewBox="0 0 48 48"><circle cx="24" cy="24" \
      r="23"/><path d="M19 15v18l15-9z"/></svg><span><strong>\(title)</strong>\
      <span class="hint">Video, \(from)</span></span></a></p>
      """
  }

  /// A small link beside an exercise.
  func link(_ words: String) -> HTML {
    """
    <span class="video small" data-title="\(words)"><a href="\(page ?? address)" \
    rel="noopener nofollow">\(words) <span class="hint">(\(host))</span></a></span>
    """
  }
}

extension Page {
  /// A video by itself: the only page that lets another site's frame in, and that site's alone.
  static let video = Page(
    path: "/video", access: .anyone,
    show: { visit in
      guard let video = Video(visit.query["of"] ?? ""), let embed = video.embed else {
        throw WebError.notFound
      }
      let page: HTML = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Video from \(video.host)</title>
        <link rel="stylesheet" href="/assets/style.css">
        </head>
        <body class="screen">
        <iframe src="\(embed.address)" title="Video from \(video.host)" allowfullscreen \
        allow="autoplay; encrypted-media; fullscreen; picture-in-picture" \
        referrerpolicy="strict-origin-when-cross-origin"></iframe>
        </body>
        </html>

        """
      return .embed(page, origin: embed.origin)
    })
}
