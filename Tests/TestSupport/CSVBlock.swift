/// A small block as files: the regulation and the submissions as CSV.
public enum CSVBlock {
  /// A block whose police and procuracy have addresses; the court has none.
  public static func makeForMail(rules: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try writeRegulation(to: folder, rules: rules)
    try folder.write(
      """
      Mã;Tên đơn vị;Thư điện tử
      CA;Công an tỉnh;ca@example.vn
      VKS;Viện kiểm sát nhân dân tỉnh;vks@example.vn
      TA;Tòa án nhân dân tỉnh;

      """, to: "quy-che/don-vi.csv")
    return folder
  }

  /// Writes `quy-che/` for the police, the procuracy and the court.
  public static func writeRegulation(to folder: TemporaryFolder, rules: String = "") throws {
    try folder.write(
      "Mục;Giá trị\nTên khối;Khối Nội chính\nNăm;2019\n\(rules)", to: "quy-che/khoi.csv")
    try folder.write(
      """
      Mã;Tên đơn vị
      CA;Công an tỉnh
      VKS;Viện kiểm sát nhân dân tỉnh
      TA;Tòa án nhân dân tỉnh

      """, to: "quy-che/don-vi.csv")
    try folder.write(
      """
      Mã;Nội dung;Điểm tối đa;Loại;Thuộc
      1;Nhiệm vụ chuyên môn;;;
      1.1;Tham mưu cấp ủy, chính quyền;10;;1
      1.2;Giải quyết công việc đúng hạn;10;;1
      2;Điểm trừ;;trừ;
      2.1;Chậm báo cáo;5;;2

      """, to: "quy-che/tieu-chi.csv")
    try folder.write(
      "Mức;Từ điểm\nXuất sắc;18\nTốt;15\nKhá;0\n", to: "quy-che/xep-loai.csv")
  }

  /// A submission with the two scores and the deduction.
  public static func submission(
    unit: String, _ first: String, _ second: String, _ deduction: String = "0"
  ) -> String {
    """
    BẢNG TỰ CHẤM ĐIỂM NĂM 2019;;;
    Đơn vị: \(unit);;;
    ;;;
    STT;Nội dung;Điểm tối đa;Điểm tự chấm
    1;Nhiệm vụ chuyên môn;;
    1.1;Tham mưu cấp ủy, chính quyền;10;\(first)
    1.2;Giải quyết công việc đúng hạn;10;\(second)
    2;Điểm trừ;;
    2.1;Chậm báo cáo;5;\(deduction)

    """
  }
}
