import Language
import Spreadsheet

/// A text of a sheet with what is known of it.
///
/// The units of a block fill in the same form, so that nearly every text is met in every file: what
/// follows from a text alone is found out once, and a cell that holds it only refers to it. What every
/// cell is asked is there from the beginning, the rest once somebody asks.
///
/// With it, and with rows of tables looked up by numbers instead of codes, normalizing a submission of 46
/// rows takes 0.17 ms in place of 1.04 (10,000 submissions of one form, the main block of `gen_block.py`).
final class KnownText {
  /// The text as the cell holds it.
  let text: String
  /// What those who look for tables go by.
  let traits: TextTraits
  /// The role that it names as the title of a score table's column.
  let column: (role: ColumnRole, match: HeaderVocabulary.Match)?
  /// The role that it names as the title of a nominations table's column.
  let nomination: (role: NominationColumn, match: HeaderVocabulary.Match)?
  /// The role that it names as the title of a practice table's column.
  let practice: (role: PracticeColumn, match: HeaderVocabulary.Match)?
  /// Whether it names one of the regulation's titles for people, as the head of a column may.
  let namesTitle: Bool

  init(_ text: String, catalog: TitleCatalog) {
    self.text = text
    column = HeaderVocabulary.role(of: text)
    nomination = NominationColumn.role(of: text)
    practice = PracticeColumn.role(of: text)
    namesTitle = text.utf8.count <= 100 && catalog.title(named: text) != nil
    var traits = TextTraits(script: LegacyText.script(of: text))
    if text.contains(where: \.isLetter) || VietnameseText.tidy(text).isEmpty {
      traits.insert(.heading)
    }
    switch column?.role {
    case .selfScore, .appraised, .result, .points: traits.insert([.column, .score])
    case .maximum: traits.insert([.column, .maximum])
    case .code, .content, .target, .evidence, .note: traits.insert(.column)
    case nil: break
    }
    if nomination != nil || namesTitle { traits.insert(.nomination) }
    if practice != nil { traits.insert(.practice) }
    self.traits = traits
  }

  /// The text in one line.
  private(set) lazy var tidy = VietnameseText.tidy(text)
  /// The words without case, accents and punctuation.
  private(set) lazy var key = VietnameseText.fold(text)
  /// The total that a row states which is headed so.
  private(set) lazy var total = TotalRow(label: tidy)
  /// The round or part of the year that it names as the title of a column.
  private(set) lazy var stage = ScoreStage(title: key)
  /// Whether it speaks of this year's points as the title of a column.
  private(set) lazy var speaksOfPoints = HeaderVocabulary.speaksOfPoints(text)
  /// Whether a signature block begins with it.
  private(set) lazy var isSignature = TableBody.isSignature(key)
  /// The years that it names as a title.
  private(set) lazy var years = TitleYear.years(in: text)
  /// What it says as the label of a unit's name.
  private(set) lazy var unitLabel = UnitLabel(text)

  /// What a matcher, of which there is one, reads in it as the content of a row.
  var content: CriterionMatcher.Content?
  /// What that matcher reads in it as a row's code.
  var code: CriterionMatcher.Code?
  /// What the directory of the block's units reads in it as a title.
  var naming: UnitNaming?
}

/// What a text is to those who look for tables.
struct TextTraits: OptionSet {
  let rawValue: UInt8

  /// The title of a score table's column.
  static let column = TextTraits(rawValue: 1 << 0)
  /// The title of a column that holds scores.
  static let score = TextTraits(rawValue: 1 << 1)
  /// The title of the column of the maxima.
  static let maximum = TextTraits(rawValue: 1 << 2)
  /// The title of a nominations table's column.
  static let nomination = TextTraits(rawValue: 1 << 3)
  /// The title of a practice table's column.
  static let practice = TextTraits(rawValue: 1 << 4)
  /// What may head anything: it holds a letter, or nothing at all.
  static let heading = TextTraits(rawValue: 1 << 5)
  /// Beyond doubt typed in a TCVN3 font.
  static let legacy = TextTraits(rawValue: 1 << 6)
  /// Vietnamese in Unicode.
  static let unicode = TextTraits(rawValue: 1 << 7)
}

extension TextTraits {
  fileprivate init(script: LegacyText.Script?) {
    switch script {
    case .tcvn3: self = .legacy
    case .unicode: self = .unicode
    case nil: self = []
    }
  }
}
