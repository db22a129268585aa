import NewsModel

/// The page of what the reader keeps: saved queries above, rules below.
struct SavedPage: Sendable {
  /// The two lists of the page.
  enum Section: Hashable, Sendable, CaseIterable {
    case queries
    case rules
  }

  /// How many articles a saved query has.
  struct Totals: Hashable, Sendable {
    var articles: Int
    var unread: Int
  }

  /// Nil until it has been read.
  var collection: SavedCollection?
  var section = Section.queries
  private(set) var selected: [Section: Int] = [:]
  /// The first row on screen of each list.
  private(set) var offsets: [Section: Int] = [:]
  /// By the text of the query; old ones stay until they are counted anew.
  var totals: [String: Totals] = [:]
  /// The query whose news is shown beside the lists, and its newest headlines once they are known.
  var previewed: String?
  var preview: [Headline]?
  /// Texts of queries that are still to be counted, in order.
  var uncounted: [String] = []
  /// They will be counted anew soon.
  var isRecountDue = false

  var queries: [SavedQuery] { collection?.queries ?? [] }
  var rules: [Rule] { collection?.rules ?? [] }

  func count(of section: Section) -> Int { section == .queries ? queries.count : rules.count }

  func selectedIndex(in section: Section) -> Int {
    min(selected[section] ?? 0, max(0, count(of: section) - 1))
  }

  func offset(of section: Section) -> Int { offsets[section] ?? 0 }

  var selectedQuery: SavedQuery? {
    let index = selectedIndex(in: .queries)
    return section == .queries && queries.indices.contains(index) ? queries[index] : nil
  }

  var selectedRule: Rule? {
    let index = selectedIndex(in: .rules)
    return section == .rules && rules.indices.contains(index) ? rules[index] : nil
  }

  /// The query of the selected entry.
  var selectedText: String? { selectedQuery?.text ?? selectedRule?.text }

  mutating func select(_ index: Int, in section: Section) {
    self.section = section
    selected[section] = min(max(0, index), max(0, count(of: section) - 1))
  }

  mutating func move(by rows: Int) { select(selectedIndex(in: section) + rows, in: section) }

  /// Scrolls as little as is needed to show the selection in a list of `height` rows.
  mutating func scroll(_ section: Section, height: Int) {
    let index = selectedIndex(in: section)
    let top = min(max(offsets[section] ?? 0, index - max(1, height) + 1), index)
    offsets[section] = max(0, min(top, count(of: section) - height))
  }
}
