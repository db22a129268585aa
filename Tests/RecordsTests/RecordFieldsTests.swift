import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import Records

/// What the lines of a record's text tell of its article, and how they become blocks.
@Suite struct RecordFieldsTests {
  private func item(_ text: String, title: String = "云杉动力公告", cleans: Bool = false) throws -> Item {
    var context = context()
    context.cleansRecords = cleans
    var record = ArticleRecord()
    if !title.isEmpty { record.set(.init(field: .title, rank: 0), name: 1, to: title) }
    record.set(.init(field: .text, rank: 0), name: 2, to: text)
    var notes = ParseNotes()
    return try record.item(context, &notes)
  }

  private let sentence = "公司周三公布了上半年的数据。"

  // MARK: Fields

  @Test func sourceTimeAndWriterAreFoundAmongTheFirstAndTheLastLines() throws {
    let first = try item("来源：星海财经\n时间：2031-06-15 05:42\n作者：林一帆\n\(sentence)\n货量回升。")
    #expect(first.source == "星海财经" && first.byline == "林一帆" && first.published == moment(2031, 6, 15, 5, 42))
    let last = try item("\(sentence)\n货量回升。\n来源：星海财经\n作者：林一帆")
    #expect(last.source == "星海财经" && last.byline == "林一帆" && last.isDateEstimated)
    // The lines are data and stay.
    #expect(first.blocks.plainText.contains("来源：星海财经") && first.removed.isEmpty)
  }

  @Test func linesInTheMiddleOfATextTellNothing() throws {
    let lines = (1...6).map { "第\($0)句说明了情况。" }
    let middle = try item((lines + ["来源：星海财经"] + lines).joined(separator: "\n"))
    #expect(middle.source == nil)
    #expect(try item((lines.prefix(3) + ["来源：星海财经"] + lines).joined(separator: "\n")).source == "星海财经")
    #expect(try item((lines.prefix(4) + ["来源：星海财经"] + lines).joined(separator: "\n")).source == nil)
  }

  @Test func aDatelineAndASignatureNameWhoWrote() throws {
    #expect(try item("星海财经6月15日电 （记者林一帆）\(sentence)\n货量回升。").byline == "林一帆")
    let signed = try item("\(sentence)\n货量回升。（林一帆）")
    #expect(signed.blocks.last?.text == "货量回升。（林一帆）")
  }

  @Test func cleaningListsTheLinesThatGo() throws {
    let found = try item("来源：星海财经\n\(sentence)\n货量回升。\n责任编辑：赵六\n分享到", cleans: true)
    #expect(found.blocks == [.paragraph(sentence), .paragraph("货量回升。")])
    #expect(found.source == "星海财经" && found.removed.contains("责任编辑：赵六") && found.removed.contains("分享到"))
  }

  // MARK: The headline

  @Test func theHeadlineAboveTheTextGoesWithAndWithoutItsLabel() throws {
    for first in ["快讯：云杉动力公告", "云杉动力公告"] {
      #expect(try item("\(first)\n\(sentence)", title: "快讯：云杉动力公告").blocks == [.paragraph(sentence)])
    }
    #expect(try item("云杉动力公告\n\(sentence)", title: "云杉动力").blocks.count == 2)
    #expect(try item("\(sentence)\n云杉动力公告").blocks.count == 2)
  }

  @Test func theHeadlineAboveHTMLGoesToo() throws {
    #expect(try item("<h1>云杉动力公告</h1><p>\(sentence)</p>").blocks == [.paragraph(sentence)])
    #expect(try item("<h1>别的公告</h1><p>\(sentence)</p>").blocks.count == 2)
  }

  @Test func htmlWithoutAHeadlineIsCalledByItsText() throws {
    #expect(try item("<p>\(sentence)</p><p>货量回升。</p>", title: "").title == sentence)
  }

  @Test(arguments: ["公司周三公布了数据。", "- 货量", "……", "1. 货量回升", "五"]) func aSentenceOrAMarkIsNoHeadline(first: String) throws
  {
    let found = try item("\(first)\n\(sentence)", title: "")
    // Unless it is a headline, the line stays a part of the text.
    let isHeadline = first == "五"
    #expect(found.blocks.plainText.contains(first == "五" ? sentence : String(first.suffix(2))))
    #expect((found.blocks.count == 1 && found.title == first) == isHeadline)
  }

  @Test func aHeadlineIsShort() throws {
    let sixty = String(repeating: "货", count: 60)
    #expect(try item("\(sixty)\n\(sentence)", title: "").title == sixty)
    let long = try item("\(sixty)量\n\(sentence)", title: "")
    #expect(long.title != sixty + "量" && long.blocks.plainText.contains(sixty + "量"))
    #expect(try item(sixty, title: "").blocks == [.paragraph(sixty)])
  }

  @Test func aLabelOfTheFoundHeadlineIsTakenOff() throws {
    let found = try item("快讯：云杉动力增产\n\(sentence)", title: "")
    #expect(found.label == "快讯" && found.title == "云杉动力增产")
  }

  // MARK: Blocks

  @Test func linesBetweenFencesAreCode() throws {
    let found = try item("\(sentence)\n```\nlet price = 12\nprint(price)\n```\n货量回升。")
    #expect(found.blocks == [.paragraph(sentence), .code("let price = 12\nprint(price)"), .paragraph("货量回升。")])
    #expect(try !item("\(sentence)\n```\nlet a = 1").blocks.contains { if case .code = $0 { true } else { false } })
  }

  @Test func captionsAreFiguresAndKeepTheirWord() throws {
    let found = try item("\(sentence)\n图：港口的新泊位\n货量回升。")
    #expect(found.blocks.contains(.figure("图：港口的新泊位")))
  }

  @Test func aVeryLongLineIsAParagraphWhateverItBeginsWith() throws {
    let long = "- " + String(repeating: "货量回升，", count: 2_000)
    #expect(try item("\(sentence)\n\(long)").blocks.last == .paragraph(long))
    #expect(try item("\(sentence)\n- 货量回升\n- 运价走稳").blocks.last == .list(["货量回升", "运价走稳"]))
  }

  @Test func referencesAndRemainsOfTagsInTextGo() throws {
    #expect(try item("货量<b>回升</b> 6&#37;&nbsp;。").blocks == [.paragraph("货量回升 6% 。")])
  }
}
