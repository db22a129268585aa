import NewsModel
import Wording

extension State {
  /// The filter as it was typed, or else in the words of the query language.
  var filterText: String { presentSource.text }

  /// The name under which the filter is kept.
  var filterName: String? { presentSource.name }

  /// Where the filter comes from; its description where it was not typed.
  var presentSource: FilterSource { feed.presentSource(notation) }

  /// The filter shown and the place in its list, to come back to.
  var presentStep: FilterStep { feed.presentStep(notation, leaving: page) }

  /// Shows another filter's list.
  ///
  /// - Parameters:
  ///   - source: where the filter comes from; without it what was typed of the present one is kept.
  ///   - key: the article that is selected in the list; without it the one that is selected now.
  mutating func setFilter(
    _ query: Query, source: FilterSource? = nil, selecting key: ArticleKey? = nil, _ effects: inout [Effect]
  ) {
    let left = page
    send(.navigation(.goToNews(.feed)), &effects)
    send(.feed(.filter(query, source: source, from: left, selecting: key)), &effects)
  }

  /// Shows the list of a filter that comes from another page or a saved query: the moment as of which the present one is shown holds on.
  mutating func setFilterAsOfThen(
    _ query: Query, source: FilterSource? = nil, selecting key: ArticleKey? = nil, _ effects: inout [Effect]
  ) {
    guard query.asOf == nil, let moment = filter.asOf else {
      setFilter(query, source: source, selecting: key, &effects)
      return
    }
    let source = source.map { $0.known(at: moment, notation) }
    setFilter(source?.query ?? query.known(at: moment), source: source, selecting: key, &effects)
  }

  /// Shows what was known at a moment, as it was then; no text shows what is known now.
  mutating func filterAsOf(_ text: String, _ effects: inout [Effect]) {
    guard !text.isEmpty else {
      show(asOf: nil, &effects)
      return
    }
    guard let date = DateExpression(text, now: now, in: presentation.zone) else {
      notify(words: presentation.words.badDate(text), isError: true, &effects)
      return
    }
    show(asOf: min(now, date.moment), &effects)
  }

  private mutating func show(asOf moment: Timestamp?, _ effects: inout [Effect]) {
    let source = presentSource.known(at: moment, notation)
    setFilter(source.query, source: source, &effects)
  }

  /// `c`: all news, where the reader is.
  mutating func clearFilter(_ effects: inout [Effect]) {
    send(.reader(.endSearch), &effects)
    if page == .news { send(.navigation(.focus(.feed)), &effects) }
    send(.feed(.filter(.all, source: nil, from: .news, selecting: nil)), &effects)
  }

  /// Adds a term to the filter, or takes it away where it is there.
  mutating func toggleFilter(_ term: Query, _ effects: inout [Effect]) {
    var terms = filter.conjuncts
    if terms.contains(term) {
      terms.removeAll { $0 == term }
    } else {
      terms.append(term)
    }
    setFilter(.allOf(terms), &effects)
  }

  /// Replaces the filter's terms of one kind.
  mutating func replaceFilter(_ isOfKind: (Query) -> Bool, with terms: [Query], _ effects: inout [Effect]) {
    setFilter(.allOf(filter.conjuncts.filter { !isOfKind($0) } + terms), &effects)
  }

  /// A day, or a span of time that ends at the moment which is asked for; no text takes the limit away.
  mutating func filterByDate(_ text: String, since: Bool, _ effects: inout [Effect]) {
    guard !text.isEmpty else {
      replaceFilter(since ? \.isSince : \.isUntil, with: [], &effects)
      return
    }
    guard let date = DateExpression(text, now: filter.asOf ?? now, in: presentation.zone) else {
      notify(words: presentation.words.badDate(text), isError: true, &effects)
      return
    }
    replaceFilter(
      since ? \.isSince : \.isUntil, with: [since ? .since(date.range.lowerBound) : .until(date.range.upperBound)],
      &effects)
  }

  mutating func toggleDateFilter(_ term: Query, _ effects: inout [Effect]) {
    let isOn = filter.conjuncts.contains(term)
    replaceFilter({ $0.isSince || $0.isUntil }, with: isOn ? [] : [term], &effects)
  }

  /// Narrows what is listed to what was selected in a chart or in what was read of an article, and goes to the list.
  mutating func drillDown(to query: Query, _ effects: inout [Effect]) {
    send(.navigation(.zoom(false)), &effects)
    setFilter(.allOf([listedQuery, query]), &effects)
  }
}

extension Query {
  /// Whether it depends on what the reader does to articles.
  var looksAtStatus: Bool {
    leaves.contains { leaf in
      switch leaf {
      case .unread, .read, .starred, .muted, .term(.tag, _): true
      default: false
      }
    }
  }

  var isTag: Bool { if case .term(.tag, _) = self { true } else { false } }
  var isSource: Bool { if case .term(.source, _) = self { true } else { false } }
  var isLabel: Bool { if case .term(.label, _) = self { true } else { false } }
  var isSince: Bool { if case .since = self { true } else { false } }
  var isUntil: Bool { if case .until = self { true } else { false } }
  var isAsOf: Bool { if case .asOf = self { true } else { false } }
  var isTitle: Bool { if case .title = self { true } else { false } }

  /// The subject that it asks for, or those one of which is enough; none where it asks for anything else.
  var subjects: [Subject] {
    switch self {
    case .term(let field, let name) where Subject.fields.contains(field): [Subject(field: field, name: name)]
    case .or(let terms) where terms.allSatisfy { !$0.subjects.isEmpty }: terms.flatMap(\.subjects)
    default: []
    }
  }

  /// The query without what it asks of the subjects of a field.
  func without(_ field: TermField) -> Query {
    .allOf(conjuncts.filter { term in !term.subjects.contains { $0.field == field } })
  }

  /// What has all of the marked subjects, or one of them.
  static func subjects(_ choice: Picker.Choice) -> Query {
    let listed = choice.listed.compactMap(\.subject)
    // The filter may ask for what no list offers.
    let others = choice.marked.compactMap(\.subject).filter { !listed.contains($0) }
    let subjects = (listed + others.sorted { $0.name < $1.name }).map(\.query)
    return choice.matchesAny && !subjects.isEmpty ? .anyOf(subjects) : .allOf(subjects)
  }

  /// Whether it asks for a value of the field, or for one of several.
  func isTerm(of field: TermField) -> Bool {
    switch self {
    case .term(field, _): true
    case .or(let terms): terms.allSatisfy { $0.isTerm(of: field) }
    default: false
    }
  }
}
