import Language

/// A piece of a letter, which is written as plain text and as HTML.
enum LetterBlock: Sendable, Hashable {
  case heading(String)
  case paragraph(String)
  case list([String])
  case table(header: [String], rows: [[String]])
}

extension FeedbackLetter {
  /// The letter as plain text, its lines ended by a line feed.
  public var text: String {
    blocks.map(Self.text).joined(separator: "\n\n") + "\n"
  }

  private static func text(_ block: LetterBlock) -> String {
    switch block {
    case .heading(let text): text.uppercased()
    case .paragraph(let text): text
    case .list(let lines): lines.map { "- \($0)" }.joined(separator: "\n")
    case .table(let header, let rows):
      ([header] + rows).map { $0.joined(separator: " | ") }.joined(separator: "\n")
    }
  }

  /// The letter as HTML that shows nothing from elsewhere: no pictures, no scripts, no links.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head><meta charset="utf-8"><title>\(Self.escaped(subject))</title></head>
    <body style="font-family: 'Times New Roman', serif; font-size: 12pt; color: #1a1a1a">
    \(blocks.map(Self.html).joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static func html(_ block: LetterBlock) -> String {
    switch block {
    case .heading(let text):
      "<h3 style=\"font-size: 12pt; margin: 16px 0 6px\">\(escaped(text))</h3>"
    case .paragraph(let text): "<p style=\"margin: 6px 0\">\(escaped(text))</p>"
    case .list(let lines):
      "<ul style=\"margin: 4px 0\">\n" + lines.map { "<li>\(escaped($0))</li>\n" }.joined()
        + "</ul>"
    case .table(let header, let rows):
      "<table style=\"border-collapse: collapse\">\n\(row(header, "th"))"
        + rows.map { row($0, "td") }.joined() + "</table>"
    }
  }

  private static func row(_ cells: [String], _ element: String) -> String {
    let style = "border: 1px solid #888888; padding: 3px 8px; text-align: left"
    return "<tr>"
      + cells.map { "<\(element) style=\"\(style)\">\(escaped($0))</\(element)>" }.joined()
      + "</tr>\n"
  }

  /// A text with what HTML would take for markup escaped.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }
}
