import Foundation
import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// One key reads on: through the article, and then through what is unread.
@Suite struct ReadOnSessionTests {
  @Test func thirtyPressesReadWhatIsUnread() {
    var session = Session(width: 80, height: 24)
    session.type("Enter")
    var read: [ArticleKey] = []
    for _ in 0..<30 {
      if let key = session.state.reader.shownKey, read.last != key { read.append(key) }
      session.type("Space")
    }
    #expect(read.count > 3 && Set(read).count == read.count)
    let unread = session.state.timeline.headlines.filter { !$0.status.isRead }.map(\.key)
    #expect(Set(unread).isDisjoint(with: read.dropLast()))
  }

  @Test func theFootNamesWhatComesNext() throws {
    var session = Session(width: 80, height: 24)
    session.type("Enter G")
    let next = try #require(session.state.timeline.headlines.dropFirst().first { !$0.status.isRead })
    #expect(session.text.contains("按 Space 读下一条未读：" + next.title.prefix(8)))
    session.type("Space")
    #expect(session.state.reader.shownKey == next.key)
    #expect(session.state.reader.offset == 0)
  }

  @Test func atTheEndOfTheListTheFootSaysSo() {
    var session = Session(width: 80, height: 24)
    session.type("G Enter G")
    #expect(session.text.contains("没有未读新闻了"))
    let key = session.state.reader.shownKey
    session.type("Space")
    #expect(session.state.reader.shownKey == key)
  }

  @Test func anArticleIsOpenedWhereItWasLeft() {
    var session = Session(width: 80, height: 24)
    session.type("Enter Space")
    let offset = session.state.reader.offset
    #expect(offset > 0)
    session.type("] [")
    #expect(session.state.reader.offset == offset)
  }

  @Test func itIsOpenedThereAfterARestart() throws {
    var session = Session(width: 80, height: 24)
    session.type("Enter Space ] Space")
    let offset = session.state.reader.offset
    #expect(offset > 0)
    let saved = try JSONDecoder().decode(SavedSession.self, from: JSONEncoder().encode(session.state.session))
    var next = Session(width: 80, height: 24, restoring: saved)
    next.type("Enter")
    #expect(next.state.reader.offset == offset)
    next.type("[")
    #expect(next.state.reader.offset > 0)
  }

  @Test func ofManyTheLastOnesAreKept() {
    var places = ReadingPlaces()
    for number in 1...300 { places.leave(ArticleKey(Int64(number)), at: 0.5) }
    places.leave(ArticleKey(300), at: 0)
    let kept = ReadingPlaces(places.saved)
    #expect(places.saved.count == ReadingPlaces.savedLimit - 1)
    #expect(kept.place(of: ArticleKey(299)) == 0.5)
    #expect(kept.place(of: ArticleKey(300)) == 0)
    #expect(kept.place(of: ArticleKey(1)) == 0)
  }
}
