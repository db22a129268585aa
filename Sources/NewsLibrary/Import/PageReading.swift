public import Foundation
public import NewsModel
public import NewsParsing

/// An item as the JSON object of `newstape parse`.
public typealias ParsedPage = PageObject
/// How the news in an input is written down.
public typealias InputFormat = SourceFormat
/// Why some text gave no article.
public typealias RefusalReason = ParseRefusal.Reason

/// Reading without a store: what `newstape parse` shows.
public enum PageReading {
  /// Parses an input, `-` being standard input, and hands over every item and every problem in order.
  ///
  /// - Parameter format: nil to find it out.
  public static func parse(
    _ path: String, as format: InputFormat? = nil, zone: TimeZone, item: (Item) -> Void,
    problem: (ImportProblem) -> Void
  ) {
    func emit(_ record: ParsedRecord) {
      switch record {
      case .item(let found): item(found)
      case .refused(let refusal): problem(ImportProblem(refusal, path: path))
      }
    }
    do throws(FileInput.Failure) {
      if path == "-" {
        try FileInput.standardInput.parse(as: format, zone: zone, onBytes: { _ in true }, emit: emit)
      } else {
        try FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in
          try input.parse(as: format, zone: zone, onBytes: { _ in true }, emit: emit)
        }
      }
    } catch {
      problem(ImportProblem(error, path: path))
    }
  }
}
