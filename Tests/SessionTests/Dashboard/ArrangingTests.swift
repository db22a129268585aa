import Terminal
import Testing

/// Panes, borders and charts as the mouse and the keys of layouts change them, and what the next start takes up.
@Suite struct ArrangingTests {
  private let run: CommandLineRun
  private let session: DashboardSession

  init() throws {
    run = try .withNews()
    session = try DashboardSession(in: run)
    try session.see("资讯 1/60", "第1篇正文开头", "未读 60", "统计 · ")
  }

  /// Presses and lets go at a place, counted from 0.
  private func click(_ x: Int, _ y: Int) {
    session.press("\u{1B}[<0;\(x + 1);\(y + 1)M\u{1B}[<0;\(x + 1);\(y + 1)m")
  }

  /// The border between the columns, in a row with text on both sides.
  private func border(_ screen: VirtualTerminal) -> Int? {
    (0..<screen.size.width).first { screen[$0, 5].text == "│" }
  }

  @Test func aBorderIsDraggedInSmallStepsAndFoundAgain() throws {
    try session.see("the mode of drags") { $0.modes.contains(1002) }
    try session.see("the border at column 66") { border($0) == 66 }
    session.press("\u{1B}[<0;67;6M")
    for column in 67...80 { session.press("\u{1B}[<32;\(column + 1);7M") }
    session.press("\u{1B}[<0;81;7m")
    try session.see("the border at column 80") { border($0) == 80 }
    session.press("\u{1B}[<0;40;7M\u{1B}[<32;60;7M\u{1B}[<0;60;7m")
    session.comeToRest()
    #expect(border(session.screen) == 80)
    // Which one was clicked depends on whether midnight stands between the rows.
    let selected = try #require(session.screen.selectedHeadline?.firstMatch(of: #/第\d+号/#)?.output)
    #expect(session.quit() == .code(0))
    #expect(session.isTerminalGivenBack)

    let next = try DashboardSession(in: run)
    try next.seeSelected(String(selected))
    try next.see("the border at column 80") { border($0) == 80 }
    next.terminal.resize(to: Size(width: 80, height: 24))
    try next.see("a stack") { $0.size.width == 80 && $0.text.contains("─ 统计") }
    next.terminal.resize(to: Size(width: 120, height: 40))
    try next.see("the border at column 80 again") { $0.size.width == 120 && border($0) == 80 }
    #expect(next.quit() == .code(0))
  }

  @Test func aLayoutIsChosenAndFoundAgain() throws {
    session.press("V")
    try session.see("布局：列表与正文")
    try session.seeNoMore("统计 · ")
    #expect(session.quit() == .code(0))
    let next = try DashboardSession(in: run)
    try next.see("资讯 1/60", "第1篇正文开头")
    try next.seeNoMore("统计 · ")
    next.press("VV")
    try next.see("布局：列表与统计", "统计 · ")
    #expect(next.quit() == .code(0))
  }

  @Test func aBarIsClickedTwice() throws {
    session.press("3")
    try session.see("标签 · 较前", "日历 · ")
    let row = try #require(session.screen.lines.firstIndex { $0.contains("标签 · 较前") })
    click(20, row + 1)
    try session.see("统计 › 标签 › ")
    click(20, row + 1)
    try session.see("筛选：标签：", "资讯 1/")
    session.press("q")
    try session.see("统计 › 标签 › ", "筛选：全部")
  }

  @Test func aDayOfTheCalendarIsClickedTwiceAndLeftAgain() throws {
    session.press("3")
    try session.see("日历 · ", "■")
    session.comeToRest()
    let screen = session.screen
    let top = try #require(screen.lines.firstIndex { $0.contains("─ 日历") })
    let days = (top + 1...top + 7).flatMap { y in (0..<60).map { Point(x: $0, y: y) } }
    let day = try #require(days.first { screen[$0.x, $0.y].text == "■" })
    click(day.x, day.y)
    try session.see("统计 › 日历 › ")
    click(day.x, day.y)
    try session.see("筛选：起：", "资讯 1/")
    session.press("q")
    try session.see("统计 › 日历 › ", "筛选：全部")
  }
}
