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

  fileprivate mutating func articleLoaded(_ article: Article?, _ effects: inout [Effect]) {
    guard let article else {
      reader.wantedKey = reader.article?.headline.key
      return
    }
    reader.show(article)
    if reader.isOpen { scheduleMarkRead(&effects) }
  }

  private mutating func scheduleMarkRead(_ effects: inout [Effect]) {
    guard let headline = reader.article?.headline, !headline.status.isRead else { return }
    wake(.markRead(headline.key), afterMilliseconds: presentation.markReadMilliseconds, &effects)
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

/// The article that the reader shows, with as much of its text as can be laid out between two frames.
struct ArticleRequest: Request {
  static let slot = RequestSlot.reader
  /// A longer article would make the reader wait for each key, as all of its text is laid out for the width of the pane.
  static let textLimit = 512 << 10
  let key: ArticleKey

  func response(from library: some Library) throws -> Article? {
    try library.article(key)?.beginning(upTo: Self.textLimit)
  }

  func received(_ article: Article?, _ state: inout State, _ effects: inout [Effect]) {
    state.articleLoaded(article, &effects)
  }
}
