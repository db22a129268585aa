import Testing

/// Two programs on one store.
@Suite struct TwoProgramsTests {
  @Test func aStarInOneIsSeenInTheOther() throws {
    let run = try CommandLineRun.withNews()
    let (one, other) = (try DashboardSession(in: run), try DashboardSession(in: run))
    for session in [one, other] { try session.see("资讯 1/60", "未读 60") }
    one.press("js")
    try one.seeSelected("▶●★")
    try other.see("the star") { $0.lines.contains { $0.hasPrefix(" ●★") && $0.contains("第2号快讯") } }
    other.press("jm")
    try other.seeSelected("▶○★")
    try one.seeSelected("▶○★")
    try one.see("未读 59")
    #expect(one.quit() == .code(0))
    other.press("k")
    try other.seeSelected(InventedNews.title(1))
    #expect(other.quit() == .code(0))
  }

  @Test func newsThatComesInWaitsUntilItIsAskedFor() throws {
    let run = try CommandLineRun.withNews()
    let session = try DashboardSession(in: run)
    try session.see("资讯 1/60", "未读 60")
    session.press("jj")
    try session.seeSelected(InventedNews.title(3))
    let lines = ["甲", "乙"].map { #"{"title":"最新消息\#($0)：码头动工","text":"正文。","tags":["航运"]}"# + "\n" }.joined()
    let file = try run.write(lines, to: "new.jsonl")
    #expect(try run("import", file).status == 0)
    try session.see("新2条", "未读 62")
    #expect(!session.screen.text.contains("最新消息"))
    session.press(".")
    try session.see("最新消息甲：码头动工", "资讯 5/62")
    try session.seeSelected(InventedNews.title(3))
    try session.seeNoMore("新2条")
  }
}
