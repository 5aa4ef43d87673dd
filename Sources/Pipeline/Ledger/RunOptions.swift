import Foundation
public import Language
public import Spreadsheet

/// What shapes a result beside the files: what has to be the same when a run is repeated.
public struct RunOptions: Sendable, Hashable {
  /// The language of the messages.
  public var language: Language
  /// The bounds on each submission.
  public var limits: Limits
  /// The files and folders that were read in place of `bai-nop/`, relative to the block's folder where
  /// they lie inside; empty for `bai-nop/`.
  public var submissions: [String]

  /// The options of a run.
  ///
  /// - Parameters:
  ///   - submissions: files and folders as they were given.
  ///   - block: the block's folder.
  public init(
    language: Language, limits: Limits = .submission, submissions: [String] = [],
    block: BlockFolder
  ) {
    self.language = language
    self.limits = limits
    self.submissions = submissions.map { SubmissionFiles.shownPath($0, block: block.path) }
  }

  /// Reads what a ledger holds.
  init(_ record: [String: String]) {
    language = record["lang"].flatMap(Language.init(rawValue:)) ?? .vi
    limits = .submission
    for name in Limits.Name.allCases {
      if let bound = record["limit.\(name.rawValue)"].flatMap({ Int($0) }) {
        limits[name] = bound
      }
    }
    submissions =
      record["submissions"].flatMap {
        try? JSONDecoder().decode([String].self, from: Data($0.utf8))
      } ?? []
  }

  /// What the ledger holds: no more than differs from a run without options.
  public var record: [String: String] {
    var record = ["lang": language.rawValue]
    for name in Limits.Name.allCases where limits[name] != Limits.submission[name] {
      record["limit.\(name.rawValue)"] = "\(limits[name])"
    }
    if !submissions.isEmpty, let list = try? JSONEncoder().encode(submissions) {
      record["submissions"] = String(decoding: list, as: UTF8.self)
    }
    return record
  }
}
