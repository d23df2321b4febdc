extension Exercise {
  /// All exercises, in the order in which they are offered. To add one, add a row to one of the
  /// tables below.
  public static let catalog: [Exercise] = bases + variants.compactMap(\.self)

  /// What variants are made of.
  static let bases: [Exercise] = presses + arms + pulls + legs + trunk + holds + wholeBody

  /// Rows made with ``like``; tests hold that none lacks what it varies.
  static let variants: [Exercise?] =
    chestVariants + shoulderVariants + armVariants + pullVariants + squatVariants + hipVariants
    + lowerLegVariants + trunkVariants + wholeBodyVariants

  private static let byID = Dictionary(uniqueKeysWithValues: catalog.map { ($0.id, $0) })

  /// The exercise of this id; nil where the catalog has none.
  public static func with(_ id: ID) -> Exercise? {
    byID[id] ?? OwnExercise(id)?.exercise
  }

  // Mechanical facts that many rows share.
  static let opensElbow = Geometry.Joint(name: "elbow", shortening: .opens)
  static let closesElbow = Geometry.Joint(name: "elbow", shortening: .closes)
  static let raisesShoulder = Geometry.Joint(name: "shoulder", shortening: .opens)
  static let lowersShoulder = Geometry.Joint(name: "shoulder", shortening: .closes)
  static let opensKnee = Geometry.Joint(name: "knee", shortening: .opens)
  static let closesKnee = Geometry.Joint(name: "knee", shortening: .closes)
  static let opensHip = Geometry.Joint(name: "hip", shortening: .opens)
  static let closesHip = Geometry.Joint(name: "hip", shortening: .closes)
  static let opensAnkle = Geometry.Joint(name: "ankle", shortening: .opens)
  static let turnsShoulderOut = Geometry.Joint(name: "shoulderRotation", shortening: .opens)
  static let turnsShoulderIn = Geometry.Joint(name: "shoulderRotation", shortening: .closes)
  static let closesNeck = Geometry.Joint(name: "neck", shortening: .closes)
  static let opensNeck = Geometry.Joint(name: "neck", shortening: .opens)
  static let turnsTrunk = Geometry.Joint(name: "trunk", shortening: .closes)
  static let closesAnkle = Geometry.Joint(name: "ankle", shortening: .closes)
  static let turnsWrist = Geometry.Joint(name: "wrist", shortening: .closes)

  /// One row. Its arguments are in the order in which a coach would describe the exercise. Dumbbells
  /// are one for each limb where nothing else is said; what else there is, both limbs share.
  static func row(
    _ id: ID, _ name: String, _ aliases: [String] = [],
    _ shares: [BodyPart: Double], with equipment: Set<Equipment>, begins: Phase,
    _ worn: Geometry.Worn, _ joint: Geometry.Joint, up waysUp: [WayUp],
    ratio: EccentricRatio, safety: Safety = .none, body bodyMassFraction: Double = 0,
    length: MuscleLength = .full, limbs: Limbs? = nil, isHeld: Bool = false,
    isCarried: Bool = false, isAssisted: Bool = false, isProposed: Bool = true, easier: [ID] = []
  ) -> Exercise {
    Exercise(
      id: id, name: name, aliases: aliases, shares: shares, equipment: equipment, begins: begins,
      geometry: Geometry(worn: worn, joint: joint), waysUp: waysUp, safety: safety,
      bodyMassFraction: bodyMassFraction, eccentricRatio: ratio, muscleLength: length,
      limbs: limbs ?? (equipment.contains(.dumbbells) ? .each : .both), isHeld: isHeld,
      isCarried: isCarried, isAssisted: isAssisted, isProposed: isProposed, easier: easier)
  }
}

extension EccentricRatio {
  private static let hollander = "Hollander 2007, machine 1RM at a 3-s cadence, trained men"

  static let freePress = EccentricRatio(
    value: 1.24, source: Source("Kelly 2015, free bench press with 3-s lowering, 30 men", .a))
  static let machinePress = EccentricRatio(value: 1.40, source: Source(hollander, .a))
  static let machineShoulderPress = EccentricRatio(value: 1.49, source: Source(hollander, .a))
  static let pulldown = EccentricRatio(value: 1.32, source: Source(hollander, .a))
  static let legPress = EccentricRatio(value: 1.44, source: Source(hollander, .a))
  static let legExtension = EccentricRatio(value: 1.35, source: Source(hollander, .a))
  static let legCurl = EccentricRatio(value: 1.27, source: Source(hollander, .a))
  static let pullUp = EccentricRatio(
    value: 1.32, source: Source("no direct study; the lat pulldown's of Hollander 2007", .c))
  /// Nobody measured it: the lowest ratio seen in a free lift, so that no load is overestimated.
  static let unstudied = EccentricRatio(
    value: 1.24, source: Source("no direct study; the free bench press's of Kelly 2015", .c))
  /// Nobody measured it: the lowest ratio seen on a machine.
  static let unstudiedMachine = EccentricRatio(
    value: 1.27, source: Source("no direct study; the lowest of Hollander 2007", .c))
}
