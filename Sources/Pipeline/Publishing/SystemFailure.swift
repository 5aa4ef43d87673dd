import Foundation
import Language
import Writer

extension SystemFailure {
  /// What the system says of an error; Foundation has words of its own for the same.
  static func message(of error: any Error) -> String {
    if let error = error as? WritingError {
      return error.sheet == nil ? error.detail : "\(error)"
    }
    let error = error as NSError
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError {
      return message(of: underlying)
    }
    if error.domain == NSPOSIXErrorDomain { return message(Int32(error.code)) }
    let code: Int32? =
      switch (error as? CocoaError)?.code {
      case .fileWriteNoPermission, .fileReadNoPermission: EACCES
      case .fileWriteOutOfSpace: ENOSPC
      case .fileWriteVolumeReadOnly: EROFS
      case .fileWriteFileExists: EEXIST
      case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
      default: nil
      }
    return code.map { message($0) } ?? error.localizedFailureReason ?? "\(error)"
  }
}
