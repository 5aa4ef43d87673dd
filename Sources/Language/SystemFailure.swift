import Foundation

/// Why the system refuses to read or write: its messages, in the user's language.
public enum SystemFailure: Phrase {
  case permission, notPermitted, noSpace, quota, readOnly, isFolder, notFolder, missing, exists
  case longName, device, manyFiles, fileTooLarge, brokenPipe, noDevice, busy, link

  /// The Vietnamese text, and in English what the system itself says.
  public var translation: Translation {
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
    case .link: translation(ELOOP, "ở đó có một liên kết, không đi theo để khỏi ghi ra ngoài")
    }
  }

  /// A message of the system in `language`; one that is not known stays as it is.
  public static func text(_ message: String, in language: Language) -> String {
    switch language {
    case .en: message
    case .vi: translating(message, to: .vi) ?? message
    }
  }

  /// What the system says of a code of POSIX.
  public static func message(_ code: Int32) -> String { String(cString: strerror(code)) }

  /// Whether a disk has no room left for anything, where a library says no more than that it failed.
  public static func isDiskFull(_ folder: String) -> Bool {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return false }
    return status.f_bavail * status.f_frsize < 64 << 10
  }

  /// What to do about a message of the system, as the end of a sentence; empty where nobody can say.
  public static func advice(_ message: String, in language: Language) -> String {
    let advice: FailureAdvice? =
      switch allCases.first(where: { $0.translation.en == message }) {
      case .noSpace, .quota: .makeRoom
      case .permission, .notPermitted, .readOnly: .allowWriting
      case .link: .removeLink
      default: nil
      }
    return advice.map { "; " + $0.text(in: language) } ?? ""
  }
}

/// What to do where the system refuses.
private enum FailureAdvice: Phrase {
  case makeRoom, allowWriting, removeLink

  var translation: Translation {
    switch self {
    case .makeRoom:
      Translation(
        vi: "giải phóng chỗ trống trên ổ đĩa rồi chạy lại lệnh này",
        en: "make room on the disk, then run the same command again")
    case .allowWriting:
      Translation(
        vi: "mở quyền ghi hoặc chép khối sang chỗ ghi được rồi chạy lại",
        en: "allow writing there, or copy the block to where it can be written, then run again")
    case .removeLink:
      Translation(
        vi: "thay liên kết đó bằng tệp hoặc thư mục thật rồi chạy lại",
        en: "put a real file or folder in the place of the link, then run again")
    }
  }
}
