import Crypto
import Foundation

/// What happened, in order: a text file of one line a record, which is only ever added to.
///
/// The journal, with the archive, is the truth; the index can be made from it again. A line is the
/// SHA-256 of the line before's hash and its own text, a space, and the record as JSON: a line that
/// was changed, taken out or put in breaks the chain. A last line that is not whole is what a killed
/// run was writing; it had told nobody of it, and it is cut off.
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
    /// The end of the last whole line.
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
  var size: Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Reads what stands behind a place.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  func contents(after start: Position = Position()) throws(LedgerError) -> Contents {
    var contents = Contents(end: start)
    guard access(path, F_OK) == 0 else { return contents }
    let bytes = try Durable.read(path, from: start.length)
    let decoder = JSONDecoder()
    var rest = bytes[...]
    while let lineEnd = rest.firstIndex(of: 0x0A) {
      guard let (hash, text) = Self.parts(of: rest[..<lineEnd]),
        Self.hash(of: text, after: contents.end.head) == hash,
        let record = try? decoder.decode(Record.self, from: Data(text)),
        record.number == contents.end.count + 1
      else {
        contents.damage = contents.end.count + 1
        return contents
      }
      contents.records.append(record)
      rest = rest[(lineEnd + 1)...]
      contents.end = Position(
        count: record.number, head: hash, length: start.length + rest.startIndex)
    }
    return contents
  }

  /// Takes up at a place.
  mutating func resume(at position: Position) {
    end = position
  }

  /// Adds records; they are on the disk when this returns.
  ///
  /// - Throws: `LedgerError.cannotWrite`; the journal then holds none of them.
  mutating func append(_ events: [Event], at time: String) throws(LedgerError) -> [Record] {
    guard !events.isEmpty else { return [] }
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, Durable.fileMode)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: Durable.reason(errno)) }
    defer { close(file) }
    // What a killed run left of a line goes.
    guard ftruncate(file, off_t(end.length)) == 0,
      lseek(file, 0, SEEK_END) == off_t(end.length)
    else {
      throw .cannotWrite(path: path, reason: Durable.reason(errno))
    }
    var records: [Record] = []
    var lines: [UInt8] = []
    var hash = end.head
    do {
      for (offset, event) in events.enumerated() {
        let record = Record(number: end.count + 1 + offset, time: time, event: event)
        let text = try json(record).utf8
        hash = Self.hash(of: text, after: hash)
        lines += Array(hash.utf8) + [0x20] + text + [0x0A]
        records.append(record)
      }
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
    do throws(LedgerError) {
      try Durable.append(lines, to: file, path: path)
      guard fsync(file) == 0 else { throw .cannotWrite(path: path, reason: Durable.reason(errno)) }
    } catch {
      _ = ftruncate(file, off_t(end.length))
      throw error
    }
    end = Position(
      count: end.count + records.count, head: hash, length: end.length + lines.count)
    return records
  }

  /// The lines from a damaged one on: the records that can be read by themselves, and the numbers
  /// of the lines that can't.
  ///
  /// - Throws: `LedgerError.cannotRead`.
  func readableLines(
    from number: Int, after start: Position
  ) throws(LedgerError) -> (records: [Record], lost: [Int]) {
    let bytes = try Durable.read(path, from: start.length)
    let decoder = JSONDecoder()
    var records: [Record] = []
    var lost: [Int] = []
    for (offset, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropLast().enumerated()
    {
      if let (_, text) = Self.parts(of: line),
        let record = try? decoder.decode(Record.self, from: Data(text))
      {
        records.append(record)
      } else {
        lost.append(number + offset)
      }
    }
    return (records, lost)
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
