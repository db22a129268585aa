import NewsModel
import Testing

/// What was known when: an article that its source edits, and the list as it was before.
@Suite struct AsOfTests {
  private static func line(_ title: String, collected: String) -> String {
    #"{"id":"m7","title":"\#(title)","text":"虚构券商的研报。","source":"晨星日报","published":"2024-11-01T09:00:00+08:00","#
      + #""crawled_at":"\#(collected)"}"# + "\n"
  }

  @Test func anEditedHeadlineIsShownAsItWasBefore() throws {
    let run = try CommandLineRun.withNews()
    let first = try run.write(Self.line("北渚证券下调云杉动力评级", collected: "2024-11-01T09:30:00+08:00"), to: "first.jsonl")
    let second = try run.write(Self.line("北渚证券上调云杉动力评级", collected: "2024-11-02T09:30:00+08:00"), to: "second.jsonl")
    #expect(try run("import", first).status == 0)
    let session = try DashboardSession(in: run)
    try session.see("资讯 1/61")
    session.press("/北渚证券" + Keys.enter)
    try session.see("北渚证券下调云杉动力评级", "1/1")
    session.press("m")
    try session.seeSelected("▶○")
    #expect(try run("import", second).status == 0)
    try session.see("北渚证券上调云杉动力评级")
    try session.seeSelected("▶◆")
    session.press("d")
    try session.see("第2版", "意思变了", "[-下-]{+上+}调", "第1版")
    session.press(Keys.escape)
    try session.seeNoMore("第1版")
    session.press(Keys.escape)
    try session.see("筛选：全部")

    session.press(":as-of 2024-11-01 10:00" + Keys.enter)
    try session.see("按 2024-11-01 10:00 时点", "北渚证券下调云杉动力评级", "资讯 1/1")
    session.press("/上调" + Keys.enter)
    try session.see("没有符合条件的新闻", "按 2024-11-01 10:00 时点")
    session.press(Keys.escape + Keys.escape)
    try session.see("筛选：全部", "资讯")
    try session.seeNoMore("按 2024-11-01 10:00 时点")
    #expect(session.quit() == .code(0))
  }

  @Test func whatHasArrivedSinceTheLastVisitIsCounted() throws {
    let run = try CommandLineRun.withNews()
    let first = try DashboardSession(in: run)
    try first.see("资讯 1/60")
    #expect(!first.screen.text.contains("上次浏览后"))
    // What came in the second in which a visit ends would be new at the next one.
    let shown = Timestamp.now
    try first.await("the next second") { Timestamp.now > shown }
    #expect(first.quit() == .code(0))
    let file = try run.write(Self.line("北渚证券下调云杉动力评级", collected: "2099-01-01"), to: "new.jsonl")
    #expect(try run("import", file).status == 0)
    let second = try DashboardSession(in: run)
    try second.see("上次浏览后1条")
    second.press(":new" + Keys.enter)
    try second.see("北渚证券下调云杉动力评级", "资讯 1/1")
    #expect(second.quit() == .code(0))
  }
}
