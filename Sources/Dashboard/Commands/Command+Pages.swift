import Wording

// What is on show.

extension Command {
  static let pageGroup = [
    showNews, showSaved, showStatistics, showSources, zoom, restore, readingMode, nextLayout, previousLayout,
    threePanes,
    listAndArticle, onePane, listAndStatistics, growPane, shrinkPane, resetLayout,
  ]

  static let showNews = Command(
    "page.news", keys: ["1"], aliases: ["news", "要闻"],
    title: .init("资讯", "news"), help: .init("资讯页", "The news page"),
    hints: [.saved(110), .statistics(60), .sources(128), .company(70)]
  ) { state, effects in state.send(.navigation(.show(.news)), &effects) }

  static let showSaved = Command(
    "page.saved", keys: ["2"], aliases: ["自选"],
    title: .init("关注", "following"), help: .init("关注页：已存查询与规则", "The page of saved queries and rules"),
    hints: [.feed(110)]
  ) { state, effects in state.send(.navigation(.show(.saved)), &effects) }

  static let showStatistics = Command(
    "page.statistics", keys: ["3"], aliases: ["stats"],
    title: .init("统计", "statistics"), help: .init("统计页", "The statistics page"),
    hints: [.feed(120)]
  ) { state, effects in state.send(.navigation(.show(.statistics)), &effects) }

  static let showSources = Command(
    "page.sources", keys: ["4"],
    title: .init("订阅", "feeds"), help: .init("订阅页：订阅源与刷新情况", "The page of feeds and how they are doing")
  ) { state, effects in state.send(.navigation(.show(.sources)), &effects) }

  static let zoom = Command(
    "pane.zoom", keys: ["+"],
    title: .init("放大", "zoom"), help: .init("只显示当前窗格", "Show only the focused pane")
  ) { state, effects in state.send(.navigation(.zoom(true)), &effects) }

  static let restore = Command(
    "pane.restore", keys: ["_"], aliases: ["还原"],
    title: .init("恢复", "restore"), help: .init("恢复所有窗格", "Show all panes again")
  ) { state, effects in state.restorePanes(&effects) }

  static let readingMode = Command(
    "reader.only", keys: ["z"], aliases: ["专注阅读"], in: [.feed, .reader],
    title: .init("全屏阅读", "reading mode"), help: .init("全屏阅读，再按一次恢复", "Full-screen reading; again to leave"),
    hints: [.reader(100)]
  ) { state, effects in state.toggleReadingMode(&effects) }
}

// How the panes of the news page share the screen.

extension Command {
  static let nextLayout = Command(
    "layout.next", keys: ["V"], aliases: ["布局"],
    title: .init("下一布局", "next layout"),
    help: .init("下一种窗格布局，退出后仍保留", "The next layout of the panes; it is kept after you quit"),
    disabled: outsideOfNews
  ) { state, effects in state.changeLayout(.changePreset(by: 1), &effects) }

  static let previousLayout = Command(
    "layout.previous", keys: ["M-v"],
    title: .init("上一布局", "previous layout"), help: .init("上一种窗格布局", "The previous layout of the panes"),
    disabled: outsideOfNews
  ) { state, effects in state.changeLayout(.changePreset(by: -1), &effects) }

  static let threePanes = Command(
    "layout.three", title: PaneLayout.Preset.three.title,
    help: .init("布局：列表、正文与统计", "Layout: list, article and statistics"), disabled: outsideOfNews
  ) { state, effects in state.changeLayout(.use(.three), &effects) }

  static let listAndArticle = Command(
    "layout.split", title: PaneLayout.Preset.split.title,
    help: .init("布局：列表与正文，不显示统计", "Layout: list and article, without statistics"), disabled: outsideOfNews
  ) { state, effects in state.changeLayout(.use(.split), &effects) }

  static let onePane = Command(
    "layout.list", title: PaneLayout.Preset.list.title,
    help: .init("布局：只显示当前窗格，打开与返回时切换", "Layout: one pane alone; opening and going back change it"),
    disabled: outsideOfNews
  ) { state, effects in state.changeLayout(.use(.list), &effects) }

  static let listAndStatistics = Command(
    "layout.statistics", title: PaneLayout.Preset.statistics.title,
    help: .init("布局：列表与统计，打开新闻时显示正文", "Layout: list and statistics; an article takes their place"),
    disabled: outsideOfNews
  ) { state, effects in state.changeLayout(.use(.statistics), &effects) }

  static let growPane = Command(
    "pane.grow", keys: [">"],
    title: .init("窗格变大", "grow pane"),
    help: .init("当前窗格变大；也可用鼠标拖动边界", "Make this pane larger; the mouse drags its border"),
    disabled: outsideOfNews
  ) { state, effects in state.growPane(by: 1, &effects) }

  static let shrinkPane = Command(
    "pane.shrink", keys: ["<"],
    title: .init("窗格变小", "shrink pane"), help: .init("当前窗格变小", "Make this pane smaller"),
    disabled: outsideOfNews
  ) { state, effects in state.growPane(by: -1, &effects) }

  static let resetLayout = Command(
    "layout.reset",
    title: .init("恢复边界", "reset borders"),
    help: .init("各窗格恢复原来的大小", "Give all panes their first sizes again"),
    disabled: outsideOfNews
  ) { state, effects in state.send(.navigation(.reset(nil)), &effects) }

  private static let outsideOfNews: DisabledReason = {
    $0.page == .news ? nil : .init("只能调整资讯页的窗格", "only the news page has panes")
  }
}

extension PaneLayout.Preset {
  var title: Bilingual {
    switch self {
    case .three: .init("列表、正文与统计", "list, article and statistics")
    case .split: .init("列表与正文", "list and article")
    case .list: .init("单个窗格", "one pane at a time")
    case .statistics: .init("列表与统计", "list and statistics")
    }
  }
}

// The time that statistics are about.

extension Command {
  static let statisticsGroup = [
    longerSpan, shorterSpan, later, earlier, fold,
  ]

  static let longerSpan = Command(
    "statistics.longer", keys: ["]"], aliases: ["更长范围"], in: [.statistics, .company],
    title: .init("加长", "longer"), help: .init("加长统计时段", "Longer period"),
    hints: [.statistics(50), .company(50)]
  ) { state, effects in state.changeSpan(by: 1, &effects) }

  static let shorterSpan = Command(
    "statistics.shorter", keys: ["["], aliases: ["更短范围"], in: [.statistics, .company],
    title: .init("缩短", "shorter"), help: .init("缩短统计时段", "Shorter period"),
    hints: [.statistics(40), .company(40)]
  ) { state, effects in state.changeSpan(by: -1, &effects) }

  static let later = Command(
    "statistics.later", keys: ["l", "Right"], in: [.statistics],
    title: .init("移动时间", "move in time"),
    help: .init("时间轴上向后；其他图表按所选项筛选资讯", "Later on a time axis; on bars filter by the selected one"),
    hints: [
      .statistics(15, alongside: earlier) { title, state in
        state.charts.shown(onPage: state.page == .statistics).selection.chart.stepInTime != nil ? title : nil
      }
    ]
  ) { state, effects in state.moveInTime(1, &effects) }

  static let earlier = Command(
    "statistics.earlier", keys: ["h", "Left"], in: [.statistics],
    title: .init("向前", "earlier"), help: .init("时间轴上向前", "Earlier on a time axis")
  ) { state, effects in state.moveInTime(-1, &effects) }

  static let fold = Command(
    "statistics.fold", keys: ["-"], in: [.feed, .reader, .statistics],
    title: .init("收起/展开", "fold"),
    help: .init("资讯页的统计收为一行，再按一次展开", "Fold the statistics of the news page to a line; again to unfold"),
    hints: [.statistics(45) { title, state in state.page == .news ? title : nil }],
    disabled: {
      guard $0.page == .news else { return .init("只能收起资讯页的统计", "only the statistics of the news page fold") }
      return $0.navigation.layout.preset == .three
        ? nil : .init("此布局的统计不能收起", "the statistics of this layout do not fold")
    }
  ) { state, effects in state.send(.navigation(.foldStatistics), &effects) }
}
