import NewsModel
import Testing

@testable import Dashboard

@Suite struct SavedSessionTests {
  private static let kept = SavedCollection(queries: [
    SavedQuery(name: "电池", text: "固态电池 since:30d"), SavedQuery(name: "新股", text: "tag:IPO"),
    SavedQuery(name: "出口", text: "新能源车出口 is:unread"),
  ])

  private func names(_ session: Session) -> [String] { session.library.kept.queries.map(\.name) }

  @Test func thePageSaysHowSomethingGetsThere() {
    var session = Session()
    session.type("2")
    #expect(session.text.contains("还没有已存查询。在资讯页按 / 搜索或按 f 筛选，再按 w 保存"))
    #expect(session.text.contains("还没有规则。按 a 新建"))
    session.type("1")
    #expect(session.state.page == .news)
  }

  @Test func queriesAreListedWithTheirCounts() {
    var session = Session(collection: Self.kept)
    session.type("2")
    #expect(session.text.contains("已存查询 1/3"))
    #expect(session.line("▶ 电池", "固态电池 起：30天", "10 / 10 │"))
    #expect(session.line("  新股", "标签：IPO", "20 / 40 │"))
  }

  @Test func countsComeOneAfterTheOtherBesideTheScreen() {
    var session = Session(collection: Self.kept)
    session.isLibrarySlow = true
    session.type("2")
    session.answerWaiting()
    #expect(session.waiting(SavedTotalsRequest.self).count == 1)
    #expect(session.line("▶ 电池", "… │"))
    for _ in 0..<3 { session.answerWaiting() }
    #expect(session.line("  出口", "10 / 10 │"))
    #expect(!session.hasWaitingRequests)
  }

  @Test func countsFollowTheStore() {
    var session = Session(collection: Self.kept)
    session.type("2")
    session.library.articles.removeFirst(12)
    session.send(.libraryChanged)
    session.pass(milliseconds: 1_000)
    #expect(session.line("▶ 电池", "9 / 9 │"))
  }

  @Test func onAWideScreenTheNewsOfTheSelectionIsShown() {
    var session = Session(collection: Self.kept)
    session.type("2")
    #expect(!session.text.contains("云杉动力"))
    session.pass(milliseconds: 150)
    #expect(session.text.contains("最新 · 电池"))
    #expect(session.text.contains("云杉动力召回首批固态电池"))
    session.type("G")
    session.pass(milliseconds: 150)
    #expect(session.text.contains("新能源车出口连续五个月增长"))
    #expect(!session.text.contains("云杉动力"))
  }

  @Test func aQueryOpensAsTheFilterUnderItsName() {
    var session = Session(collection: Self.kept)
    session.type("2 j Enter")
    #expect(session.state.page == .news)
    #expect(session.state.filter == .tag("IPO"))
    #expect(session.text.contains("查询“新股” 1/40"))
    #expect(session.text.contains("筛选：标签：IPO"))
    session.type("U")
    #expect(!session.text.contains("“新股”"))
    session.type("Esc")
    #expect(session.text.contains("查询“新股”"))
    session.type("Esc")
    #expect(session.state.filter == .all)
  }

  @Test func aSearchIsSavedAsItWasTyped() {
    var session = Session()
    session.type("U /")
    session.enter("央行 since:7d")
    session.type("Enter w")
    #expect(session.lines.contains("保存为：央行"))
    session.type("C-u")
    session.enter("央行动态")
    session.type("Enter")
    #expect(session.library.kept.queries == [SavedQuery(name: "央行动态", text: "is:unread 央行 since:7d")])
    #expect(session.text.contains("已保存查询“央行动态”，按 2 查看"))
    #expect(session.text.contains("查询“央行动态”"))
  }

  @Test func alternativesKeepTheirParenthesesBesideAFilter() {
    var session = Session()
    session.type("U /")
    session.enter("央行 OR 原油")
    session.type("Enter w Enter")
    #expect(session.library.kept.queries.map(\.text) == ["is:unread (央行 OR 原油)"])
  }

  @Test func withoutAFilterThereIsNothingToSave() {
    var session = Session()
    session.type("w")
    #expect(session.state.overlays.shown == nil)
    #expect(session.text.contains("请先搜索或筛选"))
  }

  @Test func savingUnderAKnownNameReplacesAndIsUndone() {
    var session = Session(collection: Self.kept)
    session.type("U w C-u")
    session.enter("新股")
    session.type("Enter")
    #expect(session.library.kept.queries[1].text == "is:unread")
    session.type("u")
    #expect(session.library.kept == Self.kept)
  }

  @Test func queriesAreRenamedMovedEditedAndDeletedWithUndo() {
    var session = Session(collection: Self.kept)
    session.type("2 J")
    #expect(names(session) == ["新股", "电池", "出口"])
    #expect(session.text.contains("已存查询 2/3"))
    session.type("K d")
    #expect(names(session) == ["新股", "出口"])
    #expect(session.text.contains("已删除“电池”，按 u 撤销"))
    session.type("u")
    #expect(session.library.kept == Self.kept)
    session.type("g g r C-u")
    session.enter("货币政策")
    session.type("Enter e")
    session.enter(" is:neu")
    #expect(session.text.contains("“neu”"))
    session.type("Backspace Backspace Backspace")
    session.enter("unread")
    session.type("Enter")
    #expect(session.library.kept.queries[0] == SavedQuery(name: "货币政策", text: "固态电池 起：30天 is:unread"))
    session.type("u u")
    #expect(session.library.kept == Self.kept)
  }

  @Test func aQueryThatNoLongerMeansAnythingSaysSo() {
    let broken = SavedCollection(queries: [SavedQuery(name: "坏的", text: "labels:red")])
    var session = Session(collection: broken)
    session.type("2")
    #expect(session.text.contains("没有字段“labels”"))
    session.type("Enter")
    #expect(session.state.page == .saved)
  }

  @Test func whatTheStoreRefusesIsReadAnew() {
    var session = Session(collection: Self.kept)
    session.type("2")
    session.isLibrarySlow = true
    session.type("d")
    session.isLibrarySlow = false
    session.library.kept = Self.kept
    session.send(.savedChangeFailed("磁盘已满"))
    #expect(session.text.contains("磁盘已满"))
    #expect(session.text.contains("已存查询 1/3"))
  }

  @Test func thePageIsSmallOnASmallScreen() {
    var session = Session(width: 40, height: 10, collection: Self.kept)
    session.type("2")
    #expect(session.line("▶ 电池", "10 / 10"))
    session.type("G Enter")
    #expect(session.state.filter == .and([.text("新能源车出口"), .unread]))
  }
}
