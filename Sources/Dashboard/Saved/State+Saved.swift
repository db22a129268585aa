import NewsModel
import Terminal
import TextBasics

extension State {
  /// Saved queries are counted anew after this rest, so that a burst of changes is counted once.
  static let recountDelay = 1_000

  // MARK: - Reading

  /// Reads what the reader keeps.
  mutating func loadSaved(_ effects: inout [Effect]) { ask(CollectionRequest(), &effects) }

  fileprivate mutating func savedLoaded(_ collection: SavedCollection, _ effects: inout [Effect]) {
    guard saved.collection != collection else { return }
    saved.collection = collection
    countSaved(&effects)
  }

  /// Reads and counts what the page shows.
  mutating func showSaved(_ effects: inout [Effect]) {
    loadSaved(&effects)
    countSaved(&effects)
  }

  /// Counts one query after the other; nothing while the page is not looked at.
  private mutating func countSaved(_ effects: inout [Effect]) {
    guard page == .saved else { return }
    saved.uncounted = saved.queries.map(\.text)
    countNextSaved(&effects)
  }

  mutating func countNextSaved(_ effects: inout [Effect]) {
    while let text = saved.uncounted.first {
      if let query = try? parse(text) {
        ask(SavedTotalsRequest(query: query), &effects)
        return
      }
      saved.uncounted.removeFirst()
    }
  }

  fileprivate mutating func savedCounted(_ totals: SavedPage.Totals, _ effects: inout [Effect]) {
    guard !saved.uncounted.isEmpty else { return }
    saved.totals[saved.uncounted.removeFirst()] = totals
    countNextSaved(&effects)
  }

  /// What was counted is no longer so. It is counted anew after a rest, however many changes come meanwhile.
  mutating func savedOutdated(_ effects: inout [Effect]) {
    guard page == .saved, !saved.isRecountDue else { return }
    saved.isRecountDue = true
    effects.append(.wake(.recount, afterMilliseconds: Self.recountDelay))
  }

  /// A count that is going on is not begun again, so that it ends some time.
  mutating func recountSaved(_ effects: inout [Effect]) {
    saved.isRecountDue = false
    if saved.uncounted.isEmpty { countSaved(&effects) } else { savedOutdated(&effects) }
    saved.previewed = nil
  }

  /// Scrolls to the selection, and asks for its news where it rests.
  mutating func settleSaved(in room: Rect, _ effects: inout [Effect]) {
    let arrangement = SavedArrangement(saved, in: room)
    for (section, frame) in arrangement.lists { saved.scroll(section, height: frame.body.height) }
    guard arrangement.preview != nil, saved.selectedText != saved.previewed else { return }
    saved.previewed = saved.selectedText
    saved.preview = nil
    previewTimer = nextTimer()
    effects.append(.wake(.preview(previewTimer), afterMilliseconds: Self.previewDelay))
  }

  /// Reads the newest headlines of what is selected.
  mutating func previewSaved(_ effects: inout [Effect]) {
    guard let text = saved.previewed, let query = try? parse(text) else { return }
    ask(SavedPreviewRequest(query: query, limit: size.height), &effects)
  }

  // MARK: - Moving and opening

  mutating func moveInSaved(_ movement: Movement) {
    switch movement {
    case .lines(let count): saved.move(by: count)
    case .halfPages(let count), .pages(let count): saved.move(by: 10 * count)
    case .toStart: saved.move(by: -saved.count(of: saved.section))
    case .toEnd: saved.move(by: saved.count(of: saved.section))
    }
  }

  mutating func changeSavedSection() {
    saved.section = saved.section == .queries ? .rules : .queries
  }

  /// The query of the selected entry becomes the filter.
  mutating func openSavedSelection(_ effects: inout [Effect]) {
    if let query = saved.selectedQuery {
      open(query.text, name: query.name, &effects)
    } else if let rule = saved.selectedRule {
      open(rule.text, name: nil, &effects)
    }
  }

  private mutating func open(_ text: String, name: String?, _ effects: inout [Effect]) {
    do throws(QueryError) {
      let query = try parse(text)
      setFilter(query, source: FilterSource(query: query, text: text, name: name), &effects)
    } catch {
      notify(words: presentation.words.mistake(error.kind), isError: true, &effects)
    }
  }

  // MARK: - Changing

  /// Asks for the name under which the filter is kept. Its own name, or what it looks for, is put there already.
  mutating func startSaving(_ effects: inout [Effect]) {
    if saved.collection == nil { loadSaved(&effects) }
    let name = filterName ?? (saved.queries.first { $0.text == filterText }?.name) ?? filter.suggestedName
    overlay = .prompt(PromptState(kind: .saveQuery(text: filterText), field: .init(text: name)))
  }

  mutating func saveQuery(_ text: String, as name: String, _ effects: inout [Effect]) {
    guard let name = checked(name, &effects) else { return }
    keep([.saveQuery(SavedQuery(name: name, text: text))], &effects)
    if text == filterText { filterSource = FilterSource(query: filter, text: text, name: name) }
    notify(words: presentation.words.savedAs(name, key: savedKey), &effects)
  }

  private var savedKey: String { presentation.keys(for: .showSaved).first ?? "" }

  mutating func editSaved() {
    if let query = saved.selectedQuery {
      overlay = .prompt(PromptState(kind: .editSaved(query), field: .init(text: query.text)))
    } else if let rule = saved.selectedRule {
      startRule(RuleDraft(rule))
    }
  }

  mutating func startRenaming() {
    guard let name = saved.selectedQuery?.name ?? saved.selectedRule?.name else { return }
    overlay = .prompt(PromptState(kind: .renameSaved(saved.section, name), field: .init(text: name)))
  }

  mutating func rename(_ section: SavedPage.Section, _ name: String, to newName: String, _ effects: inout [Effect]) {
    guard let newName = checked(newName, &effects), newName != name else { return }
    keep([section == .queries ? .renameQuery(name, to: newName) : .renameRule(name, to: newName)], &effects)
  }

  mutating func removeSaved(_ effects: inout [Effect]) {
    guard let name = saved.selectedQuery?.name ?? saved.selectedRule?.name else { return }
    keep([saved.section == .queries ? .removeQuery(name) : .removeRule(name)], &effects)
    saved.move(by: 0)
    notify(words: presentation.words.removed(name), &effects)
  }

  mutating func moveSaved(by rows: Int, _ effects: inout [Effect]) {
    let index = saved.selectedIndex(in: saved.section)
    let place = index + rows
    guard (0..<saved.count(of: saved.section)).contains(place) else { return }
    if let query = saved.selectedQuery {
      keep([.moveQuery(query.name, to: place)], &effects)
    } else if let rule = saved.selectedRule {
      keep([.moveRule(rule.name, to: place)], &effects)
    }
    saved.move(by: rows)
  }

  /// Makes changes on screen at once and in the store after it; `u` undoes them together.
  mutating func keep(_ changes: [SavedChange], undoable: Bool = true, _ effects: inout [Effect]) {
    if var collection = saved.collection {
      var inverse: [SavedChange] = []
      for change in changes {
        inverse = collection.inverse(of: change) + inverse
        collection.apply(change)
      }
      saved.collection = collection
      if undoable { rememberForUndo(.saved(inverse)) }
    }
    effects.append(.keep(changes))
    if changes.contains(where: \.concernsCounts) { savedOutdated(&effects) }
  }

  /// The store refused a change: what is on screen is read anew.
  mutating func keepingFailed(_ reason: SafeText, _ effects: inout [Effect]) {
    if case .saved = undoSteps.last { undoSteps.removeLast() }
    loadSaved(&effects)
    notify(reason, isError: true, &effects)
  }

  /// A name as it is kept; nil where it cannot be one, which is told.
  private mutating func checked(_ name: String, _ effects: inout [Effect]) -> String? {
    do throws(NameProblem) {
      return try NameProblem.checked(name)
    } catch {
      notify(words: presentation.words.problem(error), isError: true, &effects)
      return nil
    }
  }
}

extension SavedChange {
  /// Whether there is something new to be counted.
  fileprivate var concernsCounts: Bool { if case .saveQuery = self { true } else { false } }
}

extension Query {
  /// What the query is about in a few words, as a name to begin with.
  fileprivate var suggestedName: String {
    switch self {
    case .tag(let name), .source(let name), .label(let name), .text(let name), .title(let name), .author(let name): name
    case .and(let terms): terms.map(\.suggestedName).filter { !$0.isEmpty }.joined(separator: " ")
    case .or(let terms): terms.map(\.suggestedName).filter { !$0.isEmpty }.joined(separator: "/")
    default: ""
    }
  }
}

/// What the reader keeps.
struct CollectionRequest: Request {
  static let slot = RequestSlot.saved

  func response(from library: some Library) throws -> SavedCollection { try library.collection() }

  func received(_ collection: SavedCollection, _ state: inout State, _ effects: inout [Effect]) {
    state.savedLoaded(collection, &effects)
  }
}

/// How many articles, and how many unread ones, a saved query has.
struct SavedTotalsRequest: Request {
  static let slot = RequestSlot.savedTotals
  let query: Query

  func response(from library: some Library) throws -> SavedPage.Totals {
    SavedPage.Totals(articles: try library.count(query), unread: try library.count(.allOf([query, .unread])))
  }

  func received(_ totals: SavedPage.Totals, _ state: inout State, _ effects: inout [Effect]) {
    state.savedCounted(totals, &effects)
  }
}

/// The newest headlines of the entry that is selected.
struct SavedPreviewRequest: Request {
  static let slot = RequestSlot.savedPreview
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    try library.headlines(matching: query, from: .newest, limit: limit).headlines
  }

  func received(_ headlines: [Headline], _ state: inout State, _ effects: inout [Effect]) {
    state.saved.preview = headlines
  }
}
