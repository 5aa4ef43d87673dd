import Language
import Regulation
import Spreadsheet

/// Finds where a unit states the number of its staff: `Tổng số cán bộ, chiến sĩ: 120`, `Biên chế: 45`.
struct StaffStatement {
  /// The number, or nil where none of the cells outside the tables states one.
  ///
  /// The sheets are asked in the given order; the staff that is there goes before the staff that was
  /// granted, and the first statement before later ones.
  static func staff(in sheets: [KnownSheet], outside tables: (KnownSheet, Int) -> Bool) -> Int? {
    for sheet in sheets {
      var granted: Int?
      for row in sheet.rows where !tables(sheet, row.number) {
        for (index, cell) in row.cells.enumerated() {
          guard case .text(let text) = cell.value, let label = label(of: text) else { continue }
          let next = row.cells[(index + 1)...].first { !$0.value.text.isEmpty }
          guard let number = label.number ?? next.flatMap({ number(in: $0.value) }) else {
            continue
          }
          if label.isActual { return number }
          granted = granted ?? number
        }
      }
      if let granted { return granted }
    }
    return nil
  }

  private static func label(of text: String) -> (number: Int?, isActual: Bool)? {
    guard text.utf8.count <= 200 else { return nil }
    let marks = text.drop { !$0.isLetter }
    let key = VietnameseText.fold(marks)
    guard beginnings.contains(where: { key == $0 || key.hasPrefix($0 + " ") }),
      !foreign.contains(where: { VietnameseText.contains(key, phrase: $0) })
    else { return nil }
    let isActual = ["hien co", "co mat", "thuc te", "can bo", "cbcs", "quan so"]
      .contains { VietnameseText.contains(key, phrase: $0) }
    // Of `Biên chế được giao: 50; có mặt: 45` the number behind the word that decides.
    for word in ["hiện có", "có mặt", "thực tế"] {
      if let range = marks.firstRange(of: word) {
        if let number = firstNumber(marks[range.upperBound...]) { return (number, true) }
      }
    }
    let colon = marks.firstIndex { $0 == ":" || $0 == "：" }
    let rest = colon.map { marks[marks.index(after: $0)...] } ?? marks[...]
    return (firstNumber(rest), isActual)
  }

  private static func number(in value: CellValue) -> Int? {
    switch value {
    case .number(let number): return Int(exactly: number).flatMap { $0 > 0 ? $0 : nil }
    case .text(let text):
      guard let first = text.first(where: { !$0.isWhitespace }), first.isNumber else { return nil }
      return firstNumber(text[...])
    default: return nil
    }
  }

  /// The first whole number of a text; a mark before three digits groups thousands, for staff is
  /// counted in heads.
  private static func firstNumber(_ text: Substring) -> Int? {
    guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    let run = text[start...].prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
    let trimmed = run.last.map { $0 == "." || $0 == "," } ?? false ? run.dropLast() : run
    let quantity: Quantity
    switch NumberText(trimmed) {
    case .number(let number): quantity = number
    case .grouped(let thousands, _): quantity = thousands
    case nil: return nil
    }
    guard quantity.scale == 0, (1...1_000_000).contains(quantity.coefficient) else { return nil }
    return Int(quantity.coefficient)
  }

  private static let beginnings = [
    "tong so can bo", "tong so cbcs", "tong so cb", "tong so cbccvc", "tong so cong chuc",
    "tong so vien chuc", "tong so nguoi lao dong", "tong so nhan su", "tong so lao dong",
    "tong so nhan vien", "tong so giao vien", "tong so quan nhan", "tong so bien che",
    "tong so quan so", "tong bien che", "tong quan so", "bien che", "quan so", "so can bo",
    "so luong can bo", "so cbcs", "total staff", "number of staff", "staff",
  ]

  /// Words of a label that counts some of the staff only, or something else.
  private static let foreign = [
    "de nghi", "khen thuong", "danh hieu", "dat", "tham gia", "vi pham", "ky luat", "duoc cu",
    "hoan thanh", "lanh dao", "dang vien", "tap huan", "dao tao",
  ]
}
