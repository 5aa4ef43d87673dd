import Foundation

/// The names of mailboxes beyond ASCII, as servers before IMAP4rev2 take them (RFC 3501, 5.1.3).
enum ModifiedUTF7 {
  /// A name as the server knows it.
  static func encoded(_ name: String) -> String {
    var result = ""
    var pending: [UInt16] = []
    func flush() {
      guard !pending.isEmpty else { return }
      let bytes = pending.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      let base64 = Data(bytes).base64EncodedString().replacing("/", with: ",").prefix { $0 != "=" }
      result += "&\(base64)-"
      pending = []
    }
    for unit in name.utf16 {
      if (0x20...0x7E).contains(unit) {
        flush()
        result += unit == 0x26 ? "&-" : String(UnicodeScalar(UInt8(unit)))
      } else {
        pending.append(unit)
      }
    }
    flush()
    return result
  }
}
