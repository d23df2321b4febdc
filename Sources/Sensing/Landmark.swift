/// A body landmark by what it is and on which side.
struct Landmark: Hashable {
  enum Side: Hashable { case left, right, none }
  var part: String
  var side: Side

  /// Reads `left_elbow`, `RElbow`, `elbow_right`, `LeftElbow`, `l_elbow`, `elbow`.
  init(_ name: String) {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      let breaks = character.isUppercase && wasLower
      if breaks || !character.isLetter {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    side = .none
    var rest: [String] = []
    for word in words {
      switch word {
      case "left", "l": side = .left
      case "right", "r": side = .right
      default: rest.append(word)
      }
    }
    var joined = rest.joined()
    for (prefix, found) in [("left", Side.left), ("right", .right)] where side == .none {
      guard joined.hasPrefix(prefix) else { continue }
      side = found
      joined.removeFirst(prefix.count)
    }
    if side == .none, let first = name.first, first == "L" || first == "R",
      name.dropFirst().first?.isUppercase == true
    {
      side = first == "L" ? .left : .right
      joined.removeFirst()
    }
    part = Self.names[joined] ?? joined
  }

  private static let names: [String: String] = [
    "footindex": "toe", "bigtoe": "toe", "foot": "toe", "toes": "toe", "index": "hand",
    "indexfinger": "hand", "finger": "hand", "middle": "hand", "palm": "hand",
  ]

  init(part: String, side: Side) {
    self.part = part
    self.side = side
  }
}
