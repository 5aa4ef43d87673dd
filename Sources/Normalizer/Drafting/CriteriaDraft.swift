public import Language
public import Regulation

/// A block's existing criteria table as the rows of a regulation, with everything that was guessed.
public struct CriteriaDraft: Sendable {
  /// One row: a group or a criterion.
  public struct Row: Sendable {
    /// The code, unique in the draft.
    public var code: String
    /// The content, without its code.
    public var content: String
    /// The maximum; nil where none could be read.
    public var maximum: Points?
    /// The kind, guessed from headings.
    public var kind = CriterionKind.base
    /// The method as the table writes it, where it is one of the regulation's.
    public var method: String?
    /// The target.
    public var target: Quantity?
    /// Whether the table asks for evidence.
    public var requiresEvidence = false
    /// The code of the group above.
    public var parent: String?
    /// Whether other rows stand under it.
    public var isGroup = false
    /// Where it stands in the table: `Tiêu chí!A12`.
    public var source: String
    /// What the office has to confirm.
    public var doubts: [DraftDoubt] = []
  }

  /// The rows, each group above its own.
  public var rows: [Row]
  /// What is unsure about the table as a whole.
  public var doubts: [DraftDoubt]
  /// The sheet that was read.
  public var sheet: String
  /// The year that a title names; nil where none does.
  public var year: Int?

  /// The sum of the base criteria's maxima.
  public var baseTotal: Points {
    rows.filter { !$0.isGroup && $0.kind == .base }
      .reduce(.zero) { $0 + ($1.maximum ?? .zero) }
  }
}

/// Something in a draft that was guessed, or could not be read.
public struct DraftDoubt: Sendable, Hashable {
  /// What kind of doubt it is.
  public var phrase: DraftPhrase
  /// What its text names.
  public var arguments: [String: String]

  init(_ phrase: DraftPhrase, _ arguments: [String: String] = [:]) {
    self.phrase = phrase
    self.arguments = arguments
  }

  /// The doubt as a sentence.
  public func text(in language: Language) -> String { phrase.text(in: language, arguments) }
}

/// The doubts of a draft.
public enum DraftPhrase: Phrase {
  case codesMade, codeMadeUnique, codesByPath, codeRecovered, levelGuessed, groupBySum, groupByBlank
  case kindFromHeading, kindFromSign, maximumGuessed, maximumMissing, groupDiffers
  case methodUnknown, methodSuggested, targetMissing, targetUnknown, evidenceGuessed, noteKept,
    remarkKept
  case totalDiffers, otherTable, maximumColumn, filledIn

  /// The sentence in every language.
  public var translation: Translation {
    switch self {
    case .codesMade:
      Translation(
        vi: "{count} dòng không có mã được đặt mã, như {code}.",
        en: "{count} rows without a code were given one, as {code}.")
    case .targetMissing:
      Translation(
        vi: "Cách chấm “{value}” cần chỉ tiêu; cần điền.",
        en: "The method “{value}” needs a target; it has to be filled in.")
    case .codeMadeUnique:
      Translation(
        vi: "Mã “{value}” đã có ở dòng khác; đã ghi là {code}.",
        en: "The code “{value}” stands on another row too; written as {code}.")
    case .codesByPath:
      Translation(
        vi:
          "{count} mã lặp lại dưới các nhóm khác nhau được ghi theo đường dẫn, như “{value}” thành "
          + "{code}.",
        en:
          "{count} codes recur under several groups and were written with their path, as “{value}” "
          + "to {code}.")
    case .codeRecovered:
      Translation(
        vi: "Ô mã là số hoặc ngày ({value}); đã đọc là {code}.",
        en: "The code's cell is a number or a date ({value}); read as {code}.")
    case .levelGuessed:
      Translation(
        vi: "Cấp của dòng được đoán từ kiểu đánh số “{value}”; đang thuộc {other}.",
        en: "The row's level is guessed from its numbering “{value}”; it is under {other}.")
    case .groupBySum:
      Translation(
        vi: "Coi là nhóm vì điểm bằng tổng {count} dòng bên dưới.",
        en: "Taken for a group: its points are the sum of the {count} rows below.")
    case .groupByBlank:
      Translation(
        vi: "Coi là nhóm vì không có điểm tối đa và có dòng bên dưới.",
        en: "Taken for a group: it has no maximum and rows below it.")
    case .kindFromHeading:
      Translation(
        vi: "Loại “{value}” được đoán từ tiêu đề.",
        en: "The kind “{value}” is guessed from the title.")
    case .kindFromSign:
      Translation(
        vi: "Coi là điểm trừ vì điểm ghi số âm.",
        en: "Taken for a deduction: its points are negative.")
    case .maximumGuessed:
      Translation(
        vi: "Điểm tối đa ghi “{value}”; đã đọc là {expected}.",
        en: "The maximum says “{value}”; read as {expected}.")
    case .maximumMissing:
      Translation(
        vi: "Chưa rõ điểm tối đa; cần điền.",
        en: "The maximum is not known; it has to be filled in.")
    case .groupDiffers:
      Translation(
        vi:
          "Điểm nhóm {value} khác tổng các tiêu chí bên dưới ({expected}); nhóm sẽ chặn ở {value}.",
        en:
          "The group's {value} is not the sum of its criteria ({expected}); it caps them at {value}."
      )
    case .methodUnknown:
      Translation(
        vi: "Cách chấm “{value}” chưa thuộc dạng của quy chế; đang để “điểm”.",
        en: "The method “{value}” is not of a form that the regulation knows; it is “điểm” for now."
      )
    case .methodSuggested:
      Translation(
        vi: "Nội dung nói điểm theo từng lần; nếu đúng, ghi Cách chấm “mỗi lần N”.",
        en: "The content speaks of points each time; if so, set the method “mỗi lần N”.")
    case .targetUnknown:
      Translation(
        vi: "Chỉ tiêu “{value}” không phải một số; chưa ghi.",
        en: "The target “{value}” is not a number; it was left out.")
    case .evidenceGuessed:
      Translation(
        vi: "Yêu cầu minh chứng vì cột minh chứng ghi “{value}”.",
        en: "Evidence is required because its column says “{value}”.")
    case .noteKept: Translation(vi: "Ghi chú trong bảng: {value}", en: "The table's note: {value}")
    case .remarkKept:
      Translation(
        vi: "Dòng giải thích bên dưới không phải tiêu chí: {value}",
        en: "A remark below, taken for no criterion: {value}")
    case .totalDiffers:
      Translation(
        vi: "Dòng tổng ghi {value}, tổng điểm thường đọc được là {expected}.",
        en: "The total row says {value}, the base maxima come to {expected}.")
    case .otherTable:
      Translation(
        vi: "Còn bảng khác ở {value} chưa đọc.", en: "There is another table at {value}, not read.")
    case .filledIn:
      Translation(
        vi: "Bảng đã có điểm của một đơn vị; minh chứng và ghi chú trong bảng được bỏ qua.",
        en: "The table holds a unit's scores; its evidence and notes were left aside.")
    case .maximumColumn:
      Translation(
        vi: "Không có cột điểm tối đa; đã lấy cột “{value}”.",
        en: "There is no column of maxima; the column “{value}” was taken.")
    }
  }
}
