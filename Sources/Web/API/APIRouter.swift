import Coaching
import Community
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Lifting
import Logging

/// Answers what is below `/api`: rows of ``Endpoint/all``, and problems.
struct APIRouter: Sendable {
  let place: Place

  static func isFor(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

  func respond(to request: Request, visit: Visit) async -> Response {
    do {
      return try await answer(request, visit)
    } catch {
      return response(to: error, path: visit.path)
    }
  }

  private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
    let found = Endpoint.all.compactMap { endpoint in
      endpoint.ids(in: visit.path).map { (endpoint: endpoint, ids: $0) }
    }
    guard !found.isEmpty else { throw WebError.notFound }
    let method = request.method == .head ? .get : request.method
    guard let (endpoint, ids) = found.first(where: { $0.endpoint.method == method }) else {
      throw Self.notAllowed(found.map(\.endpoint.method))
    }
    var (visit, scopes, isByToken) = try await recognized(visit, by: request)
    if let scope = endpoint.scope {
      guard visit.account != nil else { throw WebError.logInFirst }
      guard scopes.contains(scope) else { throw Self.lacking(scope) }
    }
    guard let ids else { throw WebError.notFound }
    let known = endpoint.query.map(\.name)
    if let name = visit.query.names.first(where: { !known.contains($0) }) {
      throw APIProblem(
        .badRequest, field: String(name.prefix(60)),
        known.isEmpty
          ? "Nothing can be asked for here."
          : "What can be asked for here is \(known.joined(separator: ", ")).")
    }
    if method != .get {
      if visit.isLooking { throw WebError.onlyLooking }
      if !isByToken { try Site.checkOrigin(of: request) }
      if endpoint.takes != nil { try Self.checkType(of: request) }
      visit = try await visit.reading(request, upTo: endpoint.largest)
    }
    let given = try await endpoint.handle(
      Call(visit: visit, scopes: scopes, ids: ids, endpoint: endpoint))
    return response(to: request, given, packed: visit.takesGzip)
  }

  // MARK: Who calls

  /// By the token that comes along, else by the session's cookie, which may do everything.
  private func recognized(
    _ visit: Visit, by request: Request
  ) async throws -> (Visit, Set<Scope>, isByToken: Bool) {
    guard let header = request.headers[.authorization] else {
      return (try await visit.recognized(by: request), Set(Scope.allCases), false)
    }
    let words = header.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer",
      let (member, scopes) = try await place.bearer(
        of: words[1].trimmingCharacters(in: .whitespaces))
    else {
      throw APIProblem(
        .logInFirst, "This token is none, or was revoked.",
        headers: [.wwwAuthenticate: "\(Self.challenge), error=\"invalid_token\""])
    }
    return (visit.made(by: member), scopes, true)
  }

  private static let challenge = "Bearer realm=\"eccentric\""

  private static func lacking(_ scope: Scope) -> APIProblem {
    APIProblem(
      .insufficientScope, "It needs the scope “\(scope.rawValue)”.",
      headers: [
        .wwwAuthenticate:
          "\(challenge), error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
      ])
  }

  private static func notAllowed(_ methods: [HTTPRequest.Method]) -> APIProblem {
    let all = methods + (methods.contains(.get) ? [.head] : [])
    let names = all.map(\.rawValue).sorted().joined(separator: ", ")
    return APIProblem(
      .methodNotAllowed, "Here one can \(names).", headers: [.allow: names])
  }

  private static func checkType(of request: Request) throws {
    let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }
      .trimmingCharacters(in: .whitespaces).lowercased()
    guard type == "application/json" || type.hasSuffix("+json") else {
      throw APIProblem(.unsupportedType, "What is sent here is application/json.")
    }
  }

  // MARK: What goes back

  private func response(
    to request: Request, _ given: Endpoint.Given, packed: Bool
  ) -> Response {
    var response = Response.bytes(
      given.body, type: given.type, status: given.status, packed: packed)
    response.headers.append(contentsOf: given.headers)
    if given.status == 204 {
      return Response(status: .noContent, headers: [.cacheControl: "private, no-cache"])
    }
    guard request.method == .get || request.method == .head, given.status == 200 else {
      return response
    }
    let tag =
      "\"\(SHA256.hash(data: given.body).prefix(16).map { String($0, radix: 36) }.joined())\""
    response.headers[.eTag] = tag
    let seen = (request.headers[.ifNoneMatch] ?? "").split(separator: ",")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    if seen.contains(where: { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }) {
      return Response(
        status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
    }
    return response
  }

  private func response(to error: any Error, path: String) -> Response {
    var problem = APIProblem(error)
    if problem == nil {
      place.log.error("request failed", metadata: ["path": "\(path)", "error": "\(error)"])
    }
    if problem?.kind == .logInFirst, problem?.headers[.wwwAuthenticate] == nil {
      problem?.headers[.wwwAuthenticate] = Self.challenge
    }
    let told =
      problem
      ?? APIProblem(.ourFault, "Something went wrong here. Nothing of yours is lost; try again.")
    let body = (try? JSONEncoder.eccentric.encode(APIProblem.Document(told))).map(Array.init) ?? []
    var response = Response.bytes(body, type: APIProblem.type, status: told.kind.status)
    response.headers.append(contentsOf: told.headers)
    return response
  }
}

extension Endpoint {
  /// The ids that stand in a path of this endpoint; nil where the path isn't one, and within that nil
  /// where one of its parts is no id.
  fileprivate func ids(in path: String) -> [String: UUID]?? {
    guard path.hasPrefix(Self.base) else { return nil }
    let given = path.dropFirst(Self.base.count).split(
      separator: "/", omittingEmptySubsequences: false)
    let wanted = self.path.split(separator: "/", omittingEmptySubsequences: false)
    guard given.count == wanted.count else { return nil }
    var ids: [String: UUID] = [:]
    var areIDs = true
    for (given, wanted) in zip(given, wanted) {
      if wanted.hasPrefix("{") {
        let id = UUID(uuidString: String(given))
        ids[String(wanted.dropFirst().dropLast())] = id
        areIDs = areIDs && id != nil
      } else if given != wanted {
        return nil
      }
    }
    return .some(areIDs ? ids : nil)
  }
}
