import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// The first line: pages, active filter, what goes on beside the screen, and the clock. On a small screen it is the title of the one
/// pane that there is room for.
struct HeaderBar: CacheableView {
  let rect: Rect
  private let shown: NumberedPresentation
  private let page: Page
  /// The title of the pane that stands alone; nil where there is room for several.
  private let title: String?
  private let filter: String
  private let trailing: [Piece]

  init(_ state: State, in rect: Rect, isCompact: Bool) {
    self.rect = rect
    shown = state.numberedPresentation
    page = state.page
    title = isCompact ? state.focusTitle : nil
    filter = state.filterText
    trailing = Piece.pieces(of: state, width: rect.width)
  }

  var areas: [Rect] { [rect] }

  private var presentation: Presentation { shown.value }

  func draw(into buffer: inout Buffer) {
    let styles = presentation.styles
    buffer.fill(rect, style: styles.header)
    drawTrailing(into: &buffer)
    let places = places
    if let title {
      buffer.write(
        presentation.truncate(SafeText(title), to: places.room.width), in: places.room, style: styles.headerActive)
      return
    }
    if rect.width >= Self.wide { buffer.write(Self.name, in: places.room, style: styles.header) }
    tabs.draw(in: places.tabs, into: &buffer)
    // Only the page that is open looks chosen.
    buffer.write(
      filterText(in: places.filter), in: places.filter,
      style: filter.isEmpty ? styles.header : styles.header.adding(.bold))
  }

  /// What a place on screen stands for; nil for what cannot be chosen.
  func target(at point: Point) -> Target? {
    guard title == nil, rect.contains(point) else { return nil }
    let places = places
    if let index = tabs.index(atColumn: point.x, in: places.tabs, widths: presentation.widths) {
      return .page(pages[index])
    }
    let columns = presentation.widths.columns(filterText(in: places.filter))
    return places.filter.splitLeft(columns).left.contains(point) ? .filter : nil
  }

  enum Target: Equatable {
    case page(Page)
    case filter
  }

  private static let name: SafeText = "newstape  "
  /// From this width on the name of the program stands in the line.
  private static let wide = 100

  /// The pages that have keys and, as long as it is shown, that of a company.
  private var pages: [Page] { Page.numbered.contains(page) ? Page.numbered : Page.numbered + [page] }

  private var tabs: TabBar {
    TabBar(
      titles: pages.enumerated().map { index, page in
        SafeText((Page.numbered.contains(page) ? "\(index + 1)" : "") + presentation.words.name(of: page))
      },
      selected: pages.firstIndex(of: page) ?? 0, style: presentation.styles.header,
      selectedStyle: presentation.styles.headerActive)
  }

  private func filterText(in room: Rect) -> SafeText {
    presentation.truncate(SafeText(presentation.words.filtered(by: filter)), to: room.width)
  }

  /// The room left of what stands at the right, and in it the places of the tabs and of the filter.
  private var places: (room: Rect, tabs: Rect, filter: Rect) {
    let trailingColumns = trailing.reduce(0) { $0 + $1.columns(presentation.widths) }
    let room = rect.inset(left: title == nil ? 1 : 0, right: trailingColumns + 2)
    let tabs = rect.width >= Self.wide ? room.splitLeft(presentation.widths.columns(Self.name)).rest : room
    let filter = tabs.splitLeft(self.tabs.columns(presentation.widths) + 3).rest
    return (room, tabs, filter)
  }

  /// Draws what stands at the right.
  private func drawTrailing(into buffer: inout Buffer) {
    let style = presentation.styles.header
    let columns = trailing.map { $0.columns(presentation.widths) }
    let total = columns.reduce(0, +)
    var rest = rect.row(0).inset(left: max(0, rect.width - total - 1))
    for (piece, columns) in zip(trailing, columns) {
      switch piece {
      case .text(let text): buffer.write(SafeText(text), in: rest, style: style)
      case .bar(let fraction):
        ProgressBar(fraction: fraction, symbols: presentation.symbols, style: style)
          .draw(in: rest.splitLeft(columns).left, into: &buffer)
      }
      rest = rest.inset(left: columns)
    }
  }
}

// MARK: - What stands at the right

extension HeaderBar {
  fileprivate enum Piece: Equatable {
    case text(String)
    /// How far something has come, from 0 to 1.
    case bar(Double)

    func columns(_ widths: ColumnWidths) -> Int {
      switch self {
      case .text(let text): widths.columns(SafeText(text))
      case .bar: 10
      }
    }
  }
}

extension HeaderBar.Piece {
  static func pieces(of state: State, width: Int) -> [Self] {
    let presentation = state.presentation
    let time = CivilTime(state.now, in: presentation.zone)
    let gap = Self.text("  ")
    var pieces = refresh(of: state, width: width)
    if let progress = state.notices.progress {
      if !pieces.isEmpty { pieces.append(gap) }
      let label = width >= 100 ? progress.text.string + " " : ""
      pieces.append(.text(presentation.symbols.refresh + " " + label + "\(Int(progress.fraction * 100))%"))
    }
    if !pieces.isEmpty { pieces.append(width >= 70 ? gap : .text(" ")) }
    let words = presentation.words
    if state.arrivals.newCount > 0 {
      let count = words.sinceLastVisit(state.arrivals.newCount, isBrief: width < 100)
      pieces += [.text(count), width >= 70 ? gap : .text(" ")]
    }
    let day = width >= 100 ? words.day(time, now: time) : time.monthAndDay + " " + words.weekday(time)
    pieces.append(.text(width >= 70 ? day + " " + time.clock : time.clock))
    return pieces
  }

  /// `⟳ 12/40 ▕███▌    ▏`, or less of it where the screen is narrow.
  private static func refresh(of state: State, width: Int) -> [Self] {
    guard let progress = state.refresh.run?.progress, progress.total + progress.pagesTotal > 0 else { return [] }
    let words = state.presentation.words
    // Whole articles are fetched after the sources.
    let isFetchingPages = progress.pagesTotal > 0
    let (done, total) =
      isFetchingPages ? (progress.pagesDone, progress.pagesTotal) : (progress.done, progress.total)
    let label = isFetchingPages && width >= 100 ? words.fullTextBriefly : ""
    let text =
      state.presentation.symbols.refresh + (width >= 70 ? " " : "") + label + words.number(done) + "/"
      + words.number(total)
    guard width >= 100 else { return [.text(text)] }
    return [.text(text + " "), .bar(Double(done) / Double(total))]
  }
}
