package import NewsModel

// MARK: - Lists and searches

extension Words {
  package func wentAround(_ direction: Int) -> String {
    direction > 0
      ? text("已过末尾，回到第一处", "past the end, back at the first match")
      : text("已过开头，到最后一处", "past the beginning, at the last match")
  }

  package var byRelevance: String { text("按相关度", "by relevance") }

  package func stillToIndex(_ count: Int) -> String {
    text("索引还差 \(number(count)) 篇", "\(number(count)) still to index")
  }

  /// The name of a list that is found by words.
  package func search(_ text: String) -> String { self.text("搜索 “\(text)”", "search “\(text)”") }

  package var today: String { text("今天", "today") }
  package var lastSevenDays: String { text("近7天", "last 7 days") }
  package var atTheTop: String { text("已在最上层，q 退出", "at the top; q quits") }

  package var stubNote: String {
    text(
      "正文还没有收录：只从相关列表得知这条新闻。导入它的页面后会自动补全。",
      "No text yet: this headline is known from a related list only. It is completed when its page is imported.")
  }

  package func leftOut(_ bytes: Int, of key: ArticleKey) -> String {
    let size = bytes < 1 << 20 ? "\(max(1, bytes >> 10)) KB" : "\(bytes >> 20) MB"
    return text(
      "（文章太长，后面还有 \(size) 没有显示；全文：newstape show \(key)）",
      "(Too long to be shown whole: \(size) more are in newstape show \(key).)")
  }

  package var emptyBody: String { text("（没有正文）", "(no text)") }
  package func figure(_ caption: String) -> String { text("图：", "Figure: ") + caption }

  package func sampleNotice(add: String) -> String {
    text(
      "这是示例新闻。按 \(add) 添加自己的来源，或导入：newstape import 文件或文件夹",
      "Sample news. Press \(add) to add a source of your own, or run: newstape import FILE-OR-FOLDER")
  }

  package func emptyStore(add: String) -> String {
    text(
      "还没有新闻。按 \(add) 添加来源，或导入：newstape import 文件或文件夹",
      "No news yet. Press \(add) to add a source, or run: newstape import FILE-OR-FOLDER")
  }

  package var nothingMatches: String {
    text("没有符合筛选的新闻。Esc 返回，c 清除筛选", "Nothing matches the filter. Esc goes back, c clears it")
  }

  package var loading: String { text("正在读取…", "loading…") }
  package var searching: String { text("搜索中…", "searching…") }
  package var notReadable: String { text("没有读到，L 看原因", "could not be read; L tells why") }
  package var nothingSelected: String { text("选择一条新闻以预览，Enter 打开", "Select an article to preview it, Enter opens it") }
  package var tooSmall: String { text("窗口太小", "too small") }
  package var noUnread: String { text("没有更多未读", "no more unread") }
  package var noneNew: String { text("没有新到的新闻", "nothing new has come in") }
  package var noMatch: String { text("没有找到", "not found") }
  package var noLink: String { text("这条新闻没有链接", "this article has no link") }
  package var noLinks: String { text("正文里没有链接", "there are no links in the text") }
  package var noRelated: String { text("没有相关新闻", "no related news") }
  package var relatedUnknown: String { text("还没有收录这条新闻", "this article is not in the store") }
  package var nothingToUndo: String { text("没有可撤销的操作", "nothing to undo") }
  package var linkCopied: String { text("链接已复制", "link copied") }
  package var noStatistics: String { text("没有可统计的新闻", "nothing to count") }
  package func newItems(_ count: Int) -> String { text("新 \(number(count)) 条", "\(number(count)) new") }
  package func newItemsBriefly(_ count: Int) -> String { text("新\(number(count))", "\(number(count)) new ") }
  package func dayCount(_ count: Int) -> String { text("\(number(count)) 条", number(count)) }

  package func unknownCommand(_ name: String) -> String {
    text("没有命令“\(name)”，? 列出全部", "no command “\(name)”, ? lists them all")
  }

  package func noTheme(_ name: String) -> String { text("没有主题“\(name)”", "there is no theme “\(name)”") }

  package func themeIsConfigured(_ name: String) -> String {
    text(
      "主题 \(name) 用到退出为止；要一直用，请写入 config.toml",
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
      text("以上为订阅源的文字；网页抓取失败，稍后再试。", "This is the feed's text; the page could not be fetched and is tried again later.")
    case .pageMissing: text("以上为订阅源的文字；网页无法取得。", "This is the feed's text; its page could not be had.")
    }
  }
}

// MARK: - What is typed

extension Words {
  package var filterLabel: String { text("筛选：", "filter: ") }
  package var sinceLabel: String { text("起始日期：", "since: ") }
  package var untilLabel: String { text("截止日期：", "until: ") }
  package var saveLabel: String { text("存为自选：", "save as: ") }
  package var renameLabel: String { text("改名为：", "rename to: ") }
  package var ruleQueryLabel: String { text("规则适用于：", "rule for: ") }
  package var ruleNameLabel: String { text("规则名称：", "name of the rule: ") }
  package var exportListLabel: String { text("所列新闻导出到：", "write the list to: ") }
  package var exportArticleLabel: String { text("本文导出到：", "write the article to: ") }
  package var addressLabel: String { text("网站或订阅源的地址：", "address of a site or feed: ") }
  package func label(_ name: String) -> String { name + text("：", ": ") }
  package var cancels: String { text("取消", "cancels") }
  package var marksAll: String { text("Tab 多选（同时含有）  ", "Tab marks, all must match  ") }
  package var marksSeveral: String { text("Tab 多选  ", "Tab marks  ") }
}

// MARK: - Keys of a line that is typed

extension Words {
  package var keepResults: String { text("保留结果", "keep") }
  package var keepFilter: String { text("保留", "keep") }
  package var giveBack: String { text("还原列表", "give back") }
  package var earlierSearches: String { text("以前的搜索", "earlier") }
  package var earlierFilters: String { text("以前的筛选", "earlier") }
  package var earlierCommands: String { text("以前的命令", "earlier") }
  package var completeFields: String { text("补全 tag: title: is:…", "complete tag: title: is:…") }
  package var complete: String { text("补全", "complete") }
  package var done: String { text("完成", "done") }
  package var cancel: String { text("取消", "cancel") }
  package var nextAndPrevious: String { text("下一处、上一处", "next, previous") }
  package var run: String { text("执行", "run") }
  package var accept: String { text("确定", "accept") }
  package var findAndSubscribe: String { text("查找并订阅", "find and subscribe") }
  package var save: String { text("保存", "save") }
  package var exampleOfFolder: String { text("如 财经/要闻，空为不分", "as in money/markets; empty is none") }
  package var separatedByCommas: String { text("用逗号分隔", "separated by commas") }
  package var clearLine: String { text("清空", "clear") }
  package var exportHint: String { text("导出", "export") }
  package var filterHint: String { text("筛选", "filter") }
  package var exampleOfDates: String { text("2022-06-15  2022-06  7d  今天", "2022-06-15  2022-06  7d  today") }
}
