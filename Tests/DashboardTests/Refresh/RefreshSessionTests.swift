import NewsModel
import Testing
import TextBasics

@testable import Dashboard

@Suite struct RefreshSessionTests {
  private func session(width: Int = 120, height: Int = 40, articles: Int = 20) -> Session {
    Session(
      width: width, height: height, articles: SampleNews.articles(articles), sources: SampleSources.overviews)
  }

  private let underWay = RefreshProgress(done: 12, total: 40, newArticles: 0, failed: 1)

  @Test(arguments: [
    (120, 40, "⟳ 12/40 ▕██▍     ▏  3月18日 周三 09:41"), (80, 24, "⟳ 12/40  03-18 周三 09:41"), (40, 10, "⟳12/40 09:41"),
  ])
  func theProgressStandsBesideTheClock(width: Int, height: Int, expected: String) {
    var session = session(width: width, height: height)
    session.type("R")
    #expect(session.refreshes == [RefreshRequest(.all)])
    session.send(.refreshProgressed(underWay))
    #expect(session.lines[0].hasSuffix(expected), "\(session.lines[0])")
  }

  @Test func theEndSaysWhatCameInAndTheLogSaysWhatFailed() {
    var session = session()
    session.type("R")
    session.send(.refreshProgressed(underWay))
    let failed = SampleSources.overviews[2].subscription
    session.send(
      .refreshEnded(
        .done(
          RefreshReport(
            progress: RefreshProgress(done: 40, total: 40, newArticles: 7, failed: 1),
            failures: [RefreshReport.Failure(failed, .hostNotFound)]))))
    #expect(session.lines.last?.contains("刷新完成：新增7条，1个失败（按 L 查看）") == true)
    #expect(!session.lines[0].contains("⟳"))
    session.type("L")
    #expect(session.text.contains("!  北辰证券报：找不到主机。"))
  }

  @Test func newsIsAnnouncedWithoutMovingTheList() {
    var session = session(articles: 40)
    session.type("j j j R")
    session.pass(milliseconds: State.previewDelay)
    let before = session.lines
    session.library.articles = (0..<7).map { newer($0) } + session.library.articles
    session.send(.refreshProgressed(RefreshProgress(done: 1, total: 2, newArticles: 7)))
    session.pass(milliseconds: Refresh.arrivalDelay)
    #expect(session.text.contains("▲ 新7条（.）"))
    #expect(session.lines[2..<20] == before[2..<20])
    session.type(".")
    #expect(session.text.contains("资讯 11/47"))
    #expect(!session.text.contains("新7条"))
    #expect(session.line(" ●", "新到的第0条"))
  }

  @Test func whatTheReaderMarksIsNotTakenForNewsNorHidesAny() {
    var session = session(articles: 40)
    session.type("U m j m j m R")
    #expect(session.text.contains("资讯 3/27"))
    session.library.articles = (0..<2).map { newer($0) } + session.library.articles
    session.send(.refreshEnded(.done(RefreshReport(progress: RefreshProgress(done: 2, total: 2, newArticles: 2)))))
    #expect(session.text.contains("▲ 新2条（.）"))
    session.type("u")
    #expect(session.text.contains("▲ 新2条（.）"))
  }

  @Test func onASmallScreenTheHintsTellOfNews() {
    var session = session(width: 40, height: 10)
    session.type("R")
    session.library.articles = (0..<7).map { newer($0) } + session.library.articles
    session.send(.refreshEnded(.done(RefreshReport(progress: RefreshProgress(done: 2, total: 2, newArticles: 7)))))
    session.pass(milliseconds: 5_000)
    #expect(session.lines.last?.hasSuffix("新7▲") == true)
  }

  @Test func newsOfABurstOfSourcesIsCountedOnce() {
    var session = session()
    session.type("R")
    session.isLibrarySlow = true
    for count in 1...9 { session.send(.refreshProgressed(RefreshProgress(done: count, total: 9, newArticles: count))) }
    #expect(!session.hasWaitingRequests)
    session.pass(milliseconds: Refresh.arrivalDelay)
    #expect(session.waiting(FeedUpdateRequest.self).count == 1)
  }

  @Test func thePageOfSourcesFollowsARefresh() {
    var session = session()
    session.type("4 C-r")
    session.library.sources[2].state.failure = nil
    session.send(.refreshProgressed(RefreshProgress(done: 1, total: 7)))
    session.pass(milliseconds: Refresh.arrivalDelay)
    #expect(session.line("  ● 北辰证券报"))
  }

  @Test func anEmptyStoreFillsByItself() {
    var session = session(articles: 0)
    #expect(session.text.contains("还没有新闻。按 a 添加订阅"))
    session.type("R")
    session.library.articles = SampleNews.articles(5)
    session.send(.refreshProgressed(RefreshProgress(done: 1, total: 2, newArticles: 5)))
    session.pass(milliseconds: Refresh.arrivalDelay)
    #expect(session.text.contains("资讯 1/5"))
  }

  @Test func escAtTheTopStopsARefresh() {
    var session = session()
    session.type("R U")
    session.send(.refreshProgressed(underWay))
    session.type("Esc")
    #expect(session.state.filter == .all)
    #expect(!session.outside.contains(.stopRefresh))
    session.type("Esc")
    #expect(session.outside.contains(.stopRefresh))
    #expect(session.text.contains("正在停止"))
    session.send(.refreshEnded(.done(RefreshReport(progress: underWay, wasCancelled: true))))
    #expect(session.text.contains("已停止刷新（12/40）：没有新增"))
  }

  @Test func aKeyStopsARefreshFromAnywhere() {
    var session = session()
    session.type("3 R C-g")
    #expect(session.outside.contains(.stopRefresh))
    session.send(.refreshEnded(.done(RefreshReport(wasCancelled: true))))
    session.type("C-g")
    #expect(session.text.contains("没有正在进行的刷新"))
  }

  @Test func oneRefreshGoesOnAtATimeAndOthersWait() {
    var session = session()
    session.type("R 4 C-r")
    #expect(session.text.contains("正在刷新"))
    session.type("R j R R")
    #expect(session.refreshes.count == 1)
    session.send(.refreshEnded(.done(RefreshReport(progress: underWay))))
    #expect(session.refreshes.last == RefreshRequest(.only([Subscription.ID(7)])))
    session.send(.refreshEnded(.done(RefreshReport(progress: RefreshProgress(done: 1, total: 1)))))
    #expect(session.refreshes.last == RefreshRequest(.only([Subscription.ID(3)])))
    session.send(.refreshEnded(.done(RefreshReport(progress: RefreshProgress(done: 1, total: 1)))))
    #expect(session.refreshes.count == 3)
    #expect(session.state.refresh.run == nil)
  }

  @Test func theFailureOfTheOneThatWasAskedForIsToldInFull() {
    var session = session()
    session.type("4 R")
    let source = SampleSources.overviews[6].subscription
    session.send(
      .refreshEnded(
        .done(
          RefreshReport(
            progress: RefreshProgress(done: 1, total: 1, failed: 1),
            failures: [RefreshReport.Failure(source, .timedOut)]))))
    #expect(session.lines.last?.contains("Meridian Desk：超时。网站过慢或暂时停机") == true)
    #expect(session.state.notices.log.count == 1, "and only once")
  }

  @Test func whatIsDueIsFetchedByItselfWithoutAWord() {
    var session = Session(articles: SampleNews.articles(20), sources: SampleSources.overviews, refreshesByItself: true)
    #expect(session.refreshes.isEmpty)
    session.pass(milliseconds: Refresh.firstDueDelay)
    #expect(session.refreshes == [RefreshRequest(.due, isAutomatic: true)])
    #expect(!session.lines[0].contains("⟳"))
    session.library.articles.insert(newer(0), at: 0)
    session.send(
      .refreshEnded(
        .done(
          RefreshReport(
            progress: RefreshProgress(done: 2, total: 2, newArticles: 1, failed: 1),
            failures: [RefreshReport.Failure(SampleSources.overviews[2].subscription, .timedOut)]))))
    #expect(session.state.notices.toast == nil)
    #expect(session.state.notices.log.count == 1)
    #expect(session.text.contains("▲ 新1条（.）"))
    session.pass(milliseconds: Refresh.dueDelay)
    #expect(session.refreshes.count == 2)
  }

  @Test func theSampleIsNeverFetched() {
    var session = Session(isSample: true, refreshesByItself: true)
    session.pass(milliseconds: Refresh.dueDelay * 3)
    #expect(session.refreshes.isEmpty)
    session.send(.storeChanged(isSample: false))
    session.pass(milliseconds: Refresh.dueDelay)
    #expect(session.refreshes.count == 1)
  }

  @Test func aReaderThatAsksDuringAnAutomaticRefreshIsServedNext() {
    var session = Session(sources: SampleSources.overviews, refreshesByItself: true)
    session.pass(milliseconds: Refresh.firstDueDelay)
    session.type("R")
    session.send(.refreshEnded(.done(RefreshReport())))
    #expect(session.refreshes == [RefreshRequest(.due, isAutomatic: true), RefreshRequest(.all)])
  }

  @Test func aRefreshThatCannotBeMadeSaysWhy() {
    var session = session()
    session.type("R")
    session.send(.refreshEnded(.failed("磁盘已满")))
    #expect(session.lines.last?.contains("磁盘已满") == true)
    session.type("R")
    #expect(session.refreshes.count == 2)
  }

  /// An article that is newer than all of the sample's.
  private func newer(_ index: Int) -> Article {
    var article = SampleNews.article(0)
    article.headline.id = ArticleID(Int64(2_000_000 - index))
    article.headline.key = ArticleKey(Int64(5_000 + index))
    article.headline.title = "新到的第\(index)条"
    article.headline.published = SampleNews.now - Int64(index)
    article.headline.status = ArticleStatus()
    return article
  }
}
