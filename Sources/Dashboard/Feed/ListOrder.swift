/// In which order the list shows its articles.
enum ListOrder: Sendable, Hashable {
  case newestFirst
  /// What is most about the words of a search first.
  case relevance
}

extension State {
  /// Whether the list can be ranked: only words tell what an article is about.
  var canBeRanked: Bool { !filter.soughtTexts.isEmpty }

  /// Ranks the list of a search, or puts the newest first again. The selection stays on its article; who has not moved from the
  /// top sees what is at the top now.
  mutating func toggleOrder(_ effects: inout [Effect]) {
    page = .news
    let selected = focus != .reader && timeline.selectedIndex == 0 ? nil : timeline.selectedKey
    order = order == .relevance ? .newestFirst : .relevance
    loadFeed(selecting: selected, &effects)
  }
}
