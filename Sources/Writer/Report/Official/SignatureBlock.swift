import Language
import Regulation
import Spreadsheet

/// The place and day, the office that signs and the name of who signs (Nghị định 30/2020/NĐ-CP, Phụ
/// lục I): from the regulation; the day is left to be written when it is signed.
struct SignatureBlock {
  let context: ReportContext
  /// The widths of the sheet's columns.
  let widths: [Double]

  /// Writes the block over some columns.
  ///
  /// - Returns: its last row.
  func write(to sheet: SheetWriter, row: Int, columns: ClosedRange<Int>) throws -> Int {
    let block = context.block
    let plain = CellStyle(size: 13, horizontal: .center, wraps: true)
    let place = block.place.isEmpty ? context.text(.place) : block.place
    let lines: [(String, CellStyle)] = [
      (context.text(.dateLine, ["place": place]), plain.with { $0.isItalic = true }),
      (
        block.position.isEmpty ? context.text(.place) : block.position.uppercased(),
        plain.with { $0.isBold = true }
      ),
      (context.text(.signHere), plain.with { $0.isItalic = true }),
    ]
    for (offset, (text, style)) in lines.enumerated() {
      try sheet.mergeRow(row + offset, columns, text, style, widths: widths)
    }
    try sheet.setRow(row + lines.count, height: 54)
    let last = row + lines.count + 1
    try sheet.mergeRow(
      last, columns, block.signatory, plain.with { $0.isBold = true }, widths: widths)
    return last
  }

  /// The columns of the right half, where a signature stands.
  var rightHalf: ClosedRange<Int> {
    let whole = widths.reduce(0, +)
    var first = widths.count
    var width = widths[first - 1]
    while first > 1, width + widths[first - 2] <= whole * 0.5 {
      first -= 1
      width += widths[first - 1]
    }
    return first...widths.count
  }
}
