import Language
import Normalizer
import Regulation

extension TemplateContents {
  /// The sheets of a regulation whose criteria were read from an existing table.
  ///
  /// Criteria have two columns more, which a regulation's reader leaves alone: what is to be
  /// confirmed, and where the row stood. The other sheets hold examples, the floors of the classes
  /// scaled to the table's points; that they are examples is said beside them.
  static func sheets(
    of draft: CriteriaDraft, blockName: String, year: Int
  ) -> [TemplateSheet] {
    var block = block(blockName, year)
    for index in block.rows.indices {
      // The example's cap is of 100 points; without one the maxima of the bonus decide.
      if case .text("Trần điểm thưởng")? = block.rows[index].first { block.rows[index][1] = .none }
    }
    return [
      block,
      marked(units, "Ví dụ: thay bằng các đơn vị của khối."),
      criteria(of: draft),
      marked(
        scaled(classes, to: draft.baseTotal),
        "Ví dụ: mức điểm tính theo tổng \(draft.baseTotal) điểm, cần xác nhận."),
      marked(titles, "Ví dụ: thay bằng danh hiệu của khối."),
      // Their examples would name units and criteria that are no more.
      empty(votes), empty(covenant),
    ]
  }

  private static let confirmation = TemplateSheet.Column(
    title: "Cần xác nhận", width: 60,
    hint: "Những gì được đoán khi đọc bảng tiêu chí. Cột này không được đọc; xóa khi đã xác nhận.")

  private static func criteria(of draft: CriteriaDraft) -> TemplateSheet {
    var sheet = criteria
    sheet.columns += [
      confirmation,
      .init(title: "Nguồn", width: 18, hint: "Nơi ghi tiêu chí trong bảng đã đọc."),
    ]
    sheet.rows = draft.rows.map { row in
      let kind: String? =
        switch row.kind {
        case .base: nil
        case .bonus: "thưởng"
        case .deduction: "trừ"
        }
      func text(_ text: String?) -> TemplateSheet.Value { text.map { .text($0) } ?? .none }
      func number(_ text: String?) -> TemplateSheet.Value {
        text.flatMap { Double($0) }.map { .number($0) } ?? .none
      }
      let doubts = row.doubts.map { $0.text(in: .vi) }.joined(separator: "\n")
      return [
        .text(row.code), .text(row.content), number(row.maximum?.description), text(kind), .none,
        text(row.isGroup ? nil : row.method ?? "điểm"), number(row.target?.description),
        text(row.requiresEvidence && !row.isGroup ? "x" : nil), .none, text(row.parent),
        text(doubts.isEmpty ? nil : doubts), .text(row.source),
      ]
    }
    sheet.groupRows = Set(draft.rows.indices.filter { draft.rows[$0].isGroup })
    sheet.doubtfulRows = Set(draft.rows.indices.filter { !draft.rows[$0].doubts.isEmpty })
    return sheet
  }

  /// The sheet without its examples.
  private static func empty(_ sheet: TemplateSheet) -> TemplateSheet {
    var sheet = sheet
    sheet.rows = []
    return sheet
  }

  /// The sheet with a remark beside each of its examples.
  private static func marked(_ sheet: TemplateSheet, _ remark: String) -> TemplateSheet {
    var sheet = sheet
    let width = sheet.columns.count
    sheet.columns.append(confirmation)
    sheet.rows = sheet.rows.map { row in
      row + Array(repeating: .none, count: width - row.count) + [.text(remark)]
    }
    sheet.doubtfulRows = Set(sheet.rows.indices)
    return sheet
  }

  /// The classes with their floors, which are of 100 points, brought to another total.
  private static func scaled(_ sheet: TemplateSheet, to total: Points) -> TemplateSheet {
    var sheet = sheet
    guard total > .zero else { return sheet }
    for index in sheet.rows.indices {
      guard case .number(let floor, let format) = sheet.rows[index][1] else { continue }
      sheet.rows[index][1] = .number(floor * total.doubleValue / 100, format: format)
    }
    return sheet
  }
}
