import Terminal
import Testing

@Suite struct ResizingTests {
  @Test func everySizeIsBorneAndThePlaceIsKept() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60", "未读 60")
    session.press("jjjj")
    try session.seeSelected(InventedNews.title(5))
    try session.see("第5篇正文开头")
    let before = session.picture()

    session.terminal.resize(to: Size(width: 20, height: 5))
    try session.see("窗口太小")
    session.terminal.resize(to: Size(width: 1, height: 1))
    session.press("jk")
    session.terminal.resize(to: Size(width: 40, height: 10))
    try session.seeSelected("第5号快讯")
    session.terminal.resize(to: Size(width: 80, height: 24))
    try session.see("─ 资讯 5/60", "─ 阅读 ·", "─ 统计 ·")
    session.terminal.resize(to: Size(width: 120, height: 40))
    try session.see(before)
    #expect(session.quit() == .code(0))
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func boxesAndPromptsSurviveToo() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60", "未读 60")
    for (keys, text) in [("t", "Tab 多选"), ("?", "标为已读或未读"), ("3", "标签 · 较前"), ("F", "只看星标")] {
      session.press(keys)
      try session.see(text)
      for size in [Size(width: 20, height: 5), Size(width: 1, height: 1), Size(width: 3, height: 2)] {
        session.terminal.resize(to: size)
        session.press(Keys.down)
      }
      session.terminal.resize(to: Size(width: 120, height: 40))
      session.comeToRest()
      try session.see(text)
      session.press(Keys.escape)
      try session.seeNoMore(text)
      try session.see("资讯 1/60", "未读 60")
    }
  }

  @Test func aScreenOfOneCellIsEnoughToStartAndQuit() throws {
    let session = try DashboardSession(in: .withNews(count: 3), size: Size(width: 1, height: 1))
    try session.see("the alternate screen") { $0.isAlternateScreen }
    session.press("q")
    #expect(session.exit() == .code(0))
    #expect(session.isTerminalGivenBack)
  }
}
