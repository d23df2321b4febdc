import Crypto
import Foundation

/// Tells whether somebody without an account has been here today, without knowing who: an address is hashed
/// with a key that is made anew each day, stays in memory and is then gone.
actor Visitors {
  private var key = SymmetricKey(size: .bits256)
  private var day = 0

  /// The same for the same visitor on the same day, and for nothing else.
  func hash(of visitor: String, day: Int) -> String {
    if day != self.day {
      key = SymmetricKey(size: .bits256)
      self.day = day
    }
    let code = HMAC<SHA256>.authenticationCode(for: Data(visitor.utf8), using: key)
    return Data(code.prefix(12)).base64EncodedString()
  }
}
