import NewsModel
import NewsWriting
import Testing
import TextBasics

@Suite struct PlainTextWriterTests {
  @Test func whatIsSaidStandsWithoutNotation() {
    let article = Article.sample(
      label: "聚焦", source: "晨星日报", url: "https://news.example/1?a=b", tags: ["电池"], summary: "摘要。",
      blocks: [
        .paragraph("第一段。\n第二行。"), .heading("小标题", level: 3), .quote("引文"), .list(["甲", "乙"]),
        .table([["年份", "产量"], ["2022", "3"]]), .figure("图注"),
      ])
    #expect(
      ExportFormat.text.document([article]) == """
        【聚焦】云岭电池公布新工厂计划
        晨星日报 · 2022-06-15 05:42
        https://news.example/1?a=b
        #电池

        摘要。

        第一段。
        第二行。

        小标题

        引文

        甲
        乙

        年份 产量
        2022 3

        图注



        """)
  }

  @Test func nothingInItSteersATerminal() {
    var random = RandomArticles(seed: 7)
    for _ in 0..<200 {
      let document = ExportFormat.text.document([random.hostileArticle()])
      #expect(KeptText(lines: document).string == document)
    }
  }

  @Test(arguments: ["a.txt", "a.TEXT"]) func theNameOfAFileAsksForIt(name: String) {
    #expect(ExportFormat(fileName: name) == .text)
    #expect(ExportFormat.text.fileExtension == "txt")
  }
}
