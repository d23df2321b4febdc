extension Exercise {
  static let squatVariants: [Exercise?] = [
    like("squat", "pause-squat", "Pause squat", ["pause squat barbell", "paused squat"]),
    like("squat", "safety-bar-squat", "Safety-bar squat", ["safety squat bar squat", "ssb squat"]),
    like(
      "squat", "zercher-squat", "Zercher squat", ["zercher squat barbell"],
      shares: [.quadriceps: 1, .glutes: 0.8, .core: 0.5, .elbowFlexors: 0.3], up: []),
    like(
      "front-squat", "overhead-squat", "Overhead squat", ["overhead squat barbell"],
      shares: [.quadriceps: 1, .glutes: 0.7, .core: 0.5, .shoulders: 0.5], up: []),
    like("squat", "smith-squat", "Smith machine squat", with: [.machine], up: [.partner]),
    like("hack-squat", "pendulum-squat", "Pendulum squat", ["pendulum squat machine"]),
    like("hack-squat", "belt-squat", "Belt squat", ["belt squat machine"]),
    like("hack-squat", "machine-squat", "Machine squat", ["v squat", "squat machine"]),
    like("goblet-squat", "dumbbell-squat", "Dumbbell squat", limbs: .each),
    like(
      "goblet-squat", "sumo-squat", "Sumo squat",
      ["sumo squat dumbbell", "plie squat", "sumo squat kettlebell"],
      shares: [.quadriceps: 1, .glutes: 0.9, .core: 0.3]),
    like("bodyweight-squat", "band-squat", "Band squat", with: [.band], body: 0.85),
    like("bodyweight-squat", "jump-squat", "Jump squat", ["squat jump"]),
    like("bodyweight-squat", "box-jump", "Box jump", with: [.box], begins: .concentric),
    like(
      "bodyweight-squat", "cossack-squat", "Cossack squat", ["lateral lunge", "side lunge"],
      limbs: .each),
    like(
      "bodyweight-squat", "sissy-squat", "Sissy squat", ["sissy squat weighted"],
      shares: [.quadriceps: 1], length: .long),
    like(
      "bodyweight-squat", "reverse-nordic", "Reverse Nordic curl", ["reverse nordic"],
      shares: [.quadriceps: 1, .core: 0.3], up: [.hands], body: 0.6, length: .long),
    like(
      "bodyweight-squat", "spanish-squat", "Spanish squat",
      shares: [.quadriceps: 1, .glutes: 0.3], with: [.band]),
    like(
      "wall-sit", "spanish-squat-hold", "Spanish squat hold", ["isometric spanish squat"],
      with: [.band]),
    like("bodyweight-squat", "sit-to-stand", "Sit to stand", ["chair squat"], with: [.box]),
    like("pistol-squat", "shrimp-squat", "Shrimp squat", ["skater squat"], up: []),
    like(
      "pistol-squat", "decline-single-leg-squat", "Decline single-leg squat",
      ["single leg decline squat", "decline squat"], with: [.box]),
    like(
      "step-down", "poliquin-step-down", "Poliquin step-down",
      ["petersen step down", "poliquin step up", "peterson step up"],
      shares: [.quadriceps: 1, .glutes: 0.4]),
    like("split-squat", "barbell-split-squat", "Barbell split squat", with: [.barbell], up: []),
    like(
      "bulgarian-split-squat", "barbell-bulgarian-split-squat",
      "Barbell Bulgarian split squat", with: [.barbell, .bench, .rack], up: [],
      safety: .spotterOrSafeties),
    like(
      "bulgarian-split-squat", "smith-split-squat", "Smith machine split squat",
      ["bulgarian split squat smith machine"], with: [.machine], up: [.hands]),
    like("lunge", "bodyweight-lunge", "Bodyweight lunge", with: [], body: 0.85, limbs: .each),
    like("lunge", "barbell-lunge", "Barbell lunge", with: [.barbell], limbs: .each),
    like("lunge", "walking-lunge", "Walking lunge", ["walking lunge dumbbell"]),
    like("lunge", "reverse-lunge", "Reverse lunge", ["reverse lunge dumbbell"]),
    like(
      "lunge", "barbell-reverse-lunge", "Barbell reverse lunge", with: [.barbell],
      limbs: .each),
    like("lunge", "curtsy-lunge", "Curtsy lunge", ["curtsy lunge dumbbell"]),
    like(
      "lunge", "jumping-lunge", "Jumping lunge", ["jump lunge", "split jump"], with: [],
      body: 0.85, limbs: .each),
    like("step-up", "barbell-step-up", "Barbell step-up", with: [.barbell, .box], up: []),
    like(
      "leg-press", "single-leg-press", "Single-leg press",
      ["single leg press machine", "one leg press"], limbs: .one),
    like("leg-press", "seated-leg-press", "Seated leg press", ["seated leg press machine"]),
    like("leg-extension", "single-leg-extension", "Single-leg extension", limbs: .one),
    like(
      "leg-extension", "band-leg-extension", "Band leg extension", with: [.band], up: [],
      limbs: .one),
  ]
}
