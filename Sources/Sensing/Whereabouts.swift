/// Where a body is in a picture and how large, on the grid: whoever trains stays in place, whoever
/// walks doesn't.
struct Whereabouts: Sendable {
  /// Across the picture and along it, in trunks.
  var across: [Double]
  var along: [Double]
  /// How long the trunk is, in trunks as they mostly are.
  var size: [Double]

  /// How far apart the body is at two steps of the grid, in trunks.
  func distance(_ one: Int, _ other: Int) -> Double {
    let (x, y) = (across[one] - across[other], along[one] - along[other])
    let z = size[one] - size[other]
    return (x * x + y * y + z * z).squareRoot()
  }
}

extension RepSearch {
  /// A repetition ends where it began, in the picture too.
  func judgeWhereabouts(_ candidate: inout Candidate) {
    guard let whereabouts = motion.whereabouts else { return }
    let away = whereabouts.distance(candidate.leaves, candidate.arrives) / parameters.placeTrunks
    candidate.merit -= min(parameters.costOfWalking, 0.5 * away * away)
  }

  /// The next begins there as well.
  func costOfMoving(_ first: Candidate, _ second: Candidate) -> Double {
    guard let whereabouts = motion.whereabouts else { return 0 }
    let away = whereabouts.distance(first.leaves, second.leaves) / (2 * parameters.placeTrunks)
    return min(parameters.costOfWalking, 0.5 * away * away)
  }
}
