package import FeedParsing
import Log
package import NewsModel
import NewsParsing
package import SourceForms

/// Reading without a store: what `newstape parse` shows.
package enum PageReading {
  /// Parses an input, `-` being standard input, and hands over every item and every problem in order.
  ///
  /// - Parameters:
  ///   - format: nil to find it out.
  /// - Returns: what was passed over or guessed.
  package static func parse(
    _ path: String, as format: SourceFormat? = nil, reading options: ReadingOptions, item: (Item) -> Void,
    problem: (ImportProblem) -> Void
  ) -> ImportNotes {
    var notes = ImportNotes()
    func emit(_ record: ParsedRecord) {
      switch record {
      case .item(let found): item(found)
      case .refused(let refusal): problem(ImportProblem(refusal, path: path))
      }
    }
    do throws(FileInput.Failure) {
      func read(_ input: FileInput) throws(FileInput.Failure) {
        try input.parse(options, as: format, emit: emit) { found, name in notes.add(found, of: name) }
      }
      if path == "-" {
        try read(.standardInput)
      } else {
        try FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in try read(input) }
      }
    } catch {
      problem(ImportProblem(error, path: path))
    }
    return notes
  }
}

/// A saved feed.
package enum FeedFile {
  /// Reads a feed, `-` being standard input, and hands over item by item with what is known of the feed so far.
  ///
  /// The file is mapped, not read, where it can be: memory does not grow with it.
  package static func read(
    _ path: String, context: FeedContext, item: (FeedItem, ParsedFeed) -> Void
  ) -> Result<ParsedFeed, ImportProblem> {
    func read(_ input: FileInput) throws(FileInput.Failure) -> Result<ParsedFeed, ParseRefusal> {
      try input.withBytes(limit: context.sizeLimit) { FeedParser.read($0, context: context, emit: item) }
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
    let format = Log.attempt("look at the start of \(path)", .info) {
      try FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in
        try input.withStart { SourceFormat.detect($0, fileName: path) }
      }
    }
    return format == .feed
  }
}
