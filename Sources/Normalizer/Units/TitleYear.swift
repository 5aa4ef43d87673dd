import Language
import Regulation
import Spreadsheet

/// The years that a title names.
enum TitleYear {
  /// Every `năm 2019` of a text but those of a day (`tháng 11 năm 2019`); `2018-2019` is both.
  ///
  /// A title of a score table may end in the year alone: `BẢNG CHẤM ĐIỂM THI ĐUA 2019`.
  static func years(in text: String) -> Set<Int> {
    let folded = VietnameseText.fold(text)
    let words = folded.split(separator: " ").map(String.init)
    var years: Set<Int> = []
    if words.count > 3, ["thi dua", "cham diem"].contains(where: { folded.contains($0) }),
      let last = words.last, last.count == 4, let year = Int(last), (1990...2100).contains(year),
      let before = words.dropLast().last, Int(before) == nil, before != "so"
    {
      years.insert(year)
    }
    for (index, word) in words.enumerated() where word == "nam" && index + 1 < words.count {
      if index >= 2, words[index - 2] == "thang" { continue }
      for next in words[(index + 1)...].prefix(3) {
        guard next.count == 4, let year = Int(next), (1990...2100).contains(year) else { break }
        years.insert(year)
      }
    }
    return years
  }
}

extension TitleYear {
  /// A title above a table that names another year than the block's; days are no titles.
  static func conflict(above body: TableBody, with year: Int) -> Finding? {
    for row in body.sheet.rows where row.number < body.location.headerFirst {
      for cell in row.cells {
        guard let text = cell.known else { continue }
        let years = text.years
        guard !years.isEmpty, !years.contains(year) else { continue }
        return Finding(
          .wrongYear, .warning, sheet: body.sheet.name,
          cell: "\(CellReference(row: row.number, column: cell.column))",
          value: text.tidy, arguments: ["expected": "\(year)"])
      }
    }
    return nil
  }

  /// A form that was made for another year than the block's.
  static func conflict(of form: FormIdentity, with year: Int) -> Finding? {
    guard form.year != year else { return nil }
    return Finding(.wrongYear, .warning, value: "\(form.year)", arguments: ["expected": "\(year)"])
  }
}
