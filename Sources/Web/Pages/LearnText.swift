import Lifting

/// What the page says, claim by claim, each with its source.
///
/// Only what was read (confidence A) or is well known (B) is said; a test holds that.
enum LearnText {
  struct Claim: Sendable {
    let text: String
    let source: Source
    init(_ text: String, _ source: String, _ confidence: Source.Confidence) {
      self.text = text
      self.source = Source(source, confidence)
    }
  }

  struct Chapter: Sendable {
    let id: String
    let title: String
    let claims: [Claim]
  }

  static let chapters = [why, expect, wait]

  private static let why = Chapter(
    id: "why", title: "Why it works",
    claims: [
      Claim(
        "You can lower more than you can lift: on average 1.41 times as much in tests on machines.",
        "Nuzzo 2023, 335 studies", .a),
      Claim(
        "It costs less: the same work took 79 % less oxygen when the muscle lengthened.",
        "Bigland-Ritchie & Woods, in Peñailillo 2017", .a),
      Claim(
        "Little can do something: one hard lowering of three seconds a day, five days a week, made 13 people 13 % stronger in four weeks.",
        "Yoshida 2024", .a),
      Claim(
        "You get better at what you do. Eccentric training adds more to strength than concentric training only where its loads are heavier, and most of it to lowering itself.",
        "Roig 2009, 20 trials; Higbie 1996", .a),
      Claim(
        "Muscles grew 10 % with eccentric and 6.8 % with concentric training; the difference may be chance.",
        "Schoenfeld 2017, 15 studies, p = 0.076", .a),
      Claim(
        "Slower isn’t better for size: half a second to eight seconds a rep did the same, more than ten did less.",
        "Schoenfeld 2015, 8 studies", .a),
      Claim(
        "In people who were trained, lowering in 3 to 6 s rather than 1 to 2 s gained a little more strength. Jumps suffered.",
        "Amdi & King 2025, 8–9 studies", .a),
    ])

  private static let expect = Chapter(
    id: "expect", title: "What to expect",
    claims: [
      Claim(
        "Soreness comes a day or two later, and goes. It is there when you use the muscle.",
        "three intensities compared in sedentary men: most at 48 h", .a),
      Claim(
        "What people call micro-damage is small, local harm to fibres that pull while they lengthen. It heals; it isn’t what makes a muscle grow, and there is no need to seek it.",
        "Damas 2016: protein made went with growth only once damage was small", .a),
      Claim(
        "Legs like jelly right after are strength that is gone at once. Today shows how much, and when it is back.",
        "Newton 2008: measured right after, and for days", .a),
      Claim(
        "Strength is down meanwhile. After 60 hardest lowerings, men who didn’t train had lost 40 % at three days; men who did had lost nothing.",
        "Newton 2008, 15 and 15 men", .a),
      Claim(
        "The second time hurts less: weeks later, the same session costs about half.",
        "studies of the repeated-bout effect", .b),
      Claim(
        "A light start protects: thirty lowerings at 10 % of the most you can hold, which do next to nothing by themselves, make hard ones milder for one to two weeks, but not for three.",
        "Chen 2012", .a),
      Claim(
        "Soreness isn’t a measure. Trained and untrained men were equally sore from very different damage; more of it isn’t better training.",
        "Newton 2008", .a),
      Claim(
        "People differ, and stay themselves: who was hit hard once was hit hard again a year later. How much of that is genes nobody here can say; that it is yours, your own check-ins show.",
        "Chen 2006, 24 men", .a),
      Claim(
        "Bigger after the first weeks is mostly swelling. Growth takes about 18 sessions to be sure of.",
        "Damas 2018", .a),
    ])

  private static let wait = Chapter(
    id: "wait", title: "Who should wait",
    claims: [
      Claim(
        "Ask a doctor first with a heart condition, blood pressure of 160/100 or more, a muscle disease, sickle cell trait, statins with muscle pain, a recent injury or operation, in pregnancy, or after muscle breakdown (rhabdomyolysis).",
        "ACSM’s screening; reviews of rhabdomyolysis", .b),
      Claim("With a fever or a virus: rest.", "reviews of rhabdomyolysis", .b),
      Claim(
        "New to it, or months away? Start with few lowerings, light, and few muscles: 50 lowerings at 80 % with each of nine muscles, in one go, took the marker of muscle breakdown to hundreds of times what is normal.",
        "Huang 2019, 24 men who didn’t train", .a),
      Claim(
        "Stuck though you sleep, eat and come? When nothing else helps, a little more intensity is worth a try: slower lowering, or one negative set after the normal ones. In trained people the first added a little; nobody has tested either on people who are stuck.",
        "Amdi & King 2025, trained people: 0.33 (0.07 to 0.60)", .a),
      Claim(
        "More than you can lift is for later: after a year of training, and never alone with a bar.",
        "Suchomel; NSCA", .b),
      Claim(
        "Stop, and see a doctor the same day: dark urine, marked swelling, weakness out of proportion, nausea or confusion, pain that still grows after three days, a joint that won’t bend or straighten.",
        "emergency medicine on rhabdomyolysis", .a),
    ])
}
