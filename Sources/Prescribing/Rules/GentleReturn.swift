import Lifting

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Rule {
  /// After a sign that needed a clinician, and after a fever, training comes back in stages.
  static let gentleReturn = Rule(
    id: "gentle-return",
    sentence:
      "After a sign that needed a clinician, training comes back in stages: first half of everything without negatives, then negatives as in a first session. After a fever the first session is half of everything.",
    source: Source("phased return after exertional rhabdomyolysis, PMID 27900193", .b),
    effect: .limits { draft, evidence in
      guard let stage = evidence.returnStage else { return [] }
      var remarks: [Remark] = []
      for i in draft.items.indices {
        let exercise = draft.items[i].exercise
        switch stage.step {
        case .half:
          let dropped = draft.dropEmphasis(ofItem: i)
          let halved = draft.halve(item: i, where: { _ in true })
          guard dropped || !halved.isEmpty else { continue }
          let words = halved.words() + (dropped ? ["no negatives"] : [])
          remarks.append(
            Remark(
              "\(exercise.name): \(words.listed), as it’s your first session \(stage.after).",
              exercise: exercise, change: stage.change))
        case .firstNegatives:
          let fewer = draft.capReps(
            ofItem: i, at: SafetyLimits.firstSessionLowerings, where: \.emphasizesEccentric)
          let lighter = draft.capIntensity(
            ofItem: i, at: SafetyLimits.firstIntensity, where: \.emphasizesEccentric)
          guard fewer || lighter else { continue }
          remarks.append(
            Remark(
              "\(exercise.name): negatives as in a first session, as it’s your second \(stage.after).",
              exercise: exercise, change: stage.change))
        }
      }
      return remarks
    })
}

extension Evidence {
  /// Where somebody is on the way back.
  struct ReturnStage {
    enum Step { case half, firstNegatives }

    var step: Step
    /// As an end of “your first session …”.
    var after: String
    var change: String
  }

  /// Nil where there is nothing to come back from.
  var returnStage: ReturnStage? {
    if let cleared = clearedFlag {
      switch trainingDays(after: cleared) {
      case 0:
        return ReturnStage(
          step: .half, after: "since a clinician cleared you",
          change: "The second may have a few light negatives; the third is a full one.")
      case 1:
        return ReturnStage(
          step: .firstNegatives, after: "since a clinician cleared you",
          change: "The next session can be a full one.")
      default: return nil
      }
    }
    let ill = history.checkIns.last { $0.value.symptoms.contains(.fever) }
    guard let ill, days(since: ill.at) < SafetyLimits.illnessDays, trainingDays(after: ill.at) == 0
    else { return nil }
    return ReturnStage(
      step: .half, after: "after a fever", change: "The next session can be a full one.")
  }

  /// When the newest sign that needed a clinician was cleared; nil where it wasn't, or there was none.
  private var clearedFlag: Date? {
    guard let flag = redFlag else { return nil }
    return clearance(of: flag)?.at
  }

  private func trainingDays(after instant: Date) -> Int {
    Set(history.sets.filter { $0.at > instant && $0.value.reps > 0 }.map { day(of: $0.at) }).count
  }

  /// The newest check-in that told of a sign that needs a clinician.
  var redFlag: Dated<CheckIn>? {
    history.checkIns.last { $0.value.symptoms.contains(where: \.needsCareToday) }
  }

  /// The statement that lifts a sign: given after it was reported, on its day or later; one without a
  /// day was kept before that was asked.
  func clearance(of flag: Dated<CheckIn>) -> Dated<Clearance>? {
    let reported = day(of: flag.at)
    return history.clearances.first { clearance in
      clearance.at >= flag.at && (clearance.value.on.map { $0 >= reported } ?? true)
    }
  }
}
