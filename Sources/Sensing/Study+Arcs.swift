extension Study {
  /// Finds where each repetition turns back by what the way back must be: the way out, retraced.
  ///
  /// At a fixed hand the forearm swings out and in again on the way up, and once more on the way
  /// down. The turn between is where the curve of the posture is alike in both directions.
  func retrace(_ found: inout Explained, _ posture: Posture) {
    let pieces = 48
    for index in found.reps.indices {
      let rep = found.reps[index]
      guard let end = rep.end, end.place - rep.start.place > 8 else { continue }
      let (from, to) = (rep.start.place, end.place)
      let whole = posture.travel[to] - posture.travel[from]
      guard whole > 1e-6 else { continue }
      let curve = places(of: posture, from: from, to: to, pieces: pieces)
      var best = (place: rep.middle.place, miss: Double.infinity)
      var reach = 1e-3
      for turn in (pieces / 4)...(3 * pieces / 4) {
        let common = min(turn, pieces - turn)
        var miss = 0.0
        for away in 1...common { miss += posture.angle(curve[turn - away], curve[turn + away]) }
        // A short common way is retraced easily.
        let left = 0.1 * whole * Double(abs(2 * turn - pieces)) / Double(pieces)
        miss = miss / Double(common) + left
        if miss < best.miss { best = (curve[turn], miss) }
        reach = max(reach, posture.angle(from, curve[turn]))
      }
      found.explanation.score -= min(4, parameters.costOfNotRetracing * best.miss / reach)
      found.explanation.reps[index].middle.place = best.place
    }
  }

  /// The places at even distances along the posture's curve.
  private func places(of posture: Posture, from: Int, to: Int, pieces: Int) -> [Int] {
    let start = posture.travel[from]
    let whole = posture.travel[to] - start
    var walk = from
    return (0...pieces).map { piece in
      let target = start + whole * Double(piece) / Double(pieces)
      while walk < to, posture.travel[walk] < target { walk += 1 }
      return walk
    }
  }

  /// The explanation with its line replaced by the way the posture itself goes: out in the first
  /// phase, back in the second, whatever curve it takes.
  func alongItsArc(_ found: Explained, _ posture: Posture) -> Explained {
    var found = found
    let sign = beginsLifting ? 1.0 : -1.0
    var values = [Double](repeating: 0, count: posture.travel.count)
    var sum = 0.0
    var rep = found.reps.startIndex
    for place in values.indices.dropFirst() {
      while found.reps.indices.contains(rep) {
        guard place > (found.reps[rep].end ?? found.reps[rep].middle).place else { break }
        rep += 1
      }
      if found.reps.indices.contains(rep), place > found.reps[rep].start.place {
        let goesOut = place <= found.reps[rep].middle.place
        let turned = (posture.direction[place] + (-1) * posture.direction[place - 1]).length
        sum += (goesOut ? sign : -sign) * turned
      }
      values[place] = sum
    }
    found.line.values = values
    return found
  }
}
