import NewsModel
import Terminal
import TextBasics
import Widgets

/// Draws the news feed: one headline a row, with a line where a new day begins.
struct FeedPane {
  let state: State
  let frame: Arrangement.Frame

  private var presentation: Presentation { state.presentation }
  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }

  func draw(reusing cache: inout FrameCache, into buffer: inout Buffer) {
    state.drawTitle(state.feedTitle, trailing: trailingTitle, of: .feed, in: frame.title, &buffer)
    let rows = state.timeline.visibleRows(height: frame.body.height, in: presentation.zone)
    guard !rows.isEmpty else {
      drawEmpty(in: frame.body, &buffer)
      return
    }
    for (offset, row) in rows.enumerated() {
      if case .day(let day) = row { drawDay(day, in: frame.body.row(offset), &buffer) }
    }
    cache.draw(HeadlineList(rows, of: state, in: frame), into: &buffer)
  }

  /// What a search has yet to look through, and in which order the list is.
  private var trailingTitle: String {
    let words = presentation.words
    var parts = [state.timeline.isRanked ? words.byRelevance : dayOfTop]
    if state.filter.searchesWords, state.unindexedCount > 0 {
      parts.insert(words.stillToIndex(state.unindexedCount), at: 0)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
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
    return state.filter == .all ? words.emptyStore(add: presentation.keyName(of: .addSource)) : words.nothingMatches
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
}
