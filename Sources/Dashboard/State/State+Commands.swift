import NewsModel
import Terminal
import TextBasics
import Widgets

extension State {
  /// Runs a command, or says why it cannot be run now.
  mutating func run(_ command: Command, _ effects: inout [Effect]) {
    if let reason = disabledReason(for: command) {
      notify(words: presentation.words(reason), &effects)
      return
    }
    switch command {
    case .next, .previous, .nextUnread, .previousUnread, .first, .last, .halfPageDown, .halfPageUp, .pageDown, .pageUp:
      move(command, &effects)
    case .open, .back, .focusNext, .focusPrevious, .showNews, .showSaved, .showStatistics, .showSources, .zoom,
      .restore, .readingMode:
      runPaneCommand(command, &effects)
    case .toggleRead, .toggleStar, .tagArticle, .toggleMuted, .markAllRead, .bulk, .undo:
      runMarkCommand(command, &effects)
    case .nextArticle, .previousArticle, .openInBrowser, .copyLink, .related, .links, .takeInNew, .export:
      runArticleCommand(command, &effects)
    case .find, .findNext, .findPrevious, .pickTag, .pickSource, .pickLabel, .editFilter, .filterMenu, .filterUnread,
      .filterStarred, .filterSince, .filterUntil, .clearFilter, .sortOrder, .longerSpan, .shorterSpan:
      runFilterCommand(command, &effects)
    case .saveQuery, .addRule, .editSaved, .renameSaved, .removeSaved, .moveSavedUp, .moveSavedDown, .toggleRule:
      runSavedCommand(command, &effects)
    case .refresh, .stopRefresh, .addSource, .refreshSource, .removeSource, .renameSource, .editSourceAddress,
      .moveSource, .tagSource, .toggleFullText, .openHomePage, .copySourceAddress:
      runSourceCommand(command, &effects)
    case .commandLine, .palette, .help, .log, .pickTheme, .switchLanguage, .redraw, .suspend, .quit:
      runProgramCommand(command, &effects)
    }
  }

  /// Why a command makes no sense at present; nil where it does.
  func disabledReason(for command: Command) -> Bilingual? {
    switch command {
    case .toggleRead, .toggleStar, .tagArticle, .toggleMuted, .openInBrowser, .copyLink, .related, .links:
      concernedKey == nil ? ["没有选中的新闻", "no article is selected"] : nil
    case .export where isExporting: nil
    case .markAllRead, .export: timeline.headlines.isEmpty ? ["没有新闻", "there are no articles"] : nil
    case .bulk where page != .saved: timeline.headlines.isEmpty ? ["没有新闻", "there are no articles"] : nil
    case .bulk where saved.selectedQuery == nil && saved.selectedRule == nil, .editSaved, .renameSaved, .removeSaved,
      .moveSavedUp, .moveSavedDown:
      saved.selectedQuery == nil && saved.selectedRule == nil ? ["没有选中的条目", "nothing is selected"] : nil
    case .toggleRule: saved.selectedRule == nil ? ["没有选中的规则", "no rule is selected"] : nil
    case .refreshSource, .removeSource, .renameSource, .editSourceAddress, .moveSource, .tagSource, .toggleFullText,
      .openHomePage, .copySourceAddress:
      sources.selected == nil ? ["没有选中的来源", "no source is selected"] : nil
    case .refresh, .stopRefresh:
      presentation.isSample ? ["示例没有来源；a 添加自己的", "the sample has no sources; a adds one of yours"] : nil
    case .saveQuery: filter == .all ? ["先搜索或筛选，再保存", "search or filter first, then save"] : nil
    case .clearFilter: filter == .all ? ["没有筛选条件", "there is no filter"] : nil
    case .sortOrder: canBeRanked ? nil : ["先搜索，才能按相关度排序", "search first: only words tell what is relevant"]
    case .pickTheme: presentation.themeNames.isEmpty ? ["没有可选的主题", "there are no themes"] : nil
    default: nil
    }
  }

  // MARK: - Movement

  private mutating func move(_ command: Command, _ effects: inout [Effect]) {
    switch context {
    case .reader: moveInReader(command, &effects)
    case .saved: moveInSaved(command)
    case .sources: moveInSources(command)
    case .statistics: moveInStatistics(command)
    case .feed, .everywhere: moveInFeed(command, &effects)
    }
  }

  private mutating func moveInFeed(_ command: Command, _ effects: inout [Effect]) {
    let height = max(1, arrangement.panes[.feed]?.body.height ?? 1)
    switch command {
    case .next: moveSelection(by: 1, &effects)
    case .previous: moveSelection(by: -1, &effects)
    case .nextUnread: moveToUnread(step: 1, &effects)
    case .previousUnread: moveToUnread(step: -1, &effects)
    case .first: goToNewest(&effects)
    case .last: goToOldest(&effects)
    case .halfPageDown: pageFeed(by: max(1, height / 2), &effects)
    case .halfPageUp: pageFeed(by: -max(1, height / 2), &effects)
    case .pageDown: pageFeed(by: max(1, height - 1), &effects)
    default: pageFeed(by: -max(1, height - 1), &effects)
    }
  }

  private mutating func moveInReader(_ command: Command, _ effects: inout [Effect]) {
    let height = readerHeight
    switch command {
    case .next: reader.scroll(by: 1)
    case .previous: reader.scroll(by: -1)
    case .nextUnread: moveToUnread(step: 1, &effects)
    case .previousUnread: moveToUnread(step: -1, &effects)
    case .first: reader.scroll(to: 0)
    case .last: reader.scroll(to: reader.lineCount)
    case .halfPageDown: reader.scroll(by: max(1, height / 2))
    case .halfPageUp: reader.scroll(by: -max(1, height / 2))
    case .pageDown: reader.scroll(by: max(1, height - 1))
    default: reader.scroll(by: -max(1, height - 1))
    }
  }

  private mutating func moveInStatistics(_ command: Command) {
    switch command {
    case .next: moveChartSelection(by: 1)
    case .previous: moveChartSelection(by: -1)
    case .first: moveChartSelection(toEnd: false)
    case .last: moveChartSelection(toEnd: true)
    case .halfPageDown, .pageDown: moveChartSelection(by: 10)
    case .halfPageUp, .pageUp: moveChartSelection(by: -10)
    default: break
    }
  }

  // MARK: - Pages and panes

  private mutating func runPaneCommand(_ command: Command, _ effects: inout [Effect]) {
    switch command {
    case .open:
      switch context {
      case .feed, .everywhere: openSelected(&effects)
      case .reader: reader.scroll(by: max(1, readerHeight - 1))
      case .saved: openSavedSelection(&effects)
      case .sources: openSelectedSource(&effects)
      case .statistics: drillDownSelection(&effects)
      }
    case .back: goBack(&effects)
    case .focusNext: changeFocus(step: 1)
    case .focusPrevious: changeFocus(step: -1)
    case .showNews: show(.news, &effects)
    case .showSaved: show(.saved, &effects)
    case .showStatistics: show(.statistics, &effects)
    case .showSources: show(.sources, &effects)
    case .zoom: isZoomed = true
    case .restore:
      isZoomed = false
      isReadingOnly = false
    default: toggleReadingMode(&effects)
    }
  }

  private mutating func goBack(_ effects: inout [Effect]) {
    if isReadingOnly {
      isReadingOnly = false
    } else if page == .sources, lastKey == Key(.escape), isRefreshStoppable {
      stopRefresh(&effects)
    } else if page == .sources, sources.showsDetails, sourcesTakeTurns {
      sources.showsDetails = false
    } else if page != .news {
      show(.news, &effects)
    } else if focus == .reader {
      closeReader()
    } else if isZoomed {
      isZoomed = false
    } else if focus == .statistics {
      focus = .feed
    } else if !popFilter(&effects) {
      leave(&effects)
    }
  }

  /// At the top `q` quits; the other keys of `back` only tell so, since they are pressed in passing.
  private mutating func leave(_ effects: inout [Effect]) {
    if lastKey == .character("q") {
      quit(&effects)
    } else if isRefreshStoppable {
      stopRefresh(&effects)
    } else {
      notify(words: presentation.words.text("已在最上层，q 退出", "at the top; q quits"), &effects)
    }
  }

  private mutating func quit(_ effects: inout [Effect]) {
    effects.append(.save(session))
    effects.append(.quit)
  }

  private mutating func show(_ page: Page, _ effects: inout [Effect]) {
    guard self.page != page else { return }
    self.page = page
    isReadingOnly = false
    switch page {
    case .saved: showSaved(&effects)
    case .sources: loadSources(&effects)
    case .news, .statistics: loadStatistics(&effects)
    }
  }

  private mutating func changeFocus(step: Int) {
    switch page {
    case .saved: changeSavedSection()
    case .sources: sources.showsDetails.toggle()
    case .statistics: moveToChart(step: step)
    case .news:
      let panes = Pane.allCases
      let place = panes.firstIndex(of: focus) ?? 0
      changeFocus(to: panes[(place + step + panes.count) % panes.count])
    }
  }

  private mutating func toggleReadingMode(_ effects: inout [Effect]) {
    guard !isReadingOnly else {
      isReadingOnly = false
      return
    }
    if focus != .reader { openSelected(&effects) }
    isReadingOnly = reader.wantedKey != nil
  }

  // MARK: - Articles

  private mutating func runMarkCommand(_ command: Command, _ effects: inout [Effect]) {
    switch command {
    case .toggleRead: toggleRead(&effects)
    case .toggleStar: toggleStar(&effects)
    case .tagArticle: tagArticle(&effects)
    case .toggleMuted: toggleMuted(&effects)
    case .markAllRead: confirm(BulkRequest([.read], matching: filter), &effects)
    case .bulk: openBulkMenu(&effects)
    default: undo(&effects)
    }
  }

  private mutating func runArticleCommand(_ command: Command, _ effects: inout [Effect]) {
    switch command {
    case .nextArticle: moveSelection(by: 1, &effects)
    case .previousArticle: moveSelection(by: -1, &effects)
    case .openInBrowser: withLink(&effects) { link, effects in effects.append(.openInBrowser(link)) }
    case .copyLink:
      withLink(&effects) { link, effects in effects.append(.copy(SafeText(link))) }
    case .related: openRelatedPicker(&effects)
    case .links: openLinkPicker(&effects)
    case .export: startExport()
    default: takeInNew(&effects)
    }
  }

  /// Runs `body` with the article's link, or says that there is none.
  private mutating func withLink(_ effects: inout [Effect], _ body: (String, inout [Effect]) -> Void) {
    if let article = reader.article, article.headline.key == concernedKey, let link = article.url {
      body(link, &effects)
    } else {
      notify(words: presentation.words.noLink, &effects)
    }
  }

  // MARK: - Finding and filtering

  private mutating func runFilterCommand(_ command: Command, _ effects: inout [Effect]) {
    switch command {
    case .find where page == .sources: openSourcePicker()
    case .find: startFind()
    case .findNext: stepFind(1, &effects)
    case .findPrevious: stepFind(-1, &effects)
    case .pickTag: openPicker(for: .tag, &effects)
    case .pickSource: openPicker(for: .source, &effects)
    case .pickLabel: openPicker(for: .label, &effects)
    case .editFilter: startEditingFilter()
    case .filterMenu: openFilterMenu()
    case .filterUnread: toggleFilter(.unread, &effects)
    case .filterStarred: toggleFilter(.starred, &effects)
    case .filterSince: overlay = .prompt(PromptState(kind: .since))
    case .filterUntil: overlay = .prompt(PromptState(kind: .until))
    case .clearFilter: setFilter(.all, &effects)
    case .sortOrder: toggleOrder(&effects)
    case .longerSpan: changeSpan(by: 1, &effects)
    default: changeSpan(by: -1, &effects)
    }
  }

  // MARK: - The program

  private mutating func runProgramCommand(_ command: Command, _ effects: inout [Effect]) {
    switch command {
    case .commandLine: overlay = .prompt(PromptState(kind: .command))
    case .palette: openPalette()
    case .help: openHelp()
    case .log: openLog()
    case .pickTheme: openThemePicker()
    case .switchLanguage: presentation.language = presentation.language == .en ? .zhHans : .en
    case .redraw: effects.append(.redraw)
    case .suspend: effects.append(.suspend)
    default: quit(&effects)
    }
  }
}
