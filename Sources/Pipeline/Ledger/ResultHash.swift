import Crypto
import Language
import Ledger
import Writer

/// The hash by which a run's result is known, without the result.
enum ResultHash {
  /// The SHA-256 of the `ket-qua.json` of a consolidation.
  static func hash(of consolidation: Consolidation, language: Language) -> ContentHash {
    var hasher = SHA256()
    ResultJSON.write(consolidation, language: language) { hasher.update(data: $0) }
    return ContentHash(hasher.finalize())
  }
}
