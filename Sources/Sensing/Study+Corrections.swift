import Lifting

extension Study {
  /// An explanation as somebody who was there has it: with repetitions added, dropped, split and joined,
  /// and the right way round.
  ///
  /// - Returns: It, and the corrections that nothing in it answers to. Where the boundaries are that were
  ///   moved is the measurement's business.
  func corrected(
    _ explained: Explained?, by corrections: [SetCorrection]
  ) -> (Explained?, missed: [SetCorrection]) {
    guard !corrections.isEmpty else { return (explained, []) }
    guard var explained else { return (nil, corrections.filter { $0.kind != .move }) }
    var missed: [SetCorrection] = []
    var reps = explained.reps
    for correction in corrections {
      let isMet =
        switch correction {
        case .move: true
        case .reverse: reverse(&explained)
        case .drop(let at): drop(at, from: &reps)
        case .add(let from, let to): add(from, to, to: &reps, along: explained)
        case .split(let at): split(at, in: &reps, along: explained)
        case .join(let at): join(at, in: &reps, along: explained)
        }
      if !isMet { missed.append(correction) }
    }
    explained.explanation.reps = reps
    return (explained, missed)
  }

  private func reverse(_ explained: inout Explained) -> Bool {
    explained.line = explained.line.reversed
    explained.isReversed.toggle()
    return true
  }

  private typealias Reps = [RepSearch.Candidate]

  /// The repetition that goes on at a moment.
  private func index(_ seconds: Double, in reps: Reps) -> Int? {
    guard let place = timeline.place(at: seconds) else { return nil }
    return reps.firstIndex { Double($0.start.place) <= place && place <= Double($0.last) }
  }

  private func drop(_ seconds: Double, from reps: inout Reps) -> Bool {
    guard let index = index(seconds, in: reps) else { return false }
    reps.remove(at: index)
    return true
  }

  /// A part of a repetition that goes less far than this share of it is none.
  private static let leastShare = 0.25

  /// A repetition where there is room for one between the others.
  private func add(_ from: Double, _ to: Double, to reps: inout Reps, along explained: Explained)
    -> Bool
  {
    guard let from = timeline.place(at: from), let to = timeline.place(at: to) else { return false }
    var first = max(0, Int(saturating: from.rounded()))
    var last = min(explained.line.values.count - 1, Int(saturating: to.rounded()))
    let middle = (first + last) / 2
    if reps.contains(where: { $0.start.place < middle && middle < $0.last }) { return false }
    for rep in reps {
      if rep.last <= middle { first = max(first, rep.last) }
      if rep.start.place >= middle { last = min(last, rep.start.place) }
    }
    guard let rep = rep(first, last, along: explained) else { return false }
    reps.insert(rep, at: reps.firstIndex { $0.start.place > rep.start.place } ?? reps.count)
    return true
  }

  private func split(_ seconds: Double, in reps: inout Reps, along explained: Explained) -> Bool {
    guard let index = index(seconds, in: reps), let at = timeline.place(at: seconds) else {
      return false
    }
    let place = Int(saturating: at.rounded())
    let least = Self.leastShare * reps[index].size
    guard let one = rep(reps[index].start.place, place, along: explained),
      let two = rep(place, reps[index].last, along: explained),
      min(one.size, two.size) >= least
    else { return false }
    reps.replaceSubrange(index...index, with: [one, two])
    return true
  }

  private func join(_ seconds: Double, in reps: inout Reps, along explained: Explained) -> Bool {
    guard let index = index(seconds, in: reps), reps.indices.contains(index + 1),
      let one = rep(reps[index].start.place, reps[index + 1].last, along: explained, isWhole: true)
    else { return false }
    reps.replaceSubrange(index...(index + 1), with: [one])
    return true
  }

  /// The repetition that somebody did between two places: it turns where the motion is farthest out, and
  /// begins and ends where it is nearest to home before and after, or just there where that is known.
  private func rep(
    _ first: Int, _ last: Int, along explained: Explained, isWhole: Bool = false
  ) -> RepSearch.Candidate? {
    guard first >= 0, last < explained.line.values.count, last - first > 2 else { return nil }
    // Out is up where a repetition begins with the lifting; a line that was reversed is so as a whole.
    let sign = beginsLifting != explained.isReversed ? 1.0 : -1.0
    func out(_ place: Int) -> Double { sign * explained.line.values[place] }
    func farthest(_ range: ClosedRange<Int>, _ isBetter: (Double, Double) -> Bool) -> Int {
      range.reduce(range.lowerBound) { isBetter(out($1), out($0)) ? $1 : $0 }
    }
    let middle = farthest((first + 1)...(last - 1), >)
    let start = isWhole ? first : farthest(first...(middle - 1), <)
    let end = isWhole ? last : farthest((middle + 1)...last, <)
    func turn(_ place: Int, isHigh: Bool) -> Turn {
      Turn(place: place, value: out(place), isHigh: isHigh, isCut: false)
    }
    guard out(middle) - min(out(start), out(end)) > 0.25 * explained.line.unit.smallest else {
      return nil
    }
    return RepSearch.Candidate(
      start: turn(start, isHigh: false), middle: turn(middle, isHigh: true),
      end: turn(end, isHigh: false), index: 0, leaves: start, arrives: end, merit: 0, doubt: 0)
  }
}

extension RepSearch.Candidate {
  /// Where it is over.
  fileprivate var last: Int { end?.place ?? max(arrives, middle.place) }
}
