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
    let line = Self.line(progress, width: Terminal.width, language: language)
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
    let room = min(40, width - text.count - 4)
    guard room >= 5, progress.filesTotal > 0 else { return String(text.prefix(max(0, width - 1))) }
    let done = room * progress.filesRead / progress.filesTotal
    let bar = String(repeating: "#", count: done) + String(repeating: "-", count: room - done)
    return "[\(bar)] \(text)"
  }
}
