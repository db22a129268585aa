import Terminal
import Testing

/// Narrowing the list: by tag, by words, by what has been read, from a chart; and back again.
@Suite struct FilteringTests {
  private let session: DashboardSession

  init() throws {
    session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60", "未读 60", "第1篇正文开头")
  }

  @Test func aTagIsPickedByAFewLettersAndLeftAgain() throws {
    session.press("jj")
    try session.seeSelected(InventedNews.title(3))
    session.press("t")
    try session.see("标签", "Tab 多选", "7/7 ─┘")
    session.press("航")
    try session.see("> 航", "1/7 ─┘")
    session.press(Keys.enter)
    try session.see("筛选：标签：航运", "资讯 1/20", "未读 20")
    try session.seeNoMore("澄湖锂业扩产")
    session.press("q")
    try session.see("筛选：全部", "资讯 3/60")
    try session.seeSelected(InventedNews.title(3))
  }

  @Test func tagsAreCombined() throws {
    session.press("t")
    try session.see("7/7 ─┘")
    session.press("银行")
    try session.see("1/7 ─┘")
    session.press(Keys.tab + Keys.control("u") + "费率")
    try session.see("> 费率", "1/7 ─┘")
    session.press(Keys.tab + Keys.enter)
    try session.see("标签：银行 标签：费率", "资讯 1/20")
    session.press("c")
    try session.see("筛选：全部")
  }

  @Test func theListNarrowsAsWordsAreTyped() throws {
    session.press("/")
    try session.see("a cursor") { $0.isCursorVisible }
    session.press("远望")
    try session.see("搜索“远望” 1/20", "筛选：远望")
    session.press(Keys.escape)
    try session.see("资讯 1/60", "筛选：全部")
    session.press("/title:12号" + Keys.enter)
    try session.see("搜索“标题：12号” 1/1", InventedNews.title(12))
    session.press("q")
    try session.see("资讯 1/60")
    session.press("/绝无此事" + Keys.enter)
    try session.see("没有符合条件的新闻")
    session.press("c")
    try session.see("资讯 1/60")
  }

  @Test func onlyWhatIsUnreadOrStarred() throws {
    session.press("m")
    try session.seeSelected("▶○")
    session.press("js")
    try session.seeSelected("▶●★")
    session.press("U")
    try session.see("筛选：状态：未读", "资讯 1/59")
    session.press("U")
    try session.see("筛选：全部", "/60")
    session.press("*")
    try session.see("筛选：状态：星标", "资讯 1/1")
    session.press("q")
    try session.see("筛选：全部")
  }

  @Test func aSourceIsChosenFromTheMenu() throws {
    session.press("F")
    try session.see("只看未读", "来源…", "栏目…")
    session.press("来源" + Keys.enter)
    try session.see("海港财讯", "2/2 ─┘")
    session.press("海港")
    try session.see("1/2 ─┘")
    session.press(Keys.enter)
    try session.see("来源：海港财讯", "资讯 1/15")
  }

  @Test func aChartLeadsToItsNews() throws {
    session.press("3")
    try session.see("标签 · 较前", "来源 · 较前", "日历 ·", "阅读状态")
    session.press("j")
    try session.see("统计 › 标签 ›")
    session.press(Keys.enter)
    try session.see("筛选：标签：", "资讯 1/20", "─ 阅读")
    session.press("q")
    try session.see("筛选：全部", "标签 · 较前")
    session.press(Keys.tab)
    try session.see("统计 › 来源 ›")
    session.press(Keys.enter)
    try session.see("筛选：来源：晨星日报", "资讯 1/45")
  }

  @Test func thePaneOfStatisticsLeadsToItsNews() throws {
    session.press(Keys.tab + Keys.tab)
    try session.see("[/]") { $0.text.contains("缩短") }
    session.press("j" + Keys.enter)
    try session.see("筛选：标签：", "资讯 1/20")
  }
}
