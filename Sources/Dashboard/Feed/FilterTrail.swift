import Foundation
import NewsModel
import RegularExpressions
import TextAnalysis

/// The filter whose list is shown, where it comes from, the ladder of wider filters above it, and the history of what was shown.
///
/// Back is a ladder: each step leads to a filter with fewer terms, and the last one to all news. The history has keys of its own.
struct FilterTrail: Sendable {
  /// A place in the history, with the ladder that led up from it.
  private struct Place {
    var step: FilterStep
    var rungs: [FilterStep]
  }

  /// Places that the history keeps.
  private static let longestHistory = 100

  /// What the list shows.
  private(set) var filter: Query {
    didSet {
      highlights = Highlights(filter)
      if filter.search != oldValue.search { column = nil }
    }
  }
  /// What the filter looks for in texts, to be marked there.
  private(set) var highlights: Highlights
  /// The column of the table that tells the order instead of the filter; another search begins without.
  private(set) var column: ColumnOrder?
  /// Where the filter comes from, as long as it is the filter's.
  private var source: FilterSource?
  /// Wider filters that led here, the widest first.
  private var rungs: [FilterStep] = []
  /// What was shown before, the last one newest.
  private var earlier: [Place] = []
  /// What was shown before the history was gone back, the next one last.
  private var later: [Place] = []

  init(_ source: FilterSource?) {
    self.source = source
    filter = source?.query ?? .all
    highlights = Highlights(source?.query ?? .all)
  }

  /// Where the filter comes from; its description where it was not typed.
  func source(_ notation: QueryNotation) -> FilterSource {
    if let source, source.query == filter { return source }
    return FilterSource(query: filter, text: notation.describe(filter))
  }

  /// Whether there is a wider filter to go back to.
  var canGoUp: Bool { filter != .all }
  var hasEarlier: Bool { !earlier.isEmpty }
  var hasLater: Bool { !later.isEmpty }

  var order: ListOrder { column.map { .column($0) } ?? .query(filter.order) }

  /// Whether the list can be ranked: only words tell what an article is about.
  var canBeRanked: Bool { !filter.soughtTexts.isEmpty }

  /// Whether a filter, or where it comes from, is not what is shown already.
  func isOther(_ query: Query, from source: FilterSource?) -> Bool {
    query != filter || source != nil && source != self.source
  }

  /// Goes on to another filter.
  ///
  /// - Parameters:
  ///   - source: where the filter comes from; without it what was typed of the present one is kept.
  ///   - step: the place that is left.
  mutating func show(
    _ query: Query, from source: FilterSource?, leaving step: FilterStep, _ notation: QueryNotation
  ) {
    let source = source ?? self.source(notation).extended(to: query, notation.describe)
    leave(step, for: query)
    self.source = source
    filter = query
  }

  /// Shows a filter that may change with the next key: it is no step to go back to.
  mutating func follow(_ query: Query, from source: FilterSource?) {
    filter = query
    self.source = source
  }

  /// The filter that was followed is shown from now on.
  mutating func accept(leaving step: FilterStep) { leave(step, for: filter) }

  /// The next wider filter, which leaves the ladder; all news where there is none.
  mutating func climb(leaving step: FilterStep) -> FilterStep {
    remember(step, rungs)
    return rungs.popLast() ?? FilterStep(filter: .all, selected: step.selected, row: step.row)
  }

  /// Goes back in the history; nil at its beginning.
  mutating func goBack(leaving step: FilterStep) -> FilterStep? {
    travel(leaving: step, from: \.earlier, to: \.later)
  }

  /// Takes back a step back in the history; nil at its end.
  mutating func goForward(leaving step: FilterStep) -> FilterStep? {
    travel(leaving: step, from: \.later, to: \.earlier)
  }

  /// Goes to the last place of one part of the history; the present one becomes the last of the other part.
  private mutating func travel(
    leaving step: FilterStep, from source: WritableKeyPath<FilterTrail, [Place]>,
    to target: WritableKeyPath<FilterTrail, [Place]>
  ) -> FilterStep? {
    guard let place = self[keyPath: source].popLast() else { return nil }
    self[keyPath: target].append(Place(step: step, rungs: rungs))
    rungs = place.rungs
    return place.step
  }

  private mutating func leave(_ step: FilterStep, for query: Query) {
    remember(step, rungs)
    var kept: [FilterStep] = []
    // A page that one drilled from stays as long as the list that it led to, whatever was listed before.
    var staysWithPage = true
    for rung in (rungs + [step]).reversed() {
      let isKept = query.isNarrower(than: rung.filter) || rung.page != .news && staysWithPage
      if isKept { kept.append(rung) }
      staysWithPage = isKept || rung.filter == query
    }
    rungs = kept.reversed()
  }

  private mutating func remember(_ step: FilterStep, _ rungs: [FilterStep]) {
    earlier.append(Place(step: step, rungs: rungs))
    if earlier.count > Self.longestHistory { earlier.removeFirst() }
    later = []
  }

  mutating func restore(_ step: FilterStep) {
    filter = step.filter
    source = step.source
    column = step.column
  }

  /// The filter asks for another order from now on, which is no step to go back to.
  mutating func sort(by order: ArticleOrder, _ notation: QueryNotation) {
    let plain = source(notation).withoutOrder(notation.describe)
    let sorted = filter.sorted(by: order)
    source = order == .published ? plain : plain.extended(to: sorted, notation.describe)
    filter = sorted
    column = nil
  }

  /// - Parameter order: nil for that of the filter.
  mutating func sort(byColumn order: ColumnOrder?) { column = order }

  /// A text is kept under a name.
  mutating func name(_ text: String, _ name: String, _ notation: QueryNotation) {
    if source(notation).text == text { source = FilterSource(query: filter, text: text, name: name) }
  }
}

/// Where a filter comes from: the text that it was read from, and the name that it is kept under.
///
/// The text says more than the query: `since:7d` means other days tomorrow.
struct FilterSource: Hashable, Sendable {
  /// What the text meant when it was read.
  var query: Query
  var text: String
  var name: String?
}

extension FilterSource {
  /// The source of the same filter without an order.
  func withoutOrder(_ describe: (Query) -> String) -> FilterSource {
    guard !query.orders.isEmpty else { return self }
    let plain = query.withoutOrder
    return FilterSource(query: plain, text: text.withoutTerms(of: .sort) ?? describe(plain))
  }

  /// The source of a filter with more terms than this one has; nil where it is not an extension of this one.
  ///
  /// - Parameter typed: the text of what was added, where there is one.
  func extended(to wider: Query, typed: String? = nil, _ describe: (Query) -> String) -> FilterSource? {
    let known = query.conjuncts
    let terms = wider.conjuncts
    guard terms.count >= known.count, Array(terms.prefix(known.count)) == known else { return nil }
    let added = Query.allOf(Array(terms.dropFirst(known.count)))
    let parts = [Self.part(text, meaning: query), Self.part(typed ?? describe(added), meaning: added)]
    return FilterSource(query: wider, text: parts.filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// The same filter as of a moment, or of now where that is nil.
  ///
  /// Times that count from now, as `7d` does, count from then: only the text tells which do.
  func known(at moment: Timestamp?, _ notation: QueryNotation) -> FilterSource {
    let rest = Query.allOf(query.conjuncts.filter { !$0.isAsOf })
    let text = text.withoutTerms(of: .asOf) ?? notation.describe(rest)
    let plain = FilterSource(query: rest, text: text)
    let wanted = plain.extended(to: rest.known(at: moment), notation.describe) ?? plain
    return FilterSource(query: notation.query(wanted.text) ?? wanted.query, text: wanted.text)
  }

  /// A text as it stands beside another that must hold too: alternatives need parentheses.
  private static func part(_ text: String, meaning query: Query) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    if case .or = query { return "(" + text + ")" }
    return text
  }
}

extension Query {
  /// Whether it has all terms of another query, and more; in which order it lists does not matter.
  fileprivate func isNarrower(than other: Query) -> Bool {
    let (terms, wider) = (withoutOrder.conjuncts, other.withoutOrder.conjuncts)
    return terms.count > wider.count && wider.allSatisfy(terms.contains)
  }
}

/// A filter left behind, with the place in its list.
struct FilterStep: Sendable, Hashable {
  var filter: Query
  /// Where the filter was gone on from: back leads there.
  var page = Page.news
  /// The company, where that is the page of one.
  var company: String?
  var source: FilterSource?
  /// The column of the table that told the order; nil where the filter did.
  var column: ColumnOrder?
  var selected: ArticleKey?
  /// The row on screen of the selection, counted in headlines.
  var row = 0
}

/// In which order the list shows its articles.
enum ListOrder: Sendable, Hashable {
  /// As the filter asks.
  case query(ArticleOrder)
  /// By a column of the table; never by time, which is an order of the filter.
  case column(ColumnOrder)

  /// The column of the table that tells the order; nil where none does.
  var column: ColumnOrder? {
    switch self {
    case .query(.published): ColumnOrder(.time)
    case .query(.oldest): ColumnOrder(.time).turned
    case .query(.arrived), .query(.relevance): nil
    case .column(let order): order
    }
  }
}

/// Queries as the reader writes them: what a text means depends on the day and the time zone.
struct QueryNotation: Sendable {
  let now: Timestamp
  let zone: TimeZone

  /// - Parameter asksForArriving: whether the query is one of news as it arrives.
  func parse(_ text: String, asksForArriving: Bool = false) throws(QueryError) -> Query {
    try QueryParser(
      now: now, zone: zone, names: TextAnalyser.names, asksForArriving: asksForArriving,
      checkPattern: RegularExpression.mistake
    )
    .parse(text)
  }

  /// The query of a text that was read before; nil where it cannot be read any more.
  func query(_ text: String) -> Query? {
    do throws(QueryError) {
      return try parse(text)
    } catch {  // Whoever edits the text is told what is wrong.
      return nil
    }
  }

  /// Companies are called by their names where these mean no other company.
  func describe(_ query: Query) -> String { query.withCompanyNames.description(in: zone) }
}

extension Query {
  fileprivate var withCompanyNames: Query {
    replacingLeaves { term in
      guard case .term(.company, let code) = term, let name = TextAnalyser.companyName(code),
        TextAnalyser.names.companies(name) == [code]
      else { return term }
      return .term(.company, name)
    }
  }
}
