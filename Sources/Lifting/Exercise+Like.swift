extension Exercise {
  private static let basesByID = Dictionary(
    bases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// A row that is as another but for what is said: nil where the catalog has no such base.
  ///
  /// With other equipment the ratio is the cautious one of that equipment, the limbs are those that
  /// share it, and no safeties are asked where there are none to set, where nothing else is said.
  /// Variants aren't proposed: they move as their base does.
  static func like(
    _ base: ID, _ id: ID, _ name: String, _ aliases: [String] = [],
    shares: [BodyPart: Double]? = nil, with equipment: Set<Equipment>? = nil,
    begins: Phase? = nil, moves worn: Geometry.Worn? = nil, joint: Geometry.Joint? = nil,
    up waysUp: [WayUp]? = nil, ratio: EccentricRatio? = nil, safety: Safety? = nil,
    body bodyMassFraction: Double? = nil, length: MuscleLength? = nil, limbs: Limbs? = nil,
    isHeld: Bool? = nil, isCarried: Bool? = nil, isAssisted: Bool? = nil
  ) -> Exercise? {
    guard let base = basesByID[base] else { return nil }
    var (safely, together, stronger) = (base.safety, base.limbs, base.eccentricRatio)
    if let equipment, equipment != base.equipment {
      if equipment.isDisjoint(with: [.rack, .machine]) { safely = .none }
      if together != .one { together = equipment.contains(.dumbbells) ? .each : .both }
      stronger =
        equipment.isDisjoint(with: [.machine, .cable]) ? .unstudied : .unstudiedMachine
    }
    return Exercise(
      id: id, name: name, aliases: aliases, shares: shares ?? base.shares,
      equipment: equipment ?? base.equipment, begins: begins ?? base.begins,
      geometry: Geometry(worn: worn ?? base.geometry.worn, joint: joint ?? base.geometry.joint),
      waysUp: waysUp ?? base.waysUp, safety: safety ?? safely,
      bodyMassFraction: bodyMassFraction ?? base.bodyMassFraction,
      eccentricRatio: ratio ?? stronger, muscleLength: length ?? base.muscleLength,
      limbs: limbs ?? together, isHeld: isHeld ?? base.isHeld,
      isCarried: isCarried ?? base.isCarried, isAssisted: isAssisted ?? base.isAssisted,
      isProposed: false)
  }
}
