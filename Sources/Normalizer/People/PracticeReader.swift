import Spreadsheet

/// Reads the rows of one table of good practices.
struct PracticeReader {
  let body: SideTableBody<PracticeColumn>
  let file: String

  /// A practice with the cell of its content.
  struct Reading {
    var practice: GoodPractice
    /// The cell of the content; the name's where the table has no such column.
    var contentCell: String
  }

  /// The practices in reading order.
  func readings() -> [Reading] {
    var readings: [Reading] = []
    for line in body.lines {
      switch line {
      case .group: continue
      case .entry(let row):
        let place = SourceCell(
          file: file, sheet: body.sheet.name, cell: body.place(.name, row: row))
        readings.append(
          Reading(
            practice: GoodPractice(
              name: body.text(.name, row: row) ?? "", content: body.text(.content, row: row) ?? "",
              effect: body.text(.effect, row: row), scope: body.text(.scope, row: row),
              evidence: body.text(.evidence, row: row), source: place),
            contentCell: body.place(.content, row: row)))
      case .continuation(let row):
        guard let last = readings.indices.last else { continue }
        func joined(_ text: String?, _ column: PracticeColumn) -> String? {
          guard !body.isMergedFromAbove(column, row: row), let more = body.text(column, row: row)
          else { return text }
          return text.map { $0.isEmpty ? more : "\($0); \(more)" } ?? more
        }
        var practice = readings[last].practice
        practice.content = joined(practice.content, .content) ?? ""
        practice.effect = joined(practice.effect, .effect)
        practice.scope = joined(practice.scope, .scope)
        practice.evidence = joined(practice.evidence, .evidence)
        readings[last].practice = practice
      }
    }
    return readings
  }
}
