import Foundation
import NewsModel
import Testing

@testable import App
@testable import NewsStore

/// What commands say of companies, events, topics and tone, without a program that is started.
@Suite struct FacetCommandsTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
    // A Monday.
    let published = CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save([
        Item(title: "贵州茅台(600519)拟回购不超过3亿元股份", source: "晚报", published: published),
        Item(title: "贵州茅台(600519)遭股东减持1.2亿元", source: "晚报", published: published - 3_600),
        Item(title: "宁德时代(300750)净利润同比下降35%", source: "晨报", published: published - 86_400),
        Item(title: "Harbor lights", published: published - 2 * 86_400),
      ])
      while try library.store.analyseNext() > 0 {}
    }
  }

  private func titles(_ arguments: String...) throws -> [String] {
    try setup.call(["list"] + arguments).lines.map { String($0.split(separator: "\t")[4].prefix(12)) }
  }

  @Test(arguments: [
    "company:600519", "company:SH600519", "company:600519.SH", "公司：贵州茅台", "company:茅台",
  ])
  func aCompanyIsFoundByCodeAndName(query: String) throws {
    #expect(try setup.call("list", query, "--count") == "2\n")
  }

  @Test(arguments: [
    ("event:回购", 1), ("event:buyback", 1), ("事件：减持", 1), ("event:业绩", 1), ("event:回购 OR event:减持", 2),
    ("company:600519 -event:回购", 1), ("company:600519 event:业绩", 0),
  ])
  func eventsAreFoundInBothLanguages(query: String, count: Int) throws {
    #expect(try setup.call("list", query, "--count") == "\(count)\n")
  }

  @Test(arguments: [
    ("amount:>2亿", 1), ("amount:>1亿", 2), ("金额：>=3亿", 1), ("amount:<2亿元", 1), ("amount:>1亿港元", 0),
    ("amount:120000000", 1), ("amount:>0.25bn", 1), ("amount:>100musd", 0),
    ("amount:>100mcny", 2), ("amount:>=300mrmb", 1),
    ("change:<-30%", 1), ("change:<-40", 0), ("幅度：>0", 0),
  ])
  func figuresAreCompared(query: String, count: Int) throws {
    #expect(try setup.call("list", query, "--count") == "\(count)\n")
  }

  @Test(arguments: [
    ("company:没有这家公司", "没有这家公司"), ("event:打喷嚏", "打喷嚏"), ("topic:天气预报", "天气预报"), ("tone:so-so", "so-so"),
    ("amount:>许多", "许多"), ("change:>一点", "一点"),
  ])
  func whatNoTableKnowsIsRefusedInWords(query: String, word: String) throws {
    let failure = try #require(throws: CommandFailure.self) { try setup.call("list", query) }
    #expect(failure.status == .usage)
    #expect(failure.message.contains(word), "\(failure.message)")
  }

  @Test(arguments: [("event:sell-down", 1), ("event:lawsuit", 0), ("event:LAWSUIT", 0)])
  func finerEventsAreFoundByTheirEnglishNames(query: String, count: Int) throws {
    #expect(try setup.call("list", query, "--count") == "\(count)\n")
  }

  @Test func toneAndTopicsChooseHeadlines() throws {
    let negative = Int(try setup.call("list", "tone:negative", "--count").trimmingCharacters(in: .newlines))
    let all = Int(try setup.call("list", "tone:negative OR tone:positive", "--count").trimmingCharacters(in: .newlines))
    #expect(negative == 2 && all == 3)
    #expect(try setup.call("list", "topic:公司", "--count") == "3\n")
    #expect(try setup.call("list", "分类：公司", "倾向：负面", "--count") == "2\n")
  }

  /// Behind them stands when the article arrived.
  @Test func rowsNameCompaniesEventsAndTone() throws {
    let fields = try setup.call("list", "event:减持").lines.map { $0.split(separator: "\t").dropLast().suffix(3) }
    #expect(fields == [["600519.SH", "减持", "negative"]])
  }

  @Test func aTableHasARowForEachEvent() throws {
    let rows = try setup.call("export", "--table", "company:600519").split(separator: "\r\n")
    #expect(rows.count == 3 && rows[0].contains("published,company,code,exchange,"))
    #expect(rows[1].contains(",贵州茅台,600519,SSE,600519.SH,回购,") && rows[1].contains(",300000000,,CNY,"))
    let objects = try setup.call("export", "--table", "--format", "jsonl", "event:业绩").objects
    #expect(objects.first?["percent"] as? Double == -35)
    #expect(try setup.call("export", "--table", "--format", "tsv").lines.count == 5)
  }

  @Test func aTableGoesIntoAFileWhoseNameTellsTheFormat() throws {
    let file = home.path + "/events.tsv"
    #expect(try setup.call("export", "--table", "--output", file).contains(file))
    let rows = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(rows.count == 5 && rows[0].hasPrefix("published\tcompany\t"))
    let again = try setup.refusal(of: "export", "--table", "--output", file)
    #expect(again.status != .usage)
  }

  @Test func formatsOfTablesAndOfArticlesAreTold() throws {
    for arguments in [["--format", "tsv"], ["--table", "--format", "markdown"], ["--table", "--output", "x.md"]] {
      let failure = try #require(throws: CommandFailure.self) { try setup.call(["export"] + arguments) }
      #expect(failure.status == .usage)
    }
  }

  @Test func exportsSayWhatWasReadAutomatically() throws {
    let text = try setup.call("export", "event:回购")
    #expect(text.contains("自动 auto：贵州茅台 600519.SH · 回购 3亿元"), "\(text)")
    #expect(try setup.call("export", "--format", "csv", "event:回购").contains("600519.SH,回购,"))
    let facets = try setup.call("export", "--format", "jsonl", "event:回购").objects.first?["facets"] as? [String: Any]
    #expect(facets?["companies"] as? [String] == ["600519.SH"])
    #expect(try setup.call("export", "--format", "rss", "event:回购").contains("<newstape:event>回购</newstape:event>"))
    #expect(try setup.call("export", "--format", "html", "event:回购").contains("<p class=\"meta\">自动 auto：贵州茅台"))
    #expect(try setup.call("export", "--format", "text", "event:回购").contains("自动 auto：贵州茅台"))
  }

  @Test func facetsAreInTheObjectsOfHeadlines() throws {
    let headline = try #require(try setup.call("list", "event:回购", "--json").objects.first)
    #expect(headline["companies"] as? [String] == ["600519.SH"])
    #expect((headline["events"] as? [[String: Any]])?.first?["kind"] as? String == "回购")
    #expect((headline["events"] as? [[String: Any]])?.first?["amount"] as? Double == 300_000_000)
    #expect((headline["events"] as? [[String: Any]])?.first?["unit"] as? String == "CNY")
    #expect((headline["topics"] as? [String])?.contains("公司") == true)
    let other = try #require(try setup.call("list", "Harbor", "--json").objects.first)
    #expect(other["companies"] as? [String] == [])
  }

  // MARK: Statistics

  @Test func oneFieldIsCounted() throws {
    let rows = try setup.call("stats", "--by", "company", "--span", "week").lines
    #expect(rows == ["贵州茅台 600519.SH\t2\t0\t2", "宁德时代 300750.SZ\t1\t0\t1"])
    #expect(try setup.call("stats", "--by", "company", "--limit", "1").lines.count == 1)
    #expect(try setup.call("stats", "--by", "company", "--limit", "0").lines.count == 2)
    #expect(try setup.call("stats", "--by", "source").lines.map { $0.prefix(2) } == ["晚报", "晨报"])
    #expect(try setup.call("stats", "--by", "event", "tone:negative").lines.count >= 2)
    #expect(try setup.call("stats", "--by", "tag") == "")
  }

  @Test func hoursAndWeekdaysAreCountedWithoutGaps() throws {
    let hours = try setup.call("stats", "--by", "hour").lines
    #expect(hours.count == 24 && hours[8] == "08\t3\t0\t3" && hours[7] == "07\t1\t0\t1" && hours[0] == "00\t0\t0\t0")
    let days = try setup.call("stats", "--by", "weekday").lines
    #expect(days.count == 7 && days[0].hasSuffix("\t2\t0\t2") && days[6].hasSuffix("\t1\t0\t1"))
  }

  @Test func twoFieldsMakeATable() throws {
    let table = try setup.call("stats", "--by", "company", "--and", "source").lines
    #expect(table == ["company\t晚报\t晨报", "贵州茅台 600519.SH\t2\t0", "宁德时代 300750.SZ\t0\t1"])
  }

  @Test(arguments: [
    ([], ["<polyline", "2019-05-06", "4 articles"]), (["--by", "company"], ["贵州茅台 600519.SH", ">2<", "Companies"]),
    (["--by", "hour"], [">08<", ">3<"]), (["--by", "company", "--and", "source"], ["Companies × Sources", "晚报"]),
    (["--by", "event", "tone:negative"], ["Events · negative", ">1<"]),
  ])
  func countsAreDrawn(arguments: [String], texts: [String]) throws {
    let picture = try setup.call(["stats", "--svg"] + arguments)
    #expect(picture.hasPrefix("<?xml") && picture.hasSuffix("</svg>\n"))
    for text in texts { #expect(picture.contains(text), "\(text)") }
  }

  @Test func countsAreObjectsOrASheet() throws {
    let objects = try setup.call("stats", "--by", "company", "--json").objects
    #expect(objects.map { $0["articles"] as? Int } == [2, 1])
    #expect(objects.map { $0["name"] as? String } == ["贵州茅台 600519.SH", "宁德时代 300750.SZ"])
    let sheet = try setup.call("stats", "--by", "company", "--and", "source", "--csv")
    // Reading a file takes the mark of its character set away.
    #expect(sheet == "company,晚报,晨报\r\n贵州茅台 600519.SH,2,0\r\n宁德时代 300750.SZ,0,1\r\n")
  }

  /// The values of a field may be called anything, `name` among it.
  @Test func aTableAsObjectsHasTheCountsOfARowInOne() throws {
    let objects = try setup.call("stats", "--by", "company", "--and", "source", "--json").objects
    #expect(objects.map { $0["name"] as? String } == ["贵州茅台 600519.SH", "宁德时代 300750.SZ"])
    #expect(objects.map { $0["counts"] as? [String: Int] } == [["晚报": 2, "晨报": 0], ["晚报": 0, "晨报": 1]])
  }

  @Test(arguments: [["--by", "event", "--and", "event"], ["--json", "--svg"], ["--by", "event", "--csv", "--json"]])
  func whatCannotBeBothIsRefused(options: [String]) throws {
    let failure = try #require(throws: CommandFailure.self) { try setup.call(["stats"] + options) }
    #expect(failure.status == .usage && options.contains { failure.message.contains($0) })
  }

  /// What is left behind the figure must not be passed over: it would be another question.
  @Test(arguments: [
    "amount:>1亿亿", "amount:1亿..2亿", "amount:1亿-2亿", "amount:!=1亿", "amount:<>1亿", "amount:>>1亿", "amount:==1亿",
    "amount:>0x10", "amount:>nan", "amount:>1xyz", "amount:>1bnbn", "amount:>1亿元整个", "change:>0x10", "change:!=3%",
  ])
  func whatIsNoOneFigureIsRefused(query: String) throws {
    let failure = try #require(throws: CommandFailure.self) { try setup.call("list", query) }
    #expect(failure.status == .usage)
  }

  @Test(arguments: [
    "amount:>1亿", "amount:>=1.5亿元", "amount:>2亿港元", "amount:>100musd", "amount:>\"100m usd\"", "amount:<$3bn",
    "amount:>US$1.2bn", "amount:>500万股", "amount:>2,000万元", "amount:＞1亿", "amount:≥100", "change:<-30%",
    "amount:>3万吨", "amount:>1.5trillionjpy",
  ])
  func figuresAreReadAsPeopleWriteThem(query: String) throws {
    _ = try setup.call("list", query)
  }

  @Test(arguments: [
    ["--csv"], ["--and", "event"], ["--by", "hour", "--and", "event"], ["--by", "event", "--and", "hour"],
  ])
  func whatNeedsAFieldSaysSo(options: [String]) throws {
    let failure = try #require(throws: CommandFailure.self) { try setup.call(["stats"] + options) }
    #expect(failure.status == .usage && failure.message.contains("--by"))
  }

  @Test(arguments: ["colour", "byline", ""])
  func fieldsAreNamed(field: String) {
    #expect(throws: (any Error).self) { try setup.call("stats", "--by", field) }
  }

  @Test func onATerminalCountsHaveBars() throws {
    let command = try NewstapeCommand.parseAsRoot(["stats", "--by", "company"])
    let called = try #require(command as? any ProgramCommand)
    let screen = try shown { output in try called.run(setup, &output) }
    #expect(screen.contains("贵州茅台 600519.SH  2  █"))
  }

  // MARK: Rules and saved queries

  /// A rule acts when news arrives, which is before anybody has read it beside the screen.
  @Test(arguments: [
    ("company:600036", true), ("event:回购", true), ("amount:>1亿", true), ("tone:positive", true), ("topic:公司", true),
    ("company:600519", false), ("-event:回购", false), ("change:>5%", false),
  ])
  func rulesKnowTheFacetsOfWhatArrives(query: String, isMet: Bool) throws {
    _ = try setup.call("rules", "add", "规则", query, "--star")
    try setup.withOwnLibrary { library in
      let report = try library.store.save([
        Item(title: "招商银行(600036)拟以2亿元回购股份", source: "晚报", published: Timestamp(1_557_200_000))
      ])
      #expect(report.ruled == (isMet ? 1 : 0))
    }
    #expect(try setup.call("list", "is:starred", "--count") == (isMet ? "1\n" : "0\n"))
  }

  @Test func aRuleOfACompanyThatNobodyKnowsIsRefused() throws {
    let failure = try setup.refusal(of: "rules", "add", "规则", "company:没有这家公司", "--star")
    #expect(failure.message.contains("没有这家公司"))
    #expect(try setup.call("rules") == "")
  }

  @Test func aSavedQueryCountsByFacets() throws {
    _ = try setup.call("saved", "add", "茅台", "company:600519 event:减持")
    #expect(try setup.call("saved", "show", "茅台").lines.count == 1)
    #expect(try setup.call("saved").contains("茅台"))
  }

  @Test func aStubIsReadToo() throws {
    try setup.withOwnLibrary { library in
      _ = try library.store.save([
        Item(title: "五粮液(000858)获增持", published: Timestamp(1_557_200_000), isStub: true)
      ])
      while try library.store.analyseNext() > 0 {}
    }
    #expect(try setup.call("list", "company:000858", "is:stub", "--count") == "1\n")
  }

  // MARK: Stores that can only be read

  @Test func whatNobodyCanReadIsTold() throws {
    let path = setup.writeLocation.path
    func note() throws -> String? {
      let store = try NewsStore.open(at: path, unwritableAs: .readOnly(path: path))
      let note = try setup.noteOfUnanalysed(in: store)
      try store.close()
      return note
    }
    #expect(try note() == nil)
    try setup.withOwnLibrary { library in
      _ = try library.store.save([Item(title: "五粮液(000858)获增持", published: Timestamp(1_557_200_000))])
      // This program will still read it.
      #expect(try setup.noteOfUnanalysed(in: library.store) == nil)
    }
    #expect(try note()?.hasPrefix("1 article is not analysed, and has no companies") == true)
  }

  // MARK: News that changes

  @Test func whatChangedIsReadAnew() throws {
    try setup.withOwnLibrary { library in
      let published = CivilTime(year: 2019, month: 5, day: 5, hour: 8, minute: 30).timestamp(in: setup.displayZone)
      _ = try library.store.save([
        Item(title: "宁德时代(300750)净利润同比下降35%", source: "晨报", published: published, blocks: [.paragraph("新的正文。")])
      ])
      #expect(try library.store.unanalysedCount() == 1)
      while try library.store.analyseNext() > 0 {}
    }
    #expect(try setup.call("list", "company:300750", "--count") == "1\n")
  }
}
