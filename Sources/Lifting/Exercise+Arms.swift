extension Exercise {
  static let arms: [Exercise] = [
    row(
      "biceps-curl", "Biceps curl",
      [
        "dumbbell curl", "bicep curl", "curl", "dumbbell biceps curl", "bicep curl dumbbell",
        "alternating dumbbell curl", "standing dumbbell curl",
      ],
      [.elbowFlexors: 1, .forearms: 0.4], with: [.dumbbells], begins: .concentric,
      .inclination(.up), closesElbow, up: [.partner, .otherLimb, .lighter], ratio: .unstudied),
    row(
      "barbell-curl", "Barbell curl",
      ["bicep curl barbell", "ez bar curl", "ez bar biceps curl", "ez curl"],
      [.elbowFlexors: 1, .forearms: 0.4], with: [.barbell], begins: .concentric,
      .inclination(.up), closesElbow, up: [.partner, .lighter], ratio: .unstudied,
      easier: ["biceps-curl"]),
    row(
      "incline-dumbbell-curl", "Incline dumbbell curl", ["incline curl", "seated incline curl"],
      [.elbowFlexors: 1, .forearms: 0.4], with: [.dumbbells, .bench], begins: .concentric,
      .inclination(.up), closesElbow, up: [.partner, .otherLimb], ratio: .unstudied, length: .long),
    row(
      "alternating-incline-dumbbell-curl", "Alternating incline dumbbell curl",
      ["alternating incline curl"],
      [.elbowFlexors: 1, .forearms: 0.4], with: [.dumbbells, .bench], begins: .concentric,
      .inclination(.up), closesElbow, up: [.partner, .otherLimb], ratio: .unstudied, length: .long),
    row(
      "preacher-curl", "Preacher curl",
      ["preacher curl dumbbell", "scott curl"],
      [.elbowFlexors: 1, .forearms: 0.4], with: [.dumbbells, .bench], begins: .eccentric,
      .inclination(.up), closesElbow, up: [.otherLimb, .partner], ratio: .unstudied),
    row(
      "hammer-curl", "Hammer curl", ["dumbbell hammer curl"],
      [.elbowFlexors: 1, .forearms: 0.6], with: [.dumbbells], begins: .concentric,
      .inclination(.up), closesElbow, up: [.partner, .otherLimb], ratio: .unstudied),
    row(
      "concentration-curl", "Concentration curl", [],
      [.elbowFlexors: 1, .forearms: 0.3], with: [.dumbbells], begins: .concentric,
      .inclination(.up), closesElbow, up: [.otherLimb], ratio: .unstudied, limbs: .one),
    row(
      "cable-curl", "Cable curl", ["bicep curl cable", "cable biceps curl"],
      [.elbowFlexors: 1, .forearms: 0.4], with: [.cable], begins: .concentric, .inclination(.up),
      closesElbow, up: [.otherLimb, .partner], ratio: .unstudiedMachine, easier: ["biceps-curl"]),
    row(
      "machine-curl", "Machine curl", ["bicep curl machine", "biceps machine"],
      [.elbowFlexors: 1, .forearms: 0.3], with: [.machine], begins: .concentric,
      .inclination(.up), closesElbow, up: [.otherLimb, .partner], ratio: .unstudiedMachine),
    row(
      "reverse-curl", "Reverse curl", ["reverse barbell curl"],
      [.forearms: 1, .elbowFlexors: 0.7], with: [.barbell], begins: .concentric,
      .inclination(.up), closesElbow, up: [.lighter], ratio: .unstudied),
    row(
      "dumbbell-wrist-curl", "Wrist curl",
      ["seated wrist curl", "seated palms up wrist curl"],
      [.forearms: 1], with: [.dumbbells], begins: .concentric, .inclination(.up), turnsWrist,
      up: [.otherLimb], ratio: .unstudied),
    row(
      "wrist-extension", "Wrist extension", ["reverse wrist curl"],
      [.forearms: 1], with: [.dumbbells], begins: .concentric, .inclination(.up), turnsWrist,
      up: [.otherLimb], ratio: .unstudied),
    row(
      "triceps-pushdown", "Triceps pushdown",
      [
        "tricep pushdown", "cable pushdown", "rope pushdown", "triceps rope pushdown",
        "triceps pressdown", "cable triceps pushdown",
      ],
      [.elbowExtensors: 1], with: [.cable], begins: .concentric, .inclination(.down), opensElbow,
      up: [.otherLimb, .partner], ratio: .unstudiedMachine,
      easier: ["overhead-dumbbell-triceps-extension", "bench-dip"]),
    row(
      "machine-triceps-extension", "Machine triceps extension",
      ["triceps extension machine", "triceps machine"],
      [.elbowExtensors: 1], with: [.machine], begins: .concentric, .inclination(.down), opensElbow,
      up: [.otherLimb, .partner], ratio: .unstudiedMachine),
    row(
      "overhead-dumbbell-triceps-extension", "Overhead dumbbell triceps extension",
      ["triceps extension dumbbell", "overhead triceps extension", "seated triceps extension"],
      [.elbowExtensors: 1], with: [.dumbbells], begins: .eccentric, .inclination(.up), opensElbow,
      up: [.otherLimb, .partner], ratio: .unstudied, length: .long),
    row(
      "overhead-cable-triceps-extension", "Overhead cable triceps extension",
      ["triceps extension cable", "overhead triceps extension cable"],
      [.elbowExtensors: 1], with: [.cable], begins: .concentric, .inclination(.up), opensElbow,
      up: [.otherLimb], ratio: .unstudiedMachine, length: .long),
    row(
      "overhead-rope-triceps-extension", "Overhead rope triceps extension",
      ["overhead triceps rope extension"],
      [.elbowExtensors: 1], with: [.cable], begins: .concentric, .inclination(.up), opensElbow,
      up: [.partner], ratio: .unstudiedMachine, length: .long),
    row(
      "skull-crusher", "Skull crusher",
      ["lying triceps extension", "skullcrusher", "skullcrusher barbell", "french press"],
      [.elbowExtensors: 1], with: [.barbell, .bench], begins: .eccentric, .inclination(.up),
      opensElbow, up: [.lighter, .partner], ratio: .unstudied, length: .long),
    row(
      "triceps-kickback", "Triceps kickback", ["dumbbell kickback", "tricep kickback"],
      [.elbowExtensors: 1], with: [.dumbbells], begins: .concentric, .inclination(.up), opensElbow,
      up: [.otherLimb], ratio: .unstudied, length: .short),
  ]
}
