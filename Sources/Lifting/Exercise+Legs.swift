extension Exercise {
  static let legs: [Exercise] = [
    row(
      "squat", "Squat",
      ["back squat", "barbell squat", "barbell back squat", "low bar squat", "high bar squat"],
      [.quadriceps: 1, .glutes: 0.8, .lowerBack: 0.4, .hamstrings: 0.3], with: [.barbell, .rack],
      begins: .eccentric, .vertical(.up), opensKnee, up: [.machine, .partner], ratio: .unstudied,
      safety: .spotterOrSafeties, easier: ["goblet-squat", "bodyweight-squat"]),
    row(
      "front-squat", "Front squat", ["barbell front squat", "front squat barbell"],
      [.quadriceps: 1, .glutes: 0.7, .core: 0.4], with: [.barbell, .rack], begins: .eccentric,
      .vertical(.up), opensKnee, up: [.machine], ratio: .unstudied, safety: .spotterOrSafeties,
      easier: ["goblet-squat", "bodyweight-squat"]),
    row(
      "box-squat", "Box squat", ["barbell box squat"],
      [.quadriceps: 1, .glutes: 0.8, .lowerBack: 0.4], with: [.barbell, .rack, .box],
      begins: .eccentric, .vertical(.up), opensKnee, up: [.machine], ratio: .unstudied,
      safety: .spotterOrSafeties),
    row(
      "goblet-squat", "Goblet squat", ["kettlebell goblet squat", "dumbbell goblet squat"],
      [.quadriceps: 1, .glutes: 0.7, .core: 0.3], with: [.dumbbells], begins: .eccentric,
      .vertical(.up), opensKnee, up: [.lighter], ratio: .unstudied, limbs: .both),
    row(
      "bodyweight-squat", "Bodyweight squat", ["air squat", "squat bodyweight"],
      [.quadriceps: 1, .glutes: 0.7], with: [], begins: .eccentric, .vertical(.up), opensKnee,
      up: [], ratio: .unstudied, body: 0.85),
    row(
      "pistol-squat", "Pistol squat", ["single leg squat", "one leg squat"],
      [.quadriceps: 1, .glutes: 0.9], with: [], begins: .eccentric, .vertical(.up), opensKnee,
      up: [.otherLimb], ratio: .unstudied, body: 0.9, limbs: .one,
      easier: ["step-down", "split-squat", "bodyweight-squat"]),
    row(
      "split-squat", "Split squat", ["dumbbell split squat", "static lunge"],
      [.quadriceps: 1, .glutes: 0.9, .hamstrings: 0.3], with: [.dumbbells], begins: .eccentric,
      .vertical(.up), opensKnee, up: [.hands], ratio: .unstudied, limbs: .one),
    row(
      "bulgarian-split-squat", "Bulgarian split squat",
      ["rear foot elevated split squat", "bulgarian split squat dumbbell"],
      [.quadriceps: 1, .glutes: 1, .hamstrings: 0.3], with: [.dumbbells, .bench],
      begins: .eccentric, .vertical(.up), opensKnee, up: [.hands], ratio: .unstudied, limbs: .one),
    row(
      "lunge", "Lunge",
      ["dumbbell lunge", "forward lunge"],
      [.quadriceps: 1, .glutes: 0.9, .hamstrings: 0.4], with: [.dumbbells], begins: .eccentric,
      .vertical(.up), opensKnee, up: [], ratio: .unstudied),
    row(
      "step-down", "Step-down", ["lateral step down", "eccentric step down", "heel tap"],
      [.quadriceps: 1, .glutes: 0.7], with: [.box], begins: .eccentric, .vertical(.up), opensKnee,
      up: [.otherLimb], ratio: .unstudied, body: 0.85, limbs: .one),
    row(
      "step-up", "Step-up", ["dumbbell step up", "box step up"],
      [.quadriceps: 1, .glutes: 0.9], with: [.box, .dumbbells], begins: .concentric,
      .vertical(.up), opensKnee, up: [.otherLimb], ratio: .unstudied, limbs: .one),
    row(
      "leg-press", "Leg press",
      [
        "leg press machine", "leg press horizontal", "leg press horizontal machine",
        "45 degree leg press",
      ],
      [.quadriceps: 1, .glutes: 0.8, .hamstrings: 0.3], with: [.machine], begins: .eccentric,
      .level, opensKnee, up: [.otherLimb, .partner], ratio: .legPress,
      easier: ["goblet-squat", "bodyweight-squat"]),
    row(
      "hack-squat", "Hack squat", ["hack squat machine"],
      [.quadriceps: 1, .glutes: 0.7], with: [.machine], begins: .eccentric, .vertical(.up),
      opensKnee, up: [.otherLimb], ratio: .unstudiedMachine),
    row(
      "leg-extension", "Leg extension", ["leg extension machine", "knee extension"],
      [.quadriceps: 1], with: [.machine], begins: .concentric, .inclination(.up), opensKnee,
      up: [.otherLimb, .partner], ratio: .legExtension),
    row(
      "lying-leg-curl", "Lying leg curl",
      ["leg curl", "lying leg curl machine", "prone leg curl", "hamstring curl"],
      [.hamstrings: 1, .calves: 0.3], with: [.machine], begins: .concentric, .inclination(.up),
      closesKnee, up: [.otherLimb, .partner], ratio: .legCurl,
      easier: ["romanian-deadlift", "glute-bridge"]),
    row(
      "seated-leg-curl", "Seated leg curl", ["seated leg curl machine"],
      [.hamstrings: 1, .calves: 0.3], with: [.machine], begins: .concentric, .inclination(.down),
      closesKnee, up: [.otherLimb, .partner], ratio: .legCurl, length: .long),
    row(
      "nordic-curl", "Nordic curl",
      ["nordic hamstring curl", "nordic", "nordic hamstring exercise", "russian leg curl"],
      [.hamstrings: 1, .glutes: 0.3, .calves: 0.3], with: [], begins: .eccentric,
      .inclination(.up), closesKnee, up: [.hands], ratio: .unstudied, body: 0.8, length: .long,
      easier: ["lying-leg-curl", "seated-leg-curl", "glute-bridge"]),
    row(
      "deadlift", "Deadlift",
      ["barbell deadlift", "conventional deadlift"],
      [.glutes: 1, .hamstrings: 0.8, .lowerBack: 1, .quadriceps: 0.5, .forearms: 0.4],
      with: [.barbell], begins: .concentric, .vertical(.up), opensHip, up: [], ratio: .unstudied),
    row(
      "sumo-deadlift", "Sumo deadlift", ["sumo deadlift barbell"],
      [.glutes: 1, .quadriceps: 0.8, .hamstrings: 0.6, .lowerBack: 0.7], with: [.barbell],
      begins: .concentric, .vertical(.up), opensHip, up: [], ratio: .unstudied),
    row(
      "trap-bar-deadlift", "Trap-bar deadlift", ["hex bar deadlift", "trap bar deadlift"],
      [.glutes: 1, .quadriceps: 0.8, .hamstrings: 0.6, .lowerBack: 0.7], with: [.barbell],
      begins: .concentric, .vertical(.up), opensHip, up: [], ratio: .unstudied),
    row(
      "romanian-deadlift", "Romanian deadlift",
      ["rdl", "romanian deadlift barbell"],
      [.hamstrings: 1, .glutes: 0.9, .lowerBack: 0.6], with: [.barbell], begins: .eccentric,
      .vertical(.up), opensHip, up: [.lighter], ratio: .unstudied, length: .long,
      easier: ["single-leg-romanian-deadlift", "glute-bridge"]),
    row(
      "single-leg-romanian-deadlift", "Single-leg Romanian deadlift",
      ["single leg rdl", "one leg deadlift"],
      [.hamstrings: 1, .glutes: 0.9, .lowerBack: 0.4], with: [.dumbbells], begins: .eccentric,
      .vertical(.up), opensHip, up: [.otherLimb], ratio: .unstudied, length: .long, limbs: .one),
    row(
      "good-morning", "Good morning", ["barbell good morning"],
      [.hamstrings: 1, .lowerBack: 0.9, .glutes: 0.7], with: [.barbell, .rack], begins: .eccentric,
      .vertical(.up), opensHip, up: [], ratio: .unstudied, safety: .spotterOrSafeties,
      length: .long),
    row(
      "hip-thrust", "Hip thrust", ["barbell hip thrust"],
      [.glutes: 1, .hamstrings: 0.5], with: [.barbell, .bench], begins: .concentric,
      .vertical(.up), opensHip, up: [.otherLimb], ratio: .unstudied, length: .short),
    row(
      "glute-bridge", "Glute bridge", [],
      [.glutes: 1, .hamstrings: 0.5], with: [], begins: .concentric, .vertical(.up), opensHip,
      up: [.otherLimb], ratio: .unstudied, body: 0.5, length: .short),
    row(
      "back-extension", "Back extension", ["hyperextension", "45 degree back extension"],
      [.lowerBack: 1, .glutes: 0.7, .hamstrings: 0.6], with: [.machine], begins: .eccentric,
      .inclination(.up), opensHip, up: [.hands], ratio: .unstudied, body: 0.5),
    row(
      "kettlebell-swing", "Kettlebell swing", ["kettlebell swings", "russian kettlebell swing"],
      [.glutes: 1, .hamstrings: 0.8, .lowerBack: 0.5], with: [.kettlebell], begins: .concentric,
      .inclination(.up), opensHip, up: [], ratio: .unstudied),
    row(
      "hip-abduction", "Hip abduction",
      ["hip abduction machine", "hip abductor", "hip abductor machine"],
      [.glutes: 1], with: [.machine], begins: .concentric, .level,
      Geometry.Joint(name: "hip", shortening: .opens), up: [.partner], ratio: .unstudiedMachine),
    row(
      "hip-adduction", "Hip adduction",
      ["hip adduction machine", "hip adductor", "hip adductor machine"],
      [.glutes: 0.4, .hamstrings: 0.4, .quadriceps: 0.4], with: [.machine], begins: .concentric,
      .level, closesHip, up: [.partner], ratio: .unstudiedMachine),
    row(
      "standing-calf-raise", "Standing calf raise",
      ["calf raise", "standing calf raise machine", "heel raise"],
      [.calves: 1], with: [.box], begins: .concentric, .vertical(.up), opensAnkle,
      up: [.otherLimb], ratio: .unstudied, body: 1),
    row(
      "seated-calf-raise", "Seated calf raise", ["calf raise seated", "seated calf raise machine"],
      [.calves: 1], with: [.machine], begins: .concentric, .vertical(.up), opensAnkle,
      up: [.otherLimb], ratio: .unstudiedMachine),
  ]
}
