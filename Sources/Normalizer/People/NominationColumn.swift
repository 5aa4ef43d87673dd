/// What a column of a nominations table holds.
enum NominationColumn: SideColumn {
  case code, name, position, title, achievement, initiative, document, note

  /// People with a title, or with something that titles are given for.
  static func areTable(_ columns: Set<Self>) -> Bool {
    columns.contains(.name)
      && !columns.isDisjoint(with: [.title, .achievement, .initiative, .document])
  }

  static func role(of title: String) -> (role: Self, match: HeaderVocabulary.Match)? {
    titles.role(of: title)
  }

  static func role(of title: KnownText) -> (role: Self, match: HeaderVocabulary.Match)? {
    title.nomination
  }

  static func roleInRegulation(of title: KnownText) -> Self? { title.namesTitle ? .title : nil }

  static var trait: TextTraits { .nomination }

  private static let titles = SideTitles<NominationColumn>(
    exact: [
      (.code, ["STT", "TT", "Số TT", "Số thứ tự", "No"]),
      (
        .name,
        [
          "Họ và tên", "Họ tên", "Họ, tên", "Họ và tên cá nhân", "Họ tên cá nhân", "Tên cá nhân",
          "Cá nhân", "Tên tập thể, cá nhân", "Họ và tên người được đề nghị", "Full name", "Name",
          "Họ và tên đệm", "Họ và chữ đệm", "Họ đệm", "Họ",
        ]
      ),
      (
        .position,
        [
          "Chức vụ", "Chức danh", "Chức vụ, đơn vị", "Chức vụ, đơn vị công tác",
          "Cấp bậc, chức vụ", "Vị trí công tác", "Position",
        ]
      ),
      (
        .title,
        [
          "Danh hiệu", "Danh hiệu đề nghị", "Đề nghị danh hiệu", "Danh hiệu thi đua",
          "Hình thức khen thưởng", "Danh hiệu, hình thức khen thưởng", "Đề nghị khen thưởng",
          "Title", "Proposed title", "Award",
        ]
      ),
      (
        .achievement,
        ["Thành tích", "Tóm tắt thành tích", "Achievement", "Achievements"]
      ),
      (.initiative, ["Sáng kiến", "Tên sáng kiến", "Đề tài, sáng kiến", "Initiative"]),
      (
        .document,
        [
          "Văn bản công nhận", "Quyết định công nhận", "Số quyết định", "Số văn bản", "Minh chứng",
          "Document", "Recognised document",
        ]
      ),
      (.note, ["Ghi chú", "Note"]),
    ],
    words: [
      (.name, .anywhere, ["ho va ten", "ho ten", "ten ca nhan"]),
      // Before the initiative, for documents are said to recognise one.
      (.document, .anywhere, ["van ban", "quyet dinh"]),
      (.title, .anywhere, ["danh hieu", "hinh thuc khen", "hinh thuc de nghi"]),
      (.title, .beginning, ["de nghi khen thuong", "de nghi tang"]),
      (.initiative, .anywhere, ["sang kien", "de tai", "giai phap"]),
      (.document, .anywhere, ["cong nhan", "minh chung", "kiem chung"]),
      (.achievement, .anywhere, ["thanh tich"]),
      (.achievement, .beginning, ["ket qua cong tac", "ket qua thuc hien nhiem vu"]),
      (.position, .anywhere, ["chuc vu", "chuc danh"]),
    ],
    foreign: [
      "nam truoc", "da duoc", "da dat", "da tang", "lien ke", "lien truoc", "phieu", "nguoi lap",
      "nguoi ky", "nguoi cham", "nguoi phu trach", "nguoi thuc hien", "tac gia",
    ])
}
