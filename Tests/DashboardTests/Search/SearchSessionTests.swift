import NewsModel
import Testing

@testable import Dashboard

@Suite struct SearchSessionTests {
  private func titles(_ session: Session) -> [String] { session.state.timeline.headlines.map(\.title) }

  @Test func resultsReplaceTheListAsIsTypedInTitlesAndTexts() {
    var session = Session()
    session.type("/")
    session.enter("原油")
    #expect(session.state.filter == .text("原油"))
    #expect(titles(session).allSatisfy { $0.contains("原油") })
    #expect(session.text.contains("搜索“原油” 1/10"))
    session.type("Backspace Backspace")
    session.enter("密封件")
    #expect(titles(session).count == 110)
    #expect(!titles(session).contains { $0.contains("密封件") })
  }

  @Test func aSearchIsAQueryThatNarrowsTheFilter() {
    var session = Session()
    session.type("U /")
    session.enter("title:召回 OR tag:央行")
    #expect(session.state.filter == .and([.unread, .or([.title("召回"), .tag("央行")])]))
    session.type("Enter")
    #expect(session.state.filter.conjuncts.first == .unread)
    #expect(session.text.contains("筛选：状态：未读 (标题：召回 OR 标签：央行)"))
  }

  @Test func escapeGivesTheListBackWithSelectionAndScroll() {
    var session = Session()
    session.type("C-f C-f j j k k k")
    let before = session.state.timeline
    let picture = session.lines.dropLast(2)
    session.type("/")
    session.enter("召回")
    #expect(session.state.timeline.selectedIndex == 0)
    session.isLibrarySlow = true
    session.type("Esc")
    #expect(session.state.filter == .all)
    #expect(session.state.timeline.selectedKey == before.selectedKey)
    #expect(session.lines.dropLast(2) == picture)
  }

  @Test func backspaceOnTheEmptyTextGivesTheListBackToo() {
    var session = Session()
    session.type("j j /")
    session.enter("召")
    session.type("Backspace")
    #expect(session.state.filter == .all)
    #expect(session.state.timeline.selectedIndex == 2)
    session.type("Backspace")
    #expect(session.state.overlays.shown == nil)
    #expect(session.state.timeline.selectedIndex == 2)
  }

  @Test func enterKeepsTheResultsAndBackReturnsToTheRowOnScreen() {
    var session = Session()
    session.type("C-f j j j")
    let (key, row) = (session.state.timeline.selectedKey, session.state.timeline.selectedRow)
    session.type("/")
    session.enter("召回")
    session.type("Enter j")
    #expect(session.state.filter == .text("召回"))
    #expect(session.state.timeline.selectedIndex == 1)
    session.type("Esc")
    #expect(session.state.filter == .all)
    #expect(session.state.timeline.selectedKey == key)
    #expect(session.state.timeline.selectedRow == row)
  }

  @Test func eachKeyIsAnsweredAtOnceAndOlderAnswersAreDropped() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("/")
    session.enter("央")
    #expect(session.lines.contains("/央"))
    #expect(session.state.timeline.headlines.count == 120)
    let older = session.takeWaiting()
    session.enter("行")
    #expect(session.lines.contains("/央行"))
    session.answer(older)
    #expect(session.state.timeline.headlines.count == 120, "the answer to 央 is stale")
    session.answerWaiting()
    #expect(titles(session).allSatisfy { $0.contains("央行") })
  }

  @Test func aSlowSearchIsToldAndTheLastResultsStay() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("/")
    session.enter("央行")
    session.pass(milliseconds: 20)
    #expect(!session.text.contains("搜索中"))
    session.pass(milliseconds: 10)
    #expect(session.text.contains("搜索“央行” 搜索中…"))
    #expect(session.text.contains("固态电池"))
    session.answerWaiting()
    session.answerWaiting()
    #expect(!session.text.contains("搜索中"))
  }

  @Test func aSlowSearchThatIsKeptShowsNoOtherList() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("/")
    session.enter("央行")
    session.type("Enter")
    #expect(session.text.contains("固态电池"))
    session.pass(milliseconds: 30)
    #expect(session.state.timeline.headlines.isEmpty)
    #expect(session.text.contains("搜索“央行” 搜索中…"))
    session.answerWaiting()
    #expect(session.state.timeline.headlines.count == 10)
  }

  @Test func leavingASearchStopsIt() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("/")
    session.enter("央行")
    session.type("Esc")
    #expect(session.waiting(FeedPageRequest.self).isEmpty)
  }

  @Test func theNumberOfResultsIsALeastOneUntilItIsCounted() {
    var session = Session(articles: SampleNews.articles(400))
    session.isLibrarySlow = true
    session.type("/")
    session.enter("公司")
    session.answerWaiting()
    #expect(session.text.contains("搜索“公司” 1/≥50"))
    #expect(session.waiting(FeedTotalRequest.self) == [FeedTotalRequest(query: .text("公司"))])
    session.answerWaiting()
    #expect(session.text.contains("搜索“公司” 1/364"))
  }

  @Test func whatIsThereAsAWholeIsNotCounted() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("/")
    session.enter("央行")
    session.answerWaiting()
    #expect(session.text.contains("搜索“央行” 1/10"))
    #expect(!session.waiting(FeedTotalRequest.self).contains { $0.query == .text("央行") })
  }

  @Test func aMistakeHasItsCaretAndTheLastResultsStay() throws {
    var session = Session()
    session.type("/")
    session.enter("央行 labels:red")
    let line = try #require(session.lines.firstIndex { $0.hasPrefix("/央行 labels:red") })
    #expect(session.lines[line + 1].hasPrefix("      ^ 没有字段“labels”"))
    #expect(titles(session).allSatisfy { $0.contains("央行") })
    session.type("Enter")
    #expect(session.lines[line + 1].contains("没有字段"), "it stays where it can be mended")
    session.type("Esc")
    #expect(session.state.filter == .all)
  }

  @Test func aMistakeAtTheRightEdgeIsToldBeforeItsCaret() throws {
    var session = Session(width: 40, height: 10)
    session.type("/")
    session.enter("央行 央行 央行 央行 央行 is:new")
    #expect(session.lines.last?.hasSuffix("^") == true)
    #expect(session.lines.last?.contains("没有状态") == true)
  }

  @Test func aSearchThatFailsTellsWhy() throws {
    var session = Session()
    session.isLibrarySlow = true
    session.type("/")
    session.enter("央")
    try session.fail(try #require(session.waiting(FeedPageRequest.self).last), "数据库忙")
    #expect(session.lines.last?.contains("数据库忙") == true)
    #expect(session.text.contains("固态电池"))
    session.isLibrarySlow = false
    session.enter("行")
    #expect(session.lines.last?.contains("数据库忙") == false)
  }

  @Test func earlierSearchesComeBackWithTheArrows() {
    var session = Session()
    for text in ["召回", "央行"] {
      session.type("/")
      session.enter(text)
      session.type("Enter Esc")
    }
    session.type("/")
    session.enter("原")
    session.type("Up")
    #expect(session.state.filter == .text("央行"))
    session.type("Up Up")
    #expect(session.state.filter == .text("召回"))
    session.type("Down Down")
    #expect(session.state.filter == .text("原"))
    session.type("Esc")

    var next = Session(restoring: session.state.session)
    next.type("/ Up")
    #expect(next.state.filter == .text("央行"))
  }

  @Test func whatIsBeingTypedIsNotTakenUpByTheNextStart() {
    var session = Session()
    session.type("j j /")
    session.enter("央行")
    let next = Session(restoring: session.state.session)
    #expect(next.state.filter == .all)
    #expect(next.state.timeline.selectedIndex == 2)
  }

  @Test func searchingFromAnotherPageShowsTheList() {
    var session = Session()
    session.type("3 /")
    session.enter("央行")
    #expect(session.state.page == .news)
    #expect(titles(session).allSatisfy { $0.contains("央行") })
  }

  @Test func onASmallScreenTheListKeepsRoomBesideThePrompt() {
    var session = Session(width: 40, height: 10)
    session.type("/")
    session.enter("央行")
    #expect(session.lines[0].hasPrefix("搜索“央行” 1/10"))
    #expect(session.lines[8] == "/央行")
    #expect(session.lines[9].contains("应用"))
  }
}
