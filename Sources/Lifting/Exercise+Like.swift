extension Exercise {
  private static let basesByID = Dictionary(
    bases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// A row that is as another but for what is said: nil where the catalog has no such base.
  ///
  /// With other equipment the ratio is the cautious one of that equipment, the limbs are those that
  /// share it, and no safeties are asked where there are none to set, where nothing else is said.
  /// Variants aren't proposed: they move as their base does. They have no easier relatives either: how heavy
  /// a ring pull-up may be isn't told by assisted ones.
  static func like(
    _ base: ID, _ id: ID, _ name: String, _ aliases: [String] = [],
    shares: [BodyPart: Double]? = nil, with equipment: Set<Equipment>? = nil,
    begins: Phase? = nil, moves worn: Geometry.Worn? = nil, joint: Geometry.Joint? = nil,
    up waysUp: [WayUp]? = nil, ratio: EccentricRatio? = nil, safety: Safety? = nil,
    body bodyMassFraction: Double? = nil, length: MuscleLength? = nil, limbs: Limbs? = nil,
    isHeld: Bool? = nil, isCarried: Bool? = nil, isAssisted: Bool? = nil
  ) -> Exercise? {
    basesByID[base]?.varied(
      id, name, aliases, shares: shares, with: equipment, begins: begins, moves: worn,
      joint: joint, up: waysUp, ratio: ratio, safety: safety, body: bodyMassFraction,
      length: length, limbs: limbs, isHeld: isHeld, isCarried: isCarried, isAssisted: isAssisted)
  }

  /// The same but for what is said, as ``like``.
  func varied(
    _ id: ID, _ name: String, _ aliases: [String] = [],
    shares: [BodyPart: Double]? = nil, with equipment: Set<Equipment>? = nil,
    begins: Phase? = nil, moves worn: Geometry.Worn? = nil, joint: Geometry.Joint? = nil,
    up waysUp: [WayUp]? = nil, ratio: EccentricRatio? = nil, safety: Safety? = nil,
    body bodyMassFraction: Double? = nil, length: MuscleLength? = nil, limbs: Limbs? = nil,
    isHeld: Bool? = nil, isCarried: Bool? = nil, isAssisted: Bool? = nil
  ) -> Exercise {
    var (safely, together, stronger) = (self.safety, self.limbs, self.eccentricRatio)
    if let equipment, equipment != self.equipment {
      if equipment.isDisjoint(with: [.rack, .machine]) { safely = .none }
      if together != .one { together = equipment.contains(.dumbbells) ? .each : .both }
      stronger =
        equipment.isDisjoint(with: [.machine, .cable]) ? .unstudied : .unstudiedMachine
    }
    return Exercise(
      id: id, name: name, aliases: aliases, shares: shares ?? self.shares,
      equipment: equipment ?? self.equipment, begins: begins ?? self.begins,
      geometry: Geometry(worn: worn ?? self.geometry.worn, joint: joint ?? self.geometry.joint),
      waysUp: waysUp ?? self.waysUp, safety: safety ?? safely,
      bodyMassFraction: bodyMassFraction ?? self.bodyMassFraction,
      eccentricRatio: ratio ?? stronger, muscleLength: length ?? self.muscleLength,
      limbs: limbs ?? together, isHeld: isHeld ?? self.isHeld,
      isCarried: isCarried ?? self.isCarried, isAssisted: isAssisted ?? self.isAssisted,
      isProposed: false, easier: [])
  }
}
