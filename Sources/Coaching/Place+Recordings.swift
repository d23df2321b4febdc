public import Community
import Crypto
public import Foundation
import Interchange
public import Lifting
import Packing
import Sensing
import Storage

extension Place {
  /// A recording that somebody handed in.
  public struct Recorded: Sendable, Identifiable {
    /// The fact with which its chain began: it stays the same whatever is said of it.
    public var id: UUID
    /// As it stands.
    public var fact: Fact
    public var recording: KeptRecording
  }

  /// What became of a file that was handed in.
  public enum HandedIn: Sendable {
    /// It is kept, or was already.
    case kept(UUID, isNew: Bool)
    /// It can't be read, or nothing can be measured in it: why, in a sentence, and what its lines say.
    case refused(String, [Diagnostic])
    /// It is a table of repetitions, whose sets are kept, or were already: how many.
    case keptSets(Int)
    /// It is a table of the sets of several people, of whom one has to be chosen.
    case severalAthletes([String])
    /// There is no more room.
    case full
  }

  /// The most that somebody's recordings may take, packed, in bytes: some six hundred sets of a watch, or
  /// two thousand of an encoder.
  public static let mostPackedBytes = 48 << 20

  /// Keeps a recording, once: who hands it in again gets it as it stands, with what they say now.
  ///
  /// - Parameters:
  ///   - bytes: The file, as it is; packed it is kept, so that a better version measures it again.
  ///   - name: What it was called.
  ///   - account: Whose it is.
  ///   - athlete: Whose sets are meant, as a table of several people names them.
  ///   - say: What is said of it: the exercise, the load, the tempo asked for.
  /// - Returns: Whether it is kept, or why it isn't.
  /// - Throws: What the store throws.
  public func handIn(
    _ bytes: [UInt8], named name: String?, of account: Member, athlete: String? = nil,
    _ say: (inout KeptRecording) -> Void
  ) async throws -> HandedIn {
    let (readable, problems) = SensorFile.read(bytes)
    guard let readable, bytes.count <= KeptRecording.largest else {
      return .refused("This can’t be read as a recording.", problems)
    }
    if case .reps(let sets) = readable {
      return try await keep(sets, of: bytes, named: name, of: account, athlete: athlete, say)
    }
    let digest = SHA256.hex(of: bytes)
    let facts = try await store.facts(of: account.athlete)
    if let known = Self.recordings(in: facts).first(where: {
      $0.recording.digest == digest && $0.recording.stretch == nil
    }) {
      try await amend(known.id, of: account, say)
      return .kept(known.id, isNew: false)
    }
    var recording = KeptRecording(digest: digest, size: bytes.count, name: name)
    say(&recording)
    let measured = await MeasuredRecording.measured(recording, bytes)
    if let refusal = measured.refusal { return .refused(refusal, problems) }
    recording.seen = measured.glance
    guard try await hasKept(bytes, as: digest, of: account) else { return .full }
    let fact = Fact(id: UUID(), at: now(), .recording(recording))
    _ = try await record([fact], of: account)
    return .kept(fact.id, isNew: true)
  }

  /// Keeps a file's bytes, once; false where there is no room for them.
  private func hasKept(
    _ bytes: [UInt8], as digest: String, of account: Member
  ) async throws -> Bool {
    let sizes = try await store.recordingSizes(of: account.athlete)
    if sizes[digest] != nil { return true }
    let packed = try await Self.packed(bytes)
    guard sizes.values.reduce(packed.count, +) <= Self.mostPackedBytes else { return false }
    try await store.keep(
      PackedRecording(digest: digest, gzip: packed), of: account.athlete, at: now())
    return true
  }

  /// Keeps the sets of a table, each as a recording of its own of the same bytes, at the time that the table
  /// says; handed in again it adds none.
  private func keep(
    _ sets: [ReportedSet], of bytes: [UInt8], named name: String?, of account: Member,
    athlete: String?, _ say: (inout KeptRecording) -> Void
  ) async throws -> HandedIn {
    let athletes = Set(sets.compactMap(\.athlete)).sorted()
    if athletes.count > 1, !athletes.contains(athlete ?? "") { return .severalAthletes(athletes) }
    let meant = sets.enumerated().filter { athletes.count < 2 || $0.element.athlete == athlete }
    guard sets.count <= KeptRecording.mostReportedSets else {
      return .refused(
        "It holds \(sets.count) sets, more than \(KeptRecording.mostReportedSets) at once. Export a shorter time.",
        [])
    }
    let digest = SHA256.hex(of: bytes)
    let known = Self.recordings(in: try await store.facts(of: account.athlete))
      .filter { $0.recording.digest == digest }.compactMap(\.recording.reportedSet)
    guard try await hasKept(bytes, as: digest, of: account) else { return .full }
    let facts = meant.filter { !known.contains($0.offset) }.map { place, set in
      var recording = KeptRecording(digest: digest, size: bytes.count, name: name)
      say(&recording)
      recording.reportedSet = place
      // What the table says of a set goes before what was said of all of them.
      recording.exercise = set.exercise ?? recording.exercise
      recording.load = set.load ?? recording.load
      (recording.tempo, recording.stopAtLossPercent) = (nil, nil)
      // A second apart, so that sets of the same time stay in their order.
      let at = min(moment(of: set, account) ?? now(), now()).addingTimeInterval(Double(place))
      return Fact(id: UUID(), at: at, .recording(recording))
    }
    _ = try await record(facts, of: account)
    return .keptSets(meant.count)
  }

  /// When a set was done by its table, on the clock of whose it is; a day without a time counts as its noon.
  private func moment(of set: ReportedSet, _ account: Member) -> Date? {
    guard let day = set.day else { return nil }
    let parts = (set.time ?? "12:00:00").split(separator: ":").compactMap { Int($0, radix: 10) }
    guard parts.count == 3 else { return nil }
    return account.instant(
      localSeconds: day.number * 86_400 + parts[0] * 3600 + parts[1] * 60 + parts[2])
  }

  /// Somebody's recordings as they stand, the newest first.
  public func recordings(of account: Member) async throws -> [Recorded] {
    Self.recordings(in: try await store.facts(of: account.athlete))
  }

  static func recordings(in facts: [Fact]) -> [Recorded] {
    Fact.standingByOrigin(facts).compactMap { id, fact in
      guard case .recording(let recording) = fact.body else { return nil }
      return Recorded(id: id, fact: fact, recording: recording)
    }.sorted { ($0.fact.at, $0.id.uuidString) > ($1.fact.at, $1.id.uuidString) }
  }

  /// One of them; nil where there is none with this id, or it was deleted.
  public func recording(_ id: UUID, of account: Member) async throws -> Recorded? {
    try await recordings(of: account).first { $0.id == id }
  }

  /// What is measured in a recording, by this version.
  public func measured(
    _ recorded: Recorded, of account: Member
  ) async throws -> MeasuredRecording {
    try await measured(recorded.recording, of: account.athlete)
  }

  private func measured(
    _ recording: KeptRecording, of athlete: UUID
  ) async throws -> MeasuredRecording {
    switch try await bytes(of: recording, of: athlete) {
    case .success(let bytes): await MeasuredRecording.measured(recording, bytes)
    case .failure(let missing): MeasuredRecording(missing: missing.sentence)
    }
  }

  /// Why a recording's bytes can't be had.
  private struct Missing: Error { let sentence: String }

  private func bytes(
    of recording: KeptRecording, of athlete: UUID
  ) async throws -> Result<[UInt8], Missing> {
    guard let packed = try await store.recording(recording.digest, of: athlete) else {
      return .failure(Missing(sentence: "Its bytes aren’t here any more."))
    }
    guard let bytes = try? Gzip.unpack(packed.gzip, upTo: KeptRecording.largest),
      SHA256.hex(of: bytes) == recording.digest
    else { return .failure(Missing(sentence: "Its bytes are damaged.")) }
    return .success(bytes)
  }

  /// Says something else of a recording: another exercise, a correction. The set that it is attached to
  /// follows.
  ///
  /// Where there is no such recording, nothing is said.
  public func amend(
    _ id: UUID, of account: Member, _ change: (inout KeptRecording) -> Void
  ) async throws {
    try await amend(id, of: account, isAttaching: false, change)
  }

  private func amend(
    _ id: UUID, of account: Member, isAttaching: Bool, _ change: (inout KeptRecording) -> Void
  ) async throws {
    let facts = try await store.facts(of: account.athlete)
    guard let recorded = Self.recordings(in: facts).first(where: { $0.id == id }) else { return }
    var recording = recorded.recording
    change(&recording)
    let measured = try await measured(recording, of: account.athlete)
    recording.seen = measured.glance ?? recording.seen
    var words: [Fact] = []
    if recording != recorded.recording {
      words.append(
        Fact(
          id: UUID(), at: recorded.fact.at, .recording(recording), supersedes: recorded.fact.id))
    }
    if let set = recording.workSet,
      let correction = Self.carried(measured, to: set, in: facts, looks: isAttaching)
    {
      words.append(correction)
    }
    if !words.isEmpty { _ = try await record(words, of: account) }
  }

  /// What becomes of a logged set by what was measured of it; nil where nothing does. How many
  /// repetitions it had, and what the lifter said of them, stays said; where they said nothing of control,
  /// it is looked for once.
  private static func carried(
    _ measured: MeasuredRecording, to id: UUID, in facts: [Fact], looks: Bool
  ) -> Fact? {
    guard let fact = Fact.standingByOrigin(facts)[id], case .workSet(var set) = fact.body else {
      return nil
    }
    let before = set
    if let reported = measured.reported {
      // Without its pauses it is no tempo; the times go into the one that was followed.
      set.tempo = set.tempo.map(reported.taking)
      set.fastestLift = reported.fastestLift ?? set.fastestLift
      return set == before
        ? nil : Fact(id: UUID(), at: fact.at, .workSet(set), supersedes: fact.id)
    }
    guard let found = measured.measured?.set.rounded.workSet(load: set.load) else { return nil }
    set.tempo = found.tempo
    set.fastestLift = found.fastestLift
    set.stickingRegions = found.stickingRegions
    if looks, set.controlledReps == nil {
      set.controlledReps = found.controlledReps.map { min($0, set.reps) }
    }
    if set == before { return nil }
    return Fact(id: UUID(), at: fact.at, .workSet(set), supersedes: fact.id)
  }

  /// Attaches a recording to a set that was logged: it takes on what was measured, and the recording its
  /// exercise and weight. No set is added.
  ///
  /// The set is named as it stands, or by the fact with which its chain began. What it changes in today's
  /// prescription comes back in sentences; nil where there is no such recording or set.
  public func attach(
    _ id: UUID, to set: UUID, of account: Member
  ) async throws -> [String]? {
    let facts = try await store.facts(of: account.athlete)
    let origin = Fact.origins(of: [set], in: facts).first ?? set
    guard case .workSet(let logged)? = Fact.standingByOrigin(facts)[origin]?.body,
      Self.recordings(in: facts).contains(where: { $0.id == id })
    else { return nil }
    return try await changes(of: account, from: facts) {
      try await amend(id, of: account, isAttaching: true) { recording in
        recording.workSet = origin
        recording.exercise = logged.exercise
        if logged.load.external.amount > 0 { recording.load = logged.load.external }
      }
    }
  }

  /// What there is to be said of a recording beside what it is.
  public struct Surroundings: Sendable {
    /// The logged set that it is of, as it stands.
    public var attached: Fact?
    /// Where it is of none, the sets that it may be of, the newest first: those of its days that no other
    /// recording is attached to, first those of its exercise.
    public var candidates: [(id: UUID, set: Dated<WorkSet>)] = []
    /// The recording of the same exercise before it.
    public var before: Recorded?
    /// The athlete's own exercises.
    public var own: [Exercise] = []

    public init() {}
  }

  /// What there is around a recording, which was measured as an exercise.
  public func surroundings(
    of recorded: Recorded, measuredAs exercise: Exercise.ID?, of account: Member
  ) async throws -> Surroundings {
    let facts = try await store.facts(of: account.athlete)
    let all = Self.recordings(in: facts)
    let standing = Fact.standingByOrigin(facts)
    var around = Surroundings()
    around.own = History(facts).exercises.values.compactMap(\.exercise)
    if let said = recorded.recording.exercise {
      around.before = all.first {
        $0.id != recorded.id && $0.fact.at <= recorded.fact.at && $0.recording.exercise == said
      }
    }
    guard recorded.recording.workSet == nil else {
      around.attached = recorded.recording.workSet.flatMap { standing[$0] }
      return around
    }
    let taken = Set(all.compactMap(\.recording.workSet))
    around.candidates = standing.compactMap { id, fact in
      guard case .workSet(let set) = fact.body, !taken.contains(id),
        abs(fact.at.timeIntervalSince(recorded.fact.at)) < Self.attachableSeconds
      else { return nil }
      return (id, Dated(at: fact.at, set))
    }.sorted { one, two in
      let (a, b) = (one.set.value.exercise == exercise, two.set.value.exercise == exercise)
      return a != b ? a : (one.set.at, one.id.uuidString) > (two.set.at, two.id.uuidString)
    }
    return around
  }

  /// A recording is handed in within so many seconds of its set.
  private static let attachableSeconds = 14 * 86_400.0

  /// Keeps what was measured as a set of its own, and attaches the recording to it; twice is once.
  public func keepAsSet(_ id: UUID, _ set: WorkSet, of account: Member) async throws {
    guard let recorded = try await recording(id, of: account), recorded.recording.workSet == nil
    else { return }
    let fact = Fact(
      id: UUID(following: ["set of a recording", id.uuidString]), at: recorded.fact.at,
      .workSet(set))
    _ = try await record([fact], of: account)
    try await amend(id, of: account) { $0.workSet = fact.id }
  }

  /// Finds the sets of a long recording, and keeps each as a recording of its own of the same bytes; asked
  /// again it adds none.
  ///
  /// - Returns: How many there are; nil where there is no such recording, or it can't be measured.
  public func keepSets(of id: UUID, of account: Member) async throws -> Int? {
    guard let recorded = try await recording(id, of: account),
      case .success(let bytes) = try await bytes(of: recorded.recording, of: account.athlete),
      let found = await MeasuredRecording.sets(recorded.recording, bytes)
    else { return nil }
    let facts = found.enumerated().map { place, set in
      var recording = KeptRecording(
        digest: recorded.recording.digest, size: recorded.recording.size,
        name: recorded.recording.name)
      recording.exercise = recorded.recording.exercise
      recording.tempo = recorded.recording.tempo
      recording.stretch = set.stretch
      recording.seen = KeptRecording.Glance(set.measured.set)
      // A second apart, so that they stay in their order.
      return Fact(
        id: UUID(following: ["set of a session", id.uuidString, "\(place)"]),
        at: recorded.fact.at.addingTimeInterval(Double(place + 1)), .recording(recording))
    }
    _ = try await record(facts, of: account)
    return facts.count
  }

  /// Deletes a recording and its bytes for good; the set that it was attached to stays as it is.
  ///
  /// - Returns: false where another program has the database open, so that traces may be left in its
  ///   files.
  public func eraseRecording(_ id: UUID, of account: Member) async throws -> Bool {
    guard let recorded = try await recording(id, of: account) else { return true }
    try await mend(recorded.fact.id, .takeBack, of: account)
    let others = try await recordings(of: account)
    guard !others.contains(where: { $0.recording.digest == recorded.recording.digest }) else {
      return true
    }
    return try await deleting {
      try await store.eraseRecording(recorded.recording.digest, of: account.athlete)
    }
  }

  /// Keeps the bytes that an archive brings along.
  ///
  /// - Returns: How many had to be left out.
  func keep(_ recordings: [PackedRecording], into athlete: UUID) async throws -> Int {
    guard !recordings.isEmpty else { return 0 }
    var sizes = try await store.recordingSizes(of: athlete)
    var leftOut = 0
    for packed in recordings where sizes[packed.digest] == nil {
      guard sizes.values.reduce(packed.gzip.count, +) <= Self.mostPackedBytes,
        let bytes = try? Gzip.unpack(packed.gzip, upTo: KeptRecording.largest),
        SHA256.hex(of: bytes) == packed.digest
      else {
        leftOut += 1
        continue
      }
      try await store.keep(packed, of: athlete, at: now())
      sizes[packed.digest] = packed.gzip.count
    }
    return leftOut
  }

  /// Packs on a thread where others aren't kept waiting.
  @concurrent private static func packed(_ bytes: [UInt8]) async throws -> [UInt8] {
    try Gzip.pack(bytes)
  }
}
