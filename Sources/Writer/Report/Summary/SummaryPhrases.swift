import Language

/// The texts of the sheet Tóm tắt that tell leadership how the year went and what to decide.
enum SummaryPhrase: Phrase {
  case office, deadline, noDeadline, deadlineTime, eligible, nobodyRanked, leadersOnly
  case errors, warnings, notes, files, nominations, practiceCount
  case totalsSection, totalsChart, totalsChartOf, totalsChartDescription, classChart
  case classChartDescription
  case tieSubject, voteSubject, pendingSubject, gapSubject, levellingSubject
  case none, more
  case tieAtTitle, tieAtClass, beyondClass, tie, nominationsOver
  case withdrew, notConfirmed, passesTo, passesToNobody, peopleVotes
  case waits, filesUnclear, copied
  case gaps, gapsMost
  case levelled, levelledCriteria

  var translation: Translation {
    switch self {
    case .office: Translation(vi: "Cơ quan thường trực: {office}", en: "Standing office: {office}")
    case .deadline: Translation(vi: "Hạn nộp: {time}", en: "Deadline: {time}")
    case .noDeadline: Translation(vi: "Hạn nộp: không quy định", en: "Deadline: none")
    case .deadlineTime:
      Translation(
        vi: "{time} ngày {day} tháng {month} năm {year}", en: "{time}, {day}/{month}/{year}")
    case .eligible: Translation(vi: "Đủ điều kiện xét", en: "Eligible")
    case .nobodyRanked:
      Translation(
        vi: "Chưa xếp hạng được đơn vị nào: {notSubmitted} chưa nộp, {pending} chờ xử lý, "
          + "{notEligible} không thuộc diện xét. Lý do của từng đơn vị ở Phụ lục II.",
        en: "No unit could be ranked: {notSubmitted} sent nothing, {pending} are pending, "
          + "{notEligible} are not eligible. Annex II says why for each.")
    case .leadersOnly:
      Translation(
        vi: "Chỉ nêu đơn vị dẫn đầu mỗi nhóm; xếp hạng đầy đủ ở Phụ lục II.",
        en: "The leader of each group alone; all ranks are in Annex II.")
    case .errors: Translation(vi: "Lỗi", en: "Errors")
    case .warnings: Translation(vi: "Cảnh báo", en: "Warnings")
    case .notes: Translation(vi: "Ghi nhận", en: "Notes")
    case .files: Translation(vi: "Tệp nhận được", en: "Files received")
    case .nominations: Translation(vi: "Đề nghị cá nhân", en: "Nominations")
    case .practiceCount: Translation(vi: "Cách làm hay", en: "Good practices")
    case .totalsSection:
      Translation(vi: "Điểm theo nhóm tiêu chí", en: "Points by group of criteria")
    case .totalsChart:
      Translation(
        vi: "Điểm các nhóm tiêu chí và điểm thưởng, chưa trừ điểm trừ",
        en: "Points by group of criteria and bonus, before deductions")
    case .totalsChartOf:
      Translation(
        vi: "{group} ({first}–{last}/{count}): điểm các nhóm tiêu chí và điểm thưởng",
        en: "{group} ({first}–{last} of {count}): points by group of criteria and bonus")
    case .totalsChartDescription:
      Translation(
        vi: "Biểu đồ thanh: điểm từng nhóm tiêu chí của các đơn vị, xếp theo thứ hạng",
        en: "Bars: points of each group of criteria by unit, in the order of their ranks")
    case .classChart: Translation(vi: "Số đơn vị theo mức xếp loại", en: "Units by class")
    case .classChartDescription:
      Translation(vi: "Biểu đồ cột: số đơn vị ở mỗi mức", en: "Columns: units in each class")
    case .tieSubject:
      Translation(vi: "Đồng hạng, vượt số lượng", en: "Ties and quotas")
    case .voteSubject: Translation(vi: "Xin rút, không đủ phiếu", en: "Withdrawn, voted down")
    case .pendingSubject: Translation(vi: "Chờ xử lý", en: "Pending")
    case .gapSubject:
      Translation(vi: "Chênh lệch tự chấm, thẩm định", en: "Self against appraisal")
    case .levellingSubject: Translation(vi: "Cào bằng", en: "Levelling")
    case .none: Translation(vi: "Không có.", en: "None.")
    case .more: Translation(vi: "Còn {count} việc nữa.", en: "{count} more.")
    case .tieAtTitle:
      Translation(
        vi: "{units} cùng hạng {rank}, nhưng {title} chỉ còn đủ chỗ cho một phần (số lượng "
          + "{quota}): hội nghị chọn đơn vị được đề nghị.",
        en: "{units} share rank {rank}, but {title} has no room for all of them (quota {quota}): "
          + "the meeting chooses.")
    case .tieAtClass:
      Translation(
        vi: "{units} cùng hạng {rank} ở ranh giới số lượng của mức {title} ({quota}) nên đều xếp "
          + "xuống: hội nghị xác nhận hoặc phân định.",
        en: "{units} share rank {rank} at the edge of the quota of {title} ({quota}) and are all "
          + "moved down: the meeting confirms this or tells them apart.")
    case .beyondClass:
      Translation(
        vi: "{units} đủ điểm mức {title} nhưng vượt số lượng {quota} nên xếp xuống: hội nghị xác "
          + "nhận.",
        en: "{units} would reach {title} but for its quota of {quota}, and moved down: the meeting "
          + "confirms this.")
    case .tie:
      Translation(
        vi: "{units} cùng hạng {rank} sau khi xét hết các tiêu chí phụ: hội nghị giữ đồng hạng "
          + "hoặc phân định.",
        en: "{units} share rank {rank} after the whole tie chain: the meeting leaves it so or "
          + "tells them apart.")
    case .nominationsOver:
      Translation(
        vi: "{unit} đề nghị {title} vượt số lượng {count} người: hội nghị chọn người.",
        en: "{unit} nominates {count} people too many for {title}: the meeting chooses.")
    case .withdrew:
      Translation(
        vi: "{unit} xin rút khỏi {title}. {next}", en: "{unit} withdrew from {title}. {next}")
    case .notConfirmed:
      Translation(
        vi: "{unit} được {votes} phiếu đồng ý cho {title}, chưa đạt {percent}%. {next}",
        en: "{unit} got {votes} votes for {title}, less than {percent}%. {next}")
    case .passesTo:
      Translation(
        vi: "Theo thứ hạng, danh hiệu được đề nghị cho {units}: hội nghị xác nhận.",
        en: "By rank the title is proposed for {units}: the meeting confirms this.")
    case .passesToNobody:
      Translation(
        vi: "Chưa có đơn vị nào khác được đề nghị: hội nghị quyết định.",
        en: "No other unit is proposed: the meeting decides.")
    case .peopleVotes:
      Translation(
        vi: "{count} lượt đề nghị cá nhân xin rút hoặc không đủ phiếu: xem Phụ lục VI.",
        en: "{count} nominations of people were withdrawn or voted down: see Annex VI.")
    case .waits:
      Translation(
        vi: "{unit} chưa được xếp hạng: {reason}. Quyết định bổ sung, chốt bản được tính hay để "
          + "ngoài xếp hạng.",
        en: "{unit} is not ranked: {reason}. Decide whether to ask for more, which version counts, "
          + "or to leave it unranked.")
    case .filesUnclear:
      Translation(
        vi: "{count} tệp chưa rõ của đơn vị nào hoặc ghi tên nhiều đơn vị: xác định chủ của tệp.",
        en: "{count} files name no unit that is known, or several: decide whose they are.")
    case .copied:
      Translation(
        vi: "Bảng điểm của {unit} có thể chép từ {other}: yêu cầu đơn vị xác nhận.",
        en: "The table of {unit} may be a copy of that of {other}: ask the units to confirm.")
    case .gaps:
      Translation(
        vi: "{count} điểm của {units} đơn vị chênh lệch từ {gap}% trở lên: hội nghị chốt điểm.",
        en: "{count} scores of {units} units are apart by {gap}% or more: the meeting settles them."
      )
    case .gapsMost:
      Translation(
        vi: "Nhiều nhất: {unit} ({count} tiêu chí, thẩm định {points} điểm).",
        en: "Most: {unit} ({count} criteria, appraisal {points} points).")
    case .levelled:
      Translation(
        vi: "{count} dấu hiệu cào bằng{criteria}: cân nhắc chấm lại hoặc sửa tiêu chí năm sau.",
        en: "{count} signs of levelling{criteria}: consider scoring again, or other criteria next "
          + "year.")
    case .levelledCriteria: Translation(vi: " (tiêu chí {codes})", en: " (criteria {codes})")
    }
  }
}
