import Regulation
import Spreadsheet

/// The sheets of `quy-che.xlsx` with worked examples of an internal-affairs block.
///
/// The examples are there to be replaced: units of public knowledge, a table of 100 points, no
/// persons.
enum TemplateContents {
  static func sheets(blockName: String, year: Int) -> [TemplateSheet] {
    [block(blockName, year), units, criteria, classes, titles, votes, covenant]
  }

  static func block(_ name: String, _ year: Int) -> TemplateSheet {
    let deadline = CivilDateTime(year: year, month: 11, day: 20)
    // Days since 1899-12-30 (ECMA-376 Part 1, §18.17.4.1), at 17:00.
    let serial = Double(deadline.daysSince1970 + 25_569) + 17.0 / 24
    typealias Item = (String, TemplateSheet.Value, String, TemplateSheet.Choices)
    let items: [Item] = [
      ("Tên khối", .text(name), "Bắt buộc.", .any),
      ("Năm", .number(Double(year), format: "0"), "Bắt buộc.", .any),
      ("Cơ quan thường trực", nil, "In ở đầu các bảng.", .any),
      ("Địa danh", nil, "In ở phần ký.", .any),
      ("Người ký", nil, "In ở phần ký.", .any),
      ("Chức vụ", "Khối trưởng", "In ở phần ký.", .any),
      (
        "Hạn nộp", .number(serial, format: NumberFormat.dateTime),
        "Ngày, hoặc ngày và giờ. Để trống: không có hạn.", .any
      ),
      (
        "Nộp muộn", "nhận", "nhận · không nhận · trừ N điểm/ngày (ví dụ: trừ 0,5 điểm/ngày)",
        .open(["nhận", "không nhận", "trừ 0,5 điểm/ngày"])
      ),
      (
        "Số lẻ", 2, "Số chữ số thập phân của tổng điểm, từ 0 đến 4.",
        .closed(["0", "1", "2", "3", "4"])
      ),
      (
        "Vượt điểm", "lấy tối đa",
        "Điểm cao hơn mức tối đa: lấy tối đa, hoặc không tính (tính 0).",
        .closed(["lấy tối đa", "không tính"])
      ),
      (
        "Thiếu điểm", "tính 0",
        "Tiêu chí không có điểm: tính 0, hoặc đơn vị chờ bổ sung mới được xếp hạng.",
        .closed(["tính 0", "chờ bổ sung"])
      ),
      (
        "Thiếu minh chứng", "cảnh báo",
        "Có điểm mà thiếu minh chứng bắt buộc: cảnh báo, hoặc không tính.",
        .closed(["cảnh báo", "không tính"])
      ),
      (
        "Điểm xét", "thẩm định, thiếu thì tự chấm",
        "Điểm nào được tính. Có thể ghi tỷ trọng: tự chấm 40%, thẩm định 60%.",
        .open([
          "tự chấm", "thẩm định, thiếu thì tự chấm", "thẩm định", "tự chấm 40%, thẩm định 60%",
        ])
      ),
      (
        "Bằng điểm", "đột xuất; thưởng; ít điểm trừ; năm trước",
        "Khi bằng điểm xét lần lượt, cách nhau bằng dấu chấm phẩy: mã tiêu chí, đột xuất, vượt "
          + "khó, nhân tố mới, thường, thưởng, ít điểm trừ, năm trước, ký trước.", .any
      ),
      ("Trần điểm thưởng", 5, "Tổng điểm thưởng cao nhất. Để trống: không giới hạn.", .any),
      (
        "Tổng tối đa", nil, "Để trống: tổng điểm tối đa của tiêu chí thường cộng điểm thưởng.", .any
      ),
      (
        "Không phát sinh", "tính 0",
        "Tiêu chí không phát sinh: tính đủ điểm, tính 0, hoặc quy đổi theo các tiêu chí còn lại.",
        .closed(["tính đủ", "tính 0", "quy đổi"])
      ),
      (
        "Ngưỡng chênh lệch", 10,
        "Tự chấm và thẩm định chênh nhau từ bao nhiêu phần trăm thì nêu ra.", .any
      ),
      (
        "Hạn chỉnh sửa", nil,
        "Ngày đơn vị phải chỉnh sửa xong, ghi trong phản hồi. Để trống: không ghi hạn.", .any
      ),
      (
        "Công khai điểm", "không",
        "Phản hồi cho đơn vị có kèm bảng xếp hạng với tên và điểm của các đơn vị khác hay không.",
        .closed(["không", "có"])
      ),
      (
        "Thư điện tử", nil,
        "Địa chỉ thư của cơ quan thường trực, dùng làm người gửi khi trả lời các đơn vị.", .any
      ),
      (
        "Thư trả lời về", nil,
        "Địa chỉ nhận thư của các đơn vị nếu khác địa chỉ trên. Để trống: địa chỉ trên.", .any
      ),
    ]
    return TemplateSheet(
      kind: .block,
      columns: [
        .init(title: "Mục", width: 22, hint: "Giữ nguyên tên các mục."),
        .init(title: "Giá trị", width: 44, hint: "Điền vào cột này. Để trống: theo mặc định."),
        .init(title: "Giải thích", width: 70, hint: "Cột này không được đọc."),
      ],
      rows: items.map { [.text($0.0), $0.1, .text($0.2)] },
      choicesOfRow: Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0, $1.3) }))
  }

  static let units = TemplateSheet(
    kind: .units,
    columns: [
      .init(title: "Mã", width: 10, hint: "Mã riêng của đơn vị, không trùng nhau.", isText: true),
      .init(title: "Tên đơn vị", width: 38, hint: "Tên đầy đủ như đơn vị ghi trong bảng điểm."),
      .init(
        title: "Tên gọi khác", width: 30,
        hint: "Các tên mà đơn vị có thể ghi trong tệp, cách nhau bằng dấu chấm phẩy."),
      .init(
        title: "Thư điện tử", width: 26,
        hint: "Địa chỉ thư mà đơn vị dùng để gửi, cách nhau bằng dấu chấm phẩy."),
      .init(
        title: "Nhóm", width: 18,
        hint: "Mỗi nhóm xếp hạng riêng. Để trống hết: xếp hạng chung cả khối."),
      .init(
        title: "Ký giao ước", width: 13,
        hint: "Ngày ký hoặc x. Khi có đơn vị đã đánh dấu, đơn vị chưa ký không được xếp hạng.",
        choices: .open(["x"])),
      .init(
        title: "Không xét", width: 24, hint: "Lý do không xét đơn vị. Để trống: đơn vị được xét."),
      .init(title: "Điểm năm trước", width: 11, hint: "Tổng điểm năm trước, dùng khi bằng điểm."),
      .init(
        title: "Tệp dùng", width: 24,
        hint: "Khi đơn vị gửi nhiều tệp khác nhau: tên tệp được tính."),
      .init(
        title: "Mật khẩu", width: 14,
        hint: "Mật khẩu mở tệp của đơn vị, nếu đơn vị đặt. Ai mở được quy chế này đều đọc được.",
        isText: true),
    ],
    rows: [
      ["CA", "Công an tỉnh", "CA tỉnh"],
      ["BCHQS", "Bộ Chỉ huy quân sự tỉnh", "Bộ CHQS tỉnh; Quân sự tỉnh"],
      ["BDBP", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "BCH BĐBP tỉnh; Biên phòng tỉnh"],
      ["VKSND", "Viện kiểm sát nhân dân tỉnh", "VKSND tỉnh; Viện kiểm sát tỉnh"],
      ["TAND", "Tòa án nhân dân tỉnh", "TAND tỉnh; Tòa án tỉnh"],
      ["CTHADS", "Cục Thi hành án dân sự tỉnh", "Cục THADS tỉnh; Thi hành án dân sự tỉnh"],
      ["TGXM", "Trại giam Xuyên Mộc", nil],
      ["HD18", "Hải đoàn 18", "Hải đoàn 18 BĐBP"],
    ])

  static let criteria = TemplateSheet(
    kind: .criteria,
    columns: [
      .init(
        title: "Mã", width: 9,
        hint: "Không trùng nhau trong trang này. Ô dạng chữ: 1.10 giữ nguyên là 1.10.",
        isText: true),
      .init(title: "Nội dung", width: 58, hint: "Nội dung như trong bảng chấm điểm của đơn vị."),
      .init(
        title: "Điểm tối đa", width: 10,
        hint: "Ở dòng nhóm: điểm tối đa của cả nhóm, để trống nếu không giới hạn."),
      .init(
        title: "Loại", width: 10, hint: "thường (mặc định) · thưởng · trừ",
        choices: .closed(["thường", "thưởng", "trừ"])),
      .init(
        title: "Diện", width: 13, hint: "Để trống · đột xuất · vượt khó · nhân tố mới",
        choices: .closed(["đột xuất", "vượt khó", "nhân tố mới"])),
      .init(
        title: "Cách chấm", width: 26,
        hint: "điểm (mặc định) · có/không · mỗi lần N · tỷ lệ · tỷ lệ nghịch · bậc thang "
          + "95:100%; 80:50% · so với cao nhất · so với dẫn đầu. Sửa các con số theo quy chế.",
        choices: .open([
          "điểm", "có/không", "mỗi lần 1", "tỷ lệ", "tỷ lệ nghịch", "bậc thang 95:100%; 80:50%",
          "so với cao nhất", "so với dẫn đầu",
        ])),
      .init(
        title: "Chỉ tiêu", width: 10,
        hint: "Bắt buộc với tỷ lệ, tỷ lệ nghịch và so với dẫn đầu."),
      .init(
        title: "Minh chứng", width: 10, hint: "x: điểm phải có minh chứng kèm theo.",
        choices: .closed(["x"])),
      .init(
        title: "Áp dụng", width: 18,
        hint: "Các nhóm đơn vị áp dụng, cách nhau bằng dấu chấm phẩy. Để trống: tất cả."),
      .init(
        title: "Thuộc", width: 9, hint: "Mã của nhóm chứa tiêu chí. Để trống: dòng cấp trên cùng.",
        choices: .column(of: .criteria), isText: true),
    ],
    rows: [
      ["I", "Thực hiện nhiệm vụ chuyên môn", 40],
      criterion("1.1", "Hoàn thành các chỉ tiêu công tác được giao (%)", 15, "tỷ lệ", 100, "I"),
      criterion(
        "1.2", "Giải quyết hồ sơ, vụ việc đúng thời hạn (%)", 10, "bậc thang 95:100%; 80:50%",
        nil, "I"),
      criterion("1.3", "Chế độ thông tin, báo cáo đầy đủ, đúng hạn", 5, "có/không", nil, "I"),
      criterion(
        "1.4", "Cải cách hành chính, ứng dụng công nghệ thông tin", 10, "điểm", nil, "I",
        evidence: true),
      ["II", "Nhiệm vụ đột xuất, khắc phục khó khăn", 20],
      criterion(
        "2.1", "Hoàn thành nhiệm vụ đột xuất do cấp trên giao", 10, "điểm", nil, "II",
        aspect: "đột xuất", evidence: true),
      criterion(
        "2.2", "Khắc phục khó khăn, vướng mắc trong công tác", 10, "điểm", nil, "II",
        aspect: "vượt khó"),
      ["III", "Xây dựng Đảng, học tập và làm theo Bác", 20],
      criterion("3.1", "Thực hiện Nghị quyết Trung ương 4", 8, "điểm", nil, "III"),
      criterion("3.2", "Thực hiện Chỉ thị 05 gắn với nhiệm vụ của đơn vị", 7, "điểm", nil, "III"),
      criterion("3.3", "Tổ chức đảng, đoàn thể hoàn thành nhiệm vụ", 5, "điểm", nil, "III"),
      ["IV", "Phong trào thi đua, khen thưởng", 20],
      criterion("4.1", "Phát động, ký giao ước và đăng ký thi đua", 6, "có/không", nil, "IV"),
      criterion("4.2", "Sơ kết, tổng kết và khen thưởng kịp thời", 4, "điểm", nil, "IV"),
      criterion(
        "4.3", "Sáng kiến được công nhận trong năm", 5, "mỗi lần 1", nil, "IV", evidence: true),
      criterion("4.4", "Phát hiện, nhân rộng điển hình tiên tiến", 5, "điểm", nil, "IV"),
      ["V", "Điểm thưởng", 5, "thưởng"],
      criterion(
        "5.1", "Mô hình mới, cách làm hay được nhân rộng", 3, "mỗi lần 1", nil, "V",
        kind: "thưởng", aspect: "nhân tố mới", evidence: true),
      criterion(
        "5.2", "Được cấp trên khen thưởng đột xuất", 2, "mỗi lần 1", nil, "V", kind: "thưởng",
        evidence: true),
      ["VI", "Điểm trừ", nil, "trừ"],
      criterion(
        "6.1", "Báo cáo, hồ sơ thi đua gửi chậm", nil, "mỗi lần 0,5", nil, "VI", kind: "trừ"),
      criterion(
        "6.2", "Cán bộ, chiến sĩ bị xử lý kỷ luật", nil, "mỗi lần 2", nil, "VI", kind: "trừ"),
    ])

  private static func criterion(
    _ code: String, _ content: String, _ maximum: Int?, _ method: String, _ target: Int?,
    _ parent: String, kind: String? = nil, aspect: String? = nil, evidence: Bool = false
  ) -> [TemplateSheet.Value] {
    func optional(_ text: String?) -> TemplateSheet.Value { text.map { .text($0) } ?? nil }
    func optional(_ number: Int?) -> TemplateSheet.Value {
      number.map { .number(Double($0)) } ?? nil
    }
    return [
      .text(code), .text(content), optional(maximum), optional(kind), optional(aspect),
      .text(method), optional(target), evidence ? "x" : nil, nil, .text(parent),
    ]
  }

  static let classes = TemplateSheet(
    kind: .classes,
    columns: [
      .init(title: "Mức", width: 34, hint: "Tên mức xếp loại."),
      .init(title: "Từ điểm", width: 10, hint: "Tổng điểm thấp nhất của mức."),
      .init(
        title: "Tỷ lệ tối đa", width: 12,
        hint: "Phần trăm số đơn vị được xếp hạng trong mỗi nhóm. Để trống: không giới hạn."),
      .init(
        title: "Điều kiện", width: 24, hint: "Để trống · không có điểm trừ · đã ký giao ước",
        choices: .closed(["không có điểm trừ", "đã ký giao ước"])),
    ],
    rows: [
      ["Hoàn thành xuất sắc nhiệm vụ", 90, 30, "không có điểm trừ"],
      ["Hoàn thành tốt nhiệm vụ", 75],
      ["Hoàn thành nhiệm vụ", 50],
      ["Không hoàn thành nhiệm vụ", 0],
    ])
}
