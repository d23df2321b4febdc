public import Lifting

/// What ends a set, an exercise or a session while it goes on, as the player is told it with the plan.
///
/// The page asks nothing but these, so that it can't differ from what prescribes.
public struct SessionRules: Sendable, Hashable, Codable {
  /// The thresholds of ``LoweringWatch``, as parts of 1.
  public struct Watch: Sendable, Hashable, Codable {
    public var leastOfTarget = LoweringWatch.leastOfTarget
    public var mostFreeFall = LoweringWatch.mostFreeFall
    public var leastOfFirst = LoweringWatch.leastOfFirst
  }

  /// A sign that ends the session.
  public struct Sign: Sendable, Hashable, Codable {
    public var symptom: Symptom
    public var text: String
    public var sentence: String
  }

  /// A kind of pain, and what it ends.
  public struct Hurt: Sendable, Hashable, Codable {
    public var quality: Pain.Quality
    public var tissue: Pain.Tissue
    public var text: String
    /// Whether all that loads the body part is left out; else only what stresses its lowering.
    public var endsExercise: Bool
    public var sentence: String
  }

  public struct Place: Sendable, Hashable, Codable {
    public var bodyPart: BodyPart
    public var name: String
  }

  public var watch = Watch()
  /// What to say when a set is over early, by ``WorkSet/Ending``.
  public var sentences: [String: String] = [
    WorkSet.Ending.controlLost.rawValue: LoweringWatch.Verdict.endSet.sentence ?? "",
    WorkSet.Ending.loweringsShort.rawValue: LoweringWatch.Verdict.endExercise.sentence ?? "",
  ]
  public var symptoms: [Sign] = [Symptom.chestPain, .dizziness].map {
    Sign(
      symptom: $0, text: $0.text,
      sentence:
        "Stop training and see a doctor today: “\($0.text.lowercased())” isn’t for an app to judge."
    )
  }
  public var pains: [Hurt] = Pain.Quality.allCases.flatMap { quality in
    Pain.Tissue.allCases.map { tissue in
      let ends = Pain(.core, quality, in: tissue).endsExercise
      return Hurt(
        quality: quality, tissue: tissue,
        text: "\(quality == .sharp ? "Sharp" : "Dull"), in a \(tissue.rawValue)",
        endsExercise: ends,
        sentence: ends
          ? "what loads it is out for today."
          : "no negatives and no slow lowering for it today.")
    }
  }
  public var bodyParts: [Place] = BodyPart.allCases.map { Place(bodyPart: $0, name: $0.name) }

  public init() {}
}

extension Pain {
  /// Whether what loads the body part is left out, and not only its eccentric work: a sharp pain, and any
  /// pain in a joint.
  public var endsExercise: Bool { quality == .sharp || tissue == .joint }
}

extension PrescribedSession {
  /// What is left of it when something has begun to hurt in the middle.
  public func without(_ pains: [Pain]) -> PrescribedSession {
    guard !pains.isEmpty else { return self }
    var left = self
    left.exercises = exercises.compactMap { prescribed in
      guard let exercise = Exercise.with(prescribed.exercise) else { return prescribed }
      let hits = pains.filter { Evidence.parts(of: exercise).contains($0.bodyPart) }
      guard !hits.contains(where: \.endsExercise) else { return nil }
      var prescribed = prescribed
      if !hits.isEmpty { prescribed.doses.removeAll(where: \.emphasizesEccentric) }
      return prescribed.doses.isEmpty ? nil : prescribed
    }
    return left
  }
}
