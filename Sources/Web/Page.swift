import Coaching
import Community
import Foundation
import Lifting
import Pictures

/// Something at an address. To add a page, write a file in `Pages/` and add a line to ``all``.
struct Page: Sendable {
  /// Who may come.
  enum Access: Sendable {
    case anyone
    /// Who is logged in; everybody else is asked to.
    case member
  }

  let path: String
  var access = Access.member
  /// The most that a form may send, in bytes.
  var largestForm = 256 << 10
  /// Shows the page.
  let show: @Sendable (Visit) async throws -> Reply
  /// Takes what its form sent; nil where it has none.
  var take: (@Sendable (Visit) async throws -> Reply)?

  static let all: [Page] = [
    .home, .look, .endLook, .posts, .post, .postEditor, .postCheck, .postFollow, .authorPath,
    .comments, .video, .feed, .openPosts, .placeCoaches, .signUp, .logIn, .logOut, .about,
    .imports, .mendImport, .takeOver, .today, .train, .log, .freeLog, .exchange, .checkIn,
    .history, .entry, .refusedEntry, .unreadable, .tests, .exercises, .program, .programEditor,
    .programCheck, .settings, .password, .invitation, .clearance, .archive, .erase, .offline,
    .manifest, .learn, .learnCurl, .measure, .measuredSet, .tokens,
    .coaches, .inviteCoach, .endCoaching, .takeOffer, .coachMessages, .members, .membersFile,
    .offerCoaching, .takeMember, .memberLimits, .member, .memberSessions, .memberSession,
    .memberRecordings, .memberRecording, .memberMessages, .memberNotes, .memberGroups,
    .memberGroup, .physio,
  ]
}

/// One request, with what is known of whoever makes it.
struct Visit: Sendable {
  let place: Place
  let settings: ServerSettings
  /// The made-up place, for whoever wants to look around.
  let door: SampleDoor
  /// Whether this is in the made-up place, where nothing is kept.
  var isLooking = false
  /// Who is logged in.
  let account: Member?
  /// The secret they are logged in with.
  let token: String?
  let path: String
  /// Where this place is reached, as the request came in: `https://example.org`.
  let origin: String
  /// Whoever asks, as far as it takes to count them once.
  let caller: Caller
  /// Whether answers may be packed.
  let takesGzip: Bool
  let query: Form
  let form: Form
  let body: [UInt8]

  /// When what the form says was said: now, or earlier where it waited on a phone that had no network,
  /// by the clock that the phone sends along.
  var saidAt: Date {
    func instant(_ field: String) -> Date? {
      form[field].flatMap { try? Date($0, strategy: .iso8601) }
    }
    let now = place.now()
    guard let clock = instant("clock"), let said = instant("saidAt") else { return now }
    let ago = clock.timeIntervalSince(said)
    return (0..<Self.longestWait).contains(ago) ? now.addingTimeInterval(-ago) : now
  }

  /// For so long what was said without a network keeps its time.
  private static let longestWait = 30 * 86_400.0

  /// Who is logged in, on pages for members only.
  var member: Member {
    get throws {
      guard let account else { throw WebError.logInFirst }
      return account
    }
  }
}

/// Where a request comes from.
struct Caller: Sendable {
  var address = ""
  var agent = ""
}

/// What a page answers.
enum Reply: Sendable {
  case page(PageContent)
  /// A page of its own that lets a frame of one other site in.
  case embed(HTML, origin: String)
  /// Go and see another page.
  case redirect(String)
  /// Logged in: the secret is kept, and on to another page.
  case loggedIn(Place.Login, then: String)
  case loggedOut(then: String)
  /// Logged in to the made-up place, beside whatever one is here.
  case looking(Place.Login, then: String)
  case lookedAround(then: String)
  case file([UInt8], type: String, name: String?)
}

/// A page's own part.
struct PageContent: Sendable {
  var title: String
  /// Which entry of the navigation it belongs to.
  var section: Section?
  var body: HTML
  var status = 200
  /// Scripts of `Assets/` it needs.
  var scripts: [String] = []
  /// What it is about, where it is linked to elsewhere; only on pages that anybody may see.
  var summary: String?

  enum Section: String, Sendable, CaseIterable { case today, history, posts, program, settings }
}

/// Why a request can't be answered with its page.
enum WebError: Error, Sendable {
  case logInFirst
  case notFound
  case tooLarge(bytes: Int)
  case foreign
  case onlyLooking
  case badRequest(String)
}
