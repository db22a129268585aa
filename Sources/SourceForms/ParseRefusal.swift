package import JSON

/// Why some input gave no article, and where it stands. Words for people are made from it at the edge.
package struct ParseRefusal: Error, Hashable, Sendable {
  /// What is wrong with the input.
  package enum Reason: Error, Hashable, Sendable {
    /// Nothing but blanks.
    case empty
    /// Sound, but without anything that could be taken in.
    case holdsNothing(Container)
    /// The input ends within an entry, which is not taken in, or only as far as it is whole.
    case endsWithinEntry
    /// What comes after so many items of one feed.
    case tooManyItems(limit: Int)
    /// Longer than the limit, in bytes.
    case tooLarge(limit: Int)
    /// Not text.
    case binary
    /// A form in which news is not read.
    case foreign(ForeignFormat)
    /// Text without a headline.
    case noTitle
    /// Text with a headline but without anything that reads like an article.
    case notAnArticle
    /// A line that is not a JSON object; the problem is named in a few English words.
    case badJSON(JSONReader.Problem)
    /// An object or a row that carries neither a title nor a text.
    case noArticleFields
    /// A CSV file whose first line names neither a headline nor a text; what it names instead, cut short.
    case badHeader([String])
    /// The input ends within a quoted CSV field.
    case openQuote
    /// Text that is no feed of any kind that is known.
    case noFeed
    /// A line of a list of feeds that is a command: what it would run is named, such as `exec`.
    case command(String)
    /// An address of a feed that is neither `http` nor `https`.
    case notAWebAddress(String)
    /// An entry of a list of feeds, by its name, that has no address.
    case noFeedAddress(String)
    /// What comes after so many feeds of one list: as many more.
    case tooManyFeeds(limit: Int, leftOut: Int)
    /// A database of another program than newsboat.
    case otherDatabase
    /// Damaged compressed data.
    case corruptGzip
  }

  /// What may be empty.
  package enum Container: Hashable, Sendable {
    case feed
    /// JSON without an object.
    case objects
    /// A table without rows.
    case rows
    case subscriptions
    /// Data of any other form.
    case records
    /// An archive of pages or mails.
    case archivedPages
    /// newsboat's cache.
    case cache
  }

  package var reason: Reason
  /// The file, as it was named.
  package var path: String?
  /// Counted from 1.
  package var line: Int?
  /// In bytes from the start of the line, or of the file where there is no line.
  package var offset: Int?

  package init(_ reason: Reason, path: String? = nil, line: Int? = nil, offset: Int? = nil) {
    self.reason = reason
    self.path = path
    self.line = line
    self.offset = offset
  }
}
