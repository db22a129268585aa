import Foundation
import Terminal
import Testing

@testable import Dashboard

/// How the panes share the screen: presets, borders that move, and what the next start remembers.
@Suite struct LayoutSessionTests {
  private func send(_ session: inout Session, _ kind: MouseEvent.Kind, _ x: Int, _ y: Int) {
    session.send(.input(.mouse(MouseEvent(kind, at: Point(x: x, y: y)))))
  }

  private func width(_ session: Session) -> Int? { session.state.arrangement.panes[.feed]?.body.width }
  private func rows(_ session: Session) -> Int? { session.state.arrangement.panes[.statistics]?.body.height }

  @Test func aKeyGoesThroughThePresetsAndTellsWhich() {
    var session = Session()
    var seen: [PaneLayout.Preset] = []
    for name in ["列表与正文", "单个窗格", "列表与统计", "列表、正文与统计"] {
      session.type("V")
      #expect(session.text.contains("布局：" + name))
      seen.append(session.state.navigation.layout.preset)
    }
    #expect(seen == [.split, .list, .statistics, .three])
    session.type("M-v")
    #expect(session.state.navigation.layout.preset == .statistics)
    session.type(":")
    session.enter("layout.list")
    session.type("Enter")
    #expect(Set(session.state.arrangement.panes.keys) == [.feed])
    session.type("Enter")
    #expect(Set(session.state.arrangement.panes.keys) == [.reader])
    session.type("q")
    #expect(Set(session.state.arrangement.panes.keys) == [.feed])
  }

  @Test func elsewhereTheKeysSayWhereTheyWork() {
    var session = Session()
    session.type("3 V")
    #expect(session.text.contains("只能调整资讯页的窗格"))
    session.type("1 V V >")
    #expect(session.text.contains("此窗格旁没有可移动的边界"))
    session.type("V -")
    #expect(session.text.contains("此布局的统计不能收起"))
  }

  @Test func theBorderBetweenColumnsFollowsTheMouse() {
    var session = Session()
    #expect(width(session) == 66)
    send(&session, .click, 66, 10)
    #expect(session.state.focus == .feed)
    for x in [70, 75, 80] { send(&session, .drag, x, 12) }
    #expect(width(session) == 80)
    send(&session, .drag, 300, 12)
    #expect(width(session) == 89)
    send(&session, .drag, -1, 12)
    #expect(width(session) == 30)
    send(&session, .doubleClick, 30, 12)
    #expect(width(session) == 66)
  }

  @Test func aDragThatBeganElsewhereMovesNothing() {
    var session = Session()
    send(&session, .click, 66, 10)
    send(&session, .click, 20, 5)
    send(&session, .drag, 66, 10)
    send(&session, .drag, 80, 10)
    #expect(width(session) == 66)
    send(&session, .click, 66, 10)
    session.type("t")
    send(&session, .drag, 80, 10)
    #expect(width(session) == 66)
  }

  @Test func theBorderAboveTheStatisticsFoldsThemAtTheEnd() {
    var session = Session()
    let title = session.state.arrangement.panes[.statistics]?.title.y ?? 0
    send(&session, .click, 20, title)
    #expect(session.state.focus == .statistics)
    send(&session, .drag, 20, title - 6)
    #expect(rows(session) == 18)
    send(&session, .drag, 20, 39)
    #expect(rows(session) == 1)
    #expect(session.state.navigation.layout.foldsStatistics)
    session.type("-")
    #expect(rows(session) == 18)
  }

  @Test func keysMoveTheBorderOfThePane() {
    var session = Session()
    session.type("> > <")
    #expect(width(session) == 68)
    session.type("Tab >")
    #expect(width(session) == 66)
    let before = rows(session) ?? 0
    session.type("Tab >")
    #expect(rows(session) == before + 1)
    session.resize(width: 80, height: 24)
    let stacked = rows(session) ?? 0
    session.type("<")
    #expect(rows(session) == stacked - 1)
    session.type(":")
    session.enter("layout.reset")
    session.type("Enter")
    #expect(rows(session) == stacked)
  }

  @Test func inAStackTheTitleThatIsDraggedFollowsTheMouse() {
    var session = Session(width: 80, height: 24)
    let title = session.state.arrangement.panes[.reader]?.title.y ?? 0
    send(&session, .click, 20, title)
    send(&session, .drag, 20, 9)
    #expect(session.state.focus == .reader)
    #expect(session.state.arrangement.panes[.reader]?.title.y == 9)
    send(&session, .click, 20, 20)
    send(&session, .drag, 20, 14)
    #expect(session.state.arrangement.panes[.statistics]?.title.y == 14)
  }

  @Test func theLayoutIsRememberedAndAnOddOneDoesNoHarm() throws {
    var session = Session()
    session.type("> > >")
    session.type("V V V")
    let data = try JSONEncoder().encode(session.state.session)
    var next = Session(restoring: try JSONDecoder().decode(SavedSession.self, from: data))
    #expect(next.state.navigation.layout.preset == .statistics)
    next.type("V")
    #expect(width(next) == 72)
    let odd = try JSONDecoder().decode(
      PaneLayout.self,
      from: Data(
        #"{"preset":"three","foldsStatistics":false,"shares":{"listAndArticle":-1e300,"belowList":1e300}}"#.utf8))
    let arrangement = Arrangement.arrange(
      Size(width: 120, height: 40), page: .news, focus: .feed, isZoomed: false, isReadingOnly: false, hasNotice: false,
      layout: odd)
    #expect(arrangement.panes[.feed]?.body.width == 30)
    #expect(arrangement.panes[.feed]?.body.height == 4)
  }

  @Test func dragsAreReportedWhereABorderCanMove() {
    var session = Session()
    #expect(session.state.render().hasBorders)
    session.type("?")
    #expect(!session.state.render().hasBorders)
    session.type("Esc 3")
    #expect(!session.state.render().hasBorders)
    session.type("1 +")
    #expect(!session.state.render().hasBorders)
  }
}
