import Crypto
import Foundation

extension SHA256 {
  /// The digest of some bytes as 64 hexadecimal digits, in small letters.
  static func hex(of bytes: some DataProtocol) -> String {
    hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
