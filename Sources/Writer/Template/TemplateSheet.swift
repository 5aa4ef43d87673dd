import Regulation
import Spreadsheet

/// A sheet of the regulation that is handed out to be filled in.
struct TemplateSheet {
  /// One column: its title, what its comment explains, and what may stand in it.
  struct Column {
    var title: String
    var width: Double
    /// The comment on the title.
    var hint: String
    var choices = Choices.any
    /// Whether its cells are text whatever they look like: `1.10` stays `1.10`.
    var isText = false
  }

  /// What a column's cells offer to choose from.
  enum Choices: Hashable {
    /// Anything may be typed.
    case any
    /// Nothing else than these texts.
    case closed([String])
    /// These texts, or others of the same forms.
    case open([String])
    /// What stands in the first column of another sheet.
    case column(of: RegulationSheetKind)
  }

  /// What an example row holds.
  enum Value {
    case text(String)
    case number(Double, format: String = "General")
    case none
  }

  var kind: RegulationSheetKind
  var columns: [Column]
  var rows: [[Value]]
  /// The choices of single cells, by row: the sheet Khối has one row an item.
  var choicesOfRow: [Int: Choices] = [:]

  /// The rows that are headings of groups, from 0.
  var groupRows: Set<Int> = []
  /// The rows that somebody has to confirm, from 0.
  var doubtfulRows: Set<Int> = []

  var name: String { kind.titles[0] }
}

extension TemplateSheet.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(nilLiteral: ()) { self = .none }
}
