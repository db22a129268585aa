public import Foundation
public import NewsModel
public import NewsStore
public import NewsWriting

extension NewsLibrary {
  /// Writes all articles that match, newest first, as one document.
  ///
  /// Goes from page to page: memory stays flat, whatever the number of articles, and time is linear in it. Each page is read as the
  /// store is at that moment.
  ///
  /// - Parameters:
  ///   - title: the document's, where the format has one.
  ///   - zone: the zone in which times are written.
  ///   - progress: told after every page how many articles were written.
  ///   - sink: takes the bytes, some 100 KB at a time; what it throws ends the export.
  /// - Returns: how many articles were written.
  /// - Throws: `LibraryError`, or what `sink` throws.
  public func export(
    _ query: Query, as format: ExportFormat, title: String, zone: TimeZone,
    cancellation: LibraryCancellation? = nil, progress: (Int) -> Void = { _ in },
    to sink: ([UInt8]) throws -> Void
  ) throws -> Int {
    let writer = format.writer(title: title, zone: zone)
    var bytes: [UInt8] = []
    var count = 0
    var last: ArticleID?
    writer.begin(&bytes)
    while true {
      let page = try store.articles(
        matching: query, olderThan: last, limit: Self.exportPage, cancellation: cancellation)
      for article in page.articles {
        writer.write(article, to: &bytes)
        if bytes.count >= Self.exportPiece {
          try sink(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      count += page.articles.count
      progress(count)
      last = page.articles.last?.headline.id
      if !page.hasMore || last == nil { break }
    }
    writer.end(&bytes)
    try sink(bytes)
    return count
  }

  /// Writes all articles that match into a file, which is there whole or not at all.
  ///
  /// - Returns: how many articles were written.
  /// - Throws: `ReplacedFile.Failure` for the file, `LibraryError` for the store.
  public func export(
    _ query: Query, as format: ExportFormat, title: String, zone: TimeZone, toFile path: String, replaces: Bool,
    cancellation: LibraryCancellation? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    try ReplacedFile.write(path, replaces: replaces) { file in
      try export(
        query, as: format, title: title, zone: zone, cancellation: cancellation, progress: progress
      ) { try file.write($0) }
    }
  }

  private static let exportPage = 200
  private static let exportPiece = 64 << 10
}
