import Terminal
import Testing
import TextBasics

@testable import Dashboard

/// Lists in boxes: how wide they are, what they hold, and how they are moved through.
@Suite struct PickerSessionTests {
  private func picker(_ session: Session) throws -> Picker {
    guard case .picker(let picker)? = session.state.overlays.shown else { throw NoPicker() }
    return picker
  }

  private struct NoPicker: Error {}

  private func click(_ session: inout Session, on text: String, kind: MouseEvent.Kind = .click) throws {
    let y = try #require(session.lines.firstIndex { $0.contains(text) })
    let frame = try #require(try picker(session).layout).frame
    session.send(.input(.mouse(MouseEvent(kind, at: Point(x: frame.x + 4, y: y)))))
  }

  // MARK: - Boxes

  @Test(arguments: [(40, 10), (80, 24), (120, 40), (200, 60)])
  func boxesAreAsWideAsTheirContentUpToFourFifths(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1)
    session.send(.notice("short", isError: false))
    session.type("L")
    #expect(try picker(session).layout?.frame.width == 36)
    session.type("Esc")
    session.send(.notice(SafeText(String(repeating: "a long message ", count: 30)), isError: true))
    session.type("L")
    #expect(try picker(session).layout?.frame.width == max(36, size.0 * 4 / 5))
    session.resize(width: 60, height: 20)
    #expect(try picker(session).layout?.frame.width == 48)
  }

  @Test func theBoxStaysWhileTypingNarrowsIt() throws {
    var session = Session()
    session.type("?")
    let frame = try picker(session).layout?.frame
    session.enter("star")
    #expect(try picker(session).layout?.frame == frame)
  }

  // MARK: - Messages

  @Test(arguments: [(40, 10), (80, 24)])
  func aLongMessageOfTheLogIsReadWhole(size: (Int, Int)) {
    var session = Session(width: size.0, height: size.1, language: .en)
    let words = (100..<250).map { "w\($0)" }
    session.send(.notice("an older one", isError: false))
    session.send(.notice(SafeText(words.joined(separator: " ")), isError: true))
    session.type("L")
    var seen: Set<String> = []
    for _ in 0..<100 where !session.text.contains("an older one") {
      seen.formUnion(session.text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      session.type("Down")
    }
    #expect(words.allSatisfy(seen.contains))
    #expect(session.text.contains("an older one"))
    session.type("Up")
    #expect(session.text.contains("w249"))
  }

  @Test func severalMistakesAreToldByTheirNumberAndReadInTheLog() throws {
    var session = Session(language: .en)
    session.send(.mistakes(["first mistake", "second mistake", "third mistake"]))
    #expect(session.lines.last?.contains("3 mistakes in the configuration; press L") == true)
    session.type("L")
    let rows = ["first", "second", "third"].map { name in
      session.lines.firstIndex { $0.contains("!  " + name) }
    }
    #expect(rows.allSatisfy { $0 != nil })
    #expect(rows.compactMap(\.self) == rows.compactMap(\.self).sorted())
  }

  @Test func oneMistakeIsToldByItself() {
    var session = Session()
    session.send(.mistakes(["only mistake"]))
    #expect(session.lines.last?.contains("only mistake") == true)
    session.send(.mistakes([]))
    #expect(session.lines.last?.contains("only mistake") == true)
  }

  // MARK: - Groups

  @Test func helpAndPaletteStandInGroupsWithKeysOnTheLeft() throws {
    var session = Session(language: .en)
    session.type("?")
    #expect(session.text.contains("Here: News"))
    let line = try #require(session.lines.first { $0.contains("Mark read or unread") })
    let key = try #require(line.range(of: " m "))
    #expect(try #require(line.range(of: "Mark read")).lowerBound > key.lowerBound)
    session.type("Esc C-p")
    #expect(session.text.contains("Moving"))
    session.enter("star")
    #expect(!session.text.contains("Articles"))
    let wasStarred = session.state.timeline.selected?.status.isStarred
    session.type("Enter")
    #expect(session.state.timeline.selected?.status.isStarred != wasStarred)
  }

  @Test func theHeadingOfAGroupIsSeenWithItsFirstEntry() {
    var session = Session(width: 80, height: 12, language: .en)
    session.type("?")
    session.type("End Home")
    #expect(session.text.contains("Here: News"))
  }

  @Test(arguments: ["biaoqian", "bq", "标签", "tag"])
  func chineseEntriesAreFoundByPinyin(typed: String) throws {
    var session = Session()
    session.type("C-p")
    session.enter(typed)
    let found = try picker(session).matches.prefix(6).map { try picker(session).items[$0.index].value }
    #expect(found.contains(.command(.pickTag)))
  }

  // MARK: - Clicks

  @Test func aClickSelectsAndASecondChooses() throws {
    var session = Session(language: .en)
    session.type("C-p")
    session.enter("statistics page")
    try click(&session, on: "The statistics page")
    #expect(session.state.page == .news)
    try click(&session, on: "The statistics page")
    #expect(session.state.page == .statistics)
  }

  @Test func aClickOnAHeadingDoesNothing() throws {
    var session = Session(language: .en)
    session.type("C-p")
    try click(&session, on: "Moving")
    try click(&session, on: "Moving", kind: .doubleClick)
    #expect(try picker(session).selectedRow == 0)
  }

  @Test func aClickOutsideClosesTheBox() {
    var session = Session()
    session.type("t")
    session.send(.input(.mouse(MouseEvent(.click, at: Point(x: 0, y: 0)))))
    #expect(session.state.overlays.shown == nil)
    #expect(session.state.filter == .all)
  }
}
