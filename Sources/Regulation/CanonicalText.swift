import Language

extension Regulation {
  /// The criteria as one text that is the same wherever and however they are written down.
  ///
  /// It holds what a unit scores itself by: of every criterion the code, content, maximum, kind,
  /// method, target, required evidence, the groups it applies to and its own group. What the office
  /// goes on keeping while forms are out (units, files to count, votes) is left out, as are the
  /// order of the rows and what makes no difference to a reader of a content: case, spaces and
  /// punctuation. Its digest tells whether a form was made from this regulation.
  public var canonicalText: String {
    let records = criteria.all.map { criterion in
      [
        criterion.code, VietnameseText.accentKey(criterion.content),
        criterion.maximum?.description ?? "", criterion.kind.canonicalText,
        criterion.method.canonicalText, criterion.target?.description ?? "",
        criterion.requiresEvidence ? "x" : "",
        criterion.appliesTo?.map { VietnameseText.accentKey($0) }.sorted().joined(separator: ";")
          ?? "*",
        criterion.parent ?? "",
      ].map(Self.escaped).joined(separator: "\t")
    }
    return (["thidua criteria 1"] + records.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      .joined(separator: "\n") + "\n"
  }

  /// The canonical text of what one unit's form shows: the criteria, and the targets that the unit
  /// signed in the place of the common ones.
  ///
  /// That of a unit without targets of its own is the block's: what another unit signs leaves its
  /// form as it is.
  public func canonicalText(forUnit unit: String) -> String {
    let targets = (signedTargets[unit] ?? [:]).map { criterion, target in
      "signed\t\(Self.escaped(criterion))\t\(target)\n"
    }
    return canonicalText + targets.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
  }

  /// The text without the characters that divide fields and records.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing(
      "\n", with: "\\n")
  }
}

extension CriterionKind {
  fileprivate var canonicalText: String {
    switch self {
    case .base: "base"
    case .bonus: "bonus"
    case .deduction: "deduction"
    }
  }
}

extension ScoringMethod {
  fileprivate var canonicalText: String {
    switch self {
    case .points: "points"
    case .passFail: "pass-fail"
    case .perCount(let points): "per-count \(points)"
    case .proportional: "proportional"
    case .inverse: "inverse"
    case .steps(let steps):
      "steps " + steps.map { "\($0.threshold):\($0.share)" }.joined(separator: ";")
    case .relativeToHighest: "highest"
    case .relativeToLeader: "leader"
    }
  }
}
