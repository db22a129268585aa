import NewsModel

extension State {
  /// Shows another filter's list; `back` returns to the present one.
  ///
  /// - Parameter source: where the filter comes from; without it what was typed of the present one is kept.
  mutating func setFilter(_ query: Query, source: FilterSource? = nil, _ effects: inout [Effect]) {
    page = .news
    if focus != .feed { changeFocus(to: .feed, &effects) }
    guard query != filter || source != nil && source != filterSource else { return }
    filterHistory.append(presentStep)
    let selected = timeline.selectedKey
    filterSource = source ?? presentSource.extended(to: query, notation.describe)
    filter = query
    loadFeed(selecting: selected, &effects)
    send(.charts(.load), &effects)
  }

  /// Returns to the filter before; false where there is none.
  mutating func popFilter(_ effects: inout [Effect]) -> Bool {
    guard let step = filterHistory.popLast() else { return false }
    restore(step, &effects)
    return true
  }

  private mutating func restore(_ step: FilterStep, _ effects: inout [Effect]) {
    guard step.filter != filter else { return }
    filter = step.filter
    filterSource = step.source
    order = step.order
    loadFeed(selecting: step.selected, row: step.row, &effects)
    send(.charts(.load), &effects)
  }

  /// The filter shown and the place in its list, to come back to.
  var presentStep: FilterStep {
    FilterStep(
      filter: filter, source: presentSource, order: order, selected: timeline.selectedKey, row: timeline.selectedRow)
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

  /// Narrows the filter to what was selected in a chart, and goes to the list.
  mutating func drillDown(to query: Query, _ effects: inout [Effect]) {
    let narrowed = Query.allOf([filter, query])
    page = .news
    focus = .feed
    isZoomed = false
    setFilter(narrowed, &effects)
  }
}

extension Query {
  /// Whether it depends on what the reader does to articles.
  var looksAtStatus: Bool {
    switch self {
    case .unread, .read, .starred, .muted, .tag: true
    case .and(let terms), .or(let terms): terms.contains(where: \.looksAtStatus)
    case .not(let term): term.looksAtStatus
    default: false
    }
  }

  var isTag: Bool { if case .tag = self { true } else { false } }
  var isSource: Bool { if case .source = self { true } else { false } }
  var isLabel: Bool { if case .label = self { true } else { false } }
  var isSince: Bool { if case .since = self { true } else { false } }
  var isUntil: Bool { if case .until = self { true } else { false } }
  var isTitle: Bool { if case .title = self { true } else { false } }

  func isTerm(of field: TermField) -> Bool {
    switch field {
    case .tag: isTag
    case .source: isSource
    case .label: isLabel
    }
  }

  /// The query for one value of a field.
  static func term(_ field: TermField, _ value: String) -> Query {
    switch field {
    case .tag: .tag(value)
    case .source: .source(value)
    case .label: .label(value)
    }
  }
}
