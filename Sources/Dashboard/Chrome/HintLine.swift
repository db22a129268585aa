import Terminal
import TextBasics
import Widgets
import Wording

/// The last line: what keys do where they are now, and what came in where no other line tells it.
struct HintLine: CacheableView {
  let rect: Rect
  private let shown: NumberedPresentation
  private let context: CommandContext
  private let hints: [ShownHint]
  /// The number of new items; 0 where another line tells it.
  private let waitingCount: Int

  init(_ state: State, in rect: Rect, tellsNews: Bool) {
    self.rect = rect
    shown = state.numberedPresentation
    context = state.context
    hints = Command.hinted(in: context).compactMap { command, hint in
      hint.title(command.title, state).map { ShownHint(command: command, partner: hint.partner, title: $0) }
    }
    waitingCount = tellsNews ? state.timeline.waitingCount : 0
  }

  var areas: [Rect] { [rect] }

  private var presentation: Presentation { shown.value }

  func draw(into buffer: inout Buffer) {
    let words = presentation.words
    buffer.fill(rect, style: presentation.styles.hint)
    let hints = hints.compactMap { hint in
      keys(of: hint).map { (key: SafeText($0), title: SafeText(words(hint.title))) }
    }
    let news = drawNews(into: &buffer)
    KeyHints(hints, keyStyle: presentation.styles.hintKey, style: presentation.styles.hint)
      .draw(in: rect.inset(left: 1, right: news), into: &buffer)
  }

  /// Tells of new items at the end of the line; returns the columns taken.
  private func drawNews(into buffer: inout Buffer) -> Int {
    guard waitingCount > 0 else { return 0 }
    let text = SafeText(presentation.words.newItemsBriefly(waitingCount) + presentation.symbols.up)
    let columns = presentation.widths.columns(text) + 1
    buffer.write(text, in: rect.inset(left: rect.width - columns), style: presentation.styles.hintKey)
    return columns + 1
  }

  /// The keys that a hint shows: the first of the command and, with it, the first of the opposite direction.
  private func keys(of hint: ShownHint) -> String? {
    guard let key = presentation.keys(for: hint.command, in: context).first else { return nil }
    guard let other = hint.partner.flatMap({ presentation.keys(for: $0, in: context).first }) else { return key }
    return key + "/" + other
  }
}

extension HintLine {
  /// A hint as it stands in the line.
  private struct ShownHint: Equatable, Sendable {
    let command: Command
    let partner: Command?
    let title: Bilingual
  }
}
