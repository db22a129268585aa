import Terminal
import TextBasics
import Widgets

/// The last line: what keys do where they are now, and what came in where no other line tells it.
struct HintLine: RememberedView {
  let rect: Rect
  private let shown: NumberedPresentation
  private let context: CommandContext
  private let page: Page
  /// Whether list and details of the sources stand in each other's place.
  private let sourcesTakeTurns: Bool
  private let showsDetails: Bool
  /// The number of new items; 0 where another line tells it.
  private let waitingCount: Int

  init(_ state: State, in rect: Rect, tellsNews: Bool) {
    self.rect = rect
    shown = NumberedPresentation(state)
    context = state.context
    page = state.page
    sourcesTakeTurns = state.sourcesTakeTurns
    showsDetails = state.sources.showsDetails
    waitingCount = tellsNews ? state.timeline.waitingCount : 0
  }

  var areas: [Rect] { [rect] }

  private var presentation: Presentation { shown.value }

  func draw(into buffer: inout Buffer) {
    let words = presentation.words
    buffer.fill(rect, style: presentation.styles.hint)
    let hints = commands.compactMap { command -> (key: SafeText, title: SafeText)? in
      guard var key = key(of: command) else { return nil }
      if command == .next, let back = presentation.keys(for: .previous).first { key += "/" + back }
      return (SafeText(key), SafeText(words(title(of: command))))
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

  /// The key that a hint shows: on the page of sources, `R` refreshes the selected one.
  private func key(of command: Command) -> String? {
    let keys = presentation.keys(for: command)
    guard command == .refresh, context == .sources else { return keys.first }
    let taken = presentation.keys(for: .refreshSource)
    return keys.first { !taken.contains($0) }
  }

  /// What a command does where the keys are now, where its own title is too general.
  private func title(of command: Command) -> Bilingual {
    guard context == .statistics || context == .saved || context == .sources else { return command.info.title }
    return switch command {
    case .open where page == .sources: ["看新闻", "its news"]
    case .focusNext where page == .sources: showsDetails ? ["列表", "list"] : ["详情", "details"]
    case .refresh where page == .sources: ["全部刷新", "refresh all"]
    case .find where page == .sources: ["查找来源", "find a source"]
    case .open where page == .saved: ["打开", "open"]
    case .focusNext where page == .saved: ["查询/规则", "queries/rules"]
    case .next: ["选择", "select"]
    case .open: ["筛选要闻", "filter the news"]
    case .focusNext where page == .statistics: ["换图", "next chart"]
    default: command.info.title
    }
  }

  private var commands: [Command] {
    switch context {
    case .feed, .everywhere:
      [
        .next, .open, .focusNext, .find, .pickTag, .editFilter, .toggleStar, .toggleRead, .saveQuery, .bulk,
        .showSaved, .showStatistics, .undo, .commandLine, .help,
      ]
    case .reader:
      [
        .next, .back, .nextArticle, .previousArticle, .find, .toggleStar, .toggleRead, .related, .openInBrowser,
        .readingMode, .help,
      ]
    case .saved:
      [
        .open, .focusNext, .saveQuery, .addRule, .editSaved, .renameSaved, .removeSaved, .toggleRule, .bulk, .undo,
        .showNews, .help,
      ]
    case .statistics:
      [.next, .focusNext, .open, .shorterSpan, .longerSpan, .showNews, .commandLine, .help]
    case .sources:
      [.open] + (sourcesTakeTurns ? [.focusNext] : []) + [
        .addSource, .refreshSource, .refresh, .removeSource, .toggleFullText, .renameSource, .moveSource, .tagSource,
        .find, .openHomePage, .undo, .help,
      ]
    }
  }
}
