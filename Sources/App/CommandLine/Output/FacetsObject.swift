import NewsModel

/// A line of `newstape analyse`: what an article is about.
struct FacetsObject: Encodable {
  /// As the input has it; null where it has none.
  let id: ArticleLine.ID?
  let companies: [Company]
  let events: [Event]
  let topics: [String]
  /// `positive`, `negative` or `neutral`.
  let tone: String
  let keywords: [String]
  /// Pieces of the text, a line each.
  let summary: String
  let figures: [Number]
  let why: Reasons?

  init(_ facets: Facets, id: ArticleLine.ID?, explains: Bool) {
    self.id = id
    companies = facets.companies.map(Company.init)
    events = facets.events.map(Event.init)
    topics = facets.topics.map(\.topic.rawValue)
    tone = facets.tone?.tone.rawValue ?? "neutral"
    keywords = facets.keywords
    summary = facets.summary.joined(separator: "\n")
    figures = facets.figures.map(Number.init)
    why = explains ? Reasons(facets) : nil
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(companies, forKey: .companies)
    try container.encode(events, forKey: .events)
    try container.encode(topics, forKey: .topics)
    try container.encode(tone, forKey: .tone)
    try container.encode(keywords, forKey: .keywords)
    try container.encode(summary, forKey: .summary)
    try container.encode(figures, forKey: .figures)
    if let why { try container.encode(why, forKey: .why) }
  }

  private enum CodingKeys: CodingKey { case id, companies, events, topics, tone, keywords, summary, figures, why }
}

extension FacetsObject {
  struct Share: Encodable {
    let code: String
    let exchange: String

    init(_ listing: Listing) { (code, exchange) = (listing.code, listing.exchange.rawValue) }
  }

  struct Company: Encodable {
    let code: String
    let exchange: String
    let name: String
    /// The other companies that the name may mean.
    let others: [Share]

    init(_ mention: CompanyMention) {
      (code, exchange) = (mention.listing.code, mention.listing.exchange.rawValue)
      name = mention.name
      others = mention.others.map(Share.init)
    }
  }

  /// Both bounds are equal where one number stands.
  struct Bounds: Encodable {
    let from: Double
    let to: Double

    init(_ range: ClosedRange<Double>) { (from, to) = (range.lowerBound, range.upperBound) }
  }

  struct Sum: Encodable {
    let from: Double
    let to: Double
    /// A code of ISO 4217, `shares`, a price as `CNY/share`, or the word of the text.
    let unit: String

    init(_ amount: Amount) {
      (from, to) = (amount.range.lowerBound, amount.range.upperBound)
      unit = amount.unit.name
    }
  }

  struct Number: Encodable {
    let from: Double
    let to: Double
    /// As of a sum, or `%`, or `percentage points`.
    let unit: String
    let quote: String

    init(_ figure: Figure) {
      (from, to) = (figure.range.lowerBound, figure.range.upperBound)
      quote = figure.quote
      unit =
        switch figure.measure {
        case .amount(let unit): unit.name
        case .percent: "%"
        case .percentagePoints: "percentage points"
        }
    }
  }

  struct Event: Encodable {
    let kind: String
    let detail: String?
    let direction: String?
    let amount: Sum?
    let percentage: Bounds?
    let actor: String?

    init(_ event: NewsEvent) {
      kind = event.kind.rawValue
      detail = event.detail
      direction = event.direction?.rawValue
      amount = event.amount.map(Sum.init)
      percentage = event.percentage.map(Bounds.init)
      actor = event.actor
    }
  }

  /// The words that decided and the rules that they met, in the order of the values.
  struct Reasons: Encodable {
    let companies: [Reason]
    let events: [Reason]
    let topics: [Reason]
    let tone: [Reason]

    init(_ facets: Facets) {
      companies = facets.companies.map { Reason($0.evidence) }
      events = facets.events.map { Reason($0.evidence) }
      topics = facets.topics.map { Reason($0.evidence) }
      tone = facets.tone?.evidence.map(Reason.init) ?? []
    }
  }

  struct Reason: Encodable {
    let quote: String
    let rule: String
    let isInTitle: Bool
    /// Whether the rule is one of the reader's own.
    let isOwn: Bool

    init(_ evidence: Evidence) {
      (quote, rule, isInTitle) = (evidence.quote, evidence.rule, evidence.isInTitle)
      isOwn = evidence.isOwn
    }
  }
}
