import Configuration
import NewsModel
import TextBasics
import Wording

/// The values of a field, of which one is being typed; most frequent first.
struct KnownNames: Sendable, Hashable {
  /// More are not looked at: every key has to be answered at once.
  static let limit = 5_000

  let field: QueryField
  private(set) var values: [TermCount] = []
  /// What several companies are called: their codes tell them apart.
  private var sharedTitles: Set<String> = []

  init(field: QueryField) { self.field = field }

  mutating func take(_ terms: [TermCount]) {
    values = terms.prefix(Self.limit).filter { !$0.name.isEmpty }
    var titles: Set<String> = []
    sharedTitles = Set(values.compactMap(\.title).filter { !titles.insert($0).inserted })
  }
}

/// What can stand at the end of a text.
struct CompletionOffer: Sendable, Hashable {
  /// What is put in.
  var text: String
  /// What is told beside it: the code of a company, how many articles there are.
  var note = ""

  /// As it stands among others.
  var line: String { note.isEmpty ? text : text + " " + note }
}

extension QueryCompletion {
  /// What can stand at the end of a text, best first: names of fields, or values of the field being typed.
  static func offers(completing text: String, names: KnownNames?, _ words: Words) -> [CompletionOffer] {
    guard let part = QueryCompletion(of: text, caret: text.count) else { return [] }
    if case .value(let field) = part.subject, field.hasKnownNames {
      return names.flatMap { $0.field == field ? $0.offers(for: part.typed, words) : nil } ?? []
    }
    return texts(part, in: words.language).map { CompletionOffer(text: $0) }
  }

  private static func texts(_ part: QueryCompletion, in language: Language) -> [String] {
    func beginning(_ words: [String]) -> [String] { words.filter { $0.hasPrefix(part.typed) && $0 != part.typed } }
    switch part.subject {
    case .term:
      let fields = QueryField.allCases.filter { $0 != .status }
      let statuses = QueryStatus.allCases.map { "is:" + $0.rawValue }
      let english = fields.map { $0.rawValue + ":" } + statuses
      let chinese =
        fields.map { $0.chineseName + "：" }
        + QueryStatus.allCases.map { QueryField.status.chineseName + "：" + $0.chineseName }
      // Where nothing is typed yet, nothing tells the language but that of the interface.
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    case .value(.status):
      let english = QueryStatus.allCases.map(\.rawValue)
      let chinese = QueryStatus.allCases.map(\.chineseName)
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    case .value(.seen):
      let chinese = ["上次", "今天", "昨天", "2小时"]
      let english = ["last", "today", "yesterday", "2h"]
      return beginning(language == .zhHans ? chinese + english : english)
    case .value(.since), .value(.until), .value(.asOf):
      let chinese = ["今天", "昨天", "7天", "30天", "6个月", "1年", "开盘", "收盘"]
      let english = ["today", "yesterday", "24h", "7d", "30d", "6m", "1y", "open", "close"]
      return beginning(language == .zhHans ? chinese + english : english)
    case .value(.session):
      let sessions = TradingSession.allCases.filter(TradingCalendar.of(TradingCalendar.current).has)
      let (english, chinese) = (sessions.map(\.rawValue), sessions.map(\.chineseName))
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    case .value(.sort):
      let (english, chinese) = (ArticleOrder.allCases.map(\.rawValue), ArticleOrder.allCases.map(\.chineseName))
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    case .value(let field):
      let english = field.choices.map(\.name)
      let chinese = field.choices.map(\.chineseName)
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    }
  }
}

extension QueryField {
  /// Whether the library lists its values.
  var hasKnownNames: Bool { terms != nil || self == .folder || self == .address }
}

extension KnownNames {
  /// The values that what was typed may mean, best first; among equals the more frequent one.
  fileprivate func offers(for typed: String, _ words: Words) -> [CompletionOffer] {
    let matcher = NameMatcher(typed)
    let scored = values.enumerated().compactMap { index, value -> (offer: CompletionOffer, score: Int, index: Int)? in
      let best = forms(of: value, words.language).enumerated().compactMap { place, form in
        matcher.score(form.found).map { (form: form.text, score: $0.score, place: place) }
      }
      .max { ($0.score, $1.place) < ($1.score, $0.place) }
      guard let best, best.form != typed else { return nil }
      return (CompletionOffer(text: best.form.quotedAsValue, note: note(of: value, words)), best.score, index)
    }
    return scored.sorted { ($0.score, $1.index) > ($1.score, $0.index) }.map(\.offer)
  }

  /// What a value is found by, and what is put in then: a company by its name or its code, what is read from words in both languages.
  private func forms(of value: TermCount, _ language: Language) -> [(found: String, text: String)] {
    if let title = value.title {
      let text = sharedTitles.contains(title) ? value.name : title
      return [(title, text), (value.name, text)]
    }
    guard let terms = field.terms else { return [(value.name, value.name)] }
    let wordings = terms.wordings(of: value.name)
    return (language == .en ? wordings.reversed() : wordings).map { ($0, $0) }
  }

  private func note(of value: TermCount, _ words: Words) -> String {
    switch field.terms {
    case .company: (value.title == nil ? "" : value.name + " ") + words.briefNumber(value.count)
    case .event, .topic, .tone: words.briefNumber(value.count)
    case .tag, .source, .label, .keyword, nil: ""
    }
  }
}

/// The names that complete what is being typed.
struct CompletionRequest: Request {
  static let slot = RequestSlot.completion
  let field: QueryField

  func response(from library: some Library) throws -> [TermCount] {
    if let terms = field.terms {
      return try library.terms([terms], matching: .all, limit: KnownNames.limit)[terms] ?? []
    }
    let names = field == .folder ? try library.subscriptions().folders : try library.hosts(limit: KnownNames.limit)
    return names.map { TermCount(name: $0, count: 0) }
  }

  func event(for terms: [TermCount]) -> DashboardEvent { .overlays(.completed(terms)) }
}

extension [SubscriptionOverview] {
  /// The folders in which feeds lie, at any depth, those of the most feeds first.
  var folders: [String] {
    var feeds: [String: Int] = [:]
    for overview in self { for folder in Set(overview.subscription.folders) { feeds[folder, default: 0] += 1 } }
    return feeds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
