/// What a column of a table of good practices holds.
enum PracticeColumn: SideColumn {
  case code, name, content, effect, scope, evidence, note

  /// Named models, and something that is said about each.
  static func areTable(_ columns: Set<Self>) -> Bool {
    columns.contains(.name) && !columns.isDisjoint(with: [.content, .effect, .scope])
  }

  static func role(of title: String) -> (role: Self, match: HeaderVocabulary.Match)? {
    titles.role(of: title)
  }

  static func role(of title: KnownText) -> (role: Self, match: HeaderVocabulary.Match)? {
    title.practice
  }

  static func roleInRegulation(of title: KnownText) -> Self? { nil }

  static var trait: TextTraits { .practice }

  private static let titles = SideTitles<PracticeColumn>(
    exact: [
      (.code, ["STT", "TT", "Số TT", "Số thứ tự", "No"]),
      (
        .name,
        [
          "Tên mô hình", "Mô hình", "Tên mô hình, cách làm hay", "Mô hình, cách làm hay",
          "Tên cách làm hay", "Cách làm hay", "Tên mô hình mới, cách làm hay", "Tên nhân tố mới",
          "Tên mô hình, điển hình", "Name of the practice", "Practice", "Good practice",
        ]
      ),
      (
        .content,
        [
          "Nội dung", "Nội dung chính", "Tóm tắt nội dung", "Mô tả", "Cách làm",
          "Cách thức thực hiện", "Content", "Description",
        ]
      ),
      (.effect, ["Hiệu quả", "Kết quả", "Tác dụng", "Effect", "Result"]),
      (.scope, ["Phạm vi", "Phạm vi áp dụng", "Nơi áp dụng", "Đơn vị áp dụng", "Scope"]),
      (
        .evidence,
        ["Minh chứng", "Tài liệu kiểm chứng", "Văn bản công nhận", "Evidence"]
      ),
      (.note, ["Ghi chú", "Note"]),
    ],
    words: [
      (.name, .beginning, ["ten mo hinh", "ten cach lam", "ten nhan to", "mo hinh cach lam"]),
      (.evidence, .anywhere, ["minh chung", "kiem chung", "van ban", "quyet dinh"]),
      (.content, .beginning, ["noi dung", "tom tat noi dung", "mo ta"]),
      (.effect, .beginning, ["hieu qua", "ket qua", "tac dung"]),
      (.scope, .beginning, ["pham vi"]),
    ],
    foreign: ["nam truoc", "phieu", "tu cham", "tham dinh", "diem toi da", "diem thuong"])
}
