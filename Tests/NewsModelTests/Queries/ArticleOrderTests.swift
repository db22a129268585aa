import Foundation
import NewsModel
import Testing

/// `sort:` says in which order a query lists, and asks nothing of an article.
@Suite struct ArticleOrderTests {
  private let parser = QueryParser(now: Timestamp(1_773_792_000), zone: .gmt)

  @Test(arguments: [
    ("sort:arrived", ArticleOrder.arrived), ("排序：收到", .arrived), ("SORT:Oldest tag:a", .oldest), ("a 排序:最旧", .oldest),
    ("sort:published", .published), ("排序：相关度 降准", .relevance), ("(a sort:oldest)", .oldest), ("a", .published),
    ("sort:arrived (a OR b) sort:arrived", .arrived),
  ])
  func aQueryHasOneOrder(text: String, order: ArticleOrder) throws {
    #expect(try parser.parse(text).order == order)
  }

  @Test(arguments: [
    ("a sort:new", QueryError(.unknownOrder("new"), at: 7..<10)),
    ("a sort: b", QueryError(.missingValue(.sort), at: 2..<7)),
    ("央行 -sort:oldest", QueryError(.misplacedOrder, at: 4..<15)),
    ("a OR sort:oldest", QueryError(.misplacedOrder, at: 5..<16)),
    ("(a OR sort:oldest) b sort:arrived", QueryError(.misplacedOrder, at: 6..<17)),
    ("-(a sort:oldest)", QueryError(.misplacedOrder, at: 4..<15)),
    ("sort:oldest a sort:arrived", QueryError(.contradictingOrder, at: 14..<26)),
    ("tag:a sort:relevance", QueryError(.nothingToRank, at: 6..<20)),
    ("-降准 sort:relevance", QueryError(.nothingToRank, at: 4..<18)),
    ("/a/ sort:relevance", QueryError(.nothingToRank, at: 4..<18)),
    ("a sorts:oldest", QueryError(.unknownField("sorts"), at: 2..<7)),
  ])
  func mistakesAreNamedWithTheirPlace(text: String, error: QueryError) {
    #expect(throws: error) { try parser.parse(text) }
  }

  @Test func theOrderIsPrintedAndShownInEitherLanguage() throws {
    let query = try parser.parse("排序：收到 tag:a")
    #expect(query.description(in: .gmt) == "sort:arrived tag:a")
    #expect(QueryTongue.chinese.worded("a sort:relevance") == "a 排序：相关度")
    #expect(QueryTongue.english.worded("排序：最旧") == "sort:oldest")
  }

  @Test func aQueryTakesAnotherOrder() throws {
    let query = try parser.parse("tag:a sort:arrived")
    #expect(query.sorted(by: .oldest) == .and([.tag("a"), .sort(.oldest)]))
    #expect(query.sorted(by: .published) == .tag("a"))
    #expect(query.withoutOrder == .tag("a"))
    #expect(query.narrowed(by: .unread) == .and([.tag("a"), .sort(.arrived), .unread]))
    #expect(query.narrowed(by: .and([.unread, .sort(.oldest)])) == .and([.tag("a"), .unread, .sort(.oldest)]))
    #expect(Query.and([.unread, .sort(.relevance)]).order == .published, "nothing is there to be scored")
  }

  @Test(arguments: [
    ("since:7d sort:relevance", "since:7d"), ("sort:arrived 降准", "降准"), ("a 排序：“收到”  b", "a b"), ("sort:oldest", ""),
    ("(a OR b) sort:oldest -c", "(a OR b) -c"), ("a b", "a b"),
  ])
  func aTextLosesItsOrder(text: String, rest: String) {
    #expect(text.withoutTerms(of: .sort) == rest)
  }

  @Test func placesStandInTheirOrder() {
    let (early, late) = (
      ArticlePlace(id: ArticleID(5), arrived: Timestamp(10)), ArticlePlace(id: ArticleID(3), arrived: Timestamp(20))
    )
    let unknown = ArticlePlace(id: ArticleID(9))
    #expect(ArticleOrder.arrived.puts(late, before: early) && ArticleOrder.arrived.puts(early, before: unknown))
    #expect(ArticleOrder.published.puts(unknown, before: early) && ArticleOrder.published.puts(early, before: late))
    #expect(ArticleOrder.oldest.puts(late, before: early) && !ArticleOrder.oldest.puts(late, before: late))
    for order in ArticleOrder.allCases {
      for place in [early, late, unknown] { #expect(order.puts(place.justBefore(in: order), before: place)) }
    }
  }
}
