import Foundation
import Lifting
import Sensing
import Simulation
import TestSupport
import Testing

/// Landmarks as cameras really give them: they jitter, whoever trains stands about before and after, and
/// some pictures are cut to the body in every frame.
@Suite("Landmarks that jitter, and boxes that rescale") struct HardPictureTests {
  enum Kind: String, CaseIterable, Sendable {
    case plain, jitter, standing, few, boxed, all

    func picture(_ motion: SyntheticRecording.Picture.Motion, seed: UInt64)
      -> SyntheticRecording.Picture
    {
      var picture = SyntheticRecording.Picture.anyone(motion, seed: seed)
      picture.reps = 3 + Int(seed % 10)
      if self == .jitter || self == .all {
        picture.jitter = 0.03
        picture.outliers = 0.05
        picture.lossesPerMinute = 8
      }
      if self == .standing || self == .all { picture.standSeconds = 8 }
      if self == .few { (picture.reps, picture.standSeconds) = (2, 15) }
      if self == .boxed || self == .all { picture.isBoxed = true }
      return picture
    }

    /// The share of sets, in percent, that has to be counted exactly; what is everything at once mostly
    /// isn't, which the documentation says.
    var leastExact: Int {
      switch self {
      case .plain: 93
      case .jitter, .standing, .boxed: 80
      case .few: 60
      case .all: 14
      }
    }
  }

  @Test("sets are found among what else is seen", arguments: Kind.allCases)
  func counted(_ kind: Kind) throws {
    var (exact, within, all) = (0, 0, 0)
    var (opposite, phases) = (0, 0)
    for motion in SyntheticRecording.Picture.Motion.allCases {
      for seed in 1...Effort.cases(2, thorough: 20) {
        let synthetic = SyntheticRecording(kind.picture(motion, seed: UInt64(seed)))
        let set = try measured(synthetic.recording, motion.exercise)
        let off = abs(set.reps.count - synthetic.truth.count)
        exact += off == 0 ? 1 : 0
        within += off <= 1 ? 1 : 0
        all += 1
        for rep in set.reps where rep.trust.level == .high {
          for span in rep.phases where span.phase == .concentric || span.phase == .eccentric {
            let middle = (span.startSeconds + span.endSeconds) / 2
            let others = synthetic.truth.map {
              span.phase == .concentric ? $0.eccentric : $0.concentric
            }
            phases += 1
            if others.contains(where: { $0.startSeconds < middle && middle < $0.endSeconds }) {
              opposite += 1
            }
          }
        }
      }
    }
    print(
      "\(kind): exact \(exact), within one \(within) of \(all); opposite \(opposite) of \(phases)")
    #expect(exact * 100 >= all * kind.leastExact, "\(exact) of \(all)")
    #expect(opposite * 100 <= 2 * phases, "\(opposite) of \(phases)")
  }
}
