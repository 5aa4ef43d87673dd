import Language
public import Spreadsheet

extension Regulation {
  /// Reads a regulation from the sheets of its workbook, or from its CSV files as one sheet each.
  ///
  /// Sheets and columns are known by their titles, case, accents and spaces aside; unknown ones
  /// are left alone.
  ///
  /// - Throws: `RegulationError` with every fault in all sheets.
  public init(_ workbook: WorkbookGrid) throws {
    var faults: [RegulationFault] = []
    func sheet(_ kind: RegulationSheetKind, required: Bool) -> SheetGrid? {
      let matches = workbook.sheets.filter { kind.isNamed($0.name) }
      if matches.count > 1 {
        faults.append(
          RegulationFault(
            .repeatedSheet, sheet: matches[1].name, ["expected": kind.titles[0]]))
      }
      if matches.isEmpty, required {
        faults.append(
          RegulationFault(
            .missingSheet, sheet: kind.titles[0], ["expected": kind.titles[0]]))
      }
      return matches.first
    }

    let block = sheet(.block, required: true).flatMap { BlockSheet($0, faults: &faults) }
    let units = sheet(.units, required: true).flatMap { UnitsSheet($0, faults: &faults) }
    var seen: Set<String> = [""]
    let groups = units.map { $0.units.map(\.group).filter { seen.insert($0).inserted } }
    let criteria = sheet(.criteria, required: true).flatMap {
      CriteriaSheet($0, groups: groups, faults: &faults)
    }
    // A sheet that is absent holds nothing; what one that cannot be read holds is not known.
    let classesGrid = sheet(.classes, required: false)
    let classes = classesGrid.flatMap { ClassesSheet($0, faults: &faults) }
    let titlesGrid = sheet(.titles, required: false)
    let titles = titlesGrid.flatMap {
      TitlesSheet($0, classes: classesGrid == nil ? [] : classes?.classes, faults: &faults)
    }
    let votes = sheet(.votes, required: false).flatMap {
      VotesSheet(
        $0, units: units?.units, titles: titlesGrid == nil ? [] : titles?.titles, faults: &faults)
    }
    let covenant = sheet(.covenant, required: false).flatMap {
      CovenantSheet($0, units: units?.units, criteria: criteria?.criteria, faults: &faults)
    }
    var rules = block?.block
    if let block, let criteria {
      rules?.ties = block.ties(criteria: criteria.criteria, faults: &faults)
    }
    guard faults.isEmpty, let rules, let units, let criteria else {
      throw RegulationError(faults: Self.inReadingOrder(faults))
    }
    self.init(
      block: rules, units: units.units, criteria: CriteriaTable(criteria.criteria),
      classes: classes?.classes ?? [], titles: titles?.titles ?? [], votes: votes?.votes ?? [],
      covenant: covenant?.targets ?? [])
  }
}

extension Regulation {
  /// Sheet by sheet, what concerns a sheet as a whole first, then cell by cell.
  private static func inReadingOrder(_ faults: [RegulationFault]) -> [RegulationFault] {
    var sheets: [String: Int] = [:]
    for fault in faults where sheets[fault.sheet] == nil { sheets[fault.sheet] = sheets.count }
    func place(_ fault: RegulationFault) -> (Int, CellReference) {
      let cell = fault.cell.flatMap { CellReference($0) }
      return (sheets[fault.sheet] ?? 0, cell ?? CellReference(row: 0, column: 0))
    }
    return faults.enumerated().sorted { one, other in
      let (a, b) = (place(one.element), place(other.element))
      return a == b ? one.offset < other.offset : a < b
    }.map(\.element)
  }
}

/// The sheets of a regulation, known by their titles; as CSV files by the same, `don-vi.csv`.
public enum RegulationSheetKind: CaseIterable, Sendable {
  /// Khối.
  case block
  /// Đơn vị.
  case units
  /// Tiêu chí.
  case criteria
  /// Xếp loại.
  case classes
  /// Danh hiệu.
  case titles
  /// Bỏ phiếu.
  case votes
  /// Giao ước.
  case covenant

  /// The titles, the one to print first.
  public var titles: [String] {
    switch self {
    case .block: ["Khối", "Block"]
    case .units: ["Đơn vị", "Units"]
    case .criteria: ["Tiêu chí", "Criteria"]
    case .classes: ["Xếp loại", "Classes"]
    case .titles: ["Danh hiệu", "Titles"]
    case .votes: ["Bỏ phiếu", "Votes"]
    case .covenant: ["Giao ước", "Covenant"]
    }
  }

  /// Whether a sheet's name or a file's name without its extension names this sheet.
  public func isNamed(_ name: String) -> Bool {
    RegulationText.isTitle(name, of: titles)
  }
}
