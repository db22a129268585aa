import NewsModel
import ParsingSupport
import Testing

@Suite struct BylineRunningTests {
  private let sentence = "远帆航运公布了上半年的数据,货量同比回升百分之六。"

  @Test(arguments: ["（记者 李四）", "(记者李四)", "（本报记者 李四）", "（港口日报记者 李四）", "（文/李四）"])
  func aSignatureAtTheEndIsTheByline(_ note: String) throws {
    let item = try parsed(page(body: "\(sentence)\n\n公司将增加两条航线。\(note)"))
    #expect(item.byline == "李四")
    #expect(item.blocks.last == .paragraph("公司将增加两条航线。"))
  }

  @Test func aSourceAtTheEndIsTaken() throws {
    let item = try parsed(page(header: "2031-06-15 05:42", body: "\(sentence)（文章来源：港口日报）"))
    #expect(item.source == "港口日报")
    #expect(item.blocks == [.paragraph(sentence)])
  }

  @Test(arguments: ["公司将增加两条航线(见附表)。", "公司将增加两条航线。（完）", "航线将增加两条（含远洋）"])
  func otherBracketsStay(_ paragraph: String) throws {
    #expect(try parsed(page(body: "\(sentence)\n\n\(paragraph)")).blocks.last == .paragraph(paragraph))
  }

  @Test(arguments: ["本报讯（记者 李四）", "港口日报6月15日电(记者 李四)", "本报宁川6月15日电 记者李四报道:", "港口日报讯 记者 李四 报道 "])
  func aDatelineNamesTheWriterAndStays(_ dateline: String) throws {
    let item = try parsed(page(body: "\(dateline)\(sentence)"))
    #expect(item.byline == "李四")
    #expect(item.blocks.first?.text.hasPrefix(dateline) == true || item.blocks.first?.text.hasSuffix(sentence) == true)
  }

  @Test(arguments: ["港口日报记者从公司获悉,货量回升。", "记者昨日走访宁川港,看到堆场繁忙。"]) func reportingIsNoByline(_ text: String) throws {
    #expect(try parsed(page(body: text)).byline == nil)
  }
}
