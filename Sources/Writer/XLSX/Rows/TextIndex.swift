/// Finds texts again by their bytes: which number each was given.
///
/// A dictionary of strings compares them as Unicode does, so that two texts which only look alike would
/// be one, and takes three times as long for texts with marks. The bytes of all texts stand one behind
/// the other.
struct TextIndex {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Positions in `entries`, by the hash of the text; -1 where there is none.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 10)

  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
    var number: Int
  }

  /// The number of a text; where the text is new, the one that `number` makes for it.
  mutating func number(
    of text: String, _ number: (String) throws -> Int
  ) rethrows -> Int {
    var text = text
    let (hash, found) = text.withUTF8 { utf8 in
      let hash = Self.hash(utf8)
      return (hash, self.find(utf8, hash))
    }
    if let found { return found }
    let made = try number(text)
    text.withUTF8 { insert($0, hash, made) }
    return made
  }

  private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.count == text.count,
        bytes[entry.start..<entry.start + entry.count].elementsEqual(text)
      {
        return entry.number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func insert(
    _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ number: Int
  ) {
    entries.append(Entry(hash: hash, start: bytes.count, count: text.count, number: number))
    bytes.append(contentsOf: text)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  /// FNV-1a over words of eight bytes, whose high bits are mixed down at the end.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(text.count)
    let raw = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 8 <= raw.count {
      hash =
        (hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        &* 0x0000_0100_0000_01b3
      hash ^= hash >> 29
      offset += 8
    }
    while offset < raw.count {
      hash = (hash ^ UInt64(raw[offset])) &* 0x0000_0100_0000_01b3
      offset += 1
    }
    return hash ^ hash >> 32
  }
}
