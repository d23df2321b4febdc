extension Exercise {
  static let shoulderVariants: [Exercise?] = [
    like(
      "overhead-press", "seated-barbell-press", "Seated barbell press",
      ["seated overhead press barbell", "seated barbell shoulder press", "seated military press"],
      shares: [.shoulders: 1, .elbowExtensors: 0.7], with: [.barbell, .bench, .rack]),
    like(
      "overhead-press", "behind-the-neck-press", "Behind-the-neck press",
      ["behind the neck barbell press", "behind neck press"], up: []),
    like("overhead-press", "z-press", "Z press", ["seated floor press barbell"]),
    like("overhead-press", "log-press", "Log press"),
    like(
      "machine-shoulder-press", "smith-overhead-press", "Smith machine overhead press",
      ["smith machine shoulder press", "seated smith machine overhead press"],
      up: [.partner], ratio: .unstudiedMachine, safety: .spotterOrSafeties),
    like(
      "machine-shoulder-press", "iso-lateral-shoulder-press", "Iso-lateral shoulder press",
      ["hammer strength shoulder press", "shoulder press plate loaded"], limbs: .each),
    like(
      "machine-shoulder-press", "cable-overhead-press", "Cable overhead press",
      ["cable shoulder press"], with: [.cable], limbs: .each),
    like(
      "dumbbell-shoulder-press", "single-arm-dumbbell-press", "Single-arm dumbbell shoulder press",
      ["one arm standing dumbbell press", "one arm dumbbell shoulder press"],
      up: [.otherLimb, .lighter], limbs: .one),
    like(
      "dumbbell-shoulder-press", "kettlebell-press", "Kettlebell press",
      ["kettlebell shoulder press", "kettlebell overhead press"], with: [.kettlebell],
      up: [.otherLimb, .lighter], limbs: .one),
    like(
      "dumbbell-shoulder-press", "band-overhead-press", "Band overhead press",
      ["band shoulder press"], with: [.band], up: []),
    like(
      "dumbbell-lateral-raise", "seated-lateral-raise", "Seated lateral raise",
      ["seated dumbbell lateral raise"]),
    like(
      "dumbbell-lateral-raise", "band-lateral-raise", "Band lateral raise",
      with: [.band], up: [], limbs: .one),
    like(
      "dumbbell-lateral-raise", "leaning-lateral-raise", "Leaning lateral raise",
      ["single arm dumbbell lateral raise"], limbs: .one),
    like("dumbbell-front-raise", "barbell-front-raise", "Barbell front raise", with: [.barbell]),
    like("dumbbell-front-raise", "plate-front-raise", "Plate front raise", with: [], limbs: .both),
    like("dumbbell-front-raise", "cable-front-raise", "Cable front raise", with: [.cable]),
    like("dumbbell-front-raise", "band-front-raise", "Band front raise", with: [.band], up: []),
    like(
      "dumbbell-front-raise", "y-raise", "Y raise",
      ["chest supported y raise dumbbell", "incline y raise", "prone y raise"],
      shares: [.upperBack: 1, .shoulders: 0.8]),
    like(
      "reverse-fly", "cable-reverse-fly", "Cable reverse fly",
      ["rear delt reverse fly cable", "cable rear delt fly"], with: [.cable], moves: .level,
      limbs: .each),
    like(
      "reverse-fly", "machine-reverse-fly", "Machine reverse fly",
      [
        "rear delt machine fly", "rear delt reverse fly machine", "reverse pec deck",
        "butterfly reverse", "rear delt fly machine",
      ], with: [.machine], moves: .level,
      up: [.otherLimb, .partner], limbs: .each),
    like(
      "reverse-fly", "band-pull-apart", "Band pull-apart", ["band pullapart", "band pull aparts"],
      with: [.band], moves: .level, up: []),
    like("upright-row", "dumbbell-upright-row", "Dumbbell upright row", with: [.dumbbells]),
    like("upright-row", "cable-upright-row", "Cable upright row", with: [.cable], up: []),
    like(
      "upright-row", "smith-upright-row", "Smith machine upright row",
      ["upright row multi press"], with: [.machine], up: []),
    like("face-pull", "band-face-pull", "Band face pull", with: [.band], up: []),
    like(
      "band-external-rotation", "cable-external-rotation", "Cable external rotation",
      ["cable shoulder external rotation"], with: [.cable], up: [.otherLimb]),
    like(
      "band-internal-rotation", "cable-internal-rotation", "Cable internal rotation",
      ["cable shoulder internal rotation"], with: [.cable], up: [.otherLimb]),
    like(
      "band-external-rotation", "dumbbell-external-rotation", "Dumbbell external rotation",
      ["side lying external rotation", "lying external rotation dumbbell"], with: [.dumbbells],
      moves: .inclination(.up), up: [.otherLimb]),
    like(
      "band-external-rotation", "cuban-press", "Cuban press", ["cuban rotation"],
      with: [.dumbbells], moves: .inclination(.up), limbs: .each),
    like(
      "dumbbell-shoulder-press", "around-the-world", "Around the world",
      shares: [.shoulders: 1, .chest: 0.5], moves: .level, up: []),
  ]
}
