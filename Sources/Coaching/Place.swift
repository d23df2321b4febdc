import Community
public import Foundation
public import Lifting
public import Logging
public import Storage

/// The use cases: load facts, ask the pure modules, save. It has a store, a clock and a log.
public struct Place: Sendable {
  let store: Store
  /// The clock. Nothing else in the program asks what time it is.
  public let now: @Sendable () -> Date
  public let log: Logger
  let passwords = Passwords()
  let throttle = Throttle()
  let commentThrottle = Throttle(tries: 30)
  let visitors = Visitors()
  let rosters = RosterCache()

  public init(store: Store, log: Logger, now: @escaping @Sendable () -> Date = { Date() }) {
    self.store = store
    self.log = log
    self.now = now
  }

  /// What was refused, and the sentence for whoever asked.
  public enum Refused: Error, Sendable, Hashable {
    case nameTaken
    case badName
    case weakPassword
    case wrongNameOrPassword
    case tooManyTries
    case notInvited
    case notTheOwner
    case unknownTimeZone
    case badCoachingCode
    case notTheirCoach
    case notShared
    case badMessage
    case badGroupName
    case notACoachHere
    case openPostsAreOff
    case noSuchPost
    case badPost(String)
    case badComment
    case noSuchComment
    case tooManyComments
    case badToken(String)
    case badFacts([Diagnostic])

    public var sentence: String {
      switch self {
      case .nameTaken: "There is already somebody of that name. Choose another."
      case .badName: "A name has 1 to 64 characters."
      case .weakPassword:
        "A password has at least \(Passwords.shortest) characters. A few words are a good one."
      case .wrongNameOrPassword: "Name and password don’t go together."
      case .tooManyTries: "That was wrong too often. Wait a quarter of an hour, then try again."
      case .notInvited:
        "This place has its owner. Ask them for an invitation; each works once, for a week."
      case .notTheOwner: "Only the owner of this place can do that."
      case .badCoachingCode:
        "This code doesn’t hold. Each works once, for a week, for somebody else than who made it."
      case .notTheirCoach: "You don’t coach this member."
      case .notShared: "This member doesn’t let you see that. It is theirs to change."
      case .badMessage: "A message has 1 to \(Message.longest) characters."
      case .badGroupName:
        "A group has a name of 1 to 60 characters that no other group of yours has."
      case .notACoachHere:
        "Only coaches of this place write for everybody. Its owner makes coaches, under Settings."
      case .openPostsAreOff:
        "Posts of this place stay inside. Its owner can let them out, under Settings."
      case .noSuchPost: "There is no such post for you."
      case .badPost(let sentence), .badToken(let sentence): sentence
      case .badComment: "A comment has 1 to \(Comment.longest) characters."
      case .noSuchComment: "There is no such comment of yours."
      case .tooManyComments: "That were many comments in a short time. Wait a little, then go on."
      case .unknownTimeZone: "There is no such time zone."
      case .badFacts(let problems):
        problems.first.map { "That can’t be saved: \($0.message)." } ?? "That can’t be saved."
      }
    }
  }
}
