package import NewsModel
import TextBasics

/// What the reader keeps, in the reader's order.
package struct SavedCollection: Hashable, Sendable {
  package var queries: [SavedQuery]
  package var rules: [Rule]

  package init(queries: [SavedQuery] = [], rules: [Rule] = []) {
    self.queries = queries
    self.rules = rules
  }
}

extension SavedCollection {
  /// Does what the store does with a change, so that the screen need not wait for it.
  mutating func apply(_ change: SavedChange) {
    switch change {
    case .saveQuery(let query): queries.save(query)
    case .renameQuery(let name, let newName): queries.change(name) { $0.name = newName }
    case .removeQuery(let name): queries.remove(name)
    case .moveQuery(let name, let place): queries.move(name, to: place)
    case .saveRule(let rule): rules.save(rule)
    case .renameRule(let name, let newName): rules.change(name) { $0.name = newName }
    case .removeRule(let name): rules.remove(name)
    case .moveRule(let name, let place): rules.move(name, to: place)
    case .setRule(let name, let isEnabled): rules.change(name) { $0.isEnabled = isEnabled }
    }
  }

  /// What undoes changes that have not been made yet.
  func inverse(of changes: [SavedChange]) -> [SavedChange] {
    var (later, inverse) = (self, [SavedChange]())
    for change in changes {
      inverse = later.inverse(of: change) + inverse
      later.apply(change)
    }
    return inverse
  }

  /// What undoes a change that has not been made yet.
  private func inverse(of change: SavedChange) -> [SavedChange] {
    switch change {
    case .saveQuery(let query): queries.named(query.name).map { [.saveQuery($0.entry)] } ?? [.removeQuery(query.name)]
    case .renameQuery(let name, let newName): [.renameQuery(newName, to: name)]
    case .removeQuery(let name):
      queries.named(name).map { [.saveQuery($0.entry), .moveQuery(name, to: $0.place)] } ?? []
    case .moveQuery(let name, _): queries.named(name).map { [.moveQuery(name, to: $0.place)] } ?? []
    case .saveRule(let rule): rules.named(rule.name).map { [.saveRule($0.entry)] } ?? [.removeRule(rule.name)]
    case .renameRule(let name, let newName): [.renameRule(newName, to: name)]
    case .removeRule(let name):
      rules.named(name).map { [.saveRule($0.entry), .moveRule(name, to: $0.place)] } ?? []
    case .moveRule(let name, _): rules.named(name).map { [.moveRule(name, to: $0.place)] } ?? []
    case .setRule(let name, let isEnabled): [.setRule(name, isEnabled: !isEnabled)]
    }
  }
}

/// An entry of a list that the reader keeps in an order of their own.
private protocol NamedEntry {
  var name: String { get set }
}

extension SavedQuery: NamedEntry {}
extension Rule: NamedEntry {}

extension Array where Element: NamedEntry {
  /// Names that differ in case, width or Chinese script alone are the same.
  fileprivate func named(_ name: String) -> (place: Int, entry: Element)? {
    let folded = Folding.fold(name)
    return firstIndex { Folding.fold($0.name) == folded }.map { ($0, self[$0]) }
  }

  fileprivate mutating func save(_ entry: Element) {
    if let place = named(entry.name)?.place { self[place] = entry } else { append(entry) }
  }

  fileprivate mutating func change(_ name: String, _ body: (inout Element) -> Void) {
    if let place = named(name)?.place { body(&self[place]) }
  }

  fileprivate mutating func remove(_ name: String) {
    if let place = named(name)?.place { remove(at: place) }
  }

  fileprivate mutating func move(_ name: String, to place: Int) {
    guard let (old, entry) = named(name) else { return }
    remove(at: old)
    insert(entry, at: Swift.min(Swift.max(0, place), count))
  }
}

/// A change of what the reader keeps: saved queries and rules.
package enum SavedChange: Hashable, Sendable {
  /// Keeps a query under its name, in the place of the one that has it.
  case saveQuery(SavedQuery)
  case renameQuery(String, to: String)
  case removeQuery(String)
  /// Puts a query at a place in the order, from 0.
  case moveQuery(String, to: Int)
  /// Keeps a rule under its name, in the place of the one that has it.
  case saveRule(Rule)
  case renameRule(String, to: String)
  case removeRule(String)
  case moveRule(String, to: Int)
  case setRule(String, isEnabled: Bool)
}

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

/// The first headlines of the entry that is selected.
struct SavedPreviewRequest: Request {
  static let slot = RequestSlot.savedPreview
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    query.order == .relevance
      ? try library.mostRelevant(to: query, limit: limit)
      : try library.headlines(matching: query, from: .start, limit: limit).headlines
  }

  func event(for headlines: [Headline]) -> DashboardEvent { .saved(.previewed(headlines)) }
}
