import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// What a search found is marked in list and reader, and `n` and `N` step through it.
@Suite struct MatchSessionTests {
  private func searched(_ text: String, width: Int = 120, height: Int = 40) -> Session {
    var session = Session(width: width, height: height)
    session.type("/")
    session.enter(text)
    session.type("Enter")
    session.pass(milliseconds: 200)
    return session
  }

  /// The texts of the cells that are drawn in the style of a match, row by row.
  private func marked(_ session: Session, columns: Range<Int>? = nil) -> [String] {
    let frame = session.frame
    return (0..<frame.size.height).compactMap { y in
      let cells = frame.row(y)
      let part = columns.map { cells[cells.startIndex + $0.lowerBound..<cells.startIndex + $0.upperBound] } ?? cells
      let text = part.filter { $0.style.modifiers.contains(.underline) }.map(\.text).joined()
      return text.isEmpty ? nil : text
    }
  }

  @Test func titlesOfTheListAreMarked() {
    let session = searched("央行")
    #expect(marked(session, columns: 0..<66) == Array(repeating: "央行", count: 10))
  }

  @Test func whatACutTitleNoLongerShowsIsNotMarked() {
    let session = searched("不涉及行车安全", width: 40, height: 10)
    #expect(session.lines[1].hasSuffix("…"))
    #expect(marked(session).allSatisfy { !$0.contains("…") && "不涉及行车安全".contains($0) })
  }

  @Test func thePreviewIsMarkedAndSteppedThroughFromTheList() {
    var session = searched("公司")
    #expect(session.text.contains("匹配 4"))
    session.type("n")
    #expect(session.text.contains("匹配 1/4"))
    #expect(session.state.focus == .feed)
    session.type("n n n n")
    #expect(session.text.contains("匹配 1/4"))
    #expect(session.text.contains("已到末尾，从头继续"))
    session.type("N")
    #expect(session.text.contains("匹配 4/4"))
    #expect(session.text.contains("已到开头，从末尾继续"))
  }

  @Test func steppingDoesNotWaitForThePreview() {
    var session = searched("公司")
    session.type("j n")
    #expect(session.state.reader.article?.headline.key == session.state.timeline.selectedKey)
    #expect(session.text.contains("匹配 1/"))
  }

  @Test func withoutAReaderOnScreenTheArticleOpensAtItsMatch() {
    var session = searched("订单的变化", width: 40, height: 10)
    session.type("n")
    #expect(session.state.focus == .reader)
    #expect(session.text.contains("订单的变化"))
  }

  @Test func anOpenedResultBeginsAtItsFirstMatch() {
    var session = searched("订单的变化", width: 80, height: 24)
    session.type("Enter")
    #expect(session.state.reader.offset > 0)
    #expect(session.text.contains("匹配 1/"))
    #expect(session.text.contains("订单的变化"))
  }

  @Test func whoseMatchIsInTheTitleBeginsAtTheTop() throws {
    let title = try #require(SampleNews.articles().first).headline.title
    var session = searched(String(title.prefix(6)), width: 80, height: 24)
    session.type("Enter")
    #expect(session.state.reader.offset == 0)
  }

  @Test func theReadersOwnSearchGoesBeforeTheListsUntilItEnds() {
    var session = searched("公司")
    session.type("Enter /")
    session.enter("净利润")
    session.type("Enter")
    #expect(session.text.contains("匹配 1/1"))
    session.type("/ Esc")
    #expect(session.text.contains("匹配 4"))
  }

  @Test func theNextArticleIsMarkedToo() {
    var session = searched("公司")
    session.type("Enter ]")
    #expect(session.state.reader.find?.matches.isEmpty == false)
    #expect(session.text.contains("匹配 1/"))
  }

  @Test func withoutASearchThereIsNothingToStepTo() {
    var session = Session()
    session.type("n")
    #expect(session.text.contains("未找到"))
  }

  @Test func authorsAreMarkedInTheByline() {
    var session = searched("author:望舒")
    session.type("Enter")
    #expect(marked(session, columns: 66..<120).contains("望舒"))
  }
}
