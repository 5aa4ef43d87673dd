/// The directory of a compound file ([MS-CFB] §2.6).
struct CompoundFileDirectory {
  /// What an entry stands for.
  enum Kind: UInt8 {
    case storage = 1
    case stream = 2
    case root = 5
  }

  /// A stream or a storage.
  struct Entry {
    let name: String
    let kind: Kind
    /// The first sector of a stream, of the mini stream for the root.
    let firstSector: UInt32
    /// The size of the stream in bytes, as the directory has it.
    let size: UInt64
    /// The entries around this one in the tree of its storage, and the top of a storage's own tree.
    fileprivate let left: UInt32
    fileprivate let right: UInt32
    fileprivate let child: UInt32

    /// The size in bytes; programs that write version 3 may leave anything in its upper half
    /// (§2.6.1).
    func size(inVersion version: UInt16) -> UInt64 {
      version < 4 ? size & 0xFFFF_FFFF : size
    }
  }

  /// The entries that are in use.
  var entries: [Entry] { slots.compactMap(\.self) }
  /// The root, which holds the mini stream.
  let root: Entry
  /// All entries by their number; nil where one is not in use.
  private let slots: [Entry?]

  /// Reads the directory from the bytes of its chain.
  ///
  /// - Throws: `PartFault` when it has no root.
  init(_ bytes: [UInt8]) throws {
    slots = stride(from: 0, to: bytes.count - 127, by: 128).map { Self.entry(at: $0, in: bytes) }
    guard let root = slots.first.flatMap(\.self), root.kind == .root else {
      throw PartFault("the compound file's directory is damaged")
    }
    self.root = root
  }

  private static func entry(at offset: Int, in bytes: [UInt8]) -> Entry? {
    let length = Int(bytes.uint16(at: offset + 64))
    guard let kind = Kind(rawValue: bytes[offset + 66]), length <= 64 else { return nil }
    let units = (0..<max(0, length / 2 - 1)).map { bytes.uint16(at: offset + 2 * $0) }
    return Entry(
      name: String(decoding: units, as: UTF16.self), kind: kind,
      firstSector: bytes.uint32(at: offset + 116), size: bytes.uint64(at: offset + 120),
      left: bytes.uint32(at: offset + 68), right: bytes.uint32(at: offset + 72),
      child: bytes.uint32(at: offset + 76))
  }

  /// The entry that `path` leads to from the root; letters match in any case.
  func entry(at path: [String]) -> Entry? {
    var entry: Entry? = root
    for name in path {
      let name = name.lowercased()
      entry = entry.flatMap { children(of: $0).first { $0.name.lowercased() == name } }
    }
    return entry
  }

  /// The entries of a storage, its tree read from left to right.
  ///
  /// The order of the tree is not relied on: programs that write it wrong are many. Where it is
  /// damaged, the root's entries are all there are, as nobody else can be asked.
  private func children(of storage: Entry) -> [Entry] {
    var children: [Entry] = []
    var isVisited = Array(repeating: false, count: slots.count)
    var waiting = [storage.child]
    while let number = waiting.popLast() {
      if number == .max { continue }
      guard number < slots.count, !isVisited[Int(number)], let entry = slots[Int(number)],
        entry.kind != .root
      else { return storage.kind == .root ? entries : children }
      isVisited[Int(number)] = true
      children.append(entry)
      waiting.append(entry.right)
      waiting.append(entry.left)
    }
    return children
  }
}
