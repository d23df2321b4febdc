extension Error {
  /// The same with a place, where it has none: Foundation throws something of its own for a number
  /// that it can't hold, and makes a decoding error of it only at the very end.
  func placed(at path: [any CodingKey]) -> any Error {
    guard let error = self as? DecodingError else {
      return DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: path, debugDescription: DecodingError.Context.ofNumbers,
          underlyingError: self))
    }
    guard case .dataCorrupted(var context) = error, context.codingPath.isEmpty else { return self }
    context = DecodingError.Context(
      codingPath: path, debugDescription: context.debugDescription,
      underlyingError: context.underlyingError)
    return DecodingError.dataCorrupted(context)
  }
}

extension DecodingError.Context {
  fileprivate static let ofNumbers = "The given data was not valid JSON."

  /// Whether it is Foundation's complaint about text that we have found to be JSON: a whole number
  /// too large to be one, which it says without the place.
  var isOfNumbers: Bool { debugDescription == Self.ofNumbers }
}
