import Synchronization

/// Remembers what a pure function said of a text: the units of a block fill in the same form, so that
/// nearly every title and label is asked about once a file.
///
/// Good for any number of threads. What is remembered is bounded; a part of it is dropped where it
/// grows beyond that. Long texts are not remembered, for they are sentences that hardly recur.
///
/// Finding the tables of 10,000 submissions of one form took 35 s of processor time without the memos of
/// titles, row labels and codes and with slower keys, 7 s with them (`perf record`, main block of
/// `gen_block.py`).
public final class TextMemo<Answer: Sendable>: Sendable {
  private let shards: [Shard]

  /// A memo that remembers nothing yet.
  public init() {
    shards = (0..<Self.shardCount).map { _ in Shard() }
  }

  /// What `compute` says of `text`, asked or remembered.
  public func answer(for text: String, _ compute: (String) -> Answer) -> Answer {
    guard text.utf8.count <= Self.longest else { return compute(text) }
    let key = ExactText(text)
    let hash = key.hashValue
    let shard = shards[hash & (Self.shardCount - 1)]
    if let answer = shard.answers.withLock({ $0[key] }) { return answer }
    let answer = compute(text)
    shard.answers.withLock { answers in
      if answers.count >= Self.shardCapacity { answers.removeAll(keepingCapacity: true) }
      answers[key] = answer
    }
    return answer
  }

  /// Several locks, so that threads seldom wait for each other.
  private final class Shard: Sendable {
    let answers = Mutex<[ExactText: Answer]>([:])
  }

  private static var shardCount: Int { 16 }
  private static var shardCapacity: Int { 512 }
  private static var longest: Int { 200 }
}

/// A text that equals another where its bytes do: composed and decomposed letters differ, and hashing
/// need not bring them to one form, which is what makes texts with accents slow as keys.
public struct ExactText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// A key for a text.
  public init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  public static func == (one: ExactText, other: ExactText) -> Bool {
    guard one.text.utf8.count == other.text.utf8.count else { return false }
    let isEqual = one.text.utf8.withContiguousStorageIfAvailable { mine in
      other.text.utf8.withContiguousStorageIfAvailable { Self.areEqual(mine, $0) }
    }
    return (isEqual ?? nil) ?? one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Whether two stretches of one length hold the same bytes, eight of which are compared at a time.
  private static func areEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (one, other) = (UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= one.count {
      let left = one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard left == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      index += 8
    }
    while index < one.count {
      guard one[index] == other[index] else { return false }
      index += 1
    }
    return true
  }

  /// Takes in the text's bytes.
  public func hash(into hasher: inout Hasher) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
