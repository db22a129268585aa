import NewsModel
import Testing
import Wording

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

  /// Real names, as a query knows no others.
  private func typingOfCompanies(_ text: String, _ language: Language = .zhHans) -> Session {
    var articles = SampleFacets.articles(24)
    for index in articles.indices {
      articles[index].headline.facets.companies = index % 3 == 0 ? ["600519.SH", "00700.HK"] : ["600519.SH"]
    }
    var session = Session(articles: articles, language: language)
    session.library.companyNames = ["600519.SH": "贵州茅台", "00700.HK": "腾讯"]
    session.type("f")
    session.enter(text)
    return session
  }

  @Test(arguments: [
    ("company:gzmt", Query.term(.company, "600519.SH")), ("公司：maotai", .term(.company, "600519.SH")),
    ("company:茅台", .term(.company, "600519.SH")), ("company:0070", .term(.company, "00700.HK")),
    ("event:inq", .term(.event, "问询")), ("事件：wx", .term(.event, "问询")), ("topic:bo", .term(.topic, "债券")),
    ("分类：债", .term(.topic, "债券")), ("tone:neg", .term(.tone, "negative")), ("倾向：负", .term(.tone, "negative")),
    ("keyword:固态", .term(.keyword, "固态电池")),
  ])
  func whatIsReadFromWordsIsFoundInEitherLanguage(text: String, query: Query) {
    var session = typingOfCompanies(text)
    session.type("Tab Enter")
    #expect(session.state.filter == query)
  }

  @Test func companiesShowCodesAndEventsCounts() {
    #expect(typingOfCompanies("company:").lines[39].contains("贵州茅台 600519.SH 24  腾讯 00700.HK 8"))
    #expect(typingOfCompanies("event:", .en).lines[39].contains("inquiry 2"))
  }

  @Test func foldersAreThoseOfTheFeeds() {
    var session = Session()
    func feed(_ name: String, _ folders: String...) -> SubscriptionOverview {
      SubscriptionOverview(
        subscription: Subscription(name: name, address: "https://\(name).example/feed", folders: folders),
        state: FetchState(), articlesADay: 0, articles: 0, unread: 0)
    }
    session.library.sources = [feed("a", "财经", "宏观"), feed("b", "财经"), feed("c", "两 市"), feed("d")]
    session.type("f")
    session.enter("folder:")
    #expect(session.lines[39].contains("财经  \"两 市\"  宏观") || session.lines[39].contains("财经  宏观  \"两 市\""))
    session.enter("hg")
    session.type("Tab Enter")
    #expect(session.state.filter == .folder("宏观"))
  }

  @Test func hostsAreThoseOfTheArticlesTheMostFrequentFirst() {
    var articles = SampleNews.articles(9)
    for index in articles.indices {
      let host = index < 2 ? "rare.example" : index < 8 ? "daily.example" : "wire.test"
      articles[index].details.url = "https://\(host)/\(index)"
    }
    var session = Session(articles: articles)
    session.type("f")
    session.enter("网址：")
    #expect(session.lines[39].contains("daily.example  rare.example  wire.test"))
    session.enter("wi")
    session.type("Tab Enter")
    #expect(session.state.filter == .address(AddressCondition("wire.test")))
  }

  @Test func pickersFindNamesByReading() {
    var session = Session()
    session.type("t")
    session.enter("xfjr")
    session.type("Enter")
    #expect(session.state.filter == .tag("消费金融"))
  }
}
