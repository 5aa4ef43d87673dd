import Crypto
import Normalizer
import Readers
import Spreadsheet

/// One submitted file from its bytes to its score tables.
enum FileReading {
  /// Reads and normalises a file; what cannot be read becomes a finding.
  ///
  /// - Parameter passwords: What to try, in this order, where it is encrypted.
  static func normalized(
    _ item: SubmissionFiles.Item, as purpose: TablePurpose, with normalizer: FileNormalizer,
    passwords: [Password]
  ) -> NormalizedFile {
    var sha256: String?
    do {
      let bytes = try FileBytes.read(item.path, limit: Limits.submission.partBytes)
      let digest = Hexadecimal.text(SHA256.hash(data: bytes))
      sha256 = digest
      let source = try Workbook.open(
        bytes: bytes, name: item.path, limits: .submission, passwords: passwords)
      let file = SubmittedFile(
        path: item.shownPath, name: item.name, sha256: digest,
        workbook: try WorkbookGrid(reading: source))
      return normalizer.normalize(file, as: purpose)
    } catch let error as ReadingError {
      return normalizer.unusable(
        path: item.shownPath, name: item.name, sha256: sha256, error: error)
    } catch {
      return normalizer.unusable(
        path: item.shownPath, name: item.name, sha256: sha256,
        error: ReadingError(.unreadable, file: item.path, detail: "\(error)"))
    }
  }
}
