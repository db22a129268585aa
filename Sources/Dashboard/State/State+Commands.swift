import NewsModel
import TextBasics

/// A step through a list or a text, forward (1) or back (-1).
enum Movement: Hashable, Sendable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  case toStart
  case toEnd
}

extension State {
  /// Runs a command, or says why it cannot be run now.
  mutating func run(_ command: Command, _ effects: inout [Effect]) {
    if let reason = command.disabledReason(self) {
      notify(words: presentation.words(reason), &effects)
    } else {
      command.run(&self, &effects)
    }
  }

  // MARK: - Movement

  mutating func move(_ movement: Movement, _ effects: inout [Effect]) {
    switch context {
    case .reader: moveInReader(movement)
    case .saved: send(.saved(.move(movement)), &effects)
    case .sources: moveInSources(movement)
    case .statistics: moveInStatistics(movement)
    case .feed, .everywhere: moveInFeed(movement, &effects)
    }
  }

  private mutating func moveInFeed(_ movement: Movement, _ effects: inout [Effect]) {
    let height = max(1, arrangement.panes[.feed]?.body.height ?? 1)
    switch movement {
    case .lines(let count): moveSelection(by: count, &effects)
    case .halfPages(let count): pageFeed(by: count * max(1, height / 2), &effects)
    case .pages(let count): pageFeed(by: count * max(1, height - 1), &effects)
    case .toStart: goToNewest(&effects)
    case .toEnd: goToOldest(&effects)
    }
  }

  private mutating func moveInReader(_ movement: Movement) {
    let height = readerHeight
    switch movement {
    case .lines(let count): reader.scroll(by: count)
    case .halfPages(let count): reader.scroll(by: count * max(1, height / 2))
    case .pages(let count): reader.scroll(by: count * max(1, height - 1))
    case .toStart: reader.scroll(to: 0)
    case .toEnd: reader.scroll(to: reader.lineCount)
    }
  }

  private mutating func moveInStatistics(_ movement: Movement) {
    switch movement {
    case .lines(let count): moveChartSelection(by: count)
    case .halfPages(let count), .pages(let count): moveChartSelection(by: 10 * count)
    case .toStart: moveChartSelection(toEnd: false)
    case .toEnd: moveChartSelection(toEnd: true)
    }
  }

  /// Where articles are listed or read; elsewhere nothing is unread.
  mutating func moveToNextUnread(_ step: Int, _ effects: inout [Effect]) {
    if context == .feed || context == .reader { moveToUnread(step: step, &effects) }
  }

  /// `Enter`: opens what is selected, or goes on in what is read.
  mutating func openSelection(_ effects: inout [Effect]) {
    switch context {
    case .feed, .everywhere: openSelected(&effects)
    case .reader: reader.scroll(by: max(1, readerHeight - 1))
    case .saved: send(.saved(.open), &effects)
    case .sources: openSelectedSource(&effects)
    case .statistics: drillDownSelection(&effects)
    }
  }

  // MARK: - Links

  mutating func openLink(_ effects: inout [Effect]) { withLink(&effects) { .openInBrowser($0) } }

  mutating func copyLink(_ effects: inout [Effect]) { withLink(&effects) { .copy(SafeText($0)) } }

  /// Does something with the article's link, or says that there is none.
  private mutating func withLink(_ effects: inout [Effect], _ effect: (String) -> Effect) {
    if let article = reader.article, article.headline.key == concernedKey, let link = article.url {
      effects.append(effect(link))
    } else {
      notify(words: presentation.words.noLink, &effects)
    }
  }

  // MARK: - The program

  mutating func switchLanguage() { presentation.language = presentation.language == .en ? .zhHans : .en }

  mutating func quit(_ effects: inout [Effect]) {
    effects.append(.save(session))
    effects.append(.quit)
  }
}
