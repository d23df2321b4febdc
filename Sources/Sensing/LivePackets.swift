import Lifting

/// Times as they must have been where several samples come with one time, told sample by sample: what
/// ``Lifting/Recording/spread(_:)`` does to a whole recording.
///
/// Where a third of the samples and more have the time of the one before them, a packet is kept until
/// a later time shows that it is complete. Elsewhere nothing waits, and a sample with a time that was
/// there already is left out: it was sent twice.
struct LivePackets: Sendable, Hashable, Codable {
  private var packet: [LiveSample] = []
  private var last: Double?
  /// When the last sample that was handed on was taken.
  private var handedOn: Double?
  private var samples = 0
  private var repeats = 0
  /// What a sample took, of the packets before.
  private var paces: [Double] = []

  /// More samples than this aren't one packet but a clock that stands still.
  private static let largest = 512

  private var isPacketed: Bool { samples >= 4 && 3 * repeats >= samples }

  /// Takes in the next sample; those whose time is known by now, in the order of time.
  mutating func add(_ sample: LiveSample) -> [LiveSample] {
    if let last, sample.seconds < last { return [] }
    let isRepeated = sample.seconds == last
    count(isRepeated)
    last = sample.seconds
    if isRepeated {
      if isPacketed, packet.count < Self.largest { packet.append(sample) }
      return []
    }
    let complete = spread()
    guard isPacketed else { return complete + handOn([sample]) }
    packet = [sample]
    return complete
  }

  private mutating func count(_ isRepeated: Bool) {
    samples += 1
    if isRepeated { repeats += 1 }
    guard samples >= 200 else { return }
    samples /= 2
    repeats /= 2
  }

  /// The packet's samples at the usual pace, the last at the packet's time, none before the one before.
  private mutating func spread() -> [LiveSample] {
    guard let time = packet.last?.seconds else { return [] }
    let count = Double(packet.count)
    let room = handedOn.map { time - $0 } ?? .infinity
    if room < 10 {
      paces.append(room / count)
      if paces.count > 15 { paces.removeFirst() }
    }
    let pace = paces.isEmpty ? 0 : paces.sorted()[paces.count / 2]
    let step = min(pace, room / count)
    for place in packet.indices {
      packet[place].seconds = time - Double(packet.count - 1 - place) * step
    }
    defer { packet = [] }
    return handOn(packet)
  }

  private mutating func handOn(_ samples: [LiveSample]) -> [LiveSample] {
    samples.filter { sample in
      guard sample.seconds > handedOn ?? -.infinity else { return false }
      handedOn = sample.seconds
      return true
    }
  }
}
