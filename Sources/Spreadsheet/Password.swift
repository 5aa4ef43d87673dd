/// A password that no message, log or dump shows: its descriptions are the same for every one.
public struct Password: Sendable, Hashable {
  /// The password itself.
  public let secret: String

  /// The password that `secret` is, to the letter.
  public init(_ secret: String) {
    self.secret = secret
  }
}

extension Password: ExpressibleByStringLiteral {
  /// The password that a literal spells.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `•••`, whatever the password.
  public var description: String { "•••" }
  /// `•••`, whatever the password.
  public var debugDescription: String { description }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
