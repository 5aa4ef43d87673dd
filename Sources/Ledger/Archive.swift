import Foundation

/// The originals: every file that was ever received, by the hash of its bytes.
///
/// An object is written once and never changed. Its path is its hash, the first two digits being
/// the folder: `archive/ab/abcdef…`.
public struct Archive: Sendable {
  /// The archive's folder.
  public let path: String
  private var staging: String { "\(path)/tmp" }

  /// The archive in a folder, which need not exist yet.
  init(path: String) {
    self.path = path
  }

  /// Where an object lies, if it does.
  public func path(of hash: ContentHash) -> String {
    "\(path)/\(hash.hexadecimal.prefix(2))/\(hash.hexadecimal)"
  }

  /// Whether an object is there; whether it is whole, `verify(_:)` says.
  public func contains(_ hash: ContentHash) -> Bool {
    access(path(of: hash), F_OK) == 0
  }

  /// How many bytes an object has; nil where it is not there.
  public func size(of hash: ContentHash) -> Int? {
    var status = stat()
    return stat(path(of: hash), &status) == 0 ? Int(status.st_size) : nil
  }

  /// Puts bytes into the archive; they are on the disk for certain after `flush()`.
  ///
  /// - Parameter isKnown: Whether the journal says already that the object is here; one that a
  ///   killed run left behind without saying so is not trusted but written anew.
  /// - Throws: `LedgerError.cannotWrite`.
  func store(_ bytes: [UInt8], as hash: ContentHash, isKnown: Bool) throws(LedgerError) {
    if isKnown, size(of: hash) == bytes.count { return }
    try inFolder(of: hash) { place throws(LedgerError) in try write(bytes, to: place) }
  }

  /// Puts a file that is open to read into the archive, in pieces.
  ///
  /// - Throws: `LedgerError.objectDamaged` where its bytes are no longer those of `hash`; or
  ///   `.cannotWrite`, `.cannotRead`.
  func store(_ file: OpenFile, as hash: ContentHash, isKnown: Bool) throws(LedgerError) {
    if isKnown, size(of: hash) == file.size { return }
    try inFolder(of: hash) { place throws(LedgerError) in
      try Durable.write(to: place, staging: staging) { copy throws(LedgerError) in
        let found = try file.hash { piece throws(LedgerError) in
          try Durable.append(piece, to: copy, path: place)
        }
        guard found == hash else { throw .objectDamaged(hash) }
      }
    }
  }

  /// Hands the place of an object to `write`, once more where its folder had to be made.
  ///
  /// The folders are there but for the first few times: to ask each time takes as long as to write.
  private func inFolder(
    of hash: ContentHash, _ write: (_ place: String) throws(LedgerError) -> Void
  ) throws(LedgerError) {
    let place = path(of: hash)
    do throws(LedgerError) {
      try write(place)
    } catch .cannotWrite(_, Durable.reason(ENOENT)) {
      try Durable.makeFolder(staging)
      try Durable.makeFolder("\(path)/\(hash.hexadecimal.prefix(2))")
      try write(place)
    }
  }

  /// Writes an object that nobody knows of yet.
  ///
  /// Where nothing stands at its place, it is written there at once: half an object of a killed run is one
  /// that no journal tells of. What stands there is replaced as a whole.
  private func write(_ bytes: [UInt8], to place: String) throws(LedgerError) {
    if try Durable.create(bytes, at: place) { return }
    try Durable.write(bytes, to: place, staging: staging)
  }

  /// Waits until all that was stored is on the disk, names and contents.
  ///
  /// One call for a whole batch: to wait for every file alone takes a hundred times as long.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  func flush() throws(LedgerError) {
    try Durable.flush(fileSystemOf: path)
  }

  /// The bytes of an object, held against their hash.
  ///
  /// - Throws: `LedgerError.objectDamaged` where it is not there or not as it was.
  public func bytes(of hash: ContentHash) throws(LedgerError) -> [UInt8] {
    guard let bytes = try? Durable.read(path(of: hash)), ContentHash(of: bytes) == hash else {
      throw .objectDamaged(hash)
    }
    return bytes
  }

  /// Every object that lies in the archive, by name alone, in the order of the hashes.
  public func objects() -> [ContentHash] {
    let files = FileManager.default
    let folders = (try? files.contentsOfDirectory(atPath: path)) ?? []
    return folders.filter { $0.utf8.count == 2 }.flatMap { folder in
      ((try? files.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? [])
        .compactMap { ContentHash($0) }
    }.sorted()
  }

  /// Makes the archive's folder where there is none, and removes drafts that a killed run left;
  /// called by the one writer alone.
  ///
  /// - Throws: `LedgerError.cannotWrite` where a link stands in the place of one of its folders.
  func prepare() throws(LedgerError) {
    try Durable.makeFolder(path)
    try Durable.makeFolder(staging)
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: staging)) ?? [] {
      unlink("\(staging)/\(name)")
    }
    for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] where name.utf8.count == 2 {
      var status = stat()
      let folder = "\(path)/\(name)"
      if lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
        throw Durable.failure(ELOOP, at: folder)
      }
    }
  }
}
