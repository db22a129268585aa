import NewsModel

extension State {
  /// Loads the selected article beside the list, marking nothing read.
  mutating func preview(_ effects: inout [Effect]) {
    guard let key = timeline.selected?.key, reader.article?.headline.key != key else { return }
    reader.isOpen = false
    load(key, &effects)
  }

  private mutating func load(_ key: ArticleKey, _ effects: inout [Effect]) {
    reader.wantedKey = key
    ask(ArticleRequest(key: key), &effects)
  }

  /// Opens the selected article in the reader.
  mutating func openSelected(_ effects: inout [Effect]) {
    guard let key = timeline.selected?.key else { return }
    open(key, &effects)
  }

  mutating func open(_ key: ArticleKey, _ effects: inout [Effect]) {
    page = .news
    focus = .reader
    reader.isOpen = true
    if reader.article?.headline.key == key {
      reader.wantedKey = key
      scheduleMarkRead(&effects)
    } else {
      load(key, &effects)
    }
  }

  mutating func articleLoaded(_ article: Article?, _ effects: inout [Effect]) {
    guard let article else {
      reader.wantedKey = reader.article?.headline.key
      return
    }
    reader.show(article)
    if reader.isOpen { scheduleMarkRead(&effects) }
  }

  private mutating func scheduleMarkRead(_ effects: inout [Effect]) {
    guard let headline = reader.article?.headline, !headline.status.isRead else { return }
    effects.append(.wake(.markRead(headline.key), afterMilliseconds: presentation.markReadMilliseconds))
  }

  mutating func markReadIfStillOpen(_ key: ArticleKey, _ effects: inout [Effect]) {
    guard reader.isOpen, let headline = reader.article?.headline, headline.key == key, !headline.status.isRead
    else { return }
    effects.append(.change(StatusChange(.read, of: [key]), .byReading))
  }

  /// Leaves the reader for the list.
  mutating func closeReader() {
    isReadingOnly = false
    reader.isOpen = false
    reader.endSearch()
    focus = .feed
  }

  /// Rows of text that the reader shows.
  var readerHeight: Int {
    guard let frame = arrangement.panes[.reader] else { return 1 }
    return max(1, ReaderPane.textArea(in: frame.body, measure: presentation.measure).height)
  }

  /// The article that marks, links and lists of related news concern: the open one, else the selected one.
  var concernedKey: ArticleKey? { concernedHeadline?.key }

  var concernedStatus: ArticleStatus? { concernedHeadline?.status }

  var concernedHeadline: Headline? { focus == .reader ? reader.article?.headline : timeline.selected }
}
