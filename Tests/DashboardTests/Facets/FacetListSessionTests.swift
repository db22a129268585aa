import Configuration
import NewsModel
import Testing
import TextAnalysis

@testable import Dashboard

struct FacetListSessionTests {
  private static let key = ArticleKey(1)

  private static func evidence(_ quote: String, _ rule: String, isOwn: Bool = false) -> Evidence {
    Evidence(quote: quote, rule: rule, isInTitle: true, isOwn: isOwn)
  }

  private static let facets = Facets(
    companies: [
      CompanyMention(
        listing: Listing(code: "688999", exchange: .shanghai), name: "云杉动力", evidence: evidence("云杉", "company name")),
      CompanyMention(
        listing: Listing(code: "300998", exchange: .shenzhen), name: "隆湖电子",
        others: [Listing(code: "002999", exchange: .shenzhen)], evidence: evidence("300998", "company code")),
    ],
    events: [
      NewsEvent(
        kind: .accident, detail: "召回", direction: .negative,
        amount: Amount(range: 1.2e8...1.2e8, unit: .currency("CNY")),
        percentage: 3...5, actor: "监管部门", evidence: evidence("召回首批", "质量事故 召回: 召回")),
      NewsEvent(kind: .buyback, evidence: evidence("拟回购", "回购: 拟回购", isOwn: true)),
    ],
    topics: [TopicReading(topic: .company, evidence: evidence("云杉", "listed company"))],
    tone: ToneReading(tone: .negative, evidence: [evidence("召回", "word -3"), evidence("不涉及", "denied +1")]),
    keywords: ["固态电池", "召回"],
    figures: [
      Figure(range: 1.2e8...1.2e8, measure: .amount(.currency("CNY")), quote: "1.2亿元"),
      Figure(range: 3...5, measure: .percent, quote: "3%至5%"),
      Figure(range: 1.2e8...1.2e8, measure: .amount(.currency("CNY")), quote: "12000万元"),
      Figure(range: 1.2e8...1.2e8, measure: .amount(.currency("USD")), quote: "1.2亿美元"),
    ])

  private static let names = ["688999.SH", "300998.SZ"]

  /// A session in which `i` was pressed on the first article.
  static func session(width: Int = 120, height: Int = 40, theme: Theme = .plain) throws -> Session {
    var session = Session(width: width, height: height, theme: theme)
    session.type("g g")
    session.isLibrarySlow = true
    session.type("i")
    try answer(&session)
    return session
  }

  private static func answer(_ session: inout Session) throws {
    let wrong = session.library.wrong[key] ?? []
    let read = ReadFacets(title: "云杉动力召回首批固态电池车型", facets: facets, companies: names, wrong: wrong)
    try session.answer(FacetsRequest(key: key, moment: nil), with: read)
  }

  @Test func eachValueStandsWithItsWordsAndTheRule() throws {
    let session = try Self.session()
    for texts in [
      ["公司"], ["云杉动力 688999.SH", "“云杉”", "公司名称"], ["隆湖电子 300998.SZ（或 002999.SZ）", "“300998”", "公司代码"],
      ["质量事故 召回 负面 1.2亿元 3–5% 监管部门", "“召回首批”", "质量事故 召回: 召回"], ["回购（自己的）", "“拟回购”"],
      ["公司", "“云杉”", "上市公司"], ["负面", "“召回”", "词 -3"], ["“不涉及”", "被否定 +1"], ["固态电池", "自动"],
      ["“不涉及”"], ["1.2亿元"],
    ] {
      #expect(session.lines.contains { line in texts.allSatisfy(line.contains) }, "\(texts)")
    }
  }

  @Test func equalFiguresAreOneRow() throws {
    let session = try Self.session()
    #expect(session.lines.contains { $0.contains("1.2亿元 ×2") })
    #expect(!session.text.contains("12000万元"))
    #expect(session.text.contains("1.2亿美元") && session.text.contains("3%至5%"))
  }

  @Test func keysMoveAndNoneIsTyped() throws {
    var session = try Self.session()
    session.type("j j")
    #expect(session.state.overlays.facets?.selected?.term == FacetTerm(.event, "质量事故"))
    session.type("k G")
    #expect(session.state.overlays.facets?.selected?.value == "1.2亿美元")
    session.type("g m s")
    #expect(session.state.overlays.facets?.selectedRow == 0)
    #expect(session.library.article(Self.key)?.headline.status.isRead == false)
    session.type("i")
    #expect(session.state.overlays.shown == nil)
  }

  @Test func enterFiltersByTheValue() throws {
    var session = try Self.session()
    session.type("j j Enter")
    #expect(session.state.overlays.shown == nil)
    #expect(session.state.filter == .term(.event, "质量事故"))
  }

  @Test func wrongHereIsToldKeptAndTakenBack() throws {
    var session = try Self.session()
    session.type("x")
    #expect(session.text.contains("h 仅本条不算  n 以后都不算  Esc 取消"))
    session.type("h")
    let term = FacetTerm(.company, "688999.SH")
    #expect(session.lessons == [.wrong(term, in: Self.key)])
    try Self.answer(&session)
    #expect(session.lines.contains { $0.contains("云杉动力 688999.SH（本条不算）") })
    #expect(session.text.contains("x 恢复"))
    session.type("x")
    #expect(session.lessons.last == .right(term, in: Self.key))
    try Self.answer(&session)
    #expect(!session.text.contains("本条不算"))
  }

  @Test func neverBecomesARowOfTheReadersOwn() throws {
    var session = try Self.session()
    session.type("x n")
    #expect(session.lessons == [.add(.notCompany(word: "云杉", company: "688999.SH"))])
    session.type("j x n")
    #expect(session.lessons.last == .add(.notCompany(word: "300998", company: "300998.SZ")))
    session.type("j x n")
    #expect(session.lessons.last == .add(.notEvent(word: "召回首批", kind: .accident)))
    session.type("j j x n")
    #expect(session.lessons.last == .add(.notTopic(word: "云杉", topic: .company)))
    session.type("j x n")
    #expect(session.lessons.last == .add(.tone(word: "召回", weight: 0)))
    session.type("j j x n")
    #expect(session.lessons.last == .add(.notKeyword(word: "固态电池")))
    session.type("G x n")
    #expect(session.lessons.count == 6)
  }

  @Test func anotherKeyThanTheTwoGivesUp() throws {
    var session = try Self.session()
    session.type("x Esc")
    #expect(session.lessons.isEmpty)
    #expect(session.state.overlays.facets?.asksHowFar == false)
  }

  @Test func wordIsTaughtAndTheListComesBack() throws {
    var session = try Self.session()
    session.type("a")
    #expect(session.text.contains("添加到自己的词表"))
    session.type("Down Down Down Enter")
    session.enter("爆单")
    session.type("Enter")
    #expect(session.lessons == [.add(.tone(word: "爆单", weight: 3))])
    #expect(session.state.overlays.facets?.key == Self.key)
    session.type("u")
    #expect(session.lessons.last == .remove(.tone(word: "爆单", weight: 3)))
  }

  @Test func aliasAsksForItsCompanyUntilItIsKnown() throws {
    var session = try Self.session()
    session.type("a Enter")
    session.enter("酒王")
    session.type("Enter")
    session.enter("没有这家公司")
    session.type("Enter")
    #expect(session.lessons.isEmpty)
    #expect(session.state.overlays.prompt?.field.text == "没有这家公司")
    session.type("C-u")
    session.enter("贵州茅台")
    session.type("Enter")
    #expect(session.lessons == [.add(.alias(word: "酒王", company: "600519.SH"))])
  }

  @Test func companyAndEventAskForWhatTheirRowsNeed() throws {
    var session = try Self.session()
    session.type("a Down Enter")
    session.enter("马上消费")
    session.type("Enter Enter")
    #expect(session.lessons == [.add(.company(name: "马上消费", code: "", otherNames: []))])
    session.type("a Down Down Enter")
    session.enter("撤回 要约")
    session.type("Enter")
    session.enter("并购")
    session.type("Enter")
    #expect(
      session.lessons.last == .add(.event(pattern: "撤回 要约", kind: .merger, detail: nil, direction: nil)))
  }

  @Test func givingUpLeadsBackToTheList() throws {
    var session = try Self.session()
    session.type("a Esc")
    #expect(session.state.overlays.facets?.key == Self.key)
    session.type("a Enter Esc")
    #expect(session.state.overlays.facets?.key == Self.key)
    #expect(session.lessons.isEmpty)
  }

  @Test func articleIsReadByTheProgramsOwnTables() throws {
    var session = Session()
    session.type("g g i")
    #expect(session.state.overlays.facets?.isLoading == false)
    #expect(session.state.overlays.facets?.rows.isEmpty == false)
  }

  @Test func tagIsRenamedAndHiddenAndBothAreUndone() throws {
    var session = Session()
    session.type(":")
    session.enter("tags.rename")
    session.type("Enter")
    session.enter("IPO")
    session.type("Enter")
    session.enter("新股")
    session.type("Enter")
    #expect(session.lessons == [.add(.tag(word: "IPO", name: "新股"))])
    session.type("u :")
    session.enter("tags.hide")
    session.type("Enter")
    session.enter("原油")
    session.type("Enter")
    session.type("u")
    #expect(
      session.lessons.dropFirst() == [
        .remove(.tag(word: "IPO", name: "新股")), .add(.notTag(word: "原油")), .remove(.notTag(word: "原油")),
      ])
  }

  @Test(arguments: [(40, 10), (24, 5), (200, 60)])
  func listFitsEveryScreen(size: (Int, Int)) throws {
    var session = try Self.session(width: size.0, height: size.1)
    session.type("G g x")
    session.resize(width: 30, height: 8)
    #expect(session.lines.count == 8)
  }
}
