import Testing

/// From a company's initials to its page, an event of it, the list, and back to where one was.
@Suite struct CompanyTests {
  private static let records = """
    {"title": "贵州茅台(600519)拟回购不超过3亿元股份", "date": "2022-06-15 09:30", "source": "晚报", "text": "公司公告。"}
    {"title": "贵州茅台(600519)与五粮液(000858)遭股东减持1.2亿元", "date": "2022-06-08 10:00", "source": "晨报", "text": "公司公告。"}
    {"title": "港口吞吐量回升", "date": "2022-06-16 08:00", "source": "晨报", "text": "港口公告。"}
    """

  @Test func aCompanyIsLookedAtAndLeftAgain() throws {
    let run = try CommandLineRun()
    let file = try run.write(Self.records, to: "news.jsonl")
    #expect(try run("import", file).status == 0)
    let session = try DashboardSession(in: run)
    try session.see("资讯 1/3")
    try session.seeSelected("港口吞吐量回升")
    session.press(":gzmt\r")
    try session.see("贵州茅台 600519.SH 上交所", "新闻2条，未读2条", "3亿元", "五粮液 000858.SZ")
    session.press(Keys.tab + "j")
    try session.see("事件 2/2")
    session.press(Keys.enter)
    try session.see("公司：贵州茅台 事件：减持", "资讯 1/1")
    try session.seeSelected("五粮液(000858)遭股东减持")
    session.press(Keys.enter)
    try session.see("阅读 · 1/1", "公司公告")
    session.press("q")
    session.press("q")
    try session.see("事件 2/2", "筛选：全部")
    session.press("q")
    try session.see("资讯 1/3")
    try session.seeSelected("港口吞吐量回升")
    #expect(session.quit() == .code(0))
    let told = try run("company", "gzmt", "--language", "zh-Hans")
    #expect(told.status == 0 && told.output.contains("减持"))
  }
}
