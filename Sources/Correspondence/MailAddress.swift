/// An address that mail can be sent to: `local@domain` in ASCII (RFC 5321, section 4.1.2).
///
/// Quoted local parts and addresses beyond ASCII, which many servers refuse, are none.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
  /// The part before the last `@`.
  public let local: String
  /// The part behind it.
  public let domain: String

  /// Reads an address, blanks around it aside; nil for what is none.
  public init?(_ text: String) {
    let text = text.drop(while: \.isWhitespace)
    let parts = text.prefix { !$0.isWhitespace }
    guard text.dropFirst(parts.count).allSatisfy(\.isWhitespace),
      let match = parts.wholeMatch(
        of:
          /([A-Za-z0-9!#$%&'*+\/=?^_`{|}~.-]{1,64})@([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)/
      )
    else { return nil }
    local = String(match.1)
    domain = String(match.2)
  }

  /// The address as it is written.
  public var description: String { "\(local)@\(domain)" }
}
