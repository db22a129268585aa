extension Setting {
  /// Every setting, in the order of the reference; `[keys]` stands apart, as its names are those of the commands.
  package static let all: [Setting] = [
    Setting(
      "theme", \.theme, .theme, variable: "NEWSTAPE_THEME", option: "--theme",
      en: "The theme; auto chooses by the number of colours and the background of the terminal.",
      zhHans: "配色；auto 按终端的颜色数和背景选择。"),
    Setting(
      "language", \.language, variable: "NEWSTAPE_LANG", option: "--language",
      en: "The language of the interface; auto follows the locale, and without one it is Chinese.",
      zhHans: "界面语言；auto 跟随系统区域设置，没有设置时为中文。"),
    Setting(
      "store.path", \.storePath, .path, variable: "NEWSTAPE_STORE", option: "--store",
      en: "The file of the store; left out, it is newstape/newstape.db in the XDG data folder.",
      zhHans: "新闻库文件的位置；不写时是 XDG 数据目录下的 newstape/newstape.db。"),
    Setting(
      "timezone.sources", \.sourceZone, .zone,
      en: "The time zone of pages that give times without one.",
      zhHans: "网页中未写明时区的时间所用的时区。"),
    Setting(
      "timezone.display", \.displayZone, .zone,
      en: "The time zone in which times are shown.",
      zhHans: "显示时间所用的时区。"),
    Setting(
      "ambiguous_width", \.ambiguousWidth,
      en: "Columns of characters of ambiguous width, such as ● and “”; auto is 1.",
      zhHans: "●、“”等宽度不定的字符占几列；auto 为 1。"),
    Setting(
      "symbols", \.symbols,
      en: "The signs to draw with; auto is ascii on terminals that lack the others.",
      zhHans: "界面符号；终端缺少这些字形时，auto 使用 ascii。"),
    Setting(
      "colors", \.colors,
      en: """
        How many colours to use at most; auto asks the terminal. NO_COLOR makes mono the default. Below 256 the theme is \
        terminal16, whatever was chosen.
        """,
      zhHans: "最多使用多少种颜色；auto 由终端决定。设置了 NO_COLOR 时默认为 mono。少于256色时一律使用配色 terminal16。"),
    Setting(
      "mouse", \.mouse, .flag,
      en: """
        Whether the mouse works: clicks select, open, and do what tabs, filter, hints and lists say; the wheel scrolls. false \
        leaves it to the terminal, which then selects text without Shift.
        """,
      zhHans: "是否启用鼠标：单击选择、打开，或执行页签、筛选、按键提示和弹窗中的项目；滚轮滚动。false 时鼠标归终端，选中文字不必按 Shift。"),
    Setting(
      "links", \.links,
      en: """
        Whether the terminal makes links of what leads to one (OSC 8): headline, linked words and lists of links. auto does so on \
        terminals that are known to take them.
        """,
      zhHans: "标题、正文链接和链接列表是否成为终端中可点击的链接（OSC 8）；auto 只用于已知支持的终端。"),
    Setting(
      "notices.queries", \.noticedQueries, .names,
      en: """
        The saved queries whose news is told on the desktop when it arrives while newstape is open, at most once a minute.
        """,
      zhHans: "哪些已存查询有新消息时发桌面通知（newstape 打开期间，每分钟最多一次）。"),
    Setting(
      "notices.form", \.noticeForm,
      en:
        "How the terminal is told of a notice: osc9 (iTerm2, kitty, WezTerm) or osc777 (foot, rxvt); auto goes by its kind.",
      zhHans: "桌面通知的写法：osc9（iTerm2、kitty、WezTerm）或 osc777（foot、rxvt）；auto 按终端选择。"),
    Setting(
      "reader.measure", \.readerMeasure, .number(20...200, unit: "columns"),
      en: "The widest that the reader sets text; a Chinese character has two columns.",
      zhHans: "正文的最大行宽；一个汉字占两列。"),
    Setting(
      "reader.hanging_punctuation", \.hangsPunctuation, .flag,
      en: "Whether a stop, a comma or a closing sign may stand in the margin behind a line.",
      zhHans: "句号、逗号和后引号、后括号是否可以悬挂在行末版心之外。"),
    Setting(
      "reader.script_spacing", \.spacesScripts, .flag,
      en: "Whether the reader parts Chinese from Latin letters and digits by a gap that search does not see.",
      zhHans: "正文中汉字与西文、数字之间是否留出一列空隙；不影响搜索和导出。"),
    Setting(
      "reader.mark_read_after", \.markReadAfter, .number(0...60_000, unit: "ms"),
      en: "How long an opened article stays unread.",
      zhHans: "打开文章多久之后标为已读。"),
    Setting(
      "list.show_tags", \.showsTags, .flag,
      en: "Whether a headline shows its first tag where room is left.",
      zhHans: "标题后有空位时是否显示第一个标签。"),
    Setting(
      "market.colors", \.marketColors,
      en: "Rises and falls: cn is red up and green down, intl the reverse, safe is told apart by everyone.",
      zhHans: "涨跌配色：cn 红涨绿跌，intl 绿涨红跌，safe 便于色觉障碍者分辨。"),
    Setting(
      "market.exchange", \.exchange,
      en:
        "The exchange whose trading hours session:, since:open and since:close mean: Shanghai, Shenzhen, Hong Kong or New York.",
      zhHans: "session:、since:open 和 since:close 按哪家交易所的交易时间：上海、深圳、香港或纽约。"),
    Setting(
      "browser.command", \.browserCommand, .command,
      en: "The program that opens links; the link comes last, or in place of {url}.",
      zhHans: "打开链接的程序；链接加在最后，或替换 {url}。"),
    Setting(
      "statistics.range", \.statisticsRange,
      en: "The span of time that the statistics begin with.",
      zhHans: "统计开始时的时间范围。"),
    Setting(
      "import.map", \.importMap, .pairs,
      en: "What columns and keys mean that are not known, such as title=Article_title or source=source.name.",
      zhHans: "未识别的列名或键名各是什么字段，如 title=Article_title、source=source.name。"),
    Setting(
      "fetch.interval", \.fetchInterval, .number(5...1_440, unit: "minutes"),
      en: "How often a feed is fetched that has no interval of its own; a server may ask for longer.",
      zhHans: "没有单独设置间隔的订阅多久刷新一次；服务器可以要求更久。"),
    Setting(
      "fetch.automatic", \.refreshesAutomatically, .flag,
      en: "Whether the dashboard refreshes feeds by itself when their time has come.",
      zhHans: "主界面打开时，订阅到时间是否自动刷新。"),
    Setting(
      "fetch.proxy", \.fetchProxy, .text,
      en: "The proxy, such as http://proxy.example:8080; none uses none; left out, the environment says (https_proxy).",
      zhHans: "代理，如 http://proxy.example:8080；none 表示不用；不写时按环境变量（https_proxy）。"),
    Setting(
      "fetch.user_agent", \.fetchUserAgent, .text,
      en: "What servers are told of the program; left out, its name, version and home page.",
      zhHans: "向服务器报告的程序名；不写时为本程序的名称、版本和主页。"),
    Setting(
      "fetch.size_limit", \.fetchSizeLimit, .number(1...256, unit: "MB"),
      en: "The largest feed or page that is read, once unpacked.",
      zhHans: "订阅源或网页解压后的大小上限。"),
    Setting(
      "fetch.time_limit", \.fetchTimeLimit, .number(5...600, unit: "s"),
      en: "How long a server has for its answer.",
      zhHans: "等待服务器返回的最长时间。"),
    Setting(
      "fetch.connections", \.fetchConnections, .number(1...64, unit: "connections"),
      en: "How many connections there are at once, at most; to one host never more than four.",
      zhHans: "同时连接的上限；同一主机不超过4个。"),
    Setting(
      "log.level", \.logLevel, variable: "NEWSTAPE_LOG", option: "--log-level",
      en: "What the log keeps: lines of this weight and of more; error is the heaviest.",
      zhHans: "日志记录的级别：只记这一级和更重的内容；error 最重。"),
  ]

  /// The setting of that name; nil when there is none.
  package static func named(_ key: String) -> Setting? { byKey[key] }

  private static let byKey = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
}
