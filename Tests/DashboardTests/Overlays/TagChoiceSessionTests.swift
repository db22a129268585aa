import NewsModel
import Testing

@testable import Dashboard

/// The list of tags asks for all of the marked ones or for one of them, and says how many articles that lists.
@Suite struct TagChoiceSessionTests {
  private func count(_ session: Session, _ query: Query) throws -> String {
    session.state.presentation.words.total(try session.library.count(query))
  }

  private func marked(_ session: Session) -> [Query] {
    guard case .picker(let picker)? = session.state.overlays.shown else { return [] }
    return picker.items.map(\.value).filter(picker.marked.contains).compactMap(\.subject?.query)
  }

  @Test func markedTagsAreAllAskedForOrAnyOfThem() throws {
    var session = Session()
    session.type("t Tab Tab")
    let tags = marked(session)
    #expect(tags.count == 2)
    #expect(session.text.contains("须同时具备 · " + (try count(session, .allOf(tags)))))
    session.type("S-Tab")
    #expect(session.text.contains("任一即可 · " + (try count(session, .anyOf(tags)))))
    session.type("S-Tab S-Tab Enter")
    #expect(session.state.filter == .anyOf(tags))
    #expect(session.state.timeline.total == (try session.library.count(.anyOf(tags))))
  }

  @Test func theChoiceIsShownWhenTheListIsOpenedAgain() throws {
    var session = Session()
    session.type("U t Tab Tab S-Tab Enter")
    let filter = session.state.filter
    session.type("t")
    #expect(marked(session).count == 2)
    #expect(session.text.contains("任一即可 · " + (try count(session, filter))))
    session.type("S-Tab Enter")
    #expect(session.state.filter.conjuncts.count == 3)
    session.type("t")
    #expect(session.text.contains("须同时具备"))
  }

  @Test func countsOfEarlierMarksAreNotShown() throws {
    var session = Session()
    session.type("t")
    session.isLibrarySlow = true
    session.type("Tab Tab")
    let requests = session.takeWaiting()
    session.answer(Array(requests.prefix(1)))
    #expect(!session.text.contains("须同时具备 · 共"))
    session.answer(Array(requests.suffix(1)))
    #expect(session.text.contains("须同时具备 · 共"))
  }

  @Test func otherListsDoNotAsk() {
    var session = Session()
    session.type("T S-Tab")
    #expect(!session.text.contains("任一"))
  }
}
