import Spreadsheet
import Synchronization

/// The texts that were met, each known once.
///
/// One file at a time is read with it (`TextMemories`), so that no cell takes a lock. What it keeps is
/// bounded; where evidence and notes, which hardly recur, fill it up, it begins anew.
final class TextMemory {
  private let catalog: TitleCatalog
  private var texts: [ExactText: KnownText] = [:]
  /// The bytes of the texts.
  private var size = 0

  /// A memory of nothing yet.
  ///
  /// - Parameter catalog: the titles for people that columns may be headed with.
  init(catalog: TitleCatalog = TitleCatalog([])) {
    self.catalog = catalog
  }

  /// What is known of a text.
  func known(_ text: String) -> KnownText {
    let key = ExactText(text)
    if let known = texts[key] { return known }
    let known = KnownText(text, catalog: catalog)
    let count = text.utf8.count
    guard count <= Self.longest else { return known }
    if texts.count >= Self.capacity || size + count > Self.bytes {
      texts.removeAll(keepingCapacity: true)
      size = 0
    }
    texts[key] = known
    size += count
    return known
  }

  private static let capacity = 4096
  private static let bytes = 1 << 20
  /// The contents of criteria recur, be they ever so long; what is longer is no content.
  private static let longest = 4096
}

/// A memory for each thread that reads files.
final class TextMemories: Sendable {
  private let catalog: TitleCatalog
  private let idle = Mutex<[Loan]>([])

  init(catalog: TitleCatalog) {
    self.catalog = catalog
  }

  /// Reads one file with a memory that nobody else uses meanwhile.
  func withMemory<Result>(_ body: (TextMemory) -> Result) -> Result {
    let loan = idle.withLock { $0.popLast() } ?? Loan(memory: TextMemory(catalog: catalog))
    defer { idle.withLock { $0.append(loan) } }
    return body(loan.memory)
  }

  /// A memory on its way from one thread to the next.
  ///
  /// Unchecked: it is taken out of the list for as long as it is used.
  private struct Loan: @unchecked Sendable {
    let memory: TextMemory
  }
}
