import Readers

/// What to write back to whoever sent a file that cannot be read.
func answer(to error: ReadingError) -> String {
  let place = [error.sheet, error.cell].compactMap { $0 }.joined(separator: "!")
  return switch error.kind {
  case .notFound: "Please attach the file again."
  case .unreadable where place.isEmpty: "The file is damaged: \(error.detail)."
  case .unreadable: "The file is damaged at \(place): \(error.detail)."
  case .encrypted: "Please remove the password and save the file again."
  case .unsupported: "Please save the file as .xlsx: \(error.detail) cannot be read."
  case .limitExceeded: "The file is too large: \(error.detail)."
  }
}
