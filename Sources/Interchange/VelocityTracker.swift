internal import Lifting

/// A device whose tables of repetitions are known by their columns. To add one, add a row.
///
/// The names are those of files and of programs that write or read them, found in public repositories and
/// cited in `docs/Formats.md`. What a column says is found out by its words (``RepColumn``); here stands only
/// what the words leave open.
struct VelocityTracker: Sendable, Hashable {
  let name: String
  /// Columns that together tell that a table is its.
  let signature: Set<String>
  /// Which number of `02/06/2026` is the day.
  var order: WallClock.Order?
  /// Whether its column `Type` says of which phase a row is.
  var hasTypes = false
  /// Whether a way and a time that name no phase are those of the lifting, rather than of the repetition.
  var isOfLift = false

  static let all = [
    VelocityTracker(
      name: "Vitruve", signature: ["# Set", "# Rep.", "Type*", "Workout Date"], order: .dayFirst,
      hasTypes: true),
    VelocityTracker(
      name: "Enode", signature: ["Set order", "Rep order", "User", "Exercise"],
      isOfLift: true),
    VelocityTracker(
      name: "RepOne", signature: ["Workout Start Time", "Metric", "Set RPE", "Rep"],
      isOfLift: true),
    VelocityTracker(name: "GymAware", signature: ["Row Type", "Rep Number"]),
  ]

  /// Whose the table of a header is; nil where it is nobody's that is known.
  static func of(_ header: [String]) -> VelocityTracker? {
    let names = Set(header)
    return all.first { names.isSuperset(of: $0.signature) }
  }
}
