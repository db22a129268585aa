import Terminal
import Testing

/// A day of a reader on a real terminal: what is done all the time, in one program after the other.
@Suite struct DayTests {
  /// One key reads for an hour: it pages through an article and opens the next one, and the reader sees the whole of each.
  @Test func thirtyArticlesAreReadWithOneKey() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60", "第1篇正文开头")
    session.press(Keys.enter)
    var presses = 0
    var seen: [Int] = []
    for number in 1...30 {
      try session.see("第\(number)篇正文开头", "阅读 · 1/")
      var page = 1
      while !session.screen.text.contains("第\(number)篇正文结尾") {
        session.press(" ")
        (presses, page) = (presses + 1, page + 1)
        try session.see("阅读 · \(page)/")
      }
      try session.see("按 Space 读下一条未读：第\(number + 1)号快讯")
      try session.seeSelected(InventedNews.title(number))
      seen.append(number)
      guard number < 30 else { break }
      session.press(" ")
      presses += 1
    }
    try session.see("未读 30")
    #expect(seen == Array(1...30))
    // Three pages an article; the last one waits for the key that leaves it.
    #expect(presses == 89, "\(presses) presses for \(seen.count) articles")
    #expect(session.quit() == .code(0))
  }

  /// Back is a ladder; keys say what they do; numbers and dates are places in the list.
  @Test func oneComesBackByTheSameKeyEachTime() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60")
    session.press("f")
    session.press("tag:航运 is:unread" + Keys.enter)
    try session.see("筛选：标签：航运 状态：未读", "资讯 1/20", "未读 20")
    session.press("/添新船" + Keys.enter)
    try session.see("搜索“添新船” 1/20")
    session.press("3")
    try session.see("─ 每日新闻量")
    session.press("1" + Keys.enter)
    try session.see("阅读 · 1/")
    session.press("/灯塔" + Keys.enter)
    try session.see("匹配 1/1")
    session.press(Keys.escape)
    try session.seeNoMore("匹配 1/1")
    session.press(Keys.escape)
    try session.see("搜索“添新船”", "↵ 阅读")
    session.press(Keys.escape)
    // An article that was open for a moment alone may still be unread.
    try session.see("─ 资讯 1/", "筛选：标签：航运 状态：未读")
    session.press(Keys.escape)
    try session.see("筛选：全部")
    session.press(Keys.control("o"))
    try session.see("筛选：标签：航运 状态：未读")
    session.press("c")
    try session.see("筛选：全部")

    // No key is silent.
    session.press("x")
    try session.see("x 在此无效，可用于：")
    session.press(":30" + Keys.enter)
    try session.see("资讯 30/60")
    session.press(":-5" + Keys.enter)
    try session.see("资讯 25/60")
    // The keys of an article work from the pane of statistics.
    session.press(Keys.tab + Keys.tab + "s")
    try session.seeSelected("★")
    // A text that is proposed gives way to what is typed.
    session.press("e")
    try session.see("列表导出到：newstape.md")
    session.press("a.md")
    try session.see("列表导出到：a.md")
    session.press(Keys.escape)
    try session.seeNoMore("列表导出到")
    #expect(session.quit() == .code(0))
  }

  /// The sample: colours of the market, pages by mouse, what is kept, pop-ups, statistics that fold.
  @Test func theSampleFillsADay() throws {
    let session = try DashboardSession(in: CommandLineRun(), environment: ["COLORTERM": "truecolor"])
    // The first start reads the sample in, which takes its time on a busy machine.
    #expect(session.terminal.wait(.seconds(60)) { $0.text.contains("资讯 1/") })
    try session.see("资讯 1/", "▶", "─ 统计 · 近24小时", "─ 阅读 · 1/")
    session.press("t")
    try session.see("┌─ 按内容筛选", "股市")
    session.press("股市" + Keys.enter)
    try session.see("筛选：标签：股市", "资讯 1/")
    let red = Color.rgb(red: 0xFB, green: 0x54, blue: 0x40)
    try session.see("a rise in red") { screen in
      screen.cells.joined().contains { $0.text == "涨" && $0.style.foreground == red }
    }
    session.press("c")
    try session.see("筛选：全部")
    click(session, "3统计")
    try session.see("─ 每日新闻量", "日历")
    click(session, "2关注")
    try session.see("已存查询 1/1", "新股  标签：IPO", "✓ 广告")
    session.press("b")
    try session.see("批量更改 · 新股")
    session.press(Keys.escape)
    try session.seeNoMore("批量更改 · 新股")
    click(session, "4订阅")
    try session.see("─ 详情 ─", "还没有订阅")
    click(session, "1资讯")
    try session.see("─ 阅读 · 1/")
    session.press("-")
    try session.see("statistics in one line") { screen in
      screen.lines.filter { $0.contains("共") && $0.contains("时均") }.count == 1 && !screen.text.contains("星标 0")
    }
    session.press("-")
    try session.see("星标 0")
    session.press("?")
    try session.see("此处：资讯", "移动")
    click(session, "2关注")
    try session.seeNoMore("此处：资讯")
    session.press("o")
    try session.see("没有链接")
    session.press("L")
    try session.see("没有链接", "┌─ 日志")
    session.press(Keys.escape)
    try session.seeNoMore("┌─ 日志")
    #expect(session.quit() == .code(0))
  }

  /// Clicks on a text of the screen.
  private func click(_ session: DashboardSession, _ text: String) {
    for (y, line) in session.screen.lines.enumerated() {
      guard let place = line.range(of: text) else { continue }
      let before = line[..<place.lowerBound]
      let column = before.unicodeScalars.reduce(1) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
      session.press("\u{1B}[<0;\(column);\(y + 1)M\u{1B}[<0;\(column);\(y + 1)m")
      return
    }
    Issue.record("\(text) is not on screen")
  }
}
