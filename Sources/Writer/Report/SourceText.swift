import Normalizer

extension SourceCell {
  /// `bai-nop/a.xlsx, Chấm điểm!B12`.
  var shown: String { "\(file), \(sheet)!\(cell)" }
}
