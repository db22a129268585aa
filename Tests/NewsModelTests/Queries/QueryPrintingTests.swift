import Foundation
import NewsModel
import Testing

@Suite struct QueryPrintingTests {
  @Test(arguments: [
    (Query.all, ""), (.tag("锂电"), "tag:锂电"), (.tag("a b"), #"tag:"a b""#), (.source(""), #"source:"""#),
    (.label("说\"好\""), #"label:"说\"好\"""#), (.and([.unread, .not(.starred)]), "is:unread -is:starred"),
    (.or([.read, .stub]), "is:read OR is:stub"),
    (.and([.or([.read, .stub]), .unread]), "(is:read OR is:stub) is:unread"),
    (.not(.and([.read, .stub])), "-(is:read is:stub)"), (.title("(x)"), #"title:"(x)""#),
    (.not(.all), "-()"), (.or([]), "-()"), (.and([.or([.unread])]), "is:unread"),
    (.text("OR"), #""OR""#), (.text("-x"), #""-x""#), (.text("a-x"), "a-x"), (.text("12:30"), #""12:30""#),
    (.text("/x"), #""/x""#), (.text("“引”"), #""“引”""#), (.text(#"c\d"#), #"c\d"#), (.author("张三"), "author:张三"),
    (.regex("a/b|c"), #"/a\/b|c/"#), (.regex(#"\d+\\"#), #"/\d+\\/"#),
    (.since(Timestamp(1_655_222_400)), "since:2022-06-15"),
    (.since(Timestamp(1_655_222_405)), "since:2022-06-15T00:00:05"),
    (.until(Timestamp(1_655_242_929)), "until:2022-06-15T05:42:08"),
    (.until(Timestamp(1_655_242_920)), "until:2022-06-15T05:41"),
    (.until(Timestamp(1_655_308_800)), "until:2022-06-15"),
  ])
  func queriesArePrintedInTheQueryLanguage(query: Query, text: String) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    #expect(query.description(in: zone) == text)
  }

  @Test func anHourThatClocksShowTwiceIsPrintedWithItsOffset() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    // 2022-11-06, 01:30 by clocks that have been set back at 02:00.
    let second = Timestamp(1_667_716_200)
    #expect(Query.since(second - 3_600).description(in: zone) == "since:2022-11-06T01:30")
    #expect(Query.since(second).description(in: zone) == "since:2022-11-06T01:30:00-05:00")
    #expect(Query.until(second).description(in: zone) == "until:2022-11-06T01:29:59-05:00")
  }

  /// Whatever query is printed is read back as itself, and printed again in the same way.
  @Test(arguments: ["Asia/Shanghai", "America/New_York", "Europe/London"])
  func printedQueriesAreReadBack(zone: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    let parser = QueryParser(now: Timestamp(1_773_792_000), zone: zone)
    var random = RandomQueries(seed: UInt64(zone.identifier.count))
    for _ in 0..<2_000 {
      let query = random.query(depth: 4)
      let text = query.description(in: zone)
      let read = try parser.parse(text)
      #expect(read == query.simplified, "\(text)")
      #expect(read.description(in: zone) == text)
    }
  }

  /// Any text at all is either refused, with a place within it, or means a query that is printed and read back.
  @Test func textsOfAllKindsAreReadOrRefused() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let parser = QueryParser(now: Timestamp(1_773_792_000), zone: zone)
    var random = RandomQueries(seed: 11)
    var understood = 0
    for _ in 0..<5_000 {
      let text = random.text()
      switch Result(catching: { () throws(QueryError) in try parser.parse(text) }) {
      case .success(let query):
        #expect(try parser.parse(query.description(in: zone)) == query, "\(text)")
        understood += 1
      case .failure(let error): #expect(error.range.upperBound <= text.count, "\(text)")
      }
    }
    #expect(understood > 500)
  }
}
