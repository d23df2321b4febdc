public import Coaching
import Community
import Foundation
import HTTPTypes
public import Hummingbird
import Lifting
import Logging
import NIOCore
import Packing
import Pictures

/// Where and how the web app is served.
public struct ServerSettings: Sendable {
  public var host: String
  public var port: Int
  /// Whether people come by https, through a proxy that ends it: then cookies are for https only.
  public var isSecure: Bool
  /// Whether the whole place is made up.
  public var isSample: Bool

  public init(
    host: String = "127.0.0.1", port: Int = 8080, isSecure: Bool = false, isSample: Bool = false
  ) {
    self.host = host
    self.port = port
    self.isSecure = isSecure
    self.isSample = isSample
  }
}

/// The web app and its JSON API, ready to run.
public func webApplication(
  _ place: Place, settings: ServerSettings,
  door: SampleDoor? = nil,
  whenRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
) throws -> some ApplicationProtocol {
  Application(
    responder: try Site(
      place: place, settings: settings,
      door: door ?? SampleDoor(log: place.log, now: place.now)),
    configuration: ApplicationConfiguration(
      address: .hostname(settings.host, port: settings.port), serverName: nil),
    onServerRunning: { channel in await whenRunning(channel.localAddress?.port ?? settings.port) },
    logger: place.log)
}

/// Serves the web app until the process is asked to end, then ends in order.
public func serve(
  _ place: Place, settings: ServerSettings,
  whenRunning: @escaping @Sendable (_ port: Int) async -> Void
) async throws {
  let door = SampleDoor(log: place.log, now: place.now)
  let application = try webApplication(
    place, settings: settings, door: door, whenRunning: whenRunning)
  do {
    try await application.runService()
    await door.close()
  } catch {
    await door.close()
    throw error
  }
}

/// Answers requests: assets by name, pages by path.
struct Site: HTTPResponder {
  typealias Context = CallContext

  let place: Place
  let settings: ServerSettings
  private let door: SampleDoor
  private let pages: [String: Page]
  private let assets: Assets
  private let api: APIRouter

  init(place: Place, settings: ServerSettings, door: SampleDoor) throws {
    self.place = place
    self.door = door
    self.settings = settings
    api = APIRouter(place: place)
    pages = Dictionary(uniqueKeysWithValues: Page.all.map { ($0.path, $0) })
    assets = try Assets()
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    var response = await answer(request, context)
    for (name, value) in Self.headers where response.headers[name] == nil {
      response.headers[name] = value
    }
    return request.method == .head
      ? Response(status: response.status, headers: response.headers) : response
  }

  /// What every answer carries. Nothing is run or styled that isn't a file of ours.
  private static let headers: [(HTTPField.Name, String)] = {
    let names: [(String, String)] = [
      (
        "Content-Security-Policy",
        """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
        frame-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'
        """
      ),
      ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"),
      ("Referrer-Policy", "same-origin"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Permissions-Policy", "geolocation=(), microphone=(), camera=()"),
    ]
    return names.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
  }()

  private func answer(_ request: Request, _ context: Context) async -> Response {
    if let asset = assets.response(to: request) { return asset }
    var visit = Visit(
      place: place, settings: settings, door: door, account: nil, token: nil,
      path: request.uri.path,
      origin: origin(of: request), caller: caller(of: request, context),
      takesGzip: Visit.takesGzip(request),
      query: Form(urlEncoded: request.uri.query ?? ""), form: Form(), body: [])
    if APIRouter.isFor(visit.path) { return await api.respond(to: request, visit: visit) }
    do {
      guard let page = pages[request.uri.path] else { throw WebError.notFound }
      visit = try await visit.recognized(by: request)
      if page.access == .member, visit.account == nil { throw WebError.logInFirst }
      if request.method == .get || request.method == .head {
        return try await response(to: visit, reply: page.show(visit))
      }
      guard request.method == .post, let take = page.take else { throw WebError.notFound }
      try Self.checkOrigin(of: request)
      if visit.isLooking { throw WebError.onlyLooking }
      visit = try await visit.reading(request, upTo: page.largestForm)
      return try await response(to: visit, reply: take(visit))
    } catch {
      return problem(error, visit: visit)
    }
  }

  /// A form or a script of another site must not act in somebody's name. Browsers say where a
  /// request comes from; one that doesn't say isn't served.
  static func checkOrigin(of request: Request) throws {
    if let site = HTTPField.Name("Sec-Fetch-Site"), let from = request.headers[site] {
      guard from == "same-origin" || from == "none" else { throw WebError.foreign }
      return
    }
    guard let origin = request.headers[.origin], let host = request.head.authority,
      URLComponents(string: origin).map({ [$0.host, $0.port.map(String.init)] })
        == URLComponents(string: "//\(host)").map({ [$0.host, $0.port.map(String.init)] })
    else { throw WebError.foreign }
  }

  private func response(to visit: Visit, reply: Reply) throws -> Response {
    switch reply {
    case .page(let page):
      return Response.text(
        Layout.document(page, visit: visit).text, type: "text/html; charset=utf-8",
        status: page.status, packed: visit.takesGzip)
    case .embed(let page, let origin):
      var response = Response.text(page.text, type: "text/html; charset=utf-8")
      let headers = [
        (
          "Content-Security-Policy",
          """
          default-src 'none'; style-src 'self'; frame-src \(origin); base-uri 'none'; \
          form-action 'none'; frame-ancestors 'self'
          """
        ),
        ("X-Frame-Options", "SAMEORIGIN"),
        // Players of other sites ask where they are embedded, and refuse where nobody says.
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ]
      for (name, value) in headers {
        if let name = HTTPField.Name(name) { response.headers[name] = value }
      }
      return response
    case .redirect(let path):
      return .redirect(path)
    case .loggedIn(let login, let path):
      var response = Response.redirect(path)
      response.setCookie(cookie(login.token, seconds: Int(saturating: Place.loginSeconds)))
      return response
    case .loggedOut(let path):
      var response = Response.redirect(path)
      response.setCookie(cookie("", seconds: 0))
      return response
    case .looking(let login, let path):
      var response = Response.redirect(path)
      response.setCookie(cookie(login.token, seconds: 86_400, named: Visit.lookCookieName))
      return response
    case .lookedAround(let path):
      var response = Response.redirect(path)
      response.setCookie(cookie("", seconds: 0, named: Visit.lookCookieName))
      return response
    case .file(let bytes, let type, let name):
      var response = Response.bytes(bytes, type: type, packed: visit.takesGzip)
      if let name {
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
      }
      return response
    }
  }

  /// Where this place is reached, by the name that the request called it.
  private func origin(of request: Request) -> String {
    let host = request.head.authority ?? "\(settings.host):\(settings.port)"
    let isPlain = host.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || ".:-[]".utf8.contains($0)
    }
    let name = isPlain && !host.isEmpty ? host : "\(settings.host):\(settings.port)"
    return "\(settings.isSecure ? "https" : "http")://\(name)"
  }

  private func caller(of request: Request, _ context: Context) -> Caller {
    // Only a proxy that ends TLS for us says who stands behind it.
    let forwarded = HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] }
    let behind = settings.isSecure ? forwarded?.split(separator: ",").last.map(String.init) : nil
    return Caller(
      address: behind?.trimmingCharacters(in: .whitespaces) ?? context.address ?? "",
      agent: String((request.headers[.userAgent] ?? "").prefix(300)))
  }

  private func cookie(
    _ token: String, seconds: Int, named name: String = Visit.cookieName
  ) -> Cookie {
    Cookie(
      name: name, value: token, maxAge: seconds, path: "/",
      secure: settings.isSecure, httpOnly: true, sameSite: .lax)
  }

  /// The one place where an error becomes a status and a sentence; what is inside goes to the log.
  private func problem(_ error: any Error, visit: Visit) -> Response {
    let (status, title, sentence): (Int, String, String) =
      switch error {
      case WebError.logInFirst: (401, "Log in first", "This page is for members.")
      case WebError.notFound: (404, "Not here", "There is nothing at this address.")
      case WebError.foreign:
        (403, "Not from here", "This was sent from another site, so nothing was done.")
      case WebError.onlyLooking:
        (
          403, "Only looking",
          "In the made-up place nothing is kept. Leave it, and what you enter is your own."
        )
      case WebError.tooLarge(let bytes):
        (413, "Too large", "That is more than the \(bytes >> 20) MB we take.")
      case WebError.badRequest(let sentence): (400, "That didn’t work", sentence)
      case Place.Refused.notTheirCoach:
        (403, "Not yours to set", Place.Refused.notTheirCoach.sentence)
      case Place.Refused.noSuchPost: (404, "Not here", Place.Refused.noSuchPost.sentence)
      case Place.Refused.notACoachHere, Place.Refused.notTheOwner:
        (403, "Not yours to do", (error as? Place.Refused)?.sentence ?? "")
      case Place.Refused.notShared: (403, "Not shared", Place.Refused.notShared.sentence)
      case let refused as Place.Refused: (422, "That didn’t work", refused.sentence)
      default:
        (500, "Our fault", "Something went wrong here. Nothing of yours is lost; try again.")
      }
    if status == 500 {
      place.log.error(
        "request failed", metadata: ["path": "\(visit.path)", "error": "\(error)"])
    }
    if status == 401 { return .redirect("/login") }
    let page = Layout.problem(title, sentence, status: status)
    return .text(
      Layout.document(page, visit: visit).text, type: "text/html; charset=utf-8", status: status,
      packed: visit.takesGzip)
  }
}

/// What is known of the connection that a request came by.
struct CallContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The other end's address, without its port.
  let address: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress
  }
}

extension Visit {
  static let cookieName = "eccentric"
  static let lookCookieName = "eccentric-look"

  static func takesGzip(_ request: Request) -> Bool {
    // A weight of nothing would be a no; browsers don't say that.
    request.headers[.acceptEncoding]?.contains("gzip") == true
  }

  /// In the made-up place, as whoever the cookie says; nil where nobody is, or it has been made anew since.
  private func lookingAround(by request: Request) async throws -> Visit? {
    guard !settings.isSample, !path.hasPrefix("/look"),
      let token = request.cookies[Self.lookCookieName]?.value, !token.isEmpty
    else { return nil }
    let place = try await door.open()
    guard let account = try await place.member(token: token) else { return nil }
    var visit = Visit(
      place: place, settings: settings, door: door, account: account, token: token, path: path,
      origin: origin, caller: caller, takesGzip: takesGzip, query: query, form: form, body: body)
    visit.isLooking = true
    return visit
  }

  /// With the account that the request's cookie belongs to, in the made-up place for whoever looks around.
  func recognized(by request: Request) async throws -> Visit {
    if let looking = try await lookingAround(by: request) { return looking }
    guard let token = request.cookies[Self.cookieName]?.value, !token.isEmpty else { return self }
    return Visit(
      place: place, settings: settings, door: door, account: try await place.member(token: token),
      token: token, path: path, origin: origin, caller: caller,
      takesGzip: takesGzip, query: query, form: form, body: body)
  }

  /// The same, made by somebody who isn't logged in by a cookie.
  func made(by member: Member) -> Visit {
    Visit(
      place: place, settings: settings, door: door, account: member, token: nil, path: path,
      origin: origin, caller: caller, takesGzip: takesGzip, query: query, form: form, body: body)
  }

  /// With what the request's body says.
  func reading(_ request: Request, upTo most: Int) async throws -> Visit {
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      bytes.append(contentsOf: buffer.readableBytesView)
      if bytes.count > most { throw WebError.tooLarge(bytes: most) }
    }
    let type = request.headers[.contentType] ?? ""
    var form = Form()
    if type.hasPrefix("application/x-www-form-urlencoded") {
      form = Form(urlEncoded: String(decoding: bytes, as: UTF8.self))
    } else if type.hasPrefix("multipart/form-data"),
      let boundary = type.split(separator: "boundary=").dropFirst().first
    {
      form = Form(
        multipart: bytes,
        boundary: boundary.trimmingCharacters(in: CharacterSet(charactersIn: "\"; ")))
    }
    return Visit(
      place: place, settings: settings, door: door, account: account, token: token, path: path,
      origin: origin,
      caller: caller, takesGzip: takesGzip, query: query, form: form, body: bytes)
  }
}

extension Response {
  /// An answer of bytes, texts of more than a packet as gzip for whoever takes it.
  static func bytes(
    _ bytes: [UInt8], type: String, status: Int = 200, packed: Bool = false
  ) -> Response {
    // Pages are somebody's own: no cache on the way may keep them.
    var headers: HTTPFields = [.contentType: type, .cacheControl: "private, no-cache"]
    var body = bytes
    if bytes.count > 1_000, Self.isText(type) {
      headers[.vary] = "Accept-Encoding"
      if packed, let gzip = try? Gzip.pack(bytes) {
        headers[.contentEncoding] = "gzip"
        body = gzip
      }
    }
    return Response(
      status: HTTPResponse.Status(code: status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// Whether bytes of a type get smaller when they are packed.
  static func isText(_ type: String) -> Bool {
    type.hasPrefix("text/")
      || ["json", "xml", "svg", "ndjson", "manifest"].contains { type.contains($0) }
  }

  static func text(
    _ text: String, type: String, status: Int = 200, packed: Bool = false
  ) -> Response {
    .bytes(Array(text.utf8), type: type, status: status, packed: packed)
  }

  /// To a page of ours, with GET, whatever the request was.
  static func redirect(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }
}
