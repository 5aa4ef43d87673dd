public import Regulation

/// Tells whose mail it is: by the sender's address, else by what subject, text or names of files say.
public struct SenderDirectory: Sendable {
  private let units: [String: String]
  private let domains: [String: String]
  private let directory: UnitDirectory

  /// The units' addresses and names.
  ///
  /// An entry that begins with `@` stands for every address of that domain. An address that two
  /// units give tells neither.
  public init(_ regulation: Regulation) {
    directory = UnitDirectory(regulation.units, block: regulation.block)
    var owners: [String: Set<String>] = [:]
    for unit in regulation.units {
      for address in unit.emails { owners[Self.key(address), default: []].insert(unit.code) }
    }
    let sole = owners.compactMapValues { $0.count == 1 ? $0.first : nil }
    units = sole.filter { !$0.key.hasPrefix("@") }
    domains = sole.filter { $0.key.hasPrefix("@") }
  }

  /// The code of the unit that an address belongs to.
  public func unit(ofAddress address: String) -> String? {
    let key = Self.key(address)
    if let unit = units[key] { return unit }
    guard let at = key.lastIndex(of: "@") else { return nil }
    return domains[String(key[at...])]
  }

  /// The code of the one unit that a subject or a mail's text names; nil where it names several.
  public func unit(namedIn text: String) -> String? {
    sole(directory.units(mentionedIn: text))
  }

  /// The code of the one unit that a file's name names.
  public func unit(ofFileNamed name: String) -> String? {
    sole(directory.units(mentionedIn: FileName(path: name).stem, isFileName: true))
  }

  private func sole(_ units: Set<String>) -> String? { units.count == 1 ? units.first : nil }

  /// Addresses are told apart without case, as every server of today does.
  private static func key(_ address: String) -> String {
    String(address.filter { !$0.isWhitespace }).lowercased()
  }
}
