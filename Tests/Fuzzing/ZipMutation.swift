import CLibFuzzer

@testable import Readers

/// Changes one part of a ZIP container and puts the container together again around it.
enum ZipMutation {
  /// The changed container; nil where `input` is none, and now and then where it is one, so that
  /// the container itself is changed too.
  static func mutated(_ input: [UInt8], seed: UInt32) -> [UInt8]? {
    guard seed % 8 != 0, let archive = try? ZipArchive(bytes: input), archive.count <= 64,
      let entries = try? archive.entries(), !entries.isEmpty
    else { return nil }
    let chosen = Int(seed / 8) % entries.count
    var container = StoredZip()
    for (position, entry) in entries.enumerated() {
      guard entry.size <= 1 << 20, let content = try? archive.bytes(of: entry) else { return nil }
      container.add(entry.name, position == chosen ? mutated(content) : content)
    }
    return container.bytes
  }

  private static func mutated(_ content: [UInt8]) -> [UInt8] {
    let room = content.count + 256
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      _ = buffer.update(fromContentsOf: content)
      guard let start = buffer.baseAddress else { return }
      count = LLVMFuzzerMutate(start, content.count, room)
    }
  }
}

/// A ZIP container whose parts are stored as they are (APPNOTE.TXT 6.3).
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let name = Array(name.utf8.prefix(0xFFFF))
    // Version 2.0, names in UTF-8, method 0, 1 January 1980; checksum, sizes, lengths of the names.
    let common =
      Self.bytes(20 as UInt16) + Self.bytes(0x0800 as UInt16) + Self.bytes(0 as UInt16)
      + Self.bytes(0x21_0000 as UInt32) + Self.bytes(Inflater.checksum(of: content))
      + Self.bytes(UInt32(content.count)) + Self.bytes(UInt32(content.count))
      + Self.bytes(UInt16(name.count)) + Self.bytes(0 as UInt16)
    let offset = UInt32(body.count)
    body += Self.bytes(0x0403_4B50 as UInt32) + common + name + content
    directory += Self.bytes(0x0201_4B50 as UInt32) + Self.bytes(20 as UInt16) + common
    directory += [UInt8](repeating: 0, count: 10) + Self.bytes(offset) + name
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + Self.bytes(0x0605_4B50 as UInt32) + Self.bytes(0 as UInt32)
      + Self.bytes(UInt16(count)) + Self.bytes(UInt16(count)) + Self.bytes(UInt32(directory.count))
      + Self.bytes(UInt32(body.count)) + Self.bytes(0 as UInt16)
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
