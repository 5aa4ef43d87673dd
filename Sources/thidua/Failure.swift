import ArgumentParser
import Intake
import Language
import Ledger
import Pipeline
import Regulation
import Spreadsheet

/// The exit codes, after `sysexits.h`.
extension ExitCode {
  /// `check` found errors, or `--strict` and there were any.
  static let findings = ExitCode(1)
  /// The regulation is at fault.
  static let regulationAtFault = ExitCode(65)
  /// An input is missing or cannot be read.
  static let noInput = ExitCode(66)
  /// A program that was asked for is not installed.
  static let unavailable = ExitCode(69)
  /// Not every reply went out; the next run goes on.
  static let notAllSent = ExitCode(75)
  /// The output could not be created.
  static let cannotCreate = ExitCode(73)
  /// The output could not be written in full.
  static let cannotWrite = ExitCode(74)
}

/// Runs the body of a command; failures become a message on standard error and an exit code.
func reportingFailures(
  in language: Language, _ body: () async throws -> Void
) async throws {
  do {
    try await body()
  } catch let error as RegulationError {
    for fault in error.faults { Terminal.complain(fault.message(in: language)) }
    throw ExitCode.regulationAtFault
  } catch let error as PipelineError {
    Terminal.complain(error.message(in: language))
    switch error {
    case .inputMissing: throw ExitCode.noInput
    case .regulationUnreadable: throw ExitCode.regulationAtFault
    case .exists, .formExists, .documentEdited, .cannotCreate: throw ExitCode.cannotCreate
    case .cannotWrite: throw ExitCode.cannotWrite
    }
  } catch let error as LedgerError {
    Terminal.complain(error.message(in: language))
    switch error {
    case .locked, .cannotWrite, .readOnly: throw ExitCode.cannotWrite
    case .cannotRead, .indexDamaged, .journalDamaged, .objectDamaged, .noRun:
      throw ExitCode.noInput
    }
  } catch let error as MailboxError {
    Terminal.complain(error.message(in: language))
    throw ExitCode.noInput
  } catch let failure as PDFFailure {
    Terminal.complain(failure.message(in: language))
    throw failure == .notInstalled ? ExitCode.unavailable : ExitCode.cannotWrite
  } catch let error as ReadingError {
    Terminal.complain(error.message(in: language))
    throw ExitCode.noInput
  }
}
