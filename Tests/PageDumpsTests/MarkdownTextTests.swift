import Testing

@testable import PageDumps

struct MarkdownTextTests {
  private static func plain(_ text: String) -> String { MarkdownText(text).text }

  @Test(
    "marks go and words stay",
    arguments: [
      ("来源：[东港财经](https://east.example/a_\\(1\\).html \"东港财经(网)\") 编辑", "来源：东港财经 编辑"),
      ("[首页](/)\n[![标志](/logo.png)](/) 正文", "首页\n 正文"),
      ("一句[很长\n的链接](https://east.example/a\nb.html)话\n# 题", "一句很长\n的链接话\n# 题"),
      ("**来源：**东港财经 **　作者：林小满**", "来源：东港财经 　作者：林小满"),
      ("***ST海岸**与*ST北岛重组", "*ST海岸与*ST北岛重组"),
      ("**二**〇二六\\_三月 _要闻_ | file_name", "二〇二六_三月 要闻 | file_name"),
      ("[](javascript:void\\(0\\);)[__微信](javascript:; \"分享\")\n", "微信\n"),
      ("见[公告][2]。\n\n   [2]: https://east.example/2", "见公告。\n\n"),
      ("题目\n====\n\n* * *\n\n正文", "# 题目\n\n\n\n\n正文"),
      ("项目 | 金额\n---|---\n订单 | 2", "项目 | 金额\n\n订单 | 2"),
      ("<https://east.example/a>\n# 题", "https://east.example/a\n# 题"),
    ])
  func words(source: String, want: String) { #expect(Self.plain(source) == want) }

  @Test(
    "what only looks like a mark stays",
    arguments: [
      "[1](注释)说明**\n", "某公司[ABC](下称某公司)\n**", "数组[0]与f(x)\n# 题", "**\n", "a\\b\n# 题", "![\n# 题",
    ])
  func others(source: String) {
    #expect(Self.plain(source).filter { $0 != "*" } == source.filter { $0 != "*" })
  }

  @Test("a line of nothing but links is known, and so is one of a picture")
  func kinds() {
    let text = """
      * [海岸重工中标](/a) 2026.03.02
      [东港财经](/b)讯，海岸重工三月二日公告，公司签订合同。
      ![海岸重工的船坞](/c.jpg)
      [
      ### 北岛航运
      ](/d)
      """
    #expect(MarkdownText(text).lines(atMost: 9).map(\.kind) == [.links, .words, .picture, .links])
  }

  @Test("brackets without end cost no more than their length")
  func depth() {
    let open = String(repeating: "[", count: 20_000) + String(repeating: "](", count: 20_000)
    #expect(MarkdownText(open + "\n_" + String(repeating: "_a ", count: 20_000)).text.contains("[["))
  }
}
