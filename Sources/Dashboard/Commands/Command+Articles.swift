// What can be done to articles: the open one, the selected one, or all that are listed.

extension Command {
  static let articleGroup = [
    toggleRead, toggleStar, tagArticle, toggleMuted, markAllRead, bulk, undo, nextArticle, previousArticle,
    openInBrowser, copyLink, copyTitle, copyText, related, openCompany, links, facets, history, pipe, share,
    openInEditor, openInPager, loadArrivals, export,
  ]

  static let toggleRead = Command(
    "article.toggle-read", keys: ["m"], in: lists,
    title: .init("标已读", "read/unread"), help: .init("标为已读或未读", "Mark read or unread"),
    hints: [.feed(80), .reader(70), .company(32)],
    disabled: noArticle
  ) { state, effects in state.toggleRead(&effects) }

  static let toggleStar = Command(
    "article.toggle-star", keys: ["s"], in: lists,
    title: .init("星标", "star"), help: .init("加星标或取消", "Star or unstar"),
    hints: [.feed(70), .reader(60), .company(34)],
    disabled: noArticle
  ) { state, effects in state.toggleStar(&effects) }

  static let tagArticle = Command(
    "article.tag", keys: ["T"], aliases: ["打标签"], in: lists,
    title: .init("加标签", "tag"), help: .init("增删自己的标签", "Add or remove your own tags"),
    disabled: noArticle
  ) { state, effects in state.tagArticle(&effects) }

  static let toggleMuted = Command(
    "article.toggle-muted", keys: ["M"], aliases: ["静音"], in: lists,
    title: .init("屏蔽", "hide"), help: .init("屏蔽：不再显示这条新闻", "Hide this article"),
    disabled: noArticle
  ) { state, effects in state.toggleMuted(&effects) }

  static let markAllRead = Command(
    "article.mark-all-read", keys: ["A"], in: lists,
    title: .init("全部已读", "all read"),
    help: .init("列表全部标为已读（需确认，可撤销）", "Mark all listed articles read (asks, can be undone)"),
    disabled: noArticles
  ) { state, effects in state.send(.bulk(.confirm(BulkRequest([.read], matching: state.listedQuery))), &effects) }

  static let bulk = Command(
    "articles.change-all", keys: ["b"], in: lists + [.saved],
    title: .init("批量更改", "change all"),
    help: .init(
      "批量更改列表中的新闻：已读、星标、标签、屏蔽（需确认，可撤销）", "Change all listed articles: read, star, tag, hide (asks, can be undone)"),
    hints: [.feed(100), .saved(90)],
    disabled: { $0.page == .saved ? noSavedEntry($0) : noArticles($0) }
  ) { state, effects in state.openBulkMenu(&effects) }

  static let undo = Command(
    "undo", keys: ["u"],
    title: .init("撤销", "undo"), help: .init("撤销上一次更改", "Undo the last change"),
    hints: [.feed(130), .saved(100), .sources(130)]
  ) { state, effects in state.undo(&effects) }

  static let nextArticle = Command(
    "article.next", keys: ["]"], in: [.feed, .reader],
    title: .init("下一篇", "next article"), help: .init("下一篇", "Next article"),
    hints: [.reader(30)]
  ) { state, effects in state.send(.feed(.move(.lines(1), height: 1)), &effects) }

  static let previousArticle = Command(
    "article.previous", keys: ["["], in: [.feed, .reader],
    title: .init("上一篇", "previous article"), help: .init("上一篇", "Previous article"),
    hints: [.reader(40)]
  ) { state, effects in state.send(.feed(.move(.lines(-1), height: 1)), &effects) }

  static let openInBrowser = Command(
    "article.browser", keys: ["o"], in: lists,
    title: .init("浏览器", "browser"), help: .init("在浏览器中打开", "Open in the browser"),
    hints: [.reader(90)],
    disabled: noArticle
  ) { state, effects in state.use(.openPage, &effects) }

  static let copyLink = Command(
    "article.copy-link", keys: ["y"], in: lists,
    title: .init("复制链接", "copy link"), help: .init("把链接复制到剪贴板", "Copy the link to the clipboard"),
    disabled: noArticle
  ) { state, effects in state.use(.copyLink, &effects) }

  static let copyTitle = Command(
    "article.copy-title", keys: ["Y"], in: lists,
    title: .init("复制标题", "copy title"), help: .init("把标题复制到剪贴板", "Copy the headline to the clipboard"),
    disabled: noArticle
  ) { state, effects in state.copyTitle(&effects) }

  static let copyText = Command(
    "article.copy-text", keys: ["C-y"], in: lists,
    title: .init("复制全文", "copy text"), help: .init("把全文复制到剪贴板", "Copy the whole article to the clipboard"),
    disabled: noArticle
  ) { state, effects in state.handOff(to: .clipboard, &effects) }

  static let related = Command(
    "article.related", keys: ["r"], in: lists,
    title: .init("相关", "related"), help: .init("相关新闻列表", "List of related news"),
    hints: [.reader(80)],
    disabled: noArticle
  ) { state, effects in state.use(.offerRelated, &effects) }

  static let openCompany = Command(
    "article.company", keys: ["C"], aliases: ["company"], in: lists,
    title: .init("公司页", "company"),
    help: .init("所选公司或新闻所提公司的公司页", "The page of the selected company, or of one that the article names"),
    disabled: { state in
      if state.page == .company { return nil }
      return state.selectedCompany == nil ? noArticle(state) : nil
    }
  ) { state, effects in state.openCompany(&effects) }

  static let links = Command(
    "article.links", keys: ["O"], in: lists,
    title: .init("正文链接", "links"), help: .init("在浏览器中打开正文里的链接", "Open a link of the text in the browser"),
    disabled: noArticle
  ) { state, effects in state.use(.offerLinks, &effects) }

  static let facets = Command(
    "article.facets", keys: ["i"], aliases: ["分析"], in: lists,
    title: .init("分析", "analysis"),
    help: .init("分析：公司、事件、倾向及其依据；改正与添加", "What was read of the article, and why; correct it, add to it"),
    disabled: noArticle
  ) { state, effects in if let key = state.concernedKey { state.openFacets(of: key, &effects) } }

  static let history = Command(
    "article.history", keys: ["d"], aliases: ["history", "修改记录"], in: lists,
    title: .init("修改记录", "history"),
    help: .init("修改记录：来源改过哪些文字，含义是否有变", "What its source has changed, and whether the sense changed"),
    disabled: noArticle
  ) { state, effects in
    if let key = state.concernedKey { state.send(.reader(.showHistory(of: key)), &effects) }
  }

  static let pipe = Command(
    "article.pipe", keys: ["|"], in: lists,
    title: .init("交给程序", "pipe"),
    help: .init("交给配置中 [pipe] 的程序，显示其输出", "Pipe the article to a program of [pipe] in the configuration"),
    disabled: noArticle
  ) { state, effects in state.offerPrograms(for: .pipe, &effects) }

  static let share = Command(
    "article.share", keys: ["X"], in: lists,
    title: .init("转发", "share"),
    help: .init("用配置中 [share] 的程序转发", "Share the article by a program of [share] in the configuration"),
    disabled: noArticle
  ) { state, effects in state.offerPrograms(for: .share, &effects) }

  static let openInEditor = Command(
    "article.edit", keys: ["E"], in: lists,
    title: .init("编辑器", "editor"), help: .init("用 $EDITOR 打开文章的副本", "Open a copy of the article in $EDITOR"),
    disabled: noArticle
  ) { state, effects in state.handOff(to: .editor, &effects) }

  static let openInPager = Command(
    "article.pager", keys: ["P"], in: lists,
    title: .init("分页器", "pager"), help: .init("用 $PAGER 阅读文章", "Read the article in $PAGER"),
    disabled: noArticle
  ) { state, effects in state.handOff(to: .pager, &effects) }

  static let loadArrivals = Command(
    "feed.take-in-new", keys: ["."], aliases: ["载入新条"],
    title: .init("显示新消息", "show new"), help: .init("将新到的新闻加入列表", "Show the new items in the list")
  ) { state, effects in state.send(.feed(.loadArrivals), &effects) }

  static let export = Command(
    "export", keys: ["e"],
    title: .init("导出", "export"),
    help: .init(
      "导出列表或当前文章：Markdown、JSONL、CSV、HTML、RSS、纯文本",
      "Write what is listed, or read, to a file: Markdown, JSONL, CSV, HTML, RSS, text"),
    disabled: { $0.export.isRunning ? nil : noArticles($0) }
  ) { state, effects in state.startExport(&effects) }

  /// Where articles are listed or read: the panes of the news page, and the page of a company. What concerns an article concerns the
  /// selected one in each of them.
  private static let lists: [CommandContext] = [.feed, .reader, .statistics, .company]

  private static let noArticle: DisabledReason = {
    onlyOnNewsPage($0) ?? ($0.concernedKey == nil ? .init("没有选中的新闻", "no article is selected") : nil)
  }

  private static let noArticles: DisabledReason = {
    $0.listsNothing ? .init("没有新闻", "there are no articles") : nil
  }

  /// The charts of the page of statistics have the keys of those beside the list, but no article is seen there.
  private static let onlyOnNewsPage: DisabledReason = {
    $0.page == .statistics ? .init("请先回到资讯页选择新闻", "go to the news page and select an article") : nil
  }
}
