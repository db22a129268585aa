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

  @Test func alternativesAreFlattened() {
    #expect(Query.anyOf([.unread, .or([.starred, .or([.unread])])]) == .or([.unread, .starred]))
    #expect(Query.anyOf([.unread]) == .unread)
    #expect(Query.anyOf([.unread, .all]) == .all)
    #expect(Query.anyOf([]) == .not(.all))
    #expect(Query.anyOf([.not(.all), .unread]) == .unread)
  }

  @Test func simplifyingKeepsTheMeaningAndIsDoneOnce() {
    var random = RandomQueries(seed: 7)
    for _ in 0..<2_000 {
      let query = random.query(depth: 4)
      let simplified = query.simplified
      #expect(simplified.simplified == simplified)
      for _ in 0..<4 {
        let article = random.article()
        #expect(article.matches(simplified) == article.matches(query), "\(query)")
      }
    }
  }
}
