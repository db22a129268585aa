import NewsModel
import ParsingSupport
import Testing

@Suite struct HeadingMarkTests {
  private let sentence = "公司公布了上半年的数据,货量同比回升百分之六。"

  @Test(
    arguments: [
      ("### 两条新航线", 3), ("## 两条新航线 ##", 2), ("▍两条新航线", 2), ("■ 两条新航线", 3), ("**两条新航线**", 2), ("【两条新航线】", 2),
      ("01\n\n两条新航线", 2),
    ])
  func marksAreNoPartOfTheHeading(_ line: String, _ level: Int) throws {
    let item = try parsed(page(body: "\(sentence)\n\n\(line)\n\n\(sentence)"))
    #expect(item.blocks == [.paragraph(sentence), .heading("两条新航线", level: level), .paragraph(sentence)])
  }

  @Test func aQuestionMayBeAHeading() throws {
    let item = try parsed(page(body: "\(sentence)\n\n运价还会涨吗？\n\n\(sentence)"))
    #expect(item.blocks[1] == .heading("运价还会涨吗？", level: 2))
  }

  @Test func aTitleInMarkdown() throws { #expect(try parsed("# " + page()).title == "远帆航运上半年货量回升") }

  @Test func fencesHoldCode() throws {
    let item = try parsed(page(body: "\(sentence)\n\n```\nlet a = 1\nprint(a)\n```\n\n\(sentence)"))
    #expect(item.blocks[1] == .code("let a = 1\nprint(a)"))
  }
}
