/// Five slow repetitions as an encoder writes them: four seconds down, one up, one at the top.
public enum SlowReps {
  public static let csv: [UInt8] = {
    var lines = ["time_s,position_m"]
    for step in 0..<3000 {
      let seconds = Double(step) / 100
      let place = seconds.truncatingRemainder(dividingBy: 6)
      let height = place < 4 ? 0.5 - place / 8 : place < 5 ? (place - 4) / 2 : 0.5
      lines.append("\(seconds),\(height)")
    }
    return Array(lines.joined(separator: "\n").utf8)
  }()
}
