import Readers
import Spreadsheet

/// A sheet as rows of texts from row 1 and column A on; blank cells and rows at the ends left out.
typealias Texts = [[String]]

/// What `CSVWorkbook` reads from `bytes`.
func texts(ofCSV bytes: [UInt8], name: String = "diem.csv") throws -> Texts {
  var rows = Texts()
  let sheets = try CSVWorkbook(bytes: bytes, name: name).sheets
  for sheet in sheets {
    _ = try sheet.read { row in
      while rows.count < row.number { rows.append([]) }
      for cell in row.cells {
        while rows[row.number - 1].count < cell.column { rows[row.number - 1].append("") }
        rows[row.number - 1][cell.column - 1] = cell.value.text
      }
    }
  }
  return rows
}

/// What `CSVWorkbook` reads from `text` in UTF-8.
func texts(ofCSV text: String, name: String = "diem.csv") throws -> Texts {
  try texts(ofCSV: Array(text.utf8), name: name)
}

/// The name of the encoding that the notes of `bytes` speak of; nil without a note.
func legacyEncoding(ofCSV bytes: [UInt8]) throws -> String? {
  for case .legacyEncoding(let name, _) in try CSVWorkbook(bytes: bytes, name: "a.csv").notes {
    return name
  }
  return nil
}

/// Writes rows as RFC 4180 has it, with fields enclosed where they must be.
func csv(_ rows: Texts, delimiter: String, newline: String, enclosingAll: Bool = false) -> String {
  let special = [delimiter, "\"", "\n", "\r"]
  return rows.map { row in
    row.map { field in
      enclosingAll || special.contains { field.unicodeScalars.contains($0.unicodeScalars.first) }
        ? "\""
          + field.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
        : field
    }.joined(separator: delimiter) + newline
  }.joined()
}

extension String.UnicodeScalarView {
  fileprivate func contains(_ scalar: Unicode.Scalar?) -> Bool {
    contains { $0 == scalar }
  }
}

/// Rows without blank cells and blank rows at the ends.
func trimmed(_ rows: Texts) -> Texts {
  var rows = rows.map { row in
    Array(row[..<(row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }
  while rows.last?.isEmpty == true { rows.removeLast() }
  return rows
}
