public import Lifting

/// The constants of the models, with what they mean and where they come from.
///
/// Every constant is a row of ``table``; the documentation's tables are made from it. Percentages
/// are fractions, times are hours unless the name says otherwise.
public struct Parameters: Sendable, Hashable, Codable {
  // Damage
  public var damageCeiling = 0.60
  public var damageHalfReps = 30.0
  public var intensityExponent = 1.7
  public var shortLengthFactor = 0.6
  // Fatigue
  public var fatigueCeiling = 0.20
  public var fatigueReps = 4.0
  public var fatigueHours = 30.0
  // Recovery and protection
  public var protectionGain = 0.62
  public var protectionReps = 12.0
  public var protectionDays = 170.0
  public var fastProtection = 0.45
  public var fastProtectionDays = 14.0
  public var protectionOfFatigue = 0.6
  public var protectionOfRecovery = 0.5
  public var protectionOfSoreness = 0.5
  // Soreness
  public var sorenessCeilingMillimetres = 60.0
  public var sorenessDamage = 0.14
  public var sorenessFatigueShare = 0.14
  public var sorenessHours = 20.0
  public var sorenessTrust = 0.8
  // People
  public var susceptibilitySpread = 0.35
  public var sorenessSpread = 0.35
  public var sorenessDayNoise = 0.30
  // Laboratories
  public var laboratoryStrengthSpread = 9.0
  public var laboratorySorenessSpread = 13.0
  public var laboratoryProtectionSpread = 0.15
  public var eccentricRatio = 1.40
  // Strength
  public var gainScale = 0.10
  public var detrainingPerWeek = 0.01
  public var detrainingAfterWeeks = 3.0
  public var weeklyDoseCap = 3.5

  public init() {}

  /// How easily a body part is damaged, relative to the elbow flexors.
  public func susceptibility(of part: BodyPart) -> Double {
    switch part {
    case .elbowFlexors: 1.0
    case .elbowExtensors, .forearms: 0.9
    case .chest, .lats, .shoulders, .upperBack: 0.8
    case .hamstrings, .calves, .core, .lowerBack: 0.5
    case .glutes: 0.3
    case .quadriceps: 0.18
    }
  }

  /// The time constant with which a body part's strength comes back, unprotected.
  public func recoveryHours(of part: BodyPart) -> Double {
    switch part {
    case .elbowFlexors, .elbowExtensors, .forearms: 240
    case .lats, .upperBack, .shoulders: 220
    case .chest, .hamstrings, .calves, .core, .lowerBack, .glutes: 200
    case .quadriceps: 160
    }
  }

  /// The protection somebody of this training age comes with, before any fact of theirs is known.
  public func protectionAtStart(trainingMonths: Int) -> Double {
    switch trainingMonths {
    case ..<3: 0
    case ..<6: 0.3
    case ..<12: 0.5
    case ..<36: 0.7
    default: 0.85
    }
  }

  /// One constant, for documentation.
  public struct Row: Sendable {
    public let name: String
    public let value: @Sendable (Parameters) -> Double
    public let unit: String
    public let meaning: String
    public let source: Source
  }

  public static let table: [Row] = [
    Row(
      name: "damageCeiling", value: \.damageCeiling, unit: "fraction of strength",
      meaning: "The most strength one bout can take away for days.",
      source: Source("Chapman 2006: 210 maximal reps, −55 %; Newton 2008: 60 reps, −40 %", .a)),
    Row(
      name: "damageHalfReps", value: \.damageHalfReps, unit: "maximal eccentric reps",
      meaning: "The dose that takes 63 % of the ceiling; smaller: fewer reps do as much.",
      source: Source("Chen, progressive training control group: 30 reps, −27 % at 96 h", .a)),
    Row(
      name: "intensityExponent", value: \.intensityExponent, unit: "–",
      meaning: "How much more a heavy rep damages than a light one; larger: heavier counts more.",
      source: Source("order of Chen 2007", .c)),
    Row(
      name: "shortLengthFactor", value: \.shortLengthFactor, unit: "–",
      meaning: "Damage of a rep at short muscle length relative to a long one.",
      source: Source("Nosaka & Sakamoto 2001: long > short; the size is recollected", .c)),
    Row(
      name: "fatigueCeiling", value: \.fatigueCeiling, unit: "fraction of strength",
      meaning: "The most a bout takes away at once beside damage.",
      source: Source("laboratories differ, 21–58 % immediately after", .c)),
    Row(
      name: "fatigueReps", value: \.fatigueReps, unit: "maximal reps",
      meaning: "How quickly that is reached; larger: later.",
      source: Source("reps series of Nosaka", .c)),
    Row(
      name: "fatigueHours", value: \.fatigueHours, unit: "h",
      meaning: "How long it lasts (time constant).",
      source: Source("10 % group of a three-intensity study: −20 to −3 % in 48 h", .a)),
    Row(
      name: "protectionGain", value: \.protectionGain, unit: "–",
      meaning: "How much of what is left to protect one large bout protects.",
      source: Source("repeated bouts after 2–4 weeks: deficits about halved", .b)),
    Row(
      name: "protectionReps", value: \.protectionReps, unit: "maximal reps",
      meaning: "The dose that gives 63 % of that protection; few reps protect well.",
      source: Source("Nosaka 2001: 2 or 6 reps before 24", .c)),
    Row(
      name: "protectionDays", value: \.protectionDays, unit: "days",
      meaning: "How long protection lasts (time constant).",
      source: Source("Nosaka 2001: there at six months, gone at twelve", .b)),
    Row(
      name: "fastProtection", value: \.fastProtection, unit: "–",
      meaning: "Protection for about two weeks after even a light bout.",
      source: Source("Chen 2012: 30 reps at 10 % protect at 2 and 7 days, not at 21", .a)),
    Row(
      name: "fastProtectionDays", value: \.fastProtectionDays, unit: "days",
      meaning: "When that is down to 37 %.",
      source: Source("Chen 2012: partial at 14 days", .a)),
    Row(
      name: "protectionOfFatigue", value: \.protectionOfFatigue, unit: "–",
      meaning: "How much of the protection holds for the immediate loss.",
      source: Source("derived", .c)),
    Row(
      name: "protectionOfRecovery", value: \.protectionOfRecovery, unit: "–",
      meaning: "How much protection speeds recovery.", source: Source("derived", .c)),
    Row(
      name: "protectionOfSoreness", value: \.protectionOfSoreness, unit: "–",
      meaning: "How much protection damps soreness beyond damping damage.",
      source: Source("repeated bouts: soreness about halved", .b)),
    Row(
      name: "sorenessCeilingMillimetres", value: \.sorenessCeilingMillimetres, unit: "mm of 100",
      meaning: "Peak soreness of an average person after a very damaging bout.",
      source: Source("three-intensity study: 26, 36, 47 mm", .a)),
    Row(
      name: "sorenessDamage", value: \.sorenessDamage, unit: "fraction of strength",
      meaning: "The damage that gives 63 % of the ceiling.",
      source: Source("three-intensity study", .a)),
    Row(
      name: "sorenessFatigueShare", value: \.sorenessFatigueShare, unit: "–",
      meaning: "How much the immediate loss adds to soreness.", source: Source("derived", .c)),
    Row(
      name: "sorenessHours", value: \.sorenessHours, unit: "h",
      meaning: "Half the time from the bout to the peak of soreness.",
      source: Source("DOMS series: peak at 24–48 h", .a)),
    Row(
      name: "sorenessTrust", value: \.sorenessTrust, unit: "–",
      meaning: "How far a rating replaces what was expected: 0 not at all, 1 wholly.",
      source: Source("people rate in whole points, and not always alike", .c)),
    Row(
      name: "susceptibilitySpread", value: \.susceptibilitySpread, unit: "sd of the logarithm",
      meaning: "How much people differ in how easily they are damaged.",
      source: Source("24 reps: −18 to −73 % between people, stable over a year", .b)),
    Row(
      name: "sorenessSpread", value: \.sorenessSpread, unit: "sd of the logarithm",
      meaning: "How much people differ in how sore the same damage feels.",
      source: Source("sd ÷ mean of the soreness series, 0.3–0.4", .a)),
    Row(
      name: "sorenessDayNoise", value: \.sorenessDayNoise, unit: "sd of the logarithm",
      meaning: "How much one person's soreness differs from one time to the next.",
      source: Source("derived", .c)),
    Row(
      name: "laboratoryStrengthSpread", value: \.laboratoryStrengthSpread,
      unit: "percentage points",
      meaning: "How much laboratories differ for the same bout, in strength lost (sd).",
      source: Source("50 maximal reps, immediately after: −21 to −58 %", .a)),
    Row(
      name: "laboratorySorenessSpread", value: \.laboratorySorenessSpread, unit: "mm of 100",
      meaning: "The same in soreness.", source: Source("derived", .c)),
    Row(
      name: "laboratoryProtectionSpread", value: \.laboratoryProtectionSpread, unit: "–",
      meaning: "The same in the protection fraction.", source: Source("derived", .c)),
    Row(
      name: "eccentricRatio", value: \.eccentricRatio, unit: "–",
      meaning: "Eccentric ÷ concentric maximum, where a trial says only the latter.",
      source: Source("Nuzzo 2023, 335 studies: 1.41 (1.38–1.44)", .a)),
    Row(
      name: "gainScale", value: \.gainScale, unit: "–",
      meaning: "How much strength a tenfold time of training adds, in the trained lift.",
      source: Source("Steele 2022, 14 690 trainees: linear in the logarithm of time", .a)),
    Row(
      name: "detrainingPerWeek", value: \.detrainingPerWeek, unit: "1/week",
      meaning: "How fast gained strength goes when nothing is done.", source: Source("derived", .c)),
    Row(
      name: "detrainingAfterWeeks", value: \.detrainingAfterWeeks, unit: "weeks",
      meaning: "How long it stays before it goes.", source: Source("derived", .c)),
    Row(
      name: "weeklyDoseCap", value: \.weeklyDoseCap, unit: "sessions a week",
      meaning: "Beyond so many sessions of a lift, more adds nothing.",
      source: Source("derived", .c)),
  ]
}
