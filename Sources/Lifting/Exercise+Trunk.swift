extension Exercise {
  static let trunk: [Exercise] = [
    row(
      "crunch", "Crunch", ["abdominal crunch", "ab crunch"],
      [.core: 1], with: [], begins: .concentric, .inclination(.up), closesHip, up: [.hands],
      ratio: .unstudied, body: 0.3),
    row(
      "sit-up", "Sit-up", ["situp"],
      [.core: 1], with: [], begins: .concentric, .inclination(.up), closesHip, up: [.hands],
      ratio: .unstudied, body: 0.5),
    row(
      "cable-crunch", "Cable crunch", ["kneeling cable crunch"],
      [.core: 1], with: [.cable], begins: .concentric, .vertical(.down), closesHip, up: [],
      ratio: .unstudiedMachine),
    row(
      "hanging-leg-raise", "Hanging leg raise", ["leg raise"],
      [.core: 1, .forearms: 0.4], with: [.pullUpBar], begins: .concentric, .inclination(.up),
      closesHip, up: [.feet], ratio: .unstudied, body: 0.35),
    row(
      "ab-wheel", "Ab wheel", ["ab rollout", "ab wheel rollout"],
      [.core: 1, .lats: 0.4], with: [], begins: .eccentric, .level, closesHip, up: [.feet],
      ratio: .unstudied, body: 0.4, length: .long),
  ]
}
