import Coaching
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Storage
import Synchronization
import Testing

@testable import Web

/// A site on a fresh database, with a clock that stands until it is moved.
struct TestSite: Sendable {
  static let start = Date(timeIntervalSince1970: 1_772_470_800)

  final class Clock: Sendable {
    private let time = Mutex(TestSite.start)
    var now: Date { time.withLock { $0 } }
    func advance(hours: Double) { time.withLock { $0 += hours * 3600 } }
  }

  let clock: Clock
  /// Of the database.
  let file: URL
  let client: any TestClientProtocol

  static func run(
    isSecure: Bool = false, _ test: @escaping @Sendable (TestSite) async throws -> Void
  ) async throws {
    let clock = Clock()
    // A folder of its own goes with all that SQLite puts beside the file.
    let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "data.sqlite")
    var log = Logger(label: "test")
    log.logLevel = .critical
    let place = Place(
      store: try await Store(SQLiteDatabase(path: file.path)), log: log, now: { clock.now })
    let application = try webApplication(
      place, settings: ServerSettings(isSecure: isSecure))
    try await application.test(.router) { client in
      try await test(TestSite(clock: clock, file: file, client: client))
    }
  }

  private init(clock: Clock, file: URL, client: any TestClientProtocol) {
    self.clock = clock
    self.file = file
    self.client = client
  }

  /// Makes the first account and answers the questions.
  func owner(trainingMonths: Int = 30, yes: Set<String> = []) async throws -> Visitor {
    var ada = Visitor(site: self)
    try await ada.signUp("Ada")
    try await ada.answerQuestions(trainingMonths: trainingMonths, yes: yes)
    return ada
  }
}

/// A browser, as far as the server can tell: it keeps cookies and says where a form comes from.
struct Visitor: Sendable {
  let site: TestSite
  var cookie: String?

  init(site: TestSite) { self.site = site }

  struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String
    var location: String? { headers[.location] }
  }

  mutating func get(_ path: String) async throws -> Answer {
    try await send(path, .get, headers: [:], body: nil)
  }

  mutating func post(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
    try await post(path, form: fields, headers: Self.sameOrigin)
  }

  mutating func post(
    _ path: String, form fields: [(String, String)], headers: HTTPFields
  ) async throws -> Answer {
    let body = fields.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(path, .post, headers: headers, body: Array(body.utf8))
  }

  mutating func upload(
    _ path: String, _ bytes: [UInt8], fields: [(String, String)] = []
  ) async throws -> Answer {
    var body = fields.flatMap { name, value in
      Array("--xYz\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    body += Array(
      "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
        .utf8)
    body += bytes + Array("\r\n--xYz--\r\n".utf8)
    var headers = Self.sameOrigin
    headers[.contentType] = "multipart/form-data; boundary=xYz"
    return try await send(path, .post, headers: headers, body: body)
  }

  mutating func post(_ path: String, json: String) async throws -> Answer {
    var headers = Self.sameOrigin
    headers[.contentType] = "application/json"
    return try await send(path, .post, headers: headers, body: Array(json.utf8))
  }

  mutating func send(
    _ path: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: [UInt8]?
  ) async throws -> Answer {
    var headers = headers
    if let cookie { headers[.cookie] = cookie }
    let answer = try await site.client.execute(
      uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
    ) { response in
      Answer(
        status: response.status.code, headers: response.headers,
        text: String(buffer: response.body))
    }
    if let set = answer.headers[.setCookie] {
      let value = set.prefix { $0 != ";" }
      cookie = value.hasSuffix("=") ? nil : String(value)
    }
    return answer
  }

  static let sameOrigin: HTTPFields = {
    var headers = HTTPFields()
    if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
    return headers
  }()

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  static let password = "correct horse battery"

  mutating func signUp(_ name: String, invitation: String = "") async throws {
    let answer = try await post(
      "/signup",
      [
        ("name", name), ("password", Self.password), ("timeZone", "Europe/Berlin"),
        ("invitation", invitation),
      ])
    #expect(answer.status == 303 && answer.location == "/about")
  }

  mutating func answerQuestions(trainingMonths: Int, yes: Set<String> = []) async throws {
    var fields = [
      ("birthYear", "1990"), ("bodyMass", "80"), ("bodyMassUnit", "kg"), ("sex", ""),
      ("trainingMonths", "\(trainingMonths)"), ("company", "alone"), ("loadStep", "2.5"),
      ("loadStepUnit", "kg"), ("clearedOn", ""),
    ]
    fields += ["barbell", "dumbbells", "bench", "rack", "cable", "machine", "pullUpBar"].map {
      ("equipment", $0)
    }
    for id in [
      "heart", "chest-pain", "dizziness", "chronic", "joint", "supervised", "pregnant",
      "muscle-disease", "statin", "rhabdomyolysis",
    ] { fields.append(("q-\(id)", yes.contains(id) ? "yes" : "no")) }
    let answer = try await post("/about", fields)
    #expect(answer.status == 303, "\(answer.text)")
  }

  /// A history that makes the next session one of pulls with one negative set.
  mutating func bringHistory() async throws -> Answer {
    let rows = [27, 24, 20].flatMap { day in
      [("Lat Pulldown (Cable)", 60), ("Bicep Curl (Dumbbell)", 15)].flatMap { name, kilograms in
        (0..<3).map { index in
          "\"Pull\",\"\(day) Feb 2026, 18:00\",\"\(day) Feb 2026, 19:00\",\"\",\"\(name)\",,\"\",\(index),\"normal\",\(kilograms),8,,,8"
        }
      }
    }
    return try await upload(
      "/import", Array(([Self.hevyHeader] + rows).joined(separator: "\n").utf8))
  }

  static let hevyHeader =
    "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"superset_id\",\"exercise_notes\",\"set_index\",\"set_type\",\"weight_kg\",\"reps\",\"distance_km\",\"duration_seconds\",\"rpe\""
}
