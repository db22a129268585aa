import NewsModel
import SeededRandom
import Terminal
import Testing

@testable import Dashboard

@Suite struct FrameCacheTests {
  private static let keys = [
    "j", "j", "j", "k", "G", "g g", "C-d", "Enter", "Escape", "q", "Tab", "S-Tab", "z", "n", "N", "s", "m", "r", "t",
    "O",
    "1", "2", "3", "4", "L", "T", "Down", "Down", "Up", "Left", "Right", "+", "-", "?", "c", "]", "[",
  ]

  /// Many steps through all that the dashboard shows, each frame drawn with and without what is known of the one before.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func everyFrameIsTheOneThatIsDrawnFromNothing(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var session = Session(width: 120, height: 40)
    var renderer = FrameRenderer()
    var reused = 0
    for step in 0..<250 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0: session.resize(width: .random(in: 30...140, using: &random), height: .random(in: 8...45, using: &random))
      case 1:
        session.type("/")
        session.enter("公司")
        session.type("Enter")
      case 2: session.pass(milliseconds: 70_000)
      case 3: session.pass(milliseconds: 200)
      default: session.type(Self.keys.randomElement(using: &random) ?? "j")
      }
      let fresh = session.state.render()
      let frame = renderer.frame(of: session.state)
      #expect(frame.buffer == fresh.buffer && frame.cursor == fresh.cursor, "step \(step)")
      if frame.buffer != fresh.buffer { return }
      reused += renderer.cache.reusedHeadlines
    }
    #expect(reused > 0, "some frames take headlines from the one before")
  }

  private static func headlines(_ state: State) throws -> HeadlineList {
    let frame = try #require(state.arrangement.panes[.feed])
    return state.feedPane(in: frame).headlines
  }

  @Test func aStepInTheListDrawsTwoRowsAndNoOtherPart() throws {
    var session = Session(width: 120, height: 40)
    let before = session.state
    session.type("j")
    let after = session.state
    let (old, new) = (try Self.headlines(before), try Self.headlines(after))
    #expect(old.isDrawn(as: new))
    #expect(old.rows.count > 10 && old.rows.count == new.rows.count)
    #expect(zip(old.rows, new.rows).count { !$0.looks(as: $1) } == 2)
    let arrangement = after.arrangement
    let (header, hints) = (try #require(arrangement.header), try #require(arrangement.hints))
    #expect(HeaderBar(before, in: header, isCompact: false) == HeaderBar(after, in: header, isCompact: false))
    #expect(HintLine(before, in: hints, tellsNews: false) == HintLine(after, in: hints, tellsNews: false))
    for (pane, frame) in after.arrangement.panes where pane != .feed {
      #expect(before.readerPane(in: frame) == after.readerPane(in: frame))
      #expect(before.statisticsPane(in: frame) == after.statisticsPane(in: frame))
    }
  }

  @Test func anotherThemeOrLanguageIsDrawnAnew() {
    var session = Session(width: 120, height: 40)
    let before = session.state
    session.type(":")
    session.enter("language en")
    session.type("Enter")
    #expect(session.state.presentation.language == .en)
    for (_, frame) in session.state.arrangement.panes {
      #expect(before.statisticsPane(in: frame) != session.state.statisticsPane(in: frame))
    }
  }
}
