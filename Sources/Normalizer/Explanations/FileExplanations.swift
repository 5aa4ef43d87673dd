import Language

/// What the findings on a file mean: whether it can be read.
extension FindingExplanation {
  static let unreadableFile = FindingExplanation(
    meaning: Translation(
      vi: "Tệp hỏng, rỗng hoặc không phải tệp như phần mở rộng nói nên không mở được.",
      en: "The file is damaged, empty or not what its extension says, and cannot be opened."),
    treatment: Translation(
      vi: "Tệp không được tính; đơn vị không có tệp nào khác thì chờ xử lý.",
      en: "The file does not count; a unit without another file stays pending."),
    setting: noSetting,
    remedy: Translation(
      vi: "Mở tệp bằng chương trình bảng tính, lưu lại thành .xlsx rồi gửi lại.",
      en: "Open the file in a spreadsheet program, save it as .xlsx and send it again."),
    example: Translation(
      vi: "Tệp .xlsx bị cắt ngắn khi gửi qua mạng, còn 0 byte hoặc thiếu phần cuối.",
      en: "An .xlsx that was cut short on its way, with 0 bytes or without its end."))

  static let encryptedFile = FindingExplanation(
    meaning: Translation(
      vi: "Tệp được đặt mật khẩu mở nên nội dung đã mã hóa.",
      en: "The file has a password to open it, so its content is encrypted."),
    treatment: Translation(
      vi: "Tệp không được tính.",
      en: "The file does not count."),
    setting: Translation(
      vi: "Ghi mật khẩu vào cột “Mật khẩu” của trang tính Đơn vị, hoặc chạy với --password-file.",
      en: "Enter the password in the column “Mật khẩu” of the sheet of units, or run with "
        + "--password-file."),
    remedy: Translation(
      vi: "Bỏ mật khẩu mở tệp rồi gửi lại. Khóa trang tính (không mã hóa) thì không sao.",
      en: "Remove the password to open and send it again. A protected sheet alone does no "
        + "harm."),
    example: Translation(
      vi: "Tệp đặt “Mã hóa bằng mật khẩu” trong Excel.",
      en: "A file saved with “Encrypt with Password” in Excel."))

  static let unsupportedFormat = FindingExplanation(
    meaning: Translation(
      vi: "Tệp ở định dạng chưa đọc được.",
      en: "The file is in a format that is not read."),
    treatment: Translation(
      vi: "Tệp không được tính.",
      en: "The file does not count."),
    setting: noSetting,
    remedy: Translation(
      vi: "Lưu lại bảng chấm điểm thành .xlsx rồi gửi lại.",
      en: "Save the score table as .xlsx and send it again."),
    example: Translation(
      vi: "Bản quét PDF hoặc tệp Word của bảng chấm điểm.",
      en: "A scanned PDF or a Word file of the score table."))

  static let limitExceeded = FindingExplanation(
    meaning: Translation(
      vi: "Tệp lớn hơn giới hạn an toàn về dung lượng, số ô hoặc tỷ lệ nén.",
      en: "The file is beyond the safe limits of size, cells or compression."),
    treatment: Translation(
      vi: "Tệp không được tính.",
      en: "The file does not count."),
    setting: Translation(
      vi: "Giới hạn cố định, không có thiết đặt.",
      en: "The limits are fixed; there is no setting."),
    remedy: Translation(
      vi: "Chép riêng bảng chấm điểm sang một tệp mới rồi gửi lại.",
      en: "Copy the score table alone into a new file and send that."),
    example: Translation(
      vi: "Tệp nhỏ nhưng giải nén ra hàng gigabyte.",
      en: "A small file that inflates to gigabytes."))

  static let macrosIgnored = FindingExplanation(
    meaning: Translation(
      vi: "Tệp có chứa macro (.xlsm).",
      en: "The workbook holds macros (.xlsm)."),
    treatment: Translation(
      vi: "Macro không bao giờ chạy; điểm vẫn được đọc và tính.",
      en: "Macros are never run; the scores are read and count."),
    setting: noSetting,
    remedy: Translation(
      vi: "Không phải làm gì; nếu được, gửi tệp .xlsx.",
      en: "Nothing has to be done; send an .xlsx where possible."),
    example: Translation(
      vi: "bang-cham-diem.xlsm có nút bấm tự cộng điểm.",
      en: "bang-cham-diem.xlsm with a button that adds up the points."))

  static let legacyEncoding = FindingExplanation(
    meaning: Translation(
      vi: "Chữ trong tệp theo bảng mã cũ (TCVN3, VNI, CP1258…), không phải Unicode.",
      en: "The text is in an old encoding (TCVN3, VNI, CP1258 …), not Unicode."),
    treatment: Translation(
      vi: "Chữ được chuyển sang Unicode, điểm được tính, có cảnh báo để đối chiếu.",
      en: "The text is converted to Unicode and the scores count; a warning asks to compare."),
    setting: noSetting,
    remedy: Translation(
      vi: "Đối chiếu tên và nội dung; lần sau lưu CSV theo UTF-8 hoặc gửi .xlsx phông Unicode.",
      en: "Compare names and contents; next time save CSV as UTF-8 or send an .xlsx in a "
        + "Unicode font."),
    example: Translation(
      vi: "Tệp gõ bằng phông .VnTime: “C«ng an tØnh”.",
      en: "A file typed in the font .VnTime: “C«ng an tØnh”."))

  static let noScoreTable = FindingExplanation(
    meaning: Translation(
      vi: "Không trang tính nào có bảng chấm điểm: cần dòng tiêu đề có cột nội dung hoặc mã và "
        + "cột điểm tự chấm, phía dưới là tiêu chí của quy chế.",
      en: "No sheet holds a score table: a header with contents or codes and self scores, and "
        + "criteria of the regulation below it."),
    treatment: Translation(
      vi: "Tệp không được tính.",
      en: "The file does not count."),
    setting: noSetting,
    remedy: Translation(
      vi: "Kiểm tra có gửi nhầm tệp không; đặt tên cột như “Nội dung”, “Điểm tự chấm”.",
      en: "See whether the wrong file was sent; head the columns “Nội dung”, “Điểm tự chấm”."),
    example: Translation(
      vi: "Gửi nhầm báo cáo tổng kết không có bảng điểm.",
      en: "A yearly report without the score table was sent by mistake."))

  static let severalScoreTables = FindingExplanation(
    meaning: Translation(
      vi: "Tệp có hơn một bảng của cùng đơn vị với cùng tiêu chí, hoặc hơn một cột điểm tự "
        + "chấm.",
      en: "The file holds more than one table of the unit with the same criteria, or more than "
        + "one column of self scores."),
    treatment: Translation(
      vi: "Bảng hiện và đầy đủ nhất được tính (với cột: cột đầu tiên); các bảng khác bỏ qua.",
      en: "The fullest visible table counts (of columns the first); the others are left aside."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xóa bản nháp hoặc bảng cũ, chỉ để lại một bảng.",
      en: "Delete drafts and old tables; leave one."),
    example: Translation(
      vi: "Trang “Nháp” và trang “Chính thức” trong cùng một tệp.",
      en: "A sheet “Nháp” beside a sheet “Chính thức” in one file."))
}
