import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import SourceForms

@Suite struct JSONLinesTests {
  private func records(_ text: String, _ context: ParsingContext = context()) -> [ParsedRecord] {
    NewsParser.parse(Array(text.utf8), as: .jsonLines, context: context)
  }

  private func cleanedItem(_ line: String) throws -> Item {
    var cleaning = context()
    cleaning.cleansRecords = true
    return try item(line, cleaning)
  }

  private func item(_ line: String, _ context: ParsingContext = context()) throws -> Item {
    let records = records(line, context)
    guard case .item(let item)? = records.first, records.count == 1 else {
      Issue.record("not one item: \(records)")
      throw ParseRefusal(.notAnArticle)
    }
    return item
  }

  @Test func allKeys() throws {
    let item = try item(
      #"{"id":"x-1","title":"今日热搜:甲公司中标","text":"第一段。\n\n第二段。","published":"2031-06-15 05:42:09","source":"港口日报","#
        + #""author":"李四","tags":["港口","航运"],"url":"https://example.com/1","summary":"摘要","extra":{"a":[1]}}"#)
    #expect(
      item
        == Item(
          originID: "x-1", url: "https://example.com/1", label: "今日热搜", title: "甲公司中标", source: "港口日报", byline: "李四",
          published: moment(2031, 6, 15, 5, 42, 9), summary: "摘要", blocks: [.paragraph("第一段。"), .paragraph("第二段。")],
          tags: ["港口", "航运"]))
  }

  @Test(arguments: ["text", "content", "body"]) func namesOfTheBody(_ key: String) throws {
    #expect(try item(#"{"title":"甲","\#(key)":"第一段。\n第二段。"}"#).blocks == [.paragraph("第一段。"), .paragraph("第二段。")])
  }

  @Test(
    arguments: [
      #""published":"2031-06-15T05:42:09+08:00""#, #""time":"2031-06-14T21:42:09Z""#, #""date":1939239729"#,
      #""published":1939239729000"#, #""time":"1939239729""#, #""date":"2031年6月15日 05:42:09""#,
      #""published":1939239729.7"#,
    ])
  func formsOfTime(_ field: String) throws {
    let item = try item(#"{"title":"甲","text":"一段。",\#(field)}"#)
    #expect(item.published == moment(2031, 6, 15, 5, 42, 9))
    #expect(!item.isDateEstimated)
  }

  @Test func undatedRecordsKeepTheFilesTime() throws {
    let item = try item(#"{"title":"甲","text":"一段。","published":null}"#)
    #expect(item.published == moment(2031, 7, 1))
    #expect(item.isDateEstimated)
  }

  @Test(arguments: [#""a,b""#, #"["a","b"]"#, #""a、b""#, #"[{"name":"a"},{"name":"b"}]"#, #""a b""#])
  func formsOfTags(_ value: String) throws {
    #expect(try item(#"{"title":"甲","text":"一段。","tags":\#(value)}"#).tags == ["a", "b"])
  }

  @Test func aDumpWithinText() throws {
    let dump = page(title: "聚焦:远帆航运货量回升", tail: "标签: 航运 港口").replacing("\n", with: #"\n"#)
    for line in [#"{"text":"\#(dump)"}"#, #"{"title":"远帆航运货量回升","text":"\#(dump)","id":7}"#] {
      let item = try cleanedItem(line)
      #expect(item.title == "远帆航运货量回升")
      #expect(item.label == "聚焦")
      #expect(item.source == "港口日报")
      #expect(item.tags == ["航运", "港口"])
      #expect(item.published == moment(2031, 6, 15, 5, 42, 9))
    }
  }

  @Test func fieldsWithinTheTextAreReadAndItsLinesStay() throws {
    let item = try item(#"{"title":"甲","text":"原标题：甲的旧题\n来源：港口日报\n正文一段，说明情况。\n责任编辑：赵六"}"#)
    #expect(item.blocks.map(\.text) == ["原标题：甲的旧题", "来源：港口日报", "正文一段，说明情况。", "责任编辑：赵六"])
    #expect(item.source == "港口日报")
  }

  @Test func cleaningTakesFieldsOutOfTheText() throws {
    let item = try cleanedItem(#"{"title":"甲","text":"原标题：甲的旧题\n来源：港口日报\n正文一段，说明情况。\n责任编辑：赵六"}"#)
    #expect(item.blocks == [.paragraph("正文一段，说明情况。")])
    #expect(item.source == "港口日报")
    #expect(item.byline == nil)
  }

  @Test func cleaningTakesAJoinedFirstLineApart() throws {
    let item = try cleanedItem(#"{"title":"甲","text":"原标题：甲的旧题,来源：港口日报,8月4日，公司公布了1,200万元的订单。\n第二段。"}"#)
    #expect(item.source == "港口日报")
    #expect(item.blocks == [.paragraph("8月4日，公司公布了1,200万元的订单。"), .paragraph("第二段。")])
  }

  @Test func cleaningTakesJoinedNotesAtBothEndsAway() throws {
    let item = try cleanedItem(#"{"title":"甲","text":"（原标题：甲的旧题）公司公布了订单。\n以公告为准。,责任编辑：赵六"}"#)
    #expect(item.blocks == [.paragraph("公司公布了订单。"), .paragraph("以公告为准。")])
  }

  @Test func badLinesAreRefusedWithTheirNumberAndTheOthersGoOn() {
    let text = "{\"title\":\"甲\",\"text\":\"一段。\"}\n\n{bad\n{\"x\":1}\n[1]\n{\"title\":\"乙\",\"text\":\"一段。\"}"
    let records = NewsParser.parse(Array(text.utf8), as: .jsonLines, context: context(fileName: "a.jsonl"))
    #expect(records.map { if case .item(let item) = $0 { item.title } else { "-" } } == ["甲", "-", "-", "-", "乙"])
    #expect(records[1] == .refused(ParseRefusal(.badJSON(.unexpected), path: "a.jsonl", line: 3, offset: 1)))
    #expect(records[2] == .refused(ParseRefusal(.noArticleFields, path: "a.jsonl", line: 4)))
    #expect(records[3] == .refused(ParseRefusal(.badJSON(.notAnObject), path: "a.jsonl", line: 5, offset: 1)))
  }

  @Test func aListAndObjectsOverSeveralLines() {
    let text =
      "[\n  {\n    \"title\": \"甲\",\n    \"text\": \"一段。\"\n  },\n  {\"title\": \"乙\", \"text\": \"一段。\"}\n]\n"
    #expect(records(text).map { if case .item(let item) = $0 { item.title } else { "-" } } == ["甲", "乙"])
  }

  @Test func controlCharactersOfJSONDoNotGetIn() throws {
    let item = try item(#"{"title":"甲\u001b[31m乙\u202e丙","text":"一\u0000段\u009b。","source":"港\u200b口"}"#)
    #expect(item.title == "甲[31m乙丙")
    #expect(item.blocks == [.paragraph("一段。")])
    #expect(item.source == "港口")
  }
}
