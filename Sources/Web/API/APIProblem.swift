import Coaching
import Foundation
import HTTPTypes
import Lifting

/// Why a call of the API can't be answered: `application/problem+json`, RFC 9457.
struct APIProblem: Error, Sendable {
  /// The kinds there are. Released names never change.
  enum Kind: String, Sendable, CaseIterable {
    case badRequest = "bad-request"
    case logInFirst = "log-in-first"
    case insufficientScope = "insufficient-scope"
    case forbidden
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case conflict
    case tooLarge = "too-large"
    case unsupportedType = "unsupported-type"
    case invalid
    case tooMany = "too-many"
    case ourFault = "our-fault"

    var status: Int {
      switch self {
      case .badRequest: 400
      case .logInFirst: 401
      case .insufficientScope, .forbidden: 403
      case .notFound: 404
      case .methodNotAllowed: 405
      case .conflict: 409
      case .tooLarge: 413
      case .unsupportedType: 415
      case .invalid: 422
      case .tooMany: 429
      case .ourFault: 500
      }
    }

    var title: String {
      switch self {
      case .badRequest: "That can’t be read"
      case .logInFirst: "Log in, or send a token"
      case .insufficientScope: "This token may not do that"
      case .forbidden: "Not yours to do"
      case .notFound: "Not here"
      case .methodNotAllowed: "That can’t be done here"
      case .conflict: "That doesn’t go with what is here"
      case .tooLarge: "Too large"
      case .unsupportedType: "Not in that form"
      case .invalid: "That can’t be taken"
      case .tooMany: "Too often"
      case .ourFault: "Our fault"
      }
    }

    var uri: String { "urn:eccentric:problem:\(rawValue)" }
  }

  /// One thing that is wrong, at a field, or at a place in a text.
  struct Item: Sendable, Codable, Hashable {
    /// The parameter or the field of the body; `text` for a line of a program.
    var field: String?
    /// Counted from 1, like the column: in the body, or in the field's text where one is named.
    var line: Int?
    var column: Int?
    var length: Int?
    var severity: Diagnostic.Severity?
    var message: String
    var hint: String?

    init(field: String? = nil, _ message: String) {
      self.field = field
      self.message = message
    }

    init(field: String? = nil, _ diagnostic: Diagnostic) {
      self.field = field
      line = diagnostic.line
      column = diagnostic.column
      length = diagnostic.length
      severity = diagnostic.severity
      message = diagnostic.message
      hint = diagnostic.hint
    }
  }

  var kind: Kind
  var detail: String
  var problems: [Item] = []
  var headers: HTTPFields = [:]

  init(
    _ kind: Kind, _ detail: String, _ problems: [Item] = [], headers: HTTPFields = [:]
  ) {
    self.kind = kind
    self.detail = detail
    self.problems = problems
    self.headers = headers
  }

  /// A parameter or a field that can't be taken.
  init(_ kind: Kind, field: String, _ message: String) {
    self.init(kind, message, [Item(field: field, message)])
  }

  /// A document that can't be read or taken.
  init(_ diagnostics: [Diagnostic], field: String? = nil) {
    let first = diagnostics.first { $0.severity == .error }
    self.init(
      .invalid,
      first.map { "Line \($0.line), column \($0.column): \($0.message)." } ?? "It can’t be read.",
      diagnostics.map { Item(field: field, $0) })
  }

  // MARK: As it is sent

  struct Document: Sendable, Codable {
    var type: String
    var title: String
    var status: Int
    var detail: String
    var problems: [Item]

    init(_ problem: APIProblem) {
      type = problem.kind.uri
      title = problem.kind.title
      status = problem.kind.status
      detail = problem.detail
      problems = problem.problems
    }
  }

  static let type = "application/problem+json"

  static var schema: JSONValue {
    JSONSchema.of(Document.self).merging([
      "description":
        "What is wrong (RFC 9457). `problems` says it field by field, or line by line.",
      // Some kinds tell more.
      "additionalProperties": true,
    ])
  }

  // MARK: From what is thrown

  /// What an error is to whoever called; nil for one that is ours.
  init?(_ error: any Error) {
    switch error {
    case let problem as APIProblem: self = problem
    case WebError.logInFirst: self.init(.logInFirst, "This needs an account.")
    case WebError.notFound: self.init(.notFound, "There is nothing at this address.")
    case WebError.foreign:
      self.init(.forbidden, "This was sent from another site, so nothing was done.")
    case WebError.onlyLooking:
      self.init(.forbidden, "In the made-up place nothing is kept.")
    case WebError.tooLarge(let bytes):
      self.init(.tooLarge, "That is more than the \(bytes >> 10) kB we take.")
    case WebError.badRequest(let sentence): self.init(.badRequest, sentence)
    case let refused as Place.Refused: self.init(refused)
    default: return nil
    }
  }

  private init(_ refused: Place.Refused) {
    let kind: Kind =
      switch refused {
      case .noSuchPost, .noSuchComment: .notFound
      case .notTheOwner, .notTheirCoach, .notACoachHere, .notShared: .forbidden
      case .tooManyTries, .tooManyComments: .tooMany
      default: .invalid
      }
    self.init(kind, refused.sentence)
    if case .badFacts(let problems) = refused { self.problems = problems.map { Item($0) } }
    // The longest that somebody may have to wait.
    if kind == .tooMany { headers[.retryAfter] = "900" }
  }
}
