import NewsModel
import Terminal
import TextAnalysis
import TextBasics
import Wording

/// What was read of one article: each value with the words and the rule that decided, and what the reader called wrong.
///
/// A list in a box that takes keys, not typed text. `x` asks how far a value is wrong, and `a` teaches the analysis.
struct FacetList: Sendable {
  struct Row: Sendable, Hashable {
    /// The heading of its group.
    var group: String
    var value: String
    /// The article's words.
    var quote = ""
    var rule = ""
    /// Whether a row of the reader's own decided.
    var isOwn = false
    /// What the store calls it; nil for what no list is filtered by.
    var term: FacetTerm?
    /// Whether the reader called it wrong in this article.
    var isWrong = false
    /// What lets no article have it for these words; nil where no row can say so.
    var exclusion: OwnRow?
  }

  /// What the reader does to a value.
  enum Choice: Sendable {
    case filter(Query)
    case teach(Lesson)
    /// Asks what the analysis is to learn; with the words that are proposed.
    case add(String)
    case undo
  }

  let key: ArticleKey
  private(set) var title = ""
  private(set) var rows: [Row] = []
  private(set) var selectedRow = 0
  /// The first line of the list that is seen.
  private(set) var offset = 0
  private(set) var isLoading = true
  /// Whether `x` was pressed, and the next key says how far the value is wrong.
  private(set) var asksHowFar = false
  private(set) var layout: FacetListLayout?

  init(of key: ArticleKey) { self.key = key }

  var selected: Row? { rows.indices.contains(selectedRow) ? rows[selectedRow] : nil }

  mutating func update(_ event: Overlays.Event, in environment: Environment) -> Overlays.Step {
    switch event {
    case .key(let key): return asksHowFar ? answer(key) : handle(key)
    case .mouse(let mouse): return handle(mouse)
    case .facetsRead(let read): take(read, environment.words)
    case .failed(.facets, _): isLoading = false
    case .settle: settle(in: environment)
    case .present, .paste, .offered, .completed, .companiesFound, .searched, .counted, .failed: break
    }
    return .stay
  }

  private mutating func take(_ read: ReadFacets?, _ words: Words) {
    isLoading = false
    let before = selected
    title = read?.title ?? ""
    rows = read.map { $0.rows(in: words) } ?? []
    layout = nil
    // What was selected stays so, also where other values came or went.
    let place = before.flatMap { old in rows.firstIndex { $0.term == old.term && $0.quote == old.quote } }
    selectedRow = place ?? min(selectedRow, max(0, rows.count - 1))
  }
}

// MARK: - Keys and mouse

extension FacetList {
  private mutating func handle(_ key: Key) -> Overlays.Step {
    let page = max(1, (layout?.list.height ?? 1) - 1)
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("q"), []), (.character("i"), []), (.character("c"), .control),
      (.character("g"), .control):
      return Overlays.Step(isOver: true, outcomes: [.drop([.facets])])
    case (.enter, _): return filter()
    case (.down, _), (.character("j"), []), (.character("n"), .control): move(by: 1)
    case (.up, _), (.character("k"), []), (.character("p"), .control): move(by: -1)
    case (.pageDown, _), (.character("d"), .control), (.character(" "), []): move(by: page)
    case (.pageUp, _), (.character("u"), .control): move(by: -page)
    case (.home, _), (.character("g"), []): move(by: -rows.count)
    case (.end, _), (.character("G"), []): move(by: rows.count)
    case (.character("x"), []): return reject()
    case (.character("a"), []): return decided(.add(selected?.quote ?? ""), isOver: true)
    case (.character("u"), []): return decided(.undo)
    default: break
    }
    return .stay
  }

  private mutating func handle(_ mouse: MouseEvent) -> Overlays.Step {
    asksHowFar = false
    switch mouse.kind {
    case .wheelDown: move(by: 3)
    case .wheelUp: move(by: -3)
    case .click, .doubleClick:
      guard let layout, layout.frame.contains(mouse.position) else {
        return Overlays.Step(isOver: true, outcomes: [.drop([.facets])])
      }
      guard let row = layout.row(at: mouse.position, offset: offset) else { return .stay }
      if mouse.kind == .doubleClick, row == selectedRow { return filter() }
      selectedRow = row
    case .drag: break
    }
    return .stay
  }

  private func filter() -> Overlays.Step {
    guard let term = selected?.term else { return .stay }
    return decided(.filter(.term(term.field, term.name)), isOver: true)
  }

  /// What is wrong already becomes right again at once.
  private mutating func reject() -> Overlays.Step {
    guard let row = selected, let term = row.term else { return .stay }
    if row.isWrong { return decided(.teach(.right(term, in: key))) }
    asksHowFar = true
    return .stay
  }

  private mutating func answer(_ key: Key) -> Overlays.Step {
    asksHowFar = false
    guard let row = selected, let term = row.term else { return .stay }
    switch key {
    case .character("h"): return decided(.teach(.wrong(term, in: self.key)))
    case .character("n"): return row.exclusion.map { decided(.teach(.add($0))) } ?? .stay
    default: return .stay
    }
  }

  private func decided(_ choice: Choice, isOver: Bool = false) -> Overlays.Step {
    Overlays.Step(isOver: isOver, outcomes: [.decided(.facet(choice, of: key))])
  }

  private mutating func move(by count: Int) {
    selectedRow = min(max(0, selectedRow + count), max(0, rows.count - 1))
  }

  private mutating func settle(in environment: Environment) {
    let bounds = Rect(environment.size)
    let layout =
      layout.flatMap { $0.bounds == bounds ? $0 : nil } ?? FacetListLayout(self, in: bounds, environment.presentation)
    self.layout = layout
    guard layout.list.height > 0, layout.lines.indices.contains(selectedRow) else { return }
    let line = layout.lines[selectedRow]
    // The heading above the first value of a group is seen with it.
    let first = layout.hasHeading(selectedRow) ? line - 1 : line
    offset = min(max(offset, line - layout.list.height + 1), max(0, first))
    offset = min(offset, max(0, layout.lineCount - layout.list.height))
  }
}

// MARK: - What is listed

/// What was read of an article, and what the reader called wrong in it.
struct ReadFacets: Sendable {
  let title: String
  let facets: Facets
  /// What the store calls the companies, in their order.
  let companies: [String]
  let wrong: [FacetTerm]
  /// Why its source's last change of its sense is one.
  var reasons: [SenseChange.Reason] = []
}

/// Reads an article anew: some hundred microseconds, and beside the screen the tables the first time.
struct FacetsRequest: Request {
  static let slot = RequestSlot.facets
  let key: ArticleKey
  /// As of when; nil for now.
  let moment: Timestamp?

  func response(from library: some Library) throws -> ReadFacets? {
    guard let article = try library.article(key, asOf: moment) else { return nil }
    let analyser = TextAnalyser.current
    let facets = analyser.facets(title: article.headline.title, text: article.blocks.plainText)
    return ReadFacets(
      title: article.headline.title, facets: facets,
      companies: facets.companies.map { analyser.storedName(of: $0.listing) }, wrong: try library.wrongFacets(of: key),
      reasons: article.headline.change == .sense ? try senseReasons(library) : [])
  }

  /// Why the last change of the article's sense is one.
  private func senseReasons(_ library: some Library) throws -> [SenseChange.Reason] {
    let history = try library.history(of: key, asOf: moment)
    guard let last = history.lastIndex(where: { $0.change == .sense }), last > 0 else { return [] }
    return TextAnalyser.current.senseChange(from: history[last - 1].article, to: history[last].article).reasons
  }

  func event(for read: ReadFacets?) -> DashboardEvent { .overlays(.facetsRead(read)) }
}

extension ReadFacets {
  fileprivate func rows(in words: Words) -> [FacetList.Row] {
    changeRows(words) + companyRows(words) + eventRows(words) + topicRows(words) + toneRows(words) + keywordRows(words)
      + figureRows(words)
  }

  private func changeRows(_ words: Words) -> [FacetList.Row] {
    reasons.map { reason in
      FacetList.Row(
        group: words.changeGroup, value: words.name(of: reason.kind),
        quote: words.replaced(reason.old, by: reason.new),
        rule: words.name(of: reason.part))
    }
  }

  private func companyRows(_ words: Words) -> [FacetList.Row] {
    zip(facets.companies, companies).map { mention, name in
      let value = mention.name == name ? name : mention.name + " " + name
      let others = mention.others.isEmpty ? "" : words.parenthesised(words.orAlso(mention.others.map(\.name)))
      return row(
        .company, name, value + others, mention.evidence, words,
        exclusion: .notCompany(word: mention.evidence.quote, company: name))
    }
  }

  private func eventRows(_ words: Words) -> [FacetList.Row] {
    facets.events.map { event in
      row(
        .event, event.kind.rawValue, words.summary(of: event), event.evidence, words,
        exclusion: .notEvent(word: event.evidence.quote, kind: event.kind))
    }
  }

  private func topicRows(_ words: Words) -> [FacetList.Row] {
    facets.topics.map { reading in
      let name = reading.topic.rawValue
      // Where no word decided there is none to exclude.
      let hasWord = ![TopicReading.onlyChinese, TopicReading.noWord].contains(reading.evidence.rule)
      return row(
        .topic, name, words.name(name, of: .topic), reading.evidence, words,
        exclusion: hasWord ? .notTopic(word: reading.evidence.quote, topic: reading.topic) : nil)
    }
  }

  /// All words that counted, those that decided first.
  private func toneRows(_ words: Words) -> [FacetList.Row] {
    guard let reading = facets.tone else { return [] }
    let name = reading.tone.rawValue
    return reading.evidence.enumerated().map { index, evidence in
      let isWord = evidence.rule.contains(where: { $0 == "+" || $0 == "-" })
      var row = row(
        .tone, name, words.name(name, of: .tone), evidence, words,
        exclusion: isWord ? .tone(word: evidence.quote, weight: 0) : nil)
      if index > 0 { row.value = "" }
      return row
    }
  }

  private func keywordRows(_ words: Words) -> [FacetList.Row] {
    facets.keywords.map { word in
      FacetList.Row(
        group: words.name(of: .keyword), value: word, rule: words.automatic, term: FacetTerm(.keyword, word),
        isWrong: wrong.contains(FacetTerm(.keyword, word)), exclusion: .notKeyword(word: word))
    }
  }

  /// A figure that stands at several places is one: as the article writes it first, and how often it stands there.
  private func figureRows(_ words: Words) -> [FacetList.Row] {
    var counts: [Figure: Int] = [:]
    var first: [(figure: Figure, value: Figure)] = []
    for figure in facets.figures {
      var value = figure
      value.quote = ""
      if counts[value] == nil { first.append((figure, value)) }
      counts[value, default: 0] += 1
    }
    return first.map { figure, value in
      let count = counts[value] ?? 1
      return FacetList.Row(
        group: words.figures, value: figure.quote + (count > 1 ? " ×\(count)" : ""), rule: words.value(of: figure))
    }
  }

  private func row(
    _ field: TermField, _ name: String, _ value: String, _ evidence: Evidence, _ words: Words,
    exclusion: OwnRow? = nil
  ) -> FacetList.Row {
    let term = FacetTerm(field, name)
    return FacetList.Row(
      group: words.name(of: field), value: value, quote: evidence.quote, rule: words.rule(evidence),
      isOwn: evidence.isOwn, term: term, isWrong: wrong.contains(term),
      exclusion: evidence.quote.isEmpty ? nil : exclusion)
  }
}
