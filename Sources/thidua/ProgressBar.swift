import Language
import Pipeline

/// The bar that shows how far a run is; only on a terminal.
struct ProgressBar {
  private let language: Language
  private let isShown: Bool
  private var drawn = ""

  init(language: Language, isShown: Bool = Terminal.showsProgress) {
    self.language = language
    self.isShown = isShown
  }

  /// Draws the bar anew where something changed that can be seen.
  mutating func show(_ progress: Consolidator.Progress) {
    guard isShown else { return }
    draw(Self.line(progress, width: Terminal.width, language: language))
  }

  /// Draws a bar of `done` parts of `total` with a text.
  mutating func show(_ text: String, done: Int, total: Int) {
    guard isShown else { return }
    draw(Self.line(text, done: done, total: total, width: Terminal.width))
  }

  private mutating func draw(_ line: String) {
    guard line != drawn else { return }
    drawn = line
    Terminal.note("\r\u{1B}[K" + line)
  }

  /// Takes the bar away.
  func clear() {
    if isShown, !drawn.isEmpty { Terminal.note("\r\u{1B}[K") }
  }

  /// `[######----] 12/34 tệp, 5 tồn tại`, at most `width` columns wide.
  static func line(
    _ progress: Consolidator.Progress, width: Int, language: Language
  ) -> String {
    let text = OutputText.progress.text(
      in: language,
      [
        "read": "\(progress.filesRead)", "total": "\(progress.filesTotal)",
        "findings": "\(progress.findings)",
      ])
    return line(text, done: progress.filesRead, total: progress.filesTotal, width: width)
  }

  private static func line(_ text: String, done: Int, total: Int, width: Int) -> String {
    let room = min(40, width - text.count - 4)
    guard room >= 5, total > 0 else { return String(text.prefix(max(0, width - 1))) }
    let drawn = room * done / total
    let bar = String(repeating: "#", count: drawn) + String(repeating: "-", count: room - drawn)
    return "[\(bar)] \(text)"
  }
}
