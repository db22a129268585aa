import NewsModel
import SeededRandom

@testable import NewsStore

/// Does to a store whatever can be done to one, in random order, through one program or through several that take turns.
struct RandomWrites {
  private let programs: [NewsStore]
  /// The program whose turn it is.
  private(set) var store: NewsStore
  var random: SeededGenerator
  private var number = 0
  private var keys: [ArticleKey] = []
  private var items: [Item] = []
  private var undo: [StatusChange] = []

  /// Articles lie within so many days around the change to summer time in New York on 2024-03-10.
  static let days: Int64 = 12
  static let start = Timestamp(1_709_510_400)

  init(_ store: NewsStore, and others: NewsStore..., seed: UInt64) {
    self.store = store
    programs = [store] + others
    random = SeededGenerator(seed: seed)
  }

  mutating func write() throws {
    store = programs.randomElement(using: &random) ?? store
    switch Int.random(in: 0..<22, using: &random) {
    case 0...3: try save((0..<Int.random(in: 1...12, using: &random)).map { _ in newItem() })
    case 4: try save([changedItem()])
    case 5: try save(pageForAStub())
    case 6:
      if let key = keys.randomElement(using: &random) { try store.moveArticle(key, to: moment()) }
    case 7: undo.append(try store.markRead(matching: query(depth: 1), value: .random(using: &random)))
    case 8:
      if let change = undo.popLast() { _ = try store.apply(change) }
    case 9:
      let actions = (0..<Int.random(in: 1...3, using: &random)).map { _ in action() }
      _ = try store.apply(actions, matching: query(depth: 1))
    case 10: _ = try store.undo()
    case 11...13: try refresh()
    case 14: try changeASubscription()
    case 15...17: _ = try store.analyseNext(by: Self.facets)
    default:
      let chosen = keys.shuffled(using: &random).prefix(5)
      undo.append(try store.apply(StatusChange(action(), of: Array(chosen + chosen))))
    }
  }

  /// Facets that hang on an article's words in some way; keywords where the page brought no tags.
  private static func facets(of words: AnalysedWords) -> FacetValues {
    let number = words.title.utf8.reduce(words.text.utf8.count) { ($0 * 31 + Int($1)) % 9_973 }
    var facets = FacetValues()
    if number % 3 == 0 { facets.companies = [companies[number % companies.count]] }
    if number % 4 < 2 { facets.events = [EventValue(kind: events[number % events.count])] }
    if number % 5 < 3 { facets.topics = [.company, topics[number % topics.count]] }
    facets.tone = number % 7 < 2 ? .positive : number % 7 == 2 ? .negative : nil
    if !words.hasTags { facets.keywords = [keywords[number % keywords.count]] }
    return facets
  }

  /// Items of a feed come in, new ones and ones that were changed, and sometimes a page for one of them.
  private mutating func refresh() throws {
    guard let subscription = try subscription() else { return }
    var items = (0..<Int.random(in: 1...6, using: &random)).map { _ in newItem() } + [changedItem()]
    for index in items.indices {
      items[index].source = items[index].source ?? subscription.name
      items[index].url = "https://news.example/\(number + index)"
    }
    let saved = try store.save([FeedUpdate(id: subscription.id, state: FetchState(), items: items)])
    keys += saved[subscription.id]?.keys ?? []
    self.items += items
    if let page = try store.awaitedPages(at: .now, limit: 1).first { try store.savePage(newItem(), of: page.key) }
  }

  private mutating func changeASubscription() throws {
    guard var subscription = try subscription() else { return }
    if Bool.random(using: &random) {
      number += 1
      subscription.name = "订阅源\(number)"
      try store.update(subscription)
    } else {
      try store.unsubscribe(subscription.id, removingArticles: .random(using: &random))
    }
  }

  private mutating func subscription() throws -> Subscription? {
    if let known = try store.subscriptions().randomElement(using: &random), Bool.random(using: &random) { return known }
    number += 1
    return try store.subscribe(
      Subscription(name: "订阅源\(number)", address: "https://\(number).example/feed", fetchesArticles: true))
  }

  private mutating func action() -> StatusAction {
    let tag = (Self.tags + ["自己的标签"]).randomElement(using: &random) ?? ""
    let actions: [StatusAction] = [.read, .unread, .star, .unstar, .mute, .unmute, .tag(tag), .untag(tag)]
    return actions.randomElement(using: &random) ?? .read
  }

  private mutating func save(_ items: [Item]) throws {
    keys += try store.save(items).keys
    self.items += items
  }

  private mutating func moment() -> Timestamp {
    // Often the same few minutes, so that minutes fill up and overflow.
    Bool.random(using: &random)
      ? Self.start + Int64.random(in: 0..<3, using: &random) * 86_400 + 7_199
      : Self.start + Int64.random(in: 0..<Self.days * 86_400, using: &random)
  }

  private mutating func session() -> SessionCondition {
    SessionCondition(
      TradingSession.allCases.randomElement(using: &random) ?? .open,
      of: TradingCalendar.Exchange.allCases.randomElement(using: &random) ?? .sse)
  }

  private mutating func newItem() -> Item {
    number += 1
    let related = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      number += 1
      return RelatedItem(title: "相关新闻的标题之\(number)号", summary: "摘要", published: moment())
    }
    return Item(
      originID: Bool.random(using: &random) ? "id-\(number)" : nil,
      label: ["聚焦", "热议", nil].randomElement(using: &random) ?? nil,
      title: "新闻的标题\(number)号", source: Self.sources.randomElement(using: &random) ?? nil, published: moment(),
      blocks: [.paragraph("正文\(number)")], tags: Self.tags.filter { _ in Int.random(in: 0..<3, using: &random) == 0 },
      related: related)
  }

  private mutating func changedItem() -> Item {
    guard var item = items.randomElement(using: &random) else { return newItem() }
    if item.originID != nil, Bool.random(using: &random) { item.published = moment() }
    if Bool.random(using: &random) { item.tags = Self.tags.shuffled(using: &random).dropLast(4) }
    number += 1
    item.blocks = [.paragraph("改过的正文\(number)")]
    return item
  }

  /// The page of a stub, whose title the stub had cut short.
  private mutating func pageForAStub() throws -> [Item] {
    let stubs = try store.headlines(matching: .stub, from: .start, limit: 100).headlines
    guard let stub = stubs.randomElement(using: &random) else { return [] }
    var item = newItem()
    item.title = stub.title + "的全文"
    item.published = stub.published
    return [item]
  }

  static let sources: [String?] = ["晨星日报", "东港时报", "Harbor Wire", nil]
  static let tags = ["银行", "锂电", "消费", "年报", "IPO", "港股"]

  private static let companies = ["600519.SH", "00700.HK", "AAPL"]
  private static let events = EventKind.allCases
  private static let topics = Topic.allCases.filter { $0 != .company }
  static let keywords = ["产能", "降息", "回款", "排产"]

  private mutating func facet() -> Query {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .term(.company, Self.companies.randomElement(using: &random) ?? "")
    case 1: .term(.event, (Self.events.randomElement(using: &random)?.rawValue) ?? "")
    case 2: .term(.topic, (Topic.allCases.randomElement(using: &random)?.rawValue) ?? "")
    case 3: .term(.tone, (Tone.allCases.randomElement(using: &random)?.rawValue) ?? "")
    default: .term(.keyword, Self.keywords.randomElement(using: &random) ?? "")
    }
  }

  mutating func query(depth: Int) -> Query {
    switch Int.random(in: 0..<(depth > 0 ? 16 : 13), using: &random) {
    case 0: .all
    case 1: .unread
    case 2: .read
    case 3: .starred
    case 4: .stub
    case 5: .source((Self.sources.randomElement(using: &random) ?? nil) ?? "")
    case 6: .label(["聚焦", "热议", ""].randomElement(using: &random) ?? "")
    case 7, 8: .tag((Self.tags + ["自己的标签", "无此标签"]).randomElement(using: &random) ?? "")
    case 9:
      switch Int.random(in: 0..<4, using: &random) {
      case 0: .since(moment())
      case 1: .until(moment())
      default: .session(session())
      }
    case 10: .title(["标题1", "2号", "相关新闻", "没有"].randomElement(using: &random) ?? "")
    case 11: .muted
    case 12: facet()
    case 13: .and([query(depth: depth - 1), query(depth: depth - 1), query(depth: depth - 1)])
    case 14: .or([query(depth: depth - 1), query(depth: depth - 1)])
    default: .not(query(depth: depth - 1))
    }
  }
}
