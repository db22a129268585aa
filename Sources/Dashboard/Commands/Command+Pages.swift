// What is on show.

extension Command {
  static let pageGroup = [
    showNews, showSaved, showStatistics, showSources, zoom, restore, readingMode,
  ]

  static let showNews = Command(
    "page.news", keys: ["1"], aliases: ["news"],
    title: .init("要闻", "news"), help: .init("要闻页", "The news page"),
    hints: [.saved(110), .statistics(60)]
  ) { state, effects in state.send(.navigation(.show(.news)), &effects) }

  static let showSaved = Command(
    "page.saved", keys: ["2"],
    title: .init("自选", "saved"), help: .init("自选页：保存的查询与规则", "The page of saved queries and rules"),
    hints: [.feed(110)]
  ) { state, effects in state.send(.navigation(.show(.saved)), &effects) }

  static let showStatistics = Command(
    "page.statistics", keys: ["3"], aliases: ["stats"],
    title: .init("统计", "statistics"), help: .init("统计页", "The statistics page"),
    hints: [.feed(120)]
  ) { state, effects in state.send(.navigation(.show(.statistics)), &effects) }

  static let showSources = Command(
    "page.sources", keys: ["4"],
    title: .init("来源", "sources"), help: .init("来源页：订阅与抓取情况", "The page of sources and how they are doing")
  ) { state, effects in state.send(.navigation(.show(.sources)), &effects) }

  static let zoom = Command(
    "pane.zoom", keys: ["+"],
    title: .init("放大", "zoom"), help: .init("只显示当前栏", "Show only the focused pane")
  ) { state, effects in state.send(.navigation(.zoom(true)), &effects) }

  static let restore = Command(
    "pane.restore", keys: ["_"],
    title: .init("还原", "restore"), help: .init("还原各栏", "Show all panes again")
  ) { state, effects in state.restorePanes(&effects) }

  static let readingMode = Command(
    "reader.only", keys: ["z"], in: [.feed, .reader],
    title: .init("专注阅读", "reading mode"), help: .init("全屏阅读，再按一次还原", "Read without chrome; again to go back"),
    hints: [.reader(100)]
  ) { state, effects in state.toggleReadingMode(&effects) }
}

// The time that statistics are about.

extension Command {
  static let statisticsGroup = [
    longerSpan, shorterSpan,
  ]

  static let longerSpan = Command(
    "statistics.longer", keys: ["]"], in: [.statistics],
    title: .init("更长范围", "longer range"), help: .init("统计更长的时间", "Statistics of a longer time"),
    hints: [.statistics(50)]
  ) { state, effects in state.send(.charts(.changeSpan(by: 1)), &effects) }

  static let shorterSpan = Command(
    "statistics.shorter", keys: ["["], in: [.statistics],
    title: .init("更短范围", "shorter range"), help: .init("统计更短的时间", "Statistics of a shorter time"),
    hints: [.statistics(40)]
  ) { state, effects in state.send(.charts(.changeSpan(by: -1)), &effects) }
}
