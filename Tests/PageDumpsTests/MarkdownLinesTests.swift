import Testing

@testable import PageDumps
@testable import TextScanning

/// Marks of lines and of emphasis, and what lines are made of.
@Suite struct MarkdownLinesTests {
  private func plain(_ text: String) -> String {
    String(MarkdownText("# 题\n" + text).text.dropFirst("# 题\n".count))
  }

  private func kinds(_ text: String) -> [TextLine.Kind] { MarkdownText(text).lines(atMost: 20).map(\.kind) }

  @Test(arguments: [
    ("一\n---|---\n二", "一\n\n二"), ("一\n| :-- | --: |\n二", "一\n\n二"), ("一\n* * *\n二", "一\n\n二"),
    ("一\n*****\n二", "一\n\n二"),
    ("一\n   [3]: https://port.example/3\n二", "一\n\n二"),
  ])
  func linesThatOnlyDrawGo(_ text: String, _ expected: String) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    "一\n---\n二", "一\n||\n二", "一\n* *\n二", "一\n[3]: 注\n二".replacing("]: ", with: "]："), "一\n[x]: y\n二", "一\n|甲|-|\n二",
  ])
  func linesThatSaySomethingStay(_ text: String) {
    #expect(plain(text) == text)
  }

  @Test func aDoubleLineUnderlinesAHeadline() {
    #expect(plain("货量回升\n===\n正文") == "# 货量回升\n\n正文")
    // Nothing stands above it, or a heading already.
    #expect(plain("一\n\n===") == "一\n\n===")
    #expect(plain("## 一\n===") == "## 一\n===")
    #expect(plain("一\n==") == "一\n==")
  }

  @Test(arguments: [
    ("**来源**：甲", "来源：甲"), ("***甲***乙", "甲乙"), ("__甲__ 乙", "甲 乙"), ("_甲_ 乙", "甲 乙"), ("（_甲_）", "（_甲_）"),
    ("(_甲_)", "(甲)"), ("**_甲_**", "甲"), ("***ST海岸**跌停", "*ST海岸跌停"),
  ])
  func emphasisIsNoText(_ text: String, _ expected: String) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    "file_name", "a_b_c", "2 * 3", "*ST海岸", "甲_乙", "姓名：______", "_甲", "甲_",
  ])
  func starsAndLinesWithinWordsStay(_ text: String) {
    #expect(plain(text) == text)
  }

  @Test func emphasisSpansFewWords() {
    let text = { (count: Int) in "_" + String(repeating: "a", count: count) + "_ b" }
    #expect(plain(text(190)) == String(repeating: "a", count: 190) + " b")
    #expect(plain(text(200)) == text(200))
  }

  @Test(
    arguments: [
      ("[甲公司中标一项工程](/a) 2031-06-15", .links), ("· [甲公司中标一项工程](/a)", .links), ("[甲公司中标](/a)，乙公司分红", .words),
      ("甲公司公告", .words),
      ("[甲公司中标一项工程](/a)公告", .links), ("![远帆](/l.png)", .picture), ("![远帆](/l.png)图", .words),
      ("[![远帆](/l.png)](/a)\n[公司](/b)", .links),
    ] as [(String, TextLine.Kind)])
  func aLineIsWhatMostOfItIs(_ text: String, _ kind: TextLine.Kind) {
    #expect(kinds("\(text)\n# 题").first == kind)
  }

  @Test func aLinkMaySpanLines() {
    #expect(kinds("[甲公司\n中标工程](/a)\n正文\n# 题") == [.links, .links, .words, .words])
  }

  @Test func ofAPictureBesideWordsNothingStays() {
    #expect(plain("![远帆](/l.png)货量回升") == "货量回升")
    #expect(plain("[![远帆](/l.png) 货量回升](/a)") == " 货量回升")
    #expect(plain("[![远帆](/l.png)](/a)") == "")
    #expect(plain("![远帆](/l.png)") == "远帆")
  }

  @Test func atMostSoManyLinesAreGiven() {
    let markdown = MarkdownText("# 题\n[甲](/a)\n乙\n丙")
    #expect(markdown.lines(atMost: 2).map { String($0.text) } == ["# 题", "甲"])
    #expect(MarkdownText("甲\n乙\n丙").lines(atMost: 2).count == 2)
  }

  @Test func aTextWithoutMarksIsNotTouched() {
    let text = "正文\\_甲_乙_ * <https://port.example>"
    #expect(MarkdownText(text).text == text)
    #expect(MarkdownText(text).kinds == [:])
  }
}
