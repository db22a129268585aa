import NewsModel
import Terminal
import Testing
import Widgets

@testable import Dashboard

/// What is typed faster than the dashboard draws.
@Suite struct TypingTests {
  private func keys(_ text: String) -> [InputEvent] { text.map { .key(.character($0)) } }

  /// Hands events in as the loop does; returns how many there were to follow.
  private func take(_ events: [InputEvent], _ session: inout Session) -> Int {
    var rest = events[...]
    var count = 0
    while let event = session.state.nextEvent(from: &rest) {
      session.send(.input(event))
      count += 1
    }
    return count
  }

  private func typed(_ session: Session) -> String? {
    switch session.state.overlays.shown {
    case .prompt(let prompt): prompt.field.text
    case .picker(let picker): picker.field.text
    case .confirmation, .facets, nil: nil
    }
  }

  @Test func signsInARowAreFollowedOnceAndCapped() {
    var session = Session()
    #expect(take(keys("/" + String(repeating: "降", count: 64_000)), &session) == 2)
    #expect(typed(session) == String(repeating: "降", count: TextField.limit))
  }

  @Test func keysThatEditKeepTheirPlaceAmongTheSigns() {
    var session = Session()
    let events = keys("/ab") + [.key(Key(.left)), .key(Key(.backspace))] + keys("cd") + [.key(Key(.enter))] + keys("j")
    #expect(take(events, &session) == 7)
    #expect(session.state.overlays.shown == nil)
    #expect(session.state.filter == .text("cdb"))
  }

  @Test func withoutAPromptEveryKeyIsACommand() {
    var session = Session()
    #expect(take(keys("jjk"), &session) == 3)
    #expect(session.state.timeline.selectedPosition == 2)
  }

  @Test func aListIsNarrowedOnceToo() {
    var session = Session()
    session.type("C-p")
    #expect(take(keys("theme"), &session) == 1)
    #expect(typed(session) == "theme")
  }
}
