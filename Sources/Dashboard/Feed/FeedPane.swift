import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the news feed: one headline a row, with a line where a new day begins.
struct FeedPane {
  let feed: Feed
  let title: String
  /// Whether a query is being typed.
  let isTyping: Bool
  let context: PaneContext
  let now: Timestamp
  /// When the reader's last visit ended; nil where there was none.
  let lastVisit: Timestamp?

  private var frame: Arrangement.Frame { context.frame }
  private var presentation: Presentation { context.presentation.value }
  private var timeline: Timeline { feed.timeline }
  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }

  func draw(reusing cache: inout FrameCache, into buffer: inout Buffer) {
    presentation.drawTitle(
      title, trailing: trailingTitle, isFocused: context.isFocused, in: frame.title, &buffer)
    if let head = frame.head {
      let places = feed.tablePlaces(rowWidth: head.width, presentation)
      TableHead(places: places, order: feed.columnOrder, presentation: presentation).draw(in: head, into: &buffer)
    }
    let rows = visibleRows
    guard !rows.isEmpty else {
      drawEmpty(in: frame.body, &buffer)
      return
    }
    for (offset, row) in rows.enumerated() {
      if case .day(let day) = row { drawDay(day, in: frame.body.row(offset), &buffer) }
    }
    cache.draw(headlines, into: &buffer)
  }

  private var visibleRows: [FeedRow] {
    timeline.visibleRows(height: frame.body.height, in: presentation.zone)
  }

  /// The headlines on screen.
  var headlines: HeadlineList { HeadlineList(visibleRows, of: feed, context, now: now, lastVisit: lastVisit) }

  /// What a search has yet to look through, what no session is known of, how many rows stand above, and the order of the list or the day of its first row.
  private var trailingTitle: String {
    let words = presentation.words
    var parts = [rowsAbove] + orderOfRows
    if feed.filter.searchesWords, feed.unindexedCount > 0 {
      parts.insert(words.stillToIndex(feed.unindexedCount), at: 0)
    }
    if feed.filter.soughtSession != nil, feed.beyondCalendarCount > 0 {
      parts.insert(words.beyondCalendarBriefly(feed.beyondCalendarCount), at: 0)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// By what the rows are sorted, or the day of the first one.
  private var orderOfRows: [String] {
    let words = presentation.words
    switch feed.order {
    case .query(.published): return [dayOfTop]
    case .query(.oldest): return [words.oldestFirst, dayOfTop]
    case .query(.arrived): return [words.byArrival]
    case .query(.relevance): return [words.byRelevance]
    case .column(let order):
      let part = words.onlyNewest(timeline.headlines.count)
      let sorted = words.sorted(by: words.title(of: order.column), presentation.sign(of: order))
      return [sorted, timeline.isPart ? part : ""]
    }
  }

  /// The rows above the top edge, so that a list that is scrolled is not taken for its beginning.
  private var rowsAbove: String {
    guard timeline.isLoaded, timeline.topIndex > 0 || !timeline.reachesStart else { return "" }
    let count = timeline.firstPosition.map { " " + presentation.words.number($0 + timeline.topIndex) } ?? ""
    return symbols.up + count
  }

  /// The day of the first row, so that its time is not taken for today's.
  private var dayOfTop: String {
    guard timeline.headlines.indices.contains(timeline.topIndex) else { return "" }
    let day = CivilTime(timeline.headlines[timeline.topIndex].published, in: presentation.zone)
    return presentation.words.day(day, now: CivilTime(now, in: presentation.zone))
  }

  /// Why there is no headline.
  private var emptyText: String {
    let words = presentation.words
    if timeline.hasFailed { return words.notReadable }
    guard timeline.isLoaded else { return feed.filter.searchesWords ? words.searching : words.loading }
    if isTyping { return words.noMatch }
    return feed.filter == .all ? words.emptyStore : words.nothingMatches
  }

  private func drawEmpty(in rect: Rect, _ buffer: inout Buffer) {
    for (offset, line) in widths.wrap(SafeText(emptyText), columns: max(2, rect.width - 4)).enumerated() {
      buffer.write(line, in: rect.row(offset + 1).inset(left: 2), style: styles.muted)
    }
  }

  private func drawDay(_ day: CivilTime, in rect: Rect, _ buffer: inout Buffer) {
    let words = presentation.words
    var name = words.day(day, now: CivilTime(now, in: presentation.zone))
    if let count = timeline.count(of: day, in: presentation.zone) { name += " · " + words.dayCount(count) }
    let text = String(repeating: symbols.horizontal, count: 2) + " " + name + " "
    let used = buffer.write(SafeText(text), in: rect.inset(left: 1), style: styles.day) + 1
    buffer.fill(rect.inset(left: used), with: SafeText(symbols.horizontal), style: styles.border)
  }
}

/// What of a row is the same as in the row above, so that it need not be read again.
struct RepeatedColumns: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let time = RepeatedColumns(rawValue: 1)
  static let source = RepeatedColumns(rawValue: 2)
}

/// The headlines of the feed as they are drawn.
struct HeadlineList: Sendable {
  /// One headline: a value of all that its look follows from, beside the list's.
  struct Row: Sendable {
    let headline: Headline
    /// The style of the selected row; nil for any other.
    let selection: Style?
    let repeated: RepeatedColumns
    let rect: Rect

    /// Whether both have the same cells, wherever they stand.
    func looks(as other: Row) -> Bool {
      selection == other.selection && repeated == other.repeated && rect.size == other.rect.size
        && headline == other.headline
    }
  }

  /// As a row of the list or of the table.
  enum Painter: Sendable {
    case list(HeadlineRow)
    case table(TableRow)
  }

  let painter: Painter
  let rows: [Row]
  private let context: PaneContext

  /// - Parameters:
  ///   - rows: those of the screen, from the top; days are not drawn here.
  ///   - lastVisit: when the reader's last visit ended; nil where there was none.
  init(_ rows: [FeedRow], of feed: Feed, _ context: PaneContext, now: Timestamp, lastVisit: Timestamp?) {
    let (timeline, presentation) = (feed.timeline, context.presentation.value)
    let styles = presentation.styles
    let selection = context.isFocused ? styles.selection : styles.selectionInactive
    self.context = context
    let base = HeadlineRow(
      presentation: presentation, now: CivilTime(now, in: presentation.zone), highlights: feed.highlights,
      showsDates: timeline.showsDates, lastVisit: lastVisit, widestSource: timeline.sourceColumns)
    painter = feed.isTable ? .table(feed.tableRow(base, rowWidth: context.frame.body.width)) : .list(base)
    self.rows = rows.enumerated().compactMap { offset, row in
      guard case .headline(let index) = row else { return nil }
      let isSelected = index == timeline.selectedIndex
      // A line with the day, and the selected row, are read by themselves.
      let hasRowAbove = offset > 0 && rows[offset - 1] == .headline(index - 1)
      return Row(
        headline: timeline.headlines[index], selection: isSelected ? selection : nil,
        repeated: hasRowAbove && !isSelected
          ? base.repeated(timeline.headlines[index], below: timeline.headlines[index - 1]) : [],
        rect: context.frame.body.row(offset))
    }
  }

  /// Whether a row of one list has the same cells as an equal row of the other.
  func isDrawn(as other: HeadlineList) -> Bool { context == other.context && painter.draws(as: other.painter) }
}

extension HeadlineList.Painter {
  func draw(_ row: HeadlineList.Row, into buffer: inout Buffer) {
    switch self {
    case .list(let painter):
      painter.draw(row.headline, selection: row.selection, repeated: row.repeated, in: row.rect, into: &buffer)
    case .table(let painter):
      painter.draw(row.headline, selection: row.selection, repeated: row.repeated, in: row.rect, into: &buffer)
    }
  }

  /// Whether both draw a headline in the same way, where their presentations are the same.
  func draws(as other: Self) -> Bool {
    switch (self, other) {
    case (.list(let a), .list(let b)): a.draws(as: b)
    case (.table(let a), .table(let b)): a.draws(as: b)
    case (.list, .table), (.table, .list): false
    }
  }
}

extension Feed {
  /// The columns of the table in a row of so many columns.
  func tablePlaces(rowWidth: Int, _ presentation: Presentation) -> [TablePlace] {
    TablePlace.places(rowWidth: rowWidth, showsDates: timeline.showsDates, language: presentation.language)
  }

  fileprivate func tableRow(_ base: HeadlineRow, rowWidth: Int) -> TableRow {
    TableRow(
      base: base, places: tablePlaces(rowWidth: rowWidth, base.presentation), sought: filter.soughtEvents,
      hasCodes: TablePlace.hasCodes(rowWidth: rowWidth))
  }
}

/// Draws a headline in one row: marks, time, source where there is room, title, and a tag or an event where room is left.
struct HeadlineRow: Sendable {
  let presentation: Presentation
  /// The present moment, so that dates are told from times of day.
  var now: CivilTime
  /// What a search looks for, to be marked in the title.
  var highlights = Highlights(.all)
  /// Whether rows that are not of today show their date: where no line above tells it.
  var showsDates = false
  var showsSources = true
  /// What has arrived since then is bold; nil where nothing is.
  var lastVisit: Timestamp?
  /// The columns of the list's widest source: no more are given to them.
  var widestSource = 16

  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }

  /// The title has the first claim on the row: a source stands only where at least this much is left for the title.
  private static let titleMinimum = 24
  /// Longer tags and events say less than the blank that they would fill.
  private static let mostForTags = 16
  /// Narrower rows have no event: they are the title's alone.
  private static let leastForEvents = 50

  /// With the gap behind it: the names of most sources are whole from a row of 66 columns on, nearly all from one of 84.
  private func sourceColumns(of rowWidth: Int) -> Int {
    min(8 + min(max(0, (rowWidth - 60) / 3), 8), max(8, widestSource)) + 1
  }

  /// - Parameter selection: the style of the selected row; nil for any other. That row is all in one style, as it is drawn anew by
  ///   each key and every change of style costs bytes.
  func draw(
    _ headline: Headline, selection: Style?, repeated: RepeatedColumns = [], in rect: Rect, into buffer: inout Buffer
  ) {
    drawMarks(of: headline, selection: selection, in: rect, into: &buffer)
    var room = rect.inset(left: 3)
    func put(_ text: SafeText, _ role: Style, columns: Int) {
      buffer.write(widths.truncate(text, to: columns), in: room, style: style(role, of: headline, selection))
      room = room.splitLeft(columns).rest
    }
    put(SafeText(repeated.contains(.time) ? "" : time(of: headline)), styles.time, columns: showsDates ? 9 : 6)
    let sourceColumns = sourceColumns(of: rect.width)
    if showsSources, room.width - sourceColumns >= Self.titleMinimum {
      let source = SafeText(repeated.contains(.source) ? "" : headline.source ?? "")
      put(presentation.truncate(source, to: sourceColumns - 1), styles.source, columns: sourceColumns)
    }
    let used = drawTitle(of: headline, selection: selection, in: room.inset(right: 1), into: &buffer)
    guard presentation.showsTags else { return }
    let rest = room.inset(left: used + 2, right: 1)
    let tagStyle = style(styles.tag, of: headline, selection)
    if let fate = fate(of: headline), drawAtEdge(fate, in: rest, style: tagStyle, &buffer) { return }
    if let tag = headline.tags.first {
      drawAtEdge("#" + tag, in: rest, style: tagStyle, &buffer)
    } else if rect.width >= Self.leastForEvents {
      drawEvent(of: headline.facets, in: rest, style: { style($0, of: headline, selection) }, &buffer)
    }
  }

  /// Draws the background of a selected row, and the marks of selection, reading and star in the first three columns.
  func drawMarks(of headline: Headline, selection: Style?, in rect: Rect, into buffer: inout Buffer) {
    if let selection { buffer.fill(rect, style: selection.adding(titleStyle(of: headline).modifiers)) }
    let marks = [
      (selection == nil ? " " : symbols.selected, titleStyle(of: headline)),
      (mark(of: headline), titleStyle(of: headline)), (headline.status.isStarred ? symbols.star : " ", styles.star),
    ]
    for (column, (mark, role)) in marks.enumerated() {
      let place = rect.inset(left: column).splitLeft(1).left
      buffer.write(widths.truncate(SafeText(mark), to: 1), in: place, style: style(role, of: headline, selection))
    }
  }

  /// The style of a part of the row: that of its role, or all of a selected row in one.
  func style(_ role: Style, of headline: Headline, _ selection: Style?) -> Style {
    selection?.adding(titleStyle(of: headline).modifiers) ?? role
  }

  private func titleStyle(of headline: Headline) -> Style {
    let style = headline.isStub ? styles.stub : headline.status.isRead ? styles.read : styles.unread
    guard let lastVisit, let arrived = headline.arrived, arrived >= lastVisit else { return style }
    return style.adding(.bold)
  }

  /// Whether both draw a headline in the same way, where their presentations are the same.
  func draws(as other: HeadlineRow) -> Bool {
    now.dayNumber == other.now.dayNumber && highlights == other.highlights && showsDates == other.showsDates
      && showsSources == other.showsSources && lastVisit == other.lastVisit && widestSource == other.widestSource
  }

  private func mark(of headline: Headline) -> String {
    let isRead = headline.status.isRead
    if headline.isStub { return symbols.stub }
    if headline.withdrawn != nil { return isRead ? symbols.withdrawnRead : symbols.withdrawn }
    if headline.change == .sense, !isRead { return symbols.changed }
    return isRead ? symbols.read : symbols.unread
  }

  /// The time of day; where dates are shown the day of other days, `24-09-27`.
  func time(of headline: Headline) -> String {
    let time = CivilTime(headline.published, in: presentation.zone)
    guard showsDates else { return time.clock }
    return time.dayNumber == now.dayNumber ? "   " + time.clock : time.shortDate
  }

  /// What a row need not show again where the other is right above it.
  func repeated(_ headline: Headline, below other: Headline) -> RepeatedColumns {
    var repeated: RepeatedColumns = []
    if headline.source != nil, headline.source == other.source { repeated.insert(.source) }
    if showsSameTime(headline.published, other.published) { repeated.insert(.time) }
    return repeated
  }

  private func showsSameTime(_ a: Timestamp, _ b: Timestamp) -> Bool {
    guard showsDates else { return a.rawValue / 60 == b.rawValue / 60 }
    let (first, second) = (CivilTime(a, in: presentation.zone), CivilTime(b, in: presentation.zone))
    return first.dayNumber == second.dayNumber && (first.dayNumber != now.dayNumber || first.clock == second.clock)
  }

  /// Draws the title with the figures of the market and what the search found in it; returns the columns used.
  @discardableResult
  func drawTitle(of headline: Headline, selection: Style?, in rect: Rect, into buffer: inout Buffer) -> Int {
    let title = SafeText(headline.title)
    let style = style(titleStyle(of: headline), of: headline, selection)
    let shown = presentation.truncate(title, to: rect.width)
    let used = buffer.write(shown, in: rect, style: style)
    if selection == nil { presentation.colorFigures(in: shown, row: rect, &buffer) }
    guard !highlights.isEmpty else { return used }
    // What is cut off may still be marked where it begins; the sign of the cut is no part of it.
    let cut = shown == title ? rect : rect.splitLeft(used - widths.columns(SafeText(symbols.ellipsis))).left
    for range in highlights.ranges(in: title, of: .title) {
      buffer.restyle(widths.cells(of: range, in: title, row: cut)) { $0.marked(by: styles.match) }
    }
    return used
  }

  /// What happened, and whether that is good or bad: `减持−`. Signs stand below each other at the right edge.
  private func drawEvent(of facets: FacetValues, in rect: Rect, style: (Style) -> Style, _ buffer: inout Buffer) {
    guard !facets.events.isEmpty || facets.tone != nil else { return }
    let word = SafeText(facets.events.first.map(presentation.words.briefName) ?? "")
    let sign = facets.tone.map(presentation.sign)
    let (columns, signColumns) = (widths.columns(word), 1)
    guard columns + signColumns <= min(rect.width, Self.mostForTags) else { return }
    let place = rect.splitLeft(rect.width - columns - signColumns).rest
    buffer.write(word, in: place, style: style(styles.tag))
    if let sign { buffer.write(sign.text, in: place.splitLeft(columns).rest, style: style(sign.style)) }
  }

  /// What became of an article at its source, in words beside its mark: they tell more than a tag.
  private func fate(of headline: Headline) -> String? {
    if let withdrawn = headline.withdrawn {
      return presentation.words.withdrawn(CivilTime(withdrawn, in: presentation.zone))
    }
    return headline.change == .sense && !headline.status.isRead ? presentation.words.changedBriefly : nil
  }

  /// A tag stands at the right edge only where room is left; false where there is none.
  @discardableResult
  private func drawAtEdge(_ word: String, in rect: Rect, style: Style, _ buffer: inout Buffer) -> Bool {
    let text = SafeText(word)
    let columns = widths.columns(text)
    guard columns <= min(rect.width, Self.mostForTags) else { return false }
    buffer.write(text, in: rect.splitLeft(rect.width - columns).rest, style: style)
    return true
  }
}
