import Regulation

/// What there is to say about the answers to whose a table is.
struct IdentityFindings {
  let units: [MemberUnit]
  let directory: UnitDirectory

  /// A table whose unit nobody knows.
  func unidentified(_ identity: UnitIdentifier.Identity) -> Finding {
    if identity.ambiguous.count > 1 {
      return Finding(
        .unitAmbiguous, .error, sheet: identity.place?.sheet, cell: identity.place?.cell,
        arguments: ["detail": names(identity.ambiguous)])
    }
    var finding = Finding(.unitUnknown, .error)
    if let unknown = identity.unknownName {
      finding.value = unknown.text
      finding.sheet = unknown.sheet
      finding.cell = unknown.cell
      finding.arguments["other"] = directory.suggestion(for: unknown.text)
    }
    return finding
  }

  /// The places that name another unit than the one the table counts for.
  func conflicts(
    _ identity: UnitIdentifier.Identity, unit: MemberUnit
  ) -> [Finding] {
    if let unknown = identity.unknownName {
      // A title or the file's name answers, a cell says something that is nobody's name.
      return [
        Finding(
          .unitConflict, .warning, sheet: unknown.sheet, cell: unknown.cell, value: unknown.text,
          action: unit.name, arguments: ["other": unknown.text])
      ]
    }
    guard !identity.others.isEmpty else { return [] }
    let others = names(identity.others)
    return [FindingCode.unitConflict, .copiedSubmission].map { code in
      Finding(
        code, .warning, sheet: identity.place?.sheet, cell: identity.place?.cell, value: others,
        action: unit.name, arguments: ["other": others])
    }
  }

  private func names(_ codes: Set<String>) -> String {
    units.filter { codes.contains($0.code) }.map(\.name).joined(separator: "; ")
  }
}
