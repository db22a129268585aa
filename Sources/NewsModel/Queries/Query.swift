/// Which articles are meant: one tree for the list, the filter, statistics and the command line.
package indirect enum Query: Hashable, Sendable {
  /// Every article.
  case all
  case and([Query])
  case or([Query])
  case not(Query)
  case tag(String)
  /// Articles that name no source have the source "".
  case source(String)
  /// Articles without a label have the label "".
  case label(String)
  case unread
  case read
  case starred
  case stub
  /// Muted articles match only queries that speak of them (`looksAtMuted`).
  case muted
  /// Published at or after the moment.
  case since(Timestamp)
  /// Published before the moment.
  case until(Timestamp)
  /// The folded title contains the folded text.
  case title(String)
  /// The folded title, the summary or a block of the body contains the folded text.
  case text(String)
  /// The folded byline contains the folded text.
  case author(String)
  /// The regular expression matches in the title, the summary or one block of the body.
  case regex(String)
}
