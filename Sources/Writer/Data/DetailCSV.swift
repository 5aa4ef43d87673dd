public import Language
import Normalizer
import Ranking
import Regulation

/// `diem-chi-tiet.csv`: every counted score in long form, one line a unit and criterion.
///
/// Units of which nothing was counted have no lines. Points have a decimal point and are exact.
public enum DetailCSV {
  /// The file's bytes: UTF-8 with a byte order mark, RFC 4180 with CRLF; titles and words in
  /// `language`.
  public static func bytes(_ consolidation: Consolidation, language: Language) -> [UInt8] {
    var csv = CSVText()
    let titles: [ColumnTitle] = [
      .group, .unitCode, .unit, .status, .rank, .criterion, .content, .kind, .maximum, .selfScore,
      .appraised, .counted, .notApplicable, .file, .sheet, .cell,
    ]
    csv.record(titles.map { .text($0.text(in: language)) })
    let criteria = consolidation.regulation.criteria
    for standing in consolidation.standings.units {
      for score in standing.scores {
        let criterion = criteria[score.criterion]
        csv.record([
          .text(standing.unit.group),
          .text(standing.unit.code),
          .text(standing.unit.name),
          .text(standing.status.text(in: language)),
          .number(standing.rank.map { "\($0)" }),
          .text(score.criterion),
          .text(criterion?.content),
          .text(criterion?.kind.text(in: language)),
          .number(criterion?.maximum?.description),
          .number(score.enteredPoints?.description),
          .number(score.appraisedPoints?.description),
          .number(score.counted.description),
          .text(score.isNotApplicable ? "x" : nil),
          .text(score.sheet == nil ? nil : standing.source?.file),
          .text(score.sheet),
          .text(score.cell),
        ])
      }
    }
    return csv.bytes
  }
}
