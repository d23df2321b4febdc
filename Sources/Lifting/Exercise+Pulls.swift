extension Exercise {
  static let pulls: [Exercise] = [
    row(
      "pull-up", "Pull-up",
      [
        "pullup", "wide grip pull-up", "neutral grip pull-up", "overhand pull-up",
        "weighted pull-up",
        "negative pull-up", "pull up weighted",
      ],
      [.lats: 1, .elbowFlexors: 0.8, .upperBack: 0.6, .forearms: 0.4], with: [.pullUpBar],
      begins: .concentric, .swing, closesElbow, up: [.jump, .feet], ratio: .pullUp, body: 1,
      easier: ["assisted-pull-up", "lat-pulldown", "inverted-row", "dumbbell-row"]),
    row(
      "chin-up", "Chin-up",
      ["chinup", "underhand pull-up", "weighted chin-up", "negative chin-up"],
      [.lats: 1, .elbowFlexors: 1, .upperBack: 0.5, .forearms: 0.4], with: [.pullUpBar],
      begins: .concentric, .swing, closesElbow, up: [.jump, .feet], ratio: .pullUp, body: 1,
      easier: ["assisted-pull-up", "lat-pulldown", "inverted-row", "dumbbell-row"]),
    row(
      "assisted-pull-up", "Assisted pull-up",
      ["pull up assisted", "machine assisted pull-up", "band assisted pull-up", "pull up band"],
      [.lats: 1, .elbowFlexors: 0.8, .upperBack: 0.6, .forearms: 0.3], with: [.machine],
      begins: .concentric, .swing, closesElbow, up: [.feet], ratio: .pullUp, body: 1,
      isAssisted: true),
    row(
      "lat-pulldown", "Lat pulldown",
      [
        "pulldown", "lat pull down", "lat pulldown cable", "wide grip lat pulldown",
        "close grip lat pulldown", "lat pulldown machine",
      ],
      [.lats: 1, .elbowFlexors: 0.7, .upperBack: 0.5], with: [.cable], begins: .concentric,
      .vertical(.down), closesElbow, up: [.otherLimb, .partner], ratio: .pulldown,
      easier: ["dumbbell-row", "inverted-row"]),
    row(
      "straight-arm-pulldown", "Straight-arm pulldown",
      ["straight arm lat pulldown", "pullover cable", "rope straight arm pulldown"],
      [.lats: 1, .core: 0.3], with: [.cable], begins: .concentric, .inclination(.down),
      lowersShoulder, up: [.otherLimb], ratio: .unstudiedMachine, length: .long),
    row(
      "pullover", "Pullover", ["dumbbell pullover"],
      [.lats: 1, .chest: 0.5], with: [.dumbbells, .bench], begins: .eccentric, .inclination(.up),
      lowersShoulder, up: [.partner], ratio: .unstudied, length: .long, limbs: .both),
    row(
      "seated-cable-row", "Seated cable row",
      ["cable row", "seated row", "seated row cable", "seated cable row bar grip"],
      [.upperBack: 1, .lats: 0.8, .elbowFlexors: 0.5], with: [.cable], begins: .concentric, .level,
      closesElbow, up: [.otherLimb, .partner], ratio: .unstudiedMachine,
      easier: ["dumbbell-row", "inverted-row"]),
    row(
      "machine-row", "Machine row", ["seated row machine", "iso lateral row machine"],
      [.upperBack: 1, .lats: 0.8, .elbowFlexors: 0.5], with: [.machine], begins: .concentric,
      .level, closesElbow, up: [.otherLimb], ratio: .unstudiedMachine),
    row(
      "dumbbell-row", "Dumbbell row",
      ["one arm row", "single arm dumbbell row", "bent over one arm row dumbbell"],
      [.lats: 1, .upperBack: 1, .elbowFlexors: 0.5], with: [.dumbbells], begins: .concentric,
      .vertical(.up), closesElbow, up: [.otherLimb], ratio: .unstudied, limbs: .one),
    row(
      "barbell-row", "Barbell row",
      ["bent over row", "bent over row barbell", "row"],
      [.upperBack: 1, .lats: 0.9, .elbowFlexors: 0.5, .lowerBack: 0.3], with: [.barbell],
      begins: .concentric, .vertical(.up), closesElbow, up: [.lighter], ratio: .unstudied,
      easier: ["dumbbell-row", "inverted-row"]),
    row(
      "t-bar-row", "T-bar row", ["tbar row", "landmine row"],
      [.upperBack: 1, .lats: 0.8, .elbowFlexors: 0.5, .lowerBack: 0.3], with: [.barbell],
      begins: .concentric, .vertical(.up), closesElbow, up: [.lighter], ratio: .unstudied),
    row(
      "chest-supported-row", "Chest-supported row",
      ["chest supported incline row dumbbell", "incline dumbbell row"],
      [.upperBack: 1, .lats: 0.8, .elbowFlexors: 0.5], with: [.dumbbells, .bench],
      begins: .concentric, .vertical(.up), closesElbow, up: [.partner], ratio: .unstudied),
    row(
      "inverted-row", "Inverted row",
      ["body row", "australian pull-up", "ring row", "bodyweight row"],
      [.upperBack: 1, .lats: 0.7, .elbowFlexors: 0.6], with: [.rings], begins: .concentric, .swing,
      closesElbow, up: [.feet], ratio: .unstudied, body: 0.6),
    row(
      "band-trap-row", "Band row", ["trap row", "resistance band row", "seated row band"],
      [.upperBack: 1, .lats: 0.6, .elbowFlexors: 0.4], with: [.band], begins: .concentric, .level,
      closesElbow, up: [], ratio: .unstudied),
    row(
      "face-pull", "Face pull", ["cable face pull"],
      [.upperBack: 1, .shoulders: 0.7], with: [.cable], begins: .concentric, .level, closesElbow,
      up: [.otherLimb], ratio: .unstudiedMachine),
    row(
      "shrug", "Shrug", ["dumbbell shrug"],
      [.upperBack: 1, .forearms: 0.4], with: [.dumbbells], begins: .concentric, .vertical(.up),
      raisesShoulder, up: [], ratio: .unstudied),
  ]
}
