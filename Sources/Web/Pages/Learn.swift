import Coaching
import Lifting
import Pictures

extension Page {
  /// What lowering is, why to do it, what to expect and who should wait, with a curl to try it on.
  static let learn = Page(
    path: "/learn", access: .anyone,
    show: { visit in .page(content(try await question(of: visit))) })

  /// The simulated curl alone, for the page to put in place while a thumb drags.
  static let learnCurl = Page(
    path: "/learn/curl", access: .anyone,
    show: { visit in
      let answer = LearnAnswer(LearnQuestion(visit.query))
      return .file(
        Array(LearnView.answer(answer).text.utf8), type: "text/html; charset=utf-8", name: nil)
    })

  /// Who is logged in begins with an arm of their own strength.
  private static func question(of visit: Visit) async throws -> LearnQuestion {
    guard visit.query["best"] == nil, let account = visit.account else {
      return LearnQuestion(visit.query)
    }
    let standing = try await visit.place.standing(account, in: LearnQuestion.exercise)
    return LearnQuestion(visit.query, of: standing)
  }

  private static func content(_ question: LearnQuestion) -> PageContent {
    PageContent(
      title: "Why lower slowly",
      body: """
        <h1>Why lower slowly</h1>
        <p class="lead">A curl has two halves. Lifting, the muscle shortens: that is the \
        <strong class="concentric-word">concentric</strong> half. Lowering, it lengthens while it \
        holds the weight back: that is the <strong class="eccentric-word">eccentric</strong> half, \
        and the one that most people let drop.</p>
        \(LearnView.tryIt(question))
        \(LearnText.chapters.map(LearnView.chapter))
        \(LearnView.signals)
        \(LearnView.footnote)
        """, scripts: ["learn.js"])
  }
}

/// What the page is asked to simulate. Whatever the address says, it is something that can be done.
struct LearnQuestion: Sendable, Hashable {
  /// Who is thought of.
  enum Training: String, CaseIterable, Sendable {
    case new, months, years

    var name: String {
      switch self {
      case .new: "New to weights"
      case .months: "Half a year"
      case .years: "Three years or more"
      }
    }

    /// The one that comes nearest.
    init(months: Int) { self = months < 3 ? .new : months < 18 ? .months : .years }

    var months: Int {
      switch self {
      case .new: 0
      case .months: 6
      case .years: 36
      }
    }
  }

  static let bestRange = 2.0...60
  static let loadRange = 1.0...40
  static let loweringRange = 0.5...15

  static let exercise = Exercise.ID(rawValue: "biceps-curl")

  var bestKilograms: Double
  var loadKilograms: Double
  var loweringSeconds: Double
  var training: Training

  /// What the address says; where it says nothing what is known of whoever asks, else somebody with a
  /// best curl of 16 kg.
  init(_ query: Form, of standing: Place.Standing? = nil) {
    func number(_ name: String, _ range: ClosedRange<Double>, _ usual: Double) -> Double {
      (query.number(name) ?? usual).clamped(to: range).rounded(toDecimals: 1)
    }
    bestKilograms = number("best", Self.bestRange, standing?.oneRepMaxKilograms ?? 16)
    let usual = standing?.oneRepMaxKilograms.map { 0.6 * $0 } ?? 10
    loadKilograms = number("load", Self.loadRange, (2 * usual).rounded() / 2)
    loweringSeconds = number("lower", Self.loweringRange, 4)
    training =
      query["training"].flatMap(Training.init)
      ?? standing?.athlete.map { Training(months: $0.trainingMonths) } ?? .new
  }

  var intensity: Double { loadKilograms / bestKilograms }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(range.upperBound, Swift.max(range.lowerBound, self))
  }
}
