package import NewsParsing

/// A saved feed.
package enum FeedFile {
  /// Reads a feed, `-` being standard input, and hands over item by item with what is known of the feed so far.
  ///
  /// The file is mapped, not read, where it can be: memory does not grow with it.
  package static func read(
    _ path: String, context: FeedContext, item: (FeedItem, ParsedFeed) -> Void
  ) -> Result<ParsedFeed, ImportProblem> {
    func read(_ input: FileInput) throws(FileInput.Failure) -> Result<ParsedFeed, ParseRefusal> {
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
