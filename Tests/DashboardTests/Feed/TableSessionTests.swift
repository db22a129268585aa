import NewsModel
import Terminal
import Testing
import TextBasics
import Wording

@testable import Dashboard

/// `v` shows the list as a table, which is sorted by any of its columns.
@Suite struct TableSessionTests {
  private func session(width: Int = 120, height: Int = 40, language: Language = .zhHans) -> Session {
    Session(width: width, height: height, articles: SampleEvents.articles, language: language)
  }

  private func keys(_ session: Session) -> [Int64] { session.state.timeline.headlines.map(\.key.rawValue) }

  /// Whether a row holds all of the texts.
  private func has(_ session: Session, _ texts: String...) -> Bool {
    let lines = session.lines
    return lines.contains { line in texts.allSatisfy(line.contains) }
  }

  /// The row of the names of the columns.
  private func head(_ session: Session) throws -> (line: String, rect: Rect) {
    let rect = try #require(session.state.arrangement.panes[.feed]?.head)
    return (session.lines[rect.y], rect)
  }

  @Test func aRowSaysWhoWhatAndHowMuch() throws {
    var session = session()
    session.type("v")
    #expect(try ["时间▼", "公司", "事件", "金额", "幅度", "倾向", "来源", "标题"].allSatisfy(try head(session).line.contains))
    #expect(has(session, "贵州茅台 600519.SH", "回购", "15–30亿元", "正面", "贵州茅台拟回购"))
    #expect(has(session, "宁德时代 300750.SZ+2", "增持", "2%", "正面"))
    #expect(has(session, "回购+1", "10.02亿港元"))
    #expect(has(session, "609901.SH", "预减", "-45%~-35%", "负面"))
    #expect(has(session, "4.23万辆"))
    #expect(has(session, "3,200万股"))
    #expect(has(session, "1,850元/股"))
  }

  @Test func numbersEndInOneColumn() {
    var session = session()
    session.type("v")
    let ends = ["15–30亿元", "10.02亿港元", "4.23万辆"].compactMap { number -> Int? in
      session.lines.first { $0.contains(number) }.flatMap { line in
        line.range(of: number).map { session.columns(line[..<$0.upperBound]) }
      }
    }
    #expect(ends.count == 3 && Set(ends).count == 1)
  }

  @Test func theTableHasTheWidthOfTheScreen() throws {
    var session = session()
    session.type("v")
    #expect(try head(session).rect.width == 120)
    session.resize(width: 200, height: 60)
    #expect(try head(session).rect.width == 200)
  }

  @Test func columnsGoInAFixedOrderWhereRoomIsScarce() {
    func columns(_ width: Int) -> [TableColumn] {
      TablePlace.places(rowWidth: width, showsDates: false, language: .zhHans).map(\.column)
    }
    #expect(columns(120) == TableColumn.allCases)
    #expect(columns(80) == [.time, .company, .event, .amount, .change, .tone, .title])
    #expect(columns(66) == [.time, .company, .event, .amount, .title])
    #expect(columns(40) == [.time, .event, .title])
    #expect(columns(24) == [.time, .title])
    for width in 0...300 {
      let places = TablePlace.places(rowWidth: width, showsDates: true, language: .en)
      #expect(places.allSatisfy { $0.x + $0.width <= max(width, 18) }, "\(width)")
    }
  }

  @Test func theSelectionStaysOnItsArticle() {
    var session = session()
    session.type("j j j v")
    #expect(session.state.timeline.selectedKey == ArticleKey(4))
    session.type("> >")
    #expect(session.state.timeline.selectedKey == ArticleKey(4))
    session.type("v")
    #expect(session.state.timeline.selectedKey == ArticleKey(4))
    #expect(keys(session) == Array(1...10))
  }

  @Test func keysMoveTheSortAndTurnIt() throws {
    var session = session()
    session.type("v > > >")
    #expect(try head(session).line.contains("金额▼"))
    // Yuan, then other money, then shares, prices and what else is counted, then what has no amount.
    #expect(keys(session) == [1, 9, 4, 7, 8, 6, 2, 3, 5, 10])
    session.type("S")
    #expect(try head(session).line.contains("金额▲"))
    #expect(keys(session) == [9, 1, 4, 7, 8, 6, 2, 3, 5, 10])
    #expect(has(session, "按金额▲"))
    session.type("< <")
    #expect(try head(session).line.contains("公司▲"))
    session.type("<")
    #expect(keys(session) == Array(1...10))
  }

  @Test func percentagesAndToneAreSorted() {
    var session = session()
    session.type("v > > > >")
    #expect(Array(keys(session).prefix(2)) == [2, 5])
    session.type(">")
    #expect(keys(session) == [1, 2, 4, 8, 9, 5, 6, 3, 7, 10])
  }

  @Test func theOldestCanStandFirst() throws {
    var session = session()
    session.type("v S")
    #expect(keys(session) == (1...10).reversed())
    #expect(has(session, "旧的在前"))
    #expect(try head(session).line.contains("时间▲"))
    #expect(session.state.filter == .sort(.oldest))
    session.type("S")
    #expect(keys(session) == Array(1...10))
    #expect(session.state.filter == .all)
  }

  @Test func aClickOnAColumnSortsByIt() throws {
    var session = session()
    session.type("v")
    let (line, rect) = try head(session)
    let name = try #require(line.range(of: "金额"))
    let click = MouseEvent(.click, at: Point(x: session.columns(line[..<name.lowerBound]), y: rect.y))
    session.send(.input(.mouse(click)))
    #expect(try head(session).line.contains("金额▼"))
    session.send(.input(.mouse(click)))
    #expect(try head(session).line.contains("金额▲"))
  }

  @Test func whatIsSortedOfALongListIsTold() {
    let list = SortedList(query: .all, order: ColumnOrder(.amount))
    let part = SortedHeadlines(headlines: SampleEvents.articles.map(\.headline), isPart: true)
    var session = session()
    session.type("v > >")
    session.isLibrarySlow = true
    session.type(">")
    #expect(session.waiting(SortedFeedRequest.self) == [SortedFeedRequest(list: list)])
    #expect(throws: Never.self) { try session.answer(SortedFeedRequest(list: list), with: part) }
    #expect(has(session, "按金额▼ · 仅最新10条"))
  }

  @Test func noMoreIsSortedThanIsSaid() throws {
    let count = SortedList.capacity + 5
    let articles = (0..<count).map { index in
      Article(
        headline: Headline(
          id: ArticleID(Int64(count - index)), key: ArticleKey(Int64(index + 1)), title: "新闻\(index)",
          published: SampleNews.now - Int64(index)))
    }
    let session = Session(articles: articles)
    let newest = try SortedList(query: .all, order: ColumnOrder(.title)).read(from: session.library)
    #expect(newest.isPart && newest.headlines.count == SortedList.capacity)
  }

  @Test func theEventThatTheFilterAsksForStandsInTheRow() {
    var session = session()
    session.type("f")
    session.enter("event:预增")
    session.type("Enter v")
    #expect(has(session, "预增+1", "20–25%"))
    let text = session.text
    #expect(!text.contains("10.02亿港元  "))
  }

  @Test func enterReadsAndBackLeadsToTheTable() {
    var session = session()
    session.type("v > > > j Enter")
    #expect(session.state.focus == .reader)
    #expect(session.state.reader.article?.headline.key == ArticleKey(9))
    session.type("q")
    #expect(session.state.feed.isTable && session.state.focus == .feed)
    session.type("q")
    #expect(!session.state.feed.isTable)
    #expect(keys(session) == Array(1...10))
  }

  @Test func whatWasNarrowedInTheTableComesOffBeforeIt() {
    var session = session()
    session.type("v > > > U")
    #expect(session.state.feed.isTable && session.state.filter == .unread)
    #expect(session.state.feed.columnOrder == ColumnOrder(.amount))
    session.type("Esc")
    #expect(session.state.feed.isTable && session.state.filter == .all)
    session.type("Esc")
    #expect(!session.state.feed.isTable)
  }

  @Test func aTableOfAFilterIsLeftBeforeTheFilter() {
    var session = session()
    session.type("U v Esc")
    #expect(!session.state.feed.isTable && session.state.filter == .unread)
  }

  @Test func aFilterThatIsGoneBackToHasNoOrderOfATableThatIsLeft() {
    var session = session()
    session.type("v > > > U v C-o")
    #expect(session.state.feed.order == .query(.published))
    #expect(keys(session) == Array(1...10))
  }

  @Test func keysOfTheListWorkInTheTable() {
    var session = session()
    session.type("v j m")
    #expect(session.state.timeline.headlines[1].status.isRead)
    session.type("?")
    session.enter("右边一列")
    #expect(has(session, "按右边一列排序"))
  }

  @Test func inTheListTheKeysOfTheTableMeanWhatTheyDid() {
    var session = session()
    session.type("S")
    #expect(has(session, "搜索后才能按相关度排序"))
    session.type(">")
    #expect(session.state.feed.columnOrder == ColumnOrder(.time))
  }

  @Test func theStatisticsLeadToTheTableOfWhatIsListed() {
    var session = session()
    session.type("v 3 v")
    #expect(session.state.page == .news && session.state.feed.isTable)
  }

  @Test func theTableIsExported() {
    var session = session()
    session.type("v e")
    #expect(has(session, "表格导出到：newstape.csv"))
    #expect(has(session, ".csv  .tsv  .json  .jsonl"))
    session.type("Enter")
    let requests = session.outside.compactMap { if case .export(let request, _) = $0 { request } else { nil } }
    #expect(requests == [ExportRequest(.table(.all), to: "newstape.csv", title: "")])
    session.send(.exportEnded(.unknownFormat(ExportRequest(.table(.all), to: "x", title: ""))))
    #expect(has(session, "表格导出到：x"))
  }

  @Test func newFacetsComeIntoTheRows() throws {
    var session = session()
    session.type("v > > >")
    session.library.articles[2].headline.facets.events = [
      EventValue(kind: .buyback, amount: Amount(range: 9e9...9e9, unit: .currency("CNY")))
    ]
    session.send(.libraryChanged)
    #expect(has(session, "90亿元"))
  }

  @Test func aStepDrawsTwoRowsAnew() {
    var session = session()
    session.type("v j")
    var renderer = FrameRenderer()
    _ = renderer.frame(of: session.state)
    session.type("j")
    let frame = renderer.frame(of: session.state)
    #expect(renderer.cache.reusedHeadlines == 8)
    #expect(frame.buffer == session.state.render().buffer)
  }
}

extension Session {
  fileprivate func columns(_ text: Substring) -> Int {
    state.presentation.widths.columns(SafeText(String(text)))
  }
}
