import Foundation
import TestSupport
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The server as a process of its own, on a real port and a real file.
final class RunningServer: @unchecked Sendable {
  let process = Process()
  let port: Int

  init(database: URL) throws {
    process.executableURL = Binary.url
    process.arguments = ["serve", "--port", "0", "--database", database.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It says where it is as soon as it listens.
    var line = ""
    while !line.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { break }
      line += String(decoding: data, as: UTF8.self)
    }
    let port = line.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) }
    guard let port else {
      process.terminate()
      throw NotStarted(said: line)
    }
    self.port = port
  }

  struct NotStarted: Error { let said: String }

  /// As a power cut would.
  func kill() {
    #if canImport(Glibc) || canImport(Musl) || canImport(Darwin)
      _ = Foundation.kill(process.processIdentifier, SIGKILL)
    #endif
    process.waitUntilExit()
  }

  func request(
    _ path: String, body: String? = nil, type: String = "application/json", cookie: String? = nil
  ) async throws -> (status: Int, text: String, cookie: String?) {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpShouldHandleCookies = false
    if let body {
      request.httpMethod = "POST"
      request.httpBody = Data(body.utf8)
      request.setValue(type, forHTTPHeaderField: "Content-Type")
      request.setValue("http://127.0.0.1:\(port)", forHTTPHeaderField: "Origin")
    }
    if let cookie { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
    let session = URLSession(configuration: .ephemeral, delegate: Stay(), delegateQueue: nil)
    let (data, response) = try await session.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return (
      http.statusCode, String(decoding: data, as: UTF8.self),
      http.value(forHTTPHeaderField: "Set-Cookie").map { String($0.prefix { $0 != ";" }) }
    )
  }

  /// Doesn't follow redirects.
  private final class Stay: NSObject, URLSessionTaskDelegate, Sendable {
    func urlSession(
      _ session: URLSession, task: URLSessionTask,
      willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
      completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) { completionHandler(nil) }
  }
}

@Suite("eccentric serve") struct ServeTests {
  @Test("a fact that was acknowledged survives the process being killed") func killed() async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "serve-\(UUID())")
    let database = folder.appending(path: "deep/down/data.sqlite")
    var server = try RunningServer(database: database)
    let signedUp = try await server.request(
      "/signup", body: "name=Ada&password=correct+horse+battery&timeZone=UTC",
      type: "application/x-www-form-urlencoded")
    #expect(signedUp.status == 303)
    let cookie = try #require(signedUp.cookie)

    var acknowledged: [String] = []
    for round in 1...3 {
      // Facts go out one after another; the plug is pulled in the middle of the stream.
      let running = server
      let stream = Task { () -> [String] in
        var ids: [String] = []
        for reps in 1...500 {
          let id = UUID().uuidString
          let fact =
            #"{"facts":[{"id":"\#(id)","at":"2026-03-02T16:00:00Z","kind":"workSet","version":1,"body":{"exercise":"squat","reps":\#(reps)}}]}"#
          guard
            let answer = try? await running.request("/api/v1/facts", body: fact, cookie: cookie),
            answer.status == 200
          else { break }
          ids.append(id)
        }
        return ids
      }
      try await Task.sleep(for: .milliseconds(150 * round))
      server.kill()
      acknowledged += await stream.value
      server = try RunningServer(database: database)
    }
    #expect(!acknowledged.isEmpty)
    let kept = try await server.request("/api/v1/facts", cookie: cookie)
    #expect(kept.status == 200)
    let missing = acknowledged.filter { !kept.text.contains($0) }
    #expect(missing.isEmpty, "\(missing.count) of \(acknowledged.count) are gone")
    server.process.terminate()
    server.process.waitUntilExit()
    #expect(server.process.terminationReason == .exit, "it ends in order when asked to")

    // What is kept is taken along from the command line too.
    let archive = try Binary.run(["export", "--database", database.path])
    #expect(archive.status == 0 && acknowledged.allSatisfy { archive.output.contains($0) })
  }

  @Test("a database that is none is refused with a sentence") func junk() throws {
    let file = try Binary.temporaryFile("junk.sqlite", String(repeating: "junk ", count: 2000))
    let result = try Binary.run(["serve", "--database", file.path, "--port", "0"])
    #expect(result.status == 1 && result.messages.contains("junk.sqlite"))
  }
}
