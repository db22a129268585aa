import NewsModel
import Testing
import TextBasics
import Wording

@testable import Dashboard

@Suite struct LinkNumbersTests {
  private static let links = [
    ArticleLink(text: "年报", address: "https://a.example/report"),
    ArticleLink(text: "", address: "https://b.example/picture"),
    ArticleLink(text: "年报", address: "https://c.example/older"),
    ArticleLink(text: "公告", address: "https://d.example/notice"),
  ]

  private func document(_ blocks: [Block], width: Int = 40) -> Document {
    var article = SampleNews.article(0)
    article.blocks = blocks
    article.links = Self.links
    let basis = Document.Basis(
      key: article.headline.key, width: width, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
    return Document(article, words: Words(language: .zhHans), basis: basis)
  }

  @Test func eachNumberStandsBehindItsWords() {
    let document = document([.paragraph("公司的年报和上年的年报都在"), .list(["见公告。"])])
    let texts = document.passages.map(\.text.string)
    #expect(texts.contains("公司的年报[1]和上年的年报[3]都在"))
    #expect(texts.contains("见公告[4]。"))
  }

  @Test func theListBelowTheTextHasThemAll() {
    let listed = document([.paragraph("没有一个在文中")]).lines.filter { $0.role == .link }.map(\.text.string)
    #expect(
      listed == [
        "[1] 年报 https://a.example/report", "[2] https://b.example/picture", "[3] 年报 https://c.example/older",
        "[4] 公告 https://d.example/notice",
      ])
  }

  @Test func theTextIsSearchedAsIfThereWereNoNumbers() throws {
    let document = document([.paragraph("上年的年报都在，1 份")])
    func found(_ text: String) -> [String] {
      ReaderMatches(Highlights(text: text), in: document).matches.map { match in
        match.pieces.map { String(document.lines[$0.line].text.string[$0.range]) }.joined()
      }
    }
    #expect(found("年报都在") == ["年报[1]都在"])
    #expect(found("都在") == ["都在"])
    #expect(found("上年的年报") == ["上年的年报"])
    #expect(found("1 份") == ["1 份"])
    #expect(found("[1]") == ["[1]"], "in the list alone")
  }

  @Test func aNumberThatIsTypedOpensItsLink() {
    var article = SampleNews.article(0)
    article.links = (1...12).map { ArticleLink(text: "第\($0)个", address: "https://a.example/\($0)") }
    var session = Session(articles: [article])
    session.type("Enter O")
    session.enter("2")
    session.type("Enter")
    #expect(session.outside == [.openInBrowser("https://a.example/2")])
  }

  @Test func whereNoneIsItIsSaid() {
    var session = Session()
    session.type("Enter O")
    #expect(session.text.contains("正文中没有链接"))
  }
}
