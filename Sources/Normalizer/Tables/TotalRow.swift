import Language
import Regulation

/// Recognises the rows that state a total or a subtotal.
enum TotalRow: Hashable {
  /// `TỔNG CỘNG`, `Tổng điểm`.
  case grandTotal
  /// `Cộng` alone, which closes the table or the group above it.
  case sum
  /// `Cộng nhóm I`, `Cộng mục 1`: with what follows the word.
  case subtotal(label: String)
  /// `Cộng chuyển trang sau`, `Trang trước chuyển sang`: sums of a page, which say nothing.
  case carried

  /// Reads a row's label; nil for a row of the table's body.
  init?(label text: String) {
    let folded = VietnameseText.fold(text)
    guard !folded.isEmpty else { return nil }
    if Self.carrying.contains(where: { VietnameseText.contains(folded, phrase: $0) }) {
      self = .carried
      return
    }
    if let part = Self.headed(folded) {
      self = part
      return
    }
    // Công (an, tác) is no cộng: where there are accents they decide.
    if !VietnameseText.isUnaccented(text) {
      let key = VietnameseText.accentKey(text)
      let begins = ["co^ng5", "to^ng2"].contains { key == $0 || key.hasPrefix($0 + " ") }
      guard begins else { return nil }
    }
    let words = folded.split(separator: " ").map(String.init)
    var rest = words[...]
    switch words[0] {
    case "tong":
      rest = rest.dropFirst()
      if rest.first == "so" { rest = rest.dropFirst() }
      if rest.first == "cong" { rest = rest.dropFirst() }
    case "cong":
      rest = rest.dropFirst()
      if rest.first == "tong" { rest = rest.dropFirst() }
    case "total":
      self = .grandTotal
      return
    default: return nil
    }
    if rest.first == "diem" { rest = rest.dropFirst() }
    guard let next = rest.first else {
      self = words[0] == "cong" ? .sum : .grandTotal
      return
    }
    switch next {
    case "nhom", "muc", "phan", "thuong", "tru", "chuan":
      self = .subtotal(label: rest.joined(separator: " "))
    case "chung", "cac", "toan", "tu", "cua", "thi", "tham", "dat", "diem", "cuoi", "sau", "truoc":
      self = .grandTotal
    default:
      // What follows is a list of groups, `(I+II+III)`, or one group, `I`; else it is a sentence.
      let marks = rest.filter { $0.count <= 4 && ($0.allSatisfy(\.isNumber) || Self.isMark($0)) }
      guard marks.count == rest.count else { return nil }
      self =
        rest.count == 1
        ? .subtotal(label: rest.joined(separator: " ")) : .grandTotal
    }
  }

  /// Whether the table's own rows end here.
  var closesTable: Bool { self == .grandTotal || self == .sum }

  /// Words of the sums that a page hands on to the next.
  private static let carrying = [
    "chuyen trang", "trang truoc", "trang sau", "mang sang", "chuyen sang", "cong trang",
    "tong cong trang",
  ]

  /// Labels that begin with `Điểm`: `Điểm tổng cộng`, `Điểm mục I`, `Điểm nhóm 2`.
  private static func headed(_ folded: String) -> TotalRow? {
    let words = folded.split(separator: " ").map(String.init)
    guard words.first == "diem", words.count >= 2 else { return nil }
    switch words[1] {
    case "tong": return words.count <= 4 ? .grandTotal : nil
    case "muc", "nhom", "phan":
      guard words.count == 3, let mark = words.last, isMark(mark) || Int(mark) != nil else {
        return nil
      }
      return .subtotal(label: words.dropFirst().joined(separator: " "))
    default: return nil
    }
  }

  private static func isMark(_ word: String) -> Bool {
    word.count == 1 || word.allSatisfy { "ivx".contains($0) }
  }
}
