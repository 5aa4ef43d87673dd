/// What became of a submitted file.
public enum FileVerdict: String, Sendable, Hashable, CaseIterable {
  /// Its scores count.
  case counted
  /// Another file of the unit counts in its place.
  case superseded
  /// The same bytes came twice.
  case duplicate
  /// It came after the deadline, and the regulation refuses late files.
  case late
  /// It waits for a person: its unit is not known, or files of the unit contradict each other.
  case waiting
  /// It could not be read, or holds no score table.
  case unusable
}
