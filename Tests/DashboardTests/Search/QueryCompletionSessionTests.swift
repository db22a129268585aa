import NewsModel
import Testing

@testable import Dashboard

/// What Tab makes of a query that is being typed.
@Suite struct QueryCompletionSessionTests {
  private func typing(_ text: String) -> Session {
    var session = Session()
    session.type("f")
    session.enter(text)
    return session
  }

  @Test(arguments: [
    ("tag:xnyc", Query.tag("新能源车")), ("标签：yh", .tag("央行")), ("tag:能源", .tag("新能源车")), ("source:xhcj", .source("星海财经")),
    ("-tag:“xf", .not(.tag("消费金融"))), ("is:未", .unread), ("状态：sta", .starred),
  ])
  func namesAreFoundByLettersAndByReading(text: String, query: Query) {
    var session = typing(text)
    session.type("Tab Enter")
    #expect(session.state.filter == query)
  }

  @Test func namesAreListedBelowTheLine() {
    let session = typing("tag:x")
    #expect(session.lines[39].contains("新能源车  消费金融") || session.lines[39].contains("消费金融  新能源车"))
  }

  @Test func namesAreAskedForOnceAField() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("f")
    session.enter("tag:x")
    let asked = session.waiting(CompletionRequest.self).filter { $0.field == .tag }
    #expect(asked.count == 1)
    session.enter(" source:")
    #expect(session.waiting(CompletionRequest.self).contains { $0.field == .source })
  }

  @Test func datesAndFieldsHaveTheirWords() {
    #expect(typing("since:7").lines[39].contains("7天  7d"))
    #expect(typing("标").lines[39].contains("标签：  标题："))
  }

  @Test func pickersFindNamesByReading() {
    var session = Session()
    session.type("t")
    session.enter("xfjr")
    session.type("Enter")
    #expect(session.state.filter == .tag("消费金融"))
  }
}
