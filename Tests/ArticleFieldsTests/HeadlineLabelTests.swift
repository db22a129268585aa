import Testing

@testable import ArticleFields

@Suite struct HeadlineLabelTests {
  private func split(_ title: String) -> [String?] {
    let (label, rest) = HeadlineLabel.split(title[...])
    return [label, String(rest)]
  }

  @Test(
    arguments: [
      "今日热搜:", "聚焦:", "今日聚焦!", "每日看点!", "今日热议:", "【新要闻】", "每日报道:", "每日精选:", "今日热搜：", "聚焦！", "【今日热搜】", "最新快讯:", "全球观察:",
      "环球热点!", "天天速读:", "世界快看:", "焦点播报:", "当前资讯：", "热门看点:", "实时动态!", "新要闻:", "快讯:", "独家:", "要闻：", "【快讯】", "今头条!",
      "【聚焦】:", "热点评！", "世界快播：", "即时看！", "视点！", "天天日报！", "全球实时：", "【天天播资讯】", "最新：", "当前通讯！", "每日视讯：", "前沿热点：", "天天滚动:",
      "视焦点讯！", "头条焦点：",
    ])
  func portalLabels(_ mark: String) {
    let label = mark.filter { !":：!！【】".contains($0) }
    #expect(split(mark + "某公司发布年报") == [label, "某公司发布年报"])
  }

  @Test(
    arguments: [
      "毛利率下滑,股权纠纷未决!尚未盈利某公司", "甲农生物开启申购:自主创新", "央行:降准正在路上", "马上消费:业绩增长", "今日股市:三大指数上涨", "世界银行:上调增速", "全球经济:复苏放缓",
      "最新财报:利润下滑", "业绩快报:净利增长", "某公司!", "今日热搜:", "【甲公司】增持", "环球时报:社评", "看好!机构增持", "今日热搜榜单公布", "10:30 开盘播报",
      "新股消息:两家过会", "今日头条:推出新功能", "世界黄金协会:需求回升",
    ])
  func otherTitlesKeepWhatStandsBeforeTheColon(_ title: String) {
    #expect(split(title) == [nil, title])
  }

  @Test(
    arguments: [
      ("「今日热搜」", "今日热搜"), ("〖独家〗", "独家"), ("（快讯）", "快讯"), ("(快讯)", "快讯"), ("聚焦│", "聚焦"), ("每日看点——", "每日看点"),
      ("午评：", "午评"), ("收评:", "收评"), ("早报丨", "早报"), ("公告精选：", "公告精选"), ("异动：", "异动"), ("热点在线：", "热点在线"),
      ("港股收评：", "港股收评"), ("深度丨", "深度"),
    ])
  func labelsOfMoreForms(_ mark: String, _ label: String) {
    #expect(split(mark + "某公司发布年报") == [label, "某公司发布年报"])
  }

  @Test(arguments: ["深度:某公司的账本", "（上接第一版）某公司", "某公司——一家老店", "评论:数据好看"])
  func wordsThatBeginASentenceNeedAStrongMark(_ title: String) {
    #expect(split(title) == [nil, title])
  }
}

/// How a label is set off, how long it may be, and which words make one.
@Suite struct HeadlineLabelFormTests {
  private func label(_ title: String) -> String? { HeadlineLabel.split(title[...]).label }

  @Test(arguments: [
    "【快讯】", "[快讯]", "［快讯］", "〔快讯〕", "「快讯」", "『快讯』", "〖快讯〗", "（快讯）", "(快讯)", "（快讯)", "快讯:", "快讯：", "快讯!", "快讯！", "快讯|",
    "快讯｜", "快讯丨", "快讯│", "快讯┃", "快讯—", "快讯——", "快讯―", "快讯::", "【快讯】：", "【 快讯 】", "  快讯 ： ", "【快讯】|",
  ])
  func everyMarkSetsALabelOff(mark: String) {
    let (label, title) = HeadlineLabel.split("\(mark)远帆航运公布数据"[...])
    #expect(label == "快讯")
    #expect(title == "远帆航运公布数据")
  }

  @Test(arguments: ["【快讯", "快讯-", "快讯 ", "快讯,", "《快讯》", "<快讯>", "快讯》"]) func otherMarksDoNot(mark: String) {
    #expect(label("\(mark)远帆航运公布数据") == nil)
  }

  @Test(arguments: ["快讯：", "【快讯】", "【快讯】：", "快讯", "", "：远帆航运", "【】远帆航运"]) func withoutATitleNothingIsALabel(
    title: String
  ) {
    let split = HeadlineLabel.split(title[...])
    #expect(split.label == nil)
    #expect(split.title == title[...])
  }

  @Test func aLabelHasAtMostFifteenCharacters() {
    let longest = "今日每日天天最新全球国际热快讯"
    #expect(longest.count == 15)
    #expect(label(longest + "：远帆航运") == longest)
    #expect(label("【\(longest)】远帆航运") == longest)
    #expect(label("热" + longest + "：远帆航运") == nil)
    #expect(label("【热\(longest)】远帆航运") == nil)
  }

  @Test(arguments: [
    "BREAKING", "Breaking", "Exclusive", "独家", "今日头条快讯", "A股早报", "Ａ股早报", "快訊", "要聞", "盘前必读", "美股收评", "本周财经要闻",
  ]) func wordsThatAreLabels(text: String) {
    #expect(label("\(text): 远帆航运") == text)
    #expect(label("【\(text)】远帆航运") == text)
  }

  @Test(arguments: ["Opinion", "深度", "评论", "图解", "Podcast", "Update", "数据"]) func columnsNeedAStrongMark(text: String) {
    #expect(label("\(text): 远帆航运") == nil)
    #expect(label("\(text)！远帆航运") == nil)
    #expect(label("\(text) | 远帆航运") == text)
    #expect(label("【\(text)】远帆航运") == text)
  }

  @Test(arguments: ["今日头条", "今日", "今日今日", "快讯今日", "讯", "远帆航运", "Break", "breaking news", "今日航运", "港股"])
  func otherWordsAreNone(text: String) {
    #expect(label("【\(text)】远帆航运公布数据") == nil)
    #expect(label("\(text)：远帆航运公布数据") == nil)
  }

  @Test func onlyTheFirstMarkIsLookedAt() {
    #expect(label("远帆航运：快讯：公布数据") == nil)
    #expect(HeadlineLabel.split("快讯：独家：公布数据").title == "独家：公布数据")
  }
}
