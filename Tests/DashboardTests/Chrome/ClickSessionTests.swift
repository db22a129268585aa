import Terminal
import Testing
import TextBasics

@testable import Dashboard

/// Clicks on what stands around the panes.
@Suite struct ClickSessionTests {
  /// Clicks on a text in a row of the screen.
  private func click(_ session: inout Session, on text: String, row: Int) throws {
    let line = session.lines[row < 0 ? session.lines.count + row : row]
    let place = try #require(line.range(of: text), "\(line)")
    let column = ColumnWidths().columns(SafeText(String(line[..<place.lowerBound])))
    let y = row < 0 ? session.lines.count + row : row
    session.send(.input(.mouse(MouseEvent(.click, at: Point(x: column, y: y)))))
  }

  @Test(arguments: [60, 80, 120, 200])
  func aClickOnATabShowsItsPage(width: Int) throws {
    var session = Session(width: width, height: 30)
    for (text, page) in [("3统计", Page.statistics), ("2关注", .saved), ("4订阅", .sources), ("1资讯", .news)] {
      try click(&session, on: text, row: 0)
      #expect(session.state.page == page)
    }
  }

  @Test func aClickOnTheFilterEditsIt() throws {
    var session = Session()
    session.type("U")
    try click(&session, on: "状态：未读", row: 0)
    #expect(session.state.overlays.prompt?.field.text == "状态：未读 ")
  }

  @Test func aClickBesideTabsAndFilterDoesNothing() {
    var session = Session()
    for x in [0, 3, 100, 119] {
      session.send(.input(.mouse(MouseEvent(.click, at: Point(x: x, y: 0)))))
      #expect(session.state.page == .news)
      #expect(session.state.overlays.shown == nil)
      #expect(session.state.focus == .feed)
    }
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func aClickOnAHintRunsItsCommand(size: (Int, Int)) throws {
    var session = Session(width: size.0, height: size.1)
    try click(&session, on: "? 帮助", row: -1)
    guard case .picker(let picker)? = session.state.overlays.shown else {
      Issue.record("help is not open")
      return
    }
    #expect(picker.purpose == .help)
    session.type("Esc")
    try click(&session, on: "↵ ", row: -1)
    #expect(session.state.focus == .reader)
  }

  @Test func aClickOnAMessageRunsNothing() {
    var session = Session(width: 80, height: 24)
    session.send(.notice("something happened", isError: false))
    for x in 0..<80 { session.send(.input(.mouse(MouseEvent(.click, at: Point(x: x, y: 23))))) }
    #expect(session.state.overlays.shown == nil)
    #expect(session.state.timeline.selectedIndex == 0)
  }
}
