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

  private func drawEmpty(in rect: Rect, _ buffer: inout Buffer) {
    let words = presentation.words
    let text =
      !state.timeline.isLoaded ? words.loading : state.filter == .all ? words.emptyStore : words.nothingMatches
    for (offset, line) in widths.wrap(SafeText(text), columns: max(2, rect.width - 4)).enumerated() {
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

  /// Draws the title with what the filter searches for highlighted; returns the columns used.
  private func drawTitle(_ title: SafeText, in rect: Rect, style: Style, _ buffer: inout Buffer) -> Int {
    let used = buffer.write(presentation.truncate(title, to: rect.width), in: rect, style: style)
    for pattern in state.filter.conjuncts.compactMap(\.soughtInTitles) {
      for range in Folding.ranges(of: pattern, in: title) {
        let start = widths.columns(SafeText(String(title.string[..<range.lowerBound])))
        let length = widths.columns(SafeText(String(title.string[range])))
        let place = Rect(x: rect.x + start, y: rect.y, width: length, height: 1)
        buffer.restyle(place.intersection(rect)) { $0.adding(styles.match.modifiers.union(.underline)) }
      }
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
