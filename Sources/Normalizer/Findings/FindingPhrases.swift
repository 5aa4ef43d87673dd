public import Language

extension FindingCode: Phrase {
  /// What is wrong, what was done, and what to do next.
  public var translation: Translation {
    switch self {
    case .unreadableFile:
      Translation(
        vi: "Không đọc được tệp: {detail}. Đề nghị đơn vị mở, lưu lại và gửi lại tệp.",
        en: "The file cannot be read: {detail}. Ask the unit to open, save and send it again.")
    case .encryptedFile:
      Translation(
        vi:
          "Tệp có mật khẩu nên không đọc được: {detail}. Ghi mật khẩu vào cột “Mật khẩu” của trang "
          + "tính Đơn vị, hoặc đề nghị đơn vị bỏ mật khẩu và gửi lại.",
        en: "The file is protected: {detail}. Enter its password in the column “Mật khẩu” of the "
          + "sheet of units, or ask the unit to remove it and send the file again.")
    case .unsupportedFormat:
      Translation(
        vi: "Định dạng chưa đọc được: {detail}. Đề nghị đơn vị lưu lại thành .xlsx và gửi lại.",
        en: "This format is not read: {detail}. Ask the unit to save it as .xlsx and send it again."
      )
    case .limitExceeded:
      Translation(
        vi: "Tệp vượt giới hạn: {detail}. Đề nghị đơn vị gửi lại riêng bảng chấm điểm, hoặc chạy "
          + "lại với --limit TÊN=N nếu tệp thật sự lớn như vậy.",
        en: "The file exceeds a limit: {detail}. Ask the unit for the score table alone, or run "
          + "again with --limit NAME=N where the file is as large as that.")
    case .macrosIgnored:
      Translation(
        vi: "Tệp có macro; macro không được chạy, điểm vẫn được đọc.",
        en: "The file holds macros; they were not run, the scores were read.")
    case .legacyEncoding:
      Translation(
        vi: "Chữ trong tệp theo bảng mã {detail} ({other}), đã chuyển sang Unicode. "
          + "Đối chiếu lại nội dung nếu thấy chữ lạ.",
        en: "The text is in the encoding {detail} ({other}) and was converted to Unicode. "
          + "Compare the contents where letters look odd.")
    case .noScoreTable:
      Translation(
        vi: "Không tìm thấy bảng chấm điểm: cần một dòng tiêu đề có cột nội dung (hoặc mã) và cột "
          + "điểm tự chấm. Kiểm tra tệp hoặc đề nghị đơn vị gửi lại.",
        en: "No score table was found: it needs a header row with contents (or codes) and self "
          + "scores. Look into the file or ask the unit to send it again.")
    case .severalScoreTables:
      Translation(
        vi: "Có hơn một bảng hoặc cột điểm ({detail}); đã dùng {action}. Đề nghị kiểm tra.",
        en: "There is more than one score table or column ({detail}); {action} was used. "
          + "Please check.")
    case .unitUnknown:
      Translation(
        vi: "Không biết tệp của đơn vị nào (trong tệp ghi: {value}; gần giống: {other}). Ghi thêm "
          + "tên gọi khác vào quy chế hoặc sửa tên trong tệp.",
        en: "It is not known whose file this is (it says: {value}; similar: {other}). Add the name "
          + "as an alias in the regulation or correct it in the file.")
    case .unitAmbiguous:
      Translation(
        vi: "Tệp nêu tên nhiều đơn vị: {detail}. Ghi rõ “Đơn vị: …” trong tệp.",
        en: "The file names several units: {detail}. State “Đơn vị: …” in the file.")
    case .unitConflict:
      Translation(
        vi: "Tệp được tính cho {action} nhưng ở nơi khác lại ghi {other}. Xác nhận với đơn vị.",
        en: "The file counts for {action} but elsewhere says {other}. Confirm with the unit.")
    case .duplicateSubmission:
      Translation(
        vi: "Tệp trùng từng byte với {other}; chỉ tính một lần.",
        en: "The file is the same, byte for byte, as {other}; it counts once.")
    case .supersededSubmission:
      Translation(
        vi: "Đơn vị có bản gửi sau là {other}; bản này không tính.",
        en: "The unit sent {other} later; this version does not count.")
    case .versionConflict:
      Translation(
        vi: "Đơn vị gửi nhiều tệp khác nhau ({other}), không rõ bản nào sau cùng. "
          + "Ghi tên tệp được tính vào cột “Tệp dùng” của trang tính Đơn vị.",
        en: "The unit sent different files ({other}) in no known order. Name the one to count in "
          + "the column “Tệp dùng” of the sheet of units.")
    case .lateSubmission:
      Translation(
        vi: "Tệp đến lúc {value}, sau hạn nộp {expected}: {detail}",
        en: "The file came at {value}, after the deadline {expected}: {detail}")
    case .copiedSubmission:
      Translation(
        vi: "Bảng điểm có thể chép từ đơn vị khác: {other}. Xác nhận với các đơn vị.",
        en: "The table may be a copy of another unit's: {other}. Confirm with the units.")
    case .wrongYear:
      Translation(
        vi: "Tiêu đề “{value}” không phải của năm {expected}. Xác nhận bảng của đúng năm.",
        en: "The title “{value}” is not of the year {expected}. Confirm the year of the table.")
    case .formOutdated:
      Translation(
        vi: "Biểu này lập từ bộ tiêu chí khác với quy chế hiện hành (biểu của {value}); điểm vẫn "
          + "tính theo quy chế. Gửi biểu mới cho đơn vị hoặc xác nhận các tiêu chí đã đổi.",
        en: "This form was made from other criteria than the regulation's (a form of {value}); the "
          + "scores count by the regulation. Send the unit a new form or confirm what changed.")
    case .missingCriterion:
      Translation(
        vi: "Bảng thiếu tiêu chí {criterion} ({content}); tính: {action}. Đề nghị đơn vị bổ sung.",
        en: "The table has no row for criterion {criterion} ({content}); counted: {action}. "
          + "Ask the unit to add it.")
    case .unknownCriterion:
      Translation(
        vi: "“{content}” không có trong bảng tiêu chí của đơn vị nên điểm {value} không tính "
          + "(gần giống: {other}).",
        en: "“{content}” is not among the unit's criteria, so {value} does not count "
          + "(similar: {other}).")
    case .duplicateCriterion:
      Translation(
        vi: "Tiêu chí {criterion} đã có ở dòng {other}; dòng này (điểm {value}) không tính.",
        en: "Criterion {criterion} is already in row {other}; this row ({value}) does not count.")
    case .maximumChanged:
      Translation(
        vi: "Điểm tối đa của {criterion} ghi {value}, quy chế là {action}; tính theo quy chế.",
        en: "The maximum of {criterion} says {value}, the regulation {action}; the latter counts.")
    case .targetChanged:
      Translation(
        vi:
          "Chỉ tiêu của {criterion} ghi {value}, giao ước và quy chế là {action}; tính theo quy chế.",
        en:
          "The target of {criterion} says {value}, the covenant and regulation {action}; the latter "
          + "counts.")
    case .totalMismatch:
      Translation(
        vi: "Tổng ghi {value} không khớp các điểm thành phần ({expected}); tính theo thành phần.",
        en: "The stated total {value} is not the sum of its parts ({expected}); the parts count.")
    case .hiddenContent:
      Translation(
        vi: "Có điểm nằm ở chỗ bị ẩn ({detail}); vẫn tính. Đề nghị kiểm tra.",
        en: "There are scores in a hidden place ({detail}); they count. Please check.")
    case .formulaNotCalculated:
      Translation(
        vi: "Công thức {value} chưa được tính khi lưu tệp; kết quả dùng: {action}. Nếu không có "
          + "kết quả, đề nghị đơn vị mở, lưu lại và gửi lại.",
        en: "The formula {value} was never calculated; the result in use: {action}. Where there "
          + "is none, ask the unit to open, save and send the file again.")
    case .formulaError:
      Translation(
        vi: "Công thức báo lỗi {value} nên tiêu chí {criterion} thiếu điểm. Đề nghị đơn vị sửa.",
        en: "The formula gives {value}, so {criterion} has no score. Ask the unit to correct it.")
    case .mergedScore:
      Translation(
        vi: "Một điểm ({value}) gộp cho nhiều tiêu chí nên {criterion} thiếu điểm. "
          + "Đề nghị đơn vị tách điểm.",
        en: "One score ({value}) is merged over several criteria, so {criterion} has none. "
          + "Ask the unit to split it.")
    case .notANumber:
      Translation(
        vi: "“{value}” không phải là số nên tiêu chí {criterion} thiếu điểm. Đề nghị đơn vị sửa.",
        en: "“{value}” is not a number, so {criterion} has no score. Ask the unit to correct it.")
    case .ambiguousNumber:
      Translation(
        vi: "“{value}” có thể hiểu nhiều cách (tối đa {maximum}) nên tiêu chí {criterion} thiếu "
          + "điểm. Đề nghị đơn vị ghi rõ.",
        en: "“{value}” can be read in more than one way (maximum {maximum}), so {criterion} has no "
          + "score. Ask the unit to write it plainly.")
    case .numberAsText:
      Translation(
        vi: "Số ghi dạng chữ “{value}”, đã đọc là {action}.",
        en: "The number is text, “{value}”, and was read as {action}.")
    case .dateInsteadOfScore:
      Translation(
        vi: "Ô điểm của {criterion} là ngày {value}; đã đọc lại là {action}. Xác nhận với đơn vị.",
        en: "The score of {criterion} is the date {value}; it was read back as {action}. "
          + "Confirm with the unit.")
    case .overMaximum:
      Translation(
        vi: "Điểm {value} của {criterion} vượt tối đa {expected}; tính {action}.",
        en: "The score {value} of {criterion} is above its maximum {expected}; it counts {action}.")
    case .negativeScore:
      Translation(
        vi: "Điểm {value} của {criterion} là số âm mà không phải điểm trừ; tính {action}.",
        en: "The score {value} of {criterion} is negative and no deduction; it counts {action}.")
    case .missingScore:
      Translation(
        vi: "Tiêu chí {criterion} ({content}) không có điểm dùng được; tính: {action}.",
        en: "Criterion {criterion} ({content}) has no score that can be used; counted: {action}.")
    case .missingEvidence:
      Translation(
        vi: "Tiêu chí {criterion} có điểm {value} nhưng thiếu minh chứng; tính {action}.",
        en: "Criterion {criterion} claims {value} without evidence; it counts {action}.")
    case .scoreOnGroup:
      Translation(
        vi: "Điểm {value} ghi ở dòng nhóm {criterion} mà các tiêu chí trong nhóm không có điểm; "
          + "không tính. Đề nghị đơn vị chấm từng tiêu chí.",
        en: "{value} stands on the group {criterion}, whose criteria have no scores; it does not "
          + "count. Ask the unit to score each criterion.")
    case .selfAppraisedGap:
      Translation(
        vi: "Tiêu chí {criterion}: tự chấm {value}, thẩm định {action}, chênh từ {expected}% trở "
          + "lên.",
        en: "Criterion {criterion}: self {value}, appraised {action}, apart by {expected}% or "
          + "more.")
    case .computedMismatch:
      Translation(
        vi: "Điểm ghi {value} khác điểm theo cách chấm của {criterion}; tính {action}.",
        en: "The score {value} differs from what the method of {criterion} gives; it counts "
          + "{action}.")
    case .nominationIncomplete, .nominationDuplicate, .nominationWithoutCondition,
      .nominationOverQuota, .nominationNotEligible, .unknownTitle, .practiceIncomplete:
      peopleTranslation
    case .notSubmitted:
      Translation(vi: "Đơn vị chưa nộp bảng chấm điểm.", en: "The unit sent no score table.")
    case .notEligible:
      Translation(
        vi: "Đơn vị không thuộc diện xếp hạng: {detail}.", en: "The unit is not ranked: {detail}.")
    case .quotaExceeded:
      Translation(
        vi: "Đủ điều kiện {value} nhưng vượt số lượng cho phép ({detail}); kết quả: {action}.",
        en: "Fit for {value} but beyond its quota ({detail}); the outcome: {action}.")
    case .tieUnresolved:
      Translation(
        vi: "Đồng hạng {value} với {other} sau khi xét hết các khóa; hội nghị quyết định.",
        en: "Shares rank {value} with {other} after the whole tie chain; the meeting decides.")
    case .levelling:
      Translation(vi: "Có dấu hiệu cào bằng: {detail}", en: "A sign of levelling: {detail}")
    case .outlier:
      Translation(vi: "Khác xa số còn lại: {detail}", en: "Far from the others: {detail}")
    }
  }
}
