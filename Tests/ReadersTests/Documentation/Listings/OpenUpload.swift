import Readers

/// Opens what a stranger has sent; `mayRaise` decides about a limit that the file exceeds.
func openUpload(
  _ bytes: [UInt8], name: String, mayRaise: (ExceededLimit) -> Bool
) throws -> WorkbookGrid {
  var limits = Limits.submission
  while true {
    do {
      let workbook = try Workbook.open(bytes: bytes, name: name, limits: limits)
      return try WorkbookGrid(reading: workbook)
    } catch let error as ReadingError {
      guard let limit = error.limit, mayRaise(limit) else { throw error }
      limits[limit.name] = 2 * limit.met
    }
  }
}
