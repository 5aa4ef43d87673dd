import Language

/// The sentences of the drafts for Word, each under the name by which the templates call it.
///
/// Its places are filled with the values of the whole document.
enum DocumentPhrase: String, Phrase {
  case blankName, placeAndDate
  case submissionTitle, submissionSubject, submissionNumber, submissionAddressee
  case basisRegulation, basisBlank, submissionOpening
  case submissionRanking, submissionProposals, submissionMatters, submissionClosing
  case minutesTitle, minutesSubject, minutesNumber, minutesBegin, minutesPlace, minutesChair
  case minutesSecretary, minutesPresent, minutesAbsent, minutesBasis
  case minutesRanking, minutesProposals, minutesMatters, minutesVotes, minutesTellers
  case minutesConclusion, minutesEnd
  case countsSentence, noneRanked, unrankedSentence
  case collectiveHeading, noCollective, peopleHeading, noPeople, heldBackSentence
  case noMatters, noVotes
  case headRank, headUnit, headBase, headBonus, headDeduction, headTotal, headClass, headTitles
  case headNumber, headStatus, headReason, headTitle, headVotes, headName, headPosition
  case headSubject, headMatter, headConclusion, headVotedOn, headCast, headInFavour, headShare,
    headNote
  case recipientsHead, recipientAbove, recipientUnits, recipientMembers, recipientArchive
  case signName, secretary, chair

  var translation: Translation {
    switch self {
    case .blankName: Translation(vi: "……………………………", en: "……………………………")
    case .placeAndDate:
      Translation(vi: "{place}, ngày … tháng … năm ……", en: "{place}, …… / …… / ………")
    case .submissionTitle: Translation(vi: "TỜ TRÌNH", en: "SUBMISSION")
    case .submissionSubject:
      Translation(
        vi: "Về việc đề nghị xếp hạng, khen thưởng {block} năm\u{A0}{year}",
        en: "Ranking and commendation proposed for {block}, {year}")
    case .submissionNumber:
      Translation(vi: "Số: ………/TTr-………", en: "No.: ………/………")
    case .submissionAddressee:
      Translation(
        vi: "Kính gửi: …………………………………………………", en: "To: …………………………………………………")
    case .basisRegulation:
      Translation(
        vi: "Căn cứ quy chế thi đua, khen thưởng năm\u{A0}{year} của {block};",
        en: "Under the emulation regulation of {block} for {year};")
    case .basisBlank:
      Translation(
        vi: "Căn cứ ",
        en: "Under ")
    case .submissionOpening:
      Translation(
        vi:
          "{issuer} kính trình ……………………… xem xét, quyết định kết quả thi đua năm\u{A0}{year} của {block} "
          + "như sau:",
        en: "{issuer} submits the results of the year {year} of {block} for consideration and "
          + "decision:")
    case .submissionRanking:
      Translation(vi: "I. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG", en: "I. POINTS AND RANKING")
    case .submissionProposals:
      Translation(vi: "II. ĐỀ NGHỊ KHEN THƯỞNG", en: "II. COMMENDATION PROPOSED")
    case .submissionMatters:
      Translation(
        vi: "III. NHỮNG VẤN ĐỀ CẦN XEM XÉT, QUYẾT ĐỊNH", en: "III. MATTERS TO BE DECIDED")
    case .submissionClosing:
      Translation(
        vi: "{issuer} kính trình ……………………… xem xét, quyết định./.",
        en: "Submitted for consideration and decision.")
    case .minutesTitle: Translation(vi: "BIÊN BẢN", en: "MINUTES")
    case .minutesSubject:
      Translation(
        vi: "Họp xét thi đua, khen thưởng {block} năm\u{A0}{year}",
        en: "Meeting on emulation and commendation, {block}, {year}")
    case .minutesNumber: Translation(vi: "Số: ………/BB-………", en: "No.: ………/………")
    case .minutesBegin:
      Translation(
        vi: "Thời gian bắt đầu: …… giờ ……, ngày …… tháng …… năm …………",
        en: "Begun at: …… : ……, on …… / …… / …………")
    case .minutesPlace:
      Translation(
        vi: "Địa điểm: ",
        en: "Place: ")
    case .minutesChair:
      Translation(
        vi: "Chủ trì (chủ tọa): ",
        en: "In the chair: ")
    case .minutesSecretary:
      Translation(
        vi: "Thư ký (người ghi biên bản): ",
        en: "Secretary: ")
    case .minutesPresent:
      Translation(
        vi: "Thành phần tham dự: có mặt ……/…… thành viên, gồm: ",
        en: "Present: …… of …… members, namely: ")
    case .minutesAbsent:
      Translation(
        vi: "Vắng mặt (lý do): ",
        en: "Absent (reason): ")
    case .minutesBasis:
      Translation(
        vi:
          "Căn cứ quy chế thi đua, khen thưởng năm\u{A0}{year} của {block}, hội nghị xem xét, thống "
          + "nhất các nội dung sau:",
        en: "Under the emulation regulation of {block} for {year} the meeting considers:")
    case .minutesRanking:
      Translation(
        vi: "I. BÁO CÁO KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG", en: "I. REPORT ON POINTS AND RANKING")
    case .minutesProposals:
      Translation(vi: "II. DANH HIỆU ĐỀ NGHỊ", en: "II. TITLES PROPOSED")
    case .minutesMatters:
      Translation(
        vi: "III. NỘI DUNG HỘI NGHỊ THẢO LUẬN, QUYẾT ĐỊNH",
        en: "III. MATTERS THAT THE MEETING DECIDES")
    case .minutesVotes: Translation(vi: "IV. KẾT QUẢ BỎ PHIẾU", en: "IV. VOTES")
    case .minutesTellers:
      Translation(
        vi: "Tổ kiểm phiếu: ………………………; số phiếu phát ra: ………; thu về: ………; "
          + "không hợp lệ: ………",
        en: "Tellers: ………………………; ballots issued: ………; collected: ………; invalid: ………")
    case .minutesConclusion: Translation(vi: "V. KẾT LUẬN", en: "V. CONCLUSION")
    case .minutesEnd:
      Translation(
        vi: "Biên bản được đọc lại, hội nghị thống nhất. Cuộc họp kết thúc vào …… giờ ……, ngày …… "
          + "tháng …… năm …………./.",
        en: "The minutes were read out and agreed. The meeting ended at …… : ……, on …… / …… / "
          + "…………")
    case .countsSentence:
      Translation(
        vi: "{block} có {units} đơn vị; {submitted} đơn vị đã nộp, {absent} đơn vị chưa nộp bảng "
          + "chấm điểm. Kết quả: {ranked} đơn vị được xếp hạng, {pending} đơn vị chờ xử lý, "
          + "{ineligible} đơn vị không thuộc diện xét.",
        en: "{block} has {units} units; {submitted} sent their score tables, {absent} did not. "
          + "Ranked: {ranked}; pending: {pending}; not eligible: {ineligible}.")
    case .noneRanked:
      Translation(vi: "Chưa có đơn vị nào được xếp hạng.", en: "No unit is ranked yet.")
    case .unrankedSentence:
      Translation(vi: "Các đơn vị chưa được xếp hạng:", en: "Units without a rank:")
    case .collectiveHeading: Translation(vi: "1. Tập thể", en: "1. Units")
    case .noCollective:
      Translation(vi: "Không có tập thể nào được đề nghị.", en: "No unit is proposed.")
    case .peopleHeading: Translation(vi: "2. Cá nhân", en: "2. People")
    case .noPeople:
      Translation(vi: "Không có cá nhân nào được đề nghị.", en: "Nobody is proposed.")
    case .heldBackSentence:
      Translation(
        vi: "Cá nhân được đơn vị giới thiệu nhưng chưa đưa vào danh sách đề nghị:",
        en: "People whom units nominated and who are not on the list:")
    case .noMatters:
      Translation(vi: "Không có việc nào chờ quyết định.", en: "Nothing waits for a decision.")
    case .noVotes:
      Translation(vi: "Chưa ghi nhận kết quả bỏ phiếu nào.", en: "No votes are recorded.")
    case .headRank: Translation(vi: "Hạng", en: "Rank")
    case .headUnit: Translation(vi: "Đơn vị", en: "Unit")
    case .headBase: Translation(vi: "Điểm thường", en: "Base")
    case .headBonus: Translation(vi: "Điểm thưởng", en: "Bonus")
    case .headDeduction: Translation(vi: "Điểm trừ", en: "Minus")
    case .headTotal: Translation(vi: "Tổng điểm", en: "Total")
    case .headClass: Translation(vi: "Xếp loại", en: "Class")
    case .headTitles: Translation(vi: "Đề nghị danh hiệu", en: "Titles proposed")
    case .headNumber: Translation(vi: "STT", en: "No.")
    case .headStatus: Translation(vi: "Trạng thái", en: "Status")
    case .headReason: Translation(vi: "Lý do", en: "Reason")
    case .headTitle: Translation(vi: "Danh hiệu", en: "Title")
    case .headVotes: Translation(vi: "Phiếu đồng ý", en: "Votes in favour")
    case .headName: Translation(vi: "Họ và tên", en: "Name")
    case .headPosition: Translation(vi: "Chức vụ", en: "Position")
    case .headSubject: Translation(vi: "Vấn đề", en: "Subject")
    case .headMatter: Translation(vi: "Nội dung", en: "Matter")
    case .headConclusion: Translation(vi: "Ý kiến kết luận", en: "Decision")
    case .headVotedOn: Translation(vi: "Tập thể, cá nhân", en: "Unit, person")
    case .headCast: Translation(vi: "Thu về", en: "Cast")
    case .headInFavour: Translation(vi: "Đồng ý", en: "In favour")
    case .headShare: Translation(vi: "Tỷ lệ (%)", en: "Share (%)")
    case .headNote: Translation(vi: "Ghi chú", en: "Note")
    case .recipientsHead: Translation(vi: "Nơi nhận:", en: "Copies to:")
    case .recipientAbove: Translation(vi: "- Như trên;", en: "- As above;")
    case .recipientUnits:
      Translation(vi: "- Các đơn vị của {block};", en: "- The units of {block};")
    case .recipientMembers:
      Translation(vi: "- Các thành viên dự họp;", en: "- Those who attended;")
    case .recipientArchive:
      Translation(vi: "- Lưu: VT, hồ sơ thi đua.", en: "- File.")
    case .signName:
      Translation(vi: "(Ký, ghi rõ họ tên)", en: "(Signature and name)")
    case .secretary: Translation(vi: "THƯ KÝ", en: "SECRETARY")
    case .chair: Translation(vi: "CHỦ TRÌ", en: "CHAIR")
    }
  }
}

/// Words in the cells of the drafts.
enum DocumentWord: Phrase {
  case withdrawn, confirmed, notConfirmed, notVoted, person, group

  var translation: Translation {
    switch self {
    case .withdrawn: Translation(vi: "Xin rút", en: "Withdrawn")
    case .confirmed: Translation(vi: "Đạt (từ {percent}%)", en: "Confirmed (from {percent}%)")
    case .notConfirmed:
      Translation(vi: "Không đạt (dưới {percent}%)", en: "Not confirmed (below {percent}%)")
    case .notVoted: Translation(vi: "Chưa bỏ phiếu", en: "Not voted on")
    case .person: Translation(vi: "{person} ({unit})", en: "{person} ({unit})")
    case .group: Translation(vi: "Nhóm {group}", en: "Group {group}")
    }
  }
}
