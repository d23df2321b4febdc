public import Lifting

/// The arm of the curl simulator: an adult of 75 kg and 1.75 m with elbow flexors as one muscle.
///
/// Segments are fractions of body mass and height after Winter (2009); the moment arm's shape is
/// Murray's (1995), optimal fibre length between those of biceps and brachialis (Holzbaur 2005).
/// They are recollected, not read, and scale the picture more than they shape it: how strong the
/// muscle is follows from the athlete's own best curl.
public struct CurlParameters: Sendable, Hashable, Codable {
  public var forearmKilograms = 1.65
  public var gripMeters = 0.35
  public var forearmCentreMeters = 0.174
  public var forearmGyrationMeters = 0.211
  public var straightMomentArmMeters = 0.020
  public var momentArmGrowthMeters = 0.020
  public var optimalFibreMeters = 0.13
  public var bestElbowDegrees = 80.0
  public var fibreLengthsPerSecond = 10.0
  public var bestCurlSeconds = 2.0
  public var concentricEfficiency = 0.25
  public var eccentricEfficiency = 1.2
  public var correctionsPerSecond = 10.0
  public var lostTimeShare = 0.60
  public var lostControl = 0.90
  public var muscle = Muscle()

  public init() {}

  /// One constant, for documentation.
  public struct Row: Sendable {
    public let name: String
    public let value: @Sendable (CurlParameters) -> Double
    public let unit: String
    public let meaning: String
    public let source: Source
  }

  public static let table: [Row] = [
    Row(
      name: "muscle.voluntaryRatio", value: \.muscle.voluntaryRatio, unit: "–",
      meaning:
        "Greatest force while lengthening ÷ while holding; larger: negatives can be heavier.",
      source: Source("Nuzzo 2023, 335 studies: 1.41 (1.38–1.44) of concentric", .a)),
    Row(
      name: "forearmKilograms", value: \.forearmKilograms, unit: "kg",
      meaning: "Forearm and hand, 2.2 % of body mass.", source: Source("Winter 2009", .b)),
    Row(
      name: "gripMeters", value: \.gripMeters, unit: "m",
      meaning: "From the elbow to the dumbbell.", source: Source("Winter 2009", .b)),
    Row(
      name: "forearmCentreMeters", value: \.forearmCentreMeters, unit: "m",
      meaning: "From the elbow to the forearm’s centre of mass.",
      source: Source("Winter 2009", .b)),
    Row(
      name: "forearmGyrationMeters", value: \.forearmGyrationMeters, unit: "m",
      meaning: "The forearm’s radius of gyration about the elbow.",
      source: Source("Winter 2009", .b)),
    Row(
      name: "straightMomentArmMeters", value: \.straightMomentArmMeters, unit: "m",
      meaning: "The flexors’ moment arm at a straight elbow.",
      source: Source("Murray 1995, recollected", .c)),
    Row(
      name: "momentArmGrowthMeters", value: \.momentArmGrowthMeters, unit: "m",
      meaning: "What it has more at a right angle; between, it goes with the sine.",
      source: Source("Murray 1995, recollected", .c)),
    Row(
      name: "optimalFibreMeters", value: \.optimalFibreMeters, unit: "m",
      meaning: "The fibres’ best length; larger: slower for the same speed of the arm.",
      source: Source("Holzbaur 2005, recollected", .c)),
    Row(
      name: "bestElbowDegrees", value: \.bestElbowDegrees, unit: "° of flexion",
      meaning: "The elbow’s angle at which the fibres have that length.",
      source: Source("joint torque is greatest at 70–90°, recollected", .c)),
    Row(
      name: "fibreLengthsPerSecond", value: \.fibreLengthsPerSecond, unit: "fibre lengths/s",
      meaning: "As fast as unloaded fibres shorten.",
      source: Source("the usual value of Hill-type models", .b)),
    Row(
      name: "bestCurlSeconds", value: \.bestCurlSeconds, unit: "s",
      meaning: "How long the way up of the best single curl takes; larger: the muscle is weaker "
        + "for the same best curl.",
      source: Source("our choice", .c)),
    Row(
      name: "concentricEfficiency", value: \.concentricEfficiency, unit: "–",
      meaning: "Work done ÷ energy used in lifting.",
      source: Source("gross 0.20, net in isolated muscle 0.30", .a)),
    Row(
      name: "eccentricEfficiency", value: \.eccentricEfficiency, unit: "–",
      meaning: "Work taken up ÷ energy used in lowering.",
      source: Source(
        "Margaria, about 1.2; with it the costs differ by 4.8, as in Bigland-Ritchie & Woods", .b)),
    Row(
      name: "correctionsPerSecond", value: \.correctionsPerSecond, unit: "1/s",
      meaning: "How quickly the athlete corrects a deviation from the tempo.",
      source: Source("our choice", .c)),
    Row(
      name: "lostTimeShare", value: \.lostTimeShare, unit: "–",
      meaning: "A lowering that takes less than this of the time meant has been lost.",
      source: Source("our margin around the 3-s criterion of Hollander 2007 and Kelly 2015", .b)),
    Row(
      name: "lostControl", value: \.lostControl, unit: "–",
      meaning: "A lowering of which the muscle carried less than this has been lost, too: "
        + "in a quick one falling takes hardly less time than is meant.",
      source: Source("our choice", .c)),
  ]
}
