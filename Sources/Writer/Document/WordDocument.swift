public import Language

/// The drafts that an office edits in a word processor: WordprocessingML (ECMA-376 Part 1, §17) in the
/// form that Decree 30/2020/NĐ-CP, Annex I, asks of official documents.
///
/// Layout lies in the XML parts of `Template`, wording in `DocumentPhrase`, figures in
/// `DocumentContents`.
public enum WordDocument: String, CaseIterable, Sendable {
  /// Tờ trình: what the office submits to its leadership for decision.
  case submission = "to-trinh"
  /// Biên bản họp: the minutes of the meeting that reviews the year, to be completed there.
  case minutes = "bien-ban-hop"

  /// The file's name.
  public var fileName: String { "\(rawValue).docx" }

  /// What the package says in its ZIP comment, which word processors drop when they save: a document
  /// with the comment is as it was written.
  public static let unedited = "thidua: unedited draft"

  /// Writes the document to `path`; the same consolidation gives the same bytes.
  ///
  /// - Throws: `WritingError` with the part that failed.
  public func write(_ consolidation: Consolidation, language: Language, to path: String) throws {
    let contents = DocumentContents(consolidation: consolidation, language: language)
    var values = contents.values()
    // A consolidation of people holds names in any script; nothing that XML forbids may pass.
    values = values.legible
    let all = values.texts
    let phrase = { (phrase: DocumentPhrase) in phrase.text(in: language, all) }
    switch self {
    case .submission:
      values.texts["documentTitle"] = phrase(.submissionSubject)
      values.texts["documentNumber"] = phrase(.submissionNumber)
    case .minutes:
      values.texts["documentTitle"] = phrase(.minutesSubject)
      values.texts["documentNumber"] = phrase(.minutesNumber)
      // The time stands in the text of minutes, not in their head.
      values.texts["dateLine"] = ""
    }
    let filler = TemplateFiller(
      fragment: { try DocumentTemplate.fragment($0).map { try $0.root() } },
      fallback: { DocumentPhrase(rawValue: $0).map(phrase) })
    let parts = try DocumentTemplate.parts(of: self).map { template in
      let filled = try filler.fill(template.root(), part: template.name, with: values)
      return ZipPackage.Part(
        name: template.name, bytes: try XMLTree.bytes(of: filled, part: template.name))
    }
    try ZipPackage.write(parts, comment: Self.unedited, to: path)
  }
}

extension TemplateValues {
  /// The values with the characters that XML 1.0 forbids made visible, each text in one line.
  fileprivate var legible: TemplateValues {
    TemplateValues(
      texts: texts.mapValues { CellText.visible($0).replacing("\n", with: " ") },
      lists: lists.mapValues { $0.map(\.legible) })
  }
}
