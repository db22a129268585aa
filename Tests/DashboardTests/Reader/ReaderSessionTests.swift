import NewsModel
import Testing
import TextBasics
import Wording

@testable import Dashboard

@Suite struct ReaderSessionTests {
  @Test func ofAnArticleThatIsTooLongTheReaderSaysWhatIsLeft() {
    var article = SampleNews.article(0)
    article.blocks = (0..<100_000).map { .paragraph("第\($0)段") }
    let shown = article.beginning(upTo: ArticleRequest.textLimit)
    let basis = Document.Basis(
      key: article.headline.key, width: 40, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
    let document = Document(shown, words: Words(language: .zhHans), basis: basis)
    #expect(document.lines.count < 30_000)
    let notes = document.passages.filter { $0.role == .note }.map(\.text.string)
    #expect(notes.count == 1)
    #expect(notes.first?.contains("newstape show \(article.headline.key)") == true)
  }

  @Test func previewFollowsAfterARestAndMarksNothingRead() {
    var session = Session()
    session.type("j j")
    session.pass(milliseconds: 149)
    #expect(session.state.reader.article == nil)
    session.pass(milliseconds: 2)
    #expect(session.state.reader.article?.headline.key == ArticleKey(3))
    session.pass(milliseconds: 10_000)
    #expect(session.state.timeline.selected?.status.isRead == false)
  }

  @Test func previewFollowsAJumpBeyondWhatIsLoaded() {
    var session = Session(articles: SampleNews.articles(2_500))
    session.type("G")
    session.pass(milliseconds: 1_000)
    #expect(session.state.reader.article?.headline.key == ArticleKey(2_500))
    session.type("g g")
    session.pass(milliseconds: 1_000)
    #expect(session.state.reader.article?.headline.key == ArticleKey(1))
  }

  @Test func openingMarksRead() {
    var session = Session()
    session.type("Enter")
    #expect(session.state.focus == .reader)
    session.pass(milliseconds: 1)
    #expect(session.state.timeline.selected?.status.isRead == true)
    #expect(session.library.articles[0].headline.status.isRead)
    session.type("u")
    #expect(!session.library.articles[0].headline.status.isRead)
  }

  @Test func escapeReturnsToTheListAtItsPlace() {
    var session = Session()
    session.type("j j Enter Esc")
    #expect(session.state.focus == .feed)
    #expect(session.state.timeline.selectedIndex == 2)
  }

  @Test func bracketsStepThroughArticles() {
    var session = Session()
    session.type("Enter ] ]")
    #expect(session.state.reader.article?.headline.key == ArticleKey(3))
    session.type("[")
    #expect(session.state.reader.article?.headline.key == ArticleKey(2))
  }

  @Test func findStepsThroughMatchesAndAround() {
    var session = Session(width: 80, height: 24)
    session.type("Enter /")
    session.enter("召回")
    session.type("Enter")
    let count = session.state.reader.find?.matches.count ?? 0
    #expect(count >= 3)
    #expect(session.state.reader.find?.current == 0)
    #expect(session.text.contains("匹配 1/\(count)"))
    session.type("N")
    #expect(session.state.reader.find?.current == count - 1)
    session.type("n")
    #expect(session.state.reader.find?.current == 0)
    let match = session.state.reader.find?.matches[0].line ?? -1
    let height = session.state.readerHeight
    #expect((session.state.reader.offset..<session.state.reader.offset + height).contains(match))
  }

  @Test func scrollingStopsAtTheEnds() {
    var session = Session(width: 80, height: 24)
    session.type("Enter k")
    #expect(session.state.reader.offset == 0)
    session.type("G j j")
    #expect(session.state.reader.offset == session.state.reader.lineCount - session.state.readerHeight)
    session.type("g g")
    #expect(session.state.reader.offset == 0)
  }

  @Test func readingModeHasNoChrome() {
    var session = Session()
    session.type("z")
    #expect(!session.text.contains("newstape"))
    #expect(session.text.contains("云杉动力召回"))
    session.type("z")
    #expect(session.text.contains("newstape"))
  }

  @Test func everyKindOfBlockShowsAsWhatItIs() {
    var session = Session(width: 80, height: 60)
    session.type("Enter +")
    for part in ["▍影响范围", "图：工程师", "• 一季度", "营业收入  12.4  11.8", "#IPO #新能源车", "相关新闻", "林望舒"] {
      #expect(session.text.contains(part), "\(part)")
    }
  }

  @Test func stubSaysThatItsTextIsMissing() {
    var session = Session()
    for _ in 0..<10 { session.type("j") }
    session.type("Enter")
    #expect(session.state.timeline.selected?.isStub == true)
    #expect(session.text.contains("只有标题，正文尚未收录"))
  }

  @Test func relatedListOpensStoredArticlesOnly() {
    var session = Session()
    session.type("Enter r Enter")
    #expect(session.state.reader.article?.headline.key == ArticleKey(2))
    session.type("r Down Enter")
    #expect(session.text.contains("新闻库中没有这条新闻"))
  }

  @Test func linksGoOutsideOnlyWhereThereIsOne() {
    var session = Session()
    session.type("Enter o y")
    let copied = Effect.copy("https://news.example/0", notice: "链接已复制")
    #expect(session.outside == [.openInBrowser("https://news.example/0"), copied])
    session.type("] o")
    #expect(session.text.contains("没有链接"))
  }

  @Test func resizingKeepsThePlaceInTheText() {
    var session = Session(width: 80, height: 24)
    session.type("Enter C-d C-d")
    let share = Double(session.state.reader.offset) / Double(session.state.reader.lineCount)
    session.resize(width: 50, height: 24)
    let narrow = Double(session.state.reader.offset) / Double(session.state.reader.lineCount)
    #expect(abs(share - narrow) < 0.2)
  }
}
