extension Recording {
  /// Times as they must have been where a radio or a program gave several samples one time: packets.
  ///
  /// The last sample of a packet has the packet's time, the others come before it at the usual pace, and
  /// never before the packet before. A shift of all of them by less than a packet can't be seen and
  /// changes no duration.
  ///
  /// - Parameter seconds: Finite times that never fall.
  /// - Returns: Times that rise; nil where fewer than a third of the samples have the time of the one
  ///   before them: those are rather sent twice.
  public static func spread(_ seconds: [Double]) -> [Double]? {
    var packets: [Range<Int>] = []
    var start = 0
    for index in seconds.indices
    where index + 1 == seconds.count || seconds[index + 1] > seconds[index] {
      packets.append(start..<(index + 1))
      start = index + 1
    }
    let repeated = seconds.count - packets.count
    guard repeated > 0, 3 * repeated >= seconds.count, packets.count > 1 else { return nil }
    // What a sample of a packet takes, of the packets as they mostly are.
    let paces = zip(packets.dropFirst(), packets).map { packet, before in
      (seconds[packet.lowerBound] - seconds[before.lowerBound]) / Double(packet.count)
    }.sorted()
    let pace = paces[paces.count / 2]
    var spread = seconds
    for (place, packet) in packets.enumerated() {
      let room =
        place > 0 ? seconds[packet.lowerBound] - seconds[packets[place - 1].lowerBound] : .infinity
      let step = min(pace, room / Double(packet.count))
      for index in packet {
        spread[index] = seconds[index] - Double(packet.upperBound - 1 - index) * step
      }
    }
    return spread
  }
}
