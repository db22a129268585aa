import Testing

@testable import WebPages

@Suite struct PageHeadlineTests {
  private func headline(_ html: String, _ titles: [String] = ["云杉动力净利翻倍_星海网"]) -> String? {
    withTree(html) { tree in
      PageHeadline.find(in: tree, isHidden: tree.nodes.map { _ in false }, titles: titles).flatMap {
        tree.attribute("id", of: $0)
      }
    }
  }

  @Test func theHeadingThatTheTitleRepeatsIsTheHeadline() {
    #expect(headline("<h1 id=a>星海网</h1><h2 id=b>云杉动力净利翻倍</h2><h3 id=c>热点新闻</h3>") == "b")
    #expect(headline("<h1 id=a>星海网</h1><h2 id=b>云杉<b>动力</b>净利翻倍</h2>") == "b")
  }

  @Test func theLongestOneOfSeveralCounts() {
    #expect(headline("<h3 id=a>云杉动力净利</h3><h3 id=b>云杉动力净利翻倍</h3><h3 id=c>动力净利翻倍</h3>") == "b")
  }

  @Test func aHeadingMayHoldTheTitle() { #expect(headline("<h2 id=a>快讯：云杉动力净利翻倍 星海网</h2>") == "a") }

  @Test func aSmallPartOfTheTitleIsNotIt() {
    #expect(headline("<h2 id=a>星海网</h2>", ["云杉动力前三季度净利润翻倍_星海网"]) == nil)
    #expect(headline("<h2 id=a>金</h2>", ["金"]) == nil)
  }

  @Test func otherwiseTheOnlyFirstHeadingIs() {
    #expect(headline("<h2 id=b>要闻</h2><h1 id=a>另一个标题</h1>") == "a")
    #expect(headline("<h1 id=a>另一个标题</h1><h1 id=b>再一个标题</h1>") == nil)
    #expect(headline("<p id=a>云杉动力净利翻倍</p>") == nil)
    #expect(headline("<h1 id=a>另一个标题</h1>", []) == "a")
  }

  @Test func whatIsHiddenIsNone() {
    let found = withTree("<h1 id=a>云杉动力净利翻倍</h1>") { tree in
      PageHeadline.find(in: tree, isHidden: tree.nodes.map { _ in true }, titles: ["云杉动力净利翻倍"])
    }
    #expect(found == nil)
  }

  @Test func aHeadingThatWasLeftOpenHoldsNoHeadline() {
    let open = "<h1 id=a>" + String(repeating: "<b>云</b>", count: 20)
    #expect(headline(open, [String(repeating: "云", count: 20)]) == "a")
    #expect(headline("<h1>x</h1>" + open + "<i></i>", [String(repeating: "云", count: 20)]) == nil)
  }

  @Test func sixtyHeadingsAreLookedAt() {
    let others = String(repeating: "<h2>要闻</h2>", count: 59)
    #expect(headline(others + "<h2 id=a>云杉动力净利翻倍</h2>") == "a")
    #expect(headline(others + "<h2>要闻</h2><h2 id=a>云杉动力净利翻倍</h2>") == nil)
  }
}
