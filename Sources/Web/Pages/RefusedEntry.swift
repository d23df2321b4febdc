import Coaching
import Foundation
import Lifting
import Pictures

extension Page {
  /// A set of a phone that couldn't be kept, to be put right.
  static let refusedEntry = Page(
    path: "/history/refused",
    show: { _ in .redirect("/today") },
    take: { visit in
      let now = visit.place.now()
      guard let refused = RefusedSet(visit.form["fact"] ?? "", now: now) else {
        return .page(
          Layout.problem(
            "It can’t be put right here",
            "What the phone kept isn’t a set that can be read. Throw it away there, and enter it anew.",
            status: 422))
      }
      let form = EntryForm(
        Place.Entry(fact: refused.fact, isTakenBack: false), account: try visit.member,
        refused: visit.form["fact"])
      // Opened for the first time it says what is wrong; sent back it is read.
      guard visit.form["day"] != nil else { return .page(form.page(nil, refused.problems)) }
      let (mend, problems) = form.read(visit.form, now: now)
      guard case .correct(let body, let at)? = mend else {
        return .page(form.page(visit.form, problems))
      }
      let kept = Fact(id: refused.fact.id, at: at, body)
      _ = try await visit.place.record([kept], of: visit.member)
      return .page(
        PageContent(
          title: "Kept", section: .history,
          body: """
            <h1>Kept</h1><p data-kept-fact="\(kept.id.uuidString)">\(EntryForm.title(kept))</p>
            <p><a class="button" href="/today">Today</a></p>
            """))
    })
}

/// What can be read of a set that was refused, and what is wrong with the rest.
struct RefusedSet {
  let fact: Fact
  private(set) var problems = FieldProblems()

  /// - Returns: nil where it isn't a set, or not even its exercise can be read.
  init?(_ json: String, now: Date) {
    guard
      let sent = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
      let body = sent["body"] as? [String: Any], sent["kind"] as? String == "workSet",
      let id = (sent["id"] as? String).flatMap(UUID.init)
    else { return nil }
    // Each entry is tried by itself, so that one that is wrong costs itself.
    func read(_ body: [String: Any]) -> WorkSet? {
      (try? JSONSerialization.data(withJSONObject: body)).flatMap {
        try? JSONDecoder.eccentric.decode(WorkSet.self, from: $0)
      }
    }
    var good: [String: Any] = ["reps": 0]
    good["exercise"] = body["exercise"]
    guard var set = read(good) else { return nil }
    for (key, value) in body.sorted(by: { $0.key < $1.key }) where key != "exercise" {
      var more = good
      more[key] = value
      if let better = read(more) {
        (good, set) = (more, better)
      } else {
        problems[Self.field(key)] = "“\(String(describing: value).prefix(30))” can’t be."
      }
    }
    let said = (sent["at"] as? String).flatMap { try? Date($0, strategy: .iso8601) }
    // A day that nobody can have trained on is asked anew.
    let at = said.flatMap { Implausible(instant: $0, now: now) == nil ? $0 : nil }
    if at == nil { problems["day"] = "When was it?" }
    fact = Fact(id: id, at: at ?? now, .workSet(set))
    for problem in fact.problems(now: now) {
      let key = problem.path.last { $0.intValue == nil }?.stringValue ?? ""
      problems[Self.field(key)] = problem.message + "."
    }
  }

  /// The field beside which something is said.
  private static func field(_ key: String) -> String {
    WorkSet.fields.contains { $0.name == key } ? key : "load"
  }
}
