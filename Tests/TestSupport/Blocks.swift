public import Normalizer
public import Regulation
public import Spreadsheet

extension Criterion {
  /// A criterion in one line.
  public init(
    _ code: String, _ content: String, _ maximum: Points? = nil, parent: String? = nil,
    kind: CriterionKind = .base, method: ScoringMethod = .points, target: Quantity? = nil,
    evidence: Bool = false, aspect: Aspect? = nil, appliesTo: Set<String>? = nil
  ) {
    self.init(code: code, content: content, maximum: maximum)
    self.parent = parent
    self.kind = kind
    self.method = method
    self.target = target
    requiresEvidence = evidence
    self.aspect = aspect
    self.appliesTo = appliesTo
  }
}

extension Points: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Points with up to four decimals.
  public init(floatLiteral value: Double) {
    self.init(tenThousandths: Int64((value * 10_000).rounded()))
  }
  /// Whole points.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension MemberUnit {
  /// A unit in one line.
  public init(
    _ code: String, _ name: String, aliases: [String] = [], group: String = "",
    covenant: CovenantMark? = nil, exclusion: String? = nil, lastYear: Points? = nil,
    fileToCount: String? = nil
  ) {
    self.init(code: code, name: name)
    self.aliases = aliases
    self.group = group
    self.covenant = covenant
    self.exclusion = exclusion
    self.lastYear = lastYear
    self.fileToCount = fileToCount
  }
}

/// A small block of two groups of criteria, a bonus and a deduction: 30 points and 5.
public enum SmallBlock {
  /// The criteria.
  public static let criteria = [
    Criterion("1", "Nhiệm vụ chuyên môn"),
    Criterion("1.1", "Tham mưu cấp ủy, chính quyền", 10, parent: "1"),
    Criterion("1.2", "Giải quyết công việc đúng hạn", 10, parent: "1"),
    Criterion("2", "Phong trào thi đua"),
    Criterion("2.1", "Phát động phong trào thi đua", 5, parent: "2"),
    Criterion("2.2", "Tham gia giao ban khối", 5, parent: "2"),
    Criterion("T1", "Mô hình mới, cách làm hay", 5, kind: .bonus, aspect: .newFactor),
    Criterion("D1", "Chậm báo cáo", 5, kind: .deduction),
  ]

  /// The units.
  public static let units = [
    MemberUnit("CA", "Công an tỉnh"),
    MemberUnit("VKS", "Viện kiểm sát nhân dân tỉnh", aliases: ["VKSND tỉnh"]),
    MemberUnit("TA", "Tòa án nhân dân tỉnh"),
  ]

  /// The regulation, its rules changed by `edit`.
  public static func regulation(
    criteria: [Criterion] = criteria, units: [MemberUnit] = units, classes: [ClassRule] = [],
    titles: [TitleRule] = [], votes: [TitleVote] = [], covenant: [CovenantTarget] = [],
    _ edit: (inout Block) -> Void = { _ in }
  ) -> Regulation {
    var block = Block(name: "Khối Nội chính", year: 2019)
    edit(&block)
    return Regulation(
      block: block, units: units, criteria: CriteriaTable(criteria), classes: classes,
      titles: titles, votes: votes, covenant: covenant)
  }

  /// The header that most tables have.
  public static let header: [CellValue] = [
    "STT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Minh chứng", "Ghi chú",
  ]

  /// A sound table: unit, header, every criterion, total 29.5.
  public static func table(
    unit: String = "Công an tỉnh", scores: [String: CellValue] = [:]
  ) -> [[CellValue]] {
    let defaults: [String: CellValue] = [
      "1.1": 10, "1.2": 9, "2.1": 5, "2.2": 4.5, "T1": 2, "D1": 1,
    ]
    let rows = criteria.map { criterion -> [CellValue] in
      [
        .text(criterion.code), .text(criterion.content),
        criterion.maximum.map { .number($0.doubleValue) } ?? .empty,
        scores[criterion.code] ?? defaults[criterion.code] ?? .empty,
      ]
    }
    return [[.text("Đơn vị: \(unit)")], [], header] + rows
  }
}

extension FileNormalizer {
  /// Normalises sheets as the one file of a submission.
  public func normalize(
    _ sheets: SheetGrid..., path: String = "bai-nop/bang-cham-diem.xlsx", sha256: String? = nil,
    recalculatesOnLoad: Bool = false, isTyped: Bool = true, notes: [ReadingNote] = [],
    received: String? = nil
  ) -> NormalizedFile {
    let name = path.hasPrefix("bai-nop/") ? String(path.dropFirst("bai-nop/".count)) : path
    return normalize(
      SubmittedFile(
        path: path, name: name, sha256: sha256 ?? path,
        workbook: WorkbookGrid(
          sheets: sheets, recalculatesOnLoad: recalculatesOnLoad, isTyped: isTyped, notes: notes),
        received: received))
  }
}
