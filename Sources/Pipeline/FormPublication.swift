import Foundation
public import Language
public import Regulation
import Writer

/// Writes the units' forms of a block: all of them, or none.
public struct FormPublication: Sendable {
  /// What the forms are written as.
  public enum Format: Sendable, Hashable {
    /// Workbooks with rules and formulas.
    case workbook
    /// CSV, without either.
    case csv

    var fileExtension: String { self == .workbook ? "xlsx" : "csv" }
  }

  private let folder: String

  /// Forms into `folder`, which is made when it does not exist.
  public init(folder: String) {
    self.folder = folder
  }

  /// Writes one form a unit, in the order of the regulation.
  ///
  /// A form that is there already and differs may have been filled in: it is left alone, and so are
  /// all others, unless `isForced`.
  ///
  /// - Returns: the paths of the forms.
  /// - Throws: `PipelineError.exists`, `.cannotCreate` or `.cannotWrite`.
  public func publish(
    _ regulation: Regulation, format: Format = .workbook, isForced: Bool = false,
    language: Language
  ) throws -> [String] {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw PipelineError.cannotCreate(path: folder, detail: Publication.reason(error))
    }
    let (common, own) = (regulation.fingerprint, regulation.ownFingerprints)
    let names = UnitForm.fileNames(of: regulation.units)
    let process = ProcessInfo.processInfo.processIdentifier
    var drafts: [(draft: String, path: String)] = []
    defer { for (draft, _) in drafts { try? FileManager.default.removeItem(atPath: draft) } }
    for (unit, name) in zip(regulation.units, names) {
      let path = "\(folder)/\(name).\(format.fileExtension)"
      let draft = "\(folder)/.\(name).\(process)"
      drafts.append((draft, path))
      let form = UnitForm(
        regulation, unit: unit, fingerprint: own[unit.code] ?? common, language: language)
      do {
        switch format {
        case .workbook: try FormWorkbook.write(form, to: draft)
        case .csv: try Publication.write(FormCSV.bytes(form), to: draft)
        }
      } catch let error as PipelineError {
        throw error
      } catch {
        throw PipelineError.cannotWrite(path: path, detail: Publication.reason(error))
      }
      if !isForced, FileManager.default.fileExists(atPath: path),
        !FileManager.default.contentsEqual(atPath: path, andPath: draft)
      {
        throw PipelineError.formExists(path: path)
      }
    }
    for (draft, path) in drafts {
      try Publication.flush(draft)
      guard rename(draft, path) == 0 else {
        throw PipelineError.cannotWrite(path: path, detail: String(cString: strerror(errno)))
      }
    }
    return drafts.map(\.path)
  }
}
