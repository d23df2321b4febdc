extension Exercise {
  static let chestVariants: [Exercise?] = [
    like(
      "bench-press", "wide-grip-bench-press", "Wide-grip bench press",
      ["wide grip barbell bench press"], shares: [.chest: 1, .elbowExtensors: 0.5, .shoulders: 0.6]
    ),
    like(
      "bench-press", "reverse-grip-bench-press", "Reverse-grip bench press",
      ["reverse grip barbell bench press", "underhand bench press"],
      shares: [.chest: 1, .elbowExtensors: 0.7, .elbowFlexors: 0.3, .shoulders: 0.4]),
    like(
      "bench-press", "pause-bench-press", "Pause bench press",
      ["paused bench press", "pause barbell bench press", "spoto press"]),
    like(
      "bench-press", "feet-up-bench-press", "Feet-up bench press",
      ["feet up barbell bench press", "larsen press"]),
    like(
      "bench-press", "floor-press", "Floor press", ["barbell floor press"],
      shares: [.elbowExtensors: 1, .chest: 0.8, .shoulders: 0.3], with: [.barbell, .rack],
      up: [.partner], length: .short),
    like(
      "bench-press", "board-press", "Board press",
      ["barbell board press", "pin press"],
      shares: [.elbowExtensors: 1, .chest: 0.8, .shoulders: 0.4], length: .short),
    like(
      "close-grip-bench-press", "jm-press", "JM press", ["barbell JM press"],
      shares: [.elbowExtensors: 1, .chest: 0.5]),
    like(
      "smith-bench-press", "smith-incline-bench-press", "Smith machine incline bench press",
      ["smith incline press", "smith machine incline press"],
      shares: [.chest: 1, .shoulders: 0.7, .elbowExtensors: 0.6]),
    like(
      "smith-bench-press", "smith-decline-bench-press", "Smith machine decline bench press",
      ["smith decline press"], shares: [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.3]),
    like(
      "smith-bench-press", "smith-close-grip-bench-press", "Smith machine close-grip bench press",
      shares: [.elbowExtensors: 1, .chest: 0.7, .shoulders: 0.4]),
    like(
      "dumbbell-bench-press", "decline-dumbbell-bench-press", "Decline dumbbell bench press",
      ["decline dumbbell press"], shares: [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.3]),
    like(
      "dumbbell-bench-press", "single-arm-dumbbell-bench-press", "Single-arm dumbbell bench press",
      ["one arm dumbbell bench press"],
      shares: [.chest: 1, .elbowExtensors: 0.5, .shoulders: 0.5, .core: 0.4], limbs: .one),
    like(
      "dumbbell-bench-press", "dumbbell-squeeze-press", "Dumbbell squeeze press",
      ["squeeze press", "hex press", "dumbbell hex press", "crush press"]),
    like(
      "dumbbell-bench-press", "dumbbell-floor-press", "Dumbbell floor press",
      ["kettlebell floor press"],
      shares: [.elbowExtensors: 1, .chest: 0.8, .shoulders: 0.3], with: [.dumbbells],
      length: .short),
    like(
      "machine-chest-press", "iso-lateral-chest-press", "Iso-lateral chest press",
      [
        "iso lateral chest press machine", "hammer strength chest press",
        "plate loaded chest press",
      ], limbs: .each),
    like(
      "machine-incline-press", "iso-lateral-incline-press", "Iso-lateral incline press",
      [
        "iso lateral incline chest press machine", "hammer strength incline press",
        "incline hammer strength chest press", "incline hammer strength press",
      ], limbs: .each),
    like(
      "machine-chest-press", "machine-decline-press", "Machine decline press",
      [
        "decline chest press machine", "decline hammer strength chest press",
        "iso lateral decline chest press machine",
      ],
      shares: [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.3]),
    like(
      "machine-chest-press", "cable-chest-press", "Cable chest press",
      ["cable bench press", "standing cable chest press", "cable press"], with: [.cable],
      limbs: .each),
    like(
      "machine-incline-press", "cable-incline-press", "Cable incline press",
      ["incline bench press cable", "incline cable chest press"], with: [.cable, .bench],
      limbs: .each),
    like(
      "machine-chest-press", "band-chest-press", "Band chest press",
      ["chest press band", "resistance band chest press"], with: [.band], up: []),
    like(
      "push-up", "diamond-push-up", "Diamond push-up",
      ["close grip push-up", "narrow push-up", "triangle push-up", "diamond pushup"],
      shares: [.elbowExtensors: 1, .chest: 0.8, .shoulders: 0.5, .core: 0.3]),
    like(
      "push-up", "wide-push-up", "Wide push-up", ["wide grip push-up", "wide pushup"],
      shares: [.chest: 1, .elbowExtensors: 0.5, .shoulders: 0.5, .core: 0.3]),
    like(
      "push-up", "decline-push-up", "Decline push-up",
      ["feet elevated push-up", "decline pushup", "elevated push-up"],
      shares: [.chest: 1, .shoulders: 0.7, .elbowExtensors: 0.6, .core: 0.3], with: [.box],
      body: 0.74),
    like(
      "push-up", "weighted-push-up", "Weighted push-up",
      ["weighted pushup", "weighted vest push-up"]),
    like("push-up", "band-push-up", "Band push-up", ["resistance band push-up"], with: [.band]),
    like(
      "push-up", "ring-push-up", "Ring push-up",
      ["ring pushup", "suspension push-up", "trx push-up"],
      shares: [.chest: 1, .elbowExtensors: 0.6, .shoulders: 0.5, .core: 0.5], with: [.rings]),
    like(
      "push-up", "deficit-push-up", "Deficit push-up", ["deep push-up"], with: [.box],
      length: .long),
    like(
      "push-up", "archer-push-up", "Archer push-up",
      ["archer pushup"], limbs: .one),
    like("push-up", "clap-push-up", "Clap push-up", ["plyometric push-up", "clap pushup"], up: []),
    like(
      "push-up", "pike-push-up", "Pike push-up", ["pike pushup", "elevated pike push-up"],
      shares: [.shoulders: 1, .elbowExtensors: 0.7, .chest: 0.3]),
    like(
      "push-up", "handstand-push-up", "Handstand push-up",
      ["handstand pushup", "hspu", "wall handstand push-up"],
      shares: [.shoulders: 1, .elbowExtensors: 0.8, .core: 0.3], up: [], body: 0.95),
    like("dip", "ring-dip", "Ring dip", ["rings dip"], with: [.rings]),
    like(
      "dip", "weighted-dip", "Weighted dip",
      ["chest dip weighted", "triceps dip weighted", "dip weighted parallel bar"]),
    like(
      "assisted-dip", "seated-dip-machine", "Seated dip machine",
      ["dip machine", "machine dip", "seated dip", "triceps dip machine"],
      shares: [.elbowExtensors: 1, .chest: 0.7, .shoulders: 0.4], begins: .concentric,
      moves: .vertical(.down), up: [.otherLimb, .partner], ratio: .unstudiedMachine, body: 0,
      isAssisted: false),
    like(
      "assisted-dip", "band-assisted-dip", "Band-assisted dip", ["dip band", "chest dip band"],
      with: [.dipBars, .band]),
    like(
      "dumbbell-fly", "incline-dumbbell-fly", "Incline dumbbell fly",
      ["incline fly", "incline chest fly dumbbell"], shares: [.chest: 1, .shoulders: 0.5]),
    like(
      "dumbbell-fly", "decline-dumbbell-fly", "Decline dumbbell fly",
      ["decline fly", "decline chest fly dumbbell"]),
    like(
      "cable-fly", "low-cable-fly", "Low cable fly",
      [
        "rising cable fly", "low cable crossover", "low cable fly crossover",
        "upward cable fly",
      ],
      shares: [.chest: 1, .shoulders: 0.5], moves: .inclination(.up)),
    like(
      "cable-fly", "high-cable-fly", "High cable fly",
      [
        "downward cable fly", "high cable crossover", "decline cable fly",
      ],
      moves: .inclination(.down)),
    like(
      "cable-fly", "single-arm-cable-fly", "Single-arm cable fly",
      ["single arm cable crossover", "one arm cable fly"], limbs: .one),
    like(
      "cable-fly", "incline-cable-fly", "Incline cable fly", ["incline cable chest fly"],
      shares: [.chest: 1, .shoulders: 0.5], with: [.cable, .bench], limbs: .each),
    like(
      "cable-fly", "band-fly", "Band fly", ["chest fly band"], with: [.band], up: [], limbs: .each),
    like(
      "dumbbell-fly", "suspension-fly", "Ring fly", ["chest fly suspension", "suspension fly"],
      with: [.rings], up: [.feet], body: 0.5),
    like(
      "pec-deck", "seated-machine-fly", "Seated machine fly",
      ["chest fly seated machine", "butterfly narrow grip"], limbs: .each),
    like(
      "push-press", "svend-press", "Svend press",
      ["plate squeeze", "plate press", "plate squeeze svend press"],
      shares: [.chest: 1, .shoulders: 0.4], with: [], moves: .level),
  ]
}
