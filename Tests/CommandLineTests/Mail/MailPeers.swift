import Foundation
import OfficeSupport
import TestSupport

/// Programs of others on the far side of mail, each a process of its own in a folder of its own.
///
/// `make test` installs Dovecot and sets up Python with aiosmtpd; where they are not there the tests
/// are left out.
enum MailPeers {
  /// The Python with aiosmtpd; nil where there is none.
  static let python: String? = {
    let path =
      ProcessInfo.processInfo.environment["THIDUA_PYTHON"]
      ?? "\(Checkout.root)/.build/python/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    return (try? run(path, ["-c", "import aiosmtpd"])) == nil ? nil : path
  }()

  /// The IMAP server; nil where there is none.
  static let dovecot: String? = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].first {
    FileManager.default.isExecutableFile(atPath: $0) && Tool.url("openssl") != nil
      && FileManager.default.isExecutableFile(atPath: "/usr/lib/dovecot/imap")
  }

  static let password = ["THIDUA_MAIL_PASSWORD": "mat-khau"]
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "peers.py").path

  struct Failed: Error {
    var reason: String
  }

  /// Runs a program to its end.
  ///
  /// - Returns: its standard output.
  @discardableResult
  static func run(_ program: String, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(reason: program) }
    return data
  }

  /// Ends a process that was started here.
  ///
  /// It may have been started with other signals blocked, as threads of the tests have them.
  static func end(_ process: Process) {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Makes a certificate for localhost, signed by itself: `NAME.pem` and `NAME.key`.
  static func makeCertificate(_ name: String, in folder: TemporaryFolder) throws {
    try run(
      "/usr/bin/env",
      [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
        "\(folder.path)/\(name).key", "-out", "\(folder.path)/\(name).pem",
      ])
  }

  /// A port of loopback that nobody listens on.
  static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, size) == 0 ? getsockname(socket, $0, &size) : -1
      }
    }
    guard code == 0 else { throw Failed(reason: "no port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Whether somebody listens on a port of loopback.
  static func answers(_ port: Int) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}

/// aiosmtpd on loopback.
final class SMTPPeer {
  let folder: TemporaryFolder
  let port: Int
  private let process = Process()

  init(_ security: String = "plain") throws {
    folder = try TemporaryFolder()
    port = try MailPeers.freePort()
    if security != "plain" { try MailPeers.makeCertificate("server", in: folder) }
    guard let python = MailPeers.python else { throw MailPeers.Failed(reason: "python") }
    process.executableURL = URL(filePath: python)
    process.arguments = [
      MailPeers.script, "serve", "\(port)", folder.path, security, "\(folder.path)/server.pem",
      "\(folder.path)/server.key",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard !output.fileHandleForReading.availableData.isEmpty else {
      throw MailPeers.Failed(reason: "aiosmtpd")
    }
  }

  deinit { MailPeers.end(process) }

  /// The messages that it took, in order.
  var messages: [String] {
    (1...100).map { "\(folder.path)/\($0).eml" }.filter(FileManager.default.fileExists(atPath:))
  }

  /// What it knows of the connection that a message came on.
  func envelope(_ number: Int) throws -> Envelope {
    try JSONDecoder().decode(Envelope.self, from: Data(folder.read("\(number).json")))
  }

  struct Envelope: Decodable {
    var from: String
    var to: [String]
    var tls: Bool
    var user: String?
  }
}

/// A message as Python's email package reads it.
struct ParsedMail: Decodable {
  var headers: [String: String]
  var types: [String]
  var text: String
  var html: String
  var names: [String]
  var hashes: [String]
  var defects: [String]

  init(_ path: String) throws {
    let data = try MailPeers.run(
      MailPeers.python ?? "python3", [MailPeers.script, "parse", path])
    self = try JSONDecoder().decode(ParsedMail.self, from: data)
  }
}

/// Dovecot on loopback with a Maildir of its own.
final class DovecotPeer {
  let folder: TemporaryFolder
  let port: Int
  private var process = Process()
  var maildir: String { "\(folder.path)/Maildir" }
  var configuration: String { "\(folder.path)/dovecot.conf" }

  init() throws {
    folder = try TemporaryFolder()
    port = try MailPeers.freePort()
    try MailPeers.makeCertificate("server", in: folder)
    try MailPeers.makeCertificate("other", in: folder)
    for place in ["cur", "new", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: "\(maildir)/\(place)", withIntermediateDirectories: true)
    }
    // It refuses to be root where mail is touched.
    let isRoot = getuid() == 0
    let user = isRoot ? "dovecot" : NSUserName()
    let ids = isRoot ? (65534, 65534) : (Int(getuid()), Int(getgid()))
    try folder.write(
      """
      base_dir = \(folder.path)/run
      state_dir = \(folder.path)/state
      log_path = \(folder.path)/log
      protocols = imap
      listen = 127.0.0.1
      default_internal_user = \(user)
      default_internal_group = \(isRoot ? "dovecot" : user)
      default_login_user = \(isRoot ? "dovenull" : user)
      first_valid_uid = 1
      first_valid_gid = 1
      ssl = required
      ssl_cert = <\(folder.path)/server.pem
      ssl_key = <\(folder.path)/server.key
      mail_location = maildir:\(maildir)
      passdb {
        driver = static
        args = password=mat-khau
      }
      userdb {
        driver = static
        args = uid=\(ids.0) gid=\(ids.1) home=\(folder.path)
      }
      service imap-login {
        chroot =
        inet_listener imap {
          port = 0
        }
        inet_listener imaps {
          port = \(port)
        }
      }
      service anvil {
        chroot =
      }

      """, to: "dovecot.conf")
    try start()
  }

  deinit { stop() }

  func start() throws {
    guard let program = MailPeers.dovecot else { throw MailPeers.Failed(reason: "dovecot") }
    try own()
    process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["-F", "-c", configuration]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<200 {
      if MailPeers.answers(port) { return }
      usleep(50_000)
    }
    throw MailPeers.Failed(reason: "dovecot does not answer")
  }

  func stop() { MailPeers.end(process) }

  /// Puts a mail into a folder of the mailbox.
  func deliver(_ mail: String, as name: String, folder place: String = "") throws {
    for part in ["cur", "new", "tmp"] {
      try FileManager.default.createDirectory(
        atPath: "\(maildir)/\(place)/\(part)", withIntermediateDirectories: true)
    }
    try folder.write(mail, to: "Maildir/\(place)/cur/\(name)")
    try own()
  }

  /// The names of the mails in the inbox, which hold their flags.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(maildir)/cur").sorted()
  }

  /// Gives the mailbox to the user who reads it.
  private func own() throws {
    guard getuid() == 0 else { return }
    try MailPeers.run("/bin/chown", ["-R", "65534:65534", maildir])
  }
}
