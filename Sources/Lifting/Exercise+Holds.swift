extension Exercise {
  /// What is held for seconds or carried over metres; no way up, since nothing is lowered.
  static let holds: [Exercise] = [
    row(
      "plank", "Plank", ["front plank", "forearm plank", "elbow plank", "high plank"],
      [.core: 1, .shoulders: 0.3], with: [], begins: .concentric, .level, closesHip, up: [],
      ratio: .unstudied, body: 0.6, isHeld: true, isProposed: false),
    row(
      "dead-hang", "Dead hang", ["hang", "bar hang", "passive hang", "active hang"],
      [.forearms: 1, .lats: 0.3], with: [.pullUpBar], begins: .concentric, .level, turnsWrist,
      up: [], ratio: .unstudied, body: 1, isHeld: true, isProposed: false),
    row(
      "wall-sit", "Wall sit", ["wall squat hold", "isometric wall squat"],
      [.quadriceps: 1, .glutes: 0.4], with: [], begins: .concentric, .level, opensKnee, up: [],
      ratio: .unstudied, body: 0.85, isHeld: true, isProposed: false),
    row(
      "farmers-carry", "Farmer’s carry",
      [
        "farmer carry", "farmers walk", "farmer's walk", "farmers carry dumbbell", "farmer walk",
        "farmer's carry kettlebell", "loaded carry",
      ],
      [.forearms: 1, .upperBack: 0.7, .core: 0.6, .glutes: 0.3, .quadriceps: 0.3],
      with: [.dumbbells], begins: .concentric, .level, raisesShoulder, up: [], ratio: .unstudied,
      isCarried: true, isProposed: false),
    row(
      "neck-flexion", "Neck flexion",
      ["neck curl", "lying neck curl", "lying neck curl weighted", "neck flexion weighted"],
      [.upperBack: 0.5], with: [], begins: .concentric, .inclination(.up), closesNeck, up: [],
      ratio: .unstudied, isProposed: false),
    row(
      "tibialis-raise", "Tibialis raise",
      ["tib raise", "tibialis anterior raise", "toe raise", "tib bar raise"],
      [.calves: 0.5], with: [], begins: .concentric, .inclination(.up), closesAnkle, up: [],
      ratio: .unstudied, isProposed: false),
    row(
      "russian-twist", "Russian twist",
      ["russian twist bodyweight", "russian twist weighted", "seated twist"],
      [.core: 1], with: [], begins: .concentric, .level, turnsTrunk, up: [], ratio: .unstudied,
      isProposed: false),
    row(
      "side-bend", "Side bend", ["side bend dumbbell", "dumbbell oblique side bend"],
      [.core: 1, .forearms: 0.3], with: [.dumbbells], begins: .eccentric, .vertical(.up),
      turnsTrunk, up: [], ratio: .unstudied, limbs: .one, isProposed: false),
  ]

  /// What takes the whole body and is thrown or caught: not for negatives.
  static let wholeBody: [Exercise] = [
    row(
      "power-clean", "Power clean", ["power clean barbell"],
      [
        .glutes: 1, .quadriceps: 0.8, .hamstrings: 0.7, .lowerBack: 0.7, .upperBack: 0.8,
        .forearms: 0.4,
      ],
      with: [.barbell], begins: .concentric, .vertical(.up), opensHip, up: [], ratio: .unstudied,
      isProposed: false),
    row(
      "thruster", "Thruster", ["barbell thruster"],
      [.quadriceps: 1, .glutes: 0.8, .shoulders: 0.8, .elbowExtensors: 0.5, .core: 0.3],
      with: [.barbell, .rack], begins: .eccentric, .vertical(.up), opensKnee, up: [],
      ratio: .unstudied, isProposed: false),
    row(
      "burpee", "Burpee", ["burpees"],
      [.quadriceps: 0.6, .chest: 0.6, .shoulders: 0.4, .elbowExtensors: 0.4, .core: 0.4],
      with: [], begins: .eccentric, .vertical(.up), opensKnee, up: [], ratio: .unstudied,
      body: 0.8, isProposed: false),
  ]
}
