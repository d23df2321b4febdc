public import Lifting

/// What is told of a set while it is lifted.
public enum LiveNews: Sendable, Hashable, Codable {
  /// A move or a wait has begun; when exactly is told with the repetition.
  case began(PhaseChange)
  /// A repetition has ended, and its phases are known.
  case settled(LiveRep)

  public var change: PhaseChange? { if case .began(let change) = self { change } else { nil } }

  public var rep: LiveRep? { if case .settled(let rep) = self { rep } else { nil } }

  /// The time of the sample with which it was told.
  public var announcedSeconds: Double {
    switch self {
    case .began(let change): change.announcedSeconds
    case .settled(let rep): rep.announcedSeconds
    }
  }
}

/// A phase that has begun.
public struct PhaseChange: Sendable, Hashable, Codable {
  /// `concentric`, `eccentric` or a pause; a way up is never known to be assisted while it goes on.
  public var phase: Phase
  /// When it began, as far as could be told when it was announced.
  public var startSeconds: Double
  /// The time of the sample with which it was announced.
  public var announcedSeconds: Double
}

/// A repetition that has ended.
public struct LiveRep: Sendable, Hashable, Codable {
  /// Counted from 1 as they were told; its phases are those of the motion up to now.
  public var rep: Rep
  /// The time of the sample with which it was announced.
  public var announcedSeconds: Double

  public init(rep: Rep, announcedSeconds: Double) {
    self.rep = rep
    self.announcedSeconds = announcedSeconds
  }
}
