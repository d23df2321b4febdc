import Community
public import Foundation
import Interchange
import Lifting
public import Logging
import Simulation
public import Storage

extension Place {
  /// Fills an empty store with a made-up place: a coach, her members with half a year of training, posts and
  /// what was said under them. Nobody in it is real, and nobody has a password.
  public static func sample(
    in store: Store, log: Logger, now: @escaping @Sendable () -> Date
  ) async throws -> Place {
    let place = Place(store: store, log: log, now: now)
    if try await !store.hasAccounts() { try await SampleMaker(place: place).fill() }
    return place
  }

  /// Somebody of a made-up place, and a line about them.
  public struct Resident: Sendable {
    public let name: String
    public let about: String
  }

  /// As whom one can look around.
  public static let residents: [Resident] =
    [Resident(name: SamplePeople.coach, about: "the coach")]
    + SamplePeople.members.prefix(5).map { Resident(name: $0.name, about: $0.about) }

  /// Logs in as somebody of a made-up place, who has no password; nil in any other place.
  public func enter(as name: String) async throws -> Login? {
    guard let (member, record) = try await store.account(named: name),
      record == SampleMaker.noPassword
    else { return nil }
    return try await begin(member)
  }
}

/// Makes up a place. The same instant gives the same place, but for ids.
private struct SampleMaker {
  /// No password matches this record, and no account of a real place has it.
  static let noPassword = "nobody"
  private static let weeks = 26
  private static let week = 7 * 86_400.0

  let place: Place

  private var store: Store { place.store }

  func fill() async throws {
    let now = place.now()
    let coach = try await account(SamplePeople.coach, admission: .first)
    try await train(coach, as: SyntheticAthlete(seed: 3), gain: 0.1, awayDays: 0)
    try await store.set("openPosts", to: "yes")
    try await store.setWorking(
      on: "my first pull-up after the break", showsPath: true, of: coach.id)
    var members: [String: Member] = [coach.name: coach]
    for somebody in SamplePeople.members {
      let code = Passwords.hash(ofSecret: somebody.name)
      try await store.addInvitation(
        codeHash: code, by: coach.id, at: now, expires: now.addingTimeInterval(3600))
      let member = try await account(somebody.name, admission: .invited(codeHash: code))
      members[member.name] = member
      try await train(
        member, as: SyntheticAthlete(seed: somebody.seed), gain: somebody.gain,
        awayDays: somebody.awayDays)
      try await tell(somebody, of: member)
      let offer = try await place.coachingOffer(by: coach)
      try await place.takeCoachingOffer(offer, of: member, sees: somebody.shows)
    }
    try await write(by: coach, members: members)
    for name in ["Bea", "Carlos"] {
      if let member = members[name] { try await measure(member) }
    }
  }

  private func account(_ name: String, admission: Store.Admission) async throws -> Member {
    let made = try await store.makeAccount(
      name: name, passwordRecord: Self.noPassword, timeZone: "UTC", admission: admission,
      at: place.now())
    guard let made else { throw Place.Refused.notInvited }
    return made
  }

  /// Half a year of training and check-ins, with weights that grew by so much.
  private func train(
    _ member: Member, as athlete: SyntheticAthlete, gain: Double, awayDays: Int
  ) async throws {
    var athlete = athlete
    let end = place.now().addingTimeInterval(-Double(awayDays) * 86_400 - 14 * 3600)
    let start = end.addingTimeInterval(-Double(Self.weeks) * Self.week)
    let history = athlete.history(weeks: Self.weeks, until: end)
    var profile = athlete.profile
    profile.trainingMonths = max(14, profile.trainingMonths)
    var facts = [
      Fact(id: UUID(), at: start, .athlete(profile)),
      Fact(id: UUID(), at: start, .screening(Screening())),
    ]
    facts += history.sessions.map { Fact(id: UUID(), at: $0.at, .session($0.value)) }
    facts += history.sets.map { dated in
      var set = dated.value
      let share = 1 - gain * end.timeIntervalSince(dated.at) / (Double(Self.weeks) * Self.week)
      let load = Mass.kilograms(max(2.5, set.load.external.kilograms * share))
      set.load = .external(load.roundedDown(to: .kilograms(2.5)))
      return Fact(id: UUID(), at: dated.at, .workSet(set))
    }
    facts += history.checkIns.map { Fact(id: UUID(), at: $0.at, .checkIn($0.value)) }
    for start in stride(from: 0, to: facts.count, by: 2_000) {
      _ = try await store.add(
        Array(facts[start..<min(start + 2_000, facts.count)]), to: member.athlete,
        at: place.now())
    }
  }

  /// What sets somebody apart.
  private func tell(_ somebody: SamplePeople.Somebody, of member: Member) async throws {
    let now = place.now()
    var facts: [Fact] = []
    if somebody.hasPain {
      facts.append(
        Fact(
          id: UUID(), at: now.addingTimeInterval(-20 * 3600),
          .checkIn(CheckIn(pains: [Pain(.elbowFlexors, .dull, in: .joint)]))))
    }
    if somebody.isNearPullUp {
      for week in 1...7 {
        let at = now.addingTimeInterval(-Double(8 - week) * Self.week)
        facts.append(
          Fact(
            id: UUID(), at: at,
            .workSet(
              WorkSet(
                exercise: "pull-up", kind: .negative, load: .external(.kilograms(0)), reps: 3,
                tempo: .negative(seconds: Double(2 + week / 2)), controlledReps: 3))))
      }
    }
    guard !facts.isEmpty else { return }
    _ = try await store.add(facts, to: member.athlete, at: now)
  }

  /// The posts, a week apart, with what was said, and who follows the last but one.
  private func write(by coach: Member, members: [String: Member]) async throws {
    let now = place.now()
    for (index, post) in SamplePeople.posts.enumerated() {
      let age = Double(SamplePeople.posts.count - 1 - index) * Self.week + 2 * 86_400
      let at = now.addingTimeInterval(-age)
      let id = UUID()
      let earlier = Place(store: store, log: place.log) { at }
      _ = try await earlier.save(post.text, as: id, for: .web, .now, by: coach)
      let kept = try await earlier.post(id, for: coach)
      var before: UUID?
      for (turn, said) in post.said.enumerated() {
        guard let author = members[said.who] else { continue }
        let then = Place(store: store, log: place.log) {
          at.addingTimeInterval(Double(turn + 1) * 7_200)
        }
        let comment = UUID()
        try await then.markRead(kept, by: author)
        try await then.comment(
          said.text, id: comment, on: kept, answering: said.who == coach.name ? before : nil,
          by: author)
        before = comment
      }
      if index == SamplePeople.posts.count - 1 {
        for name in ["Bea", "Femi", "Ines"] {
          if let member = members[name] { try await earlier.adopt(kept, by: member) }
        }
      }
    }
  }

  /// Two recordings of a bar, as a sensor would have made them.
  private func measure(_ member: Member) async throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      var parameters = SyntheticRecording.Parameters()
      parameters.seed = seed
      parameters.eccentricSeconds = seed == 1 ? 3 : 4
      parameters.fatigue = 0.3
      let made = SyntheticRecording(parameters)
      let bytes = Array(RecordingFormat.csv(made.recording).utf8)
      let at = place.now().addingTimeInterval(-Double(seed) * 3 * 86_400)
      let then = Place(store: store, log: place.log) { at }
      _ = try await then.handIn(bytes, named: "made-up.csv", of: member) { recording in
        recording.exercise = "bench-press"
        recording.load = .kilograms(60)
      }
    }
  }
}
