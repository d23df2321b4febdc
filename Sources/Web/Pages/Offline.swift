import Foundation
import Pictures

extension Page {
  /// What the worker shows when there is no network and nothing kept.
  static let offline = Page(
    path: "/offline", access: .anyone,
    show: { _ in
      .page(
        PageContent(
          title: "No network",
          body: """
            <h1>No network</h1>
            <p>This page isn’t kept on the phone. Today, the player, the log and the \
            check-in are; what you log waits here and is sent when you’re back.</p>
            <p><a class="button" href="/today">Today</a></p>
            """))
    })

  static let manifest = Page(
    path: "/manifest.webmanifest", access: .anyone,
    show: { _ in
      let manifest = """
        {
          "name": "Eccentric",
          "short_name": "Eccentric",
          "description": "The lowering half of every rep: planned, led, measured.",
          "start_url": "/today",
          "scope": "/",
          "display": "standalone",
          "background_color": "#14161a",
          "theme_color": "#14161a",
          "icons": [
            { "src": "/assets/icon.svg", "type": "image/svg+xml", "sizes": "any" },
            { "src": "/assets/icon-192.png", "type": "image/png", "sizes": "192x192" },
            { "src": "/assets/icon-512.png", "type": "image/png", "sizes": "512x512" },
            { "src": "/assets/icon-maskable.png", "type": "image/png", "sizes": "512x512",
              "purpose": "maskable" }
          ]
        }
        """
      return .file(Array(manifest.utf8), type: "application/manifest+json", name: nil)
    })
}
