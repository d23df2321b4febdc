extension KeyedDecodingContainer {
  /// Decodes a number and holds it to its range, with a sentence for whoever wrote it.
  func decode<Number: Decodable & Comparable>(
    _ type: Number.Type, forKey key: Key, in range: ClosedRange<Number>
  ) throws -> Number {
    let number = try decode(type, forKey: key)
    guard range.contains(number) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self,
        debugDescription:
          "\(key.stringValue) is \(number), but must be from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  func decodeIfPresent<Number: Decodable & Comparable>(
    _ type: Number.Type, forKey key: Key, in range: ClosedRange<Number>
  ) throws -> Number? {
    guard contains(key), try !decodeNil(forKey: key) else { return nil }
    return try decode(type, forKey: key, in: range)
  }
}
