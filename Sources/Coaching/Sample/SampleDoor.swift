public import Foundation
public import Logging
import Storage

/// The made-up place in which people look around. It is made when the first of them comes, in a folder of its
/// own beside no data of anybody's, made anew each day, and goes with the process.
public actor SampleDoor {
  private let log: Logger
  private let now: @Sendable () -> Date
  private var making: Task<(Place, URL), any Error>?
  private var madeAt: Date?

  /// After so long it is made anew, so that its training is of these days.
  private static let seconds = 20 * 3600.0
  private static let prefix = "eccentric-sample-"

  public init(log: Logger, now: @escaping @Sendable () -> Date) {
    self.log = log
    self.now = now
  }

  /// The place, made where there is none of these days. Whoever comes meanwhile waits for the same.
  public func open() async throws -> Place {
    if let making, let madeAt, now().timeIntervalSince(madeAt) < Self.seconds {
      return try await making.value.0
    }
    let old = making
    madeAt = now()
    let (log, now) = (log, now)
    let task = Task {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "\(Self.prefix)\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let store = try await Store(
        SQLiteDatabase(path: folder.appending(path: "sample.sqlite").path))
      return (try await Place.sample(in: store, log: log, now: now), folder)
    }
    making = task
    do {
      let place = try await task.value.0
      if let (_, folder) = try? await old?.value { Self.remove(folder) }
      return place
    } catch {
      making = nil
      throw error
    }
  }

  /// Removes it with its folder.
  public func close() async {
    if let (_, folder) = try? await making?.value { Self.remove(folder) }
    making = nil
  }

  private static func remove(_ folder: URL) { try? FileManager.default.removeItem(at: folder) }
}
