/// Which page and which pane the reader looks at.
struct Navigation: Feature {
  enum Event: Sendable {
    case show(Page)
    /// Goes to the news page as it is, and to a pane of it.
    case goToNews(Pane? = nil)
    case focus(Pane)
    case zoom(Bool)
    case readOnly(Bool)
  }

  private(set) var page: Page
  private(set) var focus: Pane
  /// Only the focused pane is shown.
  private(set) var isZoomed: Bool
  /// The reader alone, without chrome.
  private(set) var isReadingOnly = false

  init(page: Page = .news, focus: Pane = .feed, isZoomed: Bool = false) {
    self.page = page
    self.focus = focus
    self.isZoomed = isZoomed
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
    }
    return []
  }

  private mutating func focus(_ pane: Pane) -> [Outcome] {
    defer { focus = pane }
    return focus == .reader && pane != .reader ? [.readerLeft] : []
  }
}

/// The pages that the keys 1 to 4 show.
enum Page: String, Sendable, Hashable, Codable, CaseIterable {
  case news
  case saved
  case statistics
  case sources
}

/// The panes of the news page.
enum Pane: String, Sendable, Hashable, Codable, CaseIterable {
  case feed
  case reader
  case statistics
}
