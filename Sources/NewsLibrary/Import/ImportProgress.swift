/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  /// Bytes read, of compressed files as they lie on disk.
  package var bytesRead: Int
  /// Bytes to read in all; nil where standard input or a pipe is among them.
  package var bytesInAll: Int?
  /// Articles saved or found unchanged.
  package var articles: Int
  package var elapsed: Duration

  package init(bytesRead: Int, bytesInAll: Int?, articles: Int, elapsed: Duration) {
    self.bytesRead = bytesRead
    self.bytesInAll = bytesInAll
    self.articles = articles
    self.elapsed = elapsed
  }

  /// 0 … 1; nil where the whole is unknown.
  package var fraction: Double? {
    bytesInAll.map { $0 > 0 ? min(1, Double(bytesRead) / Double($0)) : 1 }
  }

  /// Articles a second, over the whole time.
  package var rate: Double { elapsed > .zero ? Double(articles) / (elapsed / .seconds(1)) : 0 }

  /// The time left at the speed so far; nil before there is any.
  package var remaining: Duration? {
    guard let fraction, fraction > 0 else { return nil }
    return elapsed * ((1 - fraction) / fraction)
  }
}
