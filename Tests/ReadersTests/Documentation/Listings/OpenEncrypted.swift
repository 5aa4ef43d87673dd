import Readers

/// Opens a file with the passwords that its sender may have used; nil where none of them fits.
func openEncrypted(_ path: String, trying passwords: [String]) throws -> (any WorkbookSource)? {
  do {
    return try Workbook.open(path: path, passwords: passwords.map { Password($0) })
  } catch let error as ReadingError where error.kind == .encrypted {
    return nil
  }
}
