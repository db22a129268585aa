import NewsModel
import Testing

@testable import Dashboard

/// `S` ranks the results of a search.
@Suite struct ListOrderSessionTests {
  private func searched(_ text: String = "公司", articles: [Article] = SampleNews.articles()) -> Session {
    var session = Session(articles: articles)
    session.type("/")
    session.enter(text)
    session.type("Enter")
    return session
  }

  private func keys(_ session: Session) -> [ArticleKey] { session.state.timeline.headlines.map(\.key) }

  @Test func resultsAreRankedAndAgainNewestFirst() {
    var session = searched()
    let newestFirst = keys(session)
    session.type("S")
    #expect(keys(session) != newestFirst)
    #expect(Set(keys(session)) == Set(newestFirst))
    #expect(session.state.timeline.selectedIndex == 0)
    session.type("S")
    #expect(keys(session) == newestFirst)
  }

  @Test func theTitleSaysSoAndRowsShowTheirDates() {
    var session = searched()
    #expect(!session.text.contains("按相关度"))
    session.type("S")
    #expect(session.lines.contains { $0.contains("搜索“公司” 1/") && $0.contains("按相关度") })
    let rows = session.state.timeline.visibleRows(height: 100, in: SampleNews.zone)
    #expect(rows.allSatisfy { if case .headline = $0 { true } else { false } }, "no lines between days")
    let yesterday = session.state.timeline.headlines.prefix(20).map { CivilTime($0.published, in: SampleNews.zone) }
      .first { $0.dayNumber != CivilTime(SampleNews.now, in: SampleNews.zone).dayNumber }
    #expect(yesterday.map { session.text.contains($0.monthAndDay + " ") } ?? false)
  }

  @Test func theSelectionStaysOnItsArticleInItsRow() {
    var session = searched()
    session.type("j j j j j j j j j j j j")
    let key = session.state.timeline.selectedKey
    session.type("S")
    #expect(session.state.timeline.selectedKey == key)
    session.type("S")
    #expect(session.state.timeline.selectedKey == key)
  }

  @Test func whatIsReadStaysSelected() {
    var session = searched()
    session.type("Enter")
    let key = session.state.timeline.selectedKey
    session.send(.command(.sortOrder))
    #expect(session.state.timeline.selectedKey == key)
    #expect(session.state.reader.article?.headline.key == key)
  }

  @Test func aNarrowerFilterKeepsTheOrder() {
    var session = searched()
    session.type("S U")
    #expect(session.state.timeline.isRanked)
    session.type("/")
    session.enter("增长")
    #expect(session.state.timeline.isRanked)
    session.type("Esc")
    #expect(session.state.timeline.isRanked)
    session.type("/")
    session.enter("增长")
    session.type("Enter Esc")
    #expect(session.state.timeline.isRanked, "back returns to the order, too")
    session.type("c")
    #expect(!session.state.timeline.isRanked)
  }

  @Test func onlyWordsCanBeRanked() {
    var session = Session()
    session.type("U S")
    #expect(session.text.contains("搜索后才能"))
    #expect(session.state.feed.order == .query(.published))
  }

  /// News of six days that arrived the other way round, what is oldest last; of every ninth it is not known when.
  private func arrived(_ count: Int = 120) -> Session {
    var articles = SampleNews.articles(count)
    for index in articles.indices where !index.isMultiple(of: 9) {
      articles[index].headline.arrived = SampleNews.now - Int64(count - index) * 1_800
    }
    return Session(articles: articles)
  }

  private func filtered(_ text: String, _ session: Session) -> Session {
    var session = session
    session.type("f")
    session.enter(text)
    session.type("Enter")
    return session
  }

  @Test(arguments: ["sort:oldest", "sort:arrived", "排序：发布"])
  func aFilterSaysInWhichOrderAndTheReaderGoesThroughAllOfIt(text: String) throws {
    let plain = arrived(1_500)
    var session = filtered(text, plain)
    let order = session.state.filter.order
    let expected = plain.library.articles.map(\.headline).sorted { order.puts($0.place, before: $1.place) }.map(\.key)
    #expect(keys(session) == Array(expected.prefix(keys(session).count)))
    #expect(session.state.timeline.selectedPosition == 1 && session.state.timeline.total == 1_500)
    session.type(":")
    session.enter("1351")
    session.type("Enter")
    #expect(session.state.timeline.selectedKey == expected[1_350])
    #expect(session.state.timeline.selectedPosition == 1_351)
    session.type("G")
    #expect(session.state.timeline.selectedKey == expected[1_499])
    session.type(":")
    session.enter("700")
    session.type("Enter")
    #expect(session.state.timeline.selectedKey == expected[699])
    let position = try #require(session.state.timeline.firstPosition)
    #expect(keys(session) == Array(expected[position...].prefix(keys(session).count)))
  }

  @Test func linesTellTheDaysOfPublishingAndNoneInTheOrderOfArrival() {
    let oldest = filtered("sort:oldest", arrived())
    #expect(oldest.text.contains("旧的在前"))
    let timeline = oldest.state.timeline
    let rows = timeline.visibleRows(height: 400, in: SampleNews.zone)
    let days = rows.compactMap { if case .day(let day) = $0 { day } else { nil } }
    #expect(!days.isEmpty && days.map(\.dayNumber) == days.map(\.dayNumber).sorted())
    for day in days {
      let count = timeline.headlines.count { CivilTime($0.published, in: SampleNews.zone).dayNumber == day.dayNumber }
      #expect(timeline.count(of: day, in: SampleNews.zone) == count)
    }
    let arrivals = filtered("sort:arrived", arrived())
    #expect(arrivals.text.contains("按收到时间"))
    #expect(
      arrivals.state.timeline.visibleRows(height: 400, in: SampleNews.zone).allSatisfy {
        if case .headline = $0 { true } else { false }
      })
  }

  @Test func aDateIsFoundInEveryOrder() throws {
    for text in ["sort:oldest", "sort:arrived"] {
      var session = filtered(text, arrived())
      session.type(":")
      session.enter("2026-03-17")
      session.type("Enter")
      let selected = try #require(session.state.timeline.selected)
      let moment = text == "sort:arrived" ? try #require(selected.arrived) : selected.published
      let end = CivilTime(year: 2026, month: 3, day: 18).timestamp(in: SampleNews.zone)
      #expect(moment < end)
      let later = session.state.timeline.headlines.filter {
        let other = text == "sort:arrived" ? $0.arrived : $0.published
        return other.map { moment < $0 && $0 < end } ?? false
      }
      #expect(later.isEmpty, "none is nearer")
    }
  }

  @Test func theOrderIsATermOfTheFilterThatWasTyped() {
    var session = Session()
    session.type("f")
    session.enter("公司 since:7d")
    session.type("Enter S")
    #expect(session.state.filterText == "公司 since:7d sort:relevance")
    #expect(session.state.timeline.isRanked)
    session.type("S")
    #expect(session.state.filterText == "公司 since:7d")
    session.type("/")
    session.enter("sort:oldest")
    session.type("Enter /")
    session.enter("sort:arrived")
    session.type("Enter")
    #expect(session.state.filterText == "公司 since:7d sort:arrived", "the order that was typed last holds")
    session.type("/")
    session.enter("a sort:oldest sort:arrived")
    #expect(session.text.contains("只能有一种排序"))
  }

  @Test func newsThatComeLeaveTheListInItsOrder() throws {
    var session = filtered("sort:oldest", arrived())
    let before = keys(session)
    var new = session.library.articles[0]
    (new.headline.id, new.headline.key) = (ArticleID(new.headline.id.rawValue + 5), ArticleKey(9_999))
    session.library.articles.insert(new, at: 0)
    _ = try session.library.apply(StatusChange(.star, of: [before[0]]))
    session.send(.libraryChanged)
    #expect(keys(session) == before)
    #expect(session.state.timeline.headlines[0].status.isStarred)
    #expect(session.state.timeline.waitingCount == 1)
  }

  @Test func theFilterMenuOffersIt() {
    var session = searched()
    session.type("F")
    session.enter("按相关")
    session.type("Enter")
    #expect(session.state.timeline.isRanked)
  }

  @Test func aChangeOfTheStoreLeavesRanksAndLength() throws {
    var session = searched()
    session.type("S")
    let ranked = keys(session)
    session.library.articles.removeFirst(30)
    _ = try session.library.apply(StatusChange(.star, of: [ranked[0]]))
    session.send(.libraryChanged)
    #expect(keys(session) == ranked)
    #expect(session.state.timeline.waitingCount == 0)
  }
}
