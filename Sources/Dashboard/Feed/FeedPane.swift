import NewsModel
import Terminal
import TextBasics
import Widgets

/// Draws the news feed: one headline a row, with a line where a new day begins.
struct FeedPane {
  let feed: Feed
  let title: String
  /// Whether a query is being typed.
  let isTyping: Bool
  let context: PaneContext
  let now: Timestamp

  private var frame: Arrangement.Frame { context.frame }
  private var presentation: Presentation { context.presentation.value }
  private var timeline: Timeline { feed.timeline }
  private var styles: Styles { presentation.styles }
  private var symbols: Symbols { presentation.symbols }
  private var widths: ColumnWidths { presentation.widths }

  func draw(reusing cache: inout FrameCache, into buffer: inout Buffer) {
    presentation.drawTitle(
      title, trailing: trailingTitle, isFocused: context.isFocused, in: frame.title, &buffer)
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
  var headlines: HeadlineList { HeadlineList(visibleRows, of: feed, context, now: now) }

  /// What a search has yet to look through, and in which order the list is.
  private var trailingTitle: String {
    let words = presentation.words
    var parts = [timeline.isRanked ? words.byRelevance : dayOfTop]
    if feed.filter.searchesWords, feed.unindexedCount > 0 {
      parts.insert(words.stillToIndex(feed.unindexedCount), at: 0)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
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
    return feed.filter == .all ? words.emptyStore(add: presentation.keyName(of: .addSource)) : words.nothingMatches
  }

  private func drawEmpty(in rect: Rect, _ buffer: inout Buffer) {
    for (offset, line) in widths.wrap(SafeText(emptyText), columns: max(2, rect.width - 4)).enumerated() {
      buffer.write(line, in: rect.row(offset + 1).inset(left: 2), style: styles.muted)
    }
  }

  private func drawDay(_ day: CivilTime, in rect: Rect, _ buffer: inout Buffer) {
    let name = presentation.words.day(day, now: CivilTime(now, in: presentation.zone))
    let text = String(repeating: symbols.horizontal, count: 2) + " " + name + " "
    let used = buffer.write(SafeText(text), in: rect.inset(left: 1), style: styles.day) + 1
    buffer.fill(rect.inset(left: used), with: SafeText(symbols.horizontal), style: styles.border)
  }
}
