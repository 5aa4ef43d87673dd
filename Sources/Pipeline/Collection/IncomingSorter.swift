import Foundation
import Intake
import Ledger
import Normalizer
import Readers
import Regulation
import Spreadsheet

/// Something that came in, with what it is and whose.
struct SortedItem {
  var bytes: [UInt8]
  /// The hash of the bytes.
  var hash: ContentHash
  var name: String
  var kind: Receipt.Kind
  var refusal: IncomingItem.Refusal?
  /// The hash of the message or archive that held it.
  var container: ContentHash?
  /// The mail that brought it.
  var message: Receipt.Message?
  var unit: String?
  var evidence: Receipt.Evidence?

  func receipt(source: String) -> Receipt {
    Receipt(
      hash: hash, size: bytes.count, name: name, kind: kind, source: source,
      container: container, message: message, unit: kind == .submission ? unit : nil,
      evidence: kind == .submission ? evidence : nil, reason: refusal?.rawValue)
  }
}

/// Decides what each thing that came in is, by its content, and which unit sent it.
struct IncomingSorter {
  private let senders: SenderDirectory

  init(_ regulation: Regulation) {
    senders = SenderDirectory(regulation)
  }

  /// A message or archive that is open while the items in it are looked at.
  private struct Holder {
    var depth: Int
    var hash: ContentHash
    var message: Receipt.Message?
    var text = ""
  }

  /// Sorts what one message, archive or file held; what holds others comes before them.
  ///
  /// - Parameters:
  ///   - hash: that of the first item, which holds the others.
  ///   - arrived: when the mailbox took the message in, in seconds since 1970.
  func sort(_ items: [IncomingItem], hash: ContentHash, arrived: Int?) -> [SortedItem] {
    let kinds = items.map(Self.kind)
    let hasSpreadsheet = kinds.contains(.table)
    var holders: [Holder] = []
    return zip(items, kinds).enumerated().map { index, element in
      let (item, kind) = element
      holders.removeAll { $0.depth >= item.depth }
      var sorted = SortedItem(
        bytes: item.bytes, hash: index == 0 ? hash : ContentHash(of: item.bytes),
        name: item.name, kind: .other)
      sorted.container = holders.last?.hash
      sorted.message = holders.last { $0.message != nil }?.message
      switch item.content {
      case .message(_, let message):
        let head = Self.head(of: message, arrived: item.depth == 0 ? arrived : nil)
        sorted.kind = .message
        sorted.message = head
        holders.append(
          Holder(
            depth: item.depth, hash: sorted.hash, message: head, text: message.text))
      case .archive:
        sorted.kind = .archive
        holders.append(Holder(depth: item.depth, hash: sorted.hash))
      case .refused(_, let reason):
        sorted.kind = .refused
        sorted.refusal = reason
      case .file(let bytes):
        let isSubmission =
          kind?.isSubmission(fromMail: sorted.message != nil, besideSpreadsheet: hasSpreadsheet)
          // A table pasted into the mail counts where nothing better came with it.
          ?? (item.role == .body && !hasSpreadsheet && PastedTable.isIn(bytes))
        if isSubmission {
          sorted.kind = .submission
          identify(&sorted, holders: holders)
          if item.role == .body { sorted.name = Self.bodyName(sorted.message) }
        }
      }
      return sorted
    }
  }

  /// What a file is; nil for what is none, and for the text of a mail and the pictures in it.
  private static func kind(of item: IncomingItem) -> ContentKind? {
    guard case .file(let bytes) = item.content, item.role != .body, item.role != .shown else {
      return nil
    }
    return ContentKind(bytes, name: item.name)
  }

  /// The unit by the senders from the innermost message out, then by what subjects, names and texts
  /// say: whoever forwards a mail is not whose it is.
  private func identify(_ item: inout SortedItem, holders: [Holder]) {
    let messages = holders.reversed().filter { $0.message != nil }
    for holder in messages {
      guard let message = holder.message else { continue }
      if let unit = senders.unit(ofAddress: message.sender) {
        (item.unit, item.evidence, item.message) = (unit, .sender, message)
        return
      }
    }
    for holder in messages {
      if let message = holder.message, let unit = senders.unit(namedIn: message.subject) {
        (item.unit, item.evidence, item.message) = (unit, .subject, message)
        return
      }
    }
    if let unit = senders.unit(ofFileNamed: item.name) {
      (item.unit, item.evidence) = (unit, .fileName)
      return
    }
    for holder in messages {
      if let unit = senders.unit(namedIn: String(holder.text.prefix(2000))) {
        (item.unit, item.evidence) = (unit, .text)
        return
      }
    }
  }

  /// The head of a message of which the beginning is there; nil where it has none.
  static func head(of excerpt: [UInt8]) -> Receipt.Message? {
    MIMEParser.message(in: excerpt).map { head(of: $0, arrived: nil) }
  }

  private static func head(of message: MailMessage, arrived: Int?) -> Receipt.Message {
    Receipt.Message(
      sender: message.sender, senderName: message.senderName, subject: message.subject,
      identifier: message.identifier, sent: message.sent.map(Timestamp.text(ofUnixTime:)),
      arrived: (arrived ?? message.arrived).map(Timestamp.text(ofUnixTime:)))
  }

  private static func bodyName(_ message: Receipt.Message?) -> String {
    SafeName.file(message?.subject ?? "", fallback: "thu") + ".html"
  }
}

/// What a file is to an office that waits for tables.
enum ContentKind {
  /// A spreadsheet or a delimited text, also one that is damaged or encrypted.
  case table
  /// A document or picture of a known kind that is no spreadsheet.
  case document
  /// Anything else: a calendar entry, a signature.
  case other

  /// Whether an office takes it for what a unit sent.
  func isSubmission(fromMail: Bool, besideSpreadsheet: Bool) -> Bool {
    switch self {
    case .table: true
    // A letter beside the table is no table of its own; where it is all that came, it is what the
    // unit sent.
    case .document: !(fromMail && besideSpreadsheet)
    case .other: !fromMail
    }
  }

  private static let textNames: Set<String> = [
    "csv", "tsv", "txt", "prn", "xls", "xlsx", "htm", "html",
  ]

  init(_ bytes: [UInt8], name: String) {
    let suffix = (name as NSString).pathExtension.lowercased()
    do {
      let workbook = try Workbook.open(bytes: bytes, name: name, limits: .submission)
      self = workbook.isTyped || Self.textNames.contains(suffix) ? .table : .other
    } catch let error as ReadingError where error.kind == .unsupported {
      self =
        [
          "pdf", "doc", "docx", "rtf", "odt", "xlsb", "numbers", "jpg", "jpeg", "png", "tif",
          "tiff", "heic", "msg", "pptx",
        ].contains(suffix) || error.detail.contains("document")
          || error.detail.contains("workbook (") ? .document : .other
    } catch {
      self = .table
    }
  }
}

/// Tables in the text of a mail.
enum PastedTable {
  /// Whether an HTML body holds a table that could be one of scores: three rows of three cells, with
  /// a number among them.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    guard let workbook = try? Workbook.open(bytes: bytes, name: "body.html", limits: .submission),
      workbook.isTyped, let grid = try? WorkbookGrid(reading: workbook)
    else { return false }
    return grid.sheets.contains { sheet in
      let wide = sheet.rows.filter { $0.cells.count { !$0.value.text.isEmpty } >= 3 }
      return wide.count >= 3
        && wide.contains { row in
          row.cells.contains { if case .number = $0.value { true } else { false } }
        }
    }
  }
}
