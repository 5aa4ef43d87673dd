import Language
import Spreadsheet

/// The columns of the sheet Bỏ phiếu.
enum VoteColumn: RegulationColumn {
  case unit, title, person, cast, inFavour, withdrawn

  var titles: [String] {
    switch self {
    case .unit: ["Đơn vị", "Unit"]
    case .title: ["Danh hiệu", "Title"]
    case .person: ["Cá nhân", "Họ và tên", "Họ tên", "Person"]
    case .cast: ["Phiếu thu về", "Votes cast"]
    case .inFavour: ["Đồng ý", "In favour"]
    case .withdrawn: ["Xin rút", "Withdrawn"]
    }
  }

  var isRequired: Bool { self == .unit || self == .title }
}

/// Reads the sheet Bỏ phiếu: what the council's ballots said, and who withdrew.
struct VotesSheet {
  private(set) var votes: [TitleVote] = []

  /// Reads the sheet; `units` and `titles` are nil where they are not known.
  init?(
    _ grid: SheetGrid, units: [MemberUnit]?, titles: [TitleRule]?, faults: inout [RegulationFault]
  ) {
    guard let sheet = RegulationSheet<VoteColumn>(grid, faults: &faults) else { return nil }
    var places: [String: String] = [:]
    for row in sheet.rows where !sheet.isBlank(row) {
      let unit = sheet.unit(.unit, row, among: units, &faults)
      let title = Self.title(sheet, row, titles, &faults)
      if let unit, let title {
        let person = sheet.text(.person, row).map { "/" + VietnameseText.accentKey($0) } ?? ""
        let key = "\(unit)/\(title)\(person)"
        if let other = places[key] {
          faults.append(
            sheet.fault(.repeatedVote, .unit, row, ["value": "\(unit), \(title)", "other": other]))
        }
        places[key] = places[key] ?? sheet.place(.unit, row)
      }
      var vote = TitleVote(unit: unit ?? "", title: title ?? "")
      vote.person = sheet.text(.person, row)
      vote.isWithdrawn = sheet.cell(.withdrawn, row).map(RegulationMark.isSet) ?? false
      let cast = Self.count(.cast, sheet, row, &faults)
      let inFavour = Self.count(.inFavour, sheet, row, &faults)
      switch (cast, inFavour) {
      case (let cast?, let inFavour?):
        if inFavour <= cast {
          vote.ballots = TitleVote.Ballots(cast: cast, inFavour: inFavour)
        } else {
          faults.append(
            sheet.fault(
              .outOfRange, .inFavour, row, ["value": "\(inFavour)", "expected": "0…\(cast)"]))
        }
      case (nil, nil): break
      // A number that was there but could not be read has been reported.
      case (nil, _): if sheet.cell(.cast, row) == nil { _ = sheet.required(.cast, row, &faults) }
      case (_, nil):
        if sheet.cell(.inFavour, row) == nil { _ = sheet.required(.inFavour, row, &faults) }
      }
      votes.append(vote)
    }
  }

  private static func title(
    _ sheet: RegulationSheet<VoteColumn>, _ row: Row, _ titles: [TitleRule]?,
    _ faults: inout [RegulationFault]
  ) -> String? {
    guard let text = sheet.required(.title, row, &faults), let titles else { return nil }
    let key = VietnameseText.accentKey(text)
    let match = titles.first { VietnameseText.accentKey($0.name) == key }
    if match == nil {
      faults.append(
        sheet.fault(
          .unknownTitle, .title, row,
          ["value": text, "expected": titles.map(\.name).joined(separator: " · ")]))
    }
    return match?.name
  }

  private static func count(
    _ column: VoteColumn, _ sheet: RegulationSheet<VoteColumn>, _ row: Row,
    _ faults: inout [RegulationFault]
  ) -> Int? {
    guard let cell = sheet.cell(column, row) else { return nil }
    if let number = RegulationText.number(cell), number.scale == 0, number.coefficient >= 0 {
      return Int(number.coefficient)
    }
    faults.append(
      sheet.fault(.invalidNumber, column, row, ["value": cell.value.text, "expected": "9"]))
    return nil
  }
}
