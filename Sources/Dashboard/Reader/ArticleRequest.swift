import NewsModel

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
