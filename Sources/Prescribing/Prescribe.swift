public import Physiology

/// What to do next: the smallest useful dose under limits that nothing lifts, or a refusal.
///
/// The order matters. Gates are asked first; then a plan becomes a draft; advice shapes it; limits
/// come last and can only take away; an independent check looks at what is left.
///
/// The scenario's clock is the only one there is; the parameters are the forecast's constants.
public func prescribe(
  _ scenario: Scenario, parameters: Parameters = Parameters()
) -> Prescription {
  let evidence = Evidence(scenario, parameters: parameters)
  var reasons = Rule.all.flatMap { $0.refusals(evidence) }
  if let refusal = Refusal(reasons) {
    return evidence.prescription(refusing: refusal, reasons)
  }

  guard var draft = Draft(planFor: evidence) else {
    return evidence.prescription(refusing: .nothingToPlanFrom(scenario), reasons)
  }
  reasons.append(draft.reason)
  for rule in Rule.all { reasons += rule.advise(&draft, evidence) }
  for rule in Rule.all { reasons += rule.limit(&draft, evidence) }
  draft.finish(evidence)

  let violations = Violation.all(in: draft, evidence)
  guard violations.isEmpty else {
    return evidence.prescription(refusing: .failedCheck(violations), reasons)
  }
  guard !draft.items.isEmpty else {
    return evidence.prescription(refusing: .nothingLeft(reasons), reasons)
  }
  return evidence.prescription(draft, reasons)
}
