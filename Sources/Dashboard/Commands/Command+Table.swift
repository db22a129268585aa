import Terminal

/// What is known of a command apart from what it does.
public struct CommandInfo: Sendable {
  /// The default keys, as the configuration writes them; a sequence such as `gg` is typed in a row.
  public var keys: [String]
  public var contexts: [CommandContext]
  /// Two or three words for hints and menus.
  public var title: Bilingual
  /// One line that says what it does.
  public var help: Bilingual

  fileprivate init(
    _ keys: String..., in contexts: [CommandContext] = [.everywhere], title: Bilingual, help: Bilingual
  ) {
    self.keys = keys
    self.contexts = contexts
    self.title = title
    self.help = help
  }
}

extension Command {
  /// The command's entry in the table from which keymap, hints, palette, help and documentation are made.
  public var info: CommandInfo {
    switch self {
    case .next, .previous, .nextUnread, .previousUnread, .first, .last, .halfPageDown, .halfPageUp, .pageDown, .pageUp:
      movementInfo
    case .open, .back, .focusNext, .focusPrevious, .showNews, .showSaved, .showStatistics, .showSources, .zoom,
      .restore, .readingMode:
      paneInfo
    case .toggleRead, .toggleStar, .tagArticle, .toggleMuted, .markAllRead, .bulk, .undo:
      markInfo
    case .nextArticle, .previousArticle, .openInBrowser, .copyLink, .related, .links, .takeInNew, .export:
      articleInfo
    case .find, .findNext, .findPrevious, .pickTag, .pickSource, .pickLabel, .editFilter, .filterMenu, .filterUnread,
      .filterStarred, .filterSince, .filterUntil, .clearFilter, .sortOrder, .longerSpan, .shorterSpan:
      filterInfo
    case .saveQuery, .addRule, .editSaved, .renameSaved, .removeSaved, .moveSavedUp, .moveSavedDown, .toggleRule:
      savedInfo
    case .refresh, .stopRefresh, .addSource, .refreshSource, .removeSource, .renameSource, .editSourceAddress,
      .moveSource, .tagSource, .toggleFullText, .openHomePage, .copySourceAddress:
      sourcesInfo
    case .commandLine, .palette, .help, .log, .pickTheme, .switchLanguage, .redraw, .suspend, .quit:
      programInfo
    }
  }

  private var movementInfo: CommandInfo {
    switch self {
    case .next:
      CommandInfo("j", "Down", title: ["移动", "move"], help: ["下一条；阅读时向下一行", "Next item; in the reader one line down"])
    case .previous:
      CommandInfo(
        "k", "Up", title: ["上一条", "previous"], help: ["上一条；阅读时向上一行", "Previous item; in the reader one line up"])
    case .nextUnread:
      CommandInfo(
        "J", in: [.feed, .reader], title: ["下一未读", "next unread"], help: ["下一条未读新闻", "Next unread article"])
    case .previousUnread:
      CommandInfo(
        "K", in: [.feed, .reader], title: ["上一未读", "previous unread"], help: ["上一条未读新闻", "Previous unread article"])
    case .first: CommandInfo("gg", "Home", title: ["开头", "first"], help: ["到开头", "Go to the beginning"])
    case .last: CommandInfo("G", "End", title: ["末尾", "last"], help: ["到末尾", "Go to the end"])
    case .halfPageDown: CommandInfo("C-d", title: ["下半页", "half page down"], help: ["向下半页", "Half a page down"])
    case .halfPageUp: CommandInfo("C-u", title: ["上半页", "half page up"], help: ["向上半页", "Half a page up"])
    case .pageDown:
      CommandInfo("Space", "PgDn", "C-f", title: ["下一页", "page down"], help: ["向下一页", "A page down"])
    default: CommandInfo("PgUp", "C-b", title: ["上一页", "page up"], help: ["向上一页", "A page up"])
    }
  }

  private var paneInfo: CommandInfo {
    switch self {
    case .open:
      CommandInfo(
        "Enter", "l", "Right", title: ["阅读", "read"],
        help: ["打开所选新闻；统计中以所选项筛选", "Open the article; in statistics filter by the selected bar"])
    case .back:
      CommandInfo(
        "q", "Esc", "h", "Left", title: ["返回", "back"], help: ["返回；在最上层 q 退出", "Back; at the top q quits"])
    case .focusNext: CommandInfo("Tab", title: ["换栏", "next pane"], help: ["下一栏；统计页下一图", "Next pane; next chart"])
    case .focusPrevious:
      CommandInfo("S-Tab", title: ["上一栏", "previous pane"], help: ["上一栏；统计页上一图", "Previous pane; previous chart"])
    case .showNews: CommandInfo("1", title: ["要闻", "news"], help: ["要闻页", "The news page"])
    case .showSaved:
      CommandInfo("2", title: ["自选", "saved"], help: ["自选页：保存的查询与规则", "The page of saved queries and rules"])
    case .showStatistics: CommandInfo("3", title: ["统计", "statistics"], help: ["统计页", "The statistics page"])
    case .showSources:
      CommandInfo("4", title: ["来源", "sources"], help: ["来源页：订阅与抓取情况", "The page of sources and how they are doing"])
    case .zoom: CommandInfo("+", title: ["放大", "zoom"], help: ["只显示当前栏", "Show only the focused pane"])
    case .restore: CommandInfo("_", title: ["还原", "restore"], help: ["还原各栏", "Show all panes again"])
    default:
      CommandInfo(
        "z", in: [.feed, .reader], title: ["专注阅读", "reading mode"],
        help: ["全屏阅读，再按一次还原", "Read without chrome; again to go back"])
    }
  }

  private var markInfo: CommandInfo {
    let articles: [CommandContext] = [.feed, .reader]
    return switch self {
    case .toggleRead:
      CommandInfo("m", in: articles, title: ["已读", "read/unread"], help: ["标为已读或未读", "Mark read or unread"])
    case .toggleStar: CommandInfo("s", in: articles, title: ["星标", "star"], help: ["加或去星标", "Star or unstar"])
    case .tagArticle:
      CommandInfo("T", in: articles, title: ["打标签", "tag"], help: ["加或去自己的标签", "Give or take tags of your own"])
    case .toggleMuted:
      CommandInfo(
        "M", in: articles, title: ["静音", "mute"], help: ["静音：不再列出这条新闻", "Mute: list this article no more"])
    case .markAllRead:
      CommandInfo(
        "A", in: articles, title: ["全部已读", "all read"],
        help: ["把所列新闻全部标为已读（先询问，可撤销）", "Mark all listed articles read (asks, can be undone)"])
    case .bulk:
      CommandInfo(
        "b", in: articles + [.saved], title: ["批量更改", "change all"],
        help: [
          "批量更改所列新闻：已读、星标、标签、静音（先询问，可撤销）", "Change all listed articles: read, star, tag, mute (asks, can be undone)",
        ])
    default: CommandInfo("u", title: ["撤销", "undo"], help: ["撤销上一次更改", "Undo the last change"])
    }
  }

  private var savedInfo: CommandInfo {
    let saved: [CommandContext] = [.saved]
    return switch self {
    case .saveQuery:
      CommandInfo("w", title: ["存为自选", "save"], help: ["把当前筛选或搜索存为自选", "Save the filter or search under a name"])
    case .addRule:
      CommandInfo(
        "a", in: saved, title: ["新规则", "new rule"],
        help: ["新建规则：新闻到来时打标签、加星、静音或标为已读", "New rule: tag, star, mute or mark read as news arrives"])
    case .editSaved:
      CommandInfo("e", in: saved, title: ["编辑", "edit"], help: ["编辑所选的查询或规则", "Edit the query or rule"])
    case .renameSaved: CommandInfo("r", in: saved, title: ["改名", "rename"], help: ["改名", "Rename"])
    case .removeSaved:
      CommandInfo("d", "Delete", in: saved, title: ["删除", "delete"], help: ["删除（可撤销）", "Delete (can be undone)"])
    case .moveSavedUp: CommandInfo("K", in: saved, title: ["上移", "move up"], help: ["上移", "Move up"])
    case .moveSavedDown: CommandInfo("J", in: saved, title: ["下移", "move down"], help: ["下移", "Move down"])
    default:
      CommandInfo(
        "x", in: saved, title: ["启用/停用", "on/off"], help: ["启用或停用规则", "Put the rule in force or let it rest"])
    }
  }

  private var sourcesInfo: CommandInfo {
    let sources: [CommandContext] = [.sources]
    return switch self {
    case .refresh:
      CommandInfo("R", "C-r", title: ["刷新", "refresh"], help: ["抓取所有来源的新闻", "Fetch the news of all sources"])
    case .stopRefresh: CommandInfo("C-g", title: ["停止刷新", "stop refresh"], help: ["停止刷新", "Stop the refresh"])
    case .addSource:
      CommandInfo(
        "a", title: ["添加来源", "add source"], help: ["添加来源：输入网站或订阅源的地址", "Add a source by the address of a site or feed"])
    case .refreshSource:
      CommandInfo("R", in: sources, title: ["刷新此源", "refresh it"], help: ["抓取所选来源", "Fetch the selected source"])
    case .removeSource:
      CommandInfo(
        "d", "Delete", in: sources, title: ["退订", "remove"],
        help: ["退订（先询问，可撤销；已有新闻保留）", "Remove (asks, can be undone; articles stay)"])
    case .renameSource: CommandInfo("r", in: sources, title: ["改名", "rename"], help: ["改名", "Rename"])
    case .editSourceAddress:
      CommandInfo(
        "e", in: sources, title: ["改地址", "address"], help: ["更改抓取的地址", "Change the address it is fetched from"])
    case .moveSource:
      CommandInfo(
        "m", in: sources, title: ["文件夹", "folder"], help: ["移到文件夹，如 财经/要闻", "Move into a folder, as in money/markets"])
    case .tagSource:
      CommandInfo(
        "T", in: sources, title: ["标签", "tags"], help: ["给它的新闻都打上的标签", "Tags that each of its articles gets"])
    case .toggleFullText:
      CommandInfo(
        "x", in: sources, title: ["全文", "full text"],
        help: ["是否抓取每条新闻的网页全文", "Whether the whole article is fetched for each item"])
    case .openHomePage:
      CommandInfo(
        "o", in: sources, title: ["主页", "home page"], help: ["在浏览器中打开主页", "Open its home page in the browser"])
    default:
      CommandInfo(
        "y", in: sources, title: ["复制地址", "copy address"], help: ["复制抓取的地址", "Copy its address to the clipboard"])
    }
  }

  private var articleInfo: CommandInfo {
    let articles: [CommandContext] = [.feed, .reader]
    return switch self {
    case .nextArticle: CommandInfo("]", in: articles, title: ["下一篇", "next article"], help: ["下一篇", "Next article"])
    case .previousArticle:
      CommandInfo("[", in: articles, title: ["上一篇", "previous article"], help: ["上一篇", "Previous article"])
    case .openInBrowser:
      CommandInfo("o", in: articles, title: ["浏览器", "browser"], help: ["在浏览器中打开", "Open in the browser"])
    case .copyLink:
      CommandInfo(
        "y", in: articles, title: ["复制链接", "copy link"], help: ["把链接复制到剪贴板", "Copy the link to the clipboard"])
    case .related:
      CommandInfo("r", in: articles, title: ["相关", "related"], help: ["相关新闻列表", "List of related news"])
    case .links:
      CommandInfo(
        "O", in: articles, title: ["正文链接", "links"], help: ["在浏览器中打开正文里的链接", "Open a link of the text in the browser"])
    case .export:
      CommandInfo(
        "e", in: articles, title: ["导出", "export"],
        help: [
          "把所列新闻或所读文章写入文件：Markdown、JSONL、CSV、HTML、RSS",
          "Write what is listed, or read, to a file: Markdown, JSONL, CSV, HTML, RSS",
        ])
    default:
      CommandInfo(".", title: ["载入新条", "take in new"], help: ["把新到的新闻放入列表", "Take the new items into the list"])
    }
  }

  private var filterInfo: CommandInfo {
    switch self {
    case .find:
      CommandInfo(
        "/", title: ["搜索", "search"],
        help: ["要闻：边输入边搜索；阅读：在文中查找", "Feed: search as you type; reader: find in the text"])
    case .findNext:
      CommandInfo("n", title: ["下一处", "next match"], help: ["文中下一处匹配", "Next match in the article"])
    case .findPrevious:
      CommandInfo("N", title: ["上一处", "previous match"], help: ["文中上一处匹配", "Previous match in the article"])
    case .pickTag: CommandInfo("t", title: ["标签", "tags"], help: ["按标签筛选", "Filter by tags"])
    case .pickSource: CommandInfo(title: ["来源", "sources"], help: ["按来源筛选", "Filter by source"])
    case .pickLabel: CommandInfo(title: ["栏目", "labels"], help: ["按栏目标签（今日热搜…）筛选", "Filter by headline label"])
    case .editFilter:
      CommandInfo(
        "f", title: ["筛选", "filter"],
        help: ["编辑筛选式，如 tag:IPO is:unread since:7d", "Edit the filter: tag:IPO is:unread since:7d"])
    case .filterMenu:
      CommandInfo("F", title: ["筛选菜单", "filter menu"], help: ["从菜单选择筛选条件", "Choose filters from a menu"])
    case .filterUnread:
      CommandInfo("U", title: ["只看未读", "unread only"], help: ["只看未读，再按一次取消", "Unread only; again to undo"])
    case .filterStarred:
      CommandInfo("*", title: ["只看星标", "starred only"], help: ["只看星标，再按一次取消", "Starred only; again to undo"])
    case .filterSince: CommandInfo(title: ["起始日期", "since"], help: ["只看某日以后的新闻", "Only news since a date"])
    case .filterUntil: CommandInfo(title: ["截止日期", "until"], help: ["只看某日以前的新闻", "Only news up to a date"])
    case .clearFilter:
      CommandInfo("c", in: [.feed, .reader], title: ["清除筛选", "clear filter"], help: ["显示全部新闻", "Show all news"])
    case .sortOrder:
      CommandInfo(
        "S", in: [.feed, .reader], title: ["排序", "sort order"],
        help: ["搜索结果：按相关度，再按一次新的在前", "Results of a search: by relevance; again for newest first"])
    case .longerSpan:
      CommandInfo(
        "]", in: [.statistics], title: ["更长范围", "longer range"], help: ["统计更长的时间", "Statistics of a longer time"])
    default:
      CommandInfo(
        "[", in: [.statistics], title: ["更短范围", "shorter range"], help: ["统计更短的时间", "Statistics of a shorter time"])
    }
  }

  private var programInfo: CommandInfo {
    switch self {
    case .commandLine: CommandInfo(":", title: ["命令", "command"], help: ["命令行", "Command line"])
    case .palette: CommandInfo("C-p", title: ["命令面板", "palette"], help: ["查找并执行命令", "Find and run a command"])
    case .help: CommandInfo("?", "F1", title: ["帮助", "help"], help: ["本栏的键，可搜索", "Keys of this pane, searchable"])
    case .log: CommandInfo("L", title: ["日志", "log"], help: ["最近的消息", "Recent messages"])
    case .pickTheme: CommandInfo("C-t", title: ["主题", "themes"], help: ["选择主题，可预览", "Choose a theme, with a preview"])
    case .switchLanguage: CommandInfo(title: ["中文/English", "中文/English"], help: ["切换界面语言", "Switch the language"])
    case .redraw: CommandInfo("C-l", title: ["重绘", "redraw"], help: ["重绘屏幕", "Redraw the screen"])
    case .suspend:
      CommandInfo("C-z", title: ["挂起", "suspend"], help: ["挂起，回到 shell，fg 返回", "Back to the shell; fg comes back"])
    default: CommandInfo("Q", "C-c", title: ["退出", "quit"], help: ["退出程序", "Quit from anywhere"])
    }
  }
}
