import Dispatch
import Foundation
import Lifting
import Simulation
import Synchronization

/// The closed loop over all kinds of people, with and without the engine.
struct LoopStudy {
  typealias Kind = SyntheticTrainee.Kind
  typealias Coach = ClosedLoop.Coach

  let seeds: Int
  let weeks: Int
  private let outcomes: [Kind: [Coach: [ClosedLoop.Outcome]]]

  /// Runs all of them, on as many cores as there are.
  ///
  /// - Parameters:
  ///   - seeds: How many people of each kind.
  ///   - weeks: For how long.
  ///   - kinds: Which people.
  ///   - loadStep: The step in which their weights come.
  init(
    seeds: Int, weeks: Int, of kinds: [Kind] = Kind.allCases,
    loadStep: Mass = .kilograms(2.5)
  ) {
    self.seeds = seeds
    self.weeks = weeks
    let runs = kinds.flatMap { kind in Place.allCases.map { (kind, $0) } }
    let outcomes = Mutex<[Kind: [Coach: [ClosedLoop.Outcome]]]>([:])
    DispatchQueue.concurrentPerform(iterations: runs.count * seeds) { job in
      let (kind, coach) = runs[job % runs.count]
      let outcome = ClosedLoop.run(
        coach, kind, seed: UInt64(job / runs.count), weeks: weeks, loadStep: loadStep)
      outcomes.withLock { $0[kind, default: [:]][coach, default: []].append(outcome) }
    }
    self.outcomes = outcomes.withLock { $0 }
  }

  private func mean(
    _ kind: Kind, _ coach: Place, _ value: (ClosedLoop.Outcome) -> Double
  ) -> Double {
    let all = outcomes[kind]?[coach] ?? []
    return all.map(value).reduce(0, +) / Double(max(1, all.count))
  }

  var table: String {
    var table =
      "\(weeks) weeks, \(seeds) seeds of each kind.\n\n"
      + "| athlete | trained by | strength, % | worst soreness of a week, mean | weeks within tolerance, % | limits broken |\n"
      + "| --- | --- | --- | --- | --- | --- |\n"
    for kind in Kind.allCases {
      for coach in Place.allCases {
        let within = mean(kind, coach) { Double($0.weeksWithinTolerance) / Double($0.weeks) }
        let breaches = (outcomes[kind]?[coach] ?? []).reduce(0) { $0 + $1.breaches.count }
        table +=
          "| \(kind.words) | \(coach.words) | +\((100 * mean(kind, coach, \.gain)).text(1)) "
          + "| \(mean(kind, coach, \.meanPeakSoreness).text(2)) | \((100 * within).text(1)) "
          + "| \(coach.isPrescribed ? String(breaches) : "–") |\n"
      }
    }
    return table
  }

  /// What the kinds gain by the sensible program in its several hands.
  var gains: String {
    let coaches: [Coach] = [.habit, .program, .careful, .fixed]
    var table = "\(weeks) weeks, \(seeds) seeds of each kind, weights in steps of 1 kg.\n\n"
    table += "| athlete |" + coaches.map { " \($0.words) |" }.joined() + "\n"
    table += "| --- |" + coaches.map { _ in " --- |" }.joined() + "\n"
    for kind in Kind.allCases where outcomes[kind] != nil {
      let cells = coaches.map { coach in
        " +\((100 * mean(kind, coach, \.gain)).text(1)) % at \(mean(kind, coach, \.meanPeakSoreness).text(2)) |"
      }
      table += "| \(kind.words) |" + cells.joined() + "\n"
    }
    return table
  }

  /// Which rules made sessions smaller or refused them, a person.
  var reasons: String {
    var text = ""
    for kind in Kind.allCases where outcomes[kind] != nil {
      for coach in Place.allCases {
        var rules: [String: Int] = [:]
        for outcome in outcomes[kind]?[coach] ?? [] {
          rules.merge(outcome.refusedBy, uniquingKeysWith: +)
        }
        let most = rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
          .map { "\($0.key) \((Double($0.value) / Double(seeds)).text(1))" }
        let load = 100 * mean(kind, coach, \.lateLoad)
        let reserve = mean(kind, coach, \.lateReserve)
        let unseen = 100 * mean(kind, coach, \.lateUnseen)
        let within = mean(kind, coach) { 100 * Double($0.weeksWithinTolerance) / Double($0.weeks) }
        text +=
          "\(kind) \(coach): +\((100 * mean(kind, coach, \.gain)).text(1)) %, \(within.text(1)) % of weeks in tolerance, \(most.joined(separator: ", ")); last weeks at \(load.text(0)) % of true strength, \(reserve.text(1)) in reserve, \(unseen.text(0)) % of the sets tell nothing of strength\n"
      }
    }
    return text
  }

  // MARK: The picture

  /// Strength against soreness, a mark for each kind and coach: right and low is better.
  var picture: String {
    let (width, height, left, top, right, bottom) = (640.0, 400.0, 56.0, 40.0, 20.0, 48.0)
    let coaches = Place.allCases
    let points = Kind.allCases.flatMap { kind in
      coaches.map { coach in
        (kind, coach, 100 * mean(kind, coach, \.gain), mean(kind, coach, \.meanPeakSoreness))
      }
    }
    let mostGain = (points.map(\.2).max() ?? 1) * 1.1
    let mostSore = (points.map(\.3).max() ?? 1) * 1.1
    func x(_ gain: Double) -> Double { left + gain / mostGain * (width - left - right) }
    func y(_ sore: Double) -> Double { height - bottom - sore / mostSore * (height - top - bottom) }
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" role="img" font-family="sans-serif" font-size="12">
      <title>Strength gained against soreness, by kind of athlete and who prescribes</title>
      <rect width="640" height="400" fill="#fff"/>
      <path d="M\(left) \(top)V\(height - bottom)H\(width - right)" fill="none" stroke="#666"/>

      """
    for gain in stride(from: 0.0, through: mostGain, by: 5) {
      svg +=
        "<text x=\"\(x(gain).text(1))\" y=\"\(height - bottom + 16)\" text-anchor=\"middle\">\(gain.text(0))</text>\n"
    }
    for sore in stride(from: 0.0, through: mostSore, by: 1) {
      svg +=
        "<text x=\"\(left - 8)\" y=\"\((y(sore) + 4).text(1))\" text-anchor=\"end\">\(sore.text(0))</text>\n"
    }
    svg +=
      "<text x=\"340\" y=\"392\" text-anchor=\"middle\">strength gained in \(weeks) weeks, %</text>\n"
    svg += "<text x=\"8\" y=\"24\">worst soreness of a week, mean, 0–10</text>\n"
    for (kind, coach, gain, sore) in points {
      svg += coach.mark(x(gain), y(sore))
      // Who says half does as the average does where nobody asks.
      guard coach == .fixed && kind != .underReports || coach == .eager && kind == .unlucky else {
        continue
      }
      let isFarRight = x(gain) > 0.8 * width
      svg +=
        "<text x=\"\((x(gain) + (isFarRight ? -8 : 8)).text(1))\" y=\"\((y(sore) + 4).text(1))\""
        + " text-anchor=\"\(isFarRight ? "end" : "start")\" fill=\"#444\">\(kind.words)</text>\n"
    }
    for (index, coach) in coaches.enumerated() {
      let row = top + 8 + Double(index) * 18
      svg +=
        coach.mark(left + 20, row)
        + "<text x=\"\(left + 32)\" y=\"\(row + 4)\">\(coach.words)</text>\n"
    }
    return svg + "</svg>\n"
  }
}

extension SyntheticTrainee.Kind {
  fileprivate var words: String {
    switch self {
    case .good: "good responder"
    case .average: "average"
    case .poor: "poor responder"
    case .unlucky: "easily hurt"
    case .skips: "skips sessions"
    case .overdoes: "overdoes it"
    case .underReports: "says half"
    }
  }
}

extension ClosedLoop.Coach {
  fileprivate var words: String {
    switch self {
    case .habit: "Eccentric, no program"
    case .program: "Eccentric, sensible program"
    case .fixed: "sensible program as written"
    case .careful: "sensible program within the hard limits"
    case .eagerProgram: "Eccentric, eager program"
    case .eager: "eager program as written"
    }
  }

  /// Told by shape as well as by colour.
  fileprivate func mark(_ x: Double, _ y: Double) -> String {
    let (x, y) = ((x * 10).rounded() / 10, (y * 10).rounded() / 10)
    return switch self {
    case .habit: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"5\" fill=\"#d55e00\"/>\n"
    case .program:
      "<rect x=\"\(x - 4.5)\" y=\"\(y - 4.5)\" width=\"9\" height=\"9\" fill=\"#d55e00\"/>\n"
    case .eagerProgram:
      "<path d=\"M\(x) \(y - 6)L\(x + 6) \(y + 5)H\(x - 6)Z\" fill=\"#d55e00\"/>\n"
    case .fixed:
      "<rect x=\"\(x - 4.5)\" y=\"\(y - 4.5)\" width=\"9\" height=\"9\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>\n"
    case .careful:
      "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4.5\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>\n"
    case .eager:
      "<path d=\"M\(x) \(y - 6)L\(x + 6) \(y + 5)H\(x - 6)Z\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>\n"
    }
  }
}
