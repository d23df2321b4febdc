import Coaching

extension Page {
  /// The prescription of the day, as `eccentric prescribe` writes it.
  static let apiToday = Page(
    path: "/api/v1/today",
    show: { visit in try .encoded(try await visit.place.today(visit.member).prescription) })
}
