import NewsModel
import Terminal
import TextBasics
import Widgets

extension State {
  func drawNotice(in rect: Rect, _ buffer: inout Buffer) {
    let styles = presentation.styles
    buffer.fill(rect, style: styles.notice)
    let notice = presentation.words.sampleNotice(add: keyName(of: .addSource))
    let text = presentation.truncate(SafeText(notice), to: max(0, rect.width - 2))
    buffer.write(text, in: rect.inset(left: 1), style: styles.notice)
  }

  /// Pages, active filter, background activity and clock.
  func drawHeader(in rect: Rect, isCompact: Bool, _ buffer: inout Buffer) {
    let styles = presentation.styles
    let widths = presentation.widths
    buffer.fill(rect, style: styles.header)
    let rightColumns = drawHeaderTrailing(in: rect, &buffer)
    var room = rect.inset(left: isCompact ? 0 : 1, right: rightColumns + 2)
    if isCompact {
      buffer.write(presentation.truncate(focusTitle, to: room.width), in: room, style: styles.headerActive)
    } else {
      if rect.width >= 100 { room = advance(room, by: buffer.write("newstape  ", in: room, style: styles.header)) }
      let pages = Page.allCases
      let tabs = TabBar(
        titles: pages.enumerated().map { SafeText("\($0 + 1)" + presentation.words.name(of: $1)) },
        selected: pages.firstIndex(of: page) ?? 0, style: styles.header, selectedStyle: styles.headerActive)
      tabs.draw(in: room, into: &buffer)
      room = advance(room, by: tabs.columns(widths) + 3)
      let active = filterText
      let text = presentation.words.filter + " " + (active.isEmpty ? "(" + presentation.words.everything + ")" : active)
      buffer.write(
        presentation.truncate(SafeText(text), to: room.width), in: room,
        style: active.isEmpty ? styles.header : styles.headerActive)
    }
  }

  private func advance(_ rect: Rect, by columns: Int) -> Rect { rect.splitLeft(columns).rest }

  /// The title of the pane that stands alone on a small screen.
  private var focusTitle: SafeText {
    switch focus {
    case .feed: SafeText(feedTitle)
    case .reader: SafeText(readerTitle)
    case .statistics: SafeText(presentation.words.statistics)
    }
  }

  // MARK: - Titles

  /// `要闻 1/20,418`, or `搜索 “降息” 1/≥1,200` while that is being counted.
  var feedTitle: String {
    let words = presentation.words
    let search = filter.search
    let name =
      filterName.map { words.name(of: .saved) + " “\($0)”" }
      ?? (search == .all ? words.news : words.search(describe(search)))
    if timeline.isSlow { return name + " " + (search == .all ? words.loading : words.searching) }
    guard timeline.isLoaded, !timeline.isOutdated, let length else { return name }
    guard let position = timeline.selectedPosition else { return name + " " + length }
    return name + " " + words.number(position) + "/" + length
  }

  /// The list's length as far as it is known.
  var length: String? {
    let words = presentation.words
    if let total = timeline.total { return words.number(max(total, timeline.selectedPosition ?? 0)) }
    return timeline.minimumTotal.map { presentation.symbols.atLeast + words.number($0) }
  }

  var readerTitle: String {
    guard let frame = arrangement.panes[.reader] else { return presentation.words.reader }
    let pages = reader.pages(height: ReaderPane.textArea(in: frame.body, measure: presentation.measure).height)
    guard reader.article != nil else { return presentation.words.reader }
    let title = presentation.words.reader + " · \(pages.current)/\(pages.count)"
    guard let find = reader.find else { return title }
    return title + " · " + presentation.words.matches(find.current.map { $0 + 1 }, of: find.matches.count)
  }

  // MARK: - Lines between panes

  /// Draws a vertical rule and joins it with the title lines that it meets.
  ///
  /// Only the columns beside the rule are looked at, which no pane's text reaches: a line sign in an article is no rule.
  func drawRule(in vertical: Rect, _ buffer: inout Buffer) {
    VerticalDivider(symbols: presentation.symbols, style: presentation.styles.border).draw(in: vertical, into: &buffer)
    let surroundings = vertical.inset(left: -1, right: -1)
    Junctions.join(in: &buffer, bounds: surroundings, symbols: presentation.symbols)
  }

  /// The title line of a pane; the focused pane's stands out.
  func drawTitle(_ title: String, trailing: String = "", of pane: Pane, in rect: Rect, _ buffer: inout Buffer) {
    presentation.drawTitle(title, trailing: trailing, isFocused: hasFocus(pane), in: rect, &buffer)
  }

  /// Whether a pane is on show and has the keys.
  func hasFocus(_ pane: Pane) -> Bool { focus == pane && page == .news }

  // MARK: - The two last lines

  func drawBreadcrumb(in rect: Rect, _ buffer: inout Buffer) {
    let styles = presentation.styles
    let words = presentation.words
    buffer.fill(rect, style: styles.statusline)
    var counts: [String] = []
    if timeline.waitingCount > 0 {
      counts.append(
        presentation.symbols.up + " " + words.newItems(timeline.waitingCount) + " (\(keyName(of: .takeInNew)))")
    }
    if let unread = statistics.statistics?.overall.unread { counts.append(words.unread + " " + words.number(unread)) }
    if rect.width >= 100 {
      counts.append(presentation.language == .en ? "en" : "zh")
      counts.append(presentation.theme.name)
    }
    let right = SafeText(counts.joined(separator: "   "))
    let rightColumns = presentation.widths.columns(right)
    let left = presentation.truncate(SafeText(breadcrumb), to: max(0, rect.width - rightColumns - 4))
    buffer.write(left, in: rect.inset(left: 1), style: styles.breadcrumb)
    buffer.write(right, in: rect.splitLeft(rect.width - rightColumns - 1).rest, style: styles.statusline)
  }

  private var breadcrumb: String {
    let words = presentation.words
    var parts = [words.name(of: page)]
    if page == .saved {
      return (parts + [saved.selectedQuery?.text, saved.selectedRule?.text].compactMap(\.self)).joined(
        separator: " \(presentation.symbols.breadcrumb) ")
    }
    if page == .sources {
      return (parts + [sources.selected?.subscription.name].compactMap(\.self)).joined(
        separator: " \(presentation.symbols.breadcrumb) ")
    }
    parts += filterName.map { [$0] } ?? filter.conjuncts.map(describe)
    // It follows with the article's text, not with each key: the selected row tells its title by itself.
    if page == .news, arrangement.panes[.reader] != nil, let title = reader.article?.headline.title {
      parts.append(title)
    } else if page == .statistics, let shown = statisticsPage.statistics {
      let charts = ChartFactory(statistics: shown, presentation: presentation, selection: chartSelection)
      parts.append(words.name(of: chartSelection.chart))
      if let name = charts.selectedName { parts.append(name) }
    }
    return parts.joined(separator: " \(presentation.symbols.breadcrumb) ")
  }

  /// A question, a message, or else the key hints.
  func drawLastLine(in rect: Rect, _ buffer: inout Buffer) {
    let styles = presentation.styles
    if case .confirmation(let confirmation) = overlay {
      drawMessage(
        SafeText(presentation.words.question(confirmation, presentation)), style: styles.toast, in: rect, &buffer)
    } else if let toast {
      drawMessage(toast.text, style: toast.isError ? styles.toastError : styles.toast, in: rect, &buffer)
    } else {
      drawHints(in: rect, &buffer)
    }
  }

  private func drawMessage(_ text: SafeText, style: Style, in rect: Rect, _ buffer: inout Buffer) {
    buffer.fill(rect, style: style)
    buffer.write(
      presentation.truncate(text, to: max(0, rect.width - 2)), in: rect.inset(left: 1), style: style)
  }

  private func drawHints(in rect: Rect, _ buffer: inout Buffer) {
    let words = presentation.words
    buffer.fill(rect, style: presentation.styles.hint)
    let hints = hintCommands.compactMap { command -> (key: SafeText, title: SafeText)? in
      guard var key = hintKey(of: command) else { return nil }
      if command == .next, let back = presentation.keys(for: .previous).first { key += "/" + back }
      return (SafeText(key), SafeText(words(hintTitle(of: command))))
    }
    let news = drawWaitingNews(in: rect, &buffer)
    KeyHints(hints, keyStyle: presentation.styles.hintKey, style: presentation.styles.hint)
      .draw(in: rect.inset(left: 1, right: news), into: &buffer)
  }

  /// Tells of new items at the end of the key hints where there is no line above for it; returns the columns taken.
  private func drawWaitingNews(in rect: Rect, _ buffer: inout Buffer) -> Int {
    guard timeline.waitingCount > 0, arrangement.breadcrumb == nil else { return 0 }
    let text = SafeText(presentation.words.newItemsBriefly(timeline.waitingCount) + presentation.symbols.up)
    let columns = presentation.widths.columns(text) + 1
    buffer.write(text, in: rect.inset(left: rect.width - columns), style: presentation.styles.hintKey)
    return columns + 1
  }

  /// The first key of a command, or its name where it has none.
  func keyName(of command: Command) -> String { presentation.keys(for: command).first ?? command.rawValue }

  /// The key that a hint shows: on the page of sources, `R` refreshes the selected one.
  private func hintKey(of command: Command) -> String? {
    let keys = presentation.keys(for: command)
    guard command == .refresh, context == .sources else { return keys.first }
    let taken = presentation.keys(for: .refreshSource)
    return keys.first { !taken.contains($0) }
  }

  /// What a command does where the keys are now, where its own title is too general.
  private func hintTitle(of command: Command) -> Bilingual {
    guard context == .statistics || context == .saved || context == .sources else { return command.info.title }
    return switch command {
    case .open where page == .sources: ["看新闻", "its news"]
    case .focusNext where page == .sources: sources.showsDetails ? ["列表", "list"] : ["详情", "details"]
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

  private var hintCommands: [Command] {
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
        .find,
        .openHomePage, .undo, .help,
      ]
    }
  }
}

extension Presentation {
  /// The title line of a pane; the focused pane's stands out.
  func drawTitle(
    _ title: String, trailing: String = "", isFocused: Bool, in rect: Rect, _ buffer: inout Buffer
  ) {
    Divider(
      title: SafeText(title), trailing: SafeText(trailing), symbols: symbols,
      style: isFocused ? styles.borderFocused : styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title
    ).draw(in: rect, into: &buffer)
  }
}
