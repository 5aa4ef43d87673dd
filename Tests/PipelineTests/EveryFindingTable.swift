import Normalizer
import Testing

/// Where `fixtures/tung-ton-tai` raises each finding.
struct RaisedFinding: Sendable, CustomTestStringConvertible {
  var code: FindingCode
  var severity: Severity
  var unit: String?
  var file: String?
  var sheet: String?
  var cell: String?
  var value: String?
  var action: String?

  init(
    _ code: FindingCode, _ severity: Severity, unit: String? = nil, _ file: String? = nil,
    _ sheet: String? = nil, _ cell: String? = nil, value: String? = nil, action: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.unit = unit
    self.file = file
    self.sheet = sheet
    self.cell = cell
    self.value = value
    self.action = action
  }

  var testDescription: String { code.rawValue }

  /// Every finding of the fixture that the table is about; a code may have several rows.
  static let table: [RaisedFinding] =
    onFiles + onTables + onCells + onPeople + onTheBlock

  private static let scores = "Chấm điểm"
  private static let finance = "bai-nop/Sở Tài chính.xlsx"
  private static let health = "bai-nop/Sở Y tế.xlsx"
  private static let education = "bai-nop/Sở Giáo dục và Đào tạo.xlsx"
  private static let inspection = "bai-nop/Thanh tra tỉnh.xlsm"
  private static let construction = "bai-nop/Sở Xây dựng.xls"
  private static let environment = "bai-nop/Sở Tư pháp gửi.xlsx"

  private static let onFiles: [RaisedFinding] = [
    .init(.unreadableFile, .error, "bai-nop/Bản gửi bị đứt.xlsx"),
    .init(.encryptedFile, .error, "bai-nop/Bản có mật khẩu.xlsx"),
    .init(.unsupportedFormat, .error, "bai-nop/Bảng điểm in.pdf"),
    .init(.limitExceeded, .error, "bai-nop/Nhật ký.xlsx", "Nhật ký", "A501"),
    .init(.macrosIgnored, .info, unit: "TTT", inspection),
    .init(.legacyEncoding, .warning, unit: "SDL", "bai-nop/SDL.xlsx"),
    .init(.noScoreTable, .error, "bai-nop/Bìa hồ sơ.xlsx"),
    .init(
      .severalScoreTables, .warning, unit: "SGD", education, "Bản nháp", "A4", action: scores),
    .init(.unitUnknown, .error, "bai-nop/Bang diem.xlsx", scores, "A2", value: "Sở Ngoại vụ"),
    .init(.unitAmbiguous, .error, "bai-nop/Gửi chung.xlsx", scores, "A2"),
    .init(
      .unitConflict, .warning, unit: "STN", environment, scores, "A2", value: "Sở Tư pháp",
      action: "Sở Tài nguyên và Môi trường"),
    .init(
      .copiedSubmission, .warning, unit: "STN", environment, scores, "A2", value: "Sở Tư pháp",
      action: "Sở Tài nguyên và Môi trường"),
    .init(
      .copiedSubmission, .warning, unit: "SGT", "bai-nop/Sở GTVT.xlsx", scores,
      value: "Sở Văn hóa và Thể thao"),
    .init(
      .duplicateSubmission, .info, unit: "SKH", "bai-nop/gửi lại/Sở KHCN lần 2.xlsx",
      action: "bai-nop/Sở KHCN lần 2.xlsx"),
    .init(
      .supersededSubmission, .warning, unit: "SKH", "bai-nop/Sở KHCN lần 1.xlsx",
      action: "bai-nop/Sở KHCN lần 2.xlsx"),
    .init(.versionConflict, .error, unit: "BDT", "bai-nop/Ban Dân tộc a.xlsx"),
    .init(.versionConflict, .error, unit: "BDT", "bai-nop/Ban Dân tộc b.xlsx"),
    .init(
      .wrongYear, .warning, unit: "SXD", construction, scores, "A1",
      value: "BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2019"),
    .init(.formOutdated, .warning, unit: "STN", environment, value: "Khối Tổng hợp 2020"),
  ]

  private static let onTables: [RaisedFinding] = [
    .init(.missingCriterion, .error, unit: "SYT", health, scores, action: "0"),
    .init(.unknownCriterion, .warning, unit: "SYT", health, scores, "F9", value: "5"),
    .init(
      .duplicateCriterion, .warning, unit: "SYT", health, scores, "F15", value: "9", action: "9"),
    .init(
      .maximumChanged, .warning, unit: "SXD", construction, scores, "C8", value: "15", action: "10"),
    .init(
      .targetChanged, .warning, unit: "SXD", construction, scores, "D7", value: "98", action: "99"),
    .init(
      .totalMismatch, .warning, unit: "SXD", construction, scores, "F18", value: "100",
      action: "94"),
    .init(
      .hiddenContent, .warning, unit: "TTT", inspection, scores, "F12", value: "9", action: "9"),
    .init(
      .formulaNotCalculated, .info, unit: "TTT", inspection, scores, "F14", value: "=5+4",
      action: "9"),
    .init(.formulaError, .error, unit: "STC", finance, scores, "F16", value: "#REF!"),
    .init(.mergedScore, .error, unit: "STC", finance, scores, "F11:F12", value: "9"),
  ]

  private static let onCells: [RaisedFinding] = [
    .init(.notANumber, .error, unit: "STC", finance, scores, "F6", value: "khoảng 15"),
    .init(.ambiguousNumber, .error, unit: "STC", finance, scores, "F8", value: "1.000"),
    .init(.numberAsText, .info, unit: "TTT", inspection, scores, "F11", value: "9", action: "9"),
    .init(
      .dateInsteadOfScore, .warning, unit: "STC", finance, scores, "F10", value: "2026-05-09",
      action: "9.5"),
    .init(.overMaximum, .warning, unit: "TTT", inspection, scores, "F8", value: "12", action: "10"),
    .init(.negativeScore, .warning, unit: "STC", finance, scores, "F14", value: "-3", action: "0"),
    .init(.missingScore, .error, unit: "STC", finance, scores, "F15", action: "0"),
    .init(.missingScore, .error, unit: "SYT", health, scores, "F11", action: "0"),
    .init(
      .missingEvidence, .warning, unit: "SYT", health, scores, "G3", value: "18", action: "18"),
    .init(.scoreOnGroup, .error, unit: "SYT", health, scores, "F10", value: "18"),
    .init(
      .selfAppraisedGap, .warning, unit: "SCT", "bai-nop/Sở Công Thương.xls", scores, "H8",
      value: "9", action: "5"),
    .init(
      .computedMismatch, .warning, unit: "SCT", "bai-nop/Sở Công Thương.xls", scores, "F7",
      value: "15", action: "20"),
  ]

  private static let onPeople: [RaisedFinding] = [
    .init(
      .nominationOverQuota, .warning, unit: "SGD", education, "Cá nhân", "B6", value: "2",
      action: "1"),
    .init(
      .nominationWithoutCondition, .error, unit: "SGD", education, "Cá nhân", "F7",
      value: "Chiến sĩ thi đua cơ sở", action: "not-counted"),
    .init(
      .nominationIncomplete, .error, unit: "SGD", education, "Cá nhân", "B8", action: "not-counted"),
    .init(
      .nominationNotEligible, .warning, unit: "SGD", education, "Cá nhân", "B9",
      value: "Bằng khen", action: "not-counted"),
    .init(
      .nominationDuplicate, .warning, unit: "SGD", education, "Cá nhân", "B10",
      value: "Chiến sĩ thi đua cơ sở", action: "not-counted"),
    .init(
      .unknownTitle, .warning, unit: "SGD", education, "Cá nhân", "D11",
      value: "Huân chương Lao động", action: "not-counted"),
    .init(.practiceIncomplete, .warning, unit: "SGD", education, "Cách làm hay", "C4"),
  ]

  private static let onTheBlock: [RaisedFinding] = [
    .init(.notSubmitted, .warning, unit: "TDN"),
    .init(.notEligible, .warning, unit: "HND", value: "Đang sắp xếp tổ chức bộ máy"),
    .init(.quotaExceeded, .warning, unit: "TTT", value: "Xuất sắc", action: "Tốt"),
    .init(.tieUnresolved, .warning, unit: "SGT", value: "4"),
    .init(.levelling, .warning, value: "12/13"),
    .init(.outlier, .info, unit: "STC", finance, scores, "F6", value: "0"),
    .init(
      .outlier, .warning, unit: "SNV", "tham-dinh/tham-dinh-5.xlsx", "Thẩm định", "C4", value: "6"),
  ]
}
