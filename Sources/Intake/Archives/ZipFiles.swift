import Readers

/// The files of a ZIP archive, through libzip.
enum ZipFiles {
  /// Why an archive was not opened.
  struct Refusal: Error {
    var reason: IncomingItem.Refusal
  }

  /// All files, in the order of the archive; folders and what systems leave in archives are none.
  static func files(
    in bytes: [UInt8], limits: IntakeLimits
  ) -> Result<[(name: String, bytes: [UInt8])], Refusal> {
    do {
      let archive = try ZipArchive(bytes: bytes)
      let entries = try archive.entries().filter { !isLeftByASystem($0.name) }
      guard !entries.contains(where: \.isEncrypted) else {
        return .failure(Refusal(reason: .encrypted))
      }
      // What the directory states is what will be allocated, so it is bounded before.
      let total = entries.reduce(0.0) { $0 + Double($1.size) }
      guard entries.count <= limits.archiveFiles, total <= Double(limits.archiveBytes),
        entries.allSatisfy({ $0.size <= UInt64(limits.fileBytes) })
      else { return .failure(Refusal(reason: .tooLarge)) }
      return .success(try entries.map { ($0.name, try archive.bytes(of: $0)) })
    } catch {
      return .failure(Refusal(reason: .damaged))
    }
  }

  private static func isLeftByASystem(_ name: String) -> Bool {
    let name = name.replacing("\\", with: "/")
    let last = name.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return last.isEmpty || name.hasPrefix("__MACOSX/") || last.hasPrefix(".")
      || last.hasPrefix("~$")
  }
}
