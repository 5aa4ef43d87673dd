import Language

/// The titles of sheets and sections, and the sentences of the reports.
enum ReportPhrase: Phrase {
  case summary, ranking, matrix, findings, sources
  case motto, mottoLine, forYear, summaryTitle, rankingTitle, matrixTitle, findingsTitle
  case sourcesTitle
  case podiumSection, classSection, decisionSection
  case unitsInBlock, submitted, ranked, pending, notEligible, notSubmitted
  case noClass, wholeBlock, groupNamed, notRankedUnits
  case filesSection, scoresSection, noFindings, noFiles
  case base, bonus, deduction, total, rank, className
  case dateLine, signHere, page, place, matrixLegend, sourcesLegend, rankingLegend
  case covenant, covenantTitle, exceeded, reached, missed, noResult

  var translation: Translation {
    switch self {
    case .summary: Translation(vi: "Tóm tắt", en: "Summary")
    case .ranking: Translation(vi: "II Xếp hạng", en: "II Ranking")
    case .matrix: Translation(vi: "III Ma trận điểm", en: "III Score matrix")
    case .findings: Translation(vi: "VII Nộp và tồn tại", en: "VII Submissions")
    case .sources: Translation(vi: "Nguồn", en: "Sources")
    case .motto:
      Translation(
        vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM")
    case .mottoLine:
      Translation(vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness")
    case .forYear: Translation(vi: "{block}, năm {year}", en: "{block}, year {year}")
    case .summaryTitle:
      Translation(vi: "TÓM TẮT KẾT QUẢ CHẤM ĐIỂM THI ĐUA", en: "SUMMARY OF THE EMULATION SCORES")
    case .rankingTitle:
      Translation(
        vi: "BẢNG XẾP HẠNG, XẾP LOẠI VÀ ĐỀ NGHỊ KHEN THƯỞNG",
        en: "RANKING, CLASSES AND PROPOSED AWARDS")
    case .matrixTitle:
      Translation(vi: "BẢNG TỔNG HỢP ĐIỂM THEO TIÊU CHÍ", en: "POINTS BY CRITERION")
    case .findingsTitle:
      Translation(
        vi: "TÌNH HÌNH NỘP BẢNG ĐIỂM VÀ TỒN TẠI CẦN XEM LẠI",
        en: "SUBMISSIONS AND FINDINGS TO LOOK INTO")
    case .sourcesTitle: Translation(vi: "NGUỒN SỐ LIỆU", en: "SOURCES OF THE FIGURES")
    case .podiumSection: Translation(vi: "Dẫn đầu", en: "At the head")
    case .classSection: Translation(vi: "Phân bố xếp loại", en: "Classes")
    case .decisionSection: Translation(vi: "Cần quyết định", en: "To be decided")
    case .unitsInBlock: Translation(vi: "Đơn vị trong khối", en: "Units of the block")
    case .submitted: Translation(vi: "Đã nộp", en: "Submitted")
    case .ranked: Translation(vi: "Được xếp hạng", en: "Ranked")
    case .pending: Translation(vi: "Chờ xử lý", en: "Pending")
    case .notEligible: Translation(vi: "Không thuộc diện xét", en: "Not eligible")
    case .notSubmitted: Translation(vi: "Chưa nộp", en: "Not submitted")
    case .noClass: Translation(vi: "Không đạt mức nào", en: "None reached")
    case .wholeBlock: Translation(vi: "Toàn khối", en: "Whole block")
    case .groupNamed: Translation(vi: "Nhóm: {group}", en: "Group: {group}")
    case .notRankedUnits: Translation(vi: "Chưa xếp hạng", en: "Not ranked")
    case .filesSection: Translation(vi: "I. Các tệp nhận được", en: "I. Files received")
    case .scoresSection:
      Translation(vi: "II. Nơi ghi từng điểm được tính", en: "II. Where each counted score stands")
    case .noFindings: Translation(vi: "Không có tồn tại nào.", en: "There are no findings.")
    case .noFiles: Translation(vi: "Chưa nhận được tệp nào.", en: "No file was received.")
    case .base: Translation(vi: "Điểm thường", en: "Base points")
    case .bonus: Translation(vi: "Điểm thưởng", en: "Bonus")
    case .deduction: Translation(vi: "Điểm trừ", en: "Deductions")
    case .total: Translation(vi: "TỔNG ĐIỂM", en: "TOTAL")
    case .rank: Translation(vi: "Hạng", en: "Rank")
    case .className: Translation(vi: "Xếp loại", en: "Class")
    case .dateLine:
      Translation(
        vi: "{place}, ngày … tháng … năm …", en: "{place}, … / … / …")
    case .signHere: Translation(vi: "(Ký tên, đóng dấu)", en: "(Signature and seal)")
    case .page: Translation(vi: "Trang &P/&N", en: "Page &P/&N")
    case .place: Translation(vi: "…………………", en: "…………………")
    case .matrixLegend:
      Translation(
        vi: "KPS hoặc số nghiêng: không phát sinh. Số đỏ: không có điểm dùng được, tính 0. Ô xám: "
          + "không áp dụng cho nhóm, hoặc đơn vị chưa có bảng điểm. Nền theo tỷ lệ so với điểm tối "
          + "đa: cam đậm dưới 25%, cam nhạt dưới 50%, vàng dưới 80%, xanh nhạt dưới 100%, xanh lá "
          + "đạt tối đa; xanh dương: có điểm thưởng; hồng: có điểm trừ. Bấm vào một điểm để tới "
          + "nguồn của nó.",
        en: "N/A or italics: not applicable. Red: no usable score, counts 0. Grey cells: not for "
          + "the group, or the unit has no score table. Grounds by the share of the maximum: dark "
          + "orange below 25%, light orange below 50%, yellow below 80%, light green below 100%, "
          + "green at the maximum; blue: a bonus; pink: a deduction. Click a score to get to its "
          + "source.")
    case .sourcesLegend:
      Translation(
        vi: "Mỗi tệp có mã SHA-256 để đối chiếu; mỗi điểm được tính dẫn tới tệp, trang tính và ô.",
        en: "Each file has its SHA-256 to compare with; each counted score names file, sheet, cell."
      )
    case .rankingLegend:
      Translation(
        vi: "Xếp loại và danh hiệu là đề nghị theo điểm và quy chế; hội nghị của khối quyết định.",
        en: "Classes and titles are proposals by points and regulation; the block's meeting "
          + "decides.")
    case .covenant: Translation(vi: "Giao ước", en: "Covenant")
    case .covenantTitle:
      Translation(
        vi: "KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO ƯỚC THI ĐUA",
        en: "RESULTS AGAINST THE COVENANT'S TARGETS")
    case .exceeded: Translation(vi: "Vượt", en: "Exceeded")
    case .reached: Translation(vi: "Đạt", en: "Reached")
    case .missed: Translation(vi: "Chưa đạt", en: "Missed")
    case .noResult: Translation(vi: "Chưa có kết quả", en: "No result")
    }
  }
}

/// The titles of the reports' columns.
enum ColumnTitle: Phrase {
  case number, group, unitCode, unit, status, rank, base, bonus, deduction, total, className
  case titles, reason, criterion, content, kind, maximum, selfScore, appraised, counted
  case notApplicable, file, sheet, cell, received, sha256, verdict, severity, code, value, action
  case message, floor, quota, count, share, decision, pointsPlace, sourcePlace, seeAlso
  case target, result, outcome, place, subject, change

  var translation: Translation {
    switch self {
    case .number: Translation(vi: "STT", en: "No.")
    case .target: Translation(vi: "Chỉ tiêu", en: "Target")
    case .result: Translation(vi: "Kết quả", en: "Result")
    case .change: Translation(vi: "Đã thay đổi gì, vì sao", en: "What was changed, and why")
    case .outcome: Translation(vi: "Đánh giá", en: "Outcome")
    case .place: Translation(vi: "Trang, ô", en: "Sheet, cell")
    case .subject: Translation(vi: "Nội dung", en: "Subject")
    case .group: Translation(vi: "Nhóm", en: "Group")
    case .unitCode: Translation(vi: "Mã đơn vị", en: "Unit code")
    case .unit: Translation(vi: "Đơn vị", en: "Unit")
    case .status: Translation(vi: "Trạng thái", en: "Status")
    case .rank: Translation(vi: "Hạng", en: "Rank")
    case .base: Translation(vi: "Điểm thường", en: "Base")
    case .bonus: Translation(vi: "Điểm thưởng", en: "Bonus")
    case .deduction: Translation(vi: "Điểm trừ", en: "Deductions")
    case .total: Translation(vi: "Tổng điểm", en: "Total")
    case .className: Translation(vi: "Xếp loại", en: "Class")
    case .titles: Translation(vi: "Danh hiệu đề nghị", en: "Titles proposed")
    case .reason: Translation(vi: "Lý do", en: "Reason")
    case .criterion: Translation(vi: "Mã tiêu chí", en: "Criterion")
    case .content: Translation(vi: "Nội dung", en: "Content")
    case .kind: Translation(vi: "Loại", en: "Kind")
    case .maximum: Translation(vi: "Điểm tối đa", en: "Maximum")
    case .selfScore: Translation(vi: "Tự chấm", en: "Self")
    case .appraised: Translation(vi: "Thẩm định", en: "Appraised")
    case .counted: Translation(vi: "Điểm tính", en: "Counted")
    case .notApplicable: Translation(vi: "Không phát sinh", en: "Not applicable")
    case .file: Translation(vi: "Tệp", en: "File")
    case .sheet: Translation(vi: "Trang tính", en: "Sheet")
    case .cell: Translation(vi: "Ô", en: "Cell")
    case .received: Translation(vi: "Nhận lúc", en: "Received")
    case .sha256: Translation(vi: "SHA-256", en: "SHA-256")
    case .verdict: Translation(vi: "Kết luận", en: "Verdict")
    case .severity: Translation(vi: "Mức độ", en: "Severity")
    case .code: Translation(vi: "Mã tồn tại", en: "Code")
    case .value: Translation(vi: "Giá trị nộp", en: "Value")
    case .action: Translation(vi: "Đã xử lý", en: "Action")
    case .message: Translation(vi: "Nội dung", en: "Message")
    case .floor: Translation(vi: "Từ điểm", en: "From")
    case .quota: Translation(vi: "Tỷ lệ tối đa", en: "Quota")
    case .count: Translation(vi: "Số đơn vị", en: "Units")
    case .share: Translation(vi: "Tỷ lệ", en: "Share")
    case .decision: Translation(vi: "Việc cần quyết định", en: "What is to be decided")
    case .pointsPlace: Translation(vi: "Xem điểm", en: "Points")
    case .sourcePlace: Translation(vi: "Xem nguồn", en: "Source")
    case .seeAlso: Translation(vi: "Xem", en: "See")
    }
  }
}
