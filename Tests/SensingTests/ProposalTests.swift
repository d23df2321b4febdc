import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

@Suite("Exercises proposed")
struct ProposalTests {
  @Test("confidences are likelihoods that make one, in falling order")
  func order() throws {
    let found = try proposals(for: made { $0.reps = 4 }.recording)
    #expect(abs(found.reduce(0) { $0 + $1.confidence } - 1) < 1e-9)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.confidence >= $1.confidence })
    #expect(Set(found.map(\.exercise)).count == found.count)
    #expect(found == (try proposals(for: made { $0.reps = 4 }.recording)))
  }

  @Test("nothing is proposed where there is no set, and what is no recording is refused")
  func none() throws {
    let still = made {
      $0.reps = 0
      $0.leadSeconds = 10
    }
    #expect(try proposals(for: still.recording).isEmpty)
    #expect(throws: SensingError.nothingToMeasure) {
      try proposals(for: Recording(seconds: (0..<500).map { Double($0) * 0.02 }))
    }
  }

  @Test("a lift among a few is told by how it moves")
  func among() throws {
    let few = try ["bench-press", "biceps-curl", "pull-up"].map {
      try exercise(.init(rawValue: $0))
    }
    var right = 0
    var sum = 0.0
    var tried = 0
    for trial in SyntheticRecording.Trial.all where trial.name.hasPrefix("IMU") {
      for seed in 1...Effort.cases(3, thorough: 30) {
        var parameters = trial.parameters
        parameters.seed = UInt64(seed)
        let found = try proposals(for: SyntheticRecording(parameters).recording, among: few)
        tried += 1
        sum += found.first?.confidence ?? 0
        if found.first?.exercise == trial.exercise { right += 1 }
      }
    }
    #expect(right * 10 >= tried * 8, "\(right) of \(tried)")
    // What is said with a confidence is right about as often, or more often.
    #expect(Double(right) >= sum - 0.15 * Double(tried), "\(right) of \(tried), said \(sum)")
  }
}
