import Bench
import Foundation
import Lifting
import Physiology

extension Bench {
  /// The model alone, the same bouts in five body parts, beside the same in NumPy. The peer gets our
  /// parameters and holds its strengths against ours.
  mutating func addModel(bouts count: Int, from start: Date) throws {
    guard let curl = Exercise.with("biceps-curl") else { return }
    let intensity = 1.1
    let instants = (0..<count).map { start.addingTimeInterval(Double($0) * 56 * 3600) }
    let session = [
      Stimulus(exercise: curl, reps: 24, intensity: Intensity(fractionOfMaximum: intensity))
    ]
    let state = AthleteState(History(), at: start)
    let ready = Strain.Readiness(mostSoreness: 4, mostSorenessBetween: 5, leastStrength: 0.9)
    func strain() -> Strain {
      state.strain(on: .elbowFlexors, repeating: session, at: instants, ready: ready)
    }
    let parameters = ModelParameters()
    let bouts = instants.map { instant in
      var bout = Bout(hours: instant.timeIntervalSince1970 / 3600)
      bout.add(
        reps: 24, intensity: intensity / curl.eccentricRatio.value,
        length: curl.muscleLength == .short ? parameters.shortLengthFactor : 1,
        parameters: parameters)
      return Given.Bout(
        hours: bout.hours, reps: bout.reps, stress: bout.stress, work: bout.work,
        heaviest: bout.heaviest)
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "physiology-peer.json")
    try JSONEncoder().encode(
      Given(parameters: parameters, bouts: bouts, strengths: strain().strengths)
    ).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    add(
      "the model alone: \(count) bouts in five body parts",
      Bench.median(runs: 25) { for _ in 0..<5 { _ = strain() } },
      beside: Bench.peer("physiology.py", file.path, "9"),
      note: "with the risk of each session; beside: NumPy, without it; strengths equal to 1e-9")
  }
}

private struct Given: Encodable {
  struct Bout: Encodable {
    let hours: Double
    let reps: Double
    let stress: Double
    let work: Double
    let heaviest: Double
  }

  let parameters: ModelParameters
  let bouts: [Bout]
  let strengths: [Double]
}
