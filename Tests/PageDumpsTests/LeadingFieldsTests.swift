import ParsingSupport
import Testing

@testable import ArticleFields
@testable import PageDumps

@Suite struct LeadingFieldsTests {
  private func fields(_ text: String) -> LeadingFields? { LeadingFields(lines(text)) }

  /// The block that such lines make between the marks of front matter.
  private func matter(_ rows: String) throws -> LeadingFields {
    try #require(fields("---\ntitle: 货量回升\n\(rows)\n---\n正文"))
  }

  @Test func frontMatterNamesTheArticle() throws {
    let block = try #require(
      fields(
        """
        ---
        title: "远帆航运\\"上半年\\"货量回升"
        author: 李四
        date: 2031-06-15 05:42
        url: https://port.example/a
        description: 货量同比回升百分之六，运价走稳。
        tags: ['航运', "港口"]
        ---
        正文
        """))
    #expect(block.header.title == "远帆航运\"上半年\"货量回升")
    #expect(block.header.byline == "李四")
    #expect(block.header.date?.timestamp(in: shanghai) == moment(2031, 6, 15, 5, 42))
    #expect(block.header.url == "https://port.example/a")
    #expect(block.header.summary == "货量同比回升百分之六，运价走稳。")
    #expect(block.header.tags == ["航运", "港口"])
    #expect(block.end == 8)
    #expect(block.passedOver == [])
  }

  @Test(arguments: [
    "", "正文", "---\nauthor: 李四\n---\n正文", "---\ntitle: 货量回升\nauthor: 李四", "title: 货量回升\nauthor: 李四",
    "----\ntitle: 货量回升\n---",
    "首页\n---\ntitle: 货量回升\n---",
  ])
  func otherLinesAreNoFrontMatter(_ text: String) {
    #expect(fields(text) == nil)
  }

  @Test func frontMatterEndsSoon() {
    let block = { (count: Int) in "---\ntitle: 货量回升\n" + String(repeating: "a: b\n", count: count) + "---\n正文" }
    #expect(fields(block(58))?.end == 61)
    #expect(fields(block(59)) == nil)
  }

  @Test func aListStandsBelowItsKey() throws {
    #expect(try matter("tags:\n  - 航运\n  - \"港口\"").header.tags == ["航运", "港口"])
    // Items of an unknown key are nobody's, and a value on the line ends the list before it.
    let block = try matter("layout:\n- 航运\ntags: 港口\n- 电力")
    #expect(block.header.tags == ["港口"])
    #expect(block.passedOver == ["layout:", "- 航运", "- 电力"])
  }

  @Test(arguments: [
    ("tags: []", [String]()), ("tags: 航运", ["航运"]), ("tags: [航运,港口]", ["航运", "港口"]), ("tags: ['', 港口]", ["港口"]),
    ("categories: 航运\nkeywords: 港口", ["航运", "港口"]),
  ])
  func tagsMayBeAListOrOneValue(_ row: String, _ tags: [String]) throws {
    #expect(try matter(row).header.tags == tags)
  }

  @Test func theFirstTitleAndDateCount() throws {
    let block = try matter("title: 另一题\ndate: 2031-06-15\ndate: 2031-06-16")
    #expect(block.header.title == "货量回升")
    #expect(block.header.date?.day == 15)
  }

  @Test(arguments: [
    "author: null", "author: ", "date: n/a", "url: port.example/a", "tags: 无", "layout: post", "sitename: -",
  ])
  func whatSaysNothingIsNotTaken(_ row: String) throws {
    let header = try matter(row).header
    #expect(header.byline == nil && header.date == nil && header.url == nil && header.source == nil)
    #expect(header.tags == [])
  }

  // MARK: Authors

  @Test(arguments: [("李四", "李四"), ("李四, 王五", "李四 王五"), ("Ann Poe", "Ann Poe")])
  func personsAreTheAuthor(_ value: String, _ byline: String) throws {
    let block = try matter("author: \(value)")
    #expect(block.header.byline == byline)
    #expect(block.account == nil)
  }

  @Test func aLongerNameIsAnAccount() throws {
    let block = try matter("author: 港口日报官方账号")
    #expect(block.header.byline == nil)
    #expect(block.account == "港口日报官方账号")
  }

  @Test func anAccountWithItsPlatformIsTheSource() throws {
    #expect(try matter("author: 港口观察 百家号").header.source == "港口观察")
    #expect(try matter("author: 百家号").header.source == nil)
  }

  @Test func aLineOfFieldsNamesTheSource() throws {
    let header = try matter("author: 来源：港口日报 编辑：赵六").header
    #expect(header.source == "港口日报")
    #expect(header.byline == nil)
  }

  @Test(arguments: ["责任：李四", "分享到 微信 微博"]) func otherLinesOfThePageAreNoAuthor(_ value: String) throws {
    let block = try matter("author: \(value)")
    #expect(block.header.byline == nil && block.account == nil)
    #expect(block.passedOver.map { String($0) } == [value])
  }

  // MARK: Sites and summaries

  @Test func aSiteIsNoSourceYetAndTheHostComesLast() throws {
    let block = try matter("sitename: 港口日报\nhostname: port.example")
    #expect(block.header.source == nil)
    #expect(block.site == "港口日报")
    #expect(block.host == "port.example")
    #expect(try matter("sitename: 港口日报\nwebsite: 晨港网").site == "港口日报")
  }

  @Test(arguments: ["货量回升，港口，航运，运价，远帆航运公司", "港口 航运 运价 远帆航运公司", "回升，走稳。"])
  func aTitleKeywordsAndAFewWordsAreNoSummary(_ value: String) throws {
    let block = try matter("description: \(value)")
    #expect(block.header.summary == nil)
    #expect(block.passedOver.map { String($0) } == [value])
  }

  @Test(arguments: ["text: 正文在此", "id: 17", "label: 快讯"]) func whatAPageHasInItsTextIsPassedOver(_ row: String) throws {
    #expect(try matter(row).passedOver.count == 1)
  }

  // MARK: Readers

  @Test func aReaderNamesAddressAndTime() throws {
    let block = try #require(
      fields(
        "Title: 货量回升\n\nURL Source: https://port.example/a\n\nPublished Time: 2031-06-15T05:42:00+08:00\n\n"
          + "Markdown Content:\n正文：一段文字"))
    #expect(block.header.title == "货量回升")
    #expect(block.header.url == "https://port.example/a")
    #expect(block.header.date?.timestamp(in: shanghai) == moment(2031, 6, 15, 5, 42))
    #expect(block.end == 4)
  }

  @Test func withoutItsAddressATitleIsAFieldOfThePage() {
    #expect(fields("Title: 货量回升\n\nMarkdown Content:\n正文") == nil)
    #expect(fields("Title: 货量回升\nSource: 港口日报\nURL Source: https://port.example/a") == nil)
  }

  @Test func theHeadOfAReaderIsShort() throws {
    let rows = Array(repeating: "Warning: slow page", count: 10).joined(separator: "\n")
    #expect(try #require(fields("title: 货量回升\nurl source: https://port.example/a\n\(rows)")).end == 8)
  }
}
