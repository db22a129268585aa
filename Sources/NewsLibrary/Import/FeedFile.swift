package import NewsParsing

/// A feed as it was read.
package typealias NewsFeed = ParsedFeed
/// One entry of a feed, as the feed gives it.
package typealias NewsFeedItem = FeedItem
/// What stands before the items in the JSON object of `newstape parse --as feed`.
package typealias ParsedFeedObject = FeedObject
/// An item in that object.
package typealias ParsedFeedItem = FeedItemObject
/// What surrounds the bytes of a feed.
package typealias FeedSurroundings = FeedContext

/// A saved feed.
package enum FeedFile {
  /// Reads a feed, `-` being standard input, and hands over item by item with what is known of the feed so far.
  ///
  /// The file is mapped, not read, where it can be: memory does not grow with it.
  package static func read(
    _ path: String, context: FeedSurroundings, item: (NewsFeedItem, NewsFeed) -> Void
  ) -> Result<NewsFeed, ImportProblem> {
    func read(_ input: FileInput) throws(FileInput.Failure) -> Result<NewsFeed, ParseRefusal> {
      try input.withBytes(limit: context.sizeLimit) { NewsParser.readFeed($0, context: context, emit: item) }
    }
    do throws(FileInput.Failure) {
      let result =
        path == "-"
        ? try read(.standardInput)
        : try FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in try read(input) }
      return result.mapError { ImportProblem($0, path: path) }
    } catch {
      return .failure(ImportProblem(error, path: path))
    }
  }

  /// Whether a file begins as a feed does; false for standard input, whose start cannot be looked at twice.
  package static func isFeed(_ path: String) -> Bool {
    guard path != "-" else { return false }
    let format = try? FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in
      try input.withStart { SourceFormat.detect($0, fileName: path) }
    }
    return format == .feed
  }
}
