extension Exercise {
  static let pullVariants: [Exercise?] = [
    like("pull-up", "ring-pull-up", "Ring pull-up", ["suspension pull-up"], with: [.rings]),
    like(
      "pull-up", "towel-pull-up", "Towel pull-up",
      shares: [.lats: 1, .elbowFlexors: 0.8, .forearms: 0.9, .upperBack: 0.6]),
    like("pull-up", "archer-pull-up", "Archer pull-up", up: [], limbs: .one),
    like("pull-up", "kipping-pull-up", "Kipping pull-up", ["butterfly pull-up"], up: []),
    like("pull-up", "muscle-up", "Muscle-up", ["bar muscle up", "ring muscle up"], up: []),
    like(
      "pull-up", "scapular-pull-up", "Scapular pull-up", ["scap pull-up", "scapula pull-up"],
      shares: [.upperBack: 1, .lats: 0.6, .forearms: 0.4], up: []),
    like(
      "chin-up", "flexed-arm-hang", "Flexed-arm hang",
      ["bent arm hang", "chin over bar hold", "chin-up hold"], up: [], isHeld: true),
    like(
      "lat-pulldown", "reverse-grip-lat-pulldown", "Reverse-grip lat pulldown",
      [
        "underhand lat pulldown", "lat pulldown underhand cable", "reverse grip lat pulldown cable",
      ],
      shares: [.lats: 1, .elbowFlexors: 0.9, .upperBack: 0.4]),
    like(
      "lat-pulldown", "single-arm-lat-pulldown", "Single-arm lat pulldown",
      ["one arm lat pulldown"], up: [.otherLimb], limbs: .one),
    like(
      "lat-pulldown", "iso-lateral-pulldown", "Iso-lateral pulldown",
      ["vertical traction machine", "hammer strength pulldown", "front lat pulldown machine"],
      with: [.machine], limbs: .each),
    like(
      "lat-pulldown", "band-pulldown", "Band pulldown",
      ["kneeling pulldown band", "lat pulldown band"], with: [.band], up: []),
    like("pullover", "barbell-pullover", "Barbell pullover", with: [.barbell, .bench], up: []),
    like("straight-arm-pulldown", "machine-pullover", "Machine pullover", with: [.machine]),
    like("straight-arm-pulldown", "straight-arm-pushdown", "Straight-arm cable pushdown"),
    like(
      "seated-cable-row", "wide-grip-cable-row", "Wide-grip seated cable row",
      ["seated wide grip row cable", "seated cable row bar wide grip", "wide grip cable row"]),
    like(
      "seated-cable-row", "v-grip-cable-row", "V-grip seated cable row",
      ["seated cable row v grip cable", "close grip cable row"]),
    like(
      "seated-cable-row", "single-arm-cable-row", "Single-arm cable row",
      ["one arm cable row", "single arm seated cable row"], up: [.otherLimb], limbs: .one),
    like(
      "machine-row", "iso-lateral-low-row", "Iso-lateral low row",
      ["low row machine", "iso lateral low row machine"], limbs: .each),
    like(
      "machine-row", "iso-lateral-high-row", "Iso-lateral high row",
      ["high row machine", "iso lateral high row machine", "hammer strength high row"],
      limbs: .each),
    like(
      "machine-row", "hammer-strength-row", "Plate-loaded row", ["hammer strength row"],
      limbs: .each),
    like("dumbbell-row", "kettlebell-row", "Kettlebell row", with: [.kettlebell]),
    like(
      "chest-supported-row", "dumbbell-bent-over-row", "Two-dumbbell bent-over row",
      ["bent over row dumbbell", "bent over dumbbell row"],
      shares: [.upperBack: 1, .lats: 0.9, .elbowFlexors: 0.5, .lowerBack: 0.3],
      with: [.dumbbells], up: [.lighter]),
    like(
      "dumbbell-row", "gorilla-row", "Gorilla row", ["gorilla row kettlebell"],
      with: [.kettlebell], up: []),
    like(
      "dumbbell-row", "renegade-row", "Renegade row", ["renegade row dumbbell"],
      shares: [.upperBack: 1, .lats: 0.8, .core: 0.8, .elbowFlexors: 0.5], up: [], limbs: .each),
    like(
      "dumbbell-row", "meadows-row", "Meadows row", ["meadows rows barbell"],
      with: [.barbell]),
    like("barbell-row", "pendlay-row", "Pendlay row", ["pendlay row barbell"]),
    like(
      "barbell-row", "underhand-barbell-row", "Underhand barbell row",
      ["yates row", "reverse grip bent over row", "bent over row underhand barbell"],
      shares: [.lats: 1, .upperBack: 0.9, .elbowFlexors: 0.7, .lowerBack: 0.3]),
    like(
      "barbell-row", "seal-row", "Seal row", ["barbell seal row"],
      shares: [.upperBack: 1, .lats: 0.8, .elbowFlexors: 0.5], with: [.barbell, .bench], up: []),
    like(
      "barbell-row", "smith-row", "Smith machine row", ["bent over row smith machine"],
      with: [.machine]),
    like(
      "t-bar-row", "machine-t-bar-row", "Chest-supported T-bar row",
      ["t-bar row machine", "lying t-bar row"],
      shares: [.upperBack: 1, .lats: 0.8, .elbowFlexors: 0.5], with: [.machine]),
    like("shrug", "barbell-shrug", "Barbell shrug", with: [.barbell]),
    like("shrug", "machine-shrug", "Machine shrug", with: [.machine]),
    like("shrug", "smith-shrug", "Smith machine shrug", with: [.machine]),
    like("shrug", "cable-shrug", "Cable shrug", with: [.cable]),
    like("shrug", "trap-bar-shrug", "Trap-bar shrug", ["hex bar shrug"], with: [.barbell]),
    like(
      "neck-flexion", "neck-extension", "Neck extension",
      ["lying neck extension", "lying neck extension weighted", "neck harness"],
      joint: opensNeck),
    like(
      "neck-flexion", "neck-side-flexion", "Neck side flexion", ["lateral neck flexion"],
      limbs: .one),
  ]
}
