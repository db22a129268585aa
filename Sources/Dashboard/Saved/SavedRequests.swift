import NewsModel

/// What the reader keeps.
struct CollectionRequest: Request {
  static let slot = RequestSlot.saved

  func response(from library: some Library) throws -> SavedCollection { try library.collection() }

  func event(for collection: SavedCollection) -> DashboardEvent { .saved(.loaded(collection)) }
}

/// How many articles, and how many unread ones, a saved query has.
struct SavedTotalsRequest: Request {
  static let slot = RequestSlot.savedTotals
  let query: Query

  func response(from library: some Library) throws -> Saved.Totals {
    Saved.Totals(articles: try library.count(query), unread: try library.count(.allOf([query, .unread])))
  }

  func event(for totals: Saved.Totals) -> DashboardEvent { .saved(.counted(totals)) }
}

/// The newest headlines of the entry that is selected.
struct SavedPreviewRequest: Request {
  static let slot = RequestSlot.savedPreview
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    try library.headlines(matching: query, from: .newest, limit: limit).headlines
  }

  func event(for headlines: [Headline]) -> DashboardEvent { .saved(.previewed(headlines)) }
}
