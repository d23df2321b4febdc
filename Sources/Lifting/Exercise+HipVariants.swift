extension Exercise {
  static let hipVariants: [Exercise?] = [
    like(
      "deadlift", "deficit-deadlift", "Deficit deadlift", ["deficit deadlift barbell"],
      with: [.barbell, .box]),
    like(
      "deadlift", "rack-pull", "Rack pull", ["rack pull barbell", "block pull"],
      shares: [.glutes: 1, .lowerBack: 1, .hamstrings: 0.6, .upperBack: 0.5, .forearms: 0.4],
      with: [.barbell, .rack]),
    like("deadlift", "smith-deadlift", "Smith machine deadlift", with: [.machine]),
    like("deadlift", "dumbbell-deadlift", "Dumbbell deadlift", with: [.dumbbells]),
    like("deadlift", "kettlebell-deadlift", "Kettlebell deadlift", with: [.kettlebell]),
    like("deadlift", "band-deadlift", "Band deadlift", with: [.band]),
    like(
      "romanian-deadlift", "dumbbell-romanian-deadlift", "Dumbbell Romanian deadlift",
      ["dumbbell rdl"], with: [.dumbbells]),
    like(
      "romanian-deadlift", "smith-romanian-deadlift", "Smith machine Romanian deadlift",
      with: [.machine], up: []),
    like(
      "romanian-deadlift", "stiff-leg-deadlift", "Stiff-leg deadlift",
      ["stiff legged deadlift", "straight leg deadlift", "stiff leg deadlift barbell"]),
    like(
      "romanian-deadlift", "dumbbell-stiff-leg-deadlift", "Dumbbell stiff-leg deadlift",
      with: [.dumbbells]),
    like(
      "single-leg-romanian-deadlift", "barbell-single-leg-romanian-deadlift",
      "Barbell single-leg Romanian deadlift", with: [.barbell], up: []),
    like(
      "good-morning", "seated-good-morning", "Seated good morning", with: [.barbell, .rack, .bench]),
    like("good-morning", "band-good-morning", "Band good morning", with: [.band]),
    like(
      "good-morning", "jefferson-curl", "Jefferson curl",
      shares: [.lowerBack: 1, .hamstrings: 0.8], with: [.dumbbells], limbs: .both),
    like(
      "hip-thrust", "machine-hip-thrust", "Machine hip thrust", with: [.machine],
      up: [.otherLimb, .partner]),
    like(
      "hip-thrust", "dumbbell-hip-thrust", "Dumbbell hip thrust", with: [.dumbbells, .bench],
      limbs: .both),
    like(
      "hip-thrust", "bodyweight-hip-thrust", "Bodyweight hip thrust", with: [.bench],
      body: 0.5),
    like(
      "hip-thrust", "single-leg-hip-thrust", "Single-leg hip thrust", with: [.bench],
      body: 0.5, limbs: .one),
    like(
      "glute-bridge", "single-leg-glute-bridge", "Single-leg glute bridge",
      ["single leg bridge"], limbs: .one),
    like(
      "glute-bridge", "barbell-glute-bridge", "Barbell glute bridge", with: [.barbell],
      body: 0),
    like("glute-bridge", "frog-pump", "Frog pump", ["frog pumps dumbbell"], up: []),
    like(
      "hip-thrust", "cable-pull-through", "Cable pull-through", ["pull through"],
      shares: [.glutes: 1, .hamstrings: 0.7, .lowerBack: 0.4], with: [.cable], begins: .eccentric,
      moves: .level, up: [], length: .full),
    like(
      "hip-abduction", "cable-kickback", "Cable glute kickback",
      ["cable kickback", "glute kickback cable"], with: [.cable], up: [.partner], limbs: .one),
    like(
      "hip-abduction", "machine-kickback", "Machine glute kickback",
      ["glute kickback machine", "rear kick machine"], limbs: .one),
    like(
      "hip-abduction", "donkey-kick", "Donkey kick", ["quadruped hip extension"], with: [],
      up: [], limbs: .one),
    like(
      "hip-abduction", "clamshell", "Clamshell", ["band clamshell"], with: [.band], up: [],
      limbs: .one),
    like("hip-abduction", "fire-hydrant", "Fire hydrant", with: [], up: [], limbs: .one),
    like(
      "hip-abduction", "cable-hip-abduction", "Cable hip abduction", with: [.cable],
      limbs: .one),
    like(
      "hip-abduction", "lateral-band-walk", "Lateral band walk",
      ["band side step", "monster walk"], with: [.band], up: [], limbs: .each),
    like(
      "hip-adduction", "cable-hip-adduction", "Cable hip adduction", with: [.cable],
      limbs: .one),
    like(
      "hip-adduction", "copenhagen-adduction", "Copenhagen adduction",
      ["copenhagen adduction exercise"], with: [.bench], up: [], body: 0.5, limbs: .one),
    like(
      "hip-adduction", "copenhagen-plank", "Copenhagen plank",
      ["copenhagen", "copenhagen side plank"],
      shares: [.core: 0.8, .glutes: 0.4, .hamstrings: 0.4, .quadriceps: 0.4], with: [.bench],
      up: [], body: 0.5, limbs: .one, isHeld: true),
    like(
      "lying-leg-curl", "standing-leg-curl", "Standing leg curl",
      ["standing leg curl machine", "single leg curl"], up: [.partner], limbs: .one),
    like(
      "lying-leg-curl", "cable-leg-curl", "Cable leg curl", with: [.cable], up: [.partner],
      limbs: .one),
    like("lying-leg-curl", "band-leg-curl", "Band leg curl", with: [.band], up: []),
    like(
      "nordic-curl", "band-assisted-nordic-curl", "Band-assisted Nordic curl",
      ["assisted nordic curl"], with: [.band], isAssisted: true),
    like(
      "nordic-curl", "sliding-leg-curl", "Sliding leg curl",
      ["slider leg curl", "stability ball leg curl", "swiss ball leg curl", "ring leg curl"],
      up: [], body: 0.4),
    like("nordic-curl", "glute-ham-raise", "Glute-ham raise", ["ghr"], with: [.machine]),
    like("nordic-curl", "razor-curl", "Razor curl", up: [.hands], body: 0.6),
    like(
      "back-extension", "machine-back-extension", "Machine back extension",
      with: [.machine], begins: .concentric, up: [], body: 0),
    like(
      "back-extension", "weighted-back-extension", "Weighted back extension",
      ["weighted hyperextension", "back extension weighted hyperextension"]),
    like(
      "back-extension", "reverse-hyperextension", "Reverse hyperextension",
      ["reverse hyper"], shares: [.glutes: 1, .lowerBack: 0.7, .hamstrings: 0.6],
      begins: .concentric, up: [], body: 0.3),
    like(
      "back-extension", "superman", "Superman", with: [], begins: .concentric, up: [],
      body: 0.3, isHeld: false),
    like(
      "back-extension", "sorensen-hold", "Sorensen hold", ["back extension hold"],
      up: [], isHeld: true),
  ]
}
