import Analysis
import Language
import Ranking
import Regulation
import Spreadsheet

@testable import Normalizer
@testable import Writer

/// A small block for the feedback: two groups of criteria, a bonus and a deduction, and scores by unit.
struct FeedbackBlock {
  var regulation: Regulation
  var findings: [Finding] = []
  private var standings = Standings(units: [], findings: [])
  private var files: [ReceivedFile] = []

  static let criteria: [Criterion] = {
    func criterion(
      _ code: String, _ maximum: Int?, _ parent: String? = nil, _ kind: CriterionKind = .base
    ) -> Criterion {
      var criterion = Criterion(
        code: code, content: "Nội dung \(code)", maximum: maximum.map { Points($0) })
      criterion.parent = parent
      criterion.kind = kind
      return criterion
    }
    return [
      criterion("1", nil), criterion("1.1", 10, "1"), criterion("1.2", 10, "1"),
      criterion("2", 8), criterion("2.1", 5, "2"), criterion("2.2", 5, "2"),
      criterion("T", 5, nil, .bonus), criterion("D", nil, nil, .deduction),
    ]
  }()

  static let codes = ["1.1", "1.2", "2.1", "2.2", "T", "D"]

  /// Units by code with their scores in the order of `codes`; nil for a criterion that did not arise,
  /// an empty list for a unit that sent nothing.
  init(
    _ units: [(code: String, name: String, scores: [Double?])],
    change: (inout Regulation) -> Void = { _ in }
  ) {
    var block = Block(name: "Khối Nội chính", year: 2019)
    block.office = "Văn phòng Khối"
    regulation = Regulation(
      block: block, units: units.map { MemberUnit(code: $0.code, name: $0.name) },
      criteria: CriteriaTable(Self.criteria))
    change(&regulation)
    let tables = units.filter { !$0.scores.isEmpty }.map { unit in
      let entries = zip(Self.codes, unit.scores).enumerated().map { row, item in
        let points = item.1.map { Points(tenThousandths: Int64(($0 * 10_000).rounded())) }
        var entry = ScoreEntry(
          selfPoints: points, countedPoints: points ?? .zero, sheet: "Chấm điểm",
          cell: "D\(row + 4)")
        entry.isNotApplicable = points == nil
        return (item.0, entry)
      }
      return ScoreTable(
        unit: unit.code,
        source: SubmissionSource(
          file: "bai-nop/\(unit.code).xlsx", sha256: unit.code, sheet: "Chấm điểm"),
        entries: Dictionary(uniqueKeysWithValues: entries))
    }
    let selection = SubmissionSelection(
      tables.map {
        NormalizedFile(
          path: $0.source.file, name: "\($0.unit).xlsx", sha256: $0.unit, unit: $0.unit,
          tables: [$0], findings: [])
      }, regulation: regulation)
    standings = Ranker(regulation).standings(selection)
    files = tables.map {
      ReceivedFile(
        path: $0.source.file, sha256: $0.unit, unit: $0.unit, sheet: "Chấm điểm",
        verdict: .counted)
    }
    findings = selection.findings + standings.findings
  }

  /// Three units whose totals are 30, 25 and 21.
  static func three(change: (inout Regulation) -> Void = { _ in }) -> FeedbackBlock {
    FeedbackBlock(
      [
        ("ZQX", "Ban Quản lý Hồ Tràm", [10, 10, 4, 4, 2, 0]),
        ("WVK", "Chi cục Kiểm ngư", [8, 9, 4, 4, 1, 1]),
        ("JPY", "Đội Cảnh vệ Sông Dinh", [7, 6, 3, 4.5, 3, 2.5]),
      ], change: change)
  }

  var consolidation: Consolidation {
    Consolidation(
      regulation: regulation, standings: standings, findings: findings, files: files,
      analysis: BlockAnalysis())
  }

  func feedback(
    to code: String, by deadline: CivilDateTime? = nil, language: Language = .vi
  ) throws -> UnitFeedback {
    let consolidation = consolidation
    let maker = FeedbackMaker(consolidation, correctionsBy: deadline, language: language)
    guard let standing = consolidation.standings.units.first(where: { $0.unit.code == code }) else {
      throw NoSuchUnit(code: code)
    }
    return maker.feedback(to: standing)
  }

  struct NoSuchUnit: Error {
    var code: String
  }

  /// The table that a unit sent, as its file holds it.
  static func sheet(unit: String, _ rows: [[CellValue]] = []) -> SheetGrid {
    let head: [[CellValue]] = [
      [.text("Đơn vị: \(unit)")], [],
      [.text("STT"), .text("Nội dung"), .text("Điểm tối đa"), .text("Điểm tự chấm")],
    ]
    let body = zip(codes, [12, 9, 4, 4, 1, 1]).map { code, points -> [CellValue] in
      [.text(code), .text("Nội dung \(code)"), .number(10), .number(points)]
    }
    let lines = (head + body + rows).enumerated().compactMap { offset, values -> Row? in
      let cells = values.enumerated().filter { $1 != .empty }.map {
        Cell(column: $0 + 1, value: $1)
      }
      return cells.isEmpty ? nil : Row(number: offset + 1, cells: cells)
    }
    return SheetGrid(name: "Chấm điểm", rows: lines)
  }

  /// What a unit gets back of that table.
  static func submitted(unit: String, code: String, findings: [Finding]) -> [SubmittedSheet] {
    SubmittedSheet.sheets(
      of: WorkbookGrid(sheets: [sheet(unit: unit)]),
      places: [TablePlace(unit: code, sheet: "Chấm điểm", rows: 3...9)], unit: code,
      file: "bai-nop/\(code).xlsx", findings: findings)
  }
}
