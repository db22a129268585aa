import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// What is asked as of a moment is what would have been answered then, whatever came since.
@Suite struct AsOfPropertyTests {
  @Test(arguments: 1...3)
  func everyAnswerIsTheOneOfThen(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var sources = ChangingSources(seed: seed)
    var answers: [(moment: Timestamp, query: Query, answer: Answer)] = []
    for _ in 1...20 {
      try sources.write(to: store)
      let moment = sources.now
      for query in [Query.all, sources.query(), sources.query()] {
        answers.append((moment, query, try Answer(store, query, sources.now)))
      }
      // Some seconds later nothing has come yet.
      answers.append((moment + 1, .all, try Answer(store, .all, sources.now)))
    }
    while try store.analyseNext(by: ChangingSources.facets) > 0 {}

    for (moment, query, expected) in answers {
      let answer = try Answer(store, .allOf([query, .asOf(moment)]), moment)

      #expect(answer.list == expected.list, "\(query) at \(moment)")
      #expect(answer.count == expected.count, "\(query) at \(moment)")
      #expect(answer.articles == expected.articles, "\(query) at \(moment)")
      #expect(answer.ranked == expected.ranked, "\(query) at \(moment)")
      #expect(answer.terms == expected.terms, "\(query) at \(moment)")
      #expect(answer.volume == expected.volume, "\(query) at \(moment)")
      #expect(answer.pages == expected.list, "\(query) at \(moment)")
      #expect(answer.arrivals == expected.arrivals, "\(query) at \(moment)")
      #expect(answer.arrivals.sorted() == expected.list.sorted(), "\(query) at \(moment)")
      #expect(answer.backwards == answer.arrivals, "\(query) at \(moment)")
      #expect(answer.oldest == expected.list.reversed(), "\(query) at \(moment)")
    }
  }
}

/// What the store says to a query, in so far as sources decide it.
private struct Answer {
  var list: [String]
  var pages: [String]
  /// In the order of arrival, read from its beginning and from its end.
  var arrivals: [String]
  var backwards: [String]
  var oldest: [String]
  var count: Int
  var articles: [String]
  var ranked: Set<String>
  var terms: [TermField: [String: Int]]
  var volume: [Int]

  init(_ store: NewsStore, _ query: Query, _ now: Timestamp) throws {
    list = try store.headlines(matching: query, from: .start, limit: 1_000).headlines.map(Self.text)
    count = try store.count(query)
    articles = try store.articles(matching: query, limit: 1_000).articles.map {
      "\($0.headline.key) \($0.summary ?? "-") \($0.blocks) \($0.byline ?? "-") \($0.related.count)"
    }
    ranked = Set(try store.mostRelevant(to: query, limit: 1_000).map(Self.text))
    terms = try store.terms(TermField.allCases, matching: query).mapValues { counts in
      Dictionary(uniqueKeysWithValues: counts.map { ($0.name, $0.count) })
    }
    let range = ChangingSources.start - 86_400..<ChangingSources.start + 20 * 86_400
    let request = StatisticsRequest(query: query, range: range, bucket: .day, fields: [.tag, .source], termLimit: 50)
    volume = try store.statistics(request, zone: .gmt).volume.map(\.count)
    pages = try Self.pages(query, from: .start, store)
    arrivals = try Self.pages(query.sorted(by: .arrived), from: .start, store)
    backwards = try Self.pages(query.sorted(by: .arrived), from: .end, store).reversed()
    oldest = try Self.pages(query.sorted(by: .oldest), from: .start, store)
  }

  private static func pages(_ query: Query, from end: PageCursor, _ store: NewsStore) throws -> [String] {
    var result: [Headline] = []
    var cursor = end
    while true {
      let page = try store.headlines(matching: query, from: cursor, limit: 5)
      result += end.leadsOn ? page.headlines : page.headlines.reversed()
      guard page.hasMore, let last = result.last else { break }
      cursor = end.leadsOn ? .after(last.place) : .before(last.place)
    }
    for index in result.indices.dropFirst(5) where query.order == .arrived {
      let position = try store.position(of: result[index].place, in: query)
      #expect(position == (end.leadsOn ? index : result.count - 1 - index), "\(query)")
      break
    }
    return result.map(text)
  }

  private static func text(_ headline: Headline) -> String {
    "\(headline.key) \(headline.title) \(headline.published.rawValue) \(headline.source ?? "-") \(headline.tags) "
      + "\(headline.isStub) \(headline.facets.companies) \(headline.facets.events.map(\.kind))"
  }
}

/// Sources that bring news, and change what they have brought, as time goes by.
private struct ChangingSources {
  static let start = Timestamp(1_709_510_400)

  private var random: SeededGenerator
  private(set) var now = start
  private var items: [Item] = []
  private var number = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed + 9_000) }

  private static let words = ["央行", "下调", "上调", "利率", "减持", "回购", "终止", "财报", "锂矿", "停牌"]
  private static let tags = ["银行", "证券", "能源"]
  private static let sources = ["晨星日报", "远帆投资报"]

  static func facets(of words: AnalysedWords) -> FacetValues {
    var facets = FacetValues()
    if words.title.contains("减持") { facets.events = [EventValue(kind: .reduction)] }
    if words.text.contains("锂矿") { facets.companies = ["600519"] }
    return facets
  }

  mutating func write(to store: NewsStore) throws {
    now = now + Int64.random(in: 2...40_000, using: &random)
    var arriving: [Item] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) { arriving.append(new()) }
    for _ in 0..<Int.random(in: 0...3, using: &random) where !items.isEmpty { arriving.append(changed()) }
    _ = try store.save(arriving, at: now, zone: .gmt)
    while try store.analyseNext(by: Self.facets) > 0 {}
    if Bool.random(using: &random) { _ = try store.indexNext() }
  }

  mutating func query() -> Query {
    switch Int.random(in: 0..<15, using: &random) {
    case 10: .trait(.table)
    case 14: .seen(since: .begun(now - 60_000))
    case 11: .trait(.flash)
    case 12: .not(.trait(.link))
    case 13: .trait(.language(.english))
    case 0: .tag(Self.tags[0])
    case 1: .source(Self.sources[0])
    case 2: .text(Self.words[Int.random(in: 0..<10, using: &random)])
    case 3: .title(Self.words[Int.random(in: 0..<10, using: &random)])
    case 4: .term(.company, "600519")
    case 5: .not(.text("利率"))
    case 6: .or([.tag(Self.tags[1]), .term(.event, EventKind.reduction.rawValue)])
    case 7: .and([.since(now - 86_400), .title("央行")])
    case 8: .stub
    default: .until(now - 20_000)
    }
  }

  private mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[Int.random(in: 0..<Self.words.count, using: &random)] }.joined()
  }

  private mutating func new() -> Item {
    number += 1
    // Now and then a clock is wrong by days.
    let lead = number.isMultiple(of: 9) ? Int64.random(in: 90_000...900_000, using: &random) : 0
    var item = Item(
      originID: "n\(number)", title: "第\(number)条" + text(3), source: Self.sources.randomElement(using: &random),
      published: now + lead - Int64.random(in: 0...100_000, using: &random),
      summary: Bool.random(using: &random) ? text(4) : nil,
      blocks: [.paragraph(text(20)), .paragraph(text(20)), .paragraph(text(20))],
      tags: [Self.tags[Int.random(in: 0..<3, using: &random)]])
    if number.isMultiple(of: 4) {
      item.related = [RelatedItem(label: nil, title: "旧闻\(number)" + text(2), summary: nil, published: now - 200_000)]
    }
    items.append(item)
    return item
  }

  private mutating func changed() -> Item {
    let index = Int.random(in: 0..<items.count, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: items[index].title = "第\(index)条改" + text(3)
    case 1: items[index].blocks[1] = .paragraph(text(20))
    case 2:
      items[index].published = items[index].published.map { $0 + Int64.random(in: -90_000...90_000, using: &random) }
    case 3: items[index].tags = [Self.tags[Int.random(in: 0..<3, using: &random)]]
    case 4: items[index].summary = text(5)
    case 5: items[index].blocks[0] = .paragraph(items[index].title + text(5))
    case 6: items[index].blocks[2] = .table([[text(1), text(1)]])
    case 7: items[index].links = [ArticleLink(text: text(1), address: "https://news.example/\(index)")]
    case 8: items[index].blocks[1] = .paragraph(String(repeating: "the bank said that profit rose ", count: 20))
    default: items[index].byline = "记者" + text(1)
    }
    return items[index]
  }
}
