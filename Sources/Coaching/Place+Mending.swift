public import Community
public import Foundation
public import Lifting
import Prescribing
import Storage

extension Place {
  /// Something that was entered, as it stands or as it last stood.
  public struct Entry: Sendable {
    public var fact: Fact
    /// Whether it was deleted and can be brought back.
    public var isTakenBack: Bool

    public init(fact: Fact, isTakenBack: Bool) {
      self.fact = fact
      self.isTakenBack = isTakenBack
    }
  }

  /// What becomes of an entry.
  public enum Mend: Sendable {
    /// What it should have said, and when that was.
    case correct(Fact.Body, at: Date)
    case takeBack
    case bringBack
  }

  /// Everything that was entered: what stands, and what was deleted, in the order of time.
  public func entries(of account: Member) async throws -> [Entry] {
    let facts = try await store.facts(of: account.athlete)
    return Fact.standing(facts).map { Entry(fact: $0, isTakenBack: false) }
      + Fact.takenBack(facts).map { Entry(fact: $0, isTakenBack: true) }
  }

  /// One of them; nil where there is none with this id, or another has taken its place.
  public func entry(_ id: UUID, of account: Member) async throws -> Entry? {
    try await entries(of: account).first { $0.fact.id == id }
  }

  /// Corrects, deletes or brings back an entry.
  ///
  /// Nothing is lost by it: what it said before stays known.
  ///
  /// - Returns: what it changes in today's prescription, in sentences; empty where nothing.
  /// - Throws: ``Refused/badFacts(_:)`` for what can't have happened.
  @discardableResult
  public func mend(_ id: UUID, _ mend: Mend, of account: Member) async throws -> [String] {
    let facts = try await store.facts(of: account.athlete)
    let now = now()
    let moment = Fact.momentOfNextWord(after: facts, now: now)
    let word =
      switch mend {
      case .correct(let body, let at): Fact(id: UUID(), at: at, body, supersedes: id)
      case .takeBack: Fact(id: UUID(), at: moment, .retraction, supersedes: id)
      case .bringBack: Fact(id: UUID(), at: moment, .restoration, supersedes: id)
      }
    return try await changes(of: account, from: facts) {
      _ = try await record([word], of: account)
    }
  }

  /// What something changes in today's prescription, in sentences.
  func changes(
    of account: Member, from facts: [Fact], by change: () async throws -> Void
  ) async throws -> [String] {
    let now = now()
    let before = try await prescription(of: account, from: facts, at: now)
    try await change()
    let after = try await store.facts(of: account.athlete)
    return try await prescription(of: account, from: after, at: now).changes(from: before)
  }

  private func prescription(
    of account: Member, from facts: [Fact], at now: Date
  ) async throws -> Prescription {
    var background = try await background(account)
    background.history = Self.started(History(facts))
    return prescribe(background.scenario(at: now, of: account))
  }
}
