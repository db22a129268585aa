/// Which page and which pane the reader looks at.
struct Navigation: Feature {
  enum Event: Sendable {
    case show(Page)
    /// Goes to the news page as it is, and to a pane of it.
    case goToNews(Pane? = nil)
    case focus(Pane)
    case zoom(Bool)
    case readOnly(Bool)
    /// An article is read that another page listed.
    case readFrom(Page)
    /// Shows other panes together.
    case changePreset(by: Int)
    case use(PaneLayout.Preset)
    /// Folds the statistics to one line, or unfolds them.
    case foldStatistics
    /// The mouse takes hold of a border, or of nothing.
    case hold(PaneBorder?)
    case move(PaneBorder, to: PaneBorder.Place)
    /// Gives one border its place back, or all.
    case reset(PaneBorder?)
  }

  private(set) var page: Page
  private(set) var focus: Pane
  /// Only the focused pane is shown.
  private(set) var isZoomed: Bool
  /// The reader alone, without chrome.
  private(set) var isReadingOnly = false
  /// The page that listed the article that is read, so that leaving it leads there; nil where the list did.
  private(set) var readerOrigin: Page?
  /// How the panes share the screen.
  private(set) var layout: PaneLayout
  /// The border that the mouse has hold of. It is let go of with the next click: a terminal may lose the end of a drag.
  private(set) var heldBorder: PaneBorder?

  init(page: Page = .news, focus: Pane = .feed, isZoomed: Bool = false, layout: PaneLayout = PaneLayout()) {
    self.page = page
    self.focus = focus
    self.isZoomed = isZoomed
    self.layout = layout
  }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    switch event {
    case .show(let page):
      guard self.page != page else { break }
      self.page = page
      isReadingOnly = false
      return [.shown(page)]
    case .goToNews(let pane):
      page = .news
      return pane.map { focus($0) } ?? []
    case .focus(let pane): return focus(pane)
    case .zoom(let isOn): isZoomed = isOn
    case .readOnly(let isOn): isReadingOnly = isOn
    case .readFrom(let page): readerOrigin = page
    case .hold(let border): heldBorder = border
    case .changePreset(let steps): return change(showingAll: true) { $0.changePreset(by: steps) }
    case .use(let preset): return change(showingAll: true) { $0.use(preset) }
    case .foldStatistics: return change { $0.fold() }
    case .move(let border, let place): return change { $0.move(border, to: place) }
    case .reset(let border): return change { $0.reset(border) }
    }
    return []
  }

  /// Changes the layout, which is remembered once it rests.
  private mutating func change(showingAll: Bool = false, _ body: (inout PaneLayout) -> Void) -> [Outcome] {
    let before = layout
    body(&layout)
    if showingAll { (isZoomed, isReadingOnly) = (false, false) }
    return layout == before ? [] : [.wake(.saveDue, afterMilliseconds: State.saveDelay)]
  }

  private mutating func focus(_ pane: Pane) -> [Outcome] {
    if pane != .reader { readerOrigin = nil }
    defer { focus = pane }
    return focus == .reader && pane != .reader ? [.readerLeft] : []
  }
}

enum Page: String, Sendable, Hashable, Codable {
  case news
  case saved
  case statistics
  case sources
  /// That of a company, which one comes to from others.
  case company

  /// The pages that the keys 1 to 4 show.
  static let numbered: [Page] = [.news, .saved, .statistics, .sources]
}

/// The panes of the news page.
enum Pane: String, Sendable, Hashable, Codable, CaseIterable {
  case feed
  case reader
  case statistics
}
