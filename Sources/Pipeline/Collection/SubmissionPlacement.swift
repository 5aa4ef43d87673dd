import Foundation
import Intake
import Ledger

/// Puts submissions into `bai-nop/`: a folder a unit, in it one a mail, named by its time.
///
/// Names from outside never become paths, and nothing that lies there is written over.
struct SubmissionPlacement {
  let block: BlockFolder

  /// The folder of what nobody is known to have sent.
  static let unknownFolder = "chua-ro-don-vi"

  /// Writes a submission to its place.
  ///
  /// - Returns: the path relative to the block's folder.
  /// - Throws: `PipelineError.cannotWrite`.
  func place(_ item: SortedItem) throws -> String {
    let folders = item.name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).dropLast()
      .suffix(4).map { SafeName.file(String($0), fallback: "thu-muc") }
    let head = [SafeName.file(item.unit ?? Self.unknownFolder), Self.moment(item.message)]
      .compactMap { $0 }
    let name = SafeName.file(item.name)
    var attempt = 1
    while true {
      let numbered = attempt == 1 ? [] : ["\(attempt)"]
      let folder = (["bai-nop"] + head + numbered + folders).joined(separator: "/")
      let path = "\(folder)/\(name)"
      let place = "\(block.path)/\(path)"
      if let there = FileManager.default.contents(atPath: place) {
        if ContentHash(of: there) == item.hash { return path }
        attempt += 1
        continue
      }
      do {
        try FileManager.default.createDirectory(
          atPath: "\(block.path)/\(folder)", withIntermediateDirectories: true)
      } catch {
        throw PipelineError.cannotCreate(path: folder, detail: Publication.reason(error))
      }
      try Publication.write(item.bytes, to: place)
      return path
    }
  }

  /// The time of a mail as the name of a folder: `20191120-090000`.
  private static func moment(_ message: Receipt.Message?) -> String? {
    guard let time = message?.sent ?? message?.arrived else { return nil }
    let digits = time.prefix(19).filter(\.isNumber)
    return "\(digits.prefix(8))-\(digits.dropFirst(8))"
  }
}
