import NewsModel
import Terminal
import TextBasics
import Wording

/// What the reader keeps: saved queries above, rules below, with the counts of the queries and news of what is selected.
struct Saved: Feature {
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

  enum Event: Sendable {
    /// The page is shown from now on.
    case shown
    /// News came into the store.
    case libraryChanged
    /// What was counted is no longer so.
    case outdated
    case loaded(SavedCollection)
    case counted(Totals)
    case countingFailed
    case previewed([Headline])
    case recountDue
    case previewDue
    /// Everything else is up to date: the page scrolls to its selection within the room that it has.
    case settle(in: Rect)

    case move(Movement)
    case mouse(MouseEvent, in: Rect)
    case changeSection
    /// The selected entry's query becomes the filter.
    case open

    /// Asks for the name under which a filter is kept.
    case startSaving(FilterSource)
    case saveQuery(text: String, name: String)
    /// Asks for another text of the selected entry.
    case edit
    /// Asks for another name of the selected entry.
    case startRenaming
    case rename(Section, String, to: String)
    case changeText(SavedQuery, to: String)
    case remove
    case moveEntry(by: Int)
    case startRule(RuleDraft)
    case saveRule(RuleDraft, name: String)
    case toggleRule
    case undo([SavedChange])
    /// The store refused a change; the text says why.
    case changeFailed(SafeText)
  }

  /// Queries are counted anew after this rest, so that a burst of changes is counted once.
  private static let recountDelay = 1_000
  /// How long the selection must rest before its news is shown beside the lists.
  private static let previewDelay = 150

  /// Nil until it has been read.
  private(set) var collection: SavedCollection?
  private(set) var section = Section.queries
  private var selected: [Section: Int] = [:]
  /// The first row on screen of each list.
  private var offsets: [Section: Int] = [:]
  /// By the text of the query; old ones stay until they are counted anew.
  private(set) var totals: [String: Totals] = [:]
  /// The query whose news is shown beside the lists, and its newest headlines once they are known.
  private(set) var previewed: String?
  private(set) var preview: [Headline]?
  /// Texts of queries that are still to be counted, in order.
  private var uncounted: [String] = []
  /// They will be counted anew soon.
  private var isRecountDue = false

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch event {
    case .shown:
      outcomes.ask(CollectionRequest())
      count(environment, &outcomes)
    case .libraryChanged:
      if environment.page == .saved { outcomes.ask(CollectionRequest()) }
      outdate(environment, &outcomes)
    case .outdated: outdate(environment, &outcomes)
    case .loaded(let collection): load(collection, environment, &outcomes)
    case .counted(let totals): add(totals, environment, &outcomes)
    case .countingFailed: uncounted = []
    case .previewed(let headlines): preview = headlines
    case .recountDue: recount(environment, &outcomes)
    case .previewDue: askForPreview(environment, &outcomes)
    case .settle(let room): settle(in: room, &outcomes)
    case .move(let movement): move(movement)
    case .mouse(let mouse, let room): handle(mouse, in: room, environment, &outcomes)
    case .changeSection: section = section == .queries ? .rules : .queries
    case .open: open(environment, &outcomes)
    case .startSaving(let source): startSaving(source, &outcomes)
    case .saveQuery(let text, let name): saveQuery(text, name, environment, &outcomes)
    case .edit: edit(environment.words, &outcomes)
    case .startRenaming: startRenaming(&outcomes)
    case .rename(let section, let name, let newName): rename(section, name, to: newName, environment, &outcomes)
    case .changeText(let query, let text):
      // What was accepted as it was shown stays as it was written.
      guard text != environment.words.query(query.text) else { break }
      change(
        [.saveQuery(SavedQuery(name: query.name, text: text, isRechecked: query.isRechecked))], environment, &outcomes)
    case .remove: remove(environment, &outcomes)
    case .moveEntry(let rows): moveEntry(by: rows, environment, &outcomes)
    case .startRule(let draft): startRule(draft, environment.words, &outcomes)
    case .saveRule(let draft, let name): saveRule(draft, name, environment, &outcomes)
    case .toggleRule: toggleRule(environment, &outcomes)
    case .undo(let changes):
      save(changes, environment, &outcomes)
      outcomes.notify(environment.words.savedUndone)
    case .changeFailed(let reason):
      // What is on screen is read anew.
      outcomes += [.forgetSavedChange, .ask(CollectionRequest()), .notify(reason, isError: true)]
    }
    return outcomes
  }
}

// MARK: - What the page shows

extension Saved {
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

  private var selectedName: String? { selectedQuery?.name ?? selectedRule?.name }

  /// The query of the selected entry.
  var selectedText: String? { selectedQuery?.text ?? selectedRule?.text }
}

// MARK: - Reading and counting

extension Saved {
  private mutating func load(
    _ collection: SavedCollection, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    guard self.collection != collection else { return }
    self.collection = collection
    count(environment, &outcomes)
  }

  /// Counts one query after the other; nothing while the page is not looked at.
  private mutating func count(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard environment.page == .saved else { return }
    uncounted = queries.map(\.text)
    countNext(environment, &outcomes)
  }

  private mutating func countNext(_ environment: Environment, _ outcomes: inout [Outcome]) {
    while let text = uncounted.first {
      if let query = environment.notation.query(text) {
        outcomes.ask(SavedTotalsRequest(query: query))
        return
      }
      uncounted.removeFirst()
    }
  }

  private mutating func add(_ counted: Totals, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard !uncounted.isEmpty else { return }
    totals[uncounted.removeFirst()] = counted
    countNext(environment, &outcomes)
  }

  /// What was counted is no longer so. It is counted anew after a rest, however many changes come meanwhile.
  private mutating func outdate(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard environment.page == .saved, !isRecountDue else { return }
    isRecountDue = true
    outcomes.append(.wake(.recount, afterMilliseconds: Self.recountDelay))
  }

  /// A count that is going on is not begun again, so that it ends some time.
  private mutating func recount(_ environment: Environment, _ outcomes: inout [Outcome]) {
    isRecountDue = false
    if uncounted.isEmpty { count(environment, &outcomes) } else { outdate(environment, &outcomes) }
    previewed = nil
  }

  /// Scrolls to the selection, and asks for its news where it rests.
  private mutating func settle(in room: Rect, _ outcomes: inout [Outcome]) {
    let arrangement = SavedArrangement(self, in: room)
    for (section, frame) in arrangement.lists { scroll(section, height: frame.body.height) }
    guard arrangement.preview != nil, selectedText != previewed else { return }
    previewed = selectedText
    preview = nil
    outcomes.append(.wake(.preview, afterMilliseconds: Self.previewDelay))
  }

  /// Scrolls as little as is needed to show the selection in a list of `height` rows.
  private mutating func scroll(_ section: Section, height: Int) {
    let index = selectedIndex(in: section)
    let top = min(max(offset(of: section), index - max(1, height) + 1), index)
    offsets[section] = max(0, min(top, count(of: section) - height))
  }

  /// Reads the newest headlines of what is selected.
  private func askForPreview(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let text = previewed, let query = environment.notation.query(text) else { return }
    outcomes.ask(SavedPreviewRequest(query: query, limit: environment.size.height))
  }
}

// MARK: - Moving and opening

extension Saved {
  private mutating func move(_ movement: Movement) {
    switch movement {
    case .lines(let count): move(by: count)
    case .halfPages(let count), .pages(let count): move(by: 10 * count)
    case .toStart: move(by: -count(of: section))
    case .toEnd: move(by: count(of: section))
    }
  }

  private mutating func move(by rows: Int) { select(selectedIndex(in: section) + rows, in: section) }

  private mutating func select(_ index: Int, in section: Section) {
    self.section = section
    selected[section] = min(max(0, index), max(0, count(of: section) - 1))
  }

  private mutating func handle(
    _ mouse: MouseEvent, in room: Rect, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    switch mouse.kind {
    case .wheelDown: move(by: 1)
    case .wheelUp: move(by: -1)
    case .click, .doubleClick:
      for (section, frame) in SavedArrangement(self, in: room).lists where frame.body.contains(mouse.position) {
        let index = offset(of: section) + mouse.position.y - frame.body.y
        guard index < count(of: section) else { return }
        select(index, in: section)
        if mouse.kind == .doubleClick { open(environment, &outcomes) }
      }
    case .drag: break
    }
  }

  private func open(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let text = selectedText else { return }
    do throws(QueryError) {
      let query = try environment.notation.parse(text)
      let source = FilterSource(query: query, text: text, name: selectedQuery?.name)
      outcomes.append(.filter(query, source: source))
    } catch {
      outcomes.notify(environment.words.mistake(error.kind), isError: true)
    }
  }
}

// MARK: - Changing

extension Saved {
  /// Its own name, or what the filter looks for, is put there already.
  private func startSaving(_ source: FilterSource, _ outcomes: inout [Outcome]) {
    if collection == nil { outcomes.ask(CollectionRequest()) }
    let name = source.name ?? queries.first { $0.text == source.text }?.name ?? source.query.suggestedName
    outcomes.append(.present(.prompt(Prompt(.saveQuery(text: source.text), proposing: name))))
  }

  private mutating func saveQuery(
    _ text: String, _ name: String, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    guard let name = checked(name, environment, &outcomes) else { return }
    change([.saveQuery(SavedQuery(name: name, text: text))], environment, &outcomes)
    outcomes.append(.named(name, text: text))
    outcomes.notify(environment.words.savedAs(name))
  }

  private mutating func edit(_ words: Words, _ outcomes: inout [Outcome]) {
    if let query = selectedQuery {
      outcomes.append(.present(.prompt(Prompt(.editSaved(query), text: words.query(query.text)))))
    } else if let rule = selectedRule {
      startRule(RuleDraft(rule), words, &outcomes)
    }
  }

  private func startRenaming(_ outcomes: inout [Outcome]) {
    guard let name = selectedName else { return }
    outcomes.append(.present(.prompt(Prompt(.renameSaved(section, name), proposing: name))))
  }

  private mutating func rename(
    _ section: Section, _ name: String, to newName: String, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    guard let newName = checked(newName, environment, &outcomes), newName != name else { return }
    change(
      [section == .queries ? .renameQuery(name, to: newName) : .renameRule(name, to: newName)], environment, &outcomes)
  }

  private mutating func remove(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let name = selectedName else { return }
    change([section == .queries ? .removeQuery(name) : .removeRule(name)], environment, &outcomes)
    move(by: 0)
    outcomes.notify(environment.words.removed(name))
  }

  private mutating func moveEntry(by rows: Int, _ environment: Environment, _ outcomes: inout [Outcome]) {
    let place = selectedIndex(in: section) + rows
    guard (0..<count(of: section)).contains(place) else { return }
    if let query = selectedQuery {
      change([.moveQuery(query.name, to: place)], environment, &outcomes)
    } else if let rule = selectedRule {
      change([.moveRule(rule.name, to: place)], environment, &outcomes)
    }
    move(by: rows)
  }

  /// Asks what the rule is about.
  private mutating func startRule(_ draft: RuleDraft, _ words: Words, _ outcomes: inout [Outcome]) {
    section = .rules
    outcomes += [.show(.saved), .present(draft.queryPrompt(words))]
  }

  private mutating func saveRule(
    _ draft: RuleDraft, _ name: String, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    guard let name = checked(name, environment, &outcomes) else { return }
    let renaming = draft.originalName.flatMap { $0 == name ? nil : SavedChange.renameRule($0, to: name) }
    change([renaming, .saveRule(draft.rule(named: name))].compactMap(\.self), environment, &outcomes)
    select(rules.firstIndex { $0.name == name } ?? 0, in: .rules)
    outcomes.notify(environment.words.ruleKept)
  }

  private mutating func toggleRule(_ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let rule = selectedRule else { return }
    change([.setRule(rule.name, isEnabled: !rule.isEnabled)], environment, &outcomes)
  }

  /// Makes changes that `u` undoes together.
  private mutating func change(
    _ changes: [SavedChange], _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    if let inverse = collection?.inverse(of: changes) { outcomes.append(.remember(.saved(inverse))) }
    save(changes, environment, &outcomes)
  }

  /// Makes changes on screen at once and in the store after it.
  private mutating func save(_ changes: [SavedChange], _ environment: Environment, _ outcomes: inout [Outcome]) {
    for change in changes { collection?.apply(change) }
    outcomes.append(.effect(.changeSaved(changes)))
    if changes.contains(where: \.concernsCounts) { outdate(environment, &outcomes) }
  }

  /// A name as it is kept; nil where it cannot be one, which is told.
  private func checked(_ name: String, _ environment: Environment, _ outcomes: inout [Outcome]) -> String? {
    do throws(NameProblem) {
      return try NameProblem.checked(name)
    } catch {
      outcomes.notify(environment.words.problem(error), isError: true)
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
    case .term(_, let name), .text(let name), .title(let name), .author(let name): name
    case .and(let terms): terms.map(\.suggestedName).filter { !$0.isEmpty }.joined(separator: " ")
    case .or(let terms): terms.map(\.suggestedName).filter { !$0.isEmpty }.joined(separator: "/")
    default: ""
    }
  }
}
