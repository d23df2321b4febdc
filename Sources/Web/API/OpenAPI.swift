import Community
import Foundation
import HTTPTypes
import Lifting

/// The description of the API, OpenAPI 3.1, made from the rows that are served.
enum OpenAPI {
  static let document: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "Eccentric", "version": "1",
      "description":
        "What the app does, for programs. Tokens are made under Settings; docs/API.md explains it.",
    ],
    "servers": [["url": .text(Endpoint.base)]],
    "paths": paths,
    "components": [
      "schemas": .object(JSONSchema.components),
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer",
          "description": "A token with a scope: read, write or coach",
        ],
        "session": ["type": "apiKey", "in": "cookie", "name": .text(Visit.cookieName)],
      ],
    ],
  ]

  private static var paths: JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for endpoint in Endpoint.all {
      paths[endpoint.path, default: [:]][endpoint.method.rawValue.lowercased()] = operation(
        endpoint)
    }
    return .object(paths.mapValues { .object($0) })
  }

  private static func operation(_ endpoint: Endpoint) -> JSONValue {
    var operation: JSONValue = [
      "operationId": .text(endpoint.operationID), "summary": .text(endpoint.summary),
      "responses": .object(responses(endpoint)),
    ]
    let parameters = endpoint.parameterNames.map(idParameter) + endpoint.query.map(parameter)
    if !parameters.isEmpty { operation = operation.merging(["parameters": .list(parameters)]) }
    if let takes = endpoint.takes {
      operation = operation.merging([
        "requestBody": [
          "required": true, "content": ["application/json": ["schema": takes]],
        ]
      ])
    }
    if let scope = endpoint.scope {
      operation = operation.merging([
        "description": .text("A token needs the scope `\(scope.rawValue)`."),
        "security": [["token": []], ["session": []]],
      ])
    }
    return operation
  }

  private static func idParameter(_ name: String) -> JSONValue {
    [
      "name": .text(name), "in": "path", "required": true, "schema": JSONSchema.uuid,
      "description": .text("The \(name)’s id"),
    ]
  }

  private static func parameter(_ parameter: Endpoint.Parameter) -> JSONValue {
    [
      "name": .text(parameter.name), "in": "query", "schema": parameter.schema,
      "description": .text(parameter.description),
    ]
  }

  private static func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
    var responses: [String: JSONValue] = [:]
    for answer in endpoint.answers {
      var response: JSONValue = ["description": .text(answer.description)]
      if let schema = answer.schema {
        response = response.merging(["content": .object([answer.type: ["schema": schema]])])
      }
      if endpoint.method == .get {
        response = response.merging([
          "headers": ["ETag": ["required": true, "schema": ["type": "string"]]]
        ])
      }
      responses["\(answer.status)"] = response
    }
    if endpoint.method == .get {
      responses["304"] = ["description": "As it was when the ETag of `If-None-Match` was given"]
    }
    for kind in endpoint.everyProblem where responses["\(kind.status)"] == nil {
      responses["\(kind.status)"] = [
        "description": .text(kind.title),
        "content": .object([
          APIProblem.type: ["schema": ["$ref": "#/components/schemas/Problem"]]
        ]),
      ]
    }
    return responses
  }
}

extension Endpoint {
  /// The names in braces.
  var parameterNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }

  /// `putPostsComments`
  fileprivate var operationID: String {
    let words = path.split(whereSeparator: { "/.".contains($0) }).map { part -> String in
      let word = part.hasPrefix("{") ? "By\(part.dropFirst().dropLast().capitalized)" : String(part)
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    return method.rawValue.lowercased() + words.joined()
  }

  /// Whatever may be wrong with a call of it.
  fileprivate var everyProblem: Set<APIProblem.Kind> {
    var kinds = problems
    kinds.formUnion([.badRequest, .ourFault])
    if scope != nil { kinds.formUnion([.logInFirst, .insufficientScope]) }
    if !parameterNames.isEmpty { kinds.insert(.notFound) }
    if takes != nil { kinds.formUnion([.tooLarge, .unsupportedType, .invalid]) }
    return kinds
  }
}
