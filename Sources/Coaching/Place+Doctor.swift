public import Foundation
import Lifting
import Storage

extension Place {
  /// Something that whoever runs the installation should know of what is kept.
  public struct Finding: Sendable, Hashable {
    /// Whose it is.
    public var account: String
    /// The entry.
    public var fact: UUID?
    /// A sentence.
    public var sentence: String
    /// Whether something is lost or can't be read; else it is only measured otherwise than before.
    public var isDamage: Bool
  }

  /// Looks through all that is kept: entries that can't be read, recordings whose bytes are gone or
  /// damaged, and those in which this version measures something else than was seen before. It changes
  /// nothing.
  public func examine() async throws -> [Finding] {
    var findings: [Finding] = []
    for account in try await store.everyAccount() {
      func found(_ fact: UUID?, _ sentence: String, isDamage: Bool) {
        findings.append(
          Finding(account: account.name, fact: fact, sentence: sentence, isDamage: isDamage))
      }
      let kept = try await store.kept(of: account.athlete)
      for fact in kept.unreadable {
        found(fact.id, "An entry can’t be read: \(fact.reason).", isDamage: true)
      }
      for recorded in Self.recordings(in: kept.facts).reversed() {
        let measured = try await measured(recorded, of: Member(account))
        let name = recorded.recording.name.map { "“\($0)”" } ?? "A recording"
        if measured.measured == nil, recorded.recording.seen != nil {
          found(
            recorded.id, "\(name) can’t be measured any more: \(measured.refusal ?? "")",
            isDamage: true)
        } else if let change = measured.change(from: recorded.recording.seen) {
          found(recorded.id, "\(name): \(change)", isDamage: false)
        }
      }
    }
    return findings
  }
}
