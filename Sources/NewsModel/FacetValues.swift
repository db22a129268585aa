/// What an article is listed, filtered and counted by of its `Facets`: names as the store calls them, without the words that decided.
package struct FacetValues: Hashable, Sendable {
  /// As `Listing.name` writes them.
  package var companies: [String]
  package var events: [EventValue]
  package var topics: [Topic]
  package var tone: Tone?
  package var keywords: [String]

  package init(
    companies: [String] = [], events: [EventValue] = [], topics: [Topic] = [], tone: Tone? = nil,
    keywords: [String] = []
  ) {
    self.companies = companies
    self.events = events
    self.topics = topics
    self.tone = tone
    self.keywords = keywords
  }

  package init(_ facets: Facets) {
    self.init(
      companies: facets.companies.map(\.listing.name), events: facets.events.map(EventValue.init),
      topics: facets.topics.map(\.topic), tone: facets.tone?.tone, keywords: facets.keywords)
  }

  /// The values without one that the reader called wrong. Of an event all finer kinds go with it.
  package func without(_ term: FacetTerm) -> FacetValues {
    var rest = self
    switch term.field {
    case .tag, .source, .label: break
    case .company: rest.companies.removeAll { $0 == term.name }
    case .event: rest.events.removeAll { $0.kind.rawValue == term.name }
    case .topic: rest.topics.removeAll { $0.rawValue == term.name }
    case .tone: if rest.tone?.rawValue == term.name { rest.tone = nil }
    case .keyword: rest.keywords.removeAll { $0 == term.name }
    }
    return rest
  }

  /// The values of a field; none for what comes with the article.
  package func values(of field: TermField) -> [String] {
    switch field {
    case .tag, .source, .label: []
    case .company: companies
    case .event: events.flatMap { [$0.kind.rawValue] + ($0.detail.map { [$0] } ?? []) }
    case .topic: topics.map(\.rawValue)
    case .tone: tone.map { [$0.rawValue] } ?? []
    case .keyword: keywords
    }
  }
}

/// One value of a facet, as the store calls it: a company by its main listing, an event by its kind.
package struct FacetTerm: Hashable, Sendable {
  package var field: TermField
  package var name: String

  package init(_ field: TermField, _ name: String) {
    self.field = field
    self.name = name
  }
}

/// An event with its figures.
package struct EventValue: Hashable, Sendable {
  package var kind: EventKind
  package var detail: String?
  /// Whether it is good for the company that it concerns; nil where it is neither.
  package var direction: Tone?
  package var amount: Amount?
  package var percentage: ClosedRange<Double>?

  package init(
    kind: EventKind, detail: String? = nil, direction: Tone? = nil, amount: Amount? = nil,
    percentage: ClosedRange<Double>? = nil
  ) {
    self.kind = kind
    self.detail = detail
    self.direction = direction
    self.amount = amount
    self.percentage = percentage
  }

  fileprivate init(_ event: NewsEvent) {
    self.init(
      kind: event.kind, detail: event.detail, direction: event.direction, amount: event.amount,
      percentage: event.percentage)
  }
}

extension Listing {
  /// As the trade writes it: `600519.SH`, `00700.HK`, `AAPL`.
  package var name: String {
    switch exchange {
    case .shanghai: code + ".SH"
    case .shenzhen: code + ".SZ"
    case .beijing: code + ".BJ"
    case .hongKong: code + ".HK"
    case .nasdaq, .newYork, .american, .none: code
    }
  }
}
