import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// Passwords as scrypt records, and secrets for logins and invitations.
///
/// It works on a thread of its own, one password at a time: each takes a tenth of a second and
/// 32 MiB on purpose, and a hundred log-ins at once must not take a hundred times that.
struct Passwords: Sendable {
  static let shortest = 10

  private let queue = DispatchQueue(label: "passwords")

  /// OWASP's recommendation for 32 MiB: N = 2¹⁵, r = 8, p = 3.
  private struct Cost: Equatable {
    var logRounds = 15
    var blockSize = 8
    var parallelism = 3
  }

  /// `scrypt$15$8$3$salt$key`, the last two in Base64.
  func record(of password: String) async throws -> String {
    try await onItsThread { try Self.record(of: password) }
  }

  /// Whether a password is the one of a record. It takes as long without a record, so that nobody
  /// can tell from the time whether a name exists.
  func matches(_ password: String, record: String?) async -> Bool {
    (try? await onItsThread { Self.matches(password, record: record) }) ?? false
  }

  private func onItsThread<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try work() }) }
    }
  }

  private static func record(of password: String) throws -> String {
    let salt = randomBytes(16)
    let cost = Cost()
    let key = try key(password, salt: salt, cost: cost)
    return [
      "scrypt", "\(cost.logRounds)", "\(cost.blockSize)", "\(cost.parallelism)",
      Data(salt).base64EncodedString(), Data(key).base64EncodedString(),
    ].joined(separator: "$")
  }

  private static func matches(_ password: String, record: String?) -> Bool {
    let parts = (record ?? nobody).split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let logRounds = Int(parts[1], radix: 10),
      let blockSize = Int(parts[2], radix: 10), let parallelism = Int(parts[3], radix: 10),
      (10...20).contains(logRounds), (1...32).contains(blockSize), (1...16).contains(parallelism),
      let salt = Data(base64Encoded: parts[4]), let expected = Data(base64Encoded: parts[5]),
      let key = try? key(
        password, salt: Array(salt),
        cost: Cost(logRounds: logRounds, blockSize: blockSize, parallelism: parallelism))
    else { return false }
    // Every byte is compared, so that the time says nothing about where they differ.
    let difference = zip(key, expected).reduce((key.count == expected.count ? 0 : 1) as UInt8) {
      $0 | ($1.0 ^ $1.1)
    }
    return difference == 0 && record != nil
  }

  private static let nobody =
    "scrypt$15$8$3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

  private static func key(_ password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
    // Two keyboards may write the same letter in two ways.
    let normal = Array(password.precomposedStringWithCompatibilityMapping.utf8)
    return try KDF.Scrypt.deriveKey(
      from: normal, salt: salt, outputByteCount: 32, rounds: 1 << cost.logRounds,
      blockSize: cost.blockSize, parallelism: cost.parallelism
    ).withUnsafeBytes { Array($0) }
  }

  private static func randomBytes(_ count: Int) -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// A secret to give away, 256 bits in letters that survive an address.
  static func secret() -> String {
    Data(randomBytes(32)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// What is kept of a secret: who reads the database can't log in with it.
  static func hash(ofSecret secret: String) -> String {
    SHA256.hex(of: Data(secret.utf8))
  }
}

/// Slows down who does something too often: after some wrong passwords a name has to wait.
actor Throttle {
  private let tries: Int
  private let seconds: Double

  init(tries: Int = 8, seconds: Double = 15 * 60) {
    self.tries = tries
    self.seconds = seconds
  }

  private var failures: [String: [Date]] = [:]

  func isOpen(_ name: String, at now: Date) -> Bool {
    recent(name, at: now).count < tries
  }

  func failed(_ name: String, at now: Date) {
    failures[name.lowercased()] = recent(name, at: now) + [now]
    // Names can be made up without end; what is over is forgotten.
    if failures.count > 10_000 {
      failures = failures.filter {
        !$0.value.allSatisfy { now.timeIntervalSince($0) > seconds }
      }
    }
  }

  func succeeded(_ name: String) { failures[name.lowercased()] = nil }

  private func recent(_ name: String, at now: Date) -> [Date] {
    (failures[name.lowercased()] ?? []).filter { now.timeIntervalSince($0) < seconds }
  }
}
