package import Terminal
import Wording

/// What the screen is to show.
package struct DashboardFrame: Sendable {
  package var buffer: Buffer
  /// Where the cursor stands while text is typed; nil hides it.
  package var cursor: Point?
  /// Whether the mouse can move a border.
  package var hasBorders = false
}

extension State {
  /// Draws the state. Pure: the same state gives the same frame.
  package func render() -> DashboardFrame {
    var nothing = FrameCache()
    return render(reusing: &nothing)
  }

  /// Draws the state, with the cells of what looks as it did before taken from there.
  func render(reusing cache: inout FrameCache) -> DashboardFrame {
    var buffer = Buffer(size: size, widths: presentation.widths, style: presentation.styles.background)
    let arrangement = arrangement
    guard !arrangement.isTooSmall else {
      buffer.write(
        .init(presentation.words.tooSmall), in: Rect(size).row(size.height / 2), style: presentation.styles.text)
      return DashboardFrame(buffer: buffer)
    }
    cache.begin(verticals: arrangement.verticals)
    if let notice = arrangement.notice { drawNotice(in: notice, &buffer) }
    if let rect = arrangement.header {
      cache.header.draw(
        HeaderBar(self, in: rect, isCompact: arrangement.isCompact), reusing: cache.cells, into: &buffer)
    }
    drawPanes(arrangement, reusing: &cache, &buffer)
    if let room = arrangement.page { drawPage(in: room, &buffer) }
    if let breadcrumb = arrangement.breadcrumb { drawBreadcrumb(in: breadcrumb, &buffer) }
    if let rect = arrangement.hints {
      cache.hints.draw(
        HintLine(self, in: rect, tellsNews: arrangement.breadcrumb == nil), reusing: cache.cells, into: &buffer)
    }
    for vertical in arrangement.verticals { presentation.drawRule(in: vertical, &buffer) }
    cache.save(buffer)
    let cursor = drawOverlay(arrangement, &buffer)
    let hasBorders = !arrangement.borders.isEmpty && overlays.shown == nil
    return DashboardFrame(buffer: buffer, cursor: cursor, hasBorders: hasBorders)
  }

  /// What lies over the rest; returns the cursor's place while text is typed.
  private func drawOverlay(_ arrangement: Arrangement, _ buffer: inout Buffer) -> Point? {
    if let prompt = overlays.prompt, let line = arrangement.prompt, let help = arrangement.hints {
      let view = PromptView(
        prompt: prompt, presentation: presentation, completions: prompt.completions(in: presentation),
        canStillBecomeRight: prompt.canStillBecomeRight(in: presentation))
      return view.draw(in: line, help: help, into: &buffer)
    }
    // Also where reading without chrome has no last line: what is told must be seen.
    drawMessage(in: arrangement.hints ?? Rect(size).row(size.height - 1), &buffer)
    if let list = overlays.facets, let layout = list.layout {
      FacetListView(list: list, layout: layout, presentation: presentation).draw(into: &buffer)
      return nil
    }
    guard case .picker(let picker)? = overlays.shown, let layout = picker.layout else { return nil }
    return PickerView(picker: picker, layout: layout, presentation: presentation).draw(into: &buffer)
  }

  private func drawPage(in room: Rect, _ buffer: inout Buffer) {
    switch page {
    case .saved: SavedPageView(page: saved, presentation: presentation, now: now).draw(in: room, into: &buffer)
    case .sources: SourcesPageView(page: sources, presentation: presentation, now: now).draw(in: room, into: &buffer)
    case .statistics: statisticsPage(in: room).draw(into: &buffer)
    case .company:
      CompanyPageView(page: company, presentation: presentation, now: now, lastVisit: arrivals.lastVisit)
        .draw(in: room, into: &buffer)
    case .news: break
    }
  }

  private func drawPanes(_ arrangement: Arrangement, reusing cache: inout FrameCache, _ buffer: inout Buffer) {
    for (pane, frame) in arrangement.panes {
      switch pane {
      case .feed: feedPane(in: frame).draw(reusing: &cache, into: &buffer)
      case .reader: cache.reader.draw(readerPane(in: frame), reusing: cache.cells, into: &buffer)
      case .statistics:
        cache.statistics.draw(statisticsPane(in: frame), reusing: cache.cells, into: &buffer)
      }
    }
  }

  // MARK: - What panes draw

  func context(of pane: Pane, in frame: Arrangement.Frame) -> PaneContext {
    PaneContext(frame: frame, presentation: numberedPresentation, isFocused: hasFocus(pane))
  }

  func feedPane(in frame: Arrangement.Frame) -> FeedPane {
    FeedPane(
      feed: feed, title: feedTitle, isTyping: isTypingQuery, context: context(of: .feed, in: frame), now: now,
      lastVisit: arrivals.lastVisit)
  }

  func readerPane(in frame: Arrangement.Frame) -> ReaderPane {
    ReaderPane(reader, title: readerTitle, context(of: .reader, in: frame))
  }

  func statisticsPage(in room: Rect) -> StatisticsPageView {
    StatisticsPageView(rect: room, board: charts.page, presentation: presentation, now: now)
  }

  func statisticsPane(in frame: Arrangement.Frame) -> StatisticsPaneView {
    StatisticsPaneView(context: context(of: .statistics, in: frame), board: charts.pane, now: now)
  }
}

/// Draws states one after the other, and of each only what looks different from the frame before.
///
/// A step in the list changes two of its rows: reader, statistics, and the lines above and below are most of the work of a frame.
package struct FrameRenderer: Sendable {
  private(set) var cache = FrameCache()

  package init() {}

  /// The frame of a state: the same as `State.render()`.
  package mutating func frame(of state: State) -> DashboardFrame { state.render(reusing: &cache) }
}

/// A part of the screen as it is drawn: a value of all that its look follows from, so that equal ones have equal cells.
protocol CacheableView: Equatable, Sendable {
  /// The cells that it draws, and no others.
  var areas: [Rect] { get }
  /// Draws over background.
  func draw(into buffer: inout Buffer)
}

/// What was drawn in the last frame, with its cells before anything was laid over them.
struct FrameCache: Sendable {
  /// One part of the screen, in the last frame and in the one that is being drawn; nil where it is not on show.
  struct CachedView<View: Sendable>: Sendable {
    fileprivate var last: View?
    fileprivate var next: View?

    fileprivate mutating func turn() {
      last = next
      next = nil
    }
  }

  var header = CachedView<HeaderBar>()
  var reader = CachedView<ReaderPane>()
  var statistics = CachedView<StatisticsPaneView>()
  var hints = CachedView<HintLine>()
  private var headlines = CachedView<HeadlineList>()
  private(set) var cells: Buffer?
  /// How many headlines of the frame were taken from the one before.
  private(set) var reusedHeadlines = 0
  private var verticals: [Rect] = []

  /// Begins a frame. Vertical lines are joined with the titles of panes, so that where other ones stand nothing is as it was.
  mutating func begin(verticals: [Rect]) {
    if verticals != self.verticals { cells = nil }
    self.verticals = verticals
    reusedHeadlines = 0
  }

  /// Draws headlines, or takes their cells from the last frame, from wherever they stood there.
  mutating func draw(_ list: HeadlineList, into buffer: inout Buffer) {
    let known = headlines.last.flatMap { $0.isDrawn(as: list) ? $0.rows : nil } ?? []
    for row in list.rows {
      if let cells, let same = known.first(where: { $0.headline.id == row.headline.id }), same.looks(as: row) {
        buffer.copy(same.rect, from: cells, to: row.rect.origin)
        reusedHeadlines += 1
      } else {
        list.painter.draw(row, into: &buffer)
      }
    }
    headlines.next = list
  }

  /// Keeps what was drawn for the next frame.
  mutating func save(_ buffer: Buffer) {
    cells = buffer
    header.turn()
    reader.turn()
    statistics.turn()
    hints.turn()
    headlines.turn()
  }
}

extension FrameCache.CachedView where View: CacheableView {
  /// Draws the view, or takes its cells from the last frame where it looked the same.
  mutating func draw(_ view: View, reusing cells: Buffer?, into buffer: inout Buffer) {
    if let cells, view == last {
      for area in view.areas { buffer.copy(area, from: cells) }
    } else {
      view.draw(into: &buffer)
    }
    next = view
  }
}

/// The presentation of a state; those of one number are the same.
struct NumberedPresentation: Equatable, Sendable {
  let value: Presentation
  private let number: Int

  init(_ presentation: Presentation, number: Int) {
    value = presentation
    self.number = number
  }

  static func == (a: NumberedPresentation, b: NumberedPresentation) -> Bool { a.number == b.number }
}

/// Where and how a pane is drawn.
struct PaneContext: Equatable, Sendable {
  let frame: Arrangement.Frame
  let presentation: NumberedPresentation
  let isFocused: Bool
}

/// A pane that is drawn within its frame.
protocol CacheablePane: CacheableView {
  var context: PaneContext { get }
}

extension CacheablePane {
  var frame: Arrangement.Frame { context.frame }
  var areas: [Rect] { [frame.title, frame.body] }
  var presentation: Presentation { context.presentation.value }
  var isFocused: Bool { context.isFocused }
}
