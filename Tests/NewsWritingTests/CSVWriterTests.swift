import ArticleFields
import NewsModel
import NewsParsing
import NewsWriting
import Testing
import TextBasics

struct CSVWriterTests {
  @Test func rowsFollowTheRulesOfRFC4180() {
    let article = Article.sample(
      "涨幅：5%, \"创新高\"", source: "晨星日报", url: "https://a.example/1", tags: ["电池", "新能源"],
      blocks: [.paragraph("第一段"), .paragraph("第二段")])
    #expect(
      ExportFormat.csv.document([article])
        == "\u{feff}published,estimated,label,title,source,author,tags,url,summary,text,id,arrived,change,withdrawn,"
        + "auto_companies,auto_events,auto_topics,auto_tone,auto_keywords\r\n"
        + "2022-06-15T05:42:09+00:00,,,\"涨幅：5%, \"\"创新高\"\"\",晨星日报,,\"电池, 新能源\",https://a.example/1,,"
        + "\"第一段\n\n第二段\",,,,,,,,,\r\n")
  }

  @Test(arguments: ["=HYPERLINK(\"http://a.example\")", "+1", "-5% 收盘", "@SUM(A1)", "＝1", " =1", "'=1", "''+1"])
  func noCellIsAFormulaAndEachIsReadBackAsItWas(title: String) throws {
    let document = ExportFormat.csv.document([.sample(title, blocks: [.paragraph("正文。")])])
    let row = try #require(document.split(separator: "\r\n").last)
    #expect(!row.contains(",=") && !row.contains(",+") && !row.contains(",-") && !row.contains(",@"))
    let records = NewsParser.parse(Array(document.utf8), context: ParsingContext())
    guard case .item(let item) = try #require(records.first) else {
      Issue.record("\(records)")
      return
    }
    #expect(item.title == title.trimmingPrefix(" "))
  }

  @Test func whenAnArticleArrivedComesBack() throws {
    var article = Article.sample(blocks: [.paragraph("正文。")])
    article.headline.arrived = Timestamp(1_655_272_200)
    article.headline.change = .wording
    article.headline.withdrawn = Timestamp(1_655_358_600)
    for format in [ExportFormat.csv, .jsonl] {
      let records = NewsParser.parse(Array(format.document([article]).utf8), context: ParsingContext())
      guard case .item(let item) = try #require(records.first) else {
        Issue.record("\(records)")
        return
      }
      // What a changed article said when it arrived an object without a history does not tell.
      #expect(item.arrived == (format == .csv ? article.headline.arrived : nil))
    }
    for format in [ExportFormat.markdown, .text, .html] {
      let document = format.document([article])
      #expect(document.contains("收到：2022-06-15 05:50 · 有改动 · 原文已删 2022-06-16 05:50"))
    }
  }

  @Test func whatImportReadsIsWhatWasExported() throws {
    let article = Article(
      headline: Headline(
        id: ArticleID(1), key: ArticleKey(1), label: "今日热搜", title: "云岭电池公布新工厂计划,两年内产能翻番", source: "晨星日报",
        published: Timestamp(1_655_271_729), tags: ["电池", "新能源"]),
      details: ArticleDetails(
        originID: "a-1", url: "https://a.example/1?x=1&y=2", byline: "林某", summary: "工厂分两期建设"),
      blocks: [.paragraph("云岭电池周五公布了\"新工厂\"的计划。"), .paragraph("分析人士认为，价格还会下降。")])
    let records = NewsParser.parse(Array(ExportFormat.csv.document([article]).utf8), context: ParsingContext())
    #expect(records == [.item(Item(article))])
  }

  @Test func whateverIsInTheTextsTheRowsStayWhole() {
    var random = RandomArticles(seed: 99)
    let articles = (0..<300).map { _ in random.hostileArticle() }
    let document = ExportFormat.csv.document(articles)
    #expect(
      SafeText(lines: document.replacing("\u{feff}", with: "").replacing("\r\n", with: "\n")).string.utf8.count > 0)
    let records = NewsParser.parse(Array(document.utf8), as: .csv, context: ParsingContext())
    // Rows without a title and a text are refused one by one.
    #expect(records.count == articles.count)
  }
}
