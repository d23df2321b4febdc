import Coaching
import Community
import Foundation
import HTTPTypes
import Lifting
import Physiology
import Prescribing

extension Endpoint {
  /// The description of all of this.
  static let description = Endpoint(
    method: .get, path: "/openapi.json", summary: "This description, OpenAPI 3.1", scope: nil,
    answers: [Answer(schema: ["type": "object"])],
    handle: { _ in try .json(OpenAPI.document) })

  /// Who one is, and what one may do.
  static let me = get("/me", "Who you are, and what this token or session may do") { call in
    Me(try call.member, scopes: call.scopes)
  }

  /// The prescription of the day, as `eccentric prescribe` writes it.
  static let today = get(
    "/today", "The prescription of the day, or why there is none",
    query: [
      .text("workout", "The title of a workout of the program; else the one whose turn it is")
    ]
  ) { call in
    let title = call.visit.query["workout"]
    let today = try await call.visit.place.today(call.member, workout: title)
    guard title.map(today.workouts.contains) ?? true else {
      throw APIProblem(.badRequest, field: "workout", "The program has no workout of that title.")
    }
    return today.prescription
  }

  static let forecast = get(
    "/forecast", "Soreness and strength by body part and day, and the one-rep maxima",
    query: [.integer("days", 0...14, default: 5, "How many days to look ahead")]
  ) { call in
    let days = try call.integer("days") ?? 5
    let (at, state) = try await call.visit.place.state(of: call.member)
    return ForecastAnswer(at: at, state: state, days: days)
  }

  // MARK: What they give

  struct Me: Codable, Sendable {
    var id: UUID
    var name: String
    var role: RoleName
    /// As in `Europe/Berlin`.
    var timeZone: String
    var scopes: [Scope]

    init(_ member: Member, scopes: Set<Scope>) {
      id = member.id
      name = member.name
      role = RoleName(member.role)
      timeZone = member.timeZone
      self.scopes = scopes.sorted()
    }
  }

  enum RoleName: String, Codable, Sendable, CaseIterable {
    case member, coach, owner

    init(_ role: Role) {
      self =
        switch role {
        case .member: .member
        case .coach: .coach
        case .owner: .owner
        }
    }
  }

  struct ForecastAnswer: Codable, Sendable {
    struct Maximum: Codable, Sendable {
      var exercise: Exercise.ID
      var oneRepMaxKilograms: Interval
    }

    var at: Date
    var parts: [Forecast.Part]
    var strength: [Maximum]

    init(at: Date, state: AthleteState, days: Int) {
      self.at = at
      parts = state.forecast(from: at, days: days).parts
      strength = state.strength.sorted { $0.key < $1.key }.map { id, estimate in
        Maximum(
          exercise: id,
          oneRepMaxKilograms: estimate.oneRepMaxKilograms(at: at).rounded(decimals: 1))
      }
    }
  }

  /// Somebody, as others know them.
  struct PersonName: Codable, Sendable {
    var id: UUID
    var name: String

    init(_ person: Person) {
      id = person.id
      name = person.name
    }
  }
}
