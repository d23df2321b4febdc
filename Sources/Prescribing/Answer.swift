import Physiology

extension Evidence {
  /// A refusal by the gates, or for want of a plan: nothing was drafted.
  func prescription(refusing refusal: Refusal, _ reasons: [Reason]) -> Prescription {
    Prescription(
      refusal: refusal, reasons: reasons,
      forecast: Forecast(parts: state.forecast(from: now).affected))
  }

  /// A refusal for which everything planned was taken away.
  func prescription(
    refusing refusal: Refusal, _ draft: Draft, _ reasons: [Reason]
  ) -> Prescription {
    var nothing = draft
    nothing.items = []
    return Prescription(
      refusal: refusal, reasons: reasons,
      forecast: Forecast(parts: state.forecast(from: now).affected),
      exercises: ExerciseDecision.all(nothing, reasons, self),
      bodyParts: BodyPartDecision.all(nothing, reasons, self))
  }

  func prescription(_ draft: Draft, _ reasons: [Reason]) -> Prescription {
    let with = state.after(draft.stimuli, at: now).forecast(from: now)
    let without = state.forecast(from: now)
    let shown = Set((with.affected + without.affected).map(\.bodyPart))
    return Prescription(
      session: draft.session, reasons: reasons,
      forecast: Forecast(parts: with.parts.filter { shown.contains($0.bodyPart) }),
      forecastWithout: Forecast(parts: without.parts.filter { shown.contains($0.bodyPart) }),
      exercises: ExerciseDecision.all(draft, reasons, self),
      bodyParts: BodyPartDecision.all(draft, reasons, self))
  }
}
