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

  private let folder: ReportFolder

  /// Forms into `folder`, which is made when it does not exist.
  ///
  /// - Parameter interruption: takes the drafts away when a signal ends the run.
  public init(folder: String, interruption: Interruption = Interruption()) {
    self.folder = ReportFolder(path: folder, interruption: interruption)
  }

  /// Completes the forms of a run that died while they appeared, and removes its drafts.
  ///
  /// - Throws: `PipelineError.cannotWrite`.
  public func recover() throws { try folder.recover() }

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
    let (common, own) = (regulation.fingerprint, regulation.ownFingerprints)
    let names = UnitForm.fileNames(of: regulation.units).map { "\($0).\(format.fileExtension)" }
    try folder.replace { drafts in
      for (unit, name) in zip(regulation.units, names) {
        let path = "\(folder.path)/\(name)"
        let draft = "\(drafts)/\(name)"
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
      return names
    }
    return names.map { "\(folder.path)/\($0)" }
  }
}
