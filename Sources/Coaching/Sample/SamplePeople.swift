import Community
import Lifting

/// Who lives in the made-up place.
enum SamplePeople {
  struct Somebody: Sendable {
    let name: String
    /// One line for whoever looks around as them.
    let about: String
    let seed: UInt64
    /// By how much their weights grew over the half year, as a share.
    var gain = 0.12
    /// Days since the last session; most train on.
    var awayDays = 0
    /// Whether they are on their way to a first pull-up.
    var isNearPullUp = false
    /// Whether their elbow hurt at the last check-in.
    var hasPain = false
    /// What they let the coach see.
    var shows: Set<Sharing> = Set(Sharing.allCases)
  }

  static let coach = "Maria"

  static let members: [Somebody] = [
    Somebody(name: "Bea", about: "on her way to a first pull-up", seed: 12, isNearPullUp: true),
    Somebody(name: "Carlos", about: "stuck on the bench for two months", seed: 5, gain: 0),
    Somebody(name: "Dana", about: "with a sore elbow", seed: 7, hasPain: true),
    Somebody(name: "Elif", about: "back after three weeks off", seed: 8, awayDays: 21),
    Somebody(name: "Femi", about: "steady", seed: 9, gain: 0.2),
    Somebody(name: "Greta", about: "shows little", seed: 10, shows: [.sessions]),
    Somebody(name: "Hugo", about: "steady", seed: 13, gain: 0.08),
    Somebody(name: "Ines", about: "strong and patient", seed: 14, gain: 0.15),
    Somebody(name: "Jonas", about: "stuck", seed: 15, gain: 0),
    Somebody(name: "Kim", about: "new to negatives", seed: 16, gain: 0.25),
    Somebody(name: "Leo", about: "skips a lot", seed: 17, gain: 0.03, awayDays: 9),
    Somebody(name: "Mo", about: "steady", seed: 18),
  ]

  /// What Maria wrote, the oldest first, a week apart; each with who answered what.
  static let posts: [(text: String, said: [(who: String, text: String)])] = [
    (
      """
      ---
      title: Strength With Weights: learn the way down
      author: Maria
      week: 3
      tags: gym, tempo
      ---
      This week is about one thing: three seconds on the way down, on every rep. Take a little less
      weight than you are used to.

      **Why.** You are stronger lowering than lifting, and most of us let that half fall. It is at least
      as good for strength, and you need less of it.

      **What to expect.** Little soreness; you have done slow lowerings before. If you are not sore, nothing
      is wrong: soreness isn’t a measure of a good workout.

      ## A
      - Squat: 3 x 6 @ 70%, tempo 3-0-1-0, keep 3 in reserve, rest 2 min
      - Lat pulldown: 3 x 8, tempo 3-0-1-0, keep 3 in reserve, rest 90 s
      - Dumbbell bench press: 3 x 8, tempo 3-0-1-0, keep 3 in reserve, rest 90 s

      ## B
      - Romanian deadlift: 3 x 8, tempo 3-0-1-0, keep 3 in reserve, rest 2 min
      - Overhead press: 3 x 6 @ 70%, tempo 3-0-1-0, keep 3 in reserve, rest 2 min
      - Biceps curl: 2 x 10, tempo 3-0-1-0, keep 2 in reserve, rest 1 min
      """,
      [("Femi", "Three seconds are *long*."), ("Maria", "They get shorter, @Femi. Count aloud.")]
    ),
    (
      """
      ---
      title: Strength Without Weights
      author: Maria
      week: 4
      tags: home, bodyweight
      ---
      No gym this week? A floor and a step will do.

      **Why.** What you can’t push up yet, you can let down slowly: from the knees up, from the toes down.

      ## At home
      - Push-up: 3 x 5-8, tempo 3-0-1-0, keep 2 in reserve, rest 90 s
      - Split squat: 3 x 8, tempo 3-0-1-0, keep 3 in reserve, rest 90 s
      - Glute bridge: 2 x 10, tempo 3-1-1-0, keep 3 in reserve, rest 1 min
      """,
      [
        ("Kim", "Did it on a hotel carpet."), ("Elif", "Is it enough after three weeks off?"),
        ("Maria", "More than enough, @Elif. Today will hold you back a little; let it."),
      ]
    ),
    (
      """
      ---
      title: First pull-up: lower yourself
      author: Maria
      week: 5
      tags: pull-up
      ---
      Jump up, and come down as slowly as you can. Two of those, then the rest of the workout.

      **Why.** Who can lower herself for ten seconds is near her first pull-up. I am working on mine again
      after the break, with the same two lowerings.

      **What to expect.** Arms like jelly right after, and weaker for a day or two; Today says how much. Sore
      lats on the second day.

      ## Pull
      - Pull-up: 2 x 3 negative, 4 s, jump up, rest 2 min
      - Inverted row: 3 x 6-8, tempo 3-0-1-0, keep 2 in reserve, rest 90 s
      - Biceps curl: 2 x 10, tempo 2-0-1-0, keep 2 in reserve, rest 1 min
      """,
      [
        ("Bea", "Seven seconds today!"), ("Maria", "@Bea, that is three more than in October."),
        ("Dana", "My elbow says no."),
        ("Maria", "Then it is no, @Dana. Report it in the check-in."),
      ]
    ),
    (
      """
      ---
      title: Strength With Weights: one negative
      author: Maria
      week: 6
      tags: gym, negatives
      ---
      Your normal sets, and one negative set after them. One. It comes up with both arms or legs, and goes
      down with one.

      **Why.** A little goes far: one negative set after the normal ones is all that a week needs.

      **What to expect.** Legs like jelly when you walk out, and sore for a day or two. Next week the same
      will hardly be felt.

      ## A
      - Squat: 3 x 6 @ 75%, tempo 2-0-1-0, keep 2 in reserve, rest 3 min
      - Leg extension: 2 x 10, tempo 2-0-1-0, keep 2 in reserve, rest 90 s, then 1 x 5 negative @ 40%, 4 s, two up
      - Lat pulldown: 3 x 8, tempo 2-0-1-0, keep 2 in reserve, rest 2 min

      ## B
      - Dumbbell bench press: 3 x 8, tempo 2-0-1-0, keep 2 in reserve, rest 2 min
      - Lat pulldown: 2 x 8 @ 70%, tempo 2-0-1-0, keep 2 in reserve, rest 2 min, then 1 x 4 negative @ 40%, 4 s, two up
      - Biceps curl: 3 x 8, tempo 2-0-1-0, keep 2 in reserve, rest 90 s
      """,
      [("Ines", "Only one?"), ("Maria", "Only one, @Ines. Come and tell me on Wednesday.")]
    ),
  ]
}
