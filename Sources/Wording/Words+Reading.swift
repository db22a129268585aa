package import NewsModel

// MARK: - Lists and searches

extension Words {
  package func wentAround(_ direction: Int) -> String {
    direction > 0
      ? text("已到末尾，从头继续", "past the end, back at the first match")
      : text("已到开头，从末尾继续", "past the beginning, at the last match")
  }

  package var byRelevance: String { text("按相关度", "by relevance") }
  package var byArrival: String { text("按收到时间", "by arrival") }
  package var oldestFirst: String { text("旧的在前", "oldest first") }

  package func stillToIndex(_ count: Int) -> String {
    text("还有\(number(count))条待索引", "\(number(count)) still to index")
  }

  /// The text of a query as it is shown: its names are those of the interface, whatever it was typed in.
  package func query(_ text: String) -> String { tongue.worded(text) }

  /// The name of a list that is found by words.
  package func search(_ text: String) -> String { self.text("搜索“\(text)”", "search “\(text)”") }

  /// The name of a list that is a saved query.
  package func savedQuery(_ name: String) -> String { text("查询“\(name)”", "saved query “\(name)”") }

  package var today: String { text("今天", "today") }
  package var lastSevenDays: String { text("近7天", "last 7 days") }
  package var atTheTop: String { text("按 \(key(.quit)) 退出", "press \(key(.quit)) to quit") }

  package var stubNote: String {
    text(
      "只有标题，正文尚未收录；导入原文页面后自动补全。",
      "No text yet: this headline is known from a related list only. It is completed when its page is imported.")
  }

  package func leftOut(_ bytes: Int, of key: ArticleKey) -> String {
    let size = bytes < 1 << 20 ? "\(max(1, bytes >> 10)) KB" : "\(bytes >> 20) MB"
    return text(
      "（新闻过长，后面还有 \(size) 未显示；全文：newstape show \(key)）",
      "(Too long to be shown whole: \(size) more are in newstape show \(key).)")
  }

  /// What stands in the row of an article whose page is gone, with the day on which that was found.
  package func withdrawn(_ day: CivilTime) -> String {
    text("原文已删 \(day.monthAndDay)", "withdrawn \(day.monthAndDay)")
  }

  package func withdrawn(at time: String) -> String { text("原文已删 \(time)", "withdrawn \(time)") }
  package func arrived(_ time: String) -> String { labelled(text("收到", "Arrived"), time) }

  package func withdrawnNote(_ time: CivilTime) -> String {
    text(
      "原文已删（\(time.isoDate) \(time.clock) 发现），以下为已保存的文字",
      "Withdrawn: its page was found gone on \(time.isoDate) \(time.clock). This is the text that was kept.")
  }

  package var changeGroup: String { text("改动", "change") }

  /// What was said in a place, and what is said there now; empty where nothing was or is.
  package func replaced(_ old: String, by new: String) -> String {
    if old.isEmpty { return text("加入", "added ") + new }
    if new.isEmpty { return text("删去", "removed ") + old }
    return old + " → " + new
  }

  /// What stands in the row of an article whose source has changed what it says.
  package var changedBriefly: String { text("有改动", "changed") }

  /// What a source did to an article; nil where it did nothing that is read.
  package func changeNote(_ change: ArticleChange) -> String? {
    switch change {
    case .none: nil
    case .wording: text("有改动：来源修改过文字", "Changed: its source has edited the text")
    case .sense: text("有改动：来源修改过内容，含义有变", "Changed: its source has edited what it says")
    }
  }

  package var emptyBody: String { text("（没有正文）", "(no text)") }
  package func figure(_ caption: String) -> String { labelled(text("图", "Figure"), caption) }

  package var sampleNotice: String {
    text(
      "示例新闻（内容虚构）。按 \(key(.addSource)) 添加订阅；或退出后运行 newstape import 文件",
      "Sample news (invented). Press \(key(.addSource)) to add a feed, or quit and run: newstape import FILE")
  }

  /// As of when everything is shown: `按 11-20 10:00 时点`.
  package func asOf(_ time: CivilTime, now: CivilTime) -> String {
    let day = time.year == now.year ? time.monthAndDay : time.isoDate
    return text("按 \(day) \(time.clock) 时点", "as of \(day) \(time.clock)")
  }

  package func unknownArrivals(_ count: Int) -> String {
    text(
      "其中\(number(count))条收到时间不详，视为当时已有", "arrival of \(number(count)) not known: taken as there by then")
  }

  package func unknownArrivalsBriefly(_ count: Int) -> String {
    text("\(briefNumber(count))条收到时间不详", "\(briefNumber(count)) not dated")
  }

  package var facetsByTodaysTables: String {
    text("公司、事件等按当时文字、现行词表识别", "companies and events: texts of then, tables of today")
  }

  package var leaveAsOf: String { text("按 \(key(.back)) 返回现在", "\(key(.back)) returns to now") }
  package var notKnownThen: String { text("这条新闻当时尚未收到", "this article had not arrived by then") }

  package var emptyStore: String {
    text(
      "还没有新闻。按 \(key(.addSource)) 添加订阅；或退出后运行 newstape import 文件",
      "No news yet. Press \(key(.addSource)) to add a feed, or quit and run: newstape import FILE")
  }

  package var nothingMatches: String {
    text(
      "没有符合条件的新闻。按 \(key(.back)) 返回，按 \(key(.clearFilter)) 清除筛选",
      "Nothing matches the filter. Press \(key(.back)) to go back, \(key(.clearFilter)) to clear it")
  }

  package var loading: String { text("加载中…", "loading…") }
  package var searching: String { text("搜索中…", "searching…") }
  package var notReadable: String {
    text("读取失败，按 \(key(.log)) 查看原因", "could not be read; press \(key(.log)) for details")
  }
  package var nothingSelected: String {
    text("选中新闻即可预览，\(key(.open)) 打开", "Select an article to preview it; \(key(.open)) opens it")
  }
  /// Which panes are shown together now.
  package func layout(_ name: String) -> String { labelled(text("布局", "layout"), name) }
  package var noBorder: String { text("此窗格旁没有可移动的边界", "this pane has no border that could move") }
  package var tooSmall: String { text("窗口太小", "too small") }
  package var noUnread: String { text("没有未读新闻了", "no more unread") }
  /// Which article is opened next; no title where it is not known yet.
  package func nextUnread(_ title: String?) -> String {
    let (zh, en) = title.map { ("：" + $0, ": " + $0) } ?? ("", "")
    return text("按 \(key(.readOn)) 读下一条未读\(zh)", "\(key(.readOn)) opens the next unread\(en)")
  }
  /// Why a key does nothing, and where it would.
  package func keyWorksElsewhere(_ key: String, _ places: [String]) -> String {
    text(
      "\(key) 在此无效，可用于：\(places.joined(separator: "、"))",
      "\(key) does nothing here; it works in: \(places.joined(separator: ", "))")
  }
  package func keyMeansNothing(_ key: String) -> String {
    text("\(key) 没有功能，按 \(self.key(.help)) 查看按键", "\(key) does nothing; \(self.key(.help)) lists the keys")
  }
  package var movesInTimeAlone: String {
    text("此键只在时间轴上移动，按 \(key(.back)) 返回", "this key moves on a time axis alone; \(key(.back)) goes back")
  }
  /// Stands above the keys that work in one place alone.
  package func onlyHere(_ place: String) -> String { text("此处：\(place)", "Here: \(place)") }
  package func configurationMistakes(_ number: Int) -> String {
    text(
      "配置有\(number)处错误，按 \(key(.log)) 逐条查看",
      "\(count(number, "mistake")) in the configuration; press \(key(.log)) to read them")
  }
  package var nothingSoOld: String { text("没有更早的新闻", "no news is that old") }
  package var noneNew: String { text("暂无新消息", "nothing new has come in") }
  package var noMatch: String { text("未找到", "not found") }
  package var noMessages: String { text("还没有消息", "no messages yet") }
  package var noLink: String { text("这条新闻没有链接", "this article has no link") }
  package var noLinks: String { text("正文中没有链接", "there are no links in the text") }
  package var noRelated: String { text("没有相关新闻", "no related news") }
  package var relatedUnknown: String { text("新闻库中没有这条新闻", "this article is not in the store") }
  package var nothingToUndo: String { text("没有可撤销的操作", "nothing to undo") }
  package var linkCopied: String { text("链接已复制", "link copied") }
  package var noStatistics: String { text("没有可统计的新闻", "nothing to count") }
  /// How many new items wait for a key.
  package func newItems(_ count: Int) -> String {
    text("新\(number(count))条", "\(number(count)) new") + parenthesised(key(.loadArrivals))
  }

  /// How many articles have arrived since the dashboard was left last.
  package func sinceLastVisit(_ count: Int, isBrief: Bool) -> String {
    isBrief
      ? text("新收\(briefNumber(count))", "\(briefNumber(count)) new")
      : text("上次浏览后\(number(count))条", "\(number(count)) since last visit")
  }

  package func newItemsBriefly(_ count: Int) -> String { text("新\(briefNumber(count))", "\(briefNumber(count)) new ") }
  package func dayCount(_ count: Int) -> String { text("\(number(count))条", number(count)) }

  package func noTheme(_ name: String) -> String { text("没有配色“\(name)”", "there is no theme “\(name)”") }

  package func themeIsConfigured(_ name: String) -> String {
    text(
      "配色 \(name) 仅本次有效；长期使用请写入 config.toml",
      "theme \(name) until you quit; to keep it, name it in config.toml")
  }
}

// MARK: - Text origin

extension Words {
  /// Whose text the reader shows; nil where there is nothing to say.
  package func textOrigin(_ origin: TextOrigin) -> String? {
    switch origin {
    case .own: nil
    case .page: text("以上为网页全文。", "This is the text of its page.")
    case .pagePending(nil): text("以上为订阅源的文字，网页全文待抓取。", "This is the feed's text; the page is still to be fetched.")
    case .pagePending:
      text(
        "以上为订阅源的文字；抓取全文失败，稍后自动重试。", "This is the feed's text; the page could not be fetched and is tried again later.")
    case .pageMissing: text("以上为订阅源的文字；没有网页全文。", "This is the feed's text; its page is not available.")
    }
  }
}

// MARK: - What is typed

extension Words {
  package var filterLabel: String { text("筛选：", "filter: ") }
  package var sinceLabel: String { text("开始日期：", "since: ") }
  package var untilLabel: String { text("结束日期：", "until: ") }
  package var asOfLabel: String { text("时点：", "as of: ") }
  package var saveLabel: String { text("保存为：", "save as: ") }
  package var renameLabel: String { text("改名为：", "rename to: ") }
  package var ruleQueryLabel: String { text("规则条件：", "rule for: ") }
  package var ruleNameLabel: String { text("规则名称：", "name of the rule: ") }
  package var exportListLabel: String { text("列表导出到：", "write the list to: ") }
  package var exportArticleLabel: String { text("文章导出到：", "write the article to: ") }
  package var addressLabel: String { text("网站或订阅源网址：", "address of a site or feed: ") }
  package func label(_ name: String) -> String { labelled(name, "") }
  package var cancels: String { text("取消", "cancels") }
  package var asksForAll: String { text("全部", "all") }
  package var asksForAny: String { text("任一", "any") }
  package var allOfThem: String { text("须同时具备", "all of them") }
  package var anyOfThem: String { text("任一即可", "any of them") }
  package var marksSeveral: String { text("多选", "marks") }
}

// MARK: - Keys of a line that is typed

extension Words {
  package var keepResults: String { text("应用", "keep") }
  package var keepFilter: String { text("应用", "keep") }
  package var giveBack: String { text("取消", "restore") }
  package var earlierSearches: String { text("历史搜索", "earlier") }
  package var earlierFilters: String { text("历史筛选", "earlier") }
  package var earlierCommands: String { text("历史命令", "earlier") }
  package var completeFields: String { text("补全 标签：标题：状态：…", "complete tag: title: is:…") }
  package var complete: String { text("补全", "complete") }
  package var done: String { text("完成", "done") }
  package var cancel: String { text("取消", "cancel") }
  package var nextAndPrevious: String { text("下一处、上一处", "next, previous") }
  package var run: String { text("执行", "run") }
  package var accept: String { text("确定", "accept") }
  package var findAndSubscribe: String { text("查找并订阅", "find and subscribe") }
  package var save: String { text("保存", "save") }
  package var exampleOfFolder: String { text("如 财经/宏观，留空不分组", "as in money/markets; empty is none") }
  package var separatedByCommas: String { text("用逗号分隔", "separated by commas") }
  package var clearLine: String { text("清空", "clear") }
  package var exportHint: String { text("导出", "export") }
  package var filterHint: String { text("筛选", "filter") }
  package var exampleOfMoments: String { text("2022-06-15 10:00  昨天  2小时", "2022-06-15 10:00  yesterday  2h") }
  package var exampleOfDates: String { text("2022-06-15  2022-06  7d  今天", "2022-06-15  2022-06  7d  today") }
}

// MARK: - Mistakes in queries

extension Words {
  /// What is wrong and, where it helps, what would be right: one line for people, without the place.
  package func mistake(_ kind: QueryError.Kind) -> String {
    switch kind {
    case .unknownField(let name):
      text(
        "没有字段“\(name)”；可用：\(Self.chineseFields)。若要查找原文，请加引号",
        "no field “\(name)”; there are \(Self.fields); quote it to look for it")
    case .missingValue(let field): text("“\(field.rawValue):”后缺少内容", "\(field.rawValue): needs a value")
    case .unknownStatus(let name):
      text("没有状态“\(name)”；可用：\(Self.chineseStatuses)", "no status “\(name)”; there are \(Self.statuses)")
    case .badDate(let name):
      text("“\(name)”不是日期，例如 2022-06-15、7d、today", "“\(name)” is not a date, such as 2022-06-15, 7d, today")
    case .unknownSession(let name):
      text("没有时段“\(name)”；可用：\(Self.chineseSessions)", "no session “\(name)”; there are \(Self.sessions)")
    case .noSession(let session, let exchange):
      text(
        "\(self.name(of: exchange))没有\(session.chineseName)；可用：\(self.sessions(of: exchange))",
        "\(self.name(of: exchange)) has no session “\(session.rawValue)”; there are \(self.sessions(of: exchange))")
    case .beyondCalendar(let exchange):
      text(
        "\(known(exchange))，无法得知最近的开盘和收盘",
        "\(known(exchange)): when trading began or ended last is not known")
    case .unknownCompany(let name):
      text(
        "没有公司“\(name)”；请用代码（600519、00700.HK）或全称、简称",
        "no company “\(name)”; use a code (600519, 00700.HK) or a name")
    case .unknownEvent(let name):
      text("没有事件“\(name)”；可用：\(Self.chineseEvents)", "no event “\(name)”; there are \(Self.events)")
    case .unknownTopic(let name):
      text("没有分类“\(name)”；可用：\(Self.chineseTopics)", "no topic “\(name)”; there are \(Self.topics)")
    case .unknownTone(let name):
      text("没有倾向“\(name)”；可用：正面 负面", "no tone “\(name)”; there are positive and negative")
    case .unknownChoice(let field, let name):
      text(
        "“\(field.rawValue):”没有“\(name)”；可用：\(field.choices.map(\.chineseName).joined(separator: " "))",
        "no \(field.rawValue):\(name); there are \(field.choices.map(\.name).joined(separator: " "))")
    case .badFigure(let field, let value):
      field == .change
        ? text("“\(value)”不是幅度，例如 change:<-30%", "“\(value)” is no change, such as change:<-30%")
        : text(
          "“\(value)”不是金额，例如 amount:>1亿、amount:>2亿港元",
          "“\(value)” is no amount, such as amount:>100musd or amount:>2.5bn")
    case .unclosedQuote: text("缺少右引号", "the quotation mark is not closed")
    case .unclosedPattern: text("正则表达式缺少结尾的 /", "no / ends the pattern")
    case .emptyPattern: text("两个 / 之间缺少正则表达式", "there is no pattern between the slashes")
    case .badPattern(let reason): mistake(reason)
    case .unclosedParenthesis: text("缺少右括号", "the parenthesis is not closed")
    case .unopenedParenthesis: text("多了一个右括号", "nothing opens this parenthesis")
    case .missingTerm: text("这里缺少条件", "a term is missing here")
    case .misplacedAsOf:
      text(
        "时点对整个查询有效，不能放在 - 或括号内；请用括号括起含 OR 的部分",
        "as-of: holds for the whole query: put what OR joins in parentheses, and as-of: beside them")
    case .asOfArriving:
      text("新到的新闻没有更早的版本，规则不能限定时点", "as-of: means nothing for news as it arrives: leave it out")
    case .unknownOrder(let name):
      text("没有顺序“\(name)”；可用：\(Self.chineseOrders)", "no order “\(name)”; there are \(Self.orders)")
    case .misplacedOrder:
      text(
        "排序对整个查询有效，不能放在 - 或括号内；请用括号括起含 OR 的部分",
        "sort: holds for the whole query: put what OR joins in parentheses, and sort: beside them")
    case .contradictingOrder: text("只能有一种排序", "only one sort: can hold")
    case .nothingToRank: text("按相关度排序须有要查找的词", "sort:relevance needs words to look for")
    case .tooComplex: text("条件过多或嵌套过深", "too many terms, or too deeply nested")
    }
  }

  private func mistake(_ reason: PatternMistake.Reason) -> String {
    switch reason {
    case .unclosedGroup: text("正则：缺少右括号", "pattern: a parenthesis is not closed")
    case .unopenedGroup: text("正则：多了一个右括号", "pattern: nothing opens this parenthesis")
    case .unclosedSet: text("正则：缺少右方括号", "pattern: a bracket is not closed")
    case .nothingToRepeat: text("正则：量词前没有内容", "pattern: there is nothing to repeat")
    case .badRepeat: text("正则：重复次数有误", "pattern: impossible number of repetitions")
    case .badSet: text("正则：方括号内语法有误", "pattern: this means nothing within brackets")
    case .unknownEscape: text("正则：反斜杠后语法有误", "pattern: this means nothing behind a backslash")
    case .unknownReference: text("正则：引用的分组不存在", "pattern: there is no such group")
    case .badLookbehind: text("正则：后行断言须为定长", "pattern: a lookbehind must have a fixed length")
    case .badGroup: text("正则：(? 后语法有误", "pattern: this means nothing behind (?")
    case .tooLarge: text("正则：过长或过于复杂", "pattern: too long or too deeply nested")
    case .other: text("正则：语法有误", "pattern: this means nothing")
    }
  }

  private static let fields = QueryField.allCases.map(\.rawValue).joined(separator: " ")
  private static let chineseFields = QueryField.allCases.map(\.chineseName).joined(separator: " ")
  private static let chineseStatuses = QueryStatus.allCases.map(\.chineseName).joined(separator: " ")
  private static let statuses = QueryStatus.allCases.map(\.rawValue).joined(separator: " ")
  private static let chineseSessions = TradingSession.allCases.map(\.chineseName).joined(separator: " ")
  private static let chineseOrders = ArticleOrder.allCases.map(\.chineseName).joined(separator: " ")
  private static let orders = ArticleOrder.allCases.map(\.rawValue).joined(separator: " ")
  private static let sessions = TradingSession.allCases.map(\.rawValue).joined(separator: " ")

  /// The sessions that an exchange has, as they are typed.
  private func sessions(of exchange: TradingCalendar.Exchange) -> String {
    TradingSession.allCases.filter(TradingCalendar.of(exchange).has).map { name(of: $0) }.joined(separator: " ")
  }

  private static let chineseEvents = EventKind.allCases.map(\.rawValue).joined(separator: " ")
  private static let events = EventKind.allCases.map(\.englishName).joined(separator: " ")
  private static let chineseTopics = Topic.allCases.map(\.rawValue).joined(separator: " ")
  private static let topics = Topic.allCases.map(\.englishName).joined(separator: " ")

  package func badDate(_ text: String) -> String { mistake(.badDate(text)) }
}
