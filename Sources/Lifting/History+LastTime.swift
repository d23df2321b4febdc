#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension History {
  /// The sets of an exercise and a kind on the newest day that has some, in the order of time.
  ///
  /// - Parameters:
  ///   - exercise: Which.
  ///   - kind: Warm-ups, normal sets or negatives.
  ///   - session: One that is on its way, which isn't last time yet.
  ///   - offset: How far east of Greenwich the athlete's clock is.
  /// - Returns: nothing where it was never done.
  public func lastTime(
    _ exercise: Exercise.ID, _ kind: WorkSet.Kind, besides session: Session.ID? = nil,
    utcOffsetSeconds offset: Int
  ) -> [Dated<WorkSet>] {
    func counts(_ set: Dated<WorkSet>) -> Bool {
      set.value.exercise == exercise && set.value.kind == kind && set.value.reps > 0
        && (session == nil || set.value.session != session)
    }
    guard let newest = sets.last(where: counts) else { return [] }
    let day = Day(newest.at, utcOffsetSeconds: offset)
    return sets.filter { counts($0) && Day($0.at, utcOffsetSeconds: offset) == day }
  }
}
