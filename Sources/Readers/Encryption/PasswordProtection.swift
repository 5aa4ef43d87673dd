import Spreadsheet

/// Takes the password protection off the package of a workbook.
struct PasswordProtection {
  /// The passwords to try, in order; the default one is tried behind them.
  let passwords: [Password]
  let limits: Limits

  /// What Excel encrypts under when nobody is to be asked for a password ([MS-OFFCRYPTO] §4.3.3).
  private static let defaultPassword: Password = "VelvetSweatshop"

  private static let infoStream = "EncryptionInfo"
  private static let packageStream = "EncryptedPackage"
  /// What rights management leaves: a storage of an encrypted package, a stream of a document of
  /// Office 97 to 2003 ([MS-OFFCRYPTO] §2.2).
  private static let rightsManagement = ["DRMEncryptedDataSpace", "\u{9}DRMContent"]

  /// Whether a compound file holds something encrypted.
  static func isOn(_ file: CompoundFile) -> Bool {
    file.names.contains { ([infoStream, packageStream] + rightsManagement).contains($0) }
  }

  /// The package that is encrypted in a compound file.
  ///
  /// - Throws: `PartFault`: `.encrypted` when no password opens it, `.limitExceeded` when the
  ///   trials would take too long, `.unreadable` when the streams are damaged; `CancellationError`.
  func package(in file: CompoundFile) throws -> [UInt8] {
    guard !file.names.contains(where: Self.rightsManagement.contains) else {
      throw PartFault(.encrypted, "protected by rights management, which no password opens")
    }
    let info = try Self.stream(Self.infoStream, of: file)
    switch try EncryptionInfo(info) {
    case .unsupported(let name):
      throw PartFault(.encrypted, "\(name), which is not opened")
    case .supported(let encryption):
      let cipher = try key(
        named: encryption.name, rounds: encryption.rounds, trial: encryption.cipher)
      return try encryption.package(
        in: Self.stream(Self.packageStream, of: file), cipher: cipher)
    }
  }

  private static func stream(_ name: String, of file: CompoundFile) throws -> [UInt8] {
    guard let stream = file.stream(name) else {
      throw PartFault("damaged encryption: the stream \(name) is missing")
    }
    guard !stream.isCutShort else {
      throw PartFault("damaged encryption: the stream \(name) is cut short")
    }
    return stream.bytes
  }

  /// What the first password yields that `trial` does not refuse.
  ///
  /// - Parameters:
  ///   - scheme: The encryption in words.
  ///   - rounds: The hash rounds that a trial costs.
  /// - Throws: `PartFault`: `.encrypted` when all are refused, `.limitExceeded` when the trials
  ///   would take too long; what `trial` throws.
  func key<Key>(
    named scheme: String, rounds: Int, trial: (Password) throws -> Key?
  ) throws -> Key {
    var tried: Set<Password> = []
    for password in passwords + [Self.defaultPassword] where tried.insert(password).inserted {
      guard rounds <= limits.hashRounds / tried.count else {
        throw PartFault(
          .limitExceeded,
          "\(scheme): \(rounds) hash rounds for each password, at most "
            + "\(limits.hashRounds) a file are worked out; passwords tried: \(tried.count - 1)")
      }
      if let key = try trial(password) { return key }
    }
    let outcome =
      switch passwords.count {
      case 0: "no password was given"
      case 1: "the password given is wrong"
      case let count: "all \(count) passwords given are wrong"
      }
    throw PartFault(.encrypted, "\(scheme): \(outcome)")
  }
}
