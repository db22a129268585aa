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
  /// - Parameters:
  ///   - format: nil to find it out.
  ///   - address: Where a web page was fetched from: its links are relative to it.
  ///   - contentType: The header of the answer that carried it, for its character set.
  public static func parse(
    _ path: String, as format: InputFormat? = nil, address: String? = nil, contentType: String? = nil, zone: TimeZone,
    item: (Item) -> Void,
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
        try FileInput.standardInput.parse(
          as: format, address: address, contentType: contentType, zone: zone, onBytes: { _ in true }, emit: emit)
      } else {
        try FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in
          try input.parse(
            as: format, address: address, contentType: contentType, zone: zone, onBytes: { _ in true }, emit: emit)
        }
      }
    } catch {
      problem(ImportProblem(error, path: path))
    }
  }
}
