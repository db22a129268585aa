import NewsModel
import Terminal

/// The headlines of the feed as they are drawn.
struct HeadlineList: Sendable {
  /// One headline: a value of all that its look follows from, beside the list's.
  struct Row: Sendable {
    let headline: Headline
    /// The style of the selected row; nil for any other.
    let selection: Style?
    let rect: Rect

    /// Whether both have the same cells, wherever they stand.
    func looks(as other: Row) -> Bool {
      selection == other.selection && rect.size == other.rect.size && headline == other.headline
    }
  }

  let painter: HeadlineRow
  let rows: [Row]
  private let context: PaneContext

  /// - Parameter rows: those of the screen, from the top; days are not drawn here.
  init(_ rows: [FeedRow], of state: State, in frame: Arrangement.Frame) {
    let (timeline, styles) = (state.timeline, state.presentation.styles)
    let selection = state.focus == .feed ? styles.selection : styles.selectionInactive
    context = state.context(of: .feed, in: frame)
    painter = HeadlineRow(
      presentation: state.presentation, now: CivilTime(state.now, in: state.presentation.zone),
      highlights: state.highlights, showsDates: timeline.isRanked)
    self.rows = rows.enumerated().compactMap { offset, row in
      guard case .headline(let index) = row else { return nil }
      return Row(
        headline: timeline.headlines[index], selection: index == timeline.selectedIndex ? selection : nil,
        rect: frame.body.row(offset))
    }
  }

  /// Whether a row of one list has the same cells as an equal row of the other.
  func isDrawn(as other: HeadlineList) -> Bool { context == other.context && painter.draws(as: other.painter) }
}
