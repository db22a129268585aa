import NewsModel
import Testing

@testable import TextAnalysis

struct OwnTablesTests {
  private func analyser(_ text: String) -> TextAnalyser { TextAnalyser(own: OwnTables(text)) }

  private func companies(_ text: String, in title: String) -> [String] {
    analyser(text).facets(title: title, text: "").companies.map(\.listing.name)
  }

  // MARK: - The file

  @Test func rowsStandBetweenCommentsAndBlankLinesInAnyWayOfWriting() {
    let tables = OwnTables("\u{FEFF}# mine\r\n\r\nALIAS\t宁王 \t300750\t\r\n非公司\t太阳能\n \t \nTone\t爆单\t+2")
    #expect(tables.mistakes == [])
    #expect(tables.lines.map(\.number) == [3, 4, 6])
    #expect(
      tables.rows == [
        .alias(word: "宁王", company: "300750"), .notCompany(word: "太阳能", company: nil), .tone(word: "爆单", weight: 2),
      ])
  }

  @Test(
    arguments: [
      ("compny\t马上消费", OwnTables.Mistake.Reason.unknownKind("compny"), 1), ("alias\t宁王", .columnMissing, 9),
      ("alias\t\t300750", .columnMissing, 7), ("tone\t爆单\t很好", .badTone("很好"), 9), ("tone\t爆单\t4", .badTone("4"), 9),
      ("event\t减持\t卖出", .unknownEvent("卖出"), 10), ("event\t!评级\t减持", .emptyPattern, 7),
      ("event\t减持\t减持\ta b", .blankInDetail, 13), ("event\t减持\t减持\t清仓\t向上", .badDirection("向上"), 16),
      ("not-keyword\t记者\t1", .tooManyColumns, 16), ("alias 宁王 300750", .unknownKind("alias 宁王 300750"), 1),
    ])
  func rowThatIsWrongIsToldWithItsPlaceAndLeftOut(row: String, reason: OwnTables.Mistake.Reason, column: Int) {
    let tables = OwnTables("tone\t爆单\t+2\n" + row + "\ntone\t断供\t-3")
    #expect(tables.mistakes == [OwnTables.Mistake(reason: reason, line: 2, column: column)])
    #expect(tables.rows.count == 2)
  }

  @Test func companyThatNobodyKnowsIsToldOnceTheTablesAreJoined() {
    let analyser = analyser("company\t马上消费\nalias\t马上金融\t马上消费\nalias\t某某\t没有这家公司")
    #expect(analyser.mistakes == [OwnTables.Mistake(reason: .unknownCompany("没有这家公司"), line: 3, column: 10)])
  }

  @Test func bytesThatAreNoTextAndFilesWithoutEndAreToldAndDoNoHarm() {
    #expect(OwnTables([0x61, 0xFF, 0x09]).mistakes.map(\.reason) == [.notUTF8])
    let long = OwnTables(Array(repeating: Array("tone\t爆单\t1\n".utf8), count: 100_000).joined().map { $0 })
    #expect(long.mistakes.map(\.reason) == [.tooManyRows(limit: 20_000)])
    let wide = OwnTables(("# " + String(repeating: "爆", count: OwnTables.limit)).utf8.map { $0 })
    #expect(wide.mistakes.map(\.reason) == [.tooLarge(limit: OwnTables.limit)])
    #expect(OwnTables("tone\t" + String(repeating: "爆", count: 201) + "\t1").rows == [])
  }

  @Test(arguments: [
    OwnRow.company(name: "马上消费", code: "", otherNames: []),
    .company(name: "云杉动力", code: "688999.SH", otherNames: ["云杉", "Spruce"]), .alias(word: "宁王", company: "300750"),
    .notCompany(word: "苹果", company: "AAPL"), .notCompany(word: "太阳能", company: nil),
    .event(pattern: "撤回|终止 要约 !传闻", kind: .merger, detail: nil, direction: .negative),
    .event(pattern: "首秀", kind: .product, detail: "发布", direction: nil), .notEvent(word: "回购利率", kind: nil),
    .notEvent(word: "减持", kind: .reduction), .tone(word: "爆单", weight: 2), .tone(word: "中性词", weight: 0),
    .notKeyword(word: "记者"),
  ])
  func rowIsReadAsItIsWritten(row: OwnRow) {
    let tables = OwnTables(row.text)
    #expect(tables.rows == [row])
    #expect(tables.mistakes == [])
  }

  @Test func rowIsAddedAndRemovedAndTheRestOfTheFileStays() {
    let row = OwnRow.alias(word: "宁王", company: "300750")
    let before = "# 我的词\r\n\r\ntone\t爆单\t+2\n# 完"
    let after = OwnTables.text(before, adding: row)
    #expect(after == before + "\nalias\t宁王\t300750\n")
    #expect(OwnTables.text(after, removing: row) == before + "\n")
    #expect(OwnTables.text(before, removing: row) == before)
    #expect(OwnTables.text("", adding: row) == "alias\t宁王\t300750\n")
  }

  @Test func sameRowsHaveOneFingerprintWhateverStandsBetweenThem() {
    let one = OwnTables("tone\t爆单\t+2\nalias\t宁王\t300750")
    #expect(one.fingerprint == OwnTables("# x\nalias\t宁王\t300750\n\ntone\t爆单\t2").fingerprint)
    #expect(one.fingerprint != OwnTables("tone\t爆单\t+2").fingerprint)
    #expect(OwnTables().fingerprint == 0)
    #expect(OwnTables(one.text).fingerprint == one.fingerprint)
  }

  @Test func changeNamesTheWordsOfTheArticlesThatItTouches() {
    let old = OwnTables("tone\t爆单\t+2\nalias\t宁王\t300750")
    let new = OwnTables("alias\t宁王\t300750\nevent\t撤回|终止 要约\t并购重组\ncompany\t云杉\t688999.SH\t云杉动力")
    #expect(new.words(changedFrom: old) == ["688999", "云杉", "云杉动力", "撤回", "爆单", "终止"].sorted())
    #expect(old.words(changedFrom: old) == [])
    let many = OwnTables((0..<100).map { "tone\t词\($0)\t1" }.joined(separator: "\n"))
    #expect(many.words(changedFrom: OwnTables()) == nil)
  }

  // MARK: - What they do

  @Test func companyOfTheReadersOwnIsFoundByEachNameAndByTheCode() {
    let own = analyser("company\t马上消费\t\t马上金融\ncompany\t云杉动力\t688999.SH\t云杉")
    let mention = own.facets(title: "马上金融更换董事", text: "").companies.first
    #expect(mention?.listing == Listing(code: "马上消费", exchange: .none))
    #expect(mention?.name == "马上消费")
    #expect(mention?.evidence.isOwn == true)
    #expect(own.companies.entry(code: "马上消费")?.name == "马上消费")
    #expect(own.companies.entry(code: "688999")?.name == "云杉动力")
    #expect(own.facets(title: "公司（688999.SH）公告", text: "").companies.map(\.name) == ["云杉动力"])
    #expect(own.companies.entries(typed: "msxf").first?.name == "马上消费")
    let values = own.values(title: "马上消费与云杉签约", text: "", needsKeywords: false)
    #expect(values.companies == ["马上消费", "688999.SH"])
  }

  @Test func knownCompanyMayBeGivenAnotherName() {
    let own = analyser("company\t酒王\t600519")
    #expect(own.companies.entry(code: "600519")?.name == "酒王")
    #expect(own.facets(title: "酒王涨价", text: "").companies.map(\.listing.name) == ["600519.SH"])
    #expect(own.facets(title: "贵州茅台涨价", text: "").companies.map(\.name) == ["酒王"])
  }

  @Test func aliasNeedsNoSignAndWinsOverWhatTheWordMeant() {
    #expect(companies("", in: "电池王大涨") == [])
    #expect(companies("alias\t电池王\t300750", in: "电池王大涨") == ["300750.SZ"])
    #expect(companies("alias\t电池王\t宁德时代", in: "电池王大涨") == ["300750.SZ"])
    // An ordinary word, and another company's name.
    #expect(companies("alias\t太阳能\t000591", in: "太阳能很热") == ["000591.SZ"])
    #expect(companies("alias\t宁德时代\t600519", in: "宁德时代涨价") == ["600519.SH"])
  }

  @Test func wordThatIsNoCompanyHidesTheNamesWithinIt() {
    #expect(companies("", in: "宁德时代杯开幕") == ["300750.SZ"])
    #expect(companies("not-company\t宁德时代杯", in: "宁德时代杯开幕") == [])
    #expect(companies("not-company\t贵州茅台\t600519", in: "贵州茅台涨价") == [])
    #expect(companies("not-company\t贵州茅台\t300750", in: "贵州茅台涨价") == ["600519.SH"])
  }

  @Test func patternOfTheReadersOwnWinsOverOthersOfItsKind() {
    let own = analyser("event\t减持 不超过\t减持\t小额\t+")
    let event = own.facets(title: "云杉股份：股东拟减持不超过1%股份", text: "").events.first
    #expect(event?.detail == "小额")
    #expect(event?.direction == .positive)
    #expect(event?.evidence.isOwn == true)
    #expect(own.facets(title: "云杉股份：股东拟减持2%股份", text: "").events.first?.evidence.isOwn == false)
  }

  @Test func noRuleFiresOnExcludedWords() {
    let title = "云杉股份遭减持，公司回购股份"
    func kinds(_ text: String) -> [EventKind] { analyser(text).facets(title: title, text: "").events.map(\.kind) }
    #expect(kinds("") == [.reduction, .buyback])
    #expect(kinds("not-event\t遭减持") == [.buyback])
    #expect(kinds("not-event\t回购股份\t回购") == [.reduction])
    #expect(kinds("not-event\t回购股份\t减持") == [.reduction, .buyback])
  }

  @Test func toneFollowsTheReadersWords() {
    func tone(_ text: String, _ title: String) -> ToneReading? { analyser(text).facets(title: title, text: "").tone }
    #expect(tone("", "贵州茅台上云")?.tone == nil)
    let own = tone("倾向\t上云\t正面", "贵州茅台上云")
    #expect(own?.tone == .positive)
    #expect(own?.evidence.first?.isOwn == true)
    #expect(tone("", "贵州茅台走强")?.tone == .positive)
    #expect(tone("tone\t走强\tneutral", "贵州茅台走强")?.tone == nil)
    #expect(tone("tone\tsoars\tnegative", "Acme soars")?.tone == .negative)
  }

  @Test func keywordThatTheReaderSilencedIsNone() {
    let title = "锂电池回收产能过剩"
    let words = TextAnalyser.builtIn.facets(title: title, text: "").keywords
    let first = try? #require(words.first)
    let own = analyser("not-keyword\t\(first ?? "")").facets(title: title, text: "").keywords
    #expect(!own.contains(first ?? ""))
    #expect(!own.isEmpty)
  }

  @Test func aCodeThatIsExcludedMeansItsCompanyNoMore() {
    let title = "SH600519 创年内新高"
    #expect(TextAnalyser.builtIn.values(title: title, text: "", needsKeywords: false).companies == ["600519.SH"])
    for row in ["not-company\t600519\t贵州茅台", "非公司\t600519"] {
      let analyser = TextAnalyser(own: OwnTables(row))
      #expect(analyser.mistakes.isEmpty)
      #expect(analyser.values(title: title, text: "", needsKeywords: false).companies.isEmpty)
      // Its name still does, and so does its code where a reader looks it up.
      #expect(analyser.values(title: "贵州茅台发布公告", text: "", needsKeywords: false).companies == ["600519.SH"])
      #expect(analyser.companies.entry(code: "600519")?.name == "贵州茅台")
    }
  }

  @Test func aWordThatIsExcludedSpeaksForNoTopic() throws {
    let title = "央行下调存款准备金率"
    let reading = try #require(TextAnalyser.builtIn.facets(title: title, text: "").topics.first)
    let quote = reading.evidence.quote
    for row in [
      "not-topic\t\(quote)\t\(reading.topic.rawValue)", "not-topic\t\(quote)\t\(reading.topic.englishName)",
      "非分类\t\(quote)",
    ] {
      let own = OwnTables(row)
      #expect(own.mistakes.isEmpty && own.words(changedFrom: OwnTables()) == [quote])
      let found = TextAnalyser(own: own).facets(title: title, text: "").topics
      #expect(!found.contains { $0.topic == reading.topic && $0.evidence.quote == quote })
    }
    let other = OwnTables("not-topic\t\(quote)\t新冠")
    #expect(TextAnalyser(own: other).facets(title: title, text: "").topics.first == reading)
    #expect(OwnTables("not-topic\t央行\t天气").mistakes.map(\.reason) == [.unknownTopic("天气")])
    #expect(OwnTables("not-topic\t央行\tbonds").rows.map(\.text) == ["not-topic\t央行\t债券"])
  }

  @Test func aCompanyThatIsExcludedForATopicStaysACompany() {
    let analyser = TextAnalyser(own: OwnTables("not-topic\t贵州茅台\t公司"))
    let facets = analyser.facets(title: "贵州茅台发布公告", text: "")
    #expect(facets.companies.map(\.name) == ["贵州茅台"])
    #expect(!facets.topics.contains { $0.evidence.rule == "listed company" && $0.topic == .company })
  }

  @Test func withoutRowsNothingIsJoined() {
    let tables = OwnTables("# nothing\n")
    #expect(tables.isEmpty)
    let title = "贵州茅台拟回购股份"
    #expect(
      TextAnalyser(own: tables).facets(title: title, text: "") == TextAnalyser.builtIn.facets(title: title, text: ""))
  }
}

struct TagNamesTests {
  private let names = TagNames(
    OwnTables("tag\tIPO\t新股\ntag\t打新\tipo\ntag\t旧名\t新名\nnot-tag\t广告\ntag\t甲\t乙\ntag\t乙\t甲\ntag\t推广\t广告"))

  @Test func tagIsShownUnderItsLastName() {
    #expect(names.shown("ipo") == "新股")
    #expect(names.shown("打新") == "新股")
    #expect(names.shown("央行") == "央行")
    #expect(names.shown("广告") == nil)
    #expect(names.shown("推广") == nil)
    #expect(names.shown(["打新", "央行", "IPO", "广告"]) == ["新股", "央行"])
  }

  @Test func namesThatLeadRoundInACircleLeadNowhere() {
    #expect(names.shown("甲") == "乙")
    #expect(names.shown("乙") == "甲")
  }

  @Test func nameMeansAllItsTags() {
    #expect(names.expanded(.tag("新股")) == .or([.tag("新股"), .tag("IPO"), .tag("打新")]))
    #expect(names.expanded(.tag("ipo")) == .or([.tag("新股"), .tag("IPO"), .tag("打新")]))
    #expect(names.expanded(.not(.tag("央行"))) == .not(.tag("央行")))
    #expect(
      names.expanded(.and([.unread, .tag("新名")])) == .and([.unread, .or([.tag("新名"), .tag("旧名")])]))
    #expect(TagNames().expanded(.tag("新股")) == .tag("新股"))
  }

  @Test func tagsOfOneNameAreAGroup() {
    #expect(names.groups.map(\.name) == ["新股", "新名", "甲", "乙"])
    #expect(names.groups.map(\.tags) == [["新股", "IPO", "打新"], ["新名", "旧名"], ["乙"], ["甲"]])
    #expect(names.hiddenTags == ["广告", "推广"])
    #expect(TagNames().groups.isEmpty && TagNames().hiddenTags.isEmpty)
  }

  @Test func tagsWithinOthersAreFolded() {
    #expect(["新能源", "新能源车", "IPO", "ipo"].withoutContained == ["新能源车", "IPO", "ipo"])
  }

  @Test func rowsOfTagsLetNoArticleBeReadAnew() {
    let own = OwnTables("tag\tIPO\t新股\nnot-tag\t广告")
    #expect(own.fingerprint == 0)
    #expect(own.words(changedFrom: OwnTables()) == [])
    #expect(own.rows.count == 2)
  }
}
