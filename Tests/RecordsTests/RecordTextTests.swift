import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import Records
@testable import SourceForms

/// The text of a record is data: line by line it stays as it is.
@Suite struct RecordTextTests {
  private func item(_ text: String, title: String? = "远帆航运公告", cleans: Bool = false) throws -> Item {
    let escaped = text.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#).replacing("\n", with: #"\n"#)
    let head = title.map { #""title":"\#($0)","# } ?? ""
    var context = context()
    context.cleansRecords = cleans
    let records = NewsParser.parse(Array(#"{\#(head)"text":"\#(escaped)"}"#.utf8), as: .jsonLines, context: context)
    guard case .item(let item)? = records.first, records.count == 1 else { throw ParseRefusal(.notAnArticle) }
    return item
  }

  /// Sentences and lines that a saved page has around its article, and that are news here.
  private static let lines = [
    "远帆航运未经许可停运的航线今日恢复。", "该测算不构成投资建议的说法遭到反驳。", "关注我们的产品线的投资者增多,公司说。", "市场有风险偏好回升的迹象。",
    "Follow us is the name of the campaign.", "Reporting by segment begins next year.", "点击查看的人数翻番。", "版权所有者起诉了三家平台。",
    "打印", "A", "a", "---", "###", "1", "分享到", "上一篇", "责任编辑：赵六", "来源：港口日报", "（完）", "相关阅读", "© 2031",
    "免责声明", "未经授权不得转载", "2031-06-15 05:42", "记者 张三", "热门新闻", "= = =", "首页 > 财经 > 正文", "01",
  ]

  @Test(arguments: lines) func noLineIsTakenForBoilerplate(_ line: String) throws {
    let item = try item("公司周三公布了数据。\n\(line)\n公司没有说明原因。")
    let text = item.blocks.map(\.text).joined(separator: "\n")
    for part in ["公司周三公布了数据。", line, "公司没有说明原因。"] { #expect(text.contains(part)) }
  }

  @Test func linesThatAreTooManyForBlocksStayInOneParagraph() throws {
    let lines = (0..<RecordText.mostLines + 500).map { "第\($0)行。" }
    let blocks = try item(lines.joined(separator: "\n")).blocks
    #expect(blocks.count <= RecordText.mostLines + 1)
    #expect(blocks.last == .paragraph(lines.suffix(500).joined(separator: "\n")))
    #expect(blocks.plainText.split(separator: "\n").map(String.init) == lines)
  }

  @Test func allLinesTogetherStayInTheirOrder() throws {
    let text = try item(Self.lines.joined(separator: "\n")).blocks.plainText
    var rest = text[...]
    for line in Self.lines {
      let found = try #require(rest.firstRange(of: line), "\(line)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func cleaningTakesBoilerplateOut() throws {
    let item = try item("公司周三公布了数据。\n分享到\n公司没有说明原因。", cleans: true)
    #expect(item.blocks.map(\.text) == ["公司周三公布了数据。", "公司没有说明原因。"])
  }

  @Test func marksOfListsTablesAndQuotationsAreRead() throws {
    let item = try item("概况如下。\n- 货量回升\n- 运价走稳\n> 价格还会上升\n年 | 货量\n2030 | 10\n2031 | 12\n说明完毕。")
    #expect(item.blocks.contains(.list(["货量回升", "运价走稳"])))
    #expect(item.blocks.contains(.quote("价格还会上升")))
    #expect(item.blocks.contains(.table([["年", "货量"], ["2030", "10"], ["2031", "12"]])))
  }

  @Test func theHeadlineAboveTheTextIsNotRepeated() throws {
    #expect(try item("远帆航运公告\n货量同比回升。").blocks == [.paragraph("货量同比回升。")])
  }

  @Test(arguments: ["港口日报记者 林一帆,公司周三公布了数据。\n货量回升。", "公司周三公布了数据。\n货量回升。\n港口日报记者 林一帆,责任编辑：赵六"])
  func writersAreFoundAmongTheLinesThatStay(_ text: String) throws {
    let item = try item(text)
    #expect(item.byline == "林一帆")
    #expect(item.blocks.map(\.text) == text.split(separator: "\n").map(String.init))
  }

  // MARK: HTML

  @Test func htmlIsReadWithoutScriptAndStyle() throws {
    let item = try item(#"<p>第一段</p><script>track("x")</script><style>p{}</style><!-- 注 --><p>第二段</p>"#)
    #expect(item.blocks == [.paragraph("第一段"), .paragraph("第二段")])
  }

  @Test func htmlKeepsItsListsHeadingsAndLinks() throws {
    let item = try item(
      #"<h2>货量</h2><p>同比<a href="https://a.example/1">回升</a>。</p><ul><li>集装箱货量</li><li>散货货量</li></ul>"#)
    #expect(item.blocks == [.heading("货量", level: 2), .paragraph("同比回升。"), .list(["集装箱货量", "散货货量"])])
    #expect(item.links == [ArticleLink(text: "回升", address: "https://a.example/1")])
  }

  @Test func sentencesOfBoilerplateStayInHTMLToo() throws {
    let item = try item("<p>公司未经许可停运。</p><p>市场有风险偏好回升的迹象。</p><p>关注我们的人增多。</p>")
    #expect(item.blocks.count == 3)
  }

  @Test(arguments: ["利润<5%且>3%，符合预期。", "公司<某某>回应称属实。", "The ticker <P> rose 3 < 5 percent."])
  func signsThatAreNoTagsAreText(_ text: String) throws {
    #expect(try item(text).blocks == [.paragraph(text)])
  }

  @Test func scriptsAmongLinesOfTextGo() throws {
    let item = try item("第一段，说明情况。\n<script>var a = 1;</script>\n公司<某某>回应称属实。")
    #expect(item.blocks.map(\.text) == ["第一段，说明情况。", "公司<某某>回应称属实。"])
  }

  @Test func linesWithinHTMLThatEndASentenceAreParagraphs() throws {
    let item = try item("<h2>货量</h2>\n第一句。\n第二句。\n<p>第三\n句。</p>")
    let texts = item.blocks.dropFirst().map { $0.text.replacing(" ", with: "") }
    #expect(texts == ["第一句。", "第二句。", "第三句。"])
  }

  // MARK: Without a headline

  @Test func aFlashIsCalledByTheWordsInItsBrackets() throws {
    let item = try item("【远帆航运增开两条航线】港口日报6月15日电，远帆航运宣布增开航线。", title: nil)
    #expect(item.title == "远帆航运增开两条航线")
    #expect(item.blocks.plainText.contains("港口日报6月15日电"))
  }

  @Test func aShortTextIsCalledByItself() throws {
    let item = try item("港口日报6月15日电，货量同比回升百分之六。", title: nil)
    #expect(item.title == "港口日报6月15日电，货量同比回升百分之六。")
  }

  @Test func aLongTextIsCalledByItsFirstSentence() throws {
    let item = try item("远帆航运周三公布了数据。" + String(repeating: "货量回升，运价走稳，", count: 12), title: nil)
    #expect(item.title == "远帆航运周三公布了数据。")
  }

  @Test func aShortFirstLineIsTheHeadline() throws {
    let item = try item("远帆航运货量回升\n公司周三公布了数据。", title: nil)
    #expect(item.title == "远帆航运货量回升")
    #expect(item.blocks == [.paragraph("公司周三公布了数据。")])
  }
}
