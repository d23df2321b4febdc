import Packing
import Simulation
import Testing

@Suite("Packing") struct PackingTests {
  @Test("what is packed comes back, byte for byte, and is smaller where it repeats")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 5)
    for size in [0, 1, 7, 1000, 300_000, 900_001] {
      let bytes = (0..<size).map { _ in UInt8(random.next() % 11) }
      let packed = try Gzip.pack(bytes)
      #expect(packed.starts(with: [0x1F, 0x8B, 8]))
      #expect(try Gzip.unpack(packed, upTo: size) == bytes)
      if size > 999 { #expect(packed.count < size * 6 / 10) }
    }
  }

  @Test("a little that unpacks to a lot stops at the limit")
  func bomb() throws {
    let packed = try Gzip.pack([UInt8](repeating: 0, count: 20 << 20))
    #expect(packed.count < 40_000)
    #expect(throws: PackingError.tooLarge(limit: 1 << 20)) {
      try Gzip.unpack(packed, upTo: 1 << 20)
    }
  }

  @Test("cut off or flipped at any byte, nothing traps and nothing false comes back")
  func damage() throws {
    let bytes = (0..<2000).map { UInt8($0 % 251) }
    let packed = try Gzip.pack(bytes)
    for cut in packed.indices {
      #expect(throws: PackingError.self) { try Gzip.unpack(Array(packed[..<cut]), upTo: 9999) }
    }
    for place in packed.indices.dropFirst(10) {
      var flipped = packed
      flipped[place] ^= 0x10
      if let back = try? Gzip.unpack(flipped, upTo: 9999) { #expect(back == bytes) }
    }
  }

  /// `a.csv` stored and `dir/b.txt` deflated, as Python's zipfile writes them.
  private static let archive: [UInt8] = ZipFixture.bytes

  @Test("an archive's files are found, stored or deflated") func zip() throws {
    let zip = try Zip(Self.archive)
    #expect(zip.entries.map(\.name) == ["a.csv", "dir/b.txt"])
    let contents = try zip.entries.map {
      String(decoding: try zip.content(of: $0, upTo: 9999), as: UTF8.self)
    }
    #expect(contents == ["t,x\n0,1\n", String(repeating: "hello ", count: 20)])
    #expect(throws: PackingError.tooLarge(limit: 5)) {
      try zip.content(of: zip.entries[1], upTo: 5)
    }
  }

  @Test("an archive that is cut off or flipped never traps") func damagedZip() {
    for cut in Self.archive.indices {
      #expect(throws: PackingError.self) { try Zip(Array(Self.archive[..<cut])) }
    }
    for place in Self.archive.indices {
      for bit in 0..<8 {
        var flipped = Self.archive
        flipped[place] ^= 1 << UInt8(bit)
        guard let zip = try? Zip(flipped) else { continue }
        for entry in zip.entries { _ = try? zip.content(of: entry, upTo: 9999) }
      }
    }
  }
}
