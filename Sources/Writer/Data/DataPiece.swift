/// The pieces in which the files for other programs are handed over: they are written while they are
/// made, and never in memory as a whole, which is 130 MB of 10,000 units.
enum DataPiece {
  /// How many bytes are gathered before they are handed over.
  static let size = 256 << 10
}
