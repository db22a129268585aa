import NewsModel
import Testing

@testable import ArticleFields

@Suite struct HTMLContentTests {
  @Test func readsTheBlocksOfAPiece() {
    let html = """
      <h2>营收</h2><p>青禾科技 <b>三季度</b>营收\n增长。<br>　　净利润翻倍。</p><blockquote><p>我们很高兴。</p></blockquote>
      <ul><li>甲<li>乙 <p>丙</ul><pre>a
        b</pre><table><tr><th>年<th>额<tr><td>2025<td>3</table>
      <figure><img src=x><figcaption>厂房</figcaption></figure>尾&nbsp;声<script>x()</script>
      """
    #expect(
      HTMLContent.blocks(of: html) == [
        .heading("营收", level: 2), .paragraph("青禾科技 三季度营收 增长。"), .paragraph("净利润翻倍。"), .quote("我们很高兴。"),
        .list(["甲", "乙 丙"]), .code("a\n  b"), .table([["年", "额"], ["2025", "3"]]), .figure("厂房"), .paragraph("尾 声"),
      ])
  }

  @Test func tablesAndListsThatLayOutAPageAreText() {
    let html = "<table><tr><td><p>一。</p><p>二。</p></td></tr></table><ul><li><h3>题</h3><p>三。</p></li></ul>"
    #expect(
      HTMLContent.blocks(of: html) == [.paragraph("一。"), .paragraph("二。"), .heading("题", level: 3), .paragraph("三。")])
  }

  @Test func givesLinksWithAbsoluteAddresses() {
    let html = """
      <a href="/a">一</a> <a href="b?x=1&amp;y=2#z">二</a> <a href="https://b.example/">三</a> <a href="javascript:x()">四</a>
      <a href="../c">五</a> <a href="//d.example/e">六</a> <a href="/a">七</a> <a href="mailto:a@b.example">八</a>
      """
    #expect(
      HTMLContent.read(html, base: "https://a.example/news/2026/1.html").links.map { "\($0.text) \($0.address)" } == [
        "一 https://a.example/a", "二 https://a.example/news/2026/b?x=1&y=2#z", "三 https://b.example/",
        "五 https://a.example/news/c", "六 https://d.example/e",
      ])
    #expect(HTMLContent.read(html, base: nil).links.map(\.text) == ["三"])
  }

  @Test func everyAddressIsGivenOnce() {
    let html = "<a href=https://a.example/1>一</a><a href='https://a.example/1'>又</a><a href=https://a.example/2>二</a>"
    #expect(HTMLContent.read(html, base: nil).links.map(\.text) == ["一", "二"])
  }

  @Test(arguments: [
    "<div>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<a href=x>", "<b>", "<p>x", "<br>", "<h2>", "<pre>",
  ])
  func theTextBelowAllDepthIsRead(piece: String) {
    let last = HTMLContent.blocks(of: String(repeating: piece, count: 4_000) + "底").last?.text
    #expect(last?.hasSuffix("底") == true)
  }
}
