import Language
import Regulation
public import Spreadsheet

extension CriteriaDraft {
  /// Reads the criteria table of a workbook, in any layout that a submission may have.
  ///
  /// Groups follow from the numbering, from rows without points and from points that are the sum of
  /// those below; kinds from headings. What was guessed is noted on its row.
  ///
  /// - Returns: nil where no sheet has a table with contents and maxima.
  public init?(_ workbook: WorkbookGrid) {
    guard let table = DraftTable(workbook) else { return nil }
    let hierarchy = DraftHierarchy(table.lines)
    guard !hierarchy.nodes.isEmpty else { return nil }
    rows = hierarchy.nodes.map { node in
      Self.row(node, source: "\(table.sheet.name)!A\(node.line.row)")
    }
    doubts = table.others.map { DraftDoubt(.otherTable, ["value": $0]) }
    sheet = table.sheet.name
    year = Self.year(above: table)
    if table.isFilledIn { doubts.append(DraftDoubt(.filledIn)) }
    if let title = table.substitute { doubts.append(DraftDoubt(.maximumColumn, ["value": title])) }
    nameRows(hierarchy)
    guessKinds(hierarchy)
    checkMaxima(hierarchy)
    if let stated = table.statedTotal, stated != baseTotal,
      stated
        != rows.filter({ !$0.isGroup && $0.kind != .deduction })
        .reduce(Points.zero, { $0 + ($1.maximum ?? .zero) })
    {
      doubts.append(
        DraftDoubt(.totalDiffers, ["value": "\(stated)", "expected": "\(baseTotal)"]))
    }
  }

  private static func year(above table: DraftTable) -> Int? {
    for row in table.sheet.rows where row.number < table.location.headerFirst {
      for cell in row.cells {
        guard case .text(let text) = cell.value else { continue }
        let years = TitleYear.years(in: text)
        if years.count == 1 { return years.first }
      }
    }
    return nil
  }

  private static func row(_ node: DraftHierarchy.Node, source: String) -> Row {
    let line = node.line
    var row = Row(code: "", content: line.content, maximum: line.maximum?.points, source: source)
    row.doubts = node.doubts
    if let maximum = line.maximum, maximum.isGuessed {
      row.doubts.append(
        DraftDoubt(
          .maximumGuessed, ["value": line.maximumText, "expected": "\(maximum.points)"]))
    }
    if let text = line.method, !text.isEmpty {
      if let method = ScoringMethod(text: text) {
        row.method = text
        if line.target == nil, [.proportional, .inverse, .relativeToLeader].contains(method) {
          row.doubts.append(DraftDoubt(.targetMissing, ["value": text]))
        }
      } else {
        row.doubts.append(DraftDoubt(.methodUnknown, ["value": text]))
      }
    } else if speaksOfTimes(line.content + " " + (line.note ?? "")) {
      row.doubts.append(DraftDoubt(.methodSuggested))
    }
    if let cell = line.target {
      if case .number(let target) = ScoreText.read(
        cell.value, isPercentage: cell.cell.isPercentage, maximum: Quantity(1_000_000_000),
        allowsPercent: true)
      {
        row.target = target
      } else if !VietnameseText.tidy(cell.value.text).isEmpty {
        row.doubts.append(DraftDoubt(.targetUnknown, ["value": cell.value.text]))
      }
    }
    if let evidence = line.evidence {
      row.requiresEvidence = true
      if evidence.lowercased() != "x" {
        row.doubts.append(DraftDoubt(.evidenceGuessed, ["value": evidence]))
      }
    }
    if let note = line.note { row.doubts.append(DraftDoubt(.noteKept, ["value": note])) }
    return row
  }

  /// Whether a text gives points for each time: `mỗi sáng kiến được 1 điểm`.
  private static func speaksOfTimes(_ text: String) -> Bool {
    let words = VietnameseText.fold(text).split(separator: " ")
    guard let each = words.firstIndex(of: "moi"), let points = words.lastIndex(of: "diem"),
      each < points
    else { return false }
    return words[each..<points].contains { Int($0) != nil }
  }

  // MARK: - Codes

  /// Gives every row a code that no other has: its own, else the group's with its own behind it.
  private mutating func nameRows(_ hierarchy: DraftHierarchy) {
    let nodes = hierarchy.nodes
    var uses: [String: Int] = [:]
    for node in nodes {
      if let code = node.line.code, !code.text.isEmpty {
        uses[CriterionCode.literal(code.text), default: 0] += 1
      }
    }
    var taken: Set<String> = []
    var ordinals: [Int: Int] = [:]
    var made: [String] = []
    var paths: [(own: String, code: String)] = []
    for index in nodes.indices {
      let parent = nodes[index].parent
      let ordinal = (ordinals[parent ?? -1] ?? 0) + 1
      ordinals[parent ?? -1] = ordinal
      let own = nodes[index].line.code?.text ?? ""
      let isUnique = uses[CriterionCode.literal(own)] == 1
      let last = own.isEmpty ? "\(ordinal)" : own
      let wanted: String
      if let parent, !isUnique {
        // `6.2` that stands twice in group 6 says where it belongs already.
        let prefix = rows[parent].code + "."
        wanted = own.hasPrefix(prefix) ? own : prefix + last
      } else {
        wanted = own.isEmpty ? "N\(ordinal)" : own
      }
      var code = wanted
      var number = 2
      while !taken.insert(CriterionCode.literal(code)).inserted
        || (code != own && uses[CriterionCode.literal(code)] == 1)
      {
        code = "\(wanted)-\(number)"
        number += 1
      }
      rows[index].code = code
      rows[index].parent = parent.map { rows[$0].code }
      if own.isEmpty {
        made.append(code)
      } else if code == wanted, code != own {
        paths.append((own, code))
      } else if code != own {
        rows[index].doubts.append(DraftDoubt(.codeMadeUnique, ["value": own, "code": code]))
      }
      if let parent { rows[parent].isGroup = true }
    }
    if let first = made.first {
      doubts.append(DraftDoubt(.codesMade, ["count": "\(made.count)", "code": first]))
    }
    if let first = paths.first {
      doubts.append(
        DraftDoubt(
          .codesByPath, ["count": "\(paths.count)", "value": first.own, "code": first.code]))
    }
  }

  // MARK: - Kinds

  private mutating func guessKinds(_ hierarchy: DraftHierarchy) {
    for index in rows.indices {
      let node = hierarchy.nodes[index]
      if let parent = node.parent, rows[parent].kind != .base {
        rows[index].kind = rows[parent].kind
      } else if let kind = DraftKind(heading: node.line.content)?.kind,
        rows[index].isGroup || node.parent == nil
      {
        rows[index].kind = kind
        rows[index].doubts.append(
          DraftDoubt(.kindFromHeading, ["value": kind == .bonus ? "thưởng" : "trừ"]))
      } else if node.line.maximum?.isNegative ?? false {
        rows[index].kind = .deduction
        rows[index].doubts.append(DraftDoubt(.kindFromSign))
      }
    }
  }

  // MARK: - Maxima

  private mutating func checkMaxima(_ hierarchy: DraftHierarchy) {
    for index in rows.indices {
      guard rows[index].isGroup else {
        if rows[index].maximum == nil, rows[index].kind != .deduction {
          rows[index].doubts.append(DraftDoubt(.maximumMissing))
        }
        continue
      }
      let below = hierarchy.children(of: index).compactMap { rows[$0].maximum }
      let sum = below.reduce(Points.zero, +)
      if let maximum = rows[index].maximum, maximum != sum {
        rows[index].doubts.append(
          DraftDoubt(.groupDiffers, ["value": "\(maximum)", "expected": "\(sum)"]))
      }
    }
  }
}
