import Crypto
import Foundation

/// What happened, in order: a text file of one line a record, which is only ever added to.
///
/// The journal, with the archive, is the truth; the index can be made from it again. A line is the
/// SHA-256 of the line before's hash and its own text, a space, and the record as JSON: a line that
/// was changed, taken out or put in breaks the chain. Records that were added together count together:
/// of a mail no attachment is missing that it came with. Last lines that are not whole, or that others
/// should follow, are what a killed run was writing; it had told nobody of it, and they are cut off.
struct Journal {
  /// The hash before the first line.
  static let origin = String(repeating: "0", count: 64)

  /// A place in the journal: the end of a whole line.
  struct Position: Sendable, Hashable {
    /// How many lines there are before it.
    var count = 0
    /// The hash of the line before it.
    var head = Journal.origin
    /// How many bytes there are before it.
    var length = 0
  }

  /// Lines of a journal.
  struct Contents {
    /// The whole records, in order.
    var records: [Record] = []
    /// The end of the last of them.
    var end: Position
    /// The first line that is not as it was written, though it is ended (1-based).
    var damage: Int?
  }

  let path: String
  /// Where the next line goes.
  private(set) var end = Position()

  /// The journal at `path`, which need not exist yet.
  init(path: String) {
    self.path = path
  }

  /// How many bytes the file has; 0 where there is none.
  ///
  /// - Throws: `LedgerError.cannotRead` where a link stands in its place.
  func size() throws(LedgerError) -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    guard status.st_mode & S_IFMT != S_IFLNK else {
      throw .cannotRead(path: path, reason: Durable.reason(ELOOP))
    }
    return Int(status.st_size)
  }

  /// Reads what stands behind a place.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  func contents(after start: Position = Position()) throws(LedgerError) -> Contents {
    var contents = Contents(end: start)
    var place = start
    var together: [Record] = []
    guard access(path, F_OK) == 0 else { return contents }
    let bytes = try Durable.read(path, from: start.length)
    let decoder = JSONDecoder()
    var rest = bytes[...]
    while let lineEnd = rest.firstIndex(of: 0x0A) {
      guard let (hash, text) = Self.parts(of: rest[..<lineEnd]),
        Self.hash(of: text, after: place.head) == hash,
        let record = try? decoder.decode(Record.self, from: Data(text)),
        record.number == place.count + 1
      else {
        contents.damage = place.count + 1
        return contents
      }
      together.append(record)
      rest = rest[(lineEnd + 1)...]
      place = Position(
        count: record.number, head: hash, length: start.length + rest.startIndex)
      if record.remaining ?? 0 == 0 {
        contents.records += together
        contents.end = place
        together = []
      }
    }
    return contents
  }

  /// Takes up at a place.
  mutating func resume(at position: Position) {
    end = position
  }

  /// Adds records, all or none; they are on the disk when this returns.
  ///
  /// - Throws: `LedgerError.cannotWrite`; the journal then holds none of them.
  mutating func append(_ events: [Event], at time: String) throws(LedgerError) -> [Record] {
    try append(events.map { (time, $0) })
  }

  /// Adds records with the times at which they were first written.
  ///
  /// - Throws: `LedgerError.cannotWrite`; the journal then holds none of them.
  mutating func append(
    _ events: [(time: String, event: Event)]
  ) throws(LedgerError) -> [Record] {
    guard !events.isEmpty else { return [] }
    let (records, lines, hash) = try lines(of: events)
    let file = try Durable.open(path, O_WRONLY)
    defer { close(file) }
    // What a killed run left of a line goes.
    guard ftruncate(file, off_t(end.length)) == 0,
      lseek(file, 0, SEEK_END) == off_t(end.length)
    else { throw Durable.failure(errno, at: path) }
    do throws(LedgerError) {
      try Durable.append(lines, to: file, path: path)
      guard fsync(file) == 0 else { throw Durable.failure(errno, at: path) }
      // With the first line the journal's own name has to last.
      if end.length == 0 {
        let folder = (path as NSString).deletingLastPathComponent
        try Durable.flush(namesIn: folder)
        try Durable.flush(namesIn: (folder as NSString).deletingLastPathComponent)
      }
    } catch {
      _ = ftruncate(file, off_t(end.length))
      throw error
    }
    end = Position(
      count: end.count + records.count, head: hash, length: end.length + lines.count)
    return records
  }

  /// The lines that say what happened, and the hash of the last.
  private func lines(
    of events: [(time: String, event: Event)]
  ) throws(LedgerError) -> (records: [Record], bytes: [UInt8], hash: String) {
    var records: [Record] = []
    var lines: [UInt8] = []
    var hash = end.head
    do {
      for (offset, (time, event)) in events.enumerated() {
        let remaining = events.count - 1 - offset
        let record = Record(
          number: end.count + 1 + offset, time: time, event: event,
          remaining: remaining == 0 ? nil : remaining)
        let text = try json(record).utf8
        hash = Self.hash(of: text, after: hash)
        lines += hash.utf8
        lines.append(0x20)
        lines += text
        lines.append(0x0A)
        records.append(record)
      }
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
    return (records, lines, hash)
  }

  /// A line behind a place at which the chain of hashes breaks.
  enum Line {
    /// It is as it was written, judged by the line before it.
    case whole(Record)
    /// It can be read, but it or its hash was changed.
    case altered(Record)
    /// It cannot be read.
    case unreadable
  }

  /// The lines behind a place, each judged by itself.
  ///
  /// A last line without an end was never whole and is not among them.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  func lines(after start: Position) throws(LedgerError) -> [Line] {
    let bytes = try Durable.read(path, from: start.length)
    let decoder = JSONDecoder()
    var previous = start.head
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { line in
      guard let (hash, text) = Self.parts(of: line) else { return .unreadable }
      defer { previous = hash }
      guard let record = try? decoder.decode(Record.self, from: Data(text)) else {
        return .unreadable
      }
      return Self.hash(of: text, after: previous) == hash ? .whole(record) : .altered(record)
    }
  }

  private static func parts(of line: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
    guard line.count > 65, line[line.startIndex + 64] == 0x20 else { return nil }
    let hash = String(decoding: line.prefix(64), as: UTF8.self)
    return (hash, line.dropFirst(65))
  }

  private static func hash(of text: some Sequence<UInt8>, after previous: String) -> String {
    ContentHash(of: Array(previous.utf8) + Array(text)).hexadecimal
  }
}
