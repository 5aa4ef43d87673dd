import Correspondence
import Foundation
import Regulation
import Writer

/// Writes the replies to units as `.eml` files beside their workbooks: all of them, or none.
public struct ReplyPublication: Sendable {
  /// The folder of the replies inside that of the workbooks.
  public static let folderName = "thu"

  private let folder: ReportFolder

  /// Replies beside the workbooks in a folder.
  ///
  /// - Parameter interruption: takes the drafts away when a signal ends the run.
  public init(besideFeedbackIn folder: String, interruption: Interruption = Interruption()) {
    self.folder = ReportFolder(
      path: "\(folder)/\(Self.folderName)", interruption: interruption)
  }

  /// One reply.
  public struct Written: Sendable {
    /// Whom it is for, and what it answers.
    public var head: ReplyHead
    /// Its Message-ID.
    public var identifier: String
    /// The message, as it is sent.
    public var bytes: [UInt8]
    /// Where it lies.
    public var path: String
  }

  /// Writes a reply for each workbook; earlier replies are replaced.
  ///
  /// - Throws: `PipelineError.cannotCreate` or `.cannotWrite`; earlier replies then stay as they were.
  ///   `LedgerError`.
  public func publish(
    _ feedbacks: [FeedbackPublication.Feedback], by composer: ReplyComposer, ledger: BlockLedger
  ) throws -> [Written] {
    try folder.recover()
    var written: [Written] = []
    try folder.replace { drafts in
      for item in feedbacks {
        guard let workbook = FileManager.default.contents(atPath: item.path) else {
          throw PipelineError.cannotWrite(
            path: item.path, detail: String(cString: strerror(errno)))
        }
        let head = try ReplyHead(item.feedback, ledger: ledger)
        let message = composer.message(head, item.feedback, workbook: Array(workbook))
        let bytes = MIMEWriter.bytes(message)
        let stem = ((item.path as NSString).lastPathComponent as NSString).deletingPathExtension
        let name = "\(stem).eml"
        try Publication.write(bytes, to: "\(drafts)/\(name)")
        written.append(
          Written(
            head: head, identifier: message.identifier, bytes: bytes,
            path: "\(folder.path)/\(name)"))
      }
      return written.map { ($0.path as NSString).lastPathComponent }
    }
    return written
  }
}
