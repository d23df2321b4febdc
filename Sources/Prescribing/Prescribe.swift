public import Physiology

/// What to do next: the smallest useful dose under limits that nothing lifts, or a refusal.
///
/// The order matters. Gates are asked first; then a plan becomes a draft; advice shapes it; limits
/// come last and can only take away; an independent check looks at what is left.
///
/// The scenario's clock is the only one there is; the parameters are the forecast's constants.
public func prescribe(
  _ scenario: Scenario, parameters: ModelParameters = ModelParameters()
) -> Prescription {
  var folded = FoldedHistory()
  return prescribe(scenario, parameters: parameters, resuming: &folded)
}

/// The same for whoever asks again and again while a history grows: what was folded before isn't folded
/// again.
///
/// - Parameters:
///   - scenario: as above.
///   - parameters: as above.
///   - folded: what came of the last scenario, of whomever; afterwards what came of this one. It
///     saves time and changes no answer.
/// - Returns: what ``prescribe(_:parameters:)`` returns.
public func prescribe(
  _ scenario: Scenario, parameters: ModelParameters = ModelParameters(),
  resuming folded: inout FoldedHistory
) -> Prescription {
  let evidence = Evidence(scenario, parameters: parameters, resuming: &folded)
  var reasons = Rule.all.flatMap { $0.refusals(evidence) }
  if let refusal = Refusal(reasons) {
    return evidence.prescription(refusing: refusal, reasons)
  }

  guard var draft = Draft(planFor: evidence) else {
    return evidence.prescription(refusing: .nothingToPlanFrom(scenario), reasons)
  }
  reasons += draft.reasons
  var quantities = draft.quantities
  for rule in Rule.all { reasons += rule.shape(&draft, &quantities, evidence) { $0.advise } }
  for rule in Rule.all { reasons += rule.shape(&draft, &quantities, evidence) { $0.limit } }
  draft.finish()

  let violations = Violation.all(in: draft, evidence)
  guard violations.isEmpty else {
    return evidence.prescription(refusing: .failedCheck(violations), draft, reasons)
  }
  guard !draft.items.isEmpty else {
    return evidence.prescription(refusing: .nothingLeft(reasons), draft, reasons)
  }
  return evidence.prescription(draft, reasons)
}
