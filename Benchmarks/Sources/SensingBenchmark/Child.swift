import Bench
import Foundation

/// Time on the processor rather than by the clock: on a machine that others use too, it is what an
/// idle core would take, as everything here runs on one.
enum Processor {
  enum Whose { case own, children }

  static func seconds(_ whose: Whose) -> Double {
    let usage = Self.usage(whose)
    func seconds(_ time: timeval) -> Double {
      Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The most memory that any program run so far had at once.
  static var mostMegabytesOfChildren: Double { Double(usage(.children).ru_maxrss) * 1024 / 1e6 }

  private static func usage(_ whose: Whose) -> rusage {
    var usage = rusage()
    // RUSAGE_SELF and RUSAGE_CHILDREN, which Linux and macOS import as different types.
    getrusage(whose == .own ? 0 : -1, &usage)
    return usage
  }

  /// The median over runs after one that isn't counted.
  static func median(
    _ whose: Whose = .own, runs: Int = 5, _ work: () throws -> Void
  ) rethrows -> Duration {
    try work()
    var times: [Double] = []
    for _ in 0..<max(1, runs) {
      let start = seconds(whose)
      try work()
      times.append(seconds(whose) - start)
    }
    times.sort()
    return .seconds(times[times.count / 2])
  }
}

/// Programs run as a whole, as a user runs them.
enum Child {
  struct Failed: Error {}

  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func run(_ program: URL, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
  }
}
