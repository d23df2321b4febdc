import ArgumentParser
import Coaching
import Foundation
import Logging
import Storage
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the web app and its JSON API.",
    discussion: """
      Everything is kept in one SQLite file. The first account that is made owns the place. Phones \
      install the app only over https or on localhost: put a proxy with a certificate in front, and \
      say --secure.
      """)

  @Option(help: "Where to keep everything: a file.")
  var database = "data/eccentric.sqlite"

  @Option(help: "The address to listen on; 0.0.0.0 for all.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @Flag(help: "People come by https, through a proxy: cookies are for https only.")
  var secure = false

  @Flag(
    help: """
      Serve a made-up place to look around in: a coach, twelve members, half a year of training, posts. \
      It goes when the server ends.
      """)
  var sample = false

  @Option(
    help: ArgumentHelp(
      "Start the clock at this instant (ISO 8601), for demonstrations and tests.",
      valueName: "instant"))
  var now: String?

  func validate() throws {
    guard (0...65535).contains(port) else { throw ValidationError("A port is from 0 to 65535.") }
    if let now, (try? Date(now, strategy: .iso8601)) == nil {
      throw ValidationError("--now is an instant such as 2026-03-02T17:00:00Z.")
    }
    if database.contains("://") {
      throw ValidationError("This version keeps its data in SQLite: --database is a file's path.")
    }
  }

  func run() async throws {
    var log = Logger(label: "eccentric")
    log.logLevel = .notice
    if sample { return try await serveSample(log) }
    let file = URL(filePath: database)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw BadInput(sentence: "\(database): its folder can’t be made")
    }
    let place = Place(store: try await openStore(database), log: log, now: clock())
    let address = (host.contains(":") ? "[\(host)]" : host)
    try await Web.serve(
      place, settings: ServerSettings(host: host, port: port, isSecure: secure)
    ) { port in
      print("Eccentric is at http://\(address):\(port)  (data in \(file.path))")
      // A pipe is read by somebody who waits for this line.
      fflush(nil)
    }
  }

  private func serveSample(_ log: Logger) async throws {
    print("Making up a place; this takes some seconds.")
    let door = SampleDoor(log: log, now: clock())
    let place = try await door.open()
    let settings = ServerSettings(host: host, port: port, isSecure: secure, isSample: true)
    let address = (host.contains(":") ? "[\(host)]" : host)
    do {
      try await Web.serve(place, settings: settings) { port in
        print("Eccentric is at http://\(address):\(port)/look  (made up; nothing is kept)")
        fflush(nil)
      }
      await door.close()
    } catch {
      await door.close()
      throw error
    }
  }

  private func clock() -> @Sendable () -> Date {
    guard let now, let start = try? Date(now, strategy: .iso8601) else { return { Date() } }
    let ahead = start.timeIntervalSince(Date())
    return { Date().addingTimeInterval(ahead) }
  }
}

/// Opens the store in a file, with a sentence where that can't be done.
func openStore(_ path: String) async throws -> Store {
  do {
    return try await Store(SQLiteDatabase(path: path))
  } catch let error as StorageError {
    throw BadInput(sentence: "\(error)")
  } catch {
    throw BadInput(sentence: "\(path): this isn’t a database of ours (\(error))")
  }
}
