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
    var bytes: [UInt8] = []
    write(consolidation, language: language) { bytes += $0 }
    return bytes
  }

  /// Hands the file's bytes to `take`, piece by piece, so that it is never in memory as a whole.
  ///
  /// - Throws: what `take` throws.
  public static func write<Failure: Error>(
    _ consolidation: Consolidation, language: Language, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var csv = CSVText()
    let titles: [ColumnTitle] = [
      .group, .unitCode, .unit, .status, .rank, .criterion, .content, .kind, .maximum, .selfScore,
      .appraised, .counted, .notApplicable, .file, .sheet, .cell,
    ]
    csv.record(titles.map { .text($0.text(in: language)) })
    let criteria = consolidation.regulation.criteria
    // What the lines of a unit, and those of a criterion, have in common is written once.
    var criterionFields = ByPlace { code in
      let criterion = criteria[code]
      return CSVText.fields([
        .text(code),
        .text(criterion?.content),
        .text(criterion?.kind.text(in: language)),
        .points(criterion?.maximum),
      ])
    }
    for standing in consolidation.standings.units {
      let unitFields = CSVText.fields([
        .text(standing.unit.group),
        .text(standing.unit.code),
        .text(standing.unit.name),
        .text(standing.status.text(in: language)),
        .number(standing.rank.map { "\($0)" }),
      ])
      let file = CSVText.fields([.text(standing.source?.file)])
      for (place, score) in standing.scores.enumerated() {
        csv.begin(with: unitFields)
        csv.append(criterionFields.value(of: score.criterion, at: place))
        csv.append(.points(score.enteredPoints))
        csv.append(.points(score.appraisedPoints))
        csv.append(.points(score.counted))
        csv.append(.text(score.isNotApplicable ? "x" : nil))
        if score.sheet == nil { csv.append(.text(nil)) } else { csv.append(file) }
        csv.append(.text(score.sheet))
        csv.append(.text(score.cell))
        csv.endRecord()
      }
      try csv.flush(atLeast: DataPiece.size, to: take)
    }
    try csv.flush(to: take)
  }
}
