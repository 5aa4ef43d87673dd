import Language
import Regulation
import Spreadsheet

/// The place and day, the office that signs and the name of who signs (Nghị định 30/2020/NĐ-CP, Phụ
/// lục I): from the regulation; the day is left to be written when it is signed.
struct SignatureBlock {
  let block: Block
  let language: Language
  /// The widths of the sheet's columns.
  let widths: [Double]

  /// The block's signature over columns of some widths.
  init(block: Block, language: Language, widths: [Double]) {
    self.block = block
    self.language = language
    self.widths = widths
  }

  /// The signature of a report.
  init(context: ReportContext, widths: [Double]) {
    self.init(block: context.block, language: context.language, widths: widths)
  }

  /// Writes the block over some columns.
  ///
  /// - Returns: its last row.
  func write(to sheet: SheetWriter, row: Int, columns: ClosedRange<Int>) throws -> Int {
    func text(_ phrase: ReportPhrase, _ arguments: [String: String] = [:]) -> String {
      phrase.text(in: language, arguments)
    }
    let plain = CellStyle(size: 13, horizontal: .center, wraps: true)
    let place = block.place.isEmpty ? text(.place) : block.place
    let lines: [(String, CellStyle)] = [
      (text(.dateLine, ["place": place]), plain.with { $0.isItalic = true }),
      (
        block.position.isEmpty ? text(.place) : block.position.uppercased(),
        plain.with { $0.isBold = true }
      ),
      (text(.signHere), plain.with { $0.isItalic = true }),
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
