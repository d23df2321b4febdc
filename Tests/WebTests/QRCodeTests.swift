import Pictures
import Testing

@Suite("QR codes") struct QRCodeTests {
  /// Read by ZXing as “HTTPS://EXAMPLE.ORG”.
  @Test("a short text, module by module") func short() throws {
    let code = try #require(QRCode("HTTPS://EXAMPLE.ORG"))
    let rows = (0..<code.size).map { y in
      (0..<code.size).map { code[$0, y] ? "#" : "." }.joined()
    }
    #expect(rows == Self.golden)
  }

  static let golden: [String] = [
    "#######..####.....#######",
    "#.....#.#.#....##.#.....#",
    "#.###.#..##...##..#.###.#",
    "#.###.#...##.##...#.###.#",
    "#.###.#.#.#...#...#.###.#",
    "#.....#....##.##..#.....#",
    "#######.#.#.#.#.#.#######",
    "..........##.##.#........",
    "#.#.#.#..#.#..###...#..#.",
    "#....#....#..............",
    "####.##...#..#.....##.###",
    "#..#.#....#....###.....#.",
    "##.#..#.#.###...###.#####",
    ".###...##..###.###...#...",
    "#..#..##..###.#.#.##..###",
    ".#####..#.#.#####...#..#.",
    "#..#..##.#.#..#########..",
    "........####..###...##.#.",
    "#######..##..#..#.#.##.##",
    "#.....#..#.#....#...##..#",
    "#.###.#.#.#.#...######..#",
    "#.###.#..#.###.#...####..",
    "#.###.#.#..##.#.#.#.#...#",
    "#.....#...#.###...#.##.#.",
    "#######.####..######...##",
  ]

  @Test("a longer text takes a larger code, and one that is too long none") func sizes() throws {
    // Capacities of level M in bytes, ISO/IEC 18004, table 7.
    let capacities = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412]
    for (index, capacity) in capacities.enumerated() {
      let full = try #require(QRCode(String(repeating: "x", count: capacity)))
      #expect(full.size == 21 + 4 * index)
      let more = try #require(QRCode(String(repeating: "x", count: capacity + 1)))
      #expect(more.size == 25 + 4 * index)
    }
    #expect(QRCode(String(repeating: "x", count: QRCode.longest)) != nil)
    #expect(QRCode(String(repeating: "x", count: QRCode.longest + 1)) == nil)
    #expect(QRCode("") != nil)
  }

  @Test("finders and timing are where a camera looks for them", arguments: [1, 60, 150, 300])
  func finders(_ length: Int) throws {
    let code = try #require(QRCode(String(repeating: "ü", count: length)))
    let last = code.size - 1
    for (x, y) in [(0, 0), (last - 6, 0), (0, last - 6)] {
      for dy in 0..<7 {
        for dx in 0..<7 {
          let ring = max(abs(dx - 3), abs(dy - 3))
          #expect(code[x + dx, y + dy] == (ring != 2))
        }
      }
    }
    for index in 8..<(last - 7) { #expect(code[index, 6] == index.isMultiple(of: 2)) }
    #expect(code.html("A <code>").text.contains("aria-label=\"A &lt;code&gt;\""))
  }
}
