import RealModule

/// What a set or a test shows of the one-rep maximum that was there, and how far it may be from it.
///
/// The one observation model: whatever learns of strength learns it from here.
struct ShownStrength: Sendable, Hashable {
  /// How it was shown, the surest first.
  enum Kind: Sendable, Hashable {
    /// To the limit, on purpose.
    case test
    /// A set of which somebody said how many more would have gone.
    case reserveKnown
    /// A set of which nobody did. It counts as if none had been left, which is too few.
    case reserveUnknown
    /// By velocities at several loads.
    case velocity
  }

  /// Natural logarithm of the one-rep maximum in kilograms.
  let logKilograms: Double
  /// Of that.
  let variance: Double
  /// What it promises for sure, in kilograms: of many reps the factor is doubtful, and a tired last
  /// set of few says less than a fresh first one.
  let score: Double
  private let kind: Kind
  private let isOfFewReps: Bool
  private let isSingleRepTest: Bool

  /// Nil where nothing follows: no load, no reps, or too many.
  ///
  /// - Parameters:
  ///   - kilograms: The load that counted.
  ///   - reps: Done and, where known, in reserve: 1 to 20.
  ///   - kind: How it was shown.
  ///   - parameters: The models' constants.
  init?(kilograms: Double, reps: Double, _ kind: Kind, _ parameters: ModelParameters) {
    guard kilograms > 0, kilograms.isFinite else { return nil }
    let few = OneRepMaxFormula.consensus(reps: reps)
    guard let (factor, spread) = few ?? OneRepMaxFormula.loose(reps: reps) else { return nil }
    let noise =
      switch kind {
      case .test: parameters.testNoise
      case .reserveKnown: parameters.setNoise
      case .reserveUnknown, .velocity: parameters.setNoiseWithoutReserve
      }
    // Up to ten reps the formulas err alike from week to week, which moves no trend.
    let many =
      few == nil ? parameters.manyRepsNoise * parameters.manyRepsNoise + spread * spread : 0
    logKilograms = Double.log(kilograms * factor)
    variance = noise * noise + many
    score = kilograms * factor * (1 - spread)
    isOfFewReps = few != nil
    isSingleRepTest = kind == .test && reps == 1
    self.kind = kind
  }

  /// What velocities say, where they do so after each of so many bouts.
  init(_ velocity: LoadVelocity, oneOf bouts: Int) {
    logKilograms = velocity.logKilograms
    variance = velocity.variance * Double(max(1, bouts))
    score = 0
    isOfFewReps = false
    isSingleRepTest = false
    kind = .velocity
  }

  var kilograms: Double { Double.exp(logKilograms) }

  /// Whether a belief may begin with it: the formulas are too far apart above ten reps.
  var suffices: Bool { isOfFewReps }

  /// Whether it is sure enough to tell one person from another.
  var tellsPeopleApart: Bool { kind == .test || kind == .reserveKnown }

  /// The variance of a belief that has nothing but this: a first set may have been far from the limit,
  /// and so may a first test of several reps, whose weight was guessed; one of a single rep wasn't.
  func varianceAtFirst(_ parameters: ModelParameters) -> Double {
    guard !isSingleRepTest else { return variance }
    return variance + parameters.firstSetSpread * parameters.firstSetSpread
  }

  /// Whether it says more of a bout than another: it promises more, or the same with more certainty.
  func saysMore(than other: ShownStrength?) -> Bool {
    guard let other else { return true }
    return (score, -variance) > (other.score, -other.variance)
  }
}
