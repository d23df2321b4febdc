#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

extension UUID {
  /// The id that follows from these parts, the same on every machine and in every release.
  ///
  /// It is a version 8 UUID (RFC 9562) of a 128-bit FNV-1a hash, in which each part goes with its
  /// length, so that no two lists of parts read the same.
  package init(following parts: [String]) {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
    func add(_ byte: UInt8) { hash = (hash ^ UInt128(truncatingIfNeeded: byte)) &* prime }
    for part in parts {
      for byte in "\(part.utf8.count):".utf8 { add(byte) }
      for byte in part.utf8 { add(byte) }
    }
    hash = hash & ~(0xF << 76) | (8 << 76)
    hash = hash & ~(0b11 << 62) | (0b10 << 62)
    let byte = (0..<16).map {
      UInt8(truncatingIfNeeded: hash >> UInt128(truncatingIfNeeded: 120 - 8 * $0))
    }
    self.init(
      uuid: (
        byte[0], byte[1], byte[2], byte[3], byte[4], byte[5], byte[6], byte[7], byte[8], byte[9],
        byte[10], byte[11], byte[12], byte[13], byte[14], byte[15]
      ))
  }
}
