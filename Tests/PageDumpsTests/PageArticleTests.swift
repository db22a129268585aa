import NewsModel
import ParsingSupport
import Testing

@testable import PageDumps
@testable import SourceForms

/// What the parts of a page say together.
@Suite struct PageArticleTests {
  private let sentence = "远帆航运公布了上半年的数据,货量同比回升百分之六。"

  // MARK: What is an article

  @Test func runningTextADateOrASourceMakesAnArticle() throws {
    #expect(refusal(Array("货量回升\n\n运价走稳".utf8)) == .notAnArticle)
    #expect(try parsed("货量回升\n\n来源：港口日报\n\n运价走稳").blocks.count == 1)
    #expect(try parsed("货量回升\n\n2031-06-15\n\n运价走稳").blocks.count == 1)
    #expect(try parsed("货量回升\n\n\(sentence)").blocks.count == 1)
    #expect(try parsed("货量回升\n\n" + String(repeating: "货量", count: 31)).blocks.count == 1)
    #expect(refusal(Array(("货量回升\n\n" + String(repeating: "货量", count: 30)).utf8)) == .notAnArticle)
  }

  @Test(arguments: ["404 Not Found", "Access Denied by the server", "页面不存在", "Just a moment...", "ERROR 17"])
  func thePageOfAnErrorIsNone(_ title: String) throws {
    #expect(refusal(Array("\(title)\n\n\(sentence)".utf8)) == .notAnArticle)
    // Longer texts, and dated ones, only begin so.
    let text = Array(repeating: sentence, count: 4).joined(separator: "\n\n")
    #expect(try parsed("\(title)\n\n\(text)").blocks.count == 4)
    #expect(try parsed("\(title)\n\n来源：港口日报 2031-06-15\n\n\(sentence)").blocks.count == 1)
  }

  // MARK: Sources, summaries, tags

  @Test func theSourceComesFromFieldsThenTheDatelineThenTheWriterThenTheSite() throws {
    let source = { (writer: String, dateline: String, foot: String) in
      try parsed(
        ["远帆航运上半年货量回升_晨港网", "2031-06-15 05:42", writer, dateline + sentence, sentence, foot]
          .joined(separator: "\n\n")
      ).source
    }
    #expect(try source("港口日报记者 李四", "江湾社6月15日电 ", "来源：南湾财讯") == "南湾财讯")
    #expect(try source("港口日报记者 李四", "江湾社6月15日电 ", "") == "江湾社")
    #expect(try source("港口日报记者 李四", "", "") == "港口日报")
    #expect(try source("", "", "") == "晨港网")
  }

  @Test func theSummaryIsTheFirstParagraphThatSaysSomething() throws {
    let summary = { (paragraphs: [String]) in
      try parsed(page(body: paragraphs.joined(separator: "\n\n"))).summary
    }
    #expect(try summary([sentence, "运价走稳。"]) == sentence)
    #expect(try summary(["(图为宁川港)", "两条新航线", sentence]) == sentence)
    #expect(try summary(["宁川的一个清晨", "港口", sentence]) == sentence)
  }

  @Test func aTagIsNamedOnce() throws {
    let item = try parsed(page(header: "来源:港口日报 2031-06-15 标签:航运", tail: "标签: 航运 ＥＴＦ etf"))
    #expect(item.tags == ["航运", "ＥＴＦ"])
  }

  @Test func aStatementInAListIsNoHeadline() throws {
    let item = try parsed(page(tail: "相关阅读\n\n北陵重工新签订单再创历史新高\n\n本站内容均来自网络。\n\n两家券商同日公告更换董事长"))
    #expect(item.related.map(\.title) == ["北陵重工新签订单再创历史新高", "两家券商同日公告更换董事长"])
    #expect(item.removed.contains("本站内容均来自网络。"))
  }

  @Test func fieldsBelowTheTextAreTakenOnlyFromNearIt() throws {
    let note = "版权声明 来源：港口日报 时间：2031-06-15 05:42"
    let rows = { (count: Int) in ["责任编辑：赵六"] + Array(repeating: "打印 关闭", count: count) + [note] }
    let near = try parsed(page(header: "", tail: rows(20).joined(separator: "\n\n")))
    #expect(near.source == "港口日报")
    #expect(near.published == moment(2031, 6, 15, 5, 42))
    let far = try parsed(page(header: "", tail: rows(26).joined(separator: "\n\n")))
    #expect(far.source == nil)
    // Behind the heading of a list the fields are another page's.
    let list = try parsed(page(header: "", tail: "相关阅读\n\n甲公司扩产\n\n\(note)"))
    #expect(list.source == nil)
  }

  @Test func linesLeftOutAreToldInOrder() throws {
    let item = try parsed(
      "首页 财经 股票 基金\n\n"
        + page(
          header: "来源:港口日报 2031-06-15\n\n57人参与", body: "\(sentence)\n\n\(sentence)", tail: "责任编辑：赵六\n\n打印 关闭\n\n返回首页"))
    #expect(item.removed == ["首页 财经 股票 基金", "57人参与", "责任编辑：赵六", "打印 关闭", "返回首页"])
  }

  @Test func anAbsentDateIsNone() throws {
    let item = try parsed(page(header: "来源:港口日报 1970-01-01 08:00"))
    #expect(item.published == moment(2031, 7, 1))
    #expect(item.isDateEstimated)
  }

  // MARK: A page within a record

  private func looksLike(_ text: String, title: String = "远帆航运上半年货量回升") -> Bool {
    PageDumpParser.looksLikePageDump(text[...], title: title[...])
  }

  @Test func aTextThatBeginsWithHeadlineAndFieldsIsADump() {
    #expect(looksLike(page()))
    #expect(looksLike("今日热搜：" + page()))
    #expect(looksLike("远帆航运上半年货量回升\n首页 财经\n2031-06-15 05:42\n正文"))
  }

  @Test func otherTextsAreNone() {
    #expect(!looksLike(page(), title: "北陵重工订单翻倍"))
    #expect(!looksLike(page(header: "")))
    #expect(!looksLike("远帆航运上半年货量回升\n来源:港口日报"))
    #expect(!looksLike("来源:港口日报\n" + page()))
    #expect(!looksLike("远帆航运上半年货量回升\n甲\n乙\n来源:港口日报"))
    #expect(!looksLike("远帆航运上半年货量回升\n编辑:赵六\n正文"))
    #expect(!looksLike(""))
    let opening = String(repeating: "货量", count: 61) + "远帆航运"
    #expect(!looksLike(opening + "\n来源:港口日报\n正文"))
  }

  // MARK: The form of last resort

  @Test func aWholeInputIsOnePage() throws {
    var reader = SourceFormat.pageDump.makeReader(context())
    var records: [ParsedRecord] = []
    let bytes = Array(page().utf8)
    for (start, isLast) in [(0, false), (40, true)] {
      let piece = bytes[start..<(isLast ? bytes.count : 40)]
      piece.withUnsafeBytes { reader.take($0, isLast: isLast) { records.append($0) } }
    }
    let item = try parsed(page())
    #expect(records == [.item(item)])
  }
}
