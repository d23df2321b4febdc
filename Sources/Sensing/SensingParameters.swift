/// Everything that may be tuned, in one set for all sensors, people and exercises.
///
/// Where no source is named, the value is an engineering choice, checked on labelled recordings and
/// on synthetic ones of known truth (`docs/Sensing.md`).
public struct SensingParameters: Sendable, Hashable {
  // MARK: The clock

  /// The step of the grid on which motion is measured, s. Smaller: more work; larger: coarser ends
  /// of phases. Default 0.02 s: phases are told to a few hundredths.
  public var gridStepSeconds = 0.02
  /// A step longer than this (and than four usual steps) is a gap, s. Smaller: late samples count as
  /// gaps; larger: gaps pass unnoticed. Default 0.25 s, the shortest phase.
  public var shortestGapSeconds = 0.25
  /// Longer gaps are shortened to this, s. Smaller: reps around a gap run together; larger: time and
  /// memory for nothing. Default 4 s.
  public var longestBridgedGapSeconds = 4.0
  /// Recordings with a longer usual step aren't measured, s. Default 0.5 s: two samples a phase.
  public var longestUsualStepSeconds = 0.5
  /// Recordings shorter than this aren't measured, s. Default 0.5 s.
  public var shortestRecordingSeconds = 0.5

  // MARK: Attitude

  /// How long the specific force is averaged in the inertial frame to find where up is, s. Smaller:
  /// acceleration tilts it; larger: the gyroscope's drift does. Default 3 s, as VQF has it
  /// (Laidig & Seel 2023, doi:10.1016/j.inffus.2022.10.014).
  public var inclinationTimeConstantSeconds = 3.0
  /// The same without a gyroscope, for each of four passes, s. Smaller: trembling tilts it; larger:
  /// fast turns are blurred. Default 0.04 s, about 1.5 Hz in all.
  public var gyrolessTimeConstantSeconds = 0.04
  /// A reading counts as clipped only beyond this, g. Default 1.8 g: no sensor's range ends lower.
  public var leastClippedGravities = 1.8

  // MARK: Drift of vertical motion

  /// How large the sensor's constant error in acceleration may be, m/s², one standard deviation.
  /// Smaller: a bad sensor is believed; larger: more drift is allowed. Default 0.2 m/s².
  public var accelerationErrorMetersPerSecondSquared = 0.2
  /// How far that error may differ after a turn by a radian from the same error seen from there,
  /// m/s²: scales that differ from axis to axis. Smaller: turning is taken for motion; larger: slow
  /// lowering by a hand that turns is taken for drift. Default 0.1.
  public var accelerationErrorPerRadian = 0.1
  /// How fast that error wanders, m/s² in the root of a second. Smaller: changes of tilt are taken
  /// for motion; larger: slow lowering is taken for drift. Default 0.001: a constant error, as good as.
  public var accelerationWander = 0.001
  /// How noisy the acceleration is beyond that, m/s in the root of a second. Smaller and larger as
  /// above. Default 0.005, about
  /// a phone's own noise.
  public var accelerationNoise = 0.005
  /// The share of acceleration that is error too (tilt, scale). Default 0.02.
  public var accelerationNoiseShare = 0.02
  /// What a gap adds to the noise, m²/s³. Smaller: gaps break the motion around them; larger: nothing
  /// is known across them. Default 0.5: half a meter a second after half a second.
  public var gapNoise = 0.5
  /// A step of so many usual ones is a hole, in which samples are missing, and what the acceleration
  /// may be there beside the straight line between its ends, m/s². Smaller or larger as with a gap.
  /// Default 2.5 and 1.
  public var stepsOfAHole = 2.5
  public var accelerationInAHole = 1.0
  /// A sensor is quiet where its acceleration upward keeps within this about its mean of a third of a
  /// second, root mean square, m/s². Smaller: a hand that trembles never waits; larger: a lowering that
  /// is smooth is taken for a wait. Default 0.06.
  public var quietMetersPerSecondSquared = 0.06
  /// How far a reading must be from the middle between its neighbours to leave a false speed behind,
  /// m/s²; what is quiet for half a second after that rests, if it seems no faster than so much, m/s,
  /// and how still such rest is, m/s. Smaller: waits are taken for slow lowering; larger: smooth
  /// lowering is taken for a wait. Default 1, 0.3 and 0.01.
  public var shakenMetersPerSecondSquared = 1.0
  public var falseMetersPerSecond = 0.3
  public var quietMetersPerSecond = 0.01
  /// What clipping adds to the noise, m²/s³. Default 10.
  public var clippedNoise = 10.0
  /// The share of a reading's distance from the middle between its neighbours by which what they sum
  /// up to may be wrong, beyond a least distance, m/s²: a bang rings faster than samples follow.
  /// Smaller: bangs leave a false speed behind; larger: trembling hides slow lowering. Default 0.5 and
  /// 1 m/s².
  public var joltShare = 0.5
  public var leastJoltMetersPerSecondSquared = 1.0
  /// How far the load may go from where it is on average, m, said once a second. Smaller: slow
  /// lowering is flattened; larger: drift isn't held. Default 2 m.
  public var looseLevelMeters = 2.0
  /// How still rest is, m/s, said five times a second. Default 0.1 m/s.
  public var restMetersPerSecond = 0.1
  /// The speeds beyond which something isn't rest, m/s, from pass to pass (graduated after Geman and
  /// McClure 1987). A smaller last one: rest and slow drift are told apart better, slow lowering
  /// worse. Default 0.6, 0.3, 0.15, 0.08.
  public var restScalesMetersPerSecond = [0.6, 0.3, 0.15, 0.08]
  /// How still the load stands where it turns, m/s. Default 0.03 m/s.
  public var stillnessAtTurns = 0.03
  /// The share of a way's mean speed below which the load hasn't left its place or has come back.
  /// Default 0.1.
  public var departureShare = 0.1
  /// A way faster than this on average can't be taken for rest, m/s. Default 0.15 m/s: twice the
  /// last scale of rest.
  public var surelyMovingMetersPerSecond = 0.15
  /// How exactly it comes back, m. Smaller: reps that differ are bent; larger: drift stays. Default
  /// 0.04 m.
  public var returnMeters = 0.04
  /// Drift before the repetitions are known, and after, m. Default 0.08 and 0.03 m.
  public var firstLoosenessMeters = 0.08
  public var loosenessMeters = 0.03
  /// How often repetitions and drift are found in turn. Default 3.
  public var rounds = 3
  /// How much better an explanation without the rule of rest must be to be preferred. Default 2.
  public var preferenceForRest = 2.0

  // MARK: What a repetition is worth; all in the units of a log-likelihood

  /// What a set costs. Smaller: ghosts; larger: single reps are missed. Default 3, and 4 for a
  /// turning limb: arms turn in daily life more often than loads rise and fall.
  public var costOfASet = 3.0
  public var costOfATurningSet = 4.0
  /// What a repetition is worth. Default 2.
  public var meritOfARep = 2.0
  /// What being larger by a factor e is worth. Default 1.
  public var meritOfSize = 1.0
  /// What being followed by one exactly alike is worth. Default 1.
  public var meritOfLikeness = 1.0
  /// What a missing way back costs, and one that the recording's end cuts. Smaller: whoever stands
  /// up from a bar makes a rep; larger: a lift whose load is dropped is none. Default 4.5 and 1.
  public var costOfMissingReturn = 4.5
  /// The same where an inertial sensor rides: a hand that rises at the end of a set rather stands up
  /// without the bar. Default 5.5.
  public var costOfMissingReturnOfASensor = 5.5
  public var costOfACut = 1.0
  /// A way so many times as long as the other may be trimmed to it where the load waits there (moves
  /// by less than a share of the way in the shortest pause), and what that costs. Default 1.3, 0.08
  /// and 0.5.
  public var trimmedBeyond = 1.3
  public var trimmedWithin = 0.08
  public var costOfTrimming = 0.5
  /// By how much of the way a repetition may miss its start, one standard deviation. Default 0.2.
  public var returnShare = 0.2
  /// The spread of the logarithm of size between neighbours. Default 0.35: a third larger is common.
  public var sizeSpread = 0.35
  /// By how much a sensor's posture may differ from one rep to the next, rad, and as a share of how
  /// far it turns in a rep. Default 0.1 rad and 0.15.
  public var postureReturnRadians = 0.1
  public var postureReturnShare = 0.15
  /// The same where nothing but the posture tells where the load is. Default 0.06 rad and 0.05.
  public var strictReturnRadians = 0.06
  public var strictReturnShare = 0.05
  /// What a way back that misses the way out by its whole reach costs, where the way out has to be
  /// retraced. Default 4.
  public var costOfNotRetracing = 4.0
  /// How far a sensor that rides on a load turns over a meter, rad/m, without giving rise to doubt.
  /// Default 0.8: a forearm in a press.
  public var turnPerMeter = 0.8
  /// A sensor on a bar rolls with it where this share of its turning is about one axis; then only that
  /// axis's tilt says how the load is held, and an explanation by that has to be better by the cost.
  /// Smaller share or cost: walking about with a bar makes reps; larger: a bar that rolls loses them.
  /// Default 0.9 and 2.
  public var shareOfRolling = 0.9
  public var costOfRolling = 2.0
  /// Where the height shows nothing, what repeats in the posture counts from so many times on, with such
  /// a score. Smaller: fidgeting makes reps; larger: an arm that swings against the load hides them.
  /// Default 3 and 6.
  public var leastRepeats = 3
  public var leastScoreOfWhatRepeats = 6.0
  /// Where the height shows something, the posture is preferred only when the sensor turns by so much in
  /// the usual repetition, rad, and explains so much more. Smaller: a wrist that turns hides the bar;
  /// larger: a swinging arm is taken for the load. Default 0.7 and 4.
  public var leastSwingRadians = 0.7
  public var preferenceForHeight = 4.0
  /// A sensor that turns more than this over a meter of height doesn't ride on the load, rad/m, and can't
  /// be sure of the direction. Default 2.
  public var swingingPerMeter = 2.0
  /// How much better an explanation must be that takes the load to be still where a recording begins
  /// and ends. Smaller: what goes on at its ends is bent to reps; larger: the first and last rep of a
  /// recording that is cut tight are lost. Default 2.
  public var costOfStillEnds = 2.0
  /// Longer recordings aren't taken for cut tight, s. Default 180.
  public var longestTightSeconds = 180.0
  /// Phases shorter than this become unlikely, s. Default 0.25 s.
  public var shortestPhaseSeconds = 0.25
  /// How much the agreement of turning and rising is worth a rep, and the agreement (a correlation)
  /// that is worth nothing. Default 4 and 0.5.
  public var meritOfAgreement = 4.0
  public var neutralAgreement = 0.5
  /// What waiting e times as long where reps begin as where they turn is worth, where nothing else
  /// tells the direction. Default 2.
  public var meritOfRest = 2.0
  /// What it is worth that one repetition turns and shakes the sensor as the next does, in all its axes, and the
  /// correlation that is worth nothing. Smaller: ways out and back are counted apart; larger: tired reps are
  /// left out. Default 3 and 0.4.
  public var meritOfSignature = 3.0
  public var neutralSignature = 0.4
  /// How little repetitions at either end of a set may be like what all have in common, as a correlation, and
  /// how far below that they have to be together. Smaller: taking hold and letting go are repetitions; larger:
  /// tired ones aren't. Default 0.4 and 0.6.
  public var strangeSignature = 0.4
  public var surelyStrange = 0.6
  /// How much farther from one another repetitions are on either side of a place than on each side, to be of
  /// another kind: by how little they are alike, and half the logarithms by which size and duration differ.
  /// Smaller: a set whose tempo changes falls apart; larger: steps to the machine are repetitions. Default 0.6.
  public var anotherKind = 0.6
  /// How many rad/s a m/s² weighs in that. Default 0.5.
  public var accelerationInASignature = 0.5
  /// How alike repetitions of a heading or of a level way have to be on average, as a correlation. Smaller: drift
  /// is a set; larger: uneven sets aren't seen. Default 0.3.
  public var leastLevelLikeness = 0.3
  /// The share of the merit of rest where the hand goes level, as many a machine's load is held where it turns.
  /// Default 0.3.
  public var shareOfRestInLevel = 1.0
  /// From which correlation on a way before a set and one behind it are half repetitions of it; and from which
  /// where the load waits so much longer, as a log-likelihood, where repetitions begin as they were found.
  /// Smaller: taking hold and letting go are repetitions; larger: the first and the last repetition are lost.
  /// Default 0.65; 0.87 and 1.
  public var leastLikenessOfAHalf = 0.65
  public var sureLikenessOfAHalf = 0.87
  public var surelyRests = 1.0
  /// Hands that only hold on keep their posture within so much, rad, for at least so long, s; they rock by at
  /// least so much, rad, quicker and slower than these frequencies, Hz. Smaller or larger: whoever changes the
  /// grip has no set, or gestures are one. Default 0.12 rad, 8 s, 0.006 rad, 0.06 and 1.5 Hz.
  public var heldWithinRadians = 0.12
  public var shortestHeldSeconds = 8.0
  public var leastHeldRadians = 0.006
  public var heldDriftHz = 0.06
  public var heldCutoffHz = 1.5
  /// What such hands show is a set from so many repetitions on that are so alike, and where it explains the
  /// recording better than larger motions by so much. Smaller: breathing is a set; larger: leg machines aren't
  /// seen. Default 4, 0.5 and 4.
  public var leastHeldReps = 4
  public var leastHeldLikeness = 0.5
  public var preferenceForLargeMotion = 4.0
  /// How many candidates back a neighbour is sought. Default 24.
  public var longestLookBack = 24

  // MARK: The ends of phases

  /// After a longer wait than this another set begins, s. Smaller: sets with rests in them fall apart; larger:
  /// sets of a session are one. Default 60 s.
  public var longestWaitInASet = 60.0
  /// A recording longer than this may hold several sets, s. Default 240 s.
  public var longestRecordingOfASet = 240.0
  /// Sets in a long recording: a second moves where it moves by this share of what busy seconds do. Smaller:
  /// sets run together; larger: a slow lowering is taken for rest. Default 0.15.
  public var activeShare = 0.15
  /// A standstill of so many seconds parts sets. Smaller: a set with long holds falls apart; larger: sets run
  /// together, and are then told apart by their repetitions. Default 12 s.
  public var restBetweenSetsSeconds = 12.0
  /// A piece shorter than this holds no set, s; so much of what is around it goes with a set. Defaults 4 and
  /// 3 s.
  public var shortestSetSeconds = 4.0
  public var aroundASetSeconds = 3.0
  /// So many repetitions are a set where nobody said of what, each of them taking so many seconds to and fro
  /// mostly, and all of them so many. Smaller: gestures and steps are sets; larger: short or quick sets are
  /// missed. Defaults 4, 1 s and 6 s.
  public var leastRepsOfAFoundSet = 4
  public var leastSecondsOfAFoundRep = 1.0
  public var leastSecondsOfAFoundSet = 6.0
  /// The most that a measured velocity may read at rest, m/s. Smaller: what is summed up from it runs away;
  /// larger: a slow lowering is taken for rest. Default 0.03 m/s.
  public var largestVelocityOffset = 0.03
  /// A position that leaps by more than this and is back within 0.06 s wasn't there, m. Smaller: a bar that
  /// bangs is smoothed; larger: a string that slips is a rep. Default 0.03 m.
  public var leastSlipMeters = 0.03
  /// The low-pass of measured positions and angles, Hz. Smaller: quick turns are rounded; larger: a
  /// tracker's jitter stays. Default 5 Hz.
  public var positionCutoffHz = 5.0
  /// The low-passes through which speed is looked at, Hz, and the share of its peak that marks the
  /// end of a phase in each. Default 8 Hz at a tenth, the definition; the narrower ones, down to
  /// 0.3 Hz, at shares that mark the same moment in spite of their blur.
  public var speedCutoffsHz = [8.0, 2.5, 1.25, 0.6, 0.3]
  public var edgeShares = [0.1, 0.12, 0.25, 0.35, 0.3]
  /// How uneven a speed may be, as a share of its mean, before a narrower look is taken. Default
  /// 0.15.
  public var evenness = 0.15
  /// A measured place is looked at through a wide look where a phase's ends are this many times as fast as its
  /// noise; then a dip of its speed of so many seconds is bridged. Smaller: noise moves the ends; larger:
  /// an uneven lowering is cut. Default 4, and 0.3 s.
  public var quietNoises = 4.0
  public var bridgedDipSeconds = 0.3
  /// A look is narrow enough only for phases of this many of its cycles. Default 3.
  public var leastCyclesOfALook = 3.0
  /// A standstill within this share of the way from its end ends a phase; beyond, it's a stop on the
  /// way. Default 0.15.
  public var stopShare = 0.15
  /// Shorter waits aren't pauses; the phases around them meet where the motion turns, s. Default 0.2 s.
  public var shortestPauseSeconds = 0.2

  // MARK: Live

  /// The time constants of the two low-passes through which a motion is watched as it happens, s.
  /// Smaller: noise is told as motion; larger: later. Default 0.05 s, and 0.25 s for moves hardly
  /// faster than the noise.
  public var liveQuickSeconds = 0.05
  public var liveSlowSeconds = 0.25
  /// The share of a usual way by which a load must have left its place before it is told, and by
  /// which it must have come back. Smaller: trembling is told; larger: later. Default 0.008.
  public var liveShare = 0.008
  /// How slowly the resting level follows, s. Smaller: slow moves are told late; larger: after a
  /// drift of the level, waits are taken for moves. Default 2 s.
  public var liveRestSeconds = 2.0
  /// The share of its peak speed below which a move has stopped, and for how long, s; for moves hardly
  /// faster than the noise, twice as long. Default 0.15 and 0.12 s.
  public var liveStillShare = 0.15
  public var liveStillSeconds = 0.12
  /// How far back a move may be said to have begun, s. Default 0.5 s.
  public var liveLongestDelaySeconds = 0.5
  /// How many times less still rest is while a move goes on, when speed is summed up from
  /// acceleration. Smaller: slow lowering is flattened; larger: drift keeps a move going. Default 8.
  public var liveDoubtOfRest = 8.0
  /// How still rest is at best between moves, when speed is summed up from acceleration, m/s, said five
  /// times a second; what sways is less still. Smaller: slow lowering is flattened; larger: less is
  /// known of the sensor's error. Default 0.005.
  public var liveRestMetersPerSecond = 0.005
  /// How large the sensor's constant error in acceleration may be along each axis, live, m/s². Smaller: a
  /// bad sensor's drift is told as a move; larger: slow lowering is told late. Default 0.1.
  public var liveErrorMetersPerSecondSquared = 0.1
  /// The noise of acceleration that is reckoned with live, m/s in the root of a second. Smaller:
  /// drift is told as a move; larger: slow lowering is told late. Default 0.003.
  public var liveAccelerationNoise = 0.003
  /// How often, s, it is asked whether what seems to rest has begun to move, and how many such doubts go
  /// on at once. Smaller: slow lowering is missed; larger: more work. Default 0.5 s and 20.
  public var liveDoubtEverySeconds = 0.5
  public var liveDoubts = 20
  /// How sure it must be that a load has left its place, in standard deviations, and how far it must be
  /// away, m. Smaller: drift and swaying are told; larger: moves are told late. Default 2.2 and 0.012 m.
  public var liveSureness = 2.2
  public var liveLeastMeters = 0.012
  /// For how long what rests sways one way, s.
  public var liveSwaySeconds = 0.3
  /// How far a load must have come back to have turned, m. Smaller: drift is told as a turn; larger: turns
  /// are told late. Default 0.02.
  public var liveTurnMeters = 0.02
  /// How much of what the sensor showed is kept to measure the repetition that goes on: so many seconds
  /// at most, from so long before the first of so many repetitions, in steps of no less than so much.
  /// Smaller: less is known of the sensor's error; larger: more work and memory. Default 90 s, 2 s, 2
  /// and 0.008 s.
  public var liveWindowSeconds = 90.0
  public var liveContextSeconds = 2.0
  public var liveKeptReps = 2
  public var liveKeptStepSeconds = 0.008
  /// How long after a change it is measured whether a repetition has ended, s. Fewer and later: less
  /// work; earlier: less is known of the rest after it. Default 0.15, 0.3, 0.5, 1 and 2 s.
  public var liveLooksSeconds = [0.15, 0.3, 0.5, 1, 2]
  /// How often it is measured in any case, s; less often where nothing has changed for long. Default
  /// 0.5 s.
  public var liveLookEverySeconds = 0.5
  /// How long ago its last move must have ended, s. Default 0.05 s.
  public var liveEndedSeconds = 0.05

  // MARK: Assisted ways up

  /// A way up is assisted where the lowering takes at least so long, s, and so many times as long as
  /// the way up, in the middle rep of a set. Default 5 s and 8 times; 4 s and 5 times where a jump,
  /// feet or hands are a usual way up.
  public var assistedLoweringSeconds = 5.0
  public var assistedRatio = 8.0
  public var selfAssistedLoweringSeconds = 4.0
  public var selfAssistedRatio = 5.0

  // MARK: Trust

  /// Reps smaller than this share of the middle one are partial. Default 0.7.
  public var partialShare = 0.7
  /// Reps larger than this share of the middle one are odd. Default 1.4.
  public var oddShare = 1.4
  /// A way back that differs by this share from the way out shows drift. Default 0.25.
  public var driftShare = 0.25
  /// Lowering slower than this, m/s on average, is at the edge of what an accelerometer shows.
  /// Default 0.03 m/s.
  public var slowestInertialMetersPerSecond = 0.03
  /// A direction is contradicted where the other explains more reps, better by this. Default 2.
  public var contradiction = 2.0
  /// Less agreement of direction than this is doubtful, 0 to 1. Default 0.3.
  public var leastAgreement = 0.3
  /// How much better a height in a picture must explain the motion than a joint angle. Default 3.
  public var preferenceForAngles = 3.0
  /// Landmarks less sure than this are taken as lost, 0 to 1. Default 0.3.
  public var leastLandmarkScore = 0.3

  /// The share of a joint's motion, on the side on which it moves more, below which a way in a picture
  /// is hardly a rep; its motion is the way within which it is for four fifths of the time. Smaller:
  /// jitter and steps make reps; larger: partial reps are missed. Default 0.5.
  public var leastShareOfMotion = 0.5
  /// How far from its place the body may end a rep in a picture, in trunks, one standard deviation,
  /// and the most that it costs. Smaller: a moving camera costs reps; larger: steps are taken for
  /// reps. Default 0.4 and 3.
  public var placeTrunks = 0.4
  public var costOfWalking = 3.0
  /// How far apart the postures are that a set comes back to, one standard deviation: in trunks, as a share
  /// of the way between its two ends, and in times the landmarks' jitter. Smaller: tired reps are left out;
  /// larger: who reaches for something does a rep. Default 0.1, 0.22 and 3.
  public var poseTrunks = 0.1
  public var poseShare = 0.22
  public var poseNoise = 3.0
  /// How much another posture of the next rep weighs, and the most that it costs. Smaller: what is done
  /// beside the set comes into it; larger: a set falls apart where landmarks are lost. Default 3 and 10.
  public var poseWeight = 3.0
  public var costOfAnotherPose = 10.0
  /// How little a rep at the end of a set in a picture may be like the others, as such a cost, and by what
  /// factor (as a logarithm) its way out may be longer for one standard deviation. Smaller: a tired last rep
  /// is left out; larger: a reach beside the set is one. Default 5 and 0.5.
  public var mostStrangeness = 5.0
  public var strangeLength = 0.5
  /// From which correlation on the exercise's own lines tell which way the posture goes, 0 to 1. Default
  /// 0.85.
  public var sureAgreement = 0.85
  /// The jitter of a posture, as a share of the way of a rep, from which on the rep is doubtful. Default
  /// 0.3.
  public var mostJitter = 0.3
  /// The low-pass of the posture, Hz. Default 3 Hz.
  public var poseCutoffHz = 3.0
  /// The low-pass of the body's place, Hz. Default 1 Hz.
  public var placeCutoffHz = 1.0

  // MARK: Proposals

  /// From which share of the likeliest's confidence on another exercise may say which way a motion goes,
  /// and how many are asked. Default 0.3 and 4.
  public var nearlyAsLikely = 0.3
  public var mostOtherWays = 4

  /// By what a score is divided before it counts as a log-likelihood, where exercises are proposed.
  /// Smaller: surer proposals; larger: more even ones. Default 10.
  public var temperatureOfProposals = 10.0

  public init() {}
}
