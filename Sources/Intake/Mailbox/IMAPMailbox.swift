/// A mailbox on a server, opened so that reading changes nothing in it (EXAMINE; RFC 9051, 6.3.3).
public final class IMAPMailbox {
  private let connection: IMAPConnection
  /// UIDVALIDITY: what the numbers of messages are good for.
  public private(set) var validity: UInt32 = 0
  /// How many messages are asked for at a time.
  private static let batch = 50

  /// A message of the mailbox.
  public struct Message: Sendable {
    /// Its UID.
    public var uid: UInt32
    /// INTERNALDATE, when the mailbox took it in, in seconds since 1970.
    public var arrived: Int?
    /// The message as it came; its head alone where it is larger than was asked for.
    public var bytes: [UInt8]
    /// RFC822.SIZE.
    public var size: Int
    /// Whether the bytes are its head alone.
    public var isExcerpt = false
  }

  /// Connects, logs in and opens the mailbox to read.
  ///
  /// - Throws: `MailboxError`.
  public init(
    _ address: MailboxAddress, access: MailboxAccess, limits: IntakeLimits = IntakeLimits()
  ) throws {
    connection = try IMAPConnection(
      address, access: access, literalLimit: limits.messageBytes + 1024)
    var found: UInt32?
    try connection.command("EXAMINE \(Self.quoted(ModifiedUTF7.encoded(address.folder)))") {
      response in
      if let number = Self.number(after: "[UIDVALIDITY ", in: response.line) { found = number }
    }
    validity = found ?? 0
  }

  /// The UIDs above one, in order.
  ///
  /// - Throws: `MailboxError`.
  public func uids(above last: UInt32) throws -> [UInt32] {
    var uids: [UInt32] = []
    // `n:*` names the last message even where its UID is below n.
    try connection.command("UID SEARCH UID \(UInt64(last) + 1):*") { response in
      guard response.line.uppercased().hasPrefix("* SEARCH") else { return }
      uids += response.line.split(separator: " ").dropFirst(2).compactMap { UInt32($0) }
    }
    return uids.filter { $0 > last }.sorted()
  }

  /// Fetches messages, one after the other, without marking them as seen.
  ///
  /// Of a message above `limit` bytes the head alone is fetched.
  ///
  /// - Throws: `MailboxError`, and what `receive` throws.
  public func fetch(
    _ uids: [UInt32], limit: Int, _ receive: (Message) throws -> Void
  ) throws {
    var rest = uids[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Self.batch)
      rest = rest.dropFirst(Self.batch)
      let sizes = try sizes(of: batch)
      // What is gone meanwhile has no size.
      let known = batch.filter { sizes[$0] != nil }
      let large = known.filter { sizes[$0] ?? 0 > limit }
      try fetch(known.filter { sizes[$0] ?? 0 <= limit }, "BODY.PEEK[]", receive)
      try fetch(large, "BODY.PEEK[HEADER]") { head in
        var message = head
        message.isExcerpt = true
        message.size = sizes[head.uid] ?? head.size
        try receive(message)
      }
    }
  }

  private func fetch(
    _ uids: [UInt32], _ what: String, _ receive: (Message) throws -> Void
  ) throws {
    guard !uids.isEmpty else { return }
    let list = uids.map(String.init).joined(separator: ",")
    try connection.command("UID FETCH \(list) (UID INTERNALDATE \(what))") { response in
      guard response.line.uppercased().contains(" FETCH "), let bytes = response.literals.last,
        let uid = Self.number(after: "UID ", in: response.line)
      else { return }
      try receive(
        Message(
          uid: uid, arrived: Self.internalDate(in: response.line), bytes: bytes,
          size: bytes.count))
    }
  }

  /// Leaves the server; an answer is not waited for by anybody.
  public func close() {
    try? connection.command("LOGOUT")
  }

  private func sizes(of uids: ArraySlice<UInt32>) throws -> [UInt32: Int] {
    var sizes: [UInt32: Int] = [:]
    let list = uids.map(String.init).joined(separator: ",")
    try connection.command("UID FETCH \(list) (UID RFC822.SIZE)") { response in
      if let uid = Self.number(after: "UID ", in: response.line),
        let size = Self.number(after: "RFC822.SIZE ", in: response.line)
      {
        sizes[uid] = Int(size)
      }
    }
    return sizes
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  static func number(after key: String, in line: String) -> UInt32? {
    guard let range = line.firstRange(of: key) else { return nil }
    return UInt32(line[range.upperBound...].prefix(while: \.isNumber))
  }

  /// The time in `INTERNALDATE "17-Jul-1996 02:44:25 -0700"` (RFC 9051, date-time).
  static func internalDate(in line: String) -> Int? {
    guard let range = line.firstRange(of: "INTERNALDATE \"") else { return nil }
    let text = line[range.upperBound...].prefix { $0 != "\"" }
    return MIMEParser.time(String(text).replacing("-", with: " ", maxReplacements: 2))
  }
}
