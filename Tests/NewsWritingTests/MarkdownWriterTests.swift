import NewsModel
import NewsWriting
import Testing
import TextBasics

struct MarkdownWriterTests {
  private func text(_ blocks: Block...) -> String {
    let document = ExportFormat.markdown.document([.sample(blocks: blocks)])
    let body = document.split(separator: "05:42\n\n").last ?? ""
    return String(body.replacing("\n\n---\n\n", with: ""))
  }

  @Test func anArticleReadsLikeOne() {
    let article = Article(
      headline: Headline(
        id: ArticleID(1), key: ArticleKey(1), label: "快讯", title: "云岭电池公布新工厂计划", source: "晨星日报",
        published: Timestamp(1_655_271_729), tags: ["电池", "新能源"]),
      details: ArticleDetails(url: "https://a.example/x_y?a=1", byline: "林某", summary: "分两期建设。"),
      blocks: [
        .paragraph("第一段"), .heading("产能", level: 1), .quote("价格\n会下降"), .list(["甲", "乙"]),
        .table([["年", "产能"], ["2023", "10"]]), .code("a = `b`\n  c"), .figure("厂房"),
      ])
    #expect(
      ExportFormat.markdown.document([article]) == """
        # 要闻

        ## 【快讯】云岭电池公布新工厂计划

        晨星日报 · 林某 · 2022-06-15 05:42\u{20}\u{20}
        <https://a.example/x_y?a=1>\u{20}\u{20}
        \\#电池 #新能源

        > 分两期建设。

        第一段

        ### 产能

        > 价格\u{20}\u{20}
        > 会下降

        - 甲
        - 乙

        | 年 | 产能 |
        | --- | --- |
        | 2023 | 10 |

        ```
        a = `b`
          c
        ```

        *厂房*

        ---


        """)
  }

  @Test(arguments: [
    ("# 不是标题", "\\# 不是标题"), ("- 不是列表", "\\- 不是列表"), ("12. 不是列表", "12\\. 不是列表"), ("12) 不是", "12\\) 不是"),
    ("> 引", "\\> 引"),
    ("*星* _线_", "\\*星\\* \\_线\\_"), ("[a](javascript:x)", "\\[a\\](javascript:x)"), ("<script>", "\\<script\\>"),
    ("10~20元", "10\\~20元"), ("a | b", "a \\| b"), ("&lt;", "\\&lt;"), ("===", "\\==="), ("    四个空格", "四个空格"),
    ("3.5%", "3\\.5%"),
  ])
  func textStaysText(raw: String, written: String) { #expect(text(.paragraph(raw)) == written) }

  @Test func theFenceIsLongerThanAnyInTheCode() {
    #expect(text(.code("````\nx")) == "`````\n````\nx\n`````")
  }

  @Test func aListWithinAnItemIsSetIn() {
    #expect(text(.list(["甲", "  乙", "    - 丙", "丁"])) == "- 甲\n  - 乙\n    - \\- 丙\n- 丁")
  }

  @Test func rowsOfATableAreEquallyLong() {
    #expect(text(.table([["甲"], ["乙", "丙|丁\n戊"]])) == "| 甲 |  |\n| --- | --- |\n| 乙 | 丙\\|丁 戊 |")
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "https://", "http://a.example/\nx", "; rm -rf ~"])
  func onlyWebAddressesBecomeLinks(url: String) {
    #expect(!ExportFormat.markdown.document([.sample(url: url)]).contains("<"))
  }

  @Test func nothingInItSteersATerminal() {
    var random = RandomArticles(seed: 3)
    for _ in 0..<200 {
      let document = ExportFormat.markdown.document([random.hostileArticle()])
      #expect(KeptText(lines: document).string == document)
    }
  }
}
