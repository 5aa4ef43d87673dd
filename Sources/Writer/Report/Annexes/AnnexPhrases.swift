import Language

/// The texts of the annexes I, II, IV, V and VII, and of the comparison with last year.
enum AnnexPhrase: Phrase {
  case annex, attachedTo
  case totals, totalsTitle, criteriaWithoutGroup, ofMaximum, selfSum, appraisedSum, countedSum
  case totalsLegend, totalsLegendAppraised, unitWithStatus
  case classQuota, titleQuota, quotaUse, quotaNone, quotaLegend
  case appraisal, appraisalTitle, nothingAppraised, nothingDiffers, differenceByUnit
  case differenceByCriterion, appraisedCriteria, differing, beyondGap, lowered, raised, net
  case difference, shareOfMaximum, gapFlag, differenceChart, differenceChartMost
  case differenceChartDescription, appraisalLegend
  case register, registerTitle, unexpectedTask, hardship, newFactor, bonusPoints, practices
  case nothingRegistered, noPractices, evidence, registerLegend
  case practiceName, practiceContent, practiceEffect, practiceScope
  case unitsSection, findingsSection, otherFilesSection, versions, otherVersions, noOtherVersion
  case countedFile, submissionsLegend
  case lastYear, lastYearTitle, lastYearPoints, thisYearPoints, change, rankThen, rankNow
  case rankChange, lastYearLegend, notComparable, noLastYear, notRankedNow, yearChart
  case yearChartDescription

  var translation: Translation {
    switch self {
    case .annex: Translation(vi: "Phụ lục {number}", en: "Annex {number}")
    case .attachedTo:
      Translation(
        vi: "(Kèm theo văn bản số … ngày … tháng … năm … của {office})",
        en: "(Attached to document No. … of … / … / … of {office})")
    case .totals: Translation(vi: "I Tổng hợp", en: "I Totals")
    case .totalsTitle:
      Translation(
        vi: "BẢNG TỔNG HỢP ĐIỂM THEO NHÓM TIÊU CHÍ", en: "TOTALS BY GROUP OF CRITERIA")
    case .criteriaWithoutGroup: Translation(vi: "Tiêu chí ngoài nhóm", en: "Other criteria")
    case .ofMaximum: Translation(vi: "{group} (tối đa {points})", en: "{group} (at most {points})")
    case .selfSum: Translation(vi: "Tự chấm", en: "Self")
    case .appraisedSum: Translation(vi: "Thẩm định", en: "Appraised")
    case .countedSum: Translation(vi: "Được tính", en: "Counted")
    case .totalsLegend:
      Translation(
        vi: "Cột “Được tính” là điểm thường của nhóm sau khi áp dụng quy chế và mức trần của nhóm. "
          + "Tổng điểm = điểm thường + điểm thưởng − điểm trừ, trong phạm vi tổng tối đa. Dấu “–”: "
          + "đơn vị chưa được xếp hạng, lý do ghi tại Phụ lục II.",
        en: "“Counted” are the base points of a group under the regulation and the group's cap. "
          + "Total = base + bonus − deductions, within the cap of the total. “–”: the unit is not "
          + "ranked; Annex II says why.")
    case .totalsLegendAppraised:
      Translation(
        vi: "Cột “Thẩm định” lấy điểm tự chấm ở những tiêu chí chưa thẩm định; để trống nếu nhóm "
          + "chưa có tiêu chí nào được thẩm định.",
        en: "“Appraised” takes the self score where a criterion was not appraised; it is blank "
          + "where none of the group was.")
    case .unitWithStatus: Translation(vi: "{unit} ({status})", en: "{unit} ({status})")
    case .classQuota:
      Translation(
        vi: "Mức {name}, tối đa {quota} số đơn vị được xếp hạng: {uses}.",
        en: "Class {name}, at most {quota} of the ranked units: {uses}.")
    case .titleQuota:
      Translation(vi: "{name}, số lượng {quota}: {uses}.", en: "{name}, quota {quota}: {uses}.")
    case .quotaUse:
      Translation(
        vi: "căn cứ {ranked} đơn vị được xếp hạng, được {places}, đề nghị {taken}, còn {left}",
        en: "{ranked} ranked units give {places}, proposed {taken}, left {left}")
    case .quotaNone:
      Translation(
        vi: "{name}: không giới hạn số lượng; đề nghị {taken}.",
        en: "{name}: the regulation sets no quota; proposed {taken}.")
    case .quotaLegend:
      Translation(vi: "Căn cứ tính số lượng", en: "What the quotas are taken of")
    case .appraisal: Translation(vi: "IV Tự chấm, thẩm định", en: "IV Self, appraised")
    case .appraisalTitle:
      Translation(
        vi: "CHÊNH LỆCH GIỮA ĐIỂM TỰ CHẤM VÀ ĐIỂM THẨM ĐỊNH",
        en: "DIFFERENCES BETWEEN SELF SCORES AND APPRAISAL")
    case .nothingAppraised:
      Translation(
        vi: "Chưa có điểm thẩm định nào nên chưa có gì để đối chiếu. Bảng thẩm định đặt trong thư "
          + "mục tham-dinh, hoặc ở cột “Thẩm định” của bảng đơn vị gửi.",
        en: "Nothing was appraised, so there is nothing to compare. Appraisal tables lie in the "
          + "folder tham-dinh, or in a column of the unit's own table.")
    case .nothingDiffers:
      Translation(
        vi: "Đã thẩm định {count} điểm; tất cả đều bằng điểm tự chấm.",
        en: "{count} scores were appraised; all are as the units gave them.")
    case .differenceByUnit: Translation(vi: "I. Theo đơn vị", en: "I. By unit")
    case .differenceByCriterion:
      Translation(
        vi: "II. Theo tiêu chí (chỉ những điểm khác nhau)",
        en: "II. By criterion (those that differ)")
    case .appraisedCriteria: Translation(vi: "Số TC thẩm định", en: "Appraised")
    case .differing: Translation(vi: "Khác nhau", en: "Differ")
    case .beyondGap: Translation(vi: "Vượt ngưỡng", en: "Beyond the gap")
    case .lowered: Translation(vi: "Thẩm định giảm", en: "Lowered")
    case .raised: Translation(vi: "Thẩm định tăng", en: "Raised")
    case .net: Translation(vi: "Cộng", en: "Net")
    case .difference: Translation(vi: "Chênh lệch", en: "Difference")
    case .shareOfMaximum: Translation(vi: "% tối đa", en: "% of max.")
    case .gapFlag: Translation(vi: "Vượt ngưỡng {gap}%", en: "Gap of {gap}%")
    case .differenceChart:
      Translation(
        vi: "Thẩm định so với tự chấm, theo đơn vị (điểm)",
        en: "Appraisal against self scores by unit (points)")
    case .differenceChartMost:
      Translation(
        vi: "{count} đơn vị chênh lệch nhiều nhất: thẩm định so với tự chấm (điểm)",
        en: "The {count} units that differ most: appraisal against self scores (points)")
    case .differenceChartDescription:
      Translation(
        vi: "Biểu đồ thanh: điểm thẩm định giảm và tăng so với tự chấm của từng đơn vị",
        en: "Bars: points that the appraisal lowered and raised, by unit")
    case .appraisalLegend:
      Translation(
        vi: "Chênh lệch = thẩm định − tự chấm, với điểm trừ tính theo số điểm bị trừ. Ngưỡng "
          + "{gap}% theo quy chế. Đơn vị xếp theo mức chênh lệch giảm dần.",
        en: "Difference = appraised − self, of deductions the points deducted. The gap of {gap}% "
          + "is the regulation's. Units stand by the size of their differences.")
    case .register: Translation(vi: "V Thưởng, cách làm hay", en: "V Bonus, practices")
    case .registerTitle:
      Translation(
        vi: "NHIỆM VỤ ĐỘT XUẤT, VƯỢT KHÓ, NHÂN TỐ MỚI, ĐIỂM THƯỞNG VÀ CÁCH LÀM HAY",
        en: "UNEXPECTED TASKS, HARDSHIP, NEW FACTORS, BONUS AND GOOD PRACTICES")
    case .unexpectedTask: Translation(vi: "Nhiệm vụ đột xuất", en: "Unexpected tasks")
    case .hardship: Translation(vi: "Nỗ lực vượt khó", en: "Overcoming hardship")
    case .newFactor: Translation(vi: "Nhân tố mới", en: "New factors")
    case .bonusPoints: Translation(vi: "Điểm thưởng", en: "Bonus points")
    case .practices: Translation(vi: "Mô hình, cách làm hay", en: "Models and good practices")
    case .nothingRegistered:
      Translation(
        vi: "Không có đơn vị nào được tính điểm ở mục này.", en: "No unit has points of this kind.")
    case .noPractices:
      Translation(
        vi: "Không có đơn vị nào đăng ký mô hình, cách làm hay.",
        en: "No unit registered a model or good practice.")
    case .evidence:
      Translation(vi: "Minh chứng (như đơn vị ghi)", en: "Evidence (as submitted)")
    case .registerLegend:
      Translation(
        vi: "Chỉ liệt kê điểm lớn hơn 0 hoặc có minh chứng. Minh chứng ghi đúng như đơn vị gửi; "
          + "chưa kiểm tra văn bản gốc.",
        en: "Points above 0, or with evidence, are listed. Evidence stands as it was submitted; "
          + "the documents themselves were not seen.")
    case .practiceName: Translation(vi: "Tên: {text}", en: "Name: {text}")
    case .practiceContent: Translation(vi: "Nội dung: {text}", en: "What it is: {text}")
    case .practiceEffect: Translation(vi: "Hiệu quả: {text}", en: "Effect: {text}")
    case .practiceScope: Translation(vi: "Phạm vi: {text}", en: "Scope: {text}")
    case .unitsSection: Translation(vi: "I. Tình hình nộp", en: "I. Submissions")
    case .findingsSection: Translation(vi: "II. Tồn tại cần xem lại", en: "II. Findings")
    case .otherFilesSection:
      Translation(vi: "Tệp chưa rõ của đơn vị nào", en: "Files of no known unit")
    case .versions: Translation(vi: "Số bản", en: "Versions")
    case .otherVersions: Translation(vi: "Các bản khác và lý do", en: "Other versions, and why")
    case .noOtherVersion: Translation(vi: "–", en: "–")
    case .countedFile: Translation(vi: "Tệp được tính", en: "File that counts")
    case .submissionsLegend:
      Translation(
        vi: "Giờ nhận theo thư điện tử; để trống nếu không rõ. Mỗi tồn tại dẫn tới điểm ở Phụ lục "
          + "III và tới ô trong tệp của đơn vị ở trang Nguồn.",
        en: "Times are those of the mail; blank where none is known. Each finding leads to the "
          + "score in Annex III and to the unit's cell on the sheet Sources.")
    case .lastYear: Translation(vi: "So với năm trước", en: "Last year")
    case .lastYearTitle:
      Translation(vi: "KẾT QUẢ SO VỚI NĂM TRƯỚC", en: "RESULTS AGAINST LAST YEAR'S")
    case .lastYearPoints: Translation(vi: "Điểm năm {year}", en: "Points {year}")
    case .thisYearPoints: Translation(vi: "Điểm năm {year}", en: "Points {year}")
    case .change: Translation(vi: "Tăng, giảm", en: "Change")
    case .rankThen: Translation(vi: "Hạng năm {year}", en: "Rank {year}")
    case .rankNow: Translation(vi: "Hạng năm {year}", en: "Rank {year}")
    case .rankChange: Translation(vi: "Đổi hạng", en: "Rank change")
    case .lastYearLegend:
      Translation(
        vi: "Hạng ở bảng này chỉ xét giữa các đơn vị có điểm của cả hai năm, trong từng nhóm, nên "
          + "có thể khác hạng ở Phụ lục II. Điểm năm trước lấy từ quy chế.",
        en: "Ranks here are among the units with points of both years, in each group, and may "
          + "differ from those of Annex II. Last year's points are the regulation's.")
    case .notComparable: Translation(vi: "Chưa so sánh được", en: "Not compared")
    case .noLastYear:
      Translation(vi: "không có điểm năm {year}", en: "no points of {year}")
    case .notRankedNow:
      Translation(vi: "chưa được xếp hạng năm {year}", en: "not ranked in {year}")
    case .yearChart:
      Translation(vi: "Tổng điểm năm {before} và {year}", en: "Totals of {before} and {year}")
    case .yearChartDescription:
      Translation(
        vi: "Biểu đồ thanh: tổng điểm hai năm của từng đơn vị",
        en: "Bars: each unit's totals of both years")
    }
  }
}
