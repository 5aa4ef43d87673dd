/// Gives libxml2 what stands around the rows or items that a scanner reads.
struct FrameFeed {
  private let feed: XMLFeed

  /// Gives it to the parser of `feed`.
  init(_ feed: XMLFeed) {
    self.feed = feed
  }

  /// Takes the next bytes; false where libxml2 complains: reading the whole part says of what.
  func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) -> Bool {
    (try? feed(Array(bytes)[...], isLast)) ?? false
  }
}
