internal import NewsModel

/// One invented article. Its parts are reused from article to article.
public struct NewsArticle: Sendable {
  /// 0 is the newest of the corpus.
  public internal(set) var rank = 0
  public internal(set) var title = TextBuffer()
  /// Paragraphs, separated by line feeds.
  public internal(set) var body = TextBuffer()
  public internal(set) var source = ""
  public internal(set) var label: String?
  public internal(set) var author = TextBuffer()
  public internal(set) var tags: [String] = []
  public internal(set) var isEnglish = false
  /// Seconds since 1970.
  public internal(set) var published: Int64 = 0

  public init() {}

  /// When it was published, on the clocks of Shanghai.
  var publishedInShanghai: CivilTime { CivilTime(Timestamp(published), offset: PublishTimes.shanghai) }
}
