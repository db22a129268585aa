import NewsModel
import Testing

@testable import NewsStore

/// A page's list of related news and the pages themselves, in every order in which they can arrive.
@Suite struct StubTests {
  static let title = "海岚银行发布年度报告，净利润增长一成"
  static let cut = "海岚银行发布年度报告，净利"

  /// Items that arrive one after the other, each in a batch of its own or all in one.
  private func saved(_ items: [Item], inOneBatch: Bool) throws -> (TemporaryStore, SaveReport) {
    let temporary = try TemporaryStore()
    var report = SaveReport()
    for batch in inOneBatch ? [items] : items.map({ [$0] }) { report += try temporary.store.save(batch) }
    #expect(try temporary.store.check() == [])
    return (temporary, report)
  }

  private func page(_ related: RelatedItem..., minutes: Int64 = 30, title: String = "页面的标题就是这样的") -> Item {
    .sample(title, minutes: minutes, related: related)
  }

  @Test func aStubIsAHeadlineWithoutABody() throws {
    let (temporary, report) = try saved(
      [page(.sample(Self.cut, label: "聚焦", summary: "摘要"))], inOneBatch: true)
    #expect(report.new == 1 && report.stubs == 1)
    let stub = try #require(try temporary.store.onlyHeadline(Self.cut))
    #expect(stub.isStub && stub.label == "聚焦" && stub.source == nil && stub.published == noon)
    let article = try #require(try temporary.store.article(stub.key))
    #expect(article.summary == "摘要" && article.blocks.isEmpty)
  }

  @Test(arguments: [false, true], [false, true])
  func aHeadlineThatComesByItselfSaysItsSource(inOneBatch: Bool, listedFirst: Bool) throws {
    var headline = Item.sample(Self.title)
    headline.isStub = true
    headline.blocks = []
    headline.tags = ["银行"]
    let items = [headline, page(.sample(Self.cut))]
    let (temporary, report) = try saved(listedFirst ? items.reversed() : items, inOneBatch: inOneBatch)
    #expect(report.stubs == 1)
    let stub = try #require(try temporary.store.onlyHeadline(Self.title))
    #expect(stub.isStub && stub.source == "晨星日报" && stub.tags == ["银行"])

    #expect(try temporary.store.save([.sample(Self.title)]).completedStubs == 1)
    #expect(try temporary.store.count(.stub) == 0)
  }

  @Test(arguments: [false, true])
  func itsPageCompletesAStub(inOneBatch: Bool) throws {
    let (temporary, report) = try saved([page(.sample(Self.cut)), .sample(Self.title)], inOneBatch: inOneBatch)
    #expect(report.new == 1 && report.completedStubs == 1 && report.stubs == 1)
    #expect(try temporary.store.count(.all) == 2 && temporary.store.count(.stub) == 0)
    let article = try #require(try temporary.store.onlyHeadline(Self.title))
    #expect(!article.isStub && article.source == "晨星日报")
  }

  @Test(arguments: [false, true])
  func aStubThatArrivesAfterItsPageDoesNotDoubleIt(inOneBatch: Bool) throws {
    let (temporary, report) = try saved([.sample(Self.title), page(.sample(Self.cut))], inOneBatch: inOneBatch)
    #expect(report.new == 2 && report.stubs == 0)
    #expect(try temporary.store.count(.all) == 2 && temporary.store.count(.stub) == 0)
    #expect(try temporary.store.onlyHeadline(Self.title)?.isStub == false)
  }

  @Test func aCompletedStubKeepsItsKeyAndStatus() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([page(.sample(Self.cut))])
    let stub = try #require(try store.onlyHeadline(Self.cut))
    _ = try store.apply(StatusChange(.star, of: [stub.key]))

    let report = try store.save([.sample(Self.title)])

    #expect(report.keys == [stub.key])
    #expect(try store.headline(stub.key)?.title == Self.title)
    #expect(try store.headline(stub.key)?.status.isStarred == true)
  }

  @Test(arguments: [false, true], [false, true])
  func twoCutsOfOneTitleAreOneStubWithTheLongerTitle(inOneBatch: Bool, longerFirst: Bool) throws {
    let cuts = [Self.cut, String(Self.cut.dropLast(3))]
    let pages = (longerFirst ? cuts : cuts.reversed()).enumerated()
      .map { page(.sample($1), minutes: 30 + Int64($0)) }
    let (temporary, report) = try saved(pages, inOneBatch: inOneBatch)
    #expect(report.stubs == 1)
    #expect(try temporary.store.count(.stub) == 1)
    #expect(try temporary.store.onlyHeadline(Self.cut)?.isStub == true)
  }

  @Test(arguments: ["…", "...", "……"])
  func theDotsOfACutDoNotCount(dots: String) throws {
    let (temporary, report) = try saved([page(.sample(Self.cut + dots)), .sample(Self.title)], inOneBatch: false)
    #expect(report.completedStubs == 1)
    #expect(try temporary.store.count(.all) == 2)
  }

  @Test(arguments: [false, true], [false, true])
  func anotherMinuteIsAnotherArticle(inOneBatch: Bool, pageFirst: Bool) throws {
    let items = [page(.sample(Self.cut, minutes: 1)), .sample(Self.title)]
    let (temporary, report) = try saved(pageFirst ? items : items.reversed(), inOneBatch: inOneBatch)
    #expect(report.completedStubs == 0 && report.stubs == 1 && report.new == 2)
    #expect(try temporary.store.count(.stub) == 1)
  }

  @Test(arguments: [false, true], [false, true])
  func sevenCharactersAreTooFew(inOneBatch: Bool, pageFirst: Bool) throws {
    let items = [page(.sample(String(Self.title.prefix(7)))), .sample(Self.title)]
    let (temporary, report) = try saved(pageFirst ? items : items.reversed(), inOneBatch: inOneBatch)
    #expect(report.completedStubs == 0 && report.stubs == 1)
    #expect(try temporary.store.count(.stub) == 1)
  }

  @Test(arguments: [false, true])
  func eightCharactersAreEnough(pageFirst: Bool) throws {
    let items = [page(.sample(String(Self.title.prefix(8)))), .sample(Self.title)]
    let (temporary, _) = try saved(pageFirst ? items : items.reversed(), inOneBatch: false)
    #expect(try temporary.store.count(.all) == 2 && temporary.store.count(.stub) == 0)
  }

  @Test func aShortTitleThatIsNotCutIsTheSame() throws {
    let (temporary, report) = try saved([page(.sample("央行降息")), .sample("央行降息")], inOneBatch: false)
    #expect(report.completedStubs == 1)
    #expect(try temporary.store.count(.all) == 2)
  }

  @Test func ofTwoStubsNoneIsCompleted() throws {
    // Two cuts that differ, and a shorter one that both continue: nobody can tell whose it is.
    let short = String(Self.cut.prefix(8))
    let (_, report) = try saved(
      [
        page(.sample(Self.cut), minutes: 30), page(.sample(short + "另一个结尾"), minutes: 31),
        page(.sample(short), minutes: 32), .sample(Self.title),
      ], inOneBatch: false)
    #expect(report.stubs == 3 && report.completedStubs == 0 && report.new == 4)
  }

  @Test func betweenTwoArticlesAStubDoesNotChoose() throws {
    let (temporary, report) = try saved(
      [.sample(Self.title), .sample(Self.cut + "润下降", source: "东港时报"), page(.sample(Self.cut))], inOneBatch: false)
    #expect(report.stubs == 1 && report.new == 3)
    #expect(try temporary.store.save([page(.sample(Self.cut))]) == SaveReport(unchanged: 1))
  }

  @Test func foldingMakesNoDifference() throws {
    let (temporary, report) = try saved(
      [page(.sample("海嵐銀行發布年度報告,净利")), .sample(Self.title)], inOneBatch: false)
    #expect(report.completedStubs == 1)
    #expect(try temporary.store.count(.all) == 2)
  }

  @Test func theEntryForThePageItselfIsNoStub() throws {
    var own = RelatedItem.sample("页面的标题", minutes: 30)
    own.isSelf = true
    let (temporary, report) = try saved([page(own)], inOneBatch: true)
    #expect(report.stubs == 0)
    #expect(try temporary.store.count(.all) == 1)
  }

  @Test func anArticleNamesTheKeysOfItsRelatedNews() throws {
    let (temporary, report) = try saved(
      [page(.sample(Self.cut), .sample("没有时间的一条", minutes: 1)), .sample(Self.title)], inOneBatch: false)
    let article = try #require(try temporary.store.article(report.keys[0]))
    let expected = [
      try temporary.store.onlyHeadline(Self.title)?.key, try temporary.store.onlyHeadline("没有时间的一条")?.key,
    ]
    #expect(article.related.map(\.key) == expected)
  }

  @Test func relatedNewsWithoutATimeMakesNoStub() throws {
    let (temporary, report) = try saved([page(RelatedItem(title: "没有时间的一条新闻"))], inOneBatch: true)
    #expect(report.stubs == 0)
    #expect(try temporary.store.article(report.keys[0])?.related.map(\.key) == [nil])
  }
}
