import Testing

/// What the next start takes up.
@Suite struct RestartingTests {
  @Test func theArticleIsFoundAgainInTheWholeList() throws {
    let run = try CommandLineRun.withNews()
    let first = try DashboardSession(in: run)
    try first.see("资讯 1/60", "未读 60")
    first.press(":tag 锂电" + Keys.enter)
    try first.see("标签：锂电", "资讯 1/20")
    first.press("jjj")
    try first.see("资讯 4/20")
    #expect(first.quit() == .code(0))

    let second = try DashboardSession(in: run)
    try second.see("筛选：全部", "资讯 12/60")
    try second.seeSelected(InventedNews.title(12))
  }

  @Test func thePageIsFoundAgain() throws {
    let run = try CommandLineRun.withNews()
    let first = try DashboardSession(in: run)
    try first.see("资讯 1/60", "未读 60")
    first.press("3]")
    try first.see("[90天]")
    #expect(first.quit() == .code(0))
    let second = try DashboardSession(in: run)
    try second.see("[90天]", "标签 · 较前")
    second.press("1")
    try second.see("资讯 1/60")
  }
}
