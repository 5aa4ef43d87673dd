import Language
import Pipeline

/// The bar that shows how far a collection is; only on a terminal.
final class CollectionBar {
  private var bar: ProgressBar
  private let language: Language

  init(language: Language) {
    bar = ProgressBar(language: language)
    self.language = language
  }

  /// Draws the bar anew where something changed that can be seen.
  func show(_ progress: Collector.Progress) {
    let text = MailText.progress.text(
      in: language, ["done": "\(progress.done)", "total": "\(progress.total)"])
    bar.show(text, done: progress.done, total: progress.total)
  }

  /// Takes the bar away.
  func clear() { bar.clear() }
}
