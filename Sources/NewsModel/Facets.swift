/// What an article is about, as its title and text tell: made by rules and tables of this program, never part of what was published.
///
/// Each value keeps the words that decided, so that the reader can show them and a wrong rule can be found.
package struct Facets: Hashable, Sendable {
  /// Every listed company that the article speaks of, in the order of the first mention.
  package var companies: [CompanyMention]
  /// Every kind of event once, those of the title first.
  package var events: [NewsEvent]
  package var topics: [TopicReading]
  /// Towards the companies of the headline; nil where nothing is told.
  package var tone: ToneReading?
  /// Three to five words that stand in the article, the weightiest first.
  package var keywords: [String]
  /// One to three sentences or clauses, word for word; empty where the text has none.
  package var summary: [String]
  /// The numbers with a unit in the title and the beginning of the text, in their order.
  package var figures: [Figure]

  package init(
    companies: [CompanyMention] = [], events: [NewsEvent] = [], topics: [TopicReading] = [], tone: ToneReading? = nil,
    keywords: [String] = [], summary: [String] = [], figures: [Figure] = []
  ) {
    self.companies = companies
    self.events = events
    self.topics = topics
    self.tone = tone
    self.keywords = keywords
    self.summary = summary
    self.figures = figures
  }
}

/// The words of an article that decided a facet, and the rule that they met.
package struct Evidence: Hashable, Sendable {
  /// Word for word, as the article has it.
  package var quote: String
  /// The row of a table or the name of a rule.
  package var rule: String
  package var isInTitle: Bool
  /// Whether the rule is one of the reader's own.
  package var isOwn: Bool

  package init(quote: String, rule: String, isInTitle: Bool, isOwn: Bool = false) {
    self.quote = quote
    self.rule = rule
    self.isInTitle = isInTitle
    self.isOwn = isOwn
  }
}

/// Where shares are listed.
package enum StockExchange: String, Hashable, Sendable, CaseIterable {
  case shanghai = "SSE"
  case shenzhen = "SZSE"
  case beijing = "BSE"
  case hongKong = "HKEX"
  case nasdaq = "NASDAQ"
  case newYork = "NYSE"
  case american = "AMEX"
  /// The reader's own companies, which are listed nowhere.
  case none = ""
}

/// One listing of a company.
package struct Listing: Hashable, Sendable {
  /// As its exchange writes it: `600519`, `00700`, `AAPL`.
  package var code: String
  package var exchange: StockExchange

  package init(code: String, exchange: StockExchange) {
    self.code = code
    self.exchange = exchange
  }
}

/// A company that an article speaks of.
package struct CompanyMention: Hashable, Sendable {
  package var listing: Listing
  package var name: String
  /// The other companies that share the name where nothing in the article tells which one is meant.
  package var others: [Listing]
  package var evidence: Evidence

  /// The rule of evidence that is a name, or a code.
  package static let byName = "company name"
  package static let byCode = "company code"

  package init(listing: Listing, name: String, others: [Listing] = [], evidence: Evidence) {
    self.listing = listing
    self.name = name
    self.others = others
    self.evidence = evidence
  }
}

/// The kinds of events, as queries and `newstape analyse` name them.
package enum EventKind: String, Hashable, Sendable, CaseIterable {
  case reduction = "减持"
  case increase = "增持"
  case buyback = "回购"
  case merger = "并购重组"
  case results = "业绩"
  case suspension = "停复牌"
  case investigation = "立案处罚"
  case inquiry = "问询"
  case litigation = "诉讼仲裁"
  case management = "高管变动"
  case rating = "评级"
  case issuance = "发行上市"
  case dividend = "分红"
  case contract = "合同中标"
  case `default` = "违约破产"
  case product = "产品技术"
  case control = "控制权股权"
  case delisting = "退市风险"
  case accident = "质量事故"
  case crime = "涉嫌犯罪"
}

/// Something that happened, as an article reports it.
package struct NewsEvent: Hashable, Sendable {
  package var kind: EventKind
  /// The finer kind below it, such as 预增 or 质押; nil where the words tell no more than the kind.
  package var detail: String?
  /// Whether it is good for the company that it concerns; nil where it is neither.
  package var direction: Tone?
  package var amount: Amount?
  /// Percent, negative for a fall; both bounds are equal where one number stands.
  package var percentage: ClosedRange<Double>?
  /// Who does it, where the text says so: a shareholder, a regulator, a broker.
  package var actor: String?
  package var evidence: Evidence

  package init(
    kind: EventKind, detail: String? = nil, direction: Tone? = nil, amount: Amount? = nil,
    percentage: ClosedRange<Double>? = nil, actor: String? = nil, evidence: Evidence
  ) {
    self.kind = kind
    self.detail = detail
    self.direction = direction
    self.amount = amount
    self.percentage = percentage
    self.actor = actor
    self.evidence = evidence
  }
}

/// A number with its unit, as a text states it.
package struct Amount: Hashable, Sendable {
  /// In whole units: 1.2亿元 is 120,000,000. Both bounds are equal where one number stands.
  package var range: ClosedRange<Double>
  package var unit: AmountUnit

  package init(range: ClosedRange<Double>, unit: AmountUnit) {
    self.range = range
    self.unit = unit
  }
}

package enum AmountUnit: Hashable, Sendable {
  /// The code of ISO 4217: CNY, HKD, USD.
  case currency(String)
  case shares
  /// What one unit costs or earns, which is no total: the unit is `share`, or the text's own word such as 桶.
  case price(currency: String, per: String)
  /// What else is counted, in the text's own word: 辆, 吨, MW.
  case other(String)
}

/// A number with what it measures, as a text states it.
package struct Figure: Hashable, Sendable {
  package enum Measure: Hashable, Sendable {
    case amount(AmountUnit)
    /// Negative for a fall.
    case percent
    case percentagePoints
  }

  /// In whole units. Both bounds are equal where one number stands.
  package var range: ClosedRange<Double>
  package var measure: Measure
  /// Word for word, as the article has it.
  package var quote: String

  package init(range: ClosedRange<Double>, measure: Measure, quote: String) {
    self.range = range
    self.measure = measure
    self.quote = quote
  }
}

/// What a piece of news is about, as queries and `newstape analyse` name it; several hold for one article.
package enum Topic: String, Hashable, Sendable, CaseIterable {
  case company = "公司"
  case industry = "行业"
  case market = "大盘"
  case china = "中国"
  case foreign = "外国"
  case international = "国际"
  case economy = "经济"
  case policy = "政策"
  case politics = "政治"
  case futures = "期货"
  case bonds = "债券"
  case property = "房地产"
  case currency = "外汇"
  case crypto = "虚拟货币"
  case energy = "能源"
  case pandemic = "新冠"
  case other = "其它"
}

package struct TopicReading: Hashable, Sendable {
  /// The rules that decide where no word speaks for a topic.
  package static let onlyChinese = "Chinese, and no other country named"
  package static let noWord = "no word of a topic"

  package var topic: Topic
  package var evidence: Evidence

  package init(topic: Topic, evidence: Evidence) {
    self.topic = topic
    self.evidence = evidence
  }
}

/// Whether news is good or bad for whom it concerns.
package enum Tone: String, Hashable, Sendable, CaseIterable {
  case positive
  case negative
}

package struct ToneReading: Hashable, Sendable {
  package var tone: Tone
  /// All words that counted, for and against, in the order of the text.
  package var evidence: [Evidence]

  package init(tone: Tone, evidence: [Evidence]) {
    self.tone = tone
    self.evidence = evidence
  }
}

extension AmountUnit {
  /// `CNY`, `shares`, `CNY/share`, or what else is counted.
  package var name: String {
    switch self {
    case .currency(let code): code
    case .shares: "shares"
    case .price(let currency, let unit): currency + "/" + unit
    case .other(let unit): unit
    }
  }

  /// The unit that `name` names.
  package init(name: String) {
    let code = String(name.prefix { $0 != "/" })
    let isCode = code.utf8.count == 3 && code.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    switch (isCode, code == name) {
    case (true, true): self = .currency(name)
    case (true, false): self = .price(currency: code, per: String(name.dropFirst(code.count + 1)))
    case (false, _): self = name == "shares" ? .shares : .other(name)
    }
  }
}

/// How the store calls the companies and events that queries name in many ways: what tables know that no grammar does.
package struct QueryNames: Sendable {
  /// The companies that go by a name or a code; none where no table knows it.
  package let companies: @Sendable (String) -> [String]
  /// The kind of event, or the finer kind below it; nil where there is none of that name.
  package let event: @Sendable (String) -> String?
  /// The amount that a number with a unit means, such as 1.5亿港元; nil where it is none.
  package let amount: @Sendable (String) -> Amount?

  package init(
    companies: @escaping @Sendable (String) -> [String], event: @escaping @Sendable (String) -> String?,
    amount: @escaping @Sendable (String) -> Amount?
  ) {
    self.companies = companies
    self.event = event
    self.amount = amount
  }

  /// Takes every name as it is written, and no units.
  package static let unchecked = QueryNames(companies: { [$0] }, event: { $0 }, amount: { _ in nil })
}
