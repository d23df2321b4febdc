extension Exercise {
  static let armVariants: [Exercise?] = [
    like(
      "biceps-curl", "seated-dumbbell-curl", "Seated dumbbell curl",
      ["seated biceps curl dumbbell"]),
    like("barbell-curl", "drag-curl", "Drag curl", ["barbell drag curl"]),
    like(
      "biceps-curl", "band-curl", "Band curl", ["bicep curl band", "band biceps curl"],
      with: [.band], up: []),
    like("biceps-curl", "kettlebell-curl", "Kettlebell curl", with: [.kettlebell]),
    like(
      "biceps-curl", "zottman-curl", "Zottman curl", ["zottman curl dumbbell"],
      shares: [.elbowFlexors: 1, .forearms: 0.8], up: []),
    like("biceps-curl", "waiter-curl", "Waiter curl", ["waiter curl dumbbell"], limbs: .both),
    like(
      "preacher-curl", "barbell-preacher-curl", "Barbell preacher curl",
      ["ez bar preacher curl"], with: [.barbell, .bench], up: [.partner]),
    like("machine-curl", "machine-preacher-curl", "Machine preacher curl"),
    like("preacher-curl", "cable-preacher-curl", "Cable preacher curl", with: [.cable, .bench]),
    like(
      "incline-dumbbell-curl", "spider-curl", "Spider curl", ["spider curl dumbbell"],
      length: .short),
    like(
      "barbell-curl", "barbell-spider-curl", "Barbell spider curl",
      with: [.barbell, .bench], up: [.partner], length: .short),
    like(
      "hammer-curl", "cable-hammer-curl", "Cable hammer curl",
      ["rope cable curl", "rope hammer curl", "hammercurls cable"], with: [.cable],
      up: [.partner]),
    like("hammer-curl", "band-hammer-curl", "Band hammer curl", with: [.band], up: []),
    like("hammer-curl", "cross-body-hammer-curl", "Cross-body hammer curl", limbs: .each),
    like(
      "cable-curl", "single-arm-cable-curl", "Single-arm cable curl",
      ["one arm cable curl", "single arm curl cable"], up: [.otherLimb], limbs: .one),
    like(
      "cable-curl", "behind-the-back-cable-curl", "Behind-the-back cable curl",
      ["bayesian curl", "behind the back curl cable"], up: [.otherLimb], length: .long,
      limbs: .one),
    like(
      "cable-curl", "overhead-cable-curl", "Overhead cable curl", ["overhead curl cable"],
      moves: .level, length: .short, limbs: .each),
    like("reverse-curl", "dumbbell-reverse-curl", "Dumbbell reverse curl", with: [.dumbbells]),
    like("reverse-curl", "cable-reverse-curl", "Cable reverse curl", with: [.cable], up: []),
    like(
      "dumbbell-wrist-curl", "barbell-wrist-curl", "Barbell wrist curl",
      ["behind the back wrist curl"], with: [.barbell], up: []),
    like("dumbbell-wrist-curl", "wrist-roller", "Wrist roller", with: [], up: [], limbs: .each),
    like(
      "wrist-extension", "tyler-twist", "Tyler twist",
      ["reverse tyler twist", "flexbar twist"], with: [], limbs: .one),
    like(
      "dumbbell-wrist-curl", "hand-gripper", "Hand gripper", ["gripper", "grip crusher"],
      with: [], moves: .level, up: [], limbs: .one),
    like(
      "triceps-pushdown", "straight-bar-pushdown", "Straight-bar pushdown",
      ["triceps pushdown cable straight bar", "v bar pushdown", "v bar push down"]),
    like(
      "triceps-pushdown", "single-arm-pushdown", "Single-arm triceps pushdown",
      ["single arm triceps pushdown cable", "one arm pushdown"], up: [.otherLimb], limbs: .one),
    like(
      "triceps-pushdown", "reverse-grip-pushdown", "Reverse-grip pushdown",
      ["reverse grip triceps pushdown"], up: [.partner]),
    like(
      "triceps-pushdown", "band-pushdown", "Band pushdown", ["band triceps pushdown"],
      with: [.band], up: []),
    like(
      "overhead-dumbbell-triceps-extension", "single-arm-triceps-extension",
      "Single-arm triceps extension", ["single arm triceps extension dumbbell"],
      up: [.otherLimb], limbs: .one),
    like(
      "skull-crusher", "overhead-barbell-triceps-extension",
      "Overhead barbell triceps extension",
      ["triceps extension barbell", "seated barbell triceps extension"], with: [.barbell]),
    like(
      "skull-crusher", "dumbbell-skull-crusher", "Dumbbell skull crusher",
      ["skullcrusher dumbbell", "lying dumbbell triceps extension"],
      with: [.dumbbells, .bench], up: [.lighter, .partner]),
    like(
      "skull-crusher", "cable-skull-crusher", "Cable skull crusher",
      ["lying cable triceps extension"], with: [.cable, .bench], up: [.partner]),
    like(
      "triceps-kickback", "cable-triceps-kickback", "Cable triceps kickback",
      ["cable tricep kickback"], with: [.cable], limbs: .one),
    like(
      "push-up", "bodyweight-triceps-extension", "Bodyweight triceps extension",
      ["bodyweight skull crusher"], shares: [.elbowExtensors: 1, .core: 0.3], with: [.box],
      body: 0.5),
  ]
}
