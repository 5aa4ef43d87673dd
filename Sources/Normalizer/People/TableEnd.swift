import Language

/// The rows that close a table of people or practices: totals, notes, dates and signatures.
enum TableEnd {
  /// `Tổng cộng: 12 người`, `Cộng`, `Danh sách này có 12 người`.
  static func isTotal(_ label: String) -> Bool {
    if TotalRow(label: label) != nil { return true }
    let key = VietnameseText.fold(label)
    if ["danh sach nay", "danh sach tren", "an dinh danh sach", "danh sach gom"].contains(where: {
      key.hasPrefix($0)
    }) {
      return true
    }
    // Công and Tống are names of people: where there are accents they decide.
    let accented = VietnameseText.accentKey(label)
    return accented.hasPrefix("to^ng2 so^4 ") || accented.hasPrefix("to^ng2 co^ng5")
      || accented.hasPrefix("co^ng5 ") || key.hasPrefix("tong so ") || key.hasPrefix("tong cong")
  }

  /// Whether a row without a running number belongs to a signature block or is a note.
  ///
  /// - Parameter isSparse: whether the row fills no more than one column beside the name; leaders'
  ///   posts stand in the rows of people, too.
  static func isClosing(_ texts: [String], isSparse: Bool) -> Bool {
    let keys = texts.map { VietnameseText.fold($0) }
    guard let first = keys.first else { return false }
    if keys.contains(where: isDateLine) { return true }
    if signatures.contains(where: { begins(first, with: $0) }) { return true }
    guard isSparse else { return false }
    return keys.contains { key in signatures.contains { begins(key, with: $0) } }
      || posts.contains { begins(first, with: $0) }
  }

  /// Whether a cell says that there is nothing to list.
  static func saysNone(_ text: String) -> Bool {
    ["khong", "khong co", "khong phat sinh", "kps", "chua co", "0", "none"]
      .contains(VietnameseText.fold(text))
  }

  /// `Bà Rịa, ngày 20 tháng 11 năm 2019`.
  private static func isDateLine(_ key: String) -> Bool {
    guard key.utf8.count <= 80, let day = VietnameseText.range(of: "ngay", in: key),
      let month = VietnameseText.range(of: "thang", in: key)
    else { return false }
    let year = VietnameseText.range(of: "nam", in: key)
    return day.upperBound < month.lowerBound
      && (year.map { month.upperBound < $0.lowerBound } ?? false)
      && !key.contains("quyet dinh") && !key.contains("so ")
  }

  private static func begins(_ key: String, with phrase: String) -> Bool {
    key == phrase || key.hasPrefix(phrase + " ")
  }

  private static let signatures = [
    "nguoi lap", "lap bieu", "nguoi tong hop", "nguoi bao cao", "thu truong", "lanh dao don vi",
    "tm", "t m", "kt", "k t", "tl", "t l", "tuq", "ky ten", "ky ghi", "xac nhan", "noi nhan",
    "ghi chu", "luu y", "hoi dong thi dua", "dai dien",
  ]

  private static let posts = [
    "giam doc", "pho giam doc", "chanh an", "vien truong", "cuc truong", "chi huy truong",
    "chu tich", "bi thu", "hieu truong", "truong phong", "truong ban", "chanh van phong",
    "giam thi",
    "hai doan truong", "chinh uy",
  ]
}
