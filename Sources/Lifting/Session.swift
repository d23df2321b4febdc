/// A visit to the gym, or its equivalent at home.
public struct Session: Sendable, Hashable, Codable {
  public struct ID: Sendable, Hashable, RawRepresentable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  public var id: ID
  /// What it was called: a program's day, or a workout's name.
  public var title: String
  /// The title of the program it belongs to, where it does.
  public var program: String?

  public init(id: ID, title: String, program: String? = nil) {
    self.id = id
    self.title = title
    self.program = program
  }
}

/// That a session is over though not all of it was done: what is left isn’t offered again.
public struct SessionEnd: Sendable, Hashable, Codable {
  public var session: Session.ID
  public init(session: Session.ID) { self.session = session }
}

extension Session.ID: Codable {
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
