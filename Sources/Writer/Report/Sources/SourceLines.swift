import Language
import Normalizer
import Ranking
import Regulation
import Spreadsheet

/// The lines of counted scores on the sheet Nguồn: for every number the file, sheet and cell where it
/// stands.
///
/// 10,000 units have 400,000 of them.
struct SourceLines {
  private let context: ReportContext
  private let sheet: SheetWriter
  private let changes: ScoreChanges
  /// The digests of the files that came, by their paths.
  private let digests: [String: String]
  private var row: FittedRow
  private var number = 0
  private let plain: FittedRow.Look
  private let centered: FittedRow.Look
  private let small: FittedRow.Look
  private let link: FittedRow.Look
  private var pointsLooks: [Int: FittedRow.Look] = [:]
  private let quoted: FittedRow.Look
  private var changeLooks: [UInt32?: FittedRow.Look] = [:]

  /// How many digits of the SHA-256 stand beside a score; all stand in the line of its file.
  private static let shortDigest = 12

  /// What is the same in all lines of a file.
  private struct Origin {
    var unit: FittedRow.Text
    var file: FittedRow.Text
    var digest: FittedRow.Text
    var received: FittedRow.Text
  }

  init(_ context: ReportContext, on sheet: SheetWriter, widths: [Double]) throws {
    self.context = context
    self.sheet = sheet
    changes = ScoreChanges(context)
    digests = Dictionary(
      context.consolidation.files.compactMap { file in file.sha256.map { (file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
    row = FittedRow(widths: widths)
    plain = try sheet.look(ReportStyle.text)
    centered = try sheet.look(ReportStyle.centered)
    small = try sheet.look(ReportStyle.text.with { $0.size = 9 })
    link = try sheet.look(ReportStyle.link(ReportStyle.centered))
    quoted = try sheet.look(ScoreChanges.quoted)
  }

  /// Writes all lines, the first in `first`.
  mutating func write(from first: Int) throws {
    var place = first
    for standing in context.units {
      let unit = standing.unit.code
      var origins: [Bool: Origin] = [:]
      for score in standing.scores {
        let isSubmitted = score.sheet != nil
        let source = isSubmitted ? standing.source : nil
        let origin =
          try origins[isSubmitted]
          ?? origin(
            unit, source?.file, digest: source?.sha256, received: source?.received)
        origins[isSubmitted] = origin
        try begin(place, origin, score.sheet, score.cell)
        try writeScore(score, unit, at: place)
        try end(origin)
        place += 1
        for appraisal in score.appraisals {
          let origin = try self.origin(
            unit, appraisal.file, digest: digests[appraisal.file], received: nil)
          try begin(place, origin, appraisal.sheet, appraisal.cell)
          // What one appraiser gave; the line before it has the mean.
          try write(score.criterion, .criterion, centered)
          row.writeBlank(SourceColumn.value.position, plain)
          row.writeBlank(SourceColumn.selfScore.position, plain)
          try write(appraisal.points, .appraised)
          row.writeBlank(SourceColumn.counted.position, plain)
          try write(context.text(SourcePhrase.appraiser), .change, changeLook(nil))
          try end(origin)
          place += 1
        }
      }
    }
  }

  // MARK: - Lines

  private func origin(
    _ unit: String, _ file: String?, digest: String?, received: String?
  ) throws -> Origin {
    Origin(
      unit: try text(unit, .unitCode, centered), file: try text(file ?? "", .file, plain),
      digest: try text(digest.map { "\($0.prefix(Self.shortDigest))…" } ?? "", .sha256, small),
      received: try text(received.map { context.shownTime($0) } ?? "", .received, small))
  }

  private mutating func begin(
    _ place: Int, _ origin: Origin, _ sheetName: String?, _ cell: String?
  ) throws {
    number += 1
    row.restart(as: place)
    row.write(Double(number), SourceColumn.number.position, centered)
    row.write(origin.unit, SourceColumn.unitCode.position, centered)
    row.write(origin.file, SourceColumn.file.position, plain)
    try write(sheetName ?? "", .sheet, plain)
    try write(cell ?? "", .cell, centered)
  }

  private mutating func end(_ origin: Origin) throws {
    row.write(origin.digest, SourceColumn.sha256.position, small)
    row.write(origin.received, SourceColumn.received.position, small)
    try row.append(to: sheet)
  }

  private mutating func writeScore(_ score: CountedScore, _ unit: String, at place: Int) throws {
    try write(score.criterion, .criterion, link)
    if let cell = context.matrix.cell(unit: unit, criterion: score.criterion) {
      sheet.link(
        CellReference(row: place, column: SourceColumn.criterion.position),
        to: CellLink(sheet: context.text(.matrix), cell: cell))
    }
    switch changes.submitted(score, unit: unit) {
    case .text(let text): try write(text, .value, quoted)
    case .points(let points): try write(points, .value, places: points.decimals)
    case .result(let number): row.write(number, SourceColumn.value.position, quoted)
    case nil: row.writeBlank(SourceColumn.value.position, quoted)
    }
    try write(score.enteredPoints, .selfScore)
    try write(score.appraisedPoints, .appraised)
    try write(score.counted, .counted)
    let change = changes.text(score, unit: unit)
    try write(change.text, .change, changeLook(change.severity?.fill))
  }

  // MARK: - Cells

  private func text(
    _ text: String, _ column: SourceColumn, _ look: FittedRow.Look
  ) throws -> FittedRow.Text {
    try row.text(text, column.position, look, on: sheet)
  }

  private mutating func write(
    _ text: String, _ column: SourceColumn, _ look: FittedRow.Look
  ) throws {
    row.write(try self.text(text, column, look), column.position, look)
  }

  private mutating func write(_ points: Points?, _ column: SourceColumn) throws {
    guard let points else { return row.writeBlank(column.position, plain) }
    try write(points, column, places: max(context.block.decimals, points.decimals))
  }

  private mutating func write(_ points: Points, _ column: SourceColumn, places: Int) throws {
    let look = try pointsLooks[places] ?? sheet.look(ReportStyle.points(places))
    pointsLooks[places] = look
    row.write(points.doubleValue, column.position, look)
  }

  private mutating func changeLook(_ fill: UInt32?) throws -> FittedRow.Look {
    if let look = changeLooks[fill] { return look }
    let look = try sheet.look(
      ReportStyle.text.with {
        $0.size = 10
        $0.fill = fill
      })
    changeLooks[fill] = look
    return look
  }
}
