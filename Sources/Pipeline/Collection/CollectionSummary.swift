public import Intake

/// What a collection took in.
public struct CollectionSummary: Sendable {
  /// A submission whose unit is not known: it waits for a person.
  public struct Waiting: Sendable {
    /// What the sender called it.
    public var name: String
    /// Who sent it.
    public var sender: String?
    /// Where it lies in the block.
    public var path: String?
  }

  /// Something that was not opened; the ledger tells of it, and the archive has it or its beginning.
  public struct Refused: Sendable {
    /// What the sender called it.
    public var name: String
    /// Who sent it.
    public var sender: String?
    /// Why.
    public var reason: IncomingItem.Refusal?
  }

  /// Something that could not be read and is not in the archive.
  public struct Unreadable: Sendable {
    /// Where it is.
    public var path: String
    /// What the system says.
    public var reason: String
  }

  /// Messages that are new.
  public var messages = 0
  /// Messages and files that came in before.
  public var known = 0
  /// Files put into the block's submissions.
  public var submissions = 0
  /// The submissions that nobody is known to have sent.
  public var waiting: [Waiting] = []
  /// What was not opened.
  public var refused: [Refused] = []
  /// What could not be read.
  public var unreadable: [Unreadable] = []
}
