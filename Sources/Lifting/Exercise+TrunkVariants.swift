extension Exercise {
  static let lowerLegVariants: [Exercise?] = [
    like(
      "standing-calf-raise", "heel-drop", "Heel drop",
      ["eccentric heel drop", "alfredson heel drop"], begins: .eccentric, limbs: .one),
    like(
      "standing-calf-raise", "bent-knee-heel-drop", "Bent-knee heel drop",
      ["soleus heel drop"], begins: .eccentric, limbs: .one),
    like(
      "standing-calf-raise", "single-leg-calf-raise", "Single-leg calf raise",
      ["single leg standing calf raise", "one leg calf raise"], limbs: .one),
    like(
      "standing-calf-raise", "barbell-calf-raise", "Barbell calf raise",
      ["standing calf raise barbell"], with: [.barbell, .box], up: []),
    like(
      "standing-calf-raise", "dumbbell-calf-raise", "Dumbbell calf raise",
      ["standing calf raise dumbbell"], with: [.dumbbells, .box]),
    like(
      "standing-calf-raise", "smith-calf-raise", "Smith machine calf raise",
      ["standing calf raise smith machine", "standing calf raise smith"], with: [.machine, .box]),
    like(
      "standing-calf-raise", "donkey-calf-raise", "Donkey calf raise",
      ["donkey calf raise machine"]),
    like(
      "seated-calf-raise", "leg-press-calf-raise", "Calf press on the leg press",
      [
        "calf press", "calf press machine", "leg press calf raise", "calf extension machine",
        "calf press seated leg press", "calf press using leg press machine",
      ], moves: .level),
    like(
      "seated-calf-raise", "dumbbell-seated-calf-raise", "Dumbbell seated calf raise",
      with: [.dumbbells, .box]),
    like(
      "seated-calf-raise", "hack-squat-calf-raise", "Calf raise on the hack squat",
      ["calf raise hack squat machine", "calf raises hackenschmitt machine"], body: 0),
    like(
      "tibialis-raise", "band-dorsiflexion", "Band dorsiflexion", ["ankle dorsiflexion"],
      with: [.band], moves: .level, limbs: .one),
  ]

  static let trunkVariants: [Exercise?] = [
    like(
      "plank", "side-plank", "Side plank", ["side bridge"],
      shares: [.core: 1, .shoulders: 0.3, .glutes: 0.3], limbs: .one),
    like(
      "plank", "reverse-plank", "Reverse plank",
      shares: [.core: 0.6, .glutes: 0.6, .hamstrings: 0.4, .lowerBack: 0.4]),
    like("plank", "weighted-plank", "Weighted plank"),
    like("plank", "hollow-hold", "Hollow hold", ["hollow body hold", "hollow body"], body: 0.4),
    like(
      "plank", "arch-hold", "Arch hold", ["superman hold"], shares: [.lowerBack: 1, .glutes: 0.5],
      body: 0.4),
    like(
      "plank", "l-sit", "L-sit", ["l sit hold"],
      shares: [.core: 1, .elbowExtensors: 0.4, .quadriceps: 0.3], with: [.dipBars], body: 0.4),
    like("plank", "bear-hold", "Bear hold", ["bear plank"]),
    like(
      "dead-hang", "single-arm-dead-hang", "Single-arm dead hang", ["one arm hang"],
      limbs: .one),
    like(
      "dead-hang", "plate-pinch", "Plate pinch", ["pinch grip hold", "plate pinch hold"],
      shares: [.forearms: 1], with: [], body: 0, limbs: .each),
    like(
      "farmers-carry", "suitcase-carry", "Suitcase carry",
      ["suitcase walk", "single arm farmers carry"],
      shares: [.core: 1, .forearms: 1, .upperBack: 0.5], limbs: .one),
    like(
      "farmers-carry", "overhead-carry", "Overhead carry", ["overhead walk", "waiter carry"],
      shares: [.shoulders: 1, .core: 0.6, .elbowExtensors: 0.3]),
    like(
      "farmers-carry", "front-rack-carry", "Front-rack carry", ["rack carry"],
      shares: [.core: 1, .upperBack: 0.6, .shoulders: 0.3], with: [.kettlebell]),
    like(
      "farmers-carry", "sandbag-carry", "Sandbag carry", ["bear hug carry"],
      shares: [.core: 1, .upperBack: 0.6, .glutes: 0.4], with: []),
    like(
      "hanging-leg-raise", "hanging-knee-raise", "Hanging knee raise",
      ["knee raise", "hanging knee raises"], body: 0.25),
    like(
      "hanging-leg-raise", "hanging-straight-leg-raise", "Hanging straight-leg raise",
      ["straight leg raise hanging", "strict hanging leg raise"]),
    like("hanging-leg-raise", "toes-to-bar", "Toes to bar", ["t2b", "knees to elbows"]),
    like(
      "hanging-leg-raise", "captains-chair-knee-raise", "Captain’s chair knee raise",
      ["knee raise captain's chair", "leg raise parallel bar", "captain chair"],
      shares: [.core: 1], with: [.dipBars], body: 0.25),
    like(
      "hanging-leg-raise", "lying-leg-raise", "Lying leg raise",
      ["flat leg raise", "lying straight leg raise", "flat knee raise"], shares: [.core: 1],
      with: [], up: [], body: 0.3),
    like(
      "hanging-leg-raise", "straight-leg-raise", "Straight-leg raise", ["slr"],
      shares: [.quadriceps: 0.6, .core: 0.5], with: [], up: [], body: 0.15, limbs: .one),
    like("crunch", "machine-crunch", "Machine crunch", with: [.machine], up: [.partner], body: 0),
    like("crunch", "decline-crunch", "Decline crunch", with: [.bench], body: 0.35),
    like("crunch", "reverse-crunch", "Reverse crunch", ["negative crunch"], up: []),
    like("crunch", "bicycle-crunch", "Bicycle crunch", ["cross body crunch"], up: []),
    like("crunch", "oblique-crunch", "Oblique crunch", ["side crunch"], up: []),
    like("crunch", "stability-ball-crunch", "Stability-ball crunch", ["swiss ball crunch"]),
    like("sit-up", "decline-sit-up", "Decline sit-up", with: [.bench]),
    like("sit-up", "v-up", "V-up", ["jackknife sit up", "jackknife"], up: []),
    like("sit-up", "ghd-sit-up", "GHD sit-up", with: [.machine], length: .long),
    like(
      "russian-twist", "cable-twist", "Cable twist", ["cable woodchop", "woodchopper"],
      with: [.cable], limbs: .one),
    like(
      "russian-twist", "torso-rotation", "Machine torso rotation",
      ["torso rotation machine"], with: [.machine], limbs: .one),
    like(
      "russian-twist", "landmine-rotation", "Landmine rotation", ["landmine 180"],
      with: [.barbell]),
    like(
      "russian-twist", "pallof-press", "Pallof press",
      ["palloff press", "cable core pallof press", "cable core palloff press"],
      with: [.cable], limbs: .one),
    like("side-bend", "cable-side-bend", "Cable side bend", with: [.cable]),
    like("plank", "dead-bug", "Dead bug", with: [], body: 0.2, limbs: .each, isHeld: false),
    like(
      "plank", "bird-dog", "Bird dog", shares: [.core: 0.8, .lowerBack: 0.6, .glutes: 0.4],
      body: 0.2, limbs: .each, isHeld: false),
    like("plank", "mountain-climber", "Mountain climber", limbs: .each, isHeld: false),
    like("plank", "hollow-rock", "Hollow rock", body: 0.4, isHeld: false),
    like("ab-wheel", "body-saw", "Body saw", ["plank saw"], up: []),
    like("ab-wheel", "barbell-rollout", "Barbell rollout", with: [.barbell]),
    like(
      "ab-wheel", "dragon-flag", "Dragon flag", with: [.bench], moves: .inclination(.up),
      up: [.feet], body: 0.8),
  ]

  static let wholeBodyVariants: [Exercise?] = [
    like("power-clean", "clean", "Clean", ["clean barbell", "squat clean"]),
    like("power-clean", "hang-clean", "Hang clean", ["hang clean barbell", "hang power clean"]),
    like("power-clean", "clean-and-jerk", "Clean and jerk", ["clean and jerk barbell"]),
    like("power-clean", "snatch", "Snatch", ["snatch barbell"]),
    like("power-clean", "power-snatch", "Power snatch", ["power snatch barbell"]),
    like("power-clean", "hang-snatch", "Hang snatch", ["hang snatch barbell"]),
    like("power-clean", "snatch-pull", "Snatch pull", ["snatch high pull"]),
    like("power-clean", "clean-pull", "Clean pull", ["clean high pull"]),
    like(
      "power-clean", "deadlift-high-pull", "Deadlift high pull",
      ["deadlift high pull barbell", "sumo deadlift high pull"]),
    like("power-clean", "jump-shrug", "Jump shrug", ["jump shrug barbell"]),
    like("power-clean", "kettlebell-clean", "Kettlebell clean", with: [.kettlebell], limbs: .one),
    like(
      "power-clean", "kettlebell-snatch", "Kettlebell snatch", with: [.kettlebell],
      limbs: .one),
    like("push-press", "split-jerk", "Split jerk", ["jerk", "push jerk", "power jerk"]),
    like(
      "push-press", "turkish-get-up", "Turkish get-up", ["kettlebell turkish get up"],
      shares: [.shoulders: 1, .core: 0.8, .glutes: 0.4], with: [.kettlebell], limbs: .one),
    like("thruster", "dumbbell-thruster", "Dumbbell thruster", with: [.dumbbells]),
    like("thruster", "kettlebell-thruster", "Kettlebell thruster", with: [.kettlebell]),
    like("thruster", "wall-ball", "Wall ball", with: []),
  ]
}
