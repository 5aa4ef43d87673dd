/// Puts originals into an archive from several tasks at a time.
///
/// They are on the disk for certain, and known to the ledger, once their `Ledger` has written down
/// the next events.
public struct OriginalsWriter: Sendable {
  let archive: Archive
  let known: Set<String>

  /// Puts an original into the archive.
  ///
  /// - Throws: `LedgerError.cannotWrite`.
  public func store(_ bytes: [UInt8], as hash: ContentHash) throws(LedgerError) {
    try archive.store(bytes, as: hash, isKnown: known.contains(hash.hexadecimal))
  }
}
