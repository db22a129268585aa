// Finding and filtering.

extension Command {
  static let filterGroup = [
    find, findNext, findPrevious, pickTag, renameTag, hideTag, pickCompany, pickEvent, pickTopic, pickTone, pickKeyword,
    pickSource,
    pickLabel, editFilter, filterMenu, filterUnread, filterStarred, filterNew,
    filterSince, filterUntil, filterAsOf, clearFilter,
    earlierFilter, laterFilter, sortOrder,
    showTable, sortRight, sortLeft, turnSort,
  ]

  static let find = Command(
    "find", keys: ["/"],
    title: .init("搜索", "search"),
    help: .init("列表中边输入边搜索；正文中查找", "Feed: search as you type; reader: find in the text"),
    hints: [
      .feed(40), .reader(50),
      .sources(110) { _, state in state.sources.selected == nil ? nil : .init("查找订阅", "find a feed") },
    ]
  ) { state, effects in state.startFind(&effects) }

  static let findNext = Command(
    "find.next", keys: ["n"],
    title: .init("下一处", "next match"), help: .init("文中下一处匹配", "Next match in the article")
  ) { state, effects in state.stepFind(1, &effects) }

  static let findPrevious = Command(
    "find.previous", keys: ["N"],
    title: .init("上一处", "previous match"), help: .init("文中上一处匹配", "Previous match in the article")
  ) { state, effects in state.stepFind(-1, &effects) }

  static let pickTag = Command(
    "filter.tag", keys: ["t"], aliases: ["tags"],
    title: .init("标签", "tags"),
    help: .init("按标签、公司、事件、分类或关键词筛选", "Filter by tags, companies, events, topics or keywords"),
    hints: [.feed(50)]
  ) { state, effects in state.openSubjectPicker(&effects) }

  static let pickCompany = Command(
    "filter.company", aliases: ["companies"],
    title: .init("公司", "companies"), help: .init("按新闻提到的公司筛选", "Filter by a company in the news")
  ) { state, effects in state.openPicker(for: .company, &effects) }

  static let pickEvent = Command(
    "filter.event", aliases: ["events"],
    title: .init("事件", "events"), help: .init("按事件（如回购、减持）筛选", "Filter by a kind of event, such as buyback")
  ) { state, effects in state.openPicker(for: .event, &effects) }

  static let pickTopic = Command(
    "filter.topic", aliases: ["topics"],
    title: .init("分类", "topics"), help: .init("按分类（如债券、政策）筛选", "Filter by topic")
  ) { state, effects in state.openPicker(for: .topic, &effects) }

  static let pickTone = Command(
    "filter.tone", aliases: ["tone"],
    title: .init("倾向", "tone"), help: .init("只看正面（+）或负面（-）新闻", "Good (+) or bad (-) news only")
  ) { state, effects in state.openPicker(for: .tone, &effects) }

  static let pickKeyword = Command(
    "filter.keyword", aliases: ["keywords"],
    title: .init("关键词", "keywords"), help: .init("按自动关键词筛选", "Filter by an automatic keyword")
  ) { state, effects in state.openPicker(for: .keyword, &effects) }

  static let renameTag = Command(
    "tags.rename", aliases: ["tags.merge"],
    title: .init("改标签名", "rename a tag"),
    help: .init("为网页的标签改名，或并入另一个", "Show a tag under another name, or as another tag")
  ) { state, effects in state.openTagChooser(.rename, &effects) }

  static let hideTag = Command(
    "tags.hide",
    title: .init("隐藏标签", "hide a tag"), help: .init("不再显示某个标签", "Show a tag no more")
  ) { state, effects in state.openTagChooser(.hide, &effects) }

  static let pickSource = Command(
    "filter.source", aliases: ["sources"],
    title: .init("来源", "sources"), help: .init("按来源筛选", "Filter by source")
  ) { state, effects in state.openPicker(for: .source, &effects) }

  static let pickLabel = Command(
    "filter.label", aliases: ["labels"],
    title: .init("栏目", "labels"), help: .init("按栏目（如“今日热搜”）筛选", "Filter by headline label")
  ) { state, effects in state.openPicker(for: .label, &effects) }

  static let editFilter = Command(
    "filter", keys: ["f"],
    title: .init("筛选", "filter"),
    help: .init("编辑筛选条件，如 标签：IPO 状态：未读 起：7天", "Edit the filter: tag:IPO is:unread since:7d"),
    hints: [.feed(60)]
  ) { state, effects in state.startEditingFilter(&effects) }

  static let filterMenu = Command(
    "filter.menu", keys: ["F"],
    title: .init("筛选菜单", "filter menu"), help: .init("从菜单选择筛选条件", "Choose filters from a menu")
  ) { state, effects in state.openFilterMenu(&effects) }

  static let filterUnread = Command(
    "filter.unread", keys: ["U"], aliases: ["unread"],
    title: .init("只看未读", "unread only"), help: .init("只看未读，再按一次取消", "Unread only; again to undo")
  ) { state, effects in state.toggleFilter(.unread, &effects) }

  static let filterStarred = Command(
    "filter.starred", keys: ["*"], aliases: ["starred"],
    title: .init("只看星标", "starred only"), help: .init("只看星标，再按一次取消", "Starred only; again to undo")
  ) { state, effects in state.toggleFilter(.starred, &effects) }

  static let filterNew = Command(
    "filter.new", aliases: ["new"],
    title: .init("上次浏览后", "since last visit"),
    help: .init("只看上次浏览后收到的新闻，再按一次取消", "Only what has arrived since the last visit; again to undo"),
    disabled: { $0.arrivals.lastVisit == nil ? .init("这是第一次浏览", "this is the first visit") : nil }
  ) { state, effects in state.toggleFilter(.seen(since: .last), &effects) }

  static let filterSince = Command(
    "filter.since", aliases: ["起始日期"],
    title: .init("开始日期", "since"), help: .init("只看该日及以后的新闻", "Only news since a date")
  ) { state, effects in state.present(.prompt(Prompt(.since)), &effects) }

  static let filterUntil = Command(
    "filter.until", aliases: ["截止日期"],
    title: .init("结束日期", "until"), help: .init("只看该日及以前的新闻", "Only news up to a date")
  ) { state, effects in state.present(.prompt(Prompt(.until)), &effects) }

  static let filterAsOf = Command(
    "filter.as-of", aliases: ["as-of", "时点"],
    title: .init("时点", "as of"),
    help: .init("只看某一时点已收到的新闻，内容按当时版本", "News as it was known at a moment: what had arrived, as it was then")
  ) { state, effects in state.present(.prompt(Prompt(.asOf)), &effects) }

  static let clearFilter = Command(
    "filter.clear", keys: ["c"], aliases: ["clear"],
    title: .init("清除筛选", "clear filter"), help: .init("显示全部新闻", "Show all news"),
    disabled: { $0.filter == .all ? .init("没有筛选条件", "there is no filter") : nil }
  ) { state, effects in state.clearFilter(&effects) }

  static let earlierFilter = Command(
    "filter.earlier", keys: ["C-o"],
    title: .init("上一个筛选", "earlier filter"), help: .init("回到之前的筛选或搜索", "Go back to the filter or search before"),
    disabled: { $0.feed.hasEarlierFilter ? nil : .init("之前没有筛选", "there is no earlier filter") }
  ) { state, effects in
    state.send(.navigation(.goToNews(.feed)), &effects)
    state.send(.feed(.goBack), &effects)
  }

  static let laterFilter = Command(
    "filter.later", keys: ["M-o"],
    title: .init("下一个筛选", "later filter"), help: .init("回到撤回前的筛选或搜索", "Go forward again to a later filter or search"),
    disabled: { $0.feed.hasLaterFilter ? nil : .init("之后没有筛选", "there is no later filter") }
  ) { state, effects in
    state.send(.navigation(.goToNews(.feed)), &effects)
    state.send(.feed(.goForward), &effects)
  }

  static let sortOrder = Command(
    "feed.sort", keys: ["S"],
    title: .init("排序", "sort order"),
    help: .init("搜索结果按相关度排序，再按一次按时间", "Results of a search: by relevance; again for newest first"),
    disabled: { $0.feed.canBeRanked ? nil : .init("搜索后才能按相关度排序", "search first: only words tell what is relevant") }
  ) { state, effects in state.toggleOrder(&effects) }
}

// The list as a table.

extension Command {
  static let showTable = Command(
    "feed.table", keys: ["v"], aliases: ["table"], in: [.feed, .statistics],
    title: .init("表格", "table"),
    help: .init(
      "资讯列表显示为表格：公司、事件、金额、幅度、倾向；再按一次恢复", "The list as a table: company, event, amount, change, tone; again for the list"
    ),
    hints: [.table(29, .init("列表", "list")), .feed(115)]
  ) { state, effects in state.toggleTable(&effects) }

  static let sortRight = Command(
    "table.sort-right", keys: [">"], in: [.table],
    title: .init("右移排序", "sort right"), help: .init("按右边一列排序", "Sort by the column to the right")
  ) { state, effects in state.moveSort(by: 1, &effects) }

  static let sortLeft = Command(
    "table.sort-left", keys: ["<"], in: [.table],
    title: .init("排序列", "sort by"), help: .init("按左边一列排序", "Sort by the column to the left"),
    hints: [.table(22, alongside: sortRight)]
  ) { state, effects in state.moveSort(by: -1, &effects) }

  static let turnSort = Command(
    "table.turn", keys: ["S"], in: [.table],
    title: .init("倒序", "reverse"), help: .init("反转排序方向", "Reverse the order"),
    hints: [.table(24)]
  ) { state, effects in state.send(.feed(.turnSort), &effects) }
}
