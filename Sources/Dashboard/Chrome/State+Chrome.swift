import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

extension State {
  func drawNotice(in rect: Rect, _ buffer: inout Buffer) {
    let styles = presentation.styles
    buffer.fill(rect, style: styles.notice)
    let columns = max(0, rect.width - 2)
    let notice = filter.asOf.map { banner(asOf: $0, columns: columns) } ?? presentation.words.sampleNotice
    let text = presentation.truncate(SafeText(notice), to: columns)
    buffer.write(text, in: rect.inset(left: 1), style: styles.notice)
  }

  /// Tells as of when everything is shown, and what to know of it: as much as there is room for.
  private func banner(asOf moment: Timestamp, columns: Int) -> String {
    let words = presentation.words
    let time = CivilTime(moment, in: presentation.zone)
    let when = words.asOf(time, now: CivilTime(now, in: presentation.zone))
    let count = arrivals.unknownCount
    let unknown = count == 0 ? [] : [words.unknownArrivals(count)]
    let briefly = count == 0 ? [] : [words.unknownArrivalsBriefly(count)]
    let forms = [
      unknown + [words.leaveAsOf, words.facetsByTodaysTables], unknown + [words.leaveAsOf], unknown,
      briefly + [words.leaveAsOf], briefly,
    ]
    .map { ([when] + $0).joined(separator: " · ") }
    return forms.first { presentation.widths.columns(SafeText($0)) <= columns } ?? when
  }

  /// The title of the pane that stands alone on a small screen.
  var focusTitle: String {
    switch focus {
    case .feed: feedTitle + filterOfCompactTitle
    case .reader: readerTitle
    case .statistics: presentation.words.statistics
    }
  }

  /// What else than words and a moment the list is filtered by: no other line tells it there. Its order the other end of the line tells.
  private var filterOfCompactTitle: String {
    let rest = Query.allOf(filter.withoutOrder.conjuncts.filter { !$0.searchesWords && !$0.isAsOf })
    return rest == .all || filterName != nil ? "" : " · " + presentation.words.query(notation.describe(rest))
  }

  // MARK: - Titles

  /// `资讯 1/20,418`, or `搜索“降息” 1/≥1,200` while that is being counted.
  var feedTitle: String {
    let words = presentation.words
    let search = filter.search
    let name =
      filterName.map(words.savedQuery)
      ?? (search == .all ? words.news : words.search(words.query(notation.describe(search))))
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
    let pages = reader.pages(height: ReaderPane.textArea(in: frame.body, presentation).height)
    guard reader.article != nil else { return presentation.words.reader }
    let title = presentation.words.reader + " · \(pages.current)/\(pages.count)"
    guard let find = reader.find else { return title }
    return title + " · " + presentation.words.matches(find.current.map { $0 + 1 }, of: find.matches.count)
  }

  // MARK: - Lines

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
        presentation.symbols.up + " " + words.newItems(timeline.waitingCount))
    }
    if let unread = shownUnread {
      counts.append(words.unread + " " + (rect.width >= 100 ? words.number(unread) : words.briefNumber(unread)))
    }
    if rect.width >= 100 {
      counts.append(words.languageBriefly)
      counts.append(presentation.theme.name)
    }
    let right = SafeText(counts.joined(separator: "   "))
    let rightColumns = presentation.widths.columns(right)
    let left = presentation.truncate(SafeText(breadcrumb), to: max(0, rect.width - rightColumns - 4))
    buffer.write(left, in: rect.inset(left: 1), style: styles.breadcrumb)
    buffer.write(right, in: rect.splitLeft(rect.width - rightColumns - 1).rest, style: styles.statusline)
  }

  /// How much of what the page shows is unread; nil while that is not counted.
  private var shownUnread: Int? {
    switch page {
    case .news: charts.pane.unread(of: filter)
    case .statistics: charts.page.unread(of: filter)
    case .saved: saved.selectedText.flatMap { saved.totals[$0]?.unread }
    case .sources: sources.selected?.unread
    case .company: company.visit?.numbers?.statistics.overall.unread
    }
  }

  private var breadcrumb: String {
    let words = presentation.words
    var parts = [words.name(of: page)]
    if page == .saved {
      return (parts + [saved.selectedText.map(words.query)].compactMap(\.self)).joined(
        separator: " \(presentation.symbols.breadcrumb) ")
    }
    if page == .company {
      return (parts + [company.visit.map(name)].compactMap(\.self)).joined(
        separator: " \(presentation.symbols.breadcrumb) ")
    }
    if page == .sources {
      return (parts + [sources.selected?.subscription.name].compactMap(\.self)).joined(
        separator: " \(presentation.symbols.breadcrumb) ")
    }
    parts += filterName.map { [$0] } ?? filter.conjuncts.map { words.query(notation.describe($0)) }
    // It follows with the article's text, not with each key: the selected row tells its title by itself.
    if page == .news, arrangement.panes[.reader] != nil, let title = reader.article?.headline.title {
      parts.append(title)
    } else if page == .statistics, let shown = charts.page.contents {
      let selection = charts.page.selection
      let factory = ChartFactory(contents: shown, presentation: presentation, selection: selection)
      parts.append(words.name(of: selection.chart))
      if let name = factory.selectedName { parts.append(name) }
    }
    return parts.joined(separator: " \(presentation.symbols.breadcrumb) ")
  }

  private func name(of visit: CompanyVisit) -> String { visit.news?.profile?.name ?? visit.code }

  /// A question or a message, where there is one.
  func drawMessage(in rect: Rect, _ buffer: inout Buffer) {
    let styles = presentation.styles
    if case .confirmation(let confirmation)? = overlays.shown {
      drawMessage(
        SafeText(presentation.words.question(confirmation, presentation)), style: styles.toast, in: rect, &buffer)
    } else if let toast = notices.toast {
      drawMessage(toast.text, style: toast.isError ? styles.toastError : styles.toast, in: rect, &buffer)
    }
  }

  private func drawMessage(_ text: SafeText, style: Style, in rect: Rect, _ buffer: inout Buffer) {
    buffer.fill(rect, style: style)
    buffer.write(
      presentation.truncate(text, to: max(0, rect.width - 2)), in: rect.inset(left: 1), style: style)
  }
}

extension Presentation {
  /// The first key of a command, or what is typed instead where it has none.
  func keyName(of command: Command) -> String { keys(for: command).first ?? ":" + command.name }

  /// Draws a vertical rule and joins it with the title lines that it meets.
  ///
  /// Only the columns beside the rule are looked at, which no pane's text reaches: a line sign in an article is no rule.
  func drawRule(in vertical: Rect, _ buffer: inout Buffer) {
    VerticalDivider(symbols: symbols, style: styles.border).draw(in: vertical, into: &buffer)
    let surroundings = vertical.inset(left: -1, right: -1)
    Junctions.join(in: &buffer, bounds: surroundings, symbols: symbols)
  }

  /// The title line of a pane; the focused pane's stands out.
  func drawTitle(
    _ title: String, trailing: String = "", isFocused: Bool, in rect: Rect, _ buffer: inout Buffer
  ) {
    self.title(title, trailing: trailing, isFocused: isFocused).draw(in: rect, into: &buffer)
  }

  func title(_ title: String, trailing: String = "", isFocused: Bool) -> Divider {
    Divider(
      title: SafeText(title), trailing: SafeText(trailing), symbols: symbols,
      style: isFocused ? styles.borderFocused : styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title)
  }
}
