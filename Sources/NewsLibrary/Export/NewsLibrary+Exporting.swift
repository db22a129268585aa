package import Foundation
package import NewsModel
package import NewsStore
package import NewsWriting

extension NewsLibrary {
  /// Writes articles as one document.
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
  /// - Throws: `StoreError`, or what `sink` throws.
  package func export(
    _ selection: ExportSelection, as format: ExportFormat, title: String, zone: TimeZone,
    cancellation: Cancellation? = nil, progress: (Int) -> Void = { _ in },
    to sink: ([UInt8]) throws -> Void
  ) throws -> Int {
    let writer = format.writer(title: title, zone: zone)
    var bytes: [UInt8] = []
    var count = 0
    writer.begin(&bytes)
    try forEachPage(of: selection, cancellation) { articles in
      let former =
        try format.tellsHistory
        ? store.formerVersions(of: articles.map(\.headline.key), asOf: selection.moment, cancellation: cancellation)
        : [:]
      for article in articles {
        writer.write(article, former: former[article.headline.key] ?? [], to: &bytes)
        guard bytes.count >= Self.exportPiece else { continue }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      count += articles.count
      progress(count)
    }
    writer.end(&bytes)
    try sink(bytes)
    return count
  }

  /// Writes articles into a file, which is there whole or not at all.
  ///
  /// - Parameter replaces: whether a file that is there already may be replaced.
  /// - Returns: how many articles were written.
  /// - Throws: `ReplacedFile.Failure` for the file, `StoreError` for the store.
  package func export(
    _ selection: ExportSelection, as format: ExportFormat, title: String, zone: TimeZone,
    toFile path: String, replaces: Bool, cancellation: Cancellation? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    try writeFile(path, replaces: replaces) { file in
      try export(
        selection, as: format, title: title, zone: zone, cancellation: cancellation, progress: progress
      ) { try file.write($0) }
    }
  }

  /// Writes the table of a query: a row for each event of each article, in its order. Like `export` otherwise.
  package func exportTable(
    of query: Query, as format: TableFormat, zone: TimeZone, cancellation: Cancellation? = nil,
    progress: (Int) -> Void = { _ in }, to sink: ([UInt8]) throws -> Void
  ) throws -> Int {
    var writer = TableWriter(format, zone: zone)
    var bytes: [UInt8] = []
    var count = 0
    writer.begin(&bytes)
    try store.forEachPage(of: query, cancellation: cancellation) { headlines in
      for headline in headlines { writer.write(headline, to: &bytes) }
      count += headlines.count
      progress(count)
      try sink(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    writer.end(&bytes)
    try sink(bytes)
    return count
  }

  /// The same into a file, which is there whole or not at all.
  package func exportTable(
    of query: Query, as format: TableFormat, zone: TimeZone, toFile path: String, replaces: Bool,
    cancellation: Cancellation? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> Int {
    try writeFile(path, replaces: replaces) { file in
      try exportTable(of: query, as: format, zone: zone, cancellation: cancellation, progress: progress) {
        try file.write($0)
      }
    }
  }

  /// Writes a file, which is there whole or not at all, and never takes the place of a store.
  ///
  /// - Parameter replaces: whether a file that is there already may be replaced.
  /// - Throws: `ReplacedFile.Failure`, or what `body` throws.
  package func writeFile<T>(
    _ path: String, replaces: Bool, _ body: (borrowing ReplacedFile) throws -> T
  ) throws -> T {
    guard !isStore(atPath: path) else { throw ReplacedFile.Failure.store(path: path) }
    return try ReplacedFile.write(path, replaces: replaces, body)
  }

  /// Whether a path leads to a store, this one or another, or to what SQLite keeps beside it, whatever name it is reached by.
  package func isStore(atPath path: String) -> Bool {
    store.includes(path) || store.reserves(path) || NewsStore.isStore(atPath: path)
  }

  /// How many articles there are to write.
  package func count(
    of selection: ExportSelection, cancellation: Cancellation? = nil
  ) throws(StoreError) -> Int {
    switch selection {
    case .matching(let query), .table(let query): try store.count(query, cancellation: cancellation)
    case .article: 1
    }
  }

  private func forEachPage(
    of selection: ExportSelection, _ cancellation: Cancellation?, _ body: ([Article]) throws -> Void
  ) throws {
    switch selection {
    case .article(let key, let moment): try body([store.article(key, asOf: moment)].compactMap(\.self))
    case .matching(let query), .table(let query):
      var cursor = PageCursor.start
      if query.order == .relevance {
        let ranked = try store.ranked(query, limit: .max, cancellation: cancellation)
        for start in stride(from: 0, to: ranked.headlines.count, by: Self.exportPage) {
          let page = Array(ranked.headlines[start...].prefix(Self.exportPage))
          try body(store.articles(of: page, asOf: query.asOf, cancellation: cancellation))
        }
        cursor = ranked.rest
      }
      while true {
        let page = try store.articles(
          matching: query, from: cursor, limit: Self.exportPage, cancellation: cancellation)
        try body(page.articles)
        guard page.hasMore, let last = page.last else { break }
        cursor = .after(last)
      }
      try store.noteMissingArticles()
    }
  }

  private static let exportPage = 200
  private static let exportPiece = 64 << 10
}
