public import Language

/// The regulation cannot be used: every fault that was found in it, in reading order.
public struct RegulationError: Error, Sendable {
  /// The faults; never empty.
  public var faults: [RegulationFault]

  /// An error for one or more faults.
  public init(faults: [RegulationFault]) {
    self.faults = faults
  }
}

/// One fault of a regulation, with its cell.
public struct RegulationFault: Sendable, Hashable {
  /// The sheet, as it is named in the file or should be.
  public var sheet: String
  /// The cell in A1 notation; nil where something is absent altogether.
  public var cell: String?
  /// What is wrong.
  public var problem: RegulationProblem
  /// What fills the places of the problem's text: `value`, `expected`, `column`, `other`.
  public var arguments: [String: String]

  /// A fault at a place.
  public init(
    _ problem: RegulationProblem, sheet: String, cell: String? = nil,
    _ arguments: [String: String] = [:]
  ) {
    self.problem = problem
    self.sheet = sheet
    self.cell = cell
    self.arguments = arguments
  }

  /// `Sheet!Cell: what is wrong and what to do`.
  public func message(in language: Language) -> String {
    let place = cell.map { "\(sheet)!\($0)" } ?? sheet
    return "\(place): \(problem.text(in: language, arguments))"
  }
}

/// What can be wrong with a regulation.
public enum RegulationProblem: Sendable, Hashable, CaseIterable {
  case missingSheet, repeatedSheet, missingHeader, missingColumn, repeatedColumn
  case missingItem, repeatedItem, missingValue, formulaNotCalculated, cellError
  case invalidNumber, invalidChoice, invalidDate, outOfRange, invalidPercent, codeIsDate,
    invalidPassword
  case repeatedCode, repeatedName, repeatedEmail, repeatedClass, repeatedTitle
  case unknownParent, parentCycle, unknownGroup, unknownTieKey, unknownClass
  case missingMaximum, missingTarget, zeroTarget, invalidMethod
  case unknownCriterion, repeatedTarget
  case unknownUnit, unknownTitle, repeatedVote
  case noUnits, noCriteria
}

extension RegulationProblem: Phrase {
  /// The texts of the faults, each with what to do next.
  public var translation: Translation {
    switch self {
    case .missingSheet:
      Translation(
        vi: "thiếu trang tính {expected}; thêm trang tính này vào quy chế",
        en: "the sheet {expected} is missing; add it to the regulation")
    case .repeatedSheet:
      Translation(
        vi: "có hơn một trang tính {expected}; chỉ giữ lại một",
        en: "there is more than one sheet {expected}; keep one")
    case .missingHeader:
      Translation(
        vi: "không tìm thấy dòng tiêu đề có các cột {expected}",
        en: "no header row with the columns {expected} was found")
    case .missingColumn:
      Translation(
        vi: "thiếu cột {expected}; thêm cột này vào dòng tiêu đề",
        en: "the column {expected} is missing; add it to the header row")
    case .repeatedColumn:
      Translation(
        vi: "cột “{value}” lặp lại cột ở {other}; chỉ giữ lại một",
        en: "the column “{value}” repeats the one at {other}; keep one")
    case .missingItem:
      Translation(
        vi: "thiếu mục “{expected}”; thêm một dòng có mục này và giá trị của nó",
        en: "the item “{expected}” is missing; add a row with it and its value")
    case .repeatedItem:
      Translation(
        vi: "mục “{value}” đã có ở {other}; chỉ giữ lại một",
        en: "the item “{value}” is already at {other}; keep one")
    case .missingValue:
      Translation(
        vi: "thiếu giá trị của cột {column}; điền vào ô này",
        en: "the value of the column {column} is missing; fill in this cell")
    case .formulaNotCalculated:
      Translation(
        vi: "công thức “{value}” chưa được tính; mở tệp bằng Excel rồi lưu lại, hoặc ghi giá trị",
        en: "the formula “{value}” was never calculated; open and save the file in Excel, or write "
          + "the value")
    case .cellError:
      Translation(
        vi: "ô này báo lỗi {value}; sửa công thức hoặc ghi giá trị",
        en: "this cell holds the error {value}; correct the formula or write the value")
    case .invalidNumber:
      Translation(
        vi: "“{value}” không phải là một số; ghi {expected}",
        en: "“{value}” is not a number; write {expected}")
    case .invalidChoice:
      Translation(
        vi: "“{value}” không nằm trong các giá trị được dùng: {expected}",
        en: "“{value}” is not one of the values in use: {expected}")
    case .invalidDate:
      Translation(
        vi: "“{value}” không phải là ngày; ghi {expected}",
        en: "“{value}” is not a date; write {expected}")
    case .outOfRange:
      Translation(
        vi: "“{value}” nằm ngoài khoảng cho phép: {expected}",
        en: "“{value}” is out of range: {expected}")
    case .invalidPercent:
      Translation(
        vi: "“{value}” không phải là tỷ lệ phần trăm từ 0 đến 100; ghi ví dụ 20 hoặc 20%",
        en: "“{value}” is not a percentage from 0 to 100; write for example 20 or 20%")
    case .codeIsDate:
      Translation(
        vi: "mã đã bị chuyển thành ngày ({value}); định dạng cột Mã là văn bản rồi nhập lại",
        en: "the code was turned into a date ({value}); format the column as text and retype it")
    case .invalidPassword:
      Translation(
        vi: "mật khẩu đã bị chuyển thành ngày hoặc giá trị khác; định dạng cột Mật khẩu là văn bản "
          + "rồi nhập lại",
        en: "the password was turned into a date or another value; format the column as text and "
          + "retype it")
    case .repeatedCode:
      Translation(
        vi: "mã “{value}” đã dùng ở {other}; mỗi mã chỉ dùng một lần",
        en: "the code “{value}” is already used at {other}; use each code once")
    case .repeatedName:
      Translation(
        vi: "tên “{value}” trùng với tên hoặc tên gọi khác của đơn vị {other}",
        en: "the name “{value}” is also a name or alias of the unit {other}")
    case .repeatedEmail:
      Translation(
        vi: "thư điện tử “{value}” đã ghi cho đơn vị {other}",
        en: "the address “{value}” is already that of the unit {other}")
    case .repeatedClass:
      Translation(
        vi: "mức “{value}” đã có ở {other}", en: "the class “{value}” is already at {other}")
    case .repeatedTitle:
      Translation(
        vi: "danh hiệu “{value}” đã có ở {other}", en: "the title “{value}” is already at {other}")
    case .unknownParent:
      Translation(
        vi: "không có tiêu chí nào mang mã “{value}”; sửa cột Thuộc hoặc thêm nhóm này",
        en: "no criterion has the code “{value}”; correct the parent or add that group")
    case .parentCycle:
      Translation(
        vi: "tiêu chí “{value}” thuộc chính nó qua cột Thuộc; sửa cột Thuộc",
        en: "the criterion “{value}” is its own parent in the end; correct the parent")
    case .unknownGroup:
      Translation(
        vi: "không đơn vị nào thuộc nhóm “{value}”; các nhóm đang có: {expected}",
        en: "no unit is in the group “{value}”; the groups are: {expected}")
    case .unknownTieKey:
      Translation(
        vi: "“{value}” không phải là mã tiêu chí hay khóa xét bằng điểm; dùng: {expected}",
        en: "“{value}” is neither a criterion's code nor a tie key; use: {expected}")
    case .unknownClass:
      Translation(
        vi: "không có mức “{value}” trong trang tính Xếp loại; các mức: {expected}",
        en: "there is no class “{value}” on the sheet of classes; they are: {expected}")
    case .missingMaximum:
      Translation(
        vi: "tiêu chí “{value}” chưa có điểm tối đa; điền vào ô này",
        en: "the criterion “{value}” has no maximum; fill in this cell")
    case .unknownCriterion:
      Translation(
        vi: "không có tiêu chí “{value}” trong trang tính Tiêu chí; ghi mã của tiêu chí",
        en: "there is no criterion “{value}” on the sheet of criteria; write a criterion's code")
    case .repeatedTarget:
      Translation(
        vi: "chỉ tiêu của “{value}” đã có ở {other}; chỉ giữ lại một",
        en: "the target of “{value}” is already at {other}; keep one")
    case .missingTarget:
      Translation(
        vi: "cách chấm “{value}” cần chỉ tiêu; điền cột Chỉ tiêu",
        en: "the method “{value}” needs a target; fill in the target")
    case .zeroTarget:
      Translation(
        vi: "chỉ tiêu phải lớn hơn 0 với cách chấm “{value}”",
        en: "the target must be above 0 for the method “{value}”")
    case .invalidMethod:
      Translation(
        vi: "không hiểu cách chấm “{value}”; dùng: {expected}",
        en: "the method “{value}” is not known; use: {expected}")
    case .unknownUnit:
      Translation(
        vi: "không có đơn vị “{value}” trong trang tính Đơn vị; ghi mã hoặc tên đơn vị",
        en: "there is no unit “{value}” on the sheet of units; write its code or name")
    case .unknownTitle:
      Translation(
        vi: "không có danh hiệu “{value}” trong trang tính Danh hiệu; các danh hiệu: {expected}",
        en: "there is no title “{value}” on the sheet of titles; they are: {expected}")
    case .repeatedVote:
      Translation(
        vi: "kết quả bỏ phiếu “{value}” đã có ở {other}; chỉ giữ lại một",
        en: "the vote “{value}” is already at {other}; keep one")
    case .noUnits:
      Translation(vi: "chưa có đơn vị nào", en: "there is no unit")
    case .noCriteria:
      Translation(vi: "chưa có tiêu chí nào", en: "there is no criterion")
    }
  }
}
