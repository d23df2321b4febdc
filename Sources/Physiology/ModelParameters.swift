public import Lifting
import RealModule

/// The constants of the models, with what they mean and where they come from.
///
/// Every constant is a row of ``table``; the documentation's tables are made from it. Percentages
/// are fractions, times are hours unless the name says otherwise.
public struct ModelParameters: Sendable, Hashable, Codable {
  // Damage
  public var damageCeiling = 0.617
  public var damageHalfReps = 35.3
  public var intensityExponent = 1.7
  public var shortLengthFactor = 0.6
  public var legSusceptibility = 0.1486
  // Fatigue
  public var fatigueCeiling = 0.224
  public var fatigueReps = 8.0
  public var fatigueHours = 28.0
  // Recovery and protection
  public var recoveryHours = 288.0
  public var protectionGain = 0.628
  public var protectionReps = 12.0
  public var protectionDays = 170.0
  public var fastProtection = 0.60
  public var fastProtectionDays = 14.0
  public var trainedProtection = 0.873
  public var trainingMonthsScale = 8.0
  public var protectionOfFatigue = 0.267
  public var protectionOfRecovery = 0.5
  public var protectionOfSoreness = 0.793
  // Soreness
  public var sorenessCeilingMillimetres = 61.5
  public var sorenessDamage = 0.15
  public var sorenessFatigueShare = 0.3
  public var sorenessHours = 24.0
  public var sorenessLeadHours = 12.0
  public var sorenessTrust = 0.4
  // People
  public var susceptibilitySpread = 0.35
  public var recoverySpread = 0.20
  public var protectionSpread = 0.35
  public var sorenessSpread = 0.20
  public var bodyPartSpread = 0.30
  public var sorenessDayNoise = 0.25
  public var ratingNoise = 0.8
  public var strengthLossSpread = 0.3
  public var ratingIndependence = 0.5
  public var sorenessScaleDrift = 0.12
  public var setNoise = 0.045
  public var testNoise = 0.035
  public var setNoiseWithoutReserve = 0.07
  public var manyRepsNoise = 0.05
  public var firstSetSpread = 0.05
  public var strengthDrift = 0.012
  public var strengthTrendSpread = 0.01
  // Laboratories
  public var laboratoryStrengthSpread = 7.5
  public var laboratoryImmediateSpread = 8.5
  public var laboratorySorenessSpread = 13.0
  public var laboratoryProtectionSpread = 0.12
  public var laboratoryGainSpread = 12.0
  public var laboratorySizeSpread = 3.0
  public var laboratorySynthesisSpread = 0.4
  public var laboratoryPriorStudies = 4.0
  public var eccentricRatio = 1.40
  // Strength
  public var gainScale = 0.10
  public var detrainingPerWeek = 0.01
  public var detrainingAfterWeeks = 3.0
  public var weeklyDoseCap = 3.5

  public init() {}

  /// How easily a body part is damaged, relative to the elbow flexors.
  ///
  /// Only the elbow flexors and the quadriceps are fitted; the order of the others is Chen 2011's:
  /// arms, then hamstrings, then quadriceps.
  public func susceptibility(of part: BodyPart) -> Double {
    switch part {
    case .elbowFlexors: 1.0
    case .elbowExtensors, .forearms: 0.9
    case .chest, .lats, .shoulders, .upperBack: 0.8
    case .hamstrings, .calves, .core, .lowerBack: max(0, legSusceptibility).squareRoot()
    case .glutes, .quadriceps: legSusceptibility
    }
  }

  /// Hours from a bout to the height of the soreness it brings the average person.
  public var sorenessPeakHours: Double { 2 * sorenessHours - sorenessLeadHours }

  /// The protection somebody of this training age comes with, before any fact of theirs is known.
  public func protectionAtStart(trainingMonths: Int) -> Double {
    let age = Double(max(0, trainingMonths)) / trainingMonthsScale
    return trainedProtection * (1 - Double.exp(-age))
  }

  /// One constant, for documentation.
  public struct Row: Sendable {
    public let name: String
    public let value: @Sendable (ModelParameters) -> Double
    public let unit: String
    public let meaning: String
    public let source: Source
  }

  public static let table: [Row] = [
    Row(
      name: "damageCeiling", value: \.damageCeiling, unit: "fraction of strength",
      meaning:
        "The most strength one maximal bout can take away for days; a lighter one in proportion to its heaviest rep.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "damageHalfReps", value: \.damageHalfReps, unit: "maximal eccentric reps",
      meaning: "The dose that takes 63 % of the ceiling; smaller: fewer reps do as much.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "intensityExponent", value: \.intensityExponent, unit: "–",
      meaning: "How much more a heavy rep damages than a light one; larger: heavier counts more.",
      source: Source("order of Chen 2007", .c)),
    Row(
      name: "shortLengthFactor", value: \.shortLengthFactor, unit: "–",
      meaning: "Damage of a rep at short muscle length relative to a long one.",
      source: Source("Nosaka & Sakamoto 2001: long > short; the size is recollected", .c)),
    Row(
      name: "legSusceptibility", value: \.legSusceptibility, unit: "–",
      meaning: "Damage of the quadriceps relative to the elbow flexors after the same dose.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "fatigueCeiling", value: \.fatigueCeiling, unit: "fraction of strength",
      meaning: "The most a bout takes away at once beside damage.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "fatigueReps", value: \.fatigueReps, unit: "maximal reps",
      meaning: "How quickly that is reached; larger: later.",
      source: Source("reps series of Nosaka", .c)),
    Row(
      name: "fatigueHours", value: \.fatigueHours, unit: "h",
      meaning: "How long it lasts (time constant).",
      source: Source("10 % group of a three-intensity study: −20 to −3 % in 48 h", .a)),
    Row(
      name: "recoveryHours", value: \.recoveryHours, unit: "h",
      meaning: "How long damage lasts (time constant), unprotected.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "protectionGain", value: \.protectionGain, unit: "–",
      meaning: "How much of what is left to protect one large bout protects.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
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
      source: Source("Huang 2019: 36–54 % less soreness two days after 50 reps at 10 %", .a)),
    Row(
      name: "fastProtectionDays", value: \.fastProtectionDays, unit: "days",
      meaning: "When that is down to 37 %.",
      source: Source("Chen 2012: full at 2 and 7 days, partial at 14, none at 21", .a)),
    Row(
      name: "trainedProtection", value: \.trainedProtection, unit: "–",
      meaning: "Protection of somebody who has trained for years.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "trainingMonthsScale", value: \.trainingMonthsScale, unit: "months",
      meaning: "The training age at which 63 % of that is there.",
      source: Source("derived: no study compares training ages", .c)),
    Row(
      name: "protectionOfFatigue", value: \.protectionOfFatigue, unit: "–",
      meaning: "How much of the protection holds for the immediate loss.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "protectionOfRecovery", value: \.protectionOfRecovery, unit: "–",
      meaning: "How much protection speeds recovery.",
      source: Source("derived", .c)),
    Row(
      name: "protectionOfSoreness", value: \.protectionOfSoreness, unit: "–",
      meaning: "How much protection damps soreness.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "sorenessCeilingMillimetres", value: \.sorenessCeilingMillimetres, unit: "mm of 100",
      meaning: "Peak soreness of an average person after a very damaging bout.",
      source: Source("fitted to the trials with a random effect for each study", .b)),
    Row(
      name: "sorenessDamage", value: \.sorenessDamage, unit: "fraction of strength",
      meaning: "The damage that gives 63 % of the ceiling.",
      source: Source("three-intensity study: soreness saturates early", .b)),
    Row(
      name: "sorenessFatigueShare", value: \.sorenessFatigueShare, unit: "–",
      meaning: "How much the immediate loss adds to soreness.",
      source: Source("derived", .c)),
    Row(
      name: "sorenessHours", value: \.sorenessHours, unit: "h",
      meaning: "Half the time in which soreness comes to its peak; larger: later and longer.",
      source: Source("DOMS series: peak at 24–48 h", .a)),
    Row(
      name: "sorenessLeadHours", value: \.sorenessLeadHours, unit: "h",
      meaning: "How far along that course soreness is when the bout ends.",
      source: Source("DOMS series: some at once", .c)),
    Row(
      name: "sorenessTrust", value: \.sorenessTrust, unit: "–",
      meaning: "How far a rating replaces what was expected: 0 not at all, 1 wholly.",
      source: Source("people rate in whole points, and not always alike", .c)),
    Row(
      name: "susceptibilitySpread", value: \.susceptibilitySpread, unit: "sd of the logarithm",
      meaning: "How much people differ in how easily they are damaged.",
      source: Source("24 reps: −18 to −73 % between people, stable over a year", .b)),
    Row(
      name: "recoverySpread", value: \.recoverySpread, unit: "sd of the logarithm",
      meaning: "How much people differ in how long damage and soreness last.",
      source: Source("derived", .c)),
    Row(
      name: "protectionSpread", value: \.protectionSpread, unit: "sd of the logarithm",
      meaning:
        "How much people differ in how much their bouts protect them: of the power that the share that gets through is raised to.",
      source: Source(
        "derived: a share of 0.3 to 0.6 got through in one study of a second bout or another, a spread of 0.3 to 0.4; nothing says how much people differ",
        .c)),
    Row(
      name: "sorenessSpread", value: \.sorenessSpread, unit: "sd of the logarithm",
      meaning: "How much people differ in how sore the same damage feels.",
      source: Source(
        "sd ÷ mean of the soreness series is 0.3–0.4, susceptibility and days included", .b)),
    Row(
      name: "bodyPartSpread", value: \.bodyPartSpread, unit: "sd of the logarithm",
      meaning: "How much one person’s body parts differ in soreness from what their dose says.",
      source: Source("derived", .c)),
    Row(
      name: "sorenessDayNoise", value: \.sorenessDayNoise, unit: "sd of the logarithm",
      meaning: "How much one person's soreness differs from one time to the next.",
      source: Source("derived", .c)),
    Row(
      name: "ratingNoise", value: \.ratingNoise, unit: "points of 10",
      meaning: "How far a rating is from what is felt (sd).",
      source: Source("people rate in whole points", .c)),
    Row(
      name: "strengthLossSpread", value: \.strengthLossSpread, unit: "sd of the logarithm",
      meaning:
        "How much one person’s loss of strength differs from one bout to the next of the same dose.",
      source: Source("derived: 50 maximal reps took 21 to 58 % from one person or another", .c)),
    Row(
      name: "ratingIndependence", value: \.ratingIndependence, unit: "0 to 1",
      meaning: "How much a rating counts of what it would if no two had the same error.",
      source: Source("derived", .c)),
    Row(
      name: "sorenessScaleDrift", value: \.sorenessScaleDrift, unit: "sd of the logarithm",
      meaning: "How well a body part's scale of soreness can be known at best.",
      source: Source("derived", .c)),
    Row(
      name: "setNoise", value: \.setNoise, unit: "sd of the logarithm",
      meaning: "How far a set with its reps in reserve shows another strength than there was.",
      source: Source(
        "reserves are misjudged by about a rep, 2.6 % of strength; tests differ by 3.5", .c)),
    Row(
      name: "testNoise", value: \.testNoise, unit: "sd of the logarithm",
      meaning: "The same of a test to the limit.",
      source: Source("Grgic 2020: CV 4.2 % and less", .a)),
    Row(
      name: "setNoiseWithoutReserve", value: \.setNoiseWithoutReserve,
      unit: "sd of the logarithm",
      meaning:
        "The same of a set of which nobody said how many more would have gone; larger: it counts less.",
      source: Source("derived: people leave none to four, 2.6 % each", .c)),
    Row(
      name: "manyRepsNoise", value: \.manyRepsNoise, unit: "sd of the logarithm",
      meaning:
        "What is added to these above ten reps, beside how far the formulas are apart.",
      source: Source("derived: many reserves are misjudged more than few", .c)),
    Row(
      name: "firstSetSpread", value: \.firstSetSpread, unit: "sd of the logarithm",
      meaning: "How far a first set may be from the limit; larger: the next ones count more.",
      source: Source("derived", .c)),
    Row(
      name: "strengthDrift", value: \.strengthDrift, unit: "sd of the logarithm in a week",
      meaning: "How much rested strength wanders.", source: Source("derived", .c)),
    Row(
      name: "strengthTrendSpread", value: \.strengthTrendSpread, unit: "1/week",
      meaning: "How much people differ in what they gain a week.",
      source: Source("derived", .c)),
    Row(
      name: "laboratoryStrengthSpread", value: \.laboratoryStrengthSpread,
      unit: "percentage points",
      meaning:
        "How much laboratories differ for the same bout, in strength lost from a day on (sd).",
      source: Source("errors leaving one study out", .b)),
    Row(
      name: "laboratoryImmediateSpread", value: \.laboratoryImmediateSpread,
      unit: "percentage points",
      meaning: "The same in the first day.",
      source: Source("errors leaving one study out", .b)),
    Row(
      name: "laboratorySorenessSpread", value: \.laboratorySorenessSpread, unit: "mm of 100",
      meaning: "The same in soreness.",
      source: Source("errors leaving one study out", .b)),
    Row(
      name: "laboratoryProtectionSpread", value: \.laboratoryProtectionSpread, unit: "–",
      meaning: "The same in the protection fraction.",
      source: Source("errors leaving one study out", .b)),
    Row(
      name: "laboratoryGainSpread", value: \.laboratoryGainSpread, unit: "percentage points",
      meaning: "The same in the strength gained by weeks of training.",
      source: Source("derived: too few studies to say", .c)),
    Row(
      name: "laboratorySizeSpread", value: \.laboratorySizeSpread, unit: "percentage points",
      meaning: "The same in the size gained.", source: Source("derived: too few studies to say", .c)
    ),
    Row(
      name: "laboratorySynthesisSpread", value: \.laboratorySynthesisSpread, unit: "of rest",
      meaning: "The same in protein synthesis relative to rest.",
      source: Source("sd of Phillips 1997, 0.4–0.5 of rest between people", .b)),
    Row(
      name: "laboratoryPriorStudies", value: \.laboratoryPriorStudies, unit: "studies",
      meaning:
        "How much is known beforehand of how laboratories differ in a quantity, beside the studies that measured it; larger: narrower ranges where these are few.",
      source: Source(
        "derived: laboratories differ alike, by a fifth to a half of what they find", .c)),
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
