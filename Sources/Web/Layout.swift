import Coaching
import Community
import Foundation
import Pictures

/// The frame around every page.
enum Layout {
  static func document(_ page: PageContent, visit: Visit) -> HTML {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="#14161a">
    <title>\(page.title) · Eccentric</title>
    \(page.summary.map { shared(page.title, $0, visit) })
    <link rel="stylesheet" href="/assets/style.css">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="apple-touch-icon" href="/assets/icon-touch.png">
    <link rel="manifest" href="/manifest.webmanifest">
    <script type="module" src="/assets/app.js"></script>
    \(page.scripts.map { name -> HTML in "<script type=\"module\" src=\"/assets/\(name)\"></script>" })
    </head>
    <body\(visit.account.map { member -> HTML in " data-member=\"\(member.id.uuidString)\"" }) data-at="\(visit.place.now().formatted(.iso8601))">
    <a class="skip" href="#main">To the content</a>
    <header class="top">
    <a class="mark" href="/"><img src="/assets/icon.svg" alt="" width="28" height="28">Eccentric</a>
    <span id="outbox" role="status"></span>
    </header>
    \(visit.isLooking || visit.settings.isSample ? madeUp(visit) : .empty)
    <main id="main">
    \(page.body)
    </main>
    \(visit.account == nil ? .empty : navigation(at: page.section))
    </body>
    </html>

    """
  }

  /// What other places show of a page that somebody links to there.
  private static func shared(_ title: String, _ summary: String, _ visit: Visit) -> HTML {
    """
    <meta name="description" content="\(summary)">
    <meta property="og:type" content="article">
    <meta property="og:site_name" content="Eccentric">
    <meta property="og:title" content="\(title)">
    <meta property="og:description" content="\(summary)">
    <meta property="og:image" content="\(visit.origin)/assets/share.png">
    <meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630">
    <meta name="twitter:card" content="summary_large_image">
    <link rel="alternate" type="application/atom+xml" title="Posts" href="/feed.xml">
    """
  }

  /// So that nothing in the made-up place is taken for one's own.
  private static func madeUp(_ visit: Visit) -> HTML {
    let leave: HTML =
      visit.isLooking
      ? """
      <form method="post" action="/look/leave"><button class="quiet">Leave</button></form>
      """ : .empty
    let who = visit.account.map { ", and you are looking as \($0.name)" } ?? ""
    return """
      <aside class="made-up" aria-label="Made up"><p>A made-up place: nobody here is real\(who). \
      <a href="/look">As somebody else</a></p>\(leave)</aside>
      """
  }

  private static func navigation(at section: PageContent.Section?) -> HTML {
    let entries = PageContent.Section.allCases.map { entry -> HTML in
      let current: HTML = entry == section ? " aria-current=\"page\"" : ""
      return """
        <a href="/\(entry.rawValue)"\(current)><svg aria-hidden="true" viewBox="0 0 24 24">\
        \(entry.symbol)</svg>\(entry.name)</a>
        """
    }
    return "<nav class=\"bottom\" aria-label=\"Main\">\(entries)</nav>"
  }

  /// A page that says what went wrong and where to go from there.
  static func problem(_ title: String, _ sentence: String, status: Int) -> PageContent {
    PageContent(
      title: title,
      body: """
        <h1>\(title)</h1>
        <p>\(sentence)</p>
        <p><a class="button quiet" href="/">To the start</a></p>
        """, status: status)
  }
}

extension PageContent.Section {
  var name: String {
    switch self {
    case .today: "Today"
    case .history: "History"
    case .posts: "Posts"
    case .program: "Program"
    case .settings: "Settings"
    }
  }

  fileprivate var symbol: HTML {
    switch self {
    case .today: "<path d=\"M12 3v11m-5-5 5 5 5-5M5 20h14\"/>"
    case .history: "<path d=\"M4 19V5m0 14h16M8 15l4-5 3 3 5-7\"/>"
    case .posts: "<path d=\"M4 5h16v11H9l-5 4zM8 9h8M8 12h5\"/>"
    case .program: "<path d=\"M6 4h12v16H6zM9 9h6M9 13h6M9 17h3\"/>"
    case .settings: "<path d=\"M4 7h10m4 0h2M4 17h2m4 0h10M16 5v4M8 15v4\"/>"
    }
  }
}
