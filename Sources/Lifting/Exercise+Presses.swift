extension Exercise {
  static let presses: [Exercise] = [
    row(
      "bench-press", "Bench press",
      ["barbell bench press", "flat bench press", "flat barbell bench press", "bench", "bp"],
      [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.5], with: [.barbell, .bench, .rack],
      begins: .eccentric, .vertical(.up), opensElbow, up: [.partner, .machine], ratio: .freePress,
      safety: .spotterOrSafeties, easier: ["dumbbell-bench-press", "push-up"]),
    row(
      "incline-bench-press", "Incline bench press",
      ["incline barbell press", "incline barbell bench press", "incline press"],
      [.chest: 1, .shoulders: 0.7, .elbowExtensors: 0.6], with: [.barbell, .bench, .rack],
      begins: .eccentric, .vertical(.up), opensElbow, up: [.partner, .machine], ratio: .freePress,
      safety: .spotterOrSafeties, easier: ["incline-dumbbell-press", "push-up"]),
    row(
      "decline-bench-press", "Decline bench press", ["decline barbell bench press"],
      [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.3], with: [.barbell, .bench, .rack],
      begins: .eccentric, .vertical(.up), opensElbow, up: [.partner, .machine], ratio: .freePress,
      safety: .spotterOrSafeties),
    row(
      "close-grip-bench-press", "Close-grip bench press",
      ["close grip barbell bench press", "bench press close grip"],
      [.elbowExtensors: 1, .chest: 0.7, .shoulders: 0.4], with: [.barbell, .bench, .rack],
      begins: .eccentric, .vertical(.up), opensElbow, up: [.partner, .machine], ratio: .freePress,
      safety: .spotterOrSafeties),
    row(
      "smith-bench-press", "Smith machine bench press", ["bench press smith machine"],
      [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.4], with: [.machine, .bench],
      begins: .eccentric, .vertical(.up), opensElbow, up: [.partner], ratio: .freePress,
      safety: .spotterOrSafeties),
    row(
      "dumbbell-bench-press", "Dumbbell bench press",
      [
        "flat dumbbell press", "flat dumbbell bench press", "dumbbell press",
        "dumbbell chest press",
      ],
      [.chest: 1, .elbowExtensors: 0.5, .shoulders: 0.5], with: [.dumbbells, .bench],
      begins: .concentric, .vertical(.up), opensElbow, up: [.partner], ratio: .freePress),
    row(
      "incline-dumbbell-press", "Incline dumbbell press", ["incline dumbbell bench press"],
      [.chest: 1, .shoulders: 0.7, .elbowExtensors: 0.5], with: [.dumbbells, .bench],
      begins: .concentric, .vertical(.up), opensElbow, up: [.partner], ratio: .freePress),
    row(
      "machine-chest-press", "Machine chest press", ["chest press", "seated chest press"],
      [.chest: 1, .elbowExtensors: 0.5, .shoulders: 0.5], with: [.machine], begins: .concentric,
      .level, opensElbow, up: [.otherLimb, .partner], ratio: .machinePress),
    row(
      "machine-incline-press", "Machine incline press", ["incline chest press machine"],
      [.chest: 1, .shoulders: 0.7, .elbowExtensors: 0.5], with: [.machine], begins: .concentric,
      .vertical(.up), opensElbow, up: [.otherLimb, .partner], ratio: .machinePress),
    row(
      "push-up", "Push-up", ["pushup", "press-up", "press up"],
      [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.5, .core: 0.3], with: [],
      begins: .eccentric, .swing, opensElbow, up: [.feet], ratio: .unstudied, body: 0.64,
      easier: ["incline-push-up", "knee-push-up"]),
    row(
      "incline-push-up", "Incline push-up", ["hands elevated push-up", "box push-up"],
      [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.5], with: [.box], begins: .eccentric, .swing,
      opensElbow, up: [.feet], ratio: .unstudied, body: 0.45),
    row(
      "knee-push-up", "Knee push-up", ["push-up on knees", "kneeling push-up"],
      [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.5], with: [], begins: .eccentric, .swing,
      opensElbow, up: [.feet], ratio: .unstudied, body: 0.49),
    row(
      "dip", "Dip", ["chest dip", "triceps dip", "parallel bar dip"],
      [.chest: 1, .elbowExtensors: 1, .shoulders: 0.6], with: [.dipBars], begins: .eccentric,
      .swing, opensElbow, up: [.jump, .feet], ratio: .unstudied, body: 1,
      easier: ["assisted-dip", "push-up", "incline-push-up"]),
    row(
      "assisted-dip", "Assisted dip", ["chest dip assisted", "triceps dip assisted"],
      [.chest: 1, .elbowExtensors: 1, .shoulders: 0.6], with: [.machine], begins: .eccentric,
      .swing, opensElbow, up: [.feet], ratio: .unstudied, body: 1, isAssisted: true),
    row(
      "bench-dip", "Bench dip", [],
      [.elbowExtensors: 1, .chest: 0.5, .shoulders: 0.5], with: [.bench], begins: .eccentric,
      .swing, opensElbow, up: [.feet], ratio: .unstudied, body: 0.6),
    row(
      "overhead-press", "Overhead press",
      [
        "ohp", "military press", "shoulder press barbell", "standing press", "strict press",
        "barbell overhead press", "strict military press",
      ],
      [.shoulders: 1, .elbowExtensors: 0.7, .core: 0.3], with: [.barbell, .rack],
      begins: .concentric, .vertical(.up), opensElbow, up: [.lighter, .partner], ratio: .unstudied,
      safety: .spotterOrSafeties, easier: ["dumbbell-shoulder-press"]),
    row(
      "push-press", "Push press", [],
      [.shoulders: 1, .elbowExtensors: 0.6, .quadriceps: 0.3], with: [.barbell, .rack],
      begins: .concentric, .vertical(.up), opensElbow, up: [], ratio: .unstudied),
    row(
      "dumbbell-shoulder-press", "Dumbbell shoulder press",
      ["dumbbell overhead press", "seated dumbbell press", "seated overhead press dumbbell"],
      [.shoulders: 1, .elbowExtensors: 0.6], with: [.dumbbells], begins: .concentric,
      .vertical(.up), opensElbow, up: [.lighter, .partner], ratio: .unstudied),
    row(
      "arnold-press", "Arnold press", ["arnold press dumbbell"],
      [.shoulders: 1, .elbowExtensors: 0.5], with: [.dumbbells], begins: .concentric,
      .vertical(.up), opensElbow, up: [.partner], ratio: .unstudied),
    row(
      "machine-shoulder-press", "Machine shoulder press",
      ["shoulder press machine plates", "seated shoulder press machine", "military press machine"],
      [.shoulders: 1, .elbowExtensors: 0.6], with: [.machine], begins: .concentric, .vertical(.up),
      opensElbow, up: [.otherLimb, .partner], ratio: .machineShoulderPress),
    row(
      "landmine-press", "Landmine press", [],
      [.shoulders: 1, .chest: 0.6, .elbowExtensors: 0.5], with: [.barbell], begins: .concentric,
      .vertical(.up), opensElbow, up: [.otherLimb], ratio: .unstudied),
    row(
      "dumbbell-fly", "Dumbbell fly", ["chest fly dumbbell", "flat fly", "dumbbell flye"],
      [.chest: 1, .shoulders: 0.4], with: [.dumbbells, .bench], begins: .eccentric,
      .inclination(.up), lowersShoulder, up: [.lighter], ratio: .unstudied, length: .long),
    row(
      "cable-fly", "Cable fly", ["cable crossover", "cable fly crossover", "cable chest fly"],
      [.chest: 1, .shoulders: 0.4], with: [.cable], begins: .concentric, .level, lowersShoulder,
      up: [.otherLimb], ratio: .unstudiedMachine, limbs: .each),
    row(
      "pec-deck", "Pec deck",
      ["butterfly", "chest fly machine", "machine fly", "butterfly pec deck", "pec deck machine"],
      [.chest: 1, .shoulders: 0.3], with: [.machine], begins: .concentric, .level, lowersShoulder,
      up: [.otherLimb, .partner], ratio: .unstudiedMachine, limbs: .each),
    row(
      "dumbbell-lateral-raise", "Lateral raise", ["side raise", "side lateral raise"],
      [.shoulders: 1, .upperBack: 0.3], with: [.dumbbells], begins: .concentric,
      .inclination(.up), raisesShoulder, up: [.lighter, .partner], ratio: .unstudied),
    row(
      "cable-lateral-raise", "Cable lateral raise", ["lateral raise cable"],
      [.shoulders: 1, .upperBack: 0.3], with: [.cable], begins: .concentric, .inclination(.up),
      raisesShoulder, up: [.otherLimb], ratio: .unstudiedMachine, limbs: .one),
    row(
      "machine-lateral-raise", "Machine lateral raise", ["lateral raise machine"],
      [.shoulders: 1, .upperBack: 0.3], with: [.machine], begins: .concentric, .inclination(.up),
      raisesShoulder, up: [.otherLimb], ratio: .unstudiedMachine, limbs: .each),
    row(
      "dumbbell-front-raise", "Front raise", ["front raise dumbbell"],
      [.shoulders: 1, .chest: 0.3], with: [.dumbbells], begins: .concentric, .inclination(.up),
      raisesShoulder, up: [.lighter], ratio: .unstudied),
    row(
      "reverse-fly", "Reverse fly",
      ["rear delt fly", "rear delt raise", "rear delt reverse fly dumbbell", "bent over fly"],
      [.upperBack: 1, .shoulders: 0.8], with: [.dumbbells], begins: .concentric,
      .inclination(.up), raisesShoulder, up: [.lighter], ratio: .unstudied),
    row(
      "upright-row", "Upright row", ["upright row barbell"],
      [.shoulders: 1, .upperBack: 0.8, .elbowFlexors: 0.4], with: [.barbell], begins: .concentric,
      .vertical(.up), closesElbow, up: [.lighter], ratio: .unstudied),
    row(
      "shoulder-abduction", "Shoulder abduction", ["arm abduction", "side arm raise"],
      [.shoulders: 1], with: [], begins: .concentric, .inclination(.up), raisesShoulder, up: [],
      ratio: .unstudied, limbs: .each),
    row(
      "shoulder-forward-elevation", "Shoulder forward elevation",
      ["shoulder flexion", "forward arm raise", "shoulder elevation"],
      [.shoulders: 1], with: [], begins: .concentric, .inclination(.up), raisesShoulder, up: [],
      ratio: .unstudied, limbs: .each),
    row(
      "band-external-rotation", "Band external rotation",
      ["shoulder external rotation", "external rotation"],
      [.shoulders: 1], with: [.band], begins: .concentric, .level,
      Geometry.Joint(name: "shoulderRotation", shortening: .opens), up: [], ratio: .unstudied,
      limbs: .one),
    row(
      "band-internal-rotation", "Band internal rotation",
      ["shoulder internal rotation", "internal rotation"],
      [.shoulders: 1], with: [.band], begins: .concentric, .level,
      Geometry.Joint(name: "shoulderRotation", shortening: .closes), up: [], ratio: .unstudied,
      limbs: .one),
  ]
}
