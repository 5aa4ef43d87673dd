import Language

/// The annexes of the report, in the order of their Roman numbers.
enum Annex: Int, CaseIterable {
  case totals = 1, ranking, matrix, appraisal, register, people, submissions

  /// The Roman number, as Nghị định 30/2020/NĐ-CP, Phụ lục I, asks of annexes.
  var numeral: String { ["I", "II", "III", "IV", "V", "VI", "VII"][rawValue - 1] }

  /// Whether the sheet is signed and so names the office and the State above it.
  var isSigned: Bool { self == .totals || self == .ranking }

  /// The row below the head, which is the table's first.
  var firstRow: Int { isSigned ? 9 : 6 }

  /// Phụ lục II, Annex II.
  func text(in language: Language) -> String {
    AnnexPhrase.annex.text(in: language, ["number": numeral])
  }
}
