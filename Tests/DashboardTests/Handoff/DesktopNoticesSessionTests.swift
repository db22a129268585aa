import NewsModel
import Testing
import TextBasics

@testable import Dashboard

/// News of the saved queries that the configuration names is told on the desktop.
@Suite struct DesktopNoticesSessionTests {
  private static let collection = SavedCollection(
    queries: [SavedQuery(name: "召回", text: "title:召回"), SavedQuery(name: "全部", text: "")], rules: [])

  private func session(names: [String] = ["召回"]) -> Session {
    Session(articles: SampleNews.articles(), collection: Self.collection, noticedQueries: names)
  }

  private func notices(_ session: Session) -> [String] {
    session.outside.compactMap { if case .notifyDesktop(let text) = $0 { text.string } else { nil } }
  }

  private func add(_ title: String, id: Int64, to session: inout Session) {
    var article = SampleNews.articles()[0]
    article.headline.id = ArticleID(id)
    article.headline.key = ArticleKey(id)
    article.headline.title = title
    article.headline.status = ArticleStatus()
    session.library.articles.insert(article, at: 0)
    session.send(.libraryChanged)
  }

  @Test func whatArrivesIsToldAndWhatWasThereIsNot() {
    var session = session()
    session.send(.libraryChanged)
    #expect(notices(session).isEmpty)
    add("云杉动力召回\u{1B}]9;电池\u{07}", id: 900_001, to: &session)
    #expect(notices(session) == ["召回：1条新消息 · 云杉动力召回]9;电池"])
    session.send(.libraryChanged)
    add("另一条消息", id: 900_002, to: &session)
    #expect(notices(session).count == 1)
  }

  @Test func withoutANameNothingIsAskedOrTold() {
    var session = session(names: [])
    add("云杉动力召回电池", id: 900_001, to: &session)
    #expect(notices(session).isEmpty)
  }

  @Test func aMinuteHasOneNoticeAndTheNextTellsTheRest() {
    var session = session()
    add("第一次召回", id: 900_001, to: &session)
    add("第二次召回", id: 900_002, to: &session)
    add("第三次召回", id: 900_003, to: &session)
    #expect(notices(session).count == 1)
    session.send(.clock(SampleNews.now + 120))
    session.send(.libraryChanged)
    #expect(notices(session).last == "召回：2条新消息 · 第三次召回")
  }
}
