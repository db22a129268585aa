import Terminal

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
        list.painter.draw(row.headline, selection: row.selection, in: row.rect, into: &buffer)
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
