import NewsModel
package import Wording

/// The query language as people learn it: the one table behind `docs/query-language.md`. All that it shows as written in the
/// language is parsed by a test.
package enum QueryGuide {
  /// A way to say something, with queries that show it.
  package struct Entry: Sendable {
    package var examples: [String]
    package var meaning: Bilingual
  }

  /// Entries that belong together.
  package struct Section: Sendable {
    package var title: Bilingual
    package var entries: [Entry]
  }

  package static let sections: [Section] = [
    Section(
      title: .init("词与短语", "Words and phrases"),
      entries: [
        Entry(
          examples: ["降准", "5G手机", "美联储：加息"],
          meaning: .init(
            "标题、摘要或正文的一段中有这几个字；中文不用空格，也不用引号",
            "title, summary or a piece of the text holds this; Chinese needs no blanks and no quotes")),
        Entry(examples: ["央行 利率"], meaning: .init("两个词都要有，先后、远近不限", "both, in any order and distance")),
        Entry(
          examples: ["\"New York\"", "“城 商 行”", "「城 商 行」"],
          meaning: .init(
            "短语：与引号中的文字完全一致，含空格；引号内用 \\ 写出引号",
            "a phrase: what the quotes hold, blanks included; \\ goes before a quote in it")),
        Entry(
          examples: ["降准 -期货", "-tag:期货", "-(原油 OR 黄金)"],
          meaning: .init(
            "减号排除其后的条件", "minus leaves out what the term behind it means")),
        Entry(
          examples: ["降准 OR 降息"],
          meaning: .init(
            "任一即可；OR 必须大写，优先级低于并列：a b OR c 是 (a b) OR c",
            "either; OR is in capitals and binds less than terms side by side: a b OR c is (a b) OR c")),
        Entry(examples: ["银行 (降准 OR 降息)"], meaning: .init("括号决定先后", "parentheses group")),
      ]),
    Section(title: .init("字段", "Fields"), entries: QueryField.allCases.map(\.entry)),
    Section(title: .init("状态", "Statuses"), entries: QueryStatus.allCases.map(\.entry)),
    Section(title: .init("顺序", "Orders"), entries: ArticleOrder.allCases.map(\.entry)),
    Section(
      title: .init("日期", "Dates"),
      entries: [
        Entry(examples: ["since:2022-06-15", "since:2022年6月15日"], meaning: .init("某日", "a day")),
        Entry(examples: ["since:2022-06 until:2022-06", "since:2022年6月"], meaning: .init("某月", "a month")),
        Entry(examples: ["since:2022"], meaning: .init("某年", "a year")),
        Entry(
          examples: ["since:2022-06-15T09:30", "until:\"2022-06-15 15:00:00\""],
          meaning: .init("精确到分或秒", "a minute, a second")),
        Entry(
          examples: ["since:2022-06-15T01:30Z", "since:2022-06-15T09:30+08:00"],
          meaning: .init("带时区的时刻", "a time with its offset")),
        Entry(
          examples: ["since:today", "since:昨天", "until:前天", "since:now"],
          meaning: .init("今天、昨天、前天、现在", "today, yesterday, the day before, now")),
        Entry(
          examples: ["since:7d", "since:7天", "since:2w", "since:24h"],
          meaning: .init(
            "最近7天（含今天）、2周、24小时", "the last seven days (today is one), two weeks, 24 hours")),
        Entry(
          examples: ["since:6m", "since:6个月", "since:1y"],
          meaning: .init("6个月、1年前的同一天起", "from the day of the same date six months, a year ago")),
      ]),
    Section(
      title: .init("交易时段", "Trading sessions"),
      entries: [
        Entry(
          examples: ["since:close", "since:收盘", "until:close"],
          meaning: .init(
            "最近一次收盘之后、之前；设置 market.exchange 选择交易所",
            "since or before the last close; the setting market.exchange chooses the exchange")),
        Entry(examples: ["since:open", "起：开盘"], meaning: .init("最近一次开盘之后", "since trading began last")),
      ] + TradingSession.allCases.map(\.entry)),
    Section(
      title: .init("正则表达式", "Regular expressions"),
      entries: [
        Entry(
          examples: ["/净利.{0,6}(翻番|倍增)/"],
          meaning: .init(
            "在标题、摘要或正文的一段中匹配；语法同 PCRE2（Perl）",
            "matches within the title, the summary or one piece of the text; of Perl's kind, as PCRE2 has it")),
        Entry(
          examples: [#"/\d{6}\.(SH|SZ)/"#, #"/\bAI\b/"#],
          meaning: .init(
            #"\d \w \s \b 只认 ASCII，所以 \bAI\b 能找到“用AI写”中的 AI；汉字写作 \p{Han}"#,
            #"\d \w \s \b know ASCII alone, so \bAI\b finds AI between ideographs; \p{Han} is an ideograph"#)),
        Entry(examples: ["/^独家/", "/增长$/"], meaning: .init("行首、行尾", "the beginning and the end of a line")),
        Entry(examples: [#"/和\/或/"#], meaning: .init(#"表达式中的斜线写作 \/"#, #"a slash within is written \/"#)),
      ]),
  ]
}

extension QueryField {
  fileprivate var entry: QueryGuide.Entry {
    func entry(_ example: String, _ chinese: String, _ english: String) -> QueryGuide.Entry {
      QueryGuide.Entry(
        examples: [rawValue + ":" + example, chineseName + "：" + example], meaning: .init(chinese, english))
    }
    return switch self {
    case .tag: entry("IPO", "带有此标签（须写全名）", "has this tag, by its whole name")
    case .source:
      entry(
        "\"Harbor Wire\"", "来源为此（须写全名）；\"\" 表示无来源",
        "is of this source, by its whole name; \"\" for those that name none")
    case .label: entry("今日热搜", "标题前的栏目；\"\" 表示无栏目", "has this label before its title; \"\" for those without")
    case .company:
      entry("600519", "文中谈及此上市公司（代码、全称或简称）", "speaks of this listed company, by its code or a name of it")
    case .event: entry("回购", "事件，如 减持、回购、立案处罚", "something of this kind happened: buyback, merger, investigation")
    case .topic: entry("债券", "分类，如 公司、行业、债券", "is about this: company, industry, bonds")
    case .tone: entry("negative", "对标题中公司的倾向：正面、负面", "is positive or negative for the companies of its headline")
    case .keyword: entry("锂电池", "自动提取的关键词（须写全名）", "has this keyword, which the program found")
    case .amount:
      entry(
        ">1亿", "事件金额，如 >2亿港元、>100musd；不写单位为元，不换算币种",
        "an event's amount: >2亿港元, >100musd; in yuan unless said, never converted")
    case .change: entry("<-30%", "事件的百分比，下降为负", "an event's percentage, negative for a fall")
    case .title: entry("年报", "标题含有", "the title holds this")
    case .author: entry("记者", "署名含有", "the byline holds this")
    case .language:
      entry(
        "en", "多数文字的语言：zh（简体）、zh-Hant（繁体）、en、ja、ko、ru、other",
        "most of it is written in zh (simplified Chinese), zh-Hant (traditional), en, ja, ko, ru or other")
    case .has:
      entry(
        "table", "正文含 link 链接、table 表格、figure 图片；history 为来源修改过",
        "its text holds a link, a table or a figure; history: its source has changed it")
    case .kind: entry("flash", "类型：article 文章、flash 快讯、stub 仅标题", "is an article, a flash or a stub, see statuses")
    case .folder:
      entry(
        "宏观", "来自此文件夹中的订阅源（不论层级）；\"\" 表示不在文件夹中", "came from a feed in this folder, at any depth; \"\" for feeds in none"
      )
    case .address:
      entry(
        "example.com/2024", "网址：有点号的是网站，含其子域名，后面是路径的开头；无点号的可在网址任何位置",
        "its address: with a dot a site and those below it, then how the path begins; without, any part of the address")
    case .status: entry("unread", "状态，见下", "a status, see below")
    case .since: entry("2022-06-15", "从此时起，含所写的日、月、年", "from then on, with the day, month or year that is named")
    case .until: entry("2022-06-15", "到此时止，含所写的日、月、年", "up to then, with the day, month or year that is named")
    case .seen: entry("last", "从此时起收到；last 为上次浏览之后", "arrived from then on; last: since the last visit")
    case .asOf:
      entry(
        "2022-06-15T10:00", "当时已收到的新闻，内容按当时版本；对整个查询有效，7d 等也从此时算起",
        "what had arrived by then, as it was then; holds for the whole query, in which 7d and the like count from then, too"
      )
    case .sort:
      entry(
        "arrived", "列表的顺序，见下；对整个查询有效，不影响条数",
        "in which order is listed, see below; holds for the whole query, and changes no count")
    case .session: entry("open", "发布于此交易时段，见下", "published in this trading session, see below")
    }
  }
}

extension ArticleOrder {
  fileprivate var entry: QueryGuide.Entry {
    func entry(_ query: String, _ chinese: String, _ english: String) -> QueryGuide.Entry {
      QueryGuide.Entry(
        examples: [query + "sort:" + rawValue, query + "排序：" + chineseName], meaning: .init(chinese, english))
    }
    return switch self {
    case .published: entry("", "按发布时间，新的在前；不写即如此", "by publish time, the newest first: as without it")
    case .oldest: entry("", "按发布时间，旧的在前", "by publish time, the oldest first")
    case .arrived:
      entry("", "按收到时间，最近收到的在前；收到时间不详的在最后", "by arrival, the latest first; what arrived nobody knows when comes last")
    case .relevance:
      entry(
        "降准 ", "最新的2,000条结果按相关度，其余按发布时间；须有要查找的词",
        "by relevance the newest 2,000 that match, then the others by publish time; needs words to look for")
    }
  }
}

extension TradingSession {
  fileprivate var entry: QueryGuide.Entry {
    let meaning: Bilingual =
      switch self {
      case .pre:
        .init(
          "交易日开盘前：沪深和港股自0:00，纽约自4:00",
          "before the open of a trading day: in Shanghai, Shenzhen and Hong Kong from 0:00, in New York from 4:00")
      case .open: .init("交易中，含早盘和午后；不含午休", "while there is trading: morning and afternoon, without lunch")
      case .morning: .init("沪深 9:30 至 11:30，港股至 12:00；纽约没有", "9:30 to 11:30, in Hong Kong to 12:00; New York has none")
      case .lunch: .init("至 13:00；纽约没有", "from then to 13:00; New York has none")
      case .afternoon: .init("13:00 至 15:00，港股至 16:00；纽约没有", "13:00 to 15:00, in Hong Kong to 16:00; New York has none")
      case .post:
        .init(
          "交易日收盘后：沪深和港股至24:00，纽约至20:00",
          "after the close of a trading day: in Shanghai, Shenzhen and Hong Kong to 24:00, in New York to 20:00, on half days to 17:00"
        )
      case .closed: .init("周末、节假日，纽约另含夜间", "weekends and holidays; in New York the night, too")
      }
    return QueryGuide.Entry(examples: ["session:" + rawValue, "时段：" + chineseName], meaning: meaning)
  }
}

extension QueryStatus {
  fileprivate var entry: QueryGuide.Entry {
    let meaning: Bilingual =
      switch self {
      case .unread: .init("未读", "not read yet")
      case .read: .init("已读", "read")
      case .starred: .init("已加星标", "starred")
      case .stub: .init("只有标题，正文尚未收录", "a headline only, whose text has not been imported yet")
      case .flash: .init("快讯：没有自己的标题", "a flash, which came without a title of its own")
      case .changed: .init("来源修改过标题、正文或时间", "its source has changed title, text or time")
      case .withdrawn: .init("原文网页已删除", "its page is gone")
      case .muted: .init("已屏蔽；不加此条件时不显示已屏蔽的新闻", "hidden; only a query that says so lists hidden articles")
      }
    return QueryGuide.Entry(examples: ["is:" + rawValue, "状态：" + chineseName], meaning: meaning)
  }
}

extension QueryGuide {
  /// The page of the query language, for `docs/query-language.md`.
  package static func referenceMarkdown() -> String {
    var page = """
      # The query language

      <!-- Made by `make docs` from QueryGuide.swift: change that, not this page. -->

      One language says which articles are meant: for `/` and `f` in the dashboard, for saved queries and rules, and on the
      command line (`newstape search 降准 -tag:期货 since:7d`, the same for `list`, `stats`, `tags` and `sources`). A query
      without any term means all articles. Terms side by side must all hold.

      Case, full or half width, and Traditional or Simplified never matter: `a股` finds Ａ股, `马上消费` finds 馬上消費. Nor does the way of
      writing: `don't` finds don’t, `5G-A` finds 5G‑A, `"New York"` finds it with a blank that does not break, `ガンダム` finds
      ｶﾞﾝﾀﾞﾑ, `final` finds ﬁnal, `strasse` finds Straße, `m2` finds m², `(株)` finds ㈱, and é is é whether it is one character
      or two. Quotation marks of all kinds are alike. What means something else stays apart: é and e, が and か, 👍 and 👍🏽 where
      the query has the skin tone.

      Signs may be typed in full width: `：`, `（）`, `－`, `“”`, `「」`, `『』`, `＂＂`. A colon that stands behind no field's name belongs
      to the word: `NYSE:BABA`, `https://example.com/a`, `C:\\new`. Only what is nearly a field (`tags:`, `autor:`) is refused; in
      quotes it is a word, too. The shell reads signs of its own: put a query in single quotes there.

      Names of fields, states and spans of time are understood in English and in Chinese, mixed as you like. The dashboard shows
      those of its own language: `tag:央行 since:7d` is `标签：央行 起：7天` in a Chinese interface. What is saved stays as it was written.

      筛选、搜索、命令行、已存查询和规则用的是同一种写法。不写条件即全部新闻；并列的条件须同时成立。大小写、全角半角、繁简都不区分，
      写法不同的同一文字也不区分：各种引号、连字符和破折号、不换行空格、半角片假名、连字 ﬁ、上下标、㈱ 与 (株)、ß 与 ss、合写与分写的 é。
      符号可用全角输入。冒号前不是字段名时，冒号属于这个词，如 `NYSE:BABA`；与字段名只差一点的（`tags:`）会提示，加引号即查找原文。
      在 shell 中请用单引号把整条查询括起来。字段、状态和时段的名称中英文通用，可混写；界面按自己的语言显示：中文界面中 `tag:央行 since:7d`
      显示为 `标签：央行 起：7天`，保存的查询仍按原样保存。

      """
    for section in sections {
      page += "\n## \(section.title.english) · \(section.title.chinese)\n\n| written | means | 意思 |\n|---|---|---|\n"
      for entry in section.entries {
        let examples = entry.examples.map { "`" + $0.inCell + "`" }.joined(separator: "<br>")
        page += "| \(examples) | \(entry.meaning.english.inCell) | \(entry.meaning.chinese.inCell) |\n"
      }
    }
    page += """

      Sessions are those of one exchange, in its own time: Shanghai (`sse`), Shenzhen (`szse`), Hong Kong (`hkex`) or New York (`nyse`). Half
      days of Hong Kong end at 12:00, those of New York at 13:00. Weekends never have trading, whoever works on them. \(calendars(.en)) An
      article of a time that the calendar does not know has no session: how many there are is told beside the answer. One of which only
      the day is known counts at its midnight.

      时段按一家交易所的当地时间计算，由设置 market.exchange 选择。港股半日市到 12:00，纽约到 13:00。调休上班的周末也不交易。
      \(calendars(.zhHans))日历之外的新闻没有时段，其条数另行提示。只知日期的新闻按当日零点计。

      A regular expression is looked for in folded text, and is folded itself: it is caseless, `臺灣` in it finds 台湾, and a
      full-width sign in it is that sign, never an operator. It gives up on a text that would take it too long; the text then
      counts as one without a match. A word finds what it stands in, too: `AI` finds chair, `/\\bAI\\b/` does not.

      A query that cannot be read is refused with what is wrong and where, and the last good list stays. At most 256 terms
      and 64 levels of parentheses are read.

      """
    return page
  }
}

extension QueryGuide {
  private static func calendars(_ language: Language) -> String {
    let ranges = TradingCalendar.Exchange.allCases.map { Words(language: language).known($0) }
    return language == .en ? ranges.joined(separator: "; ").capitalizedFirst + "." : ranges.joined(separator: "；") + "。"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// As it can stand in a cell of a table.
  fileprivate var inCell: String { replacing("|", with: "\\|") }
}
