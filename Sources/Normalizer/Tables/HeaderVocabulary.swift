import Language

/// What a column of a score table holds.
enum ColumnRole: Int, Hashable, CaseIterable {
  case code, content, maximum, selfScore, appraised, result, target, evidence, note
  /// A column headed `Điểm` alone: the self score where no other is.
  case points
}

/// The titles that clerks give to the columns of a score table.
enum HeaderVocabulary {
  /// How surely a title names its role.
  enum Match: Comparable {
    /// The title contains words that speak for the role.
    case words
    /// The title is one of those that the field uses.
    case exact
  }

  /// The role that a title names, accents, case, spaces and line breaks aside.
  static func role(of title: String) -> (role: ColumnRole, match: Match)? {
    let key = VietnameseText.fold(title)
    if let role = exact[key] { return (role, .exact) }
    // Longer than any title: a sentence of the table's body.
    guard !key.isEmpty, key.utf8.count <= 70 else { return nil }
    let outside = VietnameseText.fold(withoutParentheses(title))
    if let role = exact[outside] { return (role, .exact) }
    if foreign.contains(where: { VietnameseText.contains(key, phrase: $0) }) { return nil }
    for (role, phrases) in words
    where phrases.contains(where: { VietnameseText.contains(outside, phrase: $0) }) {
      return (role, .words)
    }
    for (role, starts) in beginnings where starts.contains(where: { outside.hasPrefix($0) }) {
      return (role, .words)
    }
    return nil
  }

  /// Whether a title that names no role speaks of this year's points all the same: `Điểm tổ 2 cho`.
  static func speaksOfPoints(_ title: String) -> Bool {
    let key = VietnameseText.fold(title)
    return key.utf8.count <= 70 && VietnameseText.contains(key, phrase: "diem")
      && !(foreign + ["toi da", "dia diem", "thoi diem", "quan diem", "dac diem"])
        .contains { VietnameseText.contains(key, phrase: $0) }
  }

  /// The title without what stands in parentheses.
  static func withoutParentheses(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else {
      return text
    }
    var depth = 0
    var result = ""
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return result
  }

  private static let exact: [String: ColumnRole] = {
    let titles: [(ColumnRole, [String])] = [
      (.code, ["Mã", "STT", "TT", "Số TT", "Mã tiêu chí", "Mã số", "Số thứ tự", "Code", "No"]),
      (
        .content,
        [
          "Nội dung", "Tiêu chí", "Nội dung tiêu chí", "Nội dung chấm điểm", "Content",
          "Nội dung, tiêu chí", "Tiêu chí chấm điểm", "Tiêu chí thi đua",
        ]
      ),
      (
        .maximum,
        ["Điểm tối đa", "Điểm chuẩn", "Thang điểm", "Mức điểm", "Tối đa", "Chuẩn", "Maximum"]
      ),
      (
        .selfScore,
        [
          "Điểm tự chấm", "Tự chấm", "Đơn vị tự chấm", "Điểm tự đánh giá", "Tự đánh giá",
          "Điểm đơn vị tự chấm", "Self score",
        ]
      ),
      (
        .appraised,
        ["Điểm thẩm định", "Thẩm định", "Khối chấm", "Hội đồng chấm", "Cụm chấm", "Appraised"]
      ),
      (.result, ["Kết quả", "Kết quả thực hiện", "Số lượng", "Result"]),
      (.target, ["Chỉ tiêu", "Target"]),
      (.evidence, ["Minh chứng", "Tài liệu kiểm chứng", "Văn bản chứng minh", "Evidence"]),
      (.note, ["Ghi chú", "Giải trình", "Note"]),
      (.points, ["Điểm", "Số điểm", "Điểm đạt", "Điểm đạt được", "Score", "Points"]),
    ]
    var table: [String: ColumnRole] = [:]
    for (role, texts) in titles {
      for text in texts { table[VietnameseText.fold(text)] = role }
    }
    return table
  }()

  /// Titles that hold words of ours but another year's or another thing's figures.
  private static let foreign = [
    "nam truoc", "chenh lech", "phieu", "don vi tinh", "nguoi tu cham", "ngay tu cham",
    "nguoi cham", "ngay cham",
  ]

  /// Words that decide, in the order in which they are asked.
  private static let words: [(ColumnRole, [String])] = [
    (.evidence, ["minh chung", "kiem chung", "chung minh"]),
    (.selfScore, ["tu cham", "tu danh gia"]),
    (
      .appraised,
      [
        "tham dinh", "khoi cham", "hoi dong cham", "cum cham", "diem duyet", "khoi duyet",
        "truong cham", "thuong truc cham", "cap tren cham", "cham cheo", "thi dua cham",
        "to thu ky cham", "thong nhat", "diem kiem tra", "diem chinh thuc", "diem binh xet",
        "hoi dong danh gia", "khoi danh gia",
      ]
    ),
    (.maximum, ["diem toi da", "diem chuan", "thang diem", "muc diem"]),
    (.note, ["ghi chu", "giai trinh"]),
  ]

  private static let beginnings: [(ColumnRole, [String])] = [
    (.content, ["noi dung", "tieu chi"]),
    (.result, ["ket qua", "so luong"]),
    (.target, ["chi tieu"]),
    (.code, ["ma tieu chi", "so thu tu"]),
  ]
}
