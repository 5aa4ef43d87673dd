import Crypto
import Foundation
import Language
import Ledger
import Normalizer
public import Spreadsheet
import Synchronization

/// What the last run found in each file, so that the next reads only what changed (`.thidua/cache`).
///
/// A file is known by its bytes, its path, how it came and what it was read for; all of the cache is bound
/// to the regulation's bytes, the limits and this build of the program, so that nothing else can change
/// what a file says. It is only a cache: a part that is damaged, of another hand or of another time is
/// not used, and where it cannot be written the run goes on without. Files that cannot be read, or only
/// with a password, are not in it.
public final class ReadingCache: Sendable {
  private let path: String
  private let key: [UInt8]
  private let known: [String: Record]
  private let texts: [String]
  private let hits = Atomic(0)

  /// What came with a file, without which its record says nothing.
  struct Identity: Hashable {
    var sha256: String
    var name: String
    var purpose: TablePurpose
    var received: String?
    var sender: String?
  }

  private struct Record {
    var identity: Identity
    var content: ArraySlice<UInt8>
  }

  /// To be counted up where records or what they are made from change their meaning.
  private static let format = 1
  private static let magic = Array("thidua\u{0}\u{1}".utf8)

  /// The cache of a block for one run.
  ///
  /// - Parameters:
  ///   - regulation: the files of the regulation as the run read them.
  ///   - limits: the bounds on each submission.
  ///   - version: the version of this program.
  public init(
    of block: BlockFolder, regulation: RegulationSource, limits: Limits, version: String
  ) {
    path = "\(Ledger.folder(ofBlock: block.path))/cache/readings"
    key = Self.key(regulation, limits, version)
    var records: [String: Record] = [:]
    var texts: [String] = []
    if let bytes = FileManager.default.contents(atPath: path),
      let found = try? Self.contents(of: Array(bytes), key: key)
    {
      (records, texts) = found
    }
    known = records
    self.texts = texts
  }

  /// How many files needed no reading.
  var filesKnown: Int { hits.load(ordering: .relaxed) }

  /// What a file holds; nil where it has to be read.
  func file(_ item: SubmissionFiles.Item, _ identity: Identity) -> NormalizedFile? {
    guard let record = known[item.shownPath], record.identity == identity else { return nil }
    var reader = RecordReader(record.content, texts: texts)
    guard
      let file = try? reader.file(
        path: item.shownPath, name: item.name, sha256: identity.sha256,
        received: identity.received)
    else { return nil }
    hits.add(1, ordering: .relaxed)
    return file
  }

  /// Keeps what files hold for the next run, and nothing else; nothing where all of it is known.
  func keep(_ files: [(file: NormalizedFile, identity: Identity)]) {
    guard files.count != known.count || filesKnown < files.count else { return }
    var writer = RecordWriter()
    let records = files.map { file, identity in
      writer.append(file.path)
      writer.append(identity.sha256)
      writer.append(identity.name)
      writer.append(identity.purpose == .appraisal ? 1 : 0)
      writer.append(identity.received)
      writer.append(identity.sender)
      writer.append(file)
      return writer.takeRecord()
    }
    var bytes = Self.magic + key
    var head = RecordWriter()
    head.append(writer.texts.count)
    bytes += head.takeRecord()
    for text in writer.texts {
      head.append(text.utf8.count)
      bytes += head.takeRecord()
      bytes.append(contentsOf: text.utf8)
    }
    head.append(records.count)
    bytes += head.takeRecord()
    for record in records {
      head.append(record.count)
      bytes += head.takeRecord()
      bytes += record
    }
    bytes += SHA256.hash(data: bytes)
    write(bytes)
  }

  // MARK: - Bytes

  private static func key(
    _ regulation: RegulationSource, _ limits: Limits, _ version: String
  ) -> [UInt8] {
    // Two builds of one version are two programs.
    var status = stat()
    let build =
      stat("/proc/self/exe", &status) == 0
      ? "\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)" : ""
    var hash = SHA256()
    hash.update(data: Array("\(format)|\(version)|\(build)|\(limits)|".utf8))
    for file in regulation.files {
      let name = (file.path as NSString).lastPathComponent
      hash.update(data: Array("\(name)|\(file.bytes.count)|".utf8))
      hash.update(data: file.bytes)
    }
    return Array(hash.finalize())
  }

  /// The records and texts of a cache.
  private static func contents(
    of bytes: [UInt8], key: [UInt8]
  ) throws(RecordReader.Damage) -> ([String: Record], [String]) {
    let size = SHA256.byteCount
    guard bytes.count >= magic.count + 2 * size, bytes.starts(with: magic + key),
      SHA256.hash(data: bytes.dropLast(size)).elementsEqual(bytes.suffix(size))
    else { throw RecordReader.Damage() }
    var reader = RecordReader(bytes[(magic.count + key.count)..<bytes.count - size])
    let texts = try reader.list { reader throws(RecordReader.Damage) in
      String(decoding: try reader.bytes(try reader.number()), as: UTF8.self)
    }
    let contents = try reader.list { reader throws(RecordReader.Damage) in
      try reader.bytes(try reader.number())
    }
    guard reader.isAtEnd else { throw RecordReader.Damage() }
    var records: [String: Record] = [:]
    for content in contents {
      var reader = RecordReader(content, texts: texts)
      let path = try reader.text()
      let sha256 = try reader.text()
      let name = try reader.text()
      let isAppraisal = try reader.flag()
      let received = try reader.optionalText()
      let sender = try reader.optionalText()
      records[path] = Record(
        identity: Identity(
          sha256: sha256, name: name, purpose: isAppraisal ? .appraisal : .submission,
          received: received, sender: sender), content: reader.rest)
    }
    return (records, texts)
  }

  /// Puts the cache into its place, readable by its owner alone: whole, or as it was.
  private func write(_ bytes: [UInt8]) {
    let folder = (path as NSString).deletingLastPathComponent
    // Only in a block that keeps a ledger.
    mkdir(folder, 0o700)
    let draft = "\(path).\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWritten = bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    close(file)
    if !isWritten || rename(draft, path) != 0 { unlink(draft) }
  }
}
