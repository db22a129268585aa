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
    // Pages that may have no entry show what works on the one that is selected, if any.
    let mayBeIdle = context == .saved || context == .sources || context == .company
    hints = Command.hinted(in: context).compactMap { command, hint in
      guard !mayBeIdle || command.disabledReason(state) == nil else { return nil }
      return hint.title(command.title, state).map { ShownHint(command: command, partner: hint.partner, title: $0) }
    }
    waitingCount = tellsNews ? state.timeline.waitingCount : 0
  }

  var areas: [Rect] { [rect] }

  private var presentation: Presentation { shown.value }

  func draw(into buffer: inout Buffer) {
    buffer.fill(rect, style: presentation.styles.hint)
    keyHints.draw(in: hintPlace, into: &buffer)
    buffer.write(news, in: newsPlace, style: presentation.styles.hintKey)
  }

  /// The command whose hint stands at a place on screen.
  func command(at point: Point) -> Command? {
    guard rect.contains(point) else { return nil }
    if newsPlace.contains(point) { return .loadArrivals }
    return keyHints.index(atColumn: point.x, in: hintPlace, widths: presentation.widths)
      .map { shownHints[$0].command }
  }

  private var keyHints: KeyHints {
    KeyHints(
      shownHints.map { (key: $0.key, title: SafeText(presentation.words($0.title))) },
      keyStyle: presentation.styles.hintKey, style: presentation.styles.hint)
  }

  /// The hints of commands that have a key.
  private var shownHints: [(command: Command, key: SafeText, title: Bilingual)] {
    hints.compactMap { hint in keys(of: hint).map { (hint.command, SafeText($0), hint.title) } }
  }

  private var hintPlace: Rect { rect.inset(left: 1, right: newsPlace.isEmpty ? 0 : newsPlace.width + 1) }

  /// What tells of new items at the end of the line; empty where there are none.
  private var news: SafeText {
    waitingCount > 0 ? SafeText(presentation.words.newItemsBriefly(waitingCount) + presentation.symbols.up) : ""
  }

  private var newsPlace: Rect {
    let columns = presentation.widths.columns(news)
    return columns == 0 ? rect.splitLeft(0).left : rect.splitLeft(rect.width - columns - 1).rest
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
