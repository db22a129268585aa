// What is read from the words of articles, by name: the one place for both languages. The store keeps the Chinese names of events and
// topics; queries, lists and files of either language take them from here.

extension TermField {
  /// What a value is called in a language, whichever language it comes in; nil where it is nobody's word but the writer's.
  package func word(for value: String, in tongue: QueryTongue) -> String? {
    let names: FacetName? =
      switch self {
      case .event: EventKind(name: value)?.names ?? FinerEvents.names(of: value)
      case .topic: Topic(name: value)?.names
      case .tone: Tone(name: value)?.names
      case .tag, .source, .label, .company, .keyword: nil
      }
    return names?.word(in: tongue)
  }

  /// A value in Chinese and in English; the value alone where it has no other name.
  package func wordings(of value: String) -> [String] {
    let words = [QueryTongue.chinese, .english].compactMap { word(for: value, in: $0) }
    return words.isEmpty ? [value] : words
  }
}

/// A value in both languages.
struct FacetName: Hashable, Sendable {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  func word(in tongue: QueryTongue) -> String { tongue == .chinese ? chinese : english }
}

// MARK: - Events

extension EventKind {
  /// The trade's word in English, as queries take it.
  package var englishName: String {
    switch self {
    case .reduction: "sell-down"
    case .increase: "insider-buying"
    case .buyback: "buyback"
    case .merger: "merger"
    case .results: "results"
    case .suspension: "trading-halt"
    case .investigation: "investigation"
    case .inquiry: "inquiry"
    case .litigation: "litigation"
    case .management: "management"
    case .rating: "rating"
    case .issuance: "offering"
    case .dividend: "dividend"
    case .contract: "contract"
    case .default: "default"
    case .product: "product"
    case .control: "control"
    case .delisting: "delisting"
    case .accident: "accident"
    case .crime: "crime"
    }
  }

  /// The kind of a name in either language, in any case.
  package init?(name: String) {
    guard let kind = Self.called(name, { [$0.rawValue, $0.englishName] }) else { return nil }
    self = kind
  }

  fileprivate var names: FacetName { FacetName(rawValue, englishName) }
}

/// The finer kinds below the kinds of events.
package enum FinerEvents {
  /// Of each kind those that the shipped patterns tell apart. What a reader's own patterns tell has one name.
  private static let all: [FacetName] = [
    FacetName("清仓", "exit"),
    FacetName("并购", "acquisition"), FacetName("出售资产", "asset-sale"), FacetName("要约", "tender-offer"),
    FacetName("重组", "restructuring"), FacetName("终止重组", "deal-terminated"),
    FacetName("借壳", "backdoor-listing"),
    FacetName("财报", "earnings-report"), FacetName("快报", "preliminary-results"),
    FacetName("经营数据", "operating-data"), FacetName("预增", "profit-alert"), FacetName("预减", "profit-warning"),
    FacetName("预亏", "loss-warning"),
    FacetName("停牌", "suspension"), FacetName("复牌", "resumption"),
    FacetName("立案", "case-filed"), FacetName("调查", "probe"), FacetName("处罚", "penalty"),
    FacetName("警示函", "warning-letter"), FacetName("谴责", "censure"), FacetName("违规", "violation"),
    FacetName("问询函", "inquiry-letter"), FacetName("关注函", "concern-letter"),
    FacetName("监管函", "regulatory-letter"),
    FacetName("诉讼", "lawsuit"), FacetName("仲裁", "arbitration"),
    FacetName("任命", "appointment"), FacetName("辞职", "resignation"), FacetName("失联", "missing"),
    FacetName("去世", "death"),
    FacetName("评级上调", "upgrade"), FacetName("评级下调", "downgrade"), FacetName("目标价", "price-target"),
    FacetName("IPO", "ipo"), FacetName("定增", "placement"), FacetName("可转债", "convertible"),
    FacetName("发债", "bond-issue"), FacetName("融资", "funding"),
    FacetName("派息", "payout"), FacetName("高送转", "bonus-shares"),
    FacetName("合同", "order"), FacetName("中标", "tender-win"), FacetName("战略合作", "partnership"),
    FacetName("违约", "missed-payment"), FacetName("破产", "bankruptcy"), FacetName("停业", "closure"),
    FacetName("新品", "launch"), FacetName("获批", "approval"), FacetName("投产", "production-start"),
    FacetName("专利", "patent"),
    FacetName("控制权变更", "change-of-control"), FacetName("举牌", "stake-building"), FacetName("质押", "pledge"),
    FacetName("解除质押", "pledge-release"), FacetName("冻结", "share-freeze"), FacetName("拍卖", "share-auction"),
    FacetName("解禁", "lock-up-expiry"),
    FacetName("退市", "delisted"), FacetName("戴帽", "st-mark"), FacetName("摘帽", "st-removal"),
    FacetName("事故", "incident"), FacetName("召回", "recall"), FacetName("投诉", "complaint"),
    FacetName("抽检不合格", "failed-inspection"),
    FacetName("造假", "falsification"), FacetName("内幕交易", "insider-trading"), FacetName("诈骗", "fraud"),
    FacetName("贪腐", "corruption"), FacetName("非法集资", "illegal-fundraising"), FacetName("传销", "pyramid-scheme"),
    FacetName("被捕", "arrest"),
  ]

  private static let byName = Dictionary(
    all.flatMap { names in [names.chinese, names.chinese.lowercased(), names.english].map { ($0, names) } },
    uniquingKeysWith: { first, _ in first })

  /// What the store calls the finer kind of a name in either language, in any case; nil where there is none.
  package static func stored(_ name: String) -> String? { names(of: name)?.chinese }

  fileprivate static func names(of name: String) -> FacetName? {
    byName[name] ?? byName[name.lowercased()]
  }
}

extension EventValue {
  /// The finer kind where the words tell one, else the kind.
  package func name(in tongue: QueryTongue) -> String {
    guard let detail else { return kind.names.word(in: tongue) }
    return FinerEvents.names(of: detail)?.word(in: tongue) ?? detail
  }
}

// MARK: - Topics and tone

extension Topic {
  package var englishName: String {
    switch self {
    case .company: "company"
    case .industry: "industry"
    case .market: "market"
    case .china: "china"
    case .foreign: "foreign"
    case .international: "international"
    case .economy: "economy"
    case .policy: "policy"
    case .politics: "politics"
    case .futures: "futures"
    case .bonds: "bonds"
    case .property: "property"
    case .currency: "forex"
    case .crypto: "crypto"
    case .energy: "energy"
    case .pandemic: "covid"
    case .other: "other"
    }
  }

  /// The topic of a name in either language, in any case.
  package init?(name: String) {
    guard let topic = Self.called(name, { [$0.rawValue, $0.englishName] }) else { return nil }
    self = topic
  }

  fileprivate var names: FacetName { FacetName(rawValue, englishName) }
}

extension Tone {
  package var chineseName: String {
    switch self {
    case .positive: "正面"
    case .negative: "负面"
    }
  }

  /// The tone of a name in either language, in any case.
  package init?(name: String) {
    guard let tone = Self.called(name, { [$0.rawValue, $0.chineseName] }) else { return nil }
    self = tone
  }

  fileprivate var names: FacetName { FacetName(chineseName, rawValue) }
}
