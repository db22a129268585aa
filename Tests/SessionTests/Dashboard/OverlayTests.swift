import Terminal
import Testing

/// Help, palette, command line, themes, language: what lies over the panes or changes how they look.
@Suite struct OverlayTests {
  private let run: CommandLineRun
  private let session: DashboardSession

  init() throws {
    run = try .withNews(count: 10)
    session = try DashboardSession(in: run)
    try session.see("资讯 1/10", "未读 10", "第1篇正文开头")
  }

  @Test func helpIsSearched() throws {
    session.press("?")
    try session.see("帮助", "此处：资讯")
    session.press("星标")
    try session.see("加星标或取消", "> 星标")
    try session.seeNoMore("重绘屏幕")
    session.press(Keys.escape)
    try session.seeNoMore("加星标或取消")
    session.press("j")
    try session.seeSelected(InventedNews.title(2))
  }

  @Test func aCommandIsFoundInThePalette() throws {
    session.press(Keys.control("p"))
    try session.see("命令面板")
    session.press("statistics page")
    session.press(Keys.escape)
    try session.seeNoMore("命令面板")
    session.press(Keys.control("p") + "统计页" + Keys.enter)
    try session.see("标签 · 较前")
  }

  @Test func commandsAreTyped() throws {
    session.press(":tag 航运" + Keys.enter)
    try session.see("筛选：标签：航运")
    session.press(":nonsense" + Keys.enter)
    try session.see("没有命令或公司“nonsense”")
    session.press(":q" + Keys.enter)
    #expect(session.exit() == .code(0))
  }

  @Test func aThemeThatCannotBeReadLeavesTheOneBefore() throws {
    try run.write("[\n", to: ".config/newstape/themes/broken.toml")
    let session = try DashboardSession(in: run)
    try session.see("资讯 1/10", "第1篇正文开头")
    let look = session.screen[0, 20].style
    session.press(Keys.control("t"))
    try session.see("broken")
    session.press("broken" + Keys.enter)
    try session.see("broken.toml:1:2", "这里缺少名称")
    #expect(session.screen[0, 20].style == look)
    #expect(session.quit() == .code(0))
  }

  @Test func aThemeIsShownWhileItIsChosen() throws {
    let before = session.picture()
    session.press(Keys.control("t"))
    try session.see("配色", "amber", "nord")
    session.press("solarized_light")
    try session.see("> solarized_light", "中   solarized_light")
    #expect(session.screen[0, 20].style.background != before[19][0].style.background)
    session.press(Keys.escape)
    try session.see(before)

    session.press(Keys.control("t"))
    try session.see("amber")
    session.press("nord" + Keys.enter)
    try session.see("中   nord")
    #expect(session.quit() == .code(0))
    let next = try DashboardSession(in: run)
    try next.see("中   nord")
  }

  @Test func theLanguageIsSwitched() throws {
    session.press(":language en" + Keys.enter)
    try session.see("─ News 1/10", "─ Statistics", "unread 10", "j/k move")
    try session.seeNoMore("资讯", "未读", "统计")
    session.press(":language" + Keys.enter)
    try session.see("资讯 1/10")
  }
}
