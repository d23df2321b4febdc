import Lifting

/// The supersets of a workout while it is read.
struct Supersets {
  private struct Member {
    let superset: PlannedExercise.Superset
    let place: Substring
    let line: Substring
    let number: Int
  }

  private var members: [Member] = []

  /// Supersets are small; of a list of thousands only the first are looked at.
  private static let most = 100

  mutating func add(
    _ superset: PlannedExercise.Superset, _ item: Outline.Item, of line: Substring, number: Int
  ) {
    guard members.count < Supersets.most, let piece = item.pieces.first else { return }
    members.append(
      Member(superset: superset, place: piece.trimmed.prefix(2), line: line, number: number))
  }

  /// What is doubtful about the supersets of the workout that ends here.
  mutating func finishDay() -> [Diagnostic] {
    defer { members = [] }
    return members.indices.compactMap { index in
      let member = members[index]
      return problem(member, before: members[..<index]).flatMap { problem in
        [problem].diagnostics(of: member.line, number: member.number).first
      }
    }
  }

  private func problem(_ member: Member, before: ArraySlice<Member>) -> Problem? {
    let place = member.place.startIndex..<member.place.endIndex
    let (letter, number) = (member.superset.letter, member.superset.number)
    if before.contains(where: { $0.superset == member.superset }) {
      return .warning(
        place, "“\(member.superset.text)” stands twice in this workout",
        hint: "number the exercises of a superset “\(letter)1”, “\(letter)2”")
    }
    guard
      members.contains(where: { $0.superset.letter == letter && $0.superset != member.superset })
    else {
      return .warning(
        place, "“\(member.superset.text)” has nothing to take turns with",
        hint: "write “\(letter)\(number == 1 ? 2 : 1).” before the other exercise, or leave it out")
    }
    return nil
  }
}
