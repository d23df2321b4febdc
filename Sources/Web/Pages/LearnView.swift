import Lifting
import Physiology
import Pictures

/// How the page shows what it has to say.
enum LearnView {
  static func tryIt(_ question: LearnQuestion) -> HTML {
    """
    <section class="card" id="try"><h2>Try it on an arm</h2>
    <form method="get" action="/learn#try" id="curl-form">
    \(slider("load", "Dumbbell", question.loadKilograms, LearnQuestion.loadRange, unit: "kg"))
    \(slider("lower", "Lower it in", question.loweringSeconds, LearnQuestion.loweringRange, unit: "s"))
    <div class="pair">
    <label>Best single curl, kg <input name="best" inputmode="decimal" \
    value="\(question.bestKilograms.short)"></label>
    <label>Training <select name="training">\(Parts.options(
      LearnQuestion.Training.allCases.map { ($0.rawValue, $0.name) },
      chosen: question.training.rawValue))</select></label>
    </div>
    <button class="quiet">Show it</button>
    </form>
    <div id="curl">\(answer(LearnAnswer(question)))</div>
    <p class="hint" id="curl-said" role="status"></p>
    </section>
    """
  }

  private static func slider(
    _ name: String, _ title: String, _ value: Double, _ range: ClosedRange<Double>, unit: String
  ) -> HTML {
    """
    <label class="slider"><span>\(title) <output data-unit="\(unit)" for="curl-\(name)">\
    \(value.short) \(unit)</output></span>
    <input type="range" id="curl-\(name)" name="\(name)" min="\(range.lowerBound.short)" \
    max="\(range.upperBound.short)" step="0.5" value="\(value.short)"></label>
    """
  }

  static func answer(_ answer: LearnAnswer) -> HTML {
    let outcome = answer.rep.outcome == .controlled ? "held" : "lost"
    return """
      <p class="verdict \(outcome)">\(answer.sentence)</p>
      \(LearnPicture.arms(answer))
      <button class="quiet" id="curl-play" type="button" hidden>Play one rep</button>
      <p class="legend"><span class="key eccentric">lowering</span> \
      <span class="key strength">lifting</span> <span class="key ordinary">holding</span></p>
      <figure><figcaption>The elbow’s angle</figcaption>\(LearnPicture.angle(answer).html)\
      <p class="hint">Grey line: the same weight let go.</p></figure>
      <figure><figcaption>What the muscle carries, in kg at the hand</figcaption>\
      \(LearnPicture.force(answer).html)\
      <p class="hint">Grey line: the most it could at that angle and speed.</p></figure>
      \(phases(answer))
      \(Parts.list(answer.notes))
      \(soreness(answer))
      <p class="hint">A model of an average arm, calculated with every touch: one joint, one muscle \
      that doesn’t tire. Yours differs.</p>
      """
  }

  private static func phases(_ answer: LearnAnswer) -> HTML {
    let rows = answer.rep.spans.map { span -> HTML in
      let control = span.phase == .eccentric ? span.control : nil
      return """
        <tr><th scope="row">\(name(span.phase))</th><td>\(span.seconds.short(decimals: 1)) s</td>\
        <td>\(span.control == nil ? "–" : "\(signed(span.workJoules)) J")</td>\
        <td>\(span.control == nil ? "–" : "\(span.metabolicJoules.short(decimals: 0)) J")</td>\
        <td>\(control.map { "\((100 * $0).short(decimals: 0)) %" } ?? "–")</td></tr>
        """
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Phase by phase"><table>
      <caption>Phase by phase, the muscle’s own</caption>
      <thead><tr><td></td><th scope="col">Time</th><th scope="col">Work</th>\
      <th scope="col">Cost</th><th scope="col">Control</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      <p class="hint">Control is how much of the weight the muscle carried: 0 is free fall.</p>
      """
  }

  private static func signed(_ value: Double) -> String {
    value.short(decimals: 0).replacing("-", with: "−")
  }

  private static func name(_ phase: Phase) -> String {
    switch phase {
    case .concentric: "Lifting"
    case .eccentric: "Lowering"
    case .pauseTop: "Top"
    case .pauseBottom: "Bottom"
    case .assisted: "Helped up"
    }
  }

  private static func soreness(_ answer: LearnAnswer) -> HTML {
    guard let part = answer.forecast else {
      return """
        <p>A set ends with the first rep that is lost, so there is no soreness to forecast here. \
        Take less weight, or lower it faster.</p>
        """
    }
    let peak = part.days.map(\.soreness).max { $0.expected < $1.expected }
    let range = peak.map { Words.range($0) } ?? "0"
    let first = answer.question.training == .new && answer.question.intensity > 0.5
    let early: HTML =
      first
      ? """
      <p class="hint">More than Eccentric gives anybody at first: a first session stays at half of \
      the best lift and at 15 lowerings.</p>
      """ : .empty
    return """
      <figure><figcaption>Soreness after \(answer.lowerings) such lowerings</figcaption>\
      \(LearnPicture.soreness(part).html)
      <p class="hint">Expected peak: \(range) of 10; the band holds 90 % of people. The model goes by \
      load and number, not by how slowly the weight comes down.</p>\(early)
      </figure>
      """
  }

  static func chapter(_ chapter: LearnText.Chapter) -> HTML {
    let claims = chapter.claims.map { claim -> HTML in
      """
      <li>\(claim.text) <small class="source">\(claim.source.citation)\
      \(claim.source.confidence == .a ? "" : " †")</small></li>
      """
    }
    return """
      <section class="card claims" id="\(chapter.id)"><h2>\(chapter.title)</h2><ul>\(claims)</ul></section>
      """
  }

  /// mTORC1 and protein synthesis, with what they don't tell.
  static let signals: HTML = """
    <section class="card claims" id="signals"><h2>Inside the muscle</h2>
    <p>An hour after a session a switch for building muscle, mTORC1, is on. After lowering it stays on \
    longer. That is often told as the reason why negatives build muscle. It isn’t one: the protein that \
    was built did not differ. <small class="source">Rahbek 2014, 24 men</small></p>
    <figure><figcaption>Signal of mTORC1, % above rest</figcaption>\(LearnPicture.signal.html)
    <p class="legend"><span class="key eccentric">after lowering</span> \
    <span class="key strength">after lifting</span></p></figure>
    <figure><figcaption>Building of muscle protein, times rest</figcaption>\
    \(LearnPicture.synthesis.html)
    <p class="hint">The same after both. <small class="source">Phillips 1997, 8 people</small></p>
    </figure>
    <p>Neither the signal nor soreness tells how much you will grow: building went along with growth \
    only once damage had become small, after three weeks. \
    <small class="source">Damas 2016, 10 men</small></p></section>
    """

  static let footnote: HTML = """
    <p class="hint">† Well known, and quoted from memory of the literature; the others were read. \
    Eccentric is not a medical device.</p>
    """
}
