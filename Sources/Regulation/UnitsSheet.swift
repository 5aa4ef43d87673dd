import Language
import Spreadsheet

/// The columns of the sheet Đơn vị.
enum UnitColumn: RegulationColumn {
  case code, name, aliases, emails, group, covenant, exclusion, lastYear, fileToCount,
    password

  var titles: [String] {
    switch self {
    case .code: ["Mã", "Code"]
    case .name: ["Tên đơn vị", "Name"]
    case .aliases: ["Tên gọi khác", "Aliases"]
    case .emails: ["Thư điện tử", "Emails"]
    case .group: ["Nhóm", "Group"]
    case .covenant: ["Ký giao ước", "Covenant signed"]
    case .exclusion: ["Không xét", "Excluded"]
    case .lastYear: ["Điểm năm trước", "Last year"]
    case .fileToCount: ["Tệp dùng", "File to count"]
    case .password: ["Mật khẩu", "Password"]
    }
  }

  var isRequired: Bool { self == .code || self == .name }
  var isSecret: Bool { self == .password }
}

/// Reads the sheet Đơn vị.
struct UnitsSheet {
  /// The units; with faults also those that are read in part.
  private(set) var units: [MemberUnit] = []

  init?(_ grid: SheetGrid, faults: inout [RegulationFault]) {
    guard let sheet = RegulationSheet<UnitColumn>(grid, faults: &faults) else { return nil }
    var codePlaces: [String: String] = [:]
    var ownerOfName: [String: String] = [:]
    var ownerOfEmail: [String: String] = [:]
    var spelling: [String: String] = [:]
    for row in sheet.rows where !sheet.isBlank(row) {
      let code = sheet.required(.code, row, &faults) ?? ""
      if case .date = sheet.cell(.code, row)?.value {
        faults.append(sheet.fault(.codeIsDate, .code, row, ["value": code]))
      }
      let name = sheet.required(.name, row, &faults) ?? ""
      if let other = codePlaces[code] {
        faults.append(sheet.fault(.repeatedCode, .code, row, ["value": code, "other": other]))
      } else if !code.isEmpty {
        codePlaces[code] = sheet.place(.code, row)
      }
      var unit = MemberUnit(code: code, name: name)
      unit.aliases = sheet.list(.aliases, row)
      unit.emails = sheet.list(.emails, row)
      if let group = sheet.text(.group, row) {
        // One group, however its name is typed: the first spelling stands for all.
        let key = VietnameseText.accentKey(group)
        unit.group = spelling[key] ?? group
        spelling[key] = unit.group
      }
      unit.exclusion = sheet.text(.exclusion, row)
      unit.fileToCount = sheet.text(.fileToCount, row)
      unit.password = Self.password(sheet, row, &faults)
      unit.covenant = Self.covenant(sheet, row, &faults)
      if let cell = sheet.cell(.lastYear, row) {
        unit.lastYear = RegulationText.number(cell).flatMap { Points($0) }
        if unit.lastYear == nil {
          faults.append(
            sheet.fault(
              .invalidNumber, .lastYear, row, ["value": cell.value.text, "expected": "95,5"]))
        }
      }
      for (column, names) in [(UnitColumn.name, [name]), (.aliases, unit.aliases)] {
        for text in names where !text.isEmpty {
          let owner = ownerOfName.updateValue(code, forKey: VietnameseText.accentKey(text))
          if let owner, owner != code {
            faults.append(
              sheet.fault(.repeatedName, column, row, ["value": text, "other": owner]))
          }
        }
      }
      for email in unit.emails {
        let owner = ownerOfEmail.updateValue(code, forKey: email.lowercased())
        if let owner, owner != code {
          faults.append(
            sheet.fault(.repeatedEmail, .emails, row, ["value": email, "other": owner]))
        }
      }
      units.append(unit)
    }
    if sheet.isEmpty { faults.append(RegulationFault(.noUnits, sheet: sheet.name)) }
  }

  /// The password to the letter, but for blanks around it.
  private static func password(
    _ sheet: RegulationSheet<UnitColumn>, _ row: Row, _ faults: inout [RegulationFault]
  ) -> Password? {
    guard let cell = sheet.cell(.password, row) else { return nil }
    switch cell.value {
    case .text(let text):
      let text = text.drop(while: \.isWhitespace)
      return Password(String(text.reversed().drop(while: \.isWhitespace).reversed()))
    case .number: return Password(RegulationText.line(cell))
    default:
      faults.append(sheet.fault(.invalidPassword, .password, row))
      return nil
    }
  }

  private static func covenant(
    _ sheet: RegulationSheet<UnitColumn>, _ row: Row, _ faults: inout [RegulationFault]
  ) -> CovenantMark? {
    guard let cell = sheet.cell(.covenant, row) else { return nil }
    if let date = RegulationText.dateTime(cell) { return .signed(on: date) }
    let text = VietnameseText.tidy(cell.value.text)
    if RegulationMark.isSet(cell) { return .signedUndated }
    faults.append(
      sheet.fault(.invalidDate, .covenant, row, ["value": text, "expected": "2019-03-18, x"]))
    return nil
  }
}

/// A mark in a cell that is set or not.
enum RegulationMark {
  /// Whether the cell holds `x`, `✓`, `có` or TRUE.
  static func isSet(_ cell: Cell) -> Bool {
    switch cell.value {
    case .boolean(let flag): flag
    case .text(let text):
      ["x", "✓", "✔", "có", "v"].contains(VietnameseText.tidy(text).lowercased())
        || VietnameseText.fold(text) == "co"
    default: false
    }
  }
}
