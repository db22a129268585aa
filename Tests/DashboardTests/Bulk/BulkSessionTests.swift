import NewsModel
import Testing

@testable import Dashboard

/// What is done to all that is listed: asked before, told while it goes on, undone by one key.
@Suite struct BulkSessionTests {
  private func unread(_ session: Session) -> Int { session.library.articles.count { !$0.headline.status.isRead } }

  /// Chooses an entry of the menu by its words.
  private func choose(_ words: String, in session: inout Session) {
    session.type("b")
    session.enter(words)
    session.type("Enter")
  }

  @Test func markingAllReadAsksAndIsUndone() {
    var session = Session()
    session.type("A")
    #expect(session.text.contains("将80条新闻标为已读？  y 确定  n 取消"))
    session.type("n")
    #expect(unread(session) == 80)
    session.type("A y")
    #expect(unread(session) == 0)
    #expect(session.text.contains("已将80条标为已读，按 u 撤销"))
    #expect(session.state.timeline.headlines.allSatisfy { $0.status.isRead })
    session.type("u")
    #expect(unread(session) == 80)
    #expect(session.text.contains("已撤销，80条已恢复"))
    #expect(session.state.timeline.headlines.count { !$0.status.isRead } == 80)
  }

  @Test func theMenuConcernsWhatTheSearchFound() {
    var session = Session()
    session.type("/")
    session.enter("title:召回")
    session.type("Enter b")
    #expect(session.text.contains("批量更改 · “召回” · 10条"))
    session.type("Esc")
    choose("加星标", in: &session)
    #expect(session.text.contains("为“召回”的6条新闻加星标？"), "four have their star already")
    session.type("y")
    #expect(session.state.timeline.headlines.allSatisfy { $0.status.isStarred })
    session.type("u")
    #expect(session.state.timeline.headlines.count { $0.status.isStarred } == 4)
  }

  @Test func allGetATagAndLoseItAgain() {
    var session = Session()
    session.type("/")
    session.enter("title:召回")
    session.type("Enter")
    choose("加标签", in: &session)
    session.enter("召回事件")
    session.type("Enter y")
    #expect(session.state.timeline.headlines.allSatisfy { $0.ownTags == ["召回事件"] })
    choose("删标签", in: &session)
    session.enter("召回事件")
    session.type("Enter y")
    #expect(session.state.timeline.headlines.allSatisfy { $0.ownTags.isEmpty })
    session.type("u u")
    #expect(session.state.timeline.headlines.allSatisfy { $0.ownTags.isEmpty })
  }

  @Test func whatIsMutedLeavesTheListAndComesBack() {
    var session = Session()
    session.type("/")
    session.enter("title:召回")
    session.type("Enter")
    choose("屏蔽", in: &session)
    session.type("y")
    #expect(session.state.timeline.headlines.isEmpty)
    session.type("u")
    #expect(session.state.timeline.headlines.count == 10)
  }

  @Test func theNumberMayBeUnknownWhenTheReaderAgrees() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("A")
    #expect(session.text.contains("将全部新闻标为已读？"))
    session.type("y")
    #expect(session.waitingBulk.count == 1)
  }

  @Test func whereNothingIsToBeChangedNothingIsAsked() {
    var session = Session()
    session.type("A y A")
    #expect(session.state.overlays.shown == nil)
    #expect(session.text.contains("没有可更改的新闻"))
  }

  @Test func progressIsShownAndTheChangeCanBeStopped() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("A y")
    #expect(session.lines[0].contains("标为已读 50%"))
    session.type("m")
    #expect(session.state.timeline.headlines[0].status.isRead, "marks do not wait for it")
    session.type("A")
    #expect(session.text.contains("批量更改仍在进行，按 b 停止"))
    session.type("b Enter")
    #expect(session.outside.contains(.stopBulk))
    let outcome = BulkOutcome(articles: 12, undoStep: UndoStep.ID(rawValue: 7), wasCancelled: true)
    session.send(.bulkEnded(.changed(BulkRequest([.read], matching: .all), outcome)))
    #expect(session.text.contains("已停止，已将12条标为已读，按 u 撤销"))
    #expect(!session.lines[0].contains("50%"))
  }

  @Test func aFailureIsToldAndTheListReadAnew() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("A y")
    session.isLibrarySlow = false
    session.send(.bulkEnded(.failed("磁盘已满")))
    #expect(session.text.contains("磁盘已满"))
    #expect(session.state.timeline.headlines.count { !$0.status.isRead } == 80)
  }

  @Test func aChangeBeforeTheRestartIsUndoneAfterAQuestion() {
    var session = Session()
    session.type("A y")
    var next = Session(articles: session.library.articles)
    next.library = session.library
    next.type("u")
    #expect(next.text.contains("撤销 03-18 09:41 的更改（80条，标为已读）？"))
    next.type("y")
    #expect(unread(next) == 80)
    next.type("u")
    #expect(next.text.contains("没有可撤销的操作"))
  }

  @Test func manyKeysDoNotReachTheScreen() {
    var session = Session()
    session.type("A y")
    #expect(session.state.undoStack.entries.count == 1)
    if case .bulk = session.state.undoStack.entries[0] {} else { Issue.record("the keys belong to the store") }
  }
}
