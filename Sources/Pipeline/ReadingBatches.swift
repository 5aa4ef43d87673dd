import Crypto
import Foundation
import Normalizer
import Readers
import Spreadsheet

/// Files of the same bytes, which are read together: what they hold is parsed once.
///
/// Only files of one size can be the same; only these are hashed before they are read.
enum ReadingBatches {
  /// The positions of `items`, those of the same bytes and purpose together, in order.
  static func batches(
    of items: [SubmissionFiles.Item], jobs: Int, limits: Limits
  ) async -> [[Int]] {
    let sizes = items.map { size(of: $0.path) }
    let bySize = Dictionary(grouping: items.indices.filter { sizes[$0] != nil }) { sizes[$0] }
    let candidates = bySize.values.filter { $0.count > 1 }.flatMap { $0 }.sorted()
    let digests = await digests(of: candidates, in: items, jobs: jobs, limits: limits)
    var batches: [[Int]] = []
    var batchOfContent: [Content: Int] = [:]
    for index in items.indices {
      guard let digest = digests[index] else {
        batches.append([index])
        continue
      }
      let content = Content(digest: digest, isAppraisal: items[index].purpose == .appraisal)
      if let batch = batchOfContent[content] {
        batches[batch].append(index)
      } else {
        batchOfContent[content] = batches.count
        batches.append([index])
      }
    }
    return batches
  }

  private struct Content: Hashable {
    var digest: SHA256Digest
    var isAppraisal: Bool
  }

  private static func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
    return attributes?[.size] as? Int
  }

  /// The digests of files that can be read, by their positions.
  private static func digests(
    of candidates: [Int], in items: [SubmissionFiles.Item], jobs: Int, limits: Limits
  ) async -> [Int: SHA256Digest] {
    await withTaskGroup(of: (Int, SHA256Digest?).self) { group in
      var digests: [Int: SHA256Digest] = [:]
      var rest = candidates[...]
      func start() {
        guard let index = rest.popFirst() else { return }
        let path = items[index].path
        group.addTask {
          let bytes = try? FileBytes.read(path, limit: limits.partBytes)
          return (index, bytes.map { SHA256.hash(data: $0) })
        }
      }
      for _ in 0..<jobs { start() }
      for await (index, digest) in group {
        digests[index] = digest
        start()
      }
      return digests
    }
  }
}
