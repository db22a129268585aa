import NewsModel
import Terminal
import Testing
import TextBasics
import Wording

@testable import Dashboard

/// Companies in the reader: marked where the text names them, and in a line below it.
@Suite struct CompanyMarkTests {
  private func document(_ blocks: [Block], _ words: [String], title: String = "标题", width: Int = 20) -> Document {
    let article = Article(
      headline: Headline(id: ArticleID(1), key: ArticleKey(1), title: title, published: SampleNews.now), blocks: blocks)
    let basis = Document.Basis(
      key: article.headline.key, width: width, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
    return Document(
      article, ArticleCompanies(words: words.map { .init($0, "") }), words: Words(language: .zhHans), basis: basis)
  }

  private func marked(_ document: Document) -> [String] {
    document.companyMarks.sorted { $0.key < $1.key }.flatMap { line, ranges in
      ranges.map { String(document.lines[line].text.string[$0.range]) }
    }
  }

  @Test func wordsAreMarkedInTheirOrder() {
    let found = document(
      [.paragraph("海岬银行业务增长，海岬银行获批。"), .list(["青禾乳业"])], ["云杉动力", "海岬银行", "青禾乳业"], title: "云杉动力与海岬")
    #expect(marked(found) == ["云杉动力", "海岬银行", "青禾乳业"])
  }

  @Test func aNameThatGoesOnInTheNextLineIsMarkedInBoth() {
    let found = document([.paragraph("公告称已与云杉动力签约")], ["云杉动力"], width: 14)
    #expect(marked(found).joined() == "云杉动力")
  }

  @Test func whatIsNotThereIsLeftOut() {
    let found = document([.paragraph("青禾乳业。海岬银行。")], ["不在文中", "海岬银行", "青禾乳业"])
    #expect(marked(found) == ["海岬银行"])
  }

  @Test func numbersOfLinksDoNotHideNames() {
    var article = Article(
      headline: Headline(id: ArticleID(1), key: ArticleKey(1), title: "标题", published: SampleNews.now),
      blocks: [.paragraph("见年报，云杉动力。")])
    article.links = [ArticleLink(text: "年报", address: "https://news.example/")]
    let basis = Document.Basis(
      key: article.headline.key, width: 40, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
    let found = Document(
      article, ArticleCompanies(words: [.init("云杉动力", "")]), words: Words(language: .zhHans), basis: basis)
    #expect(marked(found) == ["云杉动力"])
  }

  @Test func theReaderNamesCompaniesAndAutomaticKeywords() {
    var session = Session(articles: SampleFacets.articles())
    session.type("Enter G")
    #expect(session.text.contains("公司 云杉动力 699001.SH"))
    #expect(session.text.contains("关键词 · 自动：固态电池 召回"))
  }

  @Test func tagsOfThePageStandForKeywords() {
    var session = Session(articles: SampleFacets.articles(hasTags: true))
    session.type("Enter G")
    #expect(session.text.contains("#IPO"))
    #expect(session.text.contains("公司 云杉动力 699001.SH"))
    #expect(!session.text.contains("关键词"))
  }

  /// The place of a text in the rows of the reader, from `row` on.
  private func place(of text: String, _ session: Session, from row: Int = 0) throws -> Point {
    let y = try #require(session.lines.indices.last { $0 >= row && session.lines[$0].contains(text) })
    let line = session.lines[y]
    let start = try #require(line.ranges(of: text).last).lowerBound
    return Point(x: ColumnWidths().columns(SafeText(String(line[..<start]))) + 1, y: y)
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func aClickOnACompanyInTheLineBelowTheTextOpensItsPage(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1, articles: SampleFacets.articles())
    session.type("Enter G")
    let point = try place(of: "云杉动力 699001.SH", session)
    session.send(.input(.mouse(MouseEvent(.click, at: point))))
    #expect(session.state.page == .company && session.state.company.visit?.code == "699001.SH")
    session.type("Esc")
    #expect(session.state.page == .news && session.state.focus == .reader)
  }

  @Test func aClickOnANameInTheTextOpensItsPageToo() throws {
    // The reader has the screen to itself: no headline of the list names the company.
    var session = Session(width: 40, height: 12, articles: SampleFacets.articles())
    session.type("Enter")
    let rows = session.lines.indices.filter { session.lines[$0].contains("云杉动力") }
    let opened = try rows.filter { row in
      var clicked = session
      let start = try #require(clicked.lines[row].range(of: "云杉动力")).lowerBound
      let column = ColumnWidths().columns(SafeText(String(clicked.lines[row][..<start]))) + 1
      clicked.send(.input(.mouse(MouseEvent(.click, at: Point(x: column, y: row)))))
      return clicked.state.company.visit?.code == "699001.SH"
    }
    #expect(!opened.isEmpty)
  }

  @Test func aClickOnTheReaderBesideTheListOnlyGivesItTheKeys() throws {
    var session = Session(articles: SampleFacets.articles())
    session.pass(milliseconds: 200)
    let point = try place(of: "云杉动力 699001.SH", session)
    session.send(.input(.mouse(MouseEvent(.click, at: point))))
    #expect(session.state.page == .news && session.state.focus == .reader)
    session.send(.input(.mouse(MouseEvent(.click, at: point))))
    #expect(session.state.page == .company)
  }

  @Test func namesAreUnderlined() throws {
    var session = Session(articles: SampleFacets.articles())
    session.type("Enter")
    let cells = session.frame.cells.filter { $0.style.modifiers.contains(.underline) }.map(\.text).joined()
    #expect(cells.contains("云杉动力"))
  }
}
