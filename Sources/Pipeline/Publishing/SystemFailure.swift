import Foundation
import Language
import Writer

/// Why the system refuses to write: its messages, in the user's language.
enum SystemFailure: Phrase {
  case permission, notPermitted, noSpace, quota, readOnly, isFolder, notFolder, missing, exists
  case longName, device, manyFiles, fileTooLarge, brokenPipe, noDevice, busy

  /// The Vietnamese text, and in English what the system itself says.
  var translation: Translation {
    func translation(_ code: Int32, _ vi: String) -> Translation {
      Translation(vi: vi, en: Self.message(code))
    }
    return switch self {
    case .permission: translation(EACCES, "không có quyền")
    case .notPermitted: translation(EPERM, "hệ thống không cho phép")
    case .noSpace: translation(ENOSPC, "ổ đĩa đã đầy")
    case .quota: translation(EDQUOT, "đã hết dung lượng được cấp")
    case .readOnly: translation(EROFS, "ổ đĩa chỉ cho đọc")
    case .isFolder: translation(EISDIR, "ở đó có một thư mục")
    case .notFolder: translation(ENOTDIR, "đường dẫn đi qua một tệp, không phải thư mục")
    case .missing: translation(ENOENT, "không có tệp hoặc thư mục này")
    case .exists: translation(EEXIST, "đã có tệp cùng tên")
    case .longName: translation(ENAMETOOLONG, "tên quá dài")
    case .device: translation(EIO, "lỗi vào ra của thiết bị")
    case .manyFiles: translation(EMFILE, "mở quá nhiều tệp")
    case .fileTooLarge: translation(EFBIG, "tệp quá lớn")
    case .brokenPipe: translation(EPIPE, "chương trình nhận đã đóng")
    case .noDevice: translation(ENXIO, "không có thiết bị này")
    case .busy: translation(EBUSY, "tệp đang bận")
    }
  }

  /// A message of the system in `language`; one that is not known stays as it is.
  static func text(_ message: String, in language: Language) -> String {
    switch language {
    case .en: message
    case .vi: translating(message, to: .vi) ?? message
    }
  }

  /// What the system says of a code of POSIX.
  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }

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
