import Language

/// What the findings on a file mean: whose it is and which version counts.
extension FindingExplanation {
  static let unitUnknown = FindingExplanation(
    meaning: Translation(
      vi: "Không nơi nào trong tệp hay tên tệp cho biết tệp của đơn vị nào.",
      en: "Nothing in the file or its name says whose file it is."),
    treatment: Translation(
      vi: "Tệp chờ xử lý: không bao giờ đoán đơn vị.",
      en: "The file waits: a unit is never guessed."),
    setting: Translation(
      vi: "Thêm tên đó vào cột “Tên gọi khác” của trang Đơn vị, hoặc đặt tệp vào thư mục mang "
        + "tên đơn vị.",
      en: "Add the name to the column “Tên gọi khác” of the sheet Đơn vị, or put the file into "
        + "a folder with the unit's name."),
    remedy: Translation(
      vi: "Ghi “Đơn vị: …” đúng như trong quy chế ở đầu bảng.",
      en: "State “Đơn vị: …” as in the regulation above the table."),
    example: Translation(
      vi: "Tệp tên bang-diem.xlsx, trong tệp ghi “Đơn vị: Công an tinh X”.",
      en: "A file bang-diem.xlsx that says “Đơn vị: Công an tinh X”."))

  static let unitAmbiguous = FindingExplanation(
    meaning: Translation(
      vi: "Cùng một nơi nêu tên nhiều đơn vị nên không rõ tệp của ai.",
      en: "One place names several units, so it is not clear whose file it is."),
    treatment: Translation(
      vi: "Tệp chờ xử lý.",
      en: "The file waits."),
    setting: Translation(
      vi: "Làm cho “Tên gọi khác” của các đơn vị trong trang Đơn vị khác hẳn nhau.",
      en: "Make the units' aliases on the sheet Đơn vị plainly different."),
    remedy: Translation(
      vi: "Ghi “Đơn vị: …” với một tên ở đầu bảng.",
      en: "State “Đơn vị: …” with one name above the table."),
    example: Translation(
      vi: "Hai ô phía trên bảng ghi hai tên đơn vị.",
      en: "Two cells above the table hold two units' names."))

  static let unitConflict = FindingExplanation(
    meaning: Translation(
      vi: "Các nơi nói về đơn vị trái nhau: biểu mẫu, ô “Đơn vị:”, tiêu đề, tên tệp.",
      en: "The places that tell the unit disagree: the form, the cell “Đơn vị:”, a title, the "
        + "file's name."),
    treatment: Translation(
      vi: "Nơi đáng tin nhất quyết định (theo thứ tự trên); có cảnh báo.",
      en: "The most reliable place decides (in that order), with a warning."),
    setting: Translation(
      vi: "Sửa “Tên gọi khác” trong trang Đơn vị nếu tên bị hiểu nhầm.",
      en: "Correct the aliases on the sheet Đơn vị where a name was misread."),
    remedy: Translation(
      vi: "Xác nhận với đơn vị; sửa tên trong tệp hoặc tên tệp.",
      en: "Confirm with the unit; correct the name in the file or of the file."),
    example: Translation(
      vi: "Biểu lập cho Công an tỉnh nhưng ô “Đơn vị:” ghi Tòa án.",
      en: "A form made for the police whose cell “Đơn vị:” says the court."))

  static let duplicateSubmission = FindingExplanation(
    meaning: Translation(
      vi: "Hai tệp giống nhau từng byte.",
      en: "Two files are the same byte for byte."),
    treatment: Translation(
      vi: "Chỉ tính một lần.",
      en: "They count once."),
    setting: noSetting,
    remedy: Translation(
      vi: "Không phải làm gì.",
      en: "Nothing has to be done."),
    example: Translation(
      vi: "Đơn vị gửi cùng một tệp hai lần.",
      en: "A unit sent the same file twice."))

  static let supersededSubmission = FindingExplanation(
    meaning: Translation(
      vi: "Đơn vị đã gửi bản sau thay cho bản này.",
      en: "The unit sent a later version in place of this one."),
    treatment: Translation(
      vi: "Bản sau được tính: theo giờ nhận thư, rồi theo số bản hoặc ngày trong tên tệp.",
      en: "The later version counts: by the mail's time, then by version or date in the file's "
        + "name."),
    setting: Translation(
      vi: "Ghi tên tệp muốn tính vào cột “Tệp dùng” của trang Đơn vị.",
      en: "Name the file to count in the column “Tệp dùng” of the sheet Đơn vị."),
    remedy: Translation(
      vi: "Kiểm tra bản được tính có đúng là bản cuối không.",
      en: "See that the version which counts is the last one."),
    example: Translation(
      vi: "vks.xlsx rồi vks_lan-2.xlsx.",
      en: "vks.xlsx, then vks_lan-2.xlsx."))

  static let versionConflict = FindingExplanation(
    meaning: Translation(
      vi: "Đơn vị gửi nhiều tệp khác nhau mà không rõ bản nào sau cùng; giờ của hệ thống tệp "
        + "không được dùng.",
      en: "The unit sent different files in no known order; the file system's times decide "
        + "nothing."),
    treatment: Translation(
      vi: "Đơn vị chờ xử lý, không tệp nào được tính.",
      en: "The unit is pending; none of the files counts."),
    setting: Translation(
      vi: "Ghi tên tệp được tính vào cột “Tệp dùng” của trang Đơn vị.",
      en: "Name the file to count in the column “Tệp dùng” of the sheet Đơn vị."),
    remedy: Translation(
      vi: "Hỏi đơn vị bản nào là chính thức.",
      en: "Ask the unit which version is final."),
    example: Translation(
      vi: "toa-an.xlsx và toa-an-moi.xlsx với điểm khác nhau.",
      en: "toa-an.xlsx and toa-an-moi.xlsx with different scores."))

  static let copiedSubmission = FindingExplanation(
    meaning: Translation(
      vi: "Bảng của hai đơn vị có điểm giống hệt nhau, hoặc tệp ghi tên đơn vị khác bên trong.",
      en: "Two units have the same scores throughout, or a file names another unit inside."),
    treatment: Translation(
      vi: "Vẫn tính, có cảnh báo.",
      en: "The scores count, with a warning."),
    setting: noSetting,
    remedy: Translation(
      vi: "Xác nhận với cả hai đơn vị.",
      en: "Confirm with both units."),
    example: Translation(
      vi: "Đơn vị lấy tệp của đơn vị bạn làm mẫu mà quên sửa tên.",
      en: "A unit took another's file as a pattern and forgot to change the name."))

  static let wrongYear = FindingExplanation(
    meaning: Translation(
      vi: "Tiêu đề của bảng, hoặc biểu mẫu, là của năm khác với năm của quy chế.",
      en: "The table's title, or the form, is of another year than the regulation's."),
    treatment: Translation(
      vi: "Vẫn tính, có cảnh báo.",
      en: "The scores count, with a warning."),
    setting: Translation(
      vi: "Mục “Năm” của trang Khối.",
      en: "The item “Năm” of the sheet Khối."),
    remedy: Translation(
      vi: "Kiểm tra có gửi nhầm bảng năm trước không.",
      en: "See whether last year's table was sent."),
    example: Translation(
      vi: "“BẢNG TỰ CHẤM ĐIỂM NĂM 2018” trong khối của năm 2019.",
      en: "“BẢNG TỰ CHẤM ĐIỂM NĂM 2018” in a block of 2019."))

  static let formOutdated = FindingExplanation(
    meaning: Translation(
      vi: "Biểu do thidua lập từ bộ tiêu chí khác với quy chế hiện hành, hoặc cho khối khác.",
      en: "A form that thidua made from other criteria than the regulation's, or for another "
        + "block."),
    treatment: Translation(
      vi: "Điểm tính theo quy chế hiện hành, có cảnh báo.",
      en: "The scores count by the regulation as it is, with a warning."),
    setting: Translation(
      vi: "Lập lại biểu bằng “thidua forms” sau mỗi lần sửa trang Tiêu chí.",
      en: "Make the forms anew with “thidua forms” after each change of the sheet Tiêu chí."),
    remedy: Translation(
      vi: "Gửi biểu mới cho đơn vị, hoặc xác nhận các tiêu chí đã đổi không ảnh hưởng.",
      en: "Send the unit a new form, or confirm that what changed does not matter."),
    example: Translation(
      vi: "Biểu phát tháng 3, tháng 6 khối sửa điểm tối đa của tiêu chí 1.2.",
      en: "Forms went out in March; in June the block changed the maximum of criterion 1.2."))

  static let lateSubmission = FindingExplanation(
    meaning: Translation(
      vi: "Thư mang tệp đến sau “Hạn nộp”. Không có thư thì không tệp nào bị coi là muộn.",
      en: "The mail with the file came after “Hạn nộp”. Without a mail nothing is late."),
    treatment: Translation(
      vi: "Vẫn nhận, có cảnh báo. `không nhận`: tệp không được tính, trừ khi cột “Tệp dùng” ghi "
        + "tên tệp. `trừ N điểm/ngày`: trừ vào tổng, mỗi 24 giờ bắt đầu sau hạn là một ngày.",
      en: "It is accepted, with a warning. `không nhận`: it does not count, unless the column “Tệp "
        + "dùng” names it. `trừ N điểm/ngày`: subtracted from the total, a day for every 24 hours "
        + "begun after the deadline."),
    setting: Translation(
      vi: "Mục “Nộp muộn” của trang Khối: `nhận`, `không nhận`, `trừ N điểm/ngày`; mục “Hạn nộp”.",
      en:
        "The item “Nộp muộn” of the sheet Khối: `nhận`, `không nhận`, `trừ N điểm/ngày`; the item "
        + "“Hạn nộp”."),
    remedy: Translation(
      vi: "Gửi trước hạn; nếu có lý do, xin ý kiến cơ quan thường trực.",
      en: "Send it before the deadline; where there was a reason, ask the office."),
    example: Translation(
      vi: "Hạn 17:00 ngày 20/11, thư đến 09:12 ngày 21/11.",
      en: "The deadline is 17:00 on 20 November, the mail came at 09:12 on the 21st."))
}
