import Testing

@testable import PageDumps

/// Links, pictures and escapes; `MarkdownTextTests` has the marks together.
@Suite struct MarkdownLinksTests {
  /// The text with a line of Markdown before it, so that its marks are looked at.
  private func plain(_ text: String) -> String {
    String(MarkdownText("# 题\n" + text).text.dropFirst("# 题\n".count))
  }

  @Test(arguments: [
    ("见[公告](/a)。", "见公告。"), ("见[公告](https://port.example/a_(1).html)。", "见公告。"), ("见[公告](/a \"公告(二)\")。", "见公告。"),
    ("见[公告](#top)。", "见公告。"), ("见[公告](<a b>)。", "见公告。"), ("见[公告]()。", "见公告。"), ("见[公告](a.html)。", "见公告。"),
    ("见[公告](/a\\)b)。", "见公告。"), ("见[公告](/a\nb\nc)。", "见公告。"), ("见[公告][12]。", "见公告。"),
  ])
  func aLinkIsItsWords(_ text: String, _ expected: String) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    "见[公告](注释)。", "见[公告](下称公告)。", "见[公告](a)。", "见[公告](/a\nb\nc\nd)。", "见[公告](/a", "见[公告](/a](/b", "见[公告][12345]。",
    "见[公告][a]。",
    "见[公告] (/a)。", "见[公告]。", "见公告](注)。", "a[0] = f(x)",
  ])
  func bracketsThatLeadNowhereStay(_ text: String) {
    #expect(plain(text) == text)
  }

  @Test(arguments: [
    ("见<https://port.example/a>。", "见https://port.example/a。"), ("<http://port.example/a", "<http://port.example/a"),
    ("<http://port.example/a b>", "<http://port.example/a b>"), ("<b>", "<b>"), ("1 < 2 > 0", "1 < 2 > 0"), ("<", "<"),
  ])
  func anAddressInAnglesIsALink(_ text: String, _ expected: String) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    ("\\# 一", "# 一"), ("\\*ST海岸\\*", "*ST海岸*"), ("a\\_b\\_c", "a_b_c"), ("\\\\", "\\"), ("1\\. 甲", "1. 甲"),
    ("\\[注\\](x.y)", "[注](x.y)"),
    ("C:\\port", "C:\\port"), ("\\", "\\"), ("\\甲", "\\甲"),
  ])
  func aStrokeMakesAMarkPlain(_ text: String, _ expected: String) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    "[logo.png]", "[banner.JPEG?v=2]", "[svg+xml;base64,AA]", "[data:image/gif]", "[]", "[   ]", "[a1b2c3d4e5f6]",
    "[ab_cd-123456]",
    "[" + String(repeating: "x", count: 41) + "]", "[the-port-of-ning\nchuan-at-night.webp]",
  ])
  func theNameOfAPicturesFileIsTakenAway(_ name: String) {
    #expect(plain("甲\(name)乙") == "甲乙")
  }

  @Test(arguments: [
    "[ABC]", "[注]", "[    ]", "[12]", "[report.pdf]", "[a1b2c3d4e5f]", "[abcdefghijkl]", "[123456789012]",
    "[the port of call]", "[.png is a kind of file]",
  ])
  func otherWordsInBracketsStay(_ name: String) {
    #expect(plain("甲\(name)乙") == "甲\(name)乙")
  }

  @Test func linksWithNumbersLoseThem() {
    let text = (1...8).map { "   [\($0)]栏目" }.joined(separator: "\n") + "\n正文提到[9]公告，见注[10][11]\n[12]公司公布了数据。"
    let markdown = MarkdownText("甲\n" + text + "\n[]")
    #expect(markdown.text.contains("正文提到公告，见注"))
    #expect(markdown.text.hasSuffix("\n公司公布了数据。\n"))
    // A line that opens with a link is nothing else, unless it is a sentence.
    let kinds = markdown.lines(atMost: 99).map(\.kind)
    #expect(kinds == [.words] + Array(repeating: .links, count: 8) + [.words, .words])
  }

  @Test func brokenBracketsLoseNoWords() {
    let text = "甲[乙](/a 丙](注)丁[戊](/b)己"
    #expect(plain(text) == "甲[乙](/a 丙](注)丁戊己")
  }

  @Test func bracketsWithinEachOtherArePaired() {
    #expect(plain("[[甲]乙](/a)丙") == "[甲]乙丙")
    #expect(plain("[![标志](/l.png)公司](/a)丙") == "公司丙")
  }
}
