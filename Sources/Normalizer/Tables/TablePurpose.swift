/// Who filled a table in, which decides what its columns are.
public enum TablePurpose: Sendable, Hashable {
  /// The unit itself: self scores, and appraised ones where its table has such a column.
  case submission
  /// The office or a peer unit (`tham-dinh/`): what it gives is the appraised score.
  case appraisal
}
