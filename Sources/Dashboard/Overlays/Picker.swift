import Configuration
import Foundation
import NewsModel
import TextBasics
import Widgets

/// A list in a box, narrowed by typing: tags, sources, themes, commands, keys, messages.
struct Picker: Sendable {
  enum Purpose: Sendable, Hashable {
    case field(TermField)
    case filterMenu
    /// Holds the theme to which Esc returns.
    case themes(Theme)
    case palette
    case help
    case log
    case related
    case links
    /// What is to be done to all articles of the query.
    case bulk(Query)
    case tagUse(TagUse)
    case ruleActions(RuleDraft)
    case sources
    case foundFeeds
  }

  struct Item: Sendable, Hashable {
    var text: String
    /// Stands at the right edge: a count, keys.
    var detail = ""
    /// Further text by which the entry is found but which is not shown.
    var keywords = ""
    var value: Value
  }

  enum Value: Sendable, Hashable {
    case term(String)
    /// Boxed: a record is far larger than the rest, and lists may be long.
    indirect case command(Command)
    case theme(String)
    case article(ArticleKey?)
    case link(String)
    case filter(Query)
    case action(StatusAction)
    case askTag
    case askUntag
    case stopBulk
    case subscription(Subscription.ID)
    case feed(FoundFeed)
    case nothing
  }

  /// An entry that matches what was typed.
  struct Match: Sendable, Hashable {
    var index: Int
    /// Offsets of the scalars that matched, to be highlighted.
    var positions: [Int]
  }

  let purpose: Purpose
  let title: String
  var field = TextField()
  /// What was loaded, and last a new name that was typed, where one can be given.
  private(set) var items: [Item] = []
  private var loadedCount = 0
  /// What stands before a name that is not in the list yet; nil where only those in the list can be chosen.
  private let newName: String?
  private(set) var matches: [Match] = []
  private(set) var selectedRow = 0
  private(set) var offset = 0
  var isLoading = false
  /// Enter was pressed before the list arrived: it is meant for what the text selects then.
  var acceptsWhenLoaded = false
  /// Entries chosen together, where the purpose allows it.
  private(set) var marked: Set<Value> = []

  init(
    _ purpose: Purpose, title: String, items: [Item] = [], isLoading: Bool = false, marked: Set<Value> = [],
    newName: String? = nil
  ) {
    self.purpose = purpose
    self.title = title
    self.isLoading = isLoading
    self.marked = marked
    self.newName = newName
    self.items = items
    loadedCount = items.count
    narrow()
  }

  /// Tags, actions and feeds can be combined; elsewhere one entry is chosen.
  var allowsMarking: Bool {
    switch purpose {
    case .field(.tag), .ruleActions, .tagUse(.article), .tagUse(.rule), .foundFeeds: true
    default: false
    }
  }

  var selected: Item? { matches.indices.contains(selectedRow) ? items[matches[selectedRow].index] : nil }

  mutating func load(_ items: [Item]) {
    self.items = items
    loadedCount = items.count
    isLoading = false
    narrow()
  }

  /// Finds the entries that match the typed text: best first, or all in their order where nothing is typed.
  mutating func narrow() {
    selectedRow = 0
    offset = 0
    items.removeLast(items.count - loadedCount)
    guard !field.text.isEmpty else {
      matches = items.indices.map { Match(index: $0, positions: []) }
      return
    }
    let matcher = NameMatcher(field.text)
    let scored = items.indices.compactMap { index -> (match: Match, score: Int)? in
      if let hit = matcher.score(items[index].text) {
        return (Match(index: index, positions: hit.positions), hit.score)
      }
      return matcher.score(items[index].keywords).map { (Match(index: index, positions: []), $0.score / 2) }
    }
    matches = scored.sorted { ($0.score, $1.match.index) > ($1.score, $0.match.index) }.map(\.match)
    offerNewName()
  }

  /// What was typed comes last, so that a name that is there already is chosen first.
  private mutating func offerNewName() {
    let name = field.text.trimmingCharacters(in: .whitespaces)
    guard let newName, !name.isEmpty, !items.contains(where: { $0.value == .term(name) }) else { return }
    matches.append(Match(index: items.count, positions: []))
    items.append(Item(text: newName + name, value: .term(name)))
  }

  mutating func move(by rows: Int) {
    selectedRow = min(max(0, selectedRow + rows), max(0, matches.count - 1))
  }

  mutating func select(row: Int) { selectedRow = min(max(0, row), max(0, matches.count - 1)) }

  mutating func select(_ value: Value) {
    if let row = matches.firstIndex(where: { items[$0.index].value == value }) { selectedRow = row }
  }

  /// Marks or unmarks the selected entry and goes on to the next.
  mutating func toggleMark() {
    guard allowsMarking, let item = selected else { return }
    if matches[selectedRow].index >= loadedCount {
      // A new name becomes one of the list, so that it stays when the next one is typed.
      guard case .term(let name) = item.value else { return }
      items[items.count - 1].text = name
      loadedCount = items.count
    }
    if marked.remove(item.value) == nil { marked.insert(item.value) }
    move(by: 1)
  }

  /// Scrolls as little as is needed to show the selection.
  mutating func scroll(height: Int) {
    guard height > 0 else { return }
    offset = min(offset, selectedRow)
    offset = max(offset, selectedRow - height + 1)
    // A box that has grown leaves no row empty while entries stand above it.
    offset = min(offset, max(0, matches.count - height))
  }
}
