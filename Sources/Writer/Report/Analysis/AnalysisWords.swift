import Language

/// What the figures of the analysis mean, for those who decide.
enum AnalysisWords: Phrase {
  case verdict, chartData
  case spread, spreadEnough, spreadTooSmall
  case shares, levelledNone, levelledSome, ranksFirm, ranksLoose, leader
  case totalsChart, totalsChartDescription, lowestPart, secondPart, thirdPart, highestPart
  case totalsMeaning, sharesMeaning, criteriaMeaning, ranksMeaning
  case weakChart, weakChartFor, weakChartDescription
  case rankChart, rankChartDescription, rankAxis

  var translation: Translation {
    switch self {
    case .verdict: Translation(vi: "Nhận định", en: "What it comes to")
    case .chartData: Translation(vi: "Số liệu của biểu đồ", en: "Figures of the chart")
    case .spread:
      Translation(
        vi: "{group}: {count} đơn vị được xếp hạng, tổng điểm từ {low} đến {high}, ở giữa là "
          + "{median}; nửa số đơn vị ở giữa cách nhau không quá {range} điểm",
        en: "{group}: {count} ranked units, totals from {low} to {high}, {median} in the middle; "
          + "the middle half lies within {range} points")
    case .spreadEnough:
      Translation(
        vi: "{spread}: tổng điểm phân biệt được các đơn vị.",
        en: "{spread}: the totals tell the units apart.")
    case .spreadTooSmall:
      Translation(
        vi: "{spread}: quá sát nhau, thứ hạng ở giữa bảng gần như ngẫu nhiên.",
        en: "{spread}: so close that the ranks in the middle are nearly a matter of chance.")
    case .shares:
      Translation(
        vi: "{share}% số điểm của các tiêu chí thường ở mức tối đa. {levelled}",
        en: "{share}% of the scores of base criteria are at the maximum. {levelled}")
    case .levelledNone:
      Translation(
        vi: "Không có tiêu chí nào mà hầu hết đơn vị cùng đạt tối đa.",
        en: "There is no criterion in which nearly all units reach the maximum.")
    case .levelledSome:
      Translation(
        vi:
          "Ở {count} tiêu chí hầu hết đơn vị đạt tối đa ({codes}): các tiêu chí này không giúp xếp "
          + "hạng; nên nâng yêu cầu, đổi cách chấm hoặc bỏ ở quy chế năm sau.",
        en: "In {count} criteria nearly all units reach the maximum ({codes}): they do not help to "
          + "rank; ask for more, score them otherwise or drop them next year.")
    case .ranksFirm:
      Translation(
        vi: "Thứ hạng vững: không đơn vị nào đổi hạng quá nửa số lần khi điểm xê dịch trong ngưỡng "
          + "thẩm định.",
        en:
          "The ranks are firm: no unit changes its rank in more than half of the runs when scores "
          + "move within what the appraisal lets pass.")
    case .ranksLoose:
      Translation(
        vi:
          "{loose} trong {count} thứ hạng chưa chắc chắn: điểm chỉ xê dịch trong ngưỡng thẩm định "
          + "là quá nửa số lần đổi hạng. Nên xem kỹ trước khi quyết định ở ranh giới khen thưởng.",
        en:
          "{loose} of {count} ranks are not firm: scores that move within what the appraisal lets "
          + "pass change them in more than half of the runs. Look closely before deciding at the "
          + "edge of an award.")
    case .leader:
      Translation(
        vi: "Hạng nhất, {unit}, giữ hạng trong {share}% số lần thử.",
        en: "The first, {unit}, keeps the rank in {share}% of the runs.")
    case .totalsChart:
      Translation(vi: "Tổng điểm của từng nhóm đơn vị", en: "Totals by group of units")
    case .totalsChartDescription:
      Translation(
        vi: "Biểu đồ thanh: mỗi thanh từ tổng điểm thấp nhất đến cao nhất, chia thành bốn phần tư",
        en: "Bars from the lowest to the highest total, divided into quarters of the units")
    case .lowestPart: Translation(vi: "Phần tư thấp nhất", en: "Lowest quarter")
    case .secondPart: Translation(vi: "Đến điểm ở giữa", en: "Up to the middle")
    case .thirdPart: Translation(vi: "Trên điểm ở giữa", en: "Above the middle")
    case .highestPart: Translation(vi: "Phần tư cao nhất", en: "Highest quarter")
    case .totalsMeaning:
      Translation(
        vi:
          "Cách đọc: mỗi màu là một phần tư số đơn vị. Hai phần màu đậm càng ngắn, nửa số đơn vị ở "
          + "giữa càng sát điểm nhau và thứ hạng của họ càng kém ý nghĩa.",
        en:
          "How to read it: each colour is a quarter of the units. The shorter the two dark parts, "
          + "the closer the middle half of the units, and the less their ranks mean.")
    case .sharesMeaning:
      Translation(
        vi: "Cách đọc: cột “tối đa” cao hơn hẳn các cột khác là dấu hiệu chấm điểm cào bằng.",
        en: "How to read it: a column “maximum” far above the others is a sign of levelling.")
    case .criteriaMeaning:
      Translation(
        vi: "Cách đọc: độ phân biệt cho biết đơn vị mạnh có được điểm cao hơn ở tiêu chí đó không. "
          + "Gần 0: tiêu chí không phân biệt được mạnh yếu; âm: đơn vị mạnh lại được điểm thấp, nên "
          + "xem lại cách chấm.",
        en:
          "How to read it: discrimination tells whether strong units score higher in a criterion. "
          + "Near 0 it does not tell strong from weak; below 0 strong units score lower, and the "
          + "scoring should be looked into.")
    case .ranksMeaning:
      Translation(
        vi:
          "Cách đọc: thanh càng dài, thứ hạng càng dễ đổi. Hai đơn vị có thanh chồng lên nhau thì "
          + "chưa thể nói chắc ai hơn ai.",
        en:
          "How to read it: the longer the bar, the easier the rank changes. Where the bars of two "
          + "units overlap, nobody can say for sure which is the better.")
    case .weakChart:
      Translation(
        vi: "Các tiêu chí phân biệt kém nhất", en: "The criteria that tell units apart least")
    case .weakChartFor:
      Translation(
        vi: "Các tiêu chí phân biệt kém nhất: {group}",
        en: "The criteria that tell units apart least: {group}")
    case .weakChartDescription:
      Translation(
        vi: "Biểu đồ thanh: độ phân biệt của các tiêu chí kém nhất, từ −1 đến 1",
        en: "Bars: the discrimination of the least criteria, from −1 to 1")
    case .rankChart:
      Translation(
        vi: "Khoảng thứ hạng khi điểm xê dịch: {group}",
        en: "Intervals of ranks when scores move: {group}")
    case .rankChartDescription:
      Translation(
        vi: "Biểu đồ thanh: mỗi đơn vị từ hạng cao nhất đến hạng thấp nhất trong 90% số lần thử",
        en: "Bars: each unit from its best to its worst rank in 90% of the runs")
    case .rankAxis: Translation(vi: "Hạng", en: "Rank")
    }
  }
}
