import Configuration
import Foundation
import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// A list in a box, narrowed by typing: tags, companies, sources, themes, commands, keys, messages.
struct Picker: Sendable {
  enum Purpose: Sendable, Hashable {
    /// What articles are about, of several fields.
    case subjects
    /// The values of a field of which an article has one.
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
    /// The companies that a name means, or that an article names.
    case companies
    /// What articles can be handed to.
    case programs
    /// What a program wrote.
    case output
    /// What the source of an article changed of it.
    case history
    /// What the analysis is to learn, or which kind of event it is.
    case lesson(LessonDraft)
  }

  struct Item: Sendable, Hashable {
    /// Stands left of all texts: keys, a time.
    var lead = ""
    var text: String
    /// Words that were taken out of the text, or came into it.
    var edits: [Edit] = []
    /// Stands at the right edge: a count.
    var detail = ""
    /// Entries of one group stand together, below its name.
    var group = ""
    /// The group in a word, where entries of several groups stand among each other.
    var briefGroup = ""
    /// Further text by which the entry is found but which is not shown.
    var keywords = ""
    var value: Value
  }

  /// Scalars of a text that an edit took out, or brought in.
  struct Edit: Sendable, Hashable {
    var scalars: Range<Int>
    var isAddition: Bool
  }

  enum Value: Sendable, Hashable {
    case term(String)
    case subject(Subject)
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
    /// By the name under which the store keeps it.
    case company(String)
    case feed(FoundFeed)
    indirect case handoff(HandoffTarget, ArticleKey)
    /// What a program wrote last.
    case output
    case lesson(LessonDraft.Kind)
    case event(EventKind)
    case nothing
  }

  /// An entry that matches what was typed.
  struct Match: Sendable, Hashable {
    var index: Int
    /// Offsets of the scalars that matched, to be highlighted.
    var positions: [Int]
  }

  /// What was chosen together, or the one entry that is selected.
  struct Choice: Sendable {
    let selected: Value?
    /// All marks, those of entries that are not in the list among them.
    let marked: Set<Value>
    /// The marked entries, in the order of the list.
    let listed: [Value]
    /// Whether one of the marked entries is enough.
    var matchesAny = false

    /// The marked entries, or the selected one where none is marked.
    var values: [Value] { listed.isEmpty ? [selected].compactMap(\.self) : listed }
  }

  let purpose: Purpose
  let title: String
  private(set) var field = TextField()
  /// What was loaded, and last a new name that was typed, where one can be given.
  private(set) var items: [Item] = []
  private var loadedCount = 0
  /// What stands before a name that is not in the list yet; nil where only those in the list can be chosen.
  private let newName: String?
  private(set) var matches: [Match] = []
  /// What was typed when the matches were found; what goes on from there matches no others.
  private var matchedText = ""
  private(set) var selectedRow = 0
  /// The first line of the list that is seen.
  private(set) var offset = 0
  /// Where the entries stand; nil until it is known what they are shown on.
  private(set) var layout: PickerLayout?
  private var arePlacesKnown = false
  /// The entry that was clicked last: a second click chooses it.
  private var clickedRow: Int?
  private(set) var isLoading = false
  /// Enter was pressed before the list arrived: it is meant for what the text selects then.
  private var acceptsWhenLoaded = false
  /// Entries chosen together, where the purpose allows it.
  private(set) var marked: Set<Value> = []
  /// Whether one of the marked tags is enough for the list.
  private(set) var matchesAny: Bool
  /// What the list shows besides the tags that are chosen.
  private let base: Query
  /// How many articles the marked tags list; nil until they are counted.
  private(set) var foundCount: Int?

  init(
    _ purpose: Purpose, title: String, items: [Item] = [], isLoading: Bool = false, marked: Set<Value> = [],
    matchesAny: Bool = false, within base: Query = .all, newName: String? = nil
  ) {
    self.purpose = purpose
    self.matchesAny = matchesAny
    self.base = base
    self.title = title
    self.isLoading = isLoading
    self.marked = marked
    self.newName = newName
    self.items = items
    loadedCount = items.count
    narrow()
  }

  /// Subjects, tags, actions and feeds can be combined; elsewhere one entry is chosen.
  var allowsMarking: Bool {
    switch purpose {
    case .subjects, .ruleActions, .tagUse(.article), .tagUse(.rule), .foundFeeds: true
    case .field, .filterMenu, .themes, .palette, .help, .log, .related, .links, .bulk, .tagUse, .sources, .companies,
      .programs, .output, .history, .lesson:
      false
    }
  }

  /// Whether texts that are longer than a line take several.
  var wraps: Bool {
    switch purpose {
    case .palette, .help, .log, .output, .history: true
    case .subjects, .field, .filterMenu, .themes, .related, .links, .bulk, .tagUse, .ruleActions, .sources, .foundFeeds,
      .companies, .programs, .lesson:
      false
    }
  }

  var hasGroups: Bool { items.first.map { !$0.group.isEmpty } ?? false }

  /// Whether groups stand together: what is typed brings the best entries to the top, whatever their group.
  var standsInGroups: Bool { hasGroups && (field.text.isEmpty || keepsOrder) }

  /// Whether what is typed leaves the entries in their order: a history is read as one text.
  private var keepsOrder: Bool { purpose == .history }

  /// What stands at the right edge of an entry: a subject tells its group where that does not stand above it.
  func detail(of item: Item, inGroups: Bool) -> String {
    inGroups || item.briefGroup.isEmpty ? item.detail : item.briefGroup + " " + item.detail
  }

  /// Whether all marked entries or one of them can be asked for.
  var asksForAllOrAny: Bool { purpose == .subjects }

  var selected: Item? { matches.indices.contains(selectedRow) ? items[matches[selectedRow].index] : nil }

  /// This list with an entry selected, where it has it.
  func selecting(_ value: Value) -> Picker {
    var picker = self
    if let row = matches.firstIndex(where: { items[$0.index].value == value }) { picker.selectedRow = row }
    return picker
  }

  mutating func update(_ event: Overlays.Event, in environment: Environment) -> Overlays.Step {
    switch event {
    case .key(let key):
      clickedRow = nil
      return handle(key)
    case .paste(let text):
      field.insert(text)
      return typed()
    case .mouse(let mouse): return handle(mouse)
    case .settle: settle(in: environment)
    case .offered(let terms): return offer(terms, environment.words)
    case .failed(.picker, _): isLoading = false
    case .counted(let count): foundCount = count
    case .present, .completed, .facetsRead, .companiesFound, .searched, .failed: break
    }
    return .stay
  }
}

// MARK: - Keys and mouse

extension Picker {
  private mutating func handle(_ key: Key) -> Overlays.Step {
    let page = max(1, (layout?.list.height ?? 1) - 1)
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): return close()
    case (.enter, _): return accept()
    case (.down, _), (.character("n"), .control), (.character("j"), .control): step(by: 1)
    case (.up, _), (.character("p"), .control), (.character("k"), .control): step(by: -1)
    case (.pageDown, _), (.character("f"), .control): move(by: page)
    case (.pageUp, _), (.character("b"), .control): move(by: -page)
    case (.home, _): move(by: -matches.count)
    case (.end, _): move(by: matches.count)
    case (.tab, _):
      toggleMark()
      return count()
    case (.backTab, _) where asksForAllOrAny:
      matchesAny.toggle()
      return count()
    default: return field.edit(with: key) ? typed() : .stay
    }
    return lookAtSelected()
  }

  /// A click selects, a second one chooses, and one outside of the box closes it.
  private mutating func handle(_ mouse: MouseEvent) -> Overlays.Step {
    switch mouse.kind {
    case .wheelDown: move(by: 3)
    case .wheelUp: move(by: -3)
    case .click, .doubleClick:
      guard let layout, layout.frame.contains(mouse.position) else { return mouse.kind == .click ? close() : .stay }
      guard let row = layout.row(at: mouse.position, offset: offset) else { return .stay }
      if row == clickedRow { return accept() }
      selectedRow = row
      clickedRow = row
    case .drag: return .stay
    }
    return lookAtSelected()
  }

  private func close() -> Overlays.Step {
    Overlays.Step(isOver: true, outcomes: [.drop([.pickerCount]), .decided(.closed(purpose))])
  }

  /// Asks how many articles the marked tags list, as they are now.
  private mutating func count() -> Overlays.Step {
    guard asksForAllOrAny else { return .stay }
    foundCount = nil
    guard !marked.isEmpty else { return Overlays.Step(outcomes: [.drop([.pickerCount])]) }
    return Overlays.Step(outcomes: [.ask(PickerCountRequest(query: .allOf([base, .subjects(choice)])))])
  }

  private var choice: Choice {
    Choice(
      selected: selected?.value, marked: marked, listed: items.map(\.value).filter { marked.contains($0) },
      matchesAny: matchesAny)
  }

  private mutating func typed() -> Overlays.Step {
    acceptsWhenLoaded = false
    narrow()
    return lookAtSelected()
  }

  /// A theme is shown while it is selected; of other lists nothing follows from a selection.
  private func lookAtSelected() -> Overlays.Step {
    guard case .themes = purpose, let value = selected?.value else { return .stay }
    return Overlays.Step(outcomes: [.decided(.lookedAt(value, in: purpose))])
  }

  private mutating func accept() -> Overlays.Step {
    guard !isLoading else {
      acceptsWhenLoaded = true
      return .stay
    }
    guard selected != nil || !marked.isEmpty else { return .stay }
    return Overlays.Step(isOver: true, outcomes: [.drop([.pickerCount]), .decided(.chosen(choice, in: purpose))])
  }
}

// MARK: - Entries

extension Picker {
  private mutating func offer(_ terms: [TermField: [TermCount]], _ words: Words) -> Overlays.Step {
    if purpose == .subjects {
      items = Subject.items(terms, words)
    } else if let field = purpose.field {
      items = (terms[field] ?? []).map { term in
        Item(
          text: words.name(of: term, field), detail: words.number(term.count), keywords: field.names(of: term.name),
          value: .term(term.name))
      }
    } else {
      return .stay
    }
    loadedCount = items.count
    matchedText = ""
    layout = nil
    isLoading = false
    narrow()
    return acceptsWhenLoaded ? accept() : count()
  }

  /// Finds the entries that match the typed text: best first, or all in their order where nothing is typed.
  private mutating func narrow() {
    selectedRow = 0
    offset = 0
    clickedRow = nil
    arePlacesKnown = false
    items.removeLast(items.count - loadedCount)
    defer { matchedText = field.text }
    guard !field.text.isEmpty else {
      matches = items.indices.map { Match(index: $0, positions: []) }
      return
    }
    let matcher = NameMatcher(field.text)
    let known = !matchedText.isEmpty && field.text.hasPrefix(matchedText) ? matches.map(\.index) : Array(items.indices)
    let scored = known.filter { $0 < loadedCount }.compactMap { index -> (match: Match, score: Int)? in
      if let hit = matcher.score(items[index].text) {
        let score = items[index].value.isAutomatic ? hit.score / 2 : hit.score
        return (Match(index: index, positions: hit.positions), score)
      }
      return matcher.score(items[index].keywords).map { (Match(index: index, positions: []), $0.score / 2) }
    }
    let order = keepsOrder ? scored : scored.sorted { ($0.score, $1.match.index) > ($1.score, $0.match.index) }
    matches = order.map(\.match)
    offerNewName()
  }

  /// What was typed comes last, so that a name that is there already is chosen first.
  private mutating func offerNewName() {
    let name = field.text.trimmingCharacters(in: .whitespaces)
    guard let newName, !name.isEmpty, !items.contains(where: { $0.value == .term(name) }) else { return }
    matches.append(Match(index: items.count, positions: []))
    items.append(Item(text: newName + name, value: .term(name)))
  }

  /// Goes to the next entry, or on in one that is longer than the list.
  private mutating func step(by rows: Int) {
    if let layout, let lines = layout.place(ofRow: selectedRow)?.lines, lines.count > layout.list.height {
      let seen = offset..<offset + layout.list.height
      if rows > 0 ? seen.upperBound < lines.upperBound : seen.lowerBound > lines.lowerBound {
        offset += rows
        return
      }
    }
    move(by: rows)
  }

  private mutating func move(by rows: Int) {
    selectedRow = min(max(0, selectedRow + rows), max(0, matches.count - 1))
  }

  /// Marks or unmarks the selected entry and goes on to the next.
  private mutating func toggleMark() {
    guard allowsMarking, let item = selected else { return }
    if matches[selectedRow].index >= loadedCount {
      // A new name becomes one of the list, so that it stays when the next one is typed.
      guard case .term(let name) = item.value else { return }
      items[items.count - 1].text = name
      loadedCount = items.count
      layout = nil
    }
    if marked.remove(item.value) == nil { marked.insert(item.value) }
    move(by: 1)
  }

  private mutating func settle(in environment: Environment) {
    let bounds = Rect(environment.size)
    let known = layout.flatMap { $0.bounds == bounds ? $0 : nil }
    var layout = known ?? PickerLayout(self, in: bounds, environment.presentation)
    if known == nil || !arePlacesKnown {
      layout.place(self, environment.presentation.widths)
      arePlacesKnown = true
    }
    self.layout = layout
    scroll(layout)
  }

  /// Scrolls as little as is needed to show the selection.
  private mutating func scroll(_ layout: PickerLayout) {
    let height = layout.list.height
    guard height > 0, let lines = layout.place(ofRow: selectedRow)?.lines else { return }
    // Of an entry that is longer than the list any part may be seen.
    let (first, last) = (lines.lowerBound, lines.upperBound - height)
    offset = min(max(offset, min(first, last)), max(first, last))
    // A box that has grown leaves no row empty while entries stand above it.
    offset = min(offset, max(0, layout.lineCount - height))
  }
}

extension Picker.Purpose {
  /// The field whose values are listed; nil for what else is listed.
  fileprivate var field: TermField? {
    switch self {
    case .field(let field): field
    case .tagUse: .tag
    case .subjects, .filterMenu, .themes, .palette, .help, .log, .related, .links, .bulk, .ruleActions, .sources,
      .foundFeeds, .companies, .programs, .output, .history, .lesson:
      nil
    }
  }
}

/// What a tag is chosen for.
enum TagUse: Hashable, Sendable {
  case article(ArticleKey)
  /// All articles of a query get the tag, or lose it.
  case bulk(Query, adds: Bool)
  case rule(RuleDraft)
  /// It is shown under another name, or not at all.
  case rename
  case hide

  /// Whether a tag that there is not yet can be given.
  var takesNewNames: Bool {
    switch self {
    case .article, .bulk(_, adds: true), .rule: true
    case .bulk(_, adds: false), .rename, .hide: false
    }
  }
}

extension Picker.Value {
  var term: String? { if case .term(let name) = self { name } else { nil } }
  var subject: Subject? { if case .subject(let subject) = self { subject } else { nil } }
  /// Words that a program chose give way to what has a name: the company goes before the keyword.
  fileprivate var isAutomatic: Bool { subject?.field == .keyword }
}

/// How many articles the marked tags list.
struct PickerCountRequest: Request {
  static let slot = RequestSlot.pickerCount
  let query: Query

  func response(from library: some Library) throws -> Int { try library.count(query) }

  func event(for count: Int) -> DashboardEvent { .overlays(.counted(count)) }
}

/// The names that the list of a picker offers.
struct PickerTermsRequest: Request {
  static let slot = RequestSlot.picker
  let field: TermField
  let query: Query

  func response(from library: some Library) throws -> [TermField: [TermCount]] {
    try library.terms([field], matching: query, limit: .max)
  }

  func event(for terms: [TermField: [TermCount]]) -> DashboardEvent { .overlays(.offered(terms)) }
}
