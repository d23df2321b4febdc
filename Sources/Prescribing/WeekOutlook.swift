public import Lifting
public import Physiology

/// What lies beyond today's session: where somebody is stuck, how far the first repetition is, and
/// the coming week. It changes nothing that ``prescribe(_:parameters:)`` decides.
public struct Outlook: Sendable, Hashable, Codable {
  /// Standstills, those that nothing explains first.
  public var plateaus: [Plateau]
  /// Paths to a first repetition.
  public var paths: [Path]
  /// Nil where there is nothing to place, or nobody may train yet.
  public var week: Week?

  public init(plateaus: [Plateau] = [], paths: [Path] = [], week: Week? = nil) {
    self.plateaus = plateaus
    self.paths = paths
    self.week = week
  }

  public var isEmpty: Bool { plateaus.isEmpty && paths.isEmpty && week == nil }
}

/// The outlook for whoever may train at all: nothing for a stranger, somebody who isn't cleared, or who
/// should see a doctor.
///
/// - Parameters:
///   - scenario: The same that a prescription is made from.
///   - available: The weekdays on which the athlete can train; nil for those of the scenario, or those
///     that the athlete said, or those they usually train on, or all where no habit shows.
///   - sticking: Where lifts slow down, of the exercises where velocity was measured; it goes before
///     what the scenario says.
///   - parameters: The forecast's constants.
/// - Returns: What there is to say; nothing twice.
public func outlook(
  _ scenario: Scenario, available: Set<Day.Weekday>? = nil,
  sticking: [Exercise.ID: StickingRange] = [:], parameters: ModelParameters = ModelParameters()
) -> Outlook {
  var folded = FoldedHistory()
  return outlook(
    scenario, available: available, sticking: sticking, parameters: parameters, resuming: &folded)
}

/// The same for whoever asks for a prescription, too: what was folded for it isn't folded again.
///
/// - Parameters:
///   - scenario: as above.
///   - available: as above.
///   - sticking: as above.
///   - parameters: as above.
///   - folded: what came of the last scenario, of whomever; it saves time and changes no answer.
/// - Returns: as above.
public func outlook(
  _ scenario: Scenario, available: Set<Day.Weekday>? = nil,
  sticking: [Exercise.ID: StickingRange] = [:], parameters: ModelParameters = ModelParameters(),
  resuming folded: inout FoldedHistory
) -> Outlook {
  let evidence = Evidence(scenario, parameters: parameters, resuming: &folded)
  let refusal = Refusal(Rule.all.flatMap { $0.refusals(evidence) })
  if let refusal, refusal.when != .notToday { return Outlook() }
  return Outlook(
    plateaus: Plateau.all(
      in: evidence, sticking: sticking.merging(scenario.sticking) { given, _ in given },
      Plateau.Parameters()),
    paths: Path.all(in: evidence, Path.Parameters()),
    week: Week.next(
      evidence, available: available ?? scenario.freeDays ?? evidence.history.athlete?.freeDays,
      Week.Parameters()))
}
