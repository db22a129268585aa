import Foundation
import NewsModel
import Testing

@Suite struct QueryTests {
  @Test func aConjunctionOfNothingIsEverything() {
    #expect(Query.allOf([]) == .all)
    #expect(Query.allOf([.all, .and([]), .and([.all])]) == .all)
  }

  @Test func aConjunctionOfOneIsThatOne() {
    #expect(Query.allOf([.all, .unread]) == .unread)
    #expect(Query.allOf([.unread, .and([.unread])]) == .unread)
  }

  @Test func nestedConjunctionsAreFlattened() {
    #expect(
      Query.allOf([.tag("锂电"), .and([.unread, .and([.starred, .tag("锂电")])]), .or([.read, .stub])])
        == .and([.tag("锂电"), .unread, .starred, .or([.read, .stub])]))
  }

  @Test func termsInsideOtherFormsStay() {
    #expect(Query.not(.and([.unread, .starred])).conjuncts == [.not(.and([.unread, .starred]))])
    #expect(Query.or([.all, .unread]).conjuncts == [.or([.all, .unread])])
    #expect(Query.all.conjuncts == [])
  }

  @Test func queriesComeBackFromJSON() throws {
    let query = Query.and([
      .not(.or([.tag("锂电"), .source(""), .label("聚焦")])), .unread, .read, .starred, .stub, .since(Timestamp(1)),
      .until(Timestamp(2)), .title("年报"), .all,
    ])
    #expect(try JSONDecoder().decode(Query.self, from: JSONEncoder().encode(query)) == query)
  }

  @Test(arguments: [
    (Query.all, ""), (.tag("锂电"), "tag:锂电"), (.tag("a b"), #"tag:"a b""#), (.source(""), #"source:"""#),
    (.label("说\"好\""), #"label:"说\"好\"""#), (.and([.unread, .not(.starred)]), "is:unread -is:starred"),
    (.or([.read, .stub]), "is:read OR is:stub"),
    (.and([.or([.read, .stub]), .unread]), "(is:read OR is:stub) is:unread"),
    (.not(.and([.read, .stub])), "-(is:read is:stub)"), (.title("(x)"), #"title:"(x)""#),
    (.since(Timestamp(1_655_222_400)), "since:2022-06-15"),
    (.until(Timestamp(1_655_242_929)), "until:2022-06-15T05:42:08"),
    (.until(Timestamp(1_655_242_920)), "until:2022-06-15T05:41"),
    (.until(Timestamp(1_655_308_800)), "until:2022-06-15"),
  ])
  func descriptionsAreInTheQueryLanguage(query: Query, text: String) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    #expect(query.description(in: zone) == text)
  }
}
