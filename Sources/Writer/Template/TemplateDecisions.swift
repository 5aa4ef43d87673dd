import Regulation

/// The sheets about titles, votes and signed targets, with their examples.
extension TemplateContents {
  static let titles = TemplateSheet(
    kind: .titles,
    columns: [
      .init(title: "Danh hiệu", width: 44, hint: "Tên danh hiệu hoặc hình thức khen thưởng."),
      .init(
        title: "Đối tượng", width: 12, hint: "tập thể · cá nhân",
        choices: .closed(["tập thể", "cá nhân"])),
      .init(
        title: "Số lượng", width: 22,
        hint:
          "Tập thể: số lượng (1), hoặc phần trăm số đơn vị được xếp hạng (20%), trong mỗi nhóm. "
          + "Cá nhân: số lượng trong mỗi nhóm (5), hoặc phần trăm trong từng đơn vị: 15% biên chế · "
          + "15% người được đề nghị · 15% (biên chế đơn vị ghi trong tệp, không ghi thì số người "
          + "được đề nghị). Luôn làm tròn xuống. Để trống: không giới hạn.",
        choices: .open(["1", "20%", "15% biên chế", "15% người được đề nghị"])),
      .init(
        title: "Từ mức", width: 34, hint: "Mức xếp loại thấp nhất được đề nghị.",
        choices: .column(of: .classes)),
      .init(
        title: "Cách xét", width: 20,
        hint: "điểm: đề nghị theo thứ hạng · điểm rồi phiếu 80%: đề nghị theo thứ hạng, phải có ít "
          + "nhất 80% phiếu đồng ý; sửa con số theo quy chế.",
        choices: .open(["điểm", "điểm rồi phiếu 80%"])),
      .init(
        title: "Điều kiện", width: 34,
        hint: "Chỉ với cá nhân: đề nghị phải nêu những gì, cách nhau bằng dấu chấm phẩy: có thành "
          + "tích · có sáng kiến · có văn bản công nhận · có sáng kiến được công nhận. Để trống: "
          + "không có điều kiện.",
        choices: .open([
          "có thành tích", "có sáng kiến", "có văn bản công nhận", "có sáng kiến được công nhận",
          "có thành tích; có sáng kiến được công nhận",
        ])),
    ],
    rows: [
      [
        "Cờ thi đua của Ủy ban nhân dân tỉnh", "tập thể", 1, "Hoàn thành xuất sắc nhiệm vụ",
        "điểm rồi phiếu 80%",
      ],
      [
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "tập thể", "30%", "Hoàn thành tốt nhiệm vụ",
        "điểm",
      ],
      [
        "Chiến sĩ thi đua cơ sở", "cá nhân", "15% biên chế", "Hoàn thành tốt nhiệm vụ", "điểm",
        "có sáng kiến được công nhận",
      ],
      [
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "cá nhân", 5, "Hoàn thành tốt nhiệm vụ",
        "điểm", "có thành tích",
      ],
    ])

  // The example confirms what the ranking proposes: left in by mistake, it changes nothing.
  static let votes = TemplateSheet(
    kind: .votes,
    columns: [
      .init(
        title: "Đơn vị", width: 14, hint: "Mã hoặc tên đơn vị trong trang Đơn vị.",
        choices: .column(of: .units), isText: true),
      .init(
        title: "Danh hiệu", width: 44, hint: "Danh hiệu trong trang Danh hiệu.",
        choices: .column(of: .titles)),
      .init(
        title: "Cá nhân", width: 26,
        hint: "Họ và tên người được bỏ phiếu hoặc xin rút, như trong danh sách đơn vị đề nghị. Để "
          + "trống: phiếu về đơn vị, hoặc về mọi cá nhân của đơn vị cho danh hiệu này."),
      .init(title: "Phiếu thu về", width: 12, hint: "Số phiếu thu về."),
      .init(title: "Đồng ý", width: 10, hint: "Số phiếu đồng ý, không quá số phiếu thu về."),
      .init(
        title: "Xin rút", width: 10,
        hint: "x: xin rút, suất chuyển cho đơn vị hoặc người kế tiếp. Để trống: không rút.",
        choices: .closed(["x"])),
    ],
    rows: [["CA", "Cờ thi đua của Ủy ban nhân dân tỉnh", nil, 9, 9, nil]])

  // The example states the common target: left in by mistake, it changes nothing.
  static let covenant = TemplateSheet(
    kind: .covenant,
    columns: [
      .init(
        title: "Đơn vị", width: 14, hint: "Mã hoặc tên đơn vị trong trang Đơn vị.",
        choices: .column(of: .units), isText: true),
      .init(
        title: "Tiêu chí", width: 12,
        hint: "Mã của tiêu chí trong trang Tiêu chí mà đơn vị đã ký chỉ tiêu riêng.",
        choices: .column(of: .criteria), isText: true),
      .init(
        title: "Chỉ tiêu", width: 12,
        hint: "Chỉ tiêu đơn vị đã ký trong giao ước, dùng thay chỉ tiêu chung của tiêu chí. Đơn vị "
          + "không có dòng ở đây theo chỉ tiêu chung."),
    ],
    rows: [["CA", "1.1", 100]])
}
