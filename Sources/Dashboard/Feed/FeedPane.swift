import NewsModel
import Terminal
import TextBasics
import Widgets

/// Draws the news feed: one headline a row, with a line where a new day begins.
struct FeedPane {
  let state: State

  private var presentation: Presentation { state.presentation }
  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }

  /// The title has the first claim on the row: a source stands only where at least this much is left for the title.
  private static let titleMinimum = 24
  private static let sourceColumns = 9

  func draw(in frame: Arrangement.Frame, into buffer: inout Buffer) {
    state.drawTitle(state.feedTitle, trailing: dayOfTop, of: .feed, in: frame.title, &buffer)
    let rows = state.timeline.visibleRows(height: frame.body.height, in: presentation.zone)
    guard !rows.isEmpty else {
      drawEmpty(in: frame.body, &buffer)
      return
    }
    for (offset, row) in rows.enumerated() {
      let rect = frame.body.row(offset)
      switch row {
      case .day(let day): drawDay(day, in: rect, &buffer)
      case .headline(let index): drawHeadline(index, in: rect, &buffer)
      }
    }
  }

  /// The day of the first row, so that its time is not taken for today's.
  private var dayOfTop: String {
    let timeline = state.timeline
    guard timeline.headlines.indices.contains(timeline.topIndex) else { return "" }
    let day = CivilTime(timeline.headlines[timeline.topIndex].published, in: presentation.zone)
    return presentation.words.day(day, now: CivilTime(state.now, in: presentation.zone))
  }

  /// Why there is no headline.
  private var emptyText: String {
    let words = presentation.words
    if state.timeline.hasFailed { return words.notReadable }
    guard state.timeline.isLoaded else { return state.filter.searchesWords ? words.searching : words.loading }
    if state.isTypingQuery { return words.noMatch }
    return state.filter == .all ? words.emptyStore : words.nothingMatches
  }

  private func drawEmpty(in rect: Rect, _ buffer: inout Buffer) {
    for (offset, line) in widths.wrap(SafeText(emptyText), columns: max(2, rect.width - 4)).enumerated() {
      buffer.write(line, in: rect.row(offset + 1).inset(left: 2), style: styles.muted)
    }
  }

  private func drawDay(_ day: CivilTime, in rect: Rect, _ buffer: inout Buffer) {
    let name = presentation.words.day(day, now: CivilTime(state.now, in: presentation.zone))
    let text = String(repeating: symbols.horizontal, count: 2) + " " + name + " "
    let used = buffer.write(SafeText(text), in: rect.inset(left: 1), style: styles.day) + 1
    buffer.fill(rect.inset(left: used), with: SafeText(symbols.horizontal), style: styles.border)
  }

  private func drawHeadline(_ index: Int, in rect: Rect, _ buffer: inout Buffer) {
    let headline = state.timeline.headlines[index]
    let isSelected = index == state.timeline.selectedIndex
    let isFocused = state.focus == .feed
    let selection = isFocused ? styles.selection : styles.selectionInactive
    func style(_ role: Style) -> Style { isSelected ? selection.adding(role.modifiers) : role }
    if isSelected { buffer.fill(rect, style: selection) }

    let titleStyle = headline.isStub ? styles.stub : headline.status.isRead ? styles.read : styles.unread
    var room = rect
    func put(_ text: SafeText, _ role: Style, columns: Int) {
      buffer.write(widths.truncate(text, to: columns), in: room, style: style(role))
      room = room.splitLeft(columns).rest
    }
    put(SafeText(isSelected ? symbols.selected : " "), titleStyle, columns: 1)
    put(SafeText(mark(of: headline)), titleStyle, columns: 1)
    put(SafeText(headline.status.isStarred ? symbols.star : " "), styles.star, columns: 1)
    let clock = CivilTime(headline.published, in: presentation.zone).clock
    put(SafeText(clock), styles.time, columns: 5)
    put(" ", styles.time, columns: 1)
    if room.width - Self.sourceColumns >= Self.titleMinimum {
      let source = presentation.truncate(SafeText(headline.source ?? ""), to: Self.sourceColumns - 1)
      put(source, styles.source, columns: Self.sourceColumns)
    }
    let title = SafeText(headline.title)
    let used = drawTitle(title, in: room.inset(right: 1), style: style(titleStyle), &buffer)
    drawTag(of: headline, in: room.inset(left: used + 2, right: 1), style: style(styles.tag), &buffer)
  }

  private func mark(of headline: Headline) -> String {
    headline.isStub ? symbols.stub : headline.status.isRead ? symbols.read : symbols.unread
  }

  /// Draws the title with what the search found in it; returns the columns used.
  private func drawTitle(_ title: SafeText, in rect: Rect, style: Style, _ buffer: inout Buffer) -> Int {
    let shown = presentation.truncate(title, to: rect.width)
    let used = buffer.write(shown, in: rect, style: style)
    guard !state.highlights.isEmpty else { return used }
    // What is cut off may still be marked where it begins; the sign of the cut is no part of it.
    let cut = shown == title ? rect : rect.splitLeft(used - widths.columns(SafeText(symbols.ellipsis))).left
    for range in state.highlights.ranges(in: title, of: .title) {
      buffer.restyle(widths.place(of: range, in: title, row: cut)) { $0.marked(by: styles.match) }
    }
    return used
  }

  /// A tag stands at the right edge only where room is left.
  private func drawTag(of headline: Headline, in rect: Rect, style: Style, _ buffer: inout Buffer) {
    guard presentation.showsTags, let tag = headline.tags.first else { return }
    let text = SafeText("#" + tag)
    let columns = widths.columns(text)
    guard columns <= rect.width, columns <= 16 else { return }
    buffer.write(text, in: rect.splitLeft(rect.width - columns).rest, style: style)
  }
}
