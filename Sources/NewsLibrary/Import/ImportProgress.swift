/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Bytes read, of compressed files as they lie on disk.
  public var bytesRead: Int
  /// Bytes to read in all; nil where standard input or a pipe is among them.
  public var bytesInAll: Int?
  /// Articles saved or found unchanged.
  public var articles: Int
  public var elapsed: Duration

  public init(bytesRead: Int, bytesInAll: Int?, articles: Int, elapsed: Duration) {
    self.bytesRead = bytesRead
    self.bytesInAll = bytesInAll
    self.articles = articles
    self.elapsed = elapsed
  }

  /// 0 … 1; nil where the whole is unknown.
  public var fraction: Double? {
    bytesInAll.map { $0 > 0 ? min(1, Double(bytesRead) / Double($0)) : 1 }
  }

  /// Articles a second, over the whole time.
  public var rate: Double { elapsed > .zero ? Double(articles) / (elapsed / .seconds(1)) : 0 }

  /// The time left at the speed so far; nil before there is any.
  public var remaining: Duration? {
    guard let fraction, fraction > 0 else { return nil }
    return elapsed * ((1 - fraction) / fraction)
  }
}
