package import NewsModel

/// Writes a document of articles piece by piece, in time and memory that one article takes.
///
/// Whatever an article holds, the bytes are valid in their format, and no text in them steers a terminal: all of it is `KeptText`, or
/// escaped as the format can.
package protocol DocumentWriter: Sendable {
  /// What stands before the first article.
  func begin(_ bytes: inout [UInt8])
  func write(_ article: Article, to bytes: inout [UInt8])
  /// What stands behind the last article.
  func end(_ bytes: inout [UInt8])
}

/// How documents say that the date of an article is a guess: in words that both kinds of readers know, or in an element of our own.
enum EstimatedDate {
  static let words = "（估计 estimated）"
  /// The namespace of elements that RSS has none for.
  static let namespace = "https://newstape.invalid/rss"
}
