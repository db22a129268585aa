import NewsModel
import TextBasics

/// The page of sources: a list by health, and the details of the selected one.
struct SourcesPage: Sendable {
  /// Sorted; nil until they have been read.
  private(set) var overviews: [SubscriptionOverview]?
  private(set) var selectedIndex = 0
  /// The first row on screen.
  private(set) var offset = 0
  /// Whether the details stand in the place of the list, where there is no room for both.
  var showsDetails = false
  /// The source to select as soon as it is in the list.
  private var wanted: Subscription.ID?

  var list: [SubscriptionOverview] { overviews ?? [] }

  var selected: SubscriptionOverview? { list.indices.contains(selectedIndex) ? list[selectedIndex] : nil }

  /// Shows the sources as they are now; the selection stays on its source, in the same row on screen.
  mutating func take(_ fresh: [SubscriptionOverview]) {
    let kept = wanted.flatMap { id in fresh.contains { $0.subscription.id == id } ? id : nil }
    let target = kept ?? selected?.subscription.id
    let row = selectedIndex - offset
    overviews = Self.sorted(fresh)
    if kept != nil { wanted = nil }
    if let place = list.firstIndex(where: { $0.subscription.id == target }) {
      selectedIndex = place
      offset = max(0, place - row)
    }
    move(by: 0)
  }

  /// What asks for the reader's eye first; else by folder and name.
  private static func sorted(_ overviews: [SubscriptionOverview]) -> [SubscriptionOverview] {
    // Folded once for each, not for each comparison: there may be thousands.
    let keyed = overviews.map { overview in
      (overview, (overview.subscription.folders + [overview.subscription.name]).map { Folding.fold($0) })
    }
    let sorted = keyed.sorted { a, b in
      if a.0.health != b.0.health { return a.0.health < b.0.health }
      if a.1 != b.1 { return a.1.lexicographicallyPrecedes(b.1) }
      return a.0.subscription.id.rawValue < b.0.subscription.id.rawValue
    }
    return sorted.map(\.0)
  }

  /// Makes a change on screen before the store has made it. What is new comes with the store's answer, which knows its id.
  mutating func apply(_ change: SubscriptionChange) {
    guard var overviews else { return }
    switch change {
    case .add: return
    case .remove(let subscription): overviews.removeAll { $0.subscription.id == subscription.id }
    case .replace(let old, let new):
      for index in overviews.indices where overviews[index].subscription.id == old.id {
        overviews[index].subscription = new
      }
    }
    take(overviews)
  }

  mutating func select(_ index: Int) {
    wanted = nil
    selectedIndex = min(max(0, index), max(0, list.count - 1))
  }

  mutating func move(by rows: Int) {
    selectedIndex = min(max(0, selectedIndex + rows), max(0, list.count - 1))
    if rows != 0 { wanted = nil }
  }

  /// Selects a source, at once or as soon as it is listed.
  mutating func select(_ id: Subscription.ID) {
    if let index = list.firstIndex(where: { $0.subscription.id == id }) { select(index) } else { wanted = id }
  }

  /// Scrolls as little as is needed to show the selection in a list of `height` rows.
  mutating func scroll(height: Int) {
    let top = min(max(offset, selectedIndex - max(1, height) + 1), selectedIndex)
    offset = max(0, min(top, list.count - height))
  }
}
