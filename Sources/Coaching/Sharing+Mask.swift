import Community
import Foundation
import Lifting
import Physiology

extension Set<Sharing> {
  /// What of a history whoever sees only this gets: everything else isn't in it any more, so that no
  /// page can show it by mistake.
  func masked(_ history: History) -> History {
    var shown = history
    if !contains(.sessions) {
      shown.sessions = []
      shown.ended = []
      shown.sets = []
      shown.tests = []
      shown.program = nil
      shown.exercises = [:]
    }
    if !contains(.soreness) {
      shown.checkIns = []
      shown.clearances = []
      shown.screening = nil
      for index in shown.sets.indices { shown.sets[index].value.hideEnding() }
    }
    if !contains(.notes) {
      for index in shown.clearances.indices { shown.clearances[index].value.note = nil }
    }
    for index in shown.sets.indices { mask(&shown.sets[index].value) }
    // Who they are isn't shown either way; it holds their body mass.
    shown.athlete = nil
    return shown
  }

  /// Hides what of a set isn't shared.
  func mask(_ set: inout WorkSet) {
    if !contains(.notes) { set.note = nil }
    if !contains(.soreness) { set.hideEnding() }
    if !contains(.measurements) {
      set.stickingRegions = nil
      set.fastestLift = nil
    }
  }

  /// Whether an estimate of strength in an exercise may be seen: of what is lifted with the body it
  /// tells how heavy that is.
  func showsMaximum(of exercise: Exercise) -> Bool {
    contains(.sessions) && (contains(.bodyMass) || exercise.bodyMassFraction == 0)
  }
}

extension WorkSet {
  /// That it was over because something hurt is as private as the pain.
  fileprivate mutating func hideEnding() {
    if ended == .pain || ended == .symptom { ended = nil }
  }
}
