import NewsModel
import Testing

@testable import NewsStore

/// What the items of one body, and those of two, are to each other.
@Suite struct BodyTests {
  private let temporary: TemporaryStore
  private let store: NewsStore

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
  }

  private func item(
    _ title: String, id: String? = nil, url: String? = nil, source: String? = "晨星日报", minutes: Int64 = 0,
    text: String? = nil
  ) -> Item {
    Item(
      originID: id, url: url, title: title, source: source, published: noon + 60 + minutes * 60,
      blocks: text.map { [.paragraph($0)] } ?? [])
  }

  private static let day: Int64 = 1_440
  private static let texts = [
    "甲地今天开工建设一座大桥，全长三公里，预计两年后通车。", "乙地今年喜获丰收，粮食产量创下新高，农民收入增加。",
    "丙公司发布年报，净利润增长一成，拟每股派现两角。", "丁港口扩建工程完工，年吞吐能力翻了一番。",
  ]

  /// Saves each body by itself, and returns what became of the last.
  private func save(_ bodies: [Item]...) throws -> SaveReport {
    var report = SaveReport()
    for body in bodies { report = try store.save(body, at: noon, zone: .gmt) }
    #expect(try store.check() == [])
    return report
  }

  // MARK: Within one body

  @Test func itemsThatShareAnIDAreDifferentArticles() throws {
    let body = (0..<5).map { item("快讯\($0)", id: "same", url: "https://news.example/\($0)") }
    #expect(try save(body).new == 5)
    #expect(try save(body.reversed()) == SaveReport(unchanged: 5))
    // One that is changed is found by its address.
    var edited = body
    edited[3].title = "更正"
    #expect(try save(edited) == SaveReport(updated: 1, unchanged: 4, keys: [ArticleKey(4)]))
  }

  @Test func itemsThatShareALinkAreDifferentArticles() throws {
    let body = (0..<5).map { item("快讯\($0)", url: "https://news.example/live.html", minutes: Int64($0) * 60) }
    #expect(try save(body).new == 5)
    #expect(try save(body.reversed()) == SaveReport(unchanged: 5))
    // The page goes on: one more comes, alone or with the others.
    #expect(try save([item("快讯5", url: "https://news.example/live.html", minutes: 300)]).new == 1)
    #expect(try save([item("快讯6", url: "https://news.example/live.html", minutes: 360)] + body).new == 1)
    #expect(try store.count(.all) == 7)
  }

  @Test func oneHeadlineOnASharedPageWithOtherTextsIsSeveralArticles() throws {
    let body = Self.texts.map { item("快讯", url: "https://news.example/live.html", text: $0) }
    #expect(try save(body).new == 4)
    #expect(try save(body.reversed()) == SaveReport(unchanged: 4))
  }

  @Test func anItemThatStandsTwiceIsOneArticle() throws {
    let twice = item("标题", id: "7", text: Self.texts[0])
    #expect(try save([twice, twice]) == SaveReport(new: 1, unchanged: 1, keys: [ArticleKey(1)]))
    let link = item("另一条", id: "8", url: "https://news.example/8", text: Self.texts[1])
    var otherID = link
    otherID.originID = "9"
    #expect(try save([link, otherID]).new == 1)
    #expect(try save([link, otherID]) == SaveReport(unchanged: 2))
  }

  @Test func aCorrectionThatStandsBehindItsArticleIsThatArticle() throws {
    let first = item("标题", id: "7", text: Self.texts[0])
    let corrected = item("标题", id: "7", text: Self.texts[0] + "（更正）")
    #expect(try save([first, corrected]) == SaveReport(new: 1, updated: 1, keys: [ArticleKey(1), ArticleKey(1)]))
  }

  @Test(arguments: [
    "N/A", "none", "NULL", "-", "0", "", " ", "nan", "(null)", "无", "00000000-0000-0000-0000-000000000000",
  ])
  func whatStandsForNoneIsNoID(placeholder: String) throws {
    _ = try save([item("标题甲", id: placeholder, text: Self.texts[0])])
    #expect(try save([item("标题乙", id: placeholder, minutes: 3, text: Self.texts[1])]).new == 1)
    #expect(try store.article(ArticleKey(1))?.originID == nil)
  }

  @Test(arguments: ["#", "/", "N/A", "https://news.example", "http://news.example/index.html", "javascript:void(0)"])
  func anAddressThatLeadsToNoArticleNamesNone(address: String) throws {
    _ = try save([item("标题甲", url: address, text: Self.texts[0])])
    #expect(try save([item("标题乙", url: address, minutes: 3, text: Self.texts[1])]).new == 1)
  }

  @Test func theArticleOfAnItemIsNotTakenByOneThatComesBeforeItInTheBody() throws {
    let known = item("标题甲", id: "7", text: Self.texts[0])
    let key = try #require(try save([known]).keys.first)
    let report = try save([item("标题乙", id: "7", minutes: 9, text: Self.texts[1]), known])
    #expect(report.new == 1 && report.unchanged == 1)
    #expect(try store.headline(key)?.title == "标题甲")
  }

  @Test func twoThatWantOneArticleByItsNameAloneBothAreNew() throws {
    _ = try save([item("标题甲", id: "7", text: Self.texts[0])])
    let body = [
      item("标题乙", id: "7", minutes: 9, text: Self.texts[1]), item("标题丙", id: "7", minutes: 10, text: Self.texts[2]),
    ]
    #expect(try save(body).new == 2)
    #expect(try store.titles().sorted() == ["标题丙", "标题乙", "标题甲"].sorted())
  }

  @Test func moreThanAreLookedAtOnOnePageStayWhatTheyAre() throws {
    let body = (0...IdentityIndex.few + 40).map {
      item("第\($0)条", url: "https://news.example/list", minutes: Int64($0), text: "第\($0)条的正文")
    }
    #expect(try save(body).new == body.count)
    #expect(try save(body.reversed()) == SaveReport(unchanged: body.count))
  }

  @Test func moreThanAreLookedAtOfOneHeadlineAndOneDayStayWhatTheyAre() throws {
    let body = (0...IdentityIndex.few + 40).map { number in
      var flash = item("快讯", id: "none", url: "https://news.example/list", text: "\(number)号企业发布第\(number * 7)期公告")
      flash.published = noon - 43_200
      return flash
    }
    #expect(try save(body).new == body.count)
    #expect(try save(body.reversed()) == SaveReport(unchanged: body.count))
  }

  // MARK: Between two bodies

  @Test func theSameIDIsTheSameArticleWhateverItSays() throws {
    let first = item("标题甲", id: "7", url: "https://news.example/7", text: Self.texts[0])
    let second = item("标题乙", id: "7", url: "https://news.example/x", minutes: 2 * Self.day, text: Self.texts[1])
    #expect(try save([first], [second]) == SaveReport(updated: 1, keys: [ArticleKey(1)]))
    #expect(try store.titles() == ["标题乙"])
  }

  @Test func theSameAddressIsTheSameArticleUnlessAllElseIsOther() throws {
    let address = "https://news.example/7"
    let first = item("标题甲", url: address, text: Self.texts[0])
    let sameDay = item("标题乙", url: address, minutes: 90, text: Self.texts[1])
    #expect(try save([first], [sameDay]).updated == 1)
    let otherDay = item("标题乙", url: address, minutes: Self.day, text: Self.texts[2])
    #expect(try save([otherDay]).updated == 1)
    var common = item("标题丙", url: address, minutes: 3 * Self.day, text: Self.texts[3])
    common.blocks.append(.paragraph(Self.texts[2]))
    #expect(try save([common]).updated == 1)
    #expect(try save([item("标题丁", url: address, minutes: 5 * Self.day, text: Self.texts[0])]).new == 1)
    #expect(try store.count(.all) == 2)
  }

  @Test func withoutASourceAnIDIsWorthNoMoreThanAnAddress() throws {
    let first = item("标题甲", id: "7", source: nil, text: Self.texts[0])
    #expect(try save([first], [item("标题乙", id: "7", source: nil, text: Self.texts[1])]).updated == 1)
    #expect(try save([item("标题丙", id: "7", source: nil, minutes: Self.day, text: Self.texts[2])]).new == 1)
  }

  @Test func anIDOfEachFetchMakesNoSecondArticle() throws {
    let first = item("标题", id: "a-77", url: "https://news.example/1")
    let key = try #require(try save([first]).keys.first)
    _ = try store.apply(StatusChange(.read, of: [key]))
    for (number, text) in Self.texts.enumerated() {
      let next = item("标题", id: "b-\(number)", url: "http://news.example/1", minutes: Int64(number), text: text)
      #expect(try save([next]).updated == 1)
    }
    #expect(try store.count(.all) == 1)
  }

  @Test func aColumnAtOneAddressHasAnArticleForEachDay() throws {
    let url = "https://news.example/morning"
    let first = item("早间简报", id: "1", url: url, text: Self.texts[0])
    #expect(try save([first], [item("早间简报", id: "2", url: url, minutes: Self.day, text: Self.texts[1])]).new == 1)
  }

  @Test func anotherSourceThatNamesTheAddressMustBeRelated() throws {
    let url = "https://news.example/live"
    _ = try save([item("标题", url: url, text: Self.texts[0])])
    #expect(try save([item("标题（转载）", url: url, source: "东港时报", text: Self.texts[1])]).updated == 1)
    #expect(try save([item("别的新闻", url: url, source: "海湾通讯", text: Self.texts[2])]).new == 1)
  }

  @Test func placesOfAPageThatDrawsItselfAreDifferentAddresses() throws {
    let first = item("标题甲", url: "https://news.example/#/article/1", text: Self.texts[0])
    #expect(try save([first], [item("标题乙", url: "https://news.example/#/article/2", text: Self.texts[1])]).new == 1)
  }

  // MARK: Only the day is known

  private func flash(_ text: String?, day: Timestamp? = noon - 43_200) -> Item {
    Item(
      title: "联播快讯", source: "晨星日报", published: day, isDateEstimated: day == nil,
      blocks: text.map { [.paragraph($0)] } ?? [])
  }

  @Test(arguments: [noon - 43_200, nil])
  func oneHeadlineOnOneDayWithOtherTextsIsOtherArticles(day: Timestamp?) throws {
    let body = Self.texts.map { flash($0, day: day) }
    #expect(try save(body).new == 4)
    #expect(try save(body.reversed()) == SaveReport(unchanged: 4))
    // As well when they come one after the other.
    #expect(try save([flash("戊市今日起供暖，比往年提前了五天。", day: day)]).new == 1)
    #expect(try save(body) == SaveReport(unchanged: 4))
  }

  @Test func aLittleCorrectionOfAFlashIsThatFlash() throws {
    #expect(try save(Self.texts.map { flash($0) }, [flash(Self.texts[1] + "（完）")]).updated == 1)
    #expect(try store.count(.all) == 4)
  }

  @Test func aCorrectedTextWithTheSameNameStaysOneArticle() throws {
    var (first, second) = (flash(Self.texts[0]), flash(Self.texts[1]))
    (first.originID, second.originID) = ("7", "7")
    #expect(try save([first], [second]).updated == 1)
    let nextDay = noon + 43_200
    (first, second) = (flash(Self.texts[0], day: nextDay), flash(Self.texts[1], day: nextDay))
    (first.url, second.url) = ("https://news.example/f", "https://news.example/f")
    #expect(try save([first], [second]).updated == 1)
    #expect(try store.count(.all) == 2)
  }

  @Test func aHeadlineAloneIsTheFlashOfItsDay() throws {
    #expect(try save([flash(Self.texts[0])], [flash(nil)]) == SaveReport(unchanged: 1))
  }
}
