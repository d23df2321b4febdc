import Lifting
import RealModule

/// What a repetition's motion says beyond its times: control, the sticking region, work and power.
///
/// All of it needs the load's acceleration along its line, so there is none of it where the motion
/// isn't in meters, nor in a phase in which the sensor was silent or at the end of its range.
struct Kinetics {
  /// How the measures are taken.
  struct Parameters {
    /// The widest low-pass of acceleration, Hz. Smaller: a short loss of control is smoothed away;
    /// larger: trembling counts as loss of control. Default 6 Hz, below the 7 to 12 Hz of a
    /// hand's tremor.
    var widestCutoffHz = 6.0
    /// The narrowest, Hz: a sensor that needs a narrower one shows no control. Default 1.5 Hz.
    var narrowestCutoffHz = 1.5
    /// How much noise may be left in acceleration, m/s²: a noisy position is low-passed until it is.
    /// Smaller: quick changes are lost; larger: the minimum of control is noise. Default 0.08, 0.16
    /// and 0.32 m/s²; each repetition takes the largest that is within `leftNoiseShare` of its own
    /// acceleration, by default 0.05, as what changes quickly changes much.
    var leftNoisesMetersPerSecondSquared = [0.08, 0.16, 0.32]
    var leftNoiseShare = 0.05
    /// An inertial sensor's acceleration is corrected by the motion's below this, Hz: there the
    /// sensor's own error is larger than what the lift does. Default 0.3 Hz.
    var correctedBelowHz = 0.3
    /// A fall is free where control comes below `fallsBelow`; it lasts while control is below
    /// `fallLastsBelow`, which is where a low-pass leaves the ends of a sudden one, and at least
    /// `shortestFallSeconds`: shorter, it is how quick repetitions turn. Defaults 0.2, 0.5 and
    /// 0.15 s, in which a load falls 11 cm.
    var fallsBelow = 0.2
    var fallLastsBelow = 0.5
    var shortestFallSeconds = 0.15
    /// Velocity has to fall by this share of its peak, and rise by it again, to have stuck. Smaller:
    /// noise sticks; larger: only lifts that nearly fail do. Default 0.1.
    var stickingShare = 0.1
  }

  /// The motion through a low-pass.
  struct Look {
    /// m/s along the line.
    var velocity: [Double]
    /// m/s².
    var acceleration: [Double]
    var leftNoiseMetersPerSecondSquared = 0.0
  }

  private static let gravity = Attitude.standardGravity

  private let parameters: Parameters
  private let timeline: Timeline
  private let clipped: [Bool]
  private let line: Line
  /// From the quietest to the widest.
  private let looks: [Look]
  private let load: Mass?
  /// N along the line, where it was measured.
  private let force: [Double]?

  /// nil where the motion isn't that of a load in meters, or too noisy for its acceleration.
  init?(_ study: Study, _ explained: Study.Explained, load: Mass?, _ parameters: Parameters) {
    guard explained.line.tellsMeters else { return nil }
    self.parameters = parameters
    self.load = load
    timeline = study.timeline
    clipped = study.attitude?.clipped ?? []
    line = explained.line
    looks = Self.looks(study, explained, parameters)
    force = study.recording.forceNewtons.flatMap { study.timeline.even($0) }
    if looks.isEmpty { return nil }
  }

  /// The repetitions with what can be said of them.
  func added(to reps: [Rep]) -> [Rep] {
    reps.map { rep in
      var rep = rep
      for index in rep.phases.indices { addPower(&rep.phases[index]) }
      if let span = rep.phases.first(where: { $0.phase == .eccentric }) {
        rep.control = control(span)
      }
      if let span = rep.phases.first(where: { $0.phase == .concentric }) {
        rep.stickingRegion = stickingRegion(span)
      }
      return rep
    }
  }

  // MARK: Control

  private func control(_ span: PhaseSpan) -> Control? {
    guard let places = whole(span), let look = look(places) else { return nil }
    var sum = 0.0
    var least = Double.infinity
    for place in places {
      let control = 1 + look.acceleration[place] / Self.gravity
      sum += control
      least = min(least, control)
    }
    return Control(
      mean: sum / Double(places.count), minimum: least,
      freeFalls: freeFalls(look, around: places))
  }

  private func freeFalls(_ look: Look, around places: ClosedRange<Int>) -> [Control.FreeFall] {
    let acceleration = look.acceleration
    let limit = (parameters.fallLastsBelow - 1) * Self.gravity
    // Before it turns, a load that was thrown up is on its way to the top.
    func isFalling(_ place: Int) -> Bool {
      acceleration[place] < limit && look.velocity[place] < 0
    }
    var falls: [Control.FreeFall] = []
    var place = places.lowerBound
    // A fall that is on when the lowering's slow start ends began before it.
    while place > 0, isFalling(place) { place -= 1 }
    while place <= places.upperBound {
      guard isFalling(place) else {
        place += 1
        continue
      }
      let first = place
      var least = 0.0
      while place < acceleration.count, isFalling(place) {
        if places.contains(place) { least = min(least, acceleration[place]) }
        place += 1
      }
      let start = timeline.seconds(at: crossing(acceleration, first - 1, first, limit))
      let end = timeline.seconds(at: crossing(acceleration, place - 1, place, limit))
      if 1 + least / Self.gravity < parameters.fallsBelow,
        end - start >= parameters.shortestFallSeconds
      {
        falls.append(Control.FreeFall(startSeconds: start, endSeconds: end))
      }
    }
    return falls
  }

  /// Where acceleration passes a value between two neighboring steps.
  private func crossing(_ acceleration: [Double], _ one: Int, _ next: Int, _ value: Double)
    -> Double
  {
    guard acceleration.indices.contains(one), acceleration.indices.contains(next) else {
      return Double(max(0, one))
    }
    let difference = acceleration[next] - acceleration[one]
    guard difference != 0 else { return Double(one) }
    return Double(one) + min(1, max(0, (value - acceleration[one]) / difference))
  }

  // MARK: The sticking region

  private func stickingRegion(_ span: PhaseSpan) -> StickingRegion? {
    guard let places = whole(span), let velocity = look(places)?.velocity else { return nil }
    let speeds = Array(velocity[places])
    let turns = Turn.turns(of: speeds, reversal: parameters.stickingShare * (speeds.max() ?? 0))
    // The first peak, the minimum after it, and something after that which shows it was one.
    guard let peak = turns.firstIndex(where: \.isHigh), turns.indices.contains(peak + 2) else {
      return nil
    }
    let first = places.lowerBound + turns[peak].place
    let low = places.lowerBound + turns[peak + 1].place
    let from = line.values[places.lowerBound]
    let way = line.values[places.upperBound] - from
    guard way > 0 else { return nil }
    return StickingRegion(
      startSeconds: timeline.seconds(at: Double(first)),
      endSeconds: timeline.seconds(at: Double(low)),
      startShare: min(1, max(0, (line.values[first] - from) / way)),
      endShare: min(1, max(0, (line.values[low] - from) / way)),
      minimumVelocityMetersPerSecond: velocity[low])
  }

  // MARK: Work and power

  private func addPower(_ span: inout PhaseSpan) {
    let direction: Double
    switch span.phase {
    case .concentric: direction = 1
    case .eccentric: direction = -1
    case .assisted, .pauseTop, .pauseBottom: return
    }
    guard span.seconds > 0, let places = whole(span), let look = look(places),
      force != nil || load != nil
    else { return }
    let mass = load?.kilograms ?? 0
    var work = 0.0
    var peak = 0.0
    for place in places {
      let newtons = force?[place] ?? mass * (Self.gravity + look.acceleration[place])
      let power = direction * newtons * look.velocity[place]
      work += power * timeline.step
      peak = max(peak, power)
    }
    // The ends of a phase lie between steps of the grid.
    work *= span.seconds / (Double(places.count) * timeline.step)
    span.workJoules = work
    span.meanPowerWatts = work / span.seconds
    span.peakPowerWatts = peak
  }

  /// The widest look whose noise is small beside what happens in a phase.
  private func look(_ places: ClosedRange<Int>) -> Look? {
    guard let quietest = looks.first else { return nil }
    let most = places.reduce(0) { max($0, abs(quietest.acceleration[$1])) }
    return looks.last {
      $0.leftNoiseMetersPerSecondSquared <= parameters.leftNoiseShare * most
    } ?? quietest
  }

  /// The steps of a phase, if the sensor saw all of it.
  private func whole(_ span: PhaseSpan) -> ClosedRange<Int>? {
    guard let from = timeline.place(at: span.startSeconds),
      let to = timeline.place(at: span.endSeconds)
    else { return nil }
    let first = max(0, Int(saturating: from.rounded(.up)))
    let last = min(line.values.count - 1, Int(saturating: to))
    guard last > first + 1,
      !timeline.gaps.contains(where: { $0.end > from && $0.start < to }),
      clipped.isEmpty || !(first...last).contains(where: { clipped[$0] })
    else { return nil }
    return first...last
  }
}

extension Study {
  /// The repetitions of a measurement with everything that can be said of them.
  func measures(_ measurement: Measurement, load: Mass?) -> [Rep] {
    let reps = measurement.reps
    return Kinetics(self, measurement.explained, load: load, Kinetics.Parameters())?.added(to: reps)
      ?? reps
  }
}

extension MeasuredSet.Summary {
  /// With what the repetitions tell beyond their times.
  func detailed(by reps: [Rep]) -> MeasuredSet.Summary {
    func work(_ phase: Phase) -> Double? {
      let known = reps.flatMap(\.phases).filter { $0.phase == phase }.compactMap(\.workJoules)
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    func seconds(_ phase: Phase) -> Double { reps.reduce(0) { $0 + $1.seconds(in: phase) } }
    var summary = self
    summary.pauseBottomSeconds = seconds(.pauseBottom)
    summary.pauseTopSeconds = seconds(.pauseTop)
    summary.assistedSeconds = seconds(.assisted)
    summary.eccentricWorkJoules = work(.eccentric)
    summary.concentricWorkJoules = work(.concentric)
    summary.trend = LoweringTrend(of: reps)
    return summary
  }
}
