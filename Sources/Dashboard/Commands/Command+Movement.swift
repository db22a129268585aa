// Steps through lists and texts, and from pane to pane.

extension Command {
  static let movementGroup = [
    next, previous, nextUnread, previousUnread, first, last, halfPageDown, halfPageUp, pageDown, pageUp, readOn, open,
    back, focusNext, focusPrevious,
  ]

  static let next = Command(
    "move.next", keys: ["j", "Down"],
    title: .init("移动", "move"), help: .init("下一条；阅读时向下一行", "Next item; in the reader one line down"),
    hints: [
      .feed(10, alongside: previous), .reader(10, alongside: previous),
      .statistics(10, .init("选择", "select"), alongside: previous),
      .company(10, .init("选择", "select"), alongside: previous),
    ]
  ) { state, effects in state.move(.lines(1), &effects) }

  static let previous = Command(
    "move.previous", keys: ["k", "Up"],
    title: .init("上一条", "previous"), help: .init("上一条；阅读时向上一行", "Previous item; in the reader one line up")
  ) { state, effects in state.move(.lines(-1), &effects) }

  static let nextUnread = Command(
    "move.next-unread", keys: ["J"], in: [.feed, .reader, .company],
    title: .init("下一未读", "next unread"), help: .init("下一条未读新闻", "Next unread article")
  ) { state, effects in state.moveToNextUnread(1, &effects) }

  static let previousUnread = Command(
    "move.previous-unread", keys: ["K"], in: [.feed, .reader, .company],
    title: .init("上一未读", "previous unread"), help: .init("上一条未读新闻", "Previous unread article")
  ) { state, effects in state.moveToNextUnread(-1, &effects) }

  static let first = Command(
    "move.first", keys: ["gg", "Home"],
    title: .init("开头", "first"), help: .init("到开头", "Go to the beginning")
  ) { state, effects in state.move(.toStart, &effects) }

  static let last = Command(
    "move.last", keys: ["G", "End"],
    title: .init("末尾", "last"), help: .init("到末尾", "Go to the end")
  ) { state, effects in state.move(.toEnd, &effects) }

  static let halfPageDown = Command(
    "move.half-page-down", keys: ["C-d"],
    title: .init("下半页", "half page down"), help: .init("向下半页", "Half a page down")
  ) { state, effects in state.move(.halfPages(1), &effects) }

  static let halfPageUp = Command(
    "move.half-page-up", keys: ["C-u"],
    title: .init("上半页", "half page up"), help: .init("向上半页", "Half a page up")
  ) { state, effects in state.move(.halfPages(-1), &effects) }

  static let pageDown = Command(
    "move.page-down", keys: ["Space", "PgDn", "C-f"],
    title: .init("下一页", "page down"), help: .init("向下一页", "A page down")
  ) { state, effects in state.move(.pages(1), &effects) }

  static let pageUp = Command(
    "move.page-up", keys: ["PgUp", "C-b"],
    title: .init("上一页", "page up"), help: .init("向上一页", "A page up")
  ) { state, effects in state.move(.pages(-1), &effects) }

  static let readOn = Command(
    "reader.read-on", keys: ["Space"], in: [.reader],
    title: .init("续读", "read on"),
    help: .init("向下一页；到末尾打开下一条未读", "A page down; at the end the next unread article"),
    hints: [.reader(15)]
  ) { state, effects in state.readOn(&effects) }

  static let open = Command(
    "open", keys: ["Enter", "l", "Right"],
    title: .init("阅读", "read"),
    help: .init("打开所选新闻；统计页按所选项筛选资讯", "Open the article; in statistics filter by the selected bar"),
    hints: [
      .feed(20), .statistics(30, .init("按此筛选", "filter the news")),
      .saved(10) { _, state in state.saved.selectedText == nil ? nil : .init("打开", "open") },
      .sources(10) { _, state in state.sources.selected == nil ? nil : .init("看新闻", "its news") },
      .company(30, .init("打开", "open")),
    ]
  ) { state, effects in state.openSelection(&effects) }

  static let back = Command(
    "back", keys: ["Esc", "q", "h", "Left"],
    title: .init("返回", "back"), help: .init("返回；在最上层退出", "Back; at the top quit"),
    hints: [.reader(20), .company(60)]
  ) { state, effects in state.goBack(&effects) }

  static let focusNext = Command(
    "pane.next", keys: ["Tab"], aliases: ["换栏"],
    title: .init("切换", "next pane"), help: .init("下一个窗格；统计页为下一图表", "Next pane; next chart"),
    hints: [
      .feed(68),
      .saved(20, .init("查询/规则", "queries/rules")),
      .company(20, .init("切换", "next part")),
      .statistics(20) { title, state in state.page == .statistics ? .init("切换图表", "next chart") : title },
      .sources(20) { _, state in
        guard state.sourcesTakeTurns else { return nil }
        return state.sources.showsDetails ? .init("列表", "list") : .init("详情", "details")
      },
    ]
  ) { state, effects in state.changeFocus(step: 1, &effects) }

  static let focusPrevious = Command(
    "pane.previous", keys: ["S-Tab"], aliases: ["上一栏"],
    title: .init("上一窗格", "previous pane"), help: .init("上一个窗格；统计页为上一图表", "Previous pane; previous chart")
  ) { state, effects in state.changeFocus(step: -1, &effects) }
}
