import Terminal
import Testing

@testable import Dashboard

/// A text that a line proposes gives way to what is typed, and is there to be changed for who moves in it.
@Suite struct ProposalSessionTests {
  private func field(_ session: Session) -> String? { session.state.overlays.prompt?.field.text }

  @Test func theFirstSignReplacesIt() {
    var session = Session()
    session.type("e")
    session.enter("新")
    session.enter("闻")
    #expect(field(session) == "新闻")
  }

  @Test func whatIsPastedReplacesItToo() {
    var session = Session()
    session.type("e")
    session.send(.input(.paste("news.md")))
    #expect(field(session) == "news.md")
  }

  @Test func whoMovesInItKeepsIt() {
    var session = Session()
    session.type("e Home")
    session.enter("x")
    #expect(field(session) == "xnewstape.md")
  }

  @Test func backspaceTakesItAway() {
    var session = Session()
    session.type("e Backspace")
    #expect(field(session) == "")
  }

  @Test func aFilterIsThereToBeChanged() {
    var session = Session()
    session.type("U f")
    session.enter("x")
    #expect(field(session) == "状态：未读 x")
  }
}
