import Foundation
import GRDB
import NewsModel

@testable import NewsStore

/// The file of a closed store whose pages a test may spoil; it disappears with this value.
final class DamagedFile {
  private let folder: URL
  let path: String
  private var bytes: Data

  static let pageSize = 16_384

  /// Some hundred articles with texts of all lengths, a tenth of them muted, all but the last indexed.
  static let template = Result { () throws -> Data in
    let temporary = try TemporaryStore()
    let store = temporary.store
    for part in 0..<3 {
      _ = try store.save((part * 200..<part * 200 + 200).map(item))
      while try store.indexNext() > 0 {}
    }
    try store.save(SavedQuery(name: "锂电", text: "tag:锂电"))
    _ = try store.apply([.mute], matching: .title("7号"))
    _ = try store.save([.sample("尚未编入索引", minutes: 9_000)])
    try store.close()
    return try Data(contentsOf: URL(fileURLWithPath: temporary.path))
  }

  /// So many articles are in it.
  static let articles = 601
  /// So many of them are muted.
  static let muted = 60

  static func item(_ number: Int) -> Item {
    // Every 50th goes on over pages of its own.
    let sentence = "晨星工业第\(number)次公告说，产量与去年相比没有变化。"
    let text = sentence + String(repeating: "一段不短的正文，", count: number.isMultiple(of: 50) ? 1_500 : 10 + number % 60)
    return .sample(
      "东港银行公告\(number)号", minutes: Int64(number), source: "晨星日报", label: "要闻", tags: ["锂电", "年报\(number % 5)"],
      body: text)
  }

  init(_ template: Data? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newstape-pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "news.db").path
    bytes = try template ?? Self.template.get()
    try write()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var pageCount: Int { bytes.count / Self.pageSize }

  /// Runs statements, without any rule that tables have.
  func execute(_ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + sql) }
    try queue.close()
    bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// The page, from 1, with which the tree of a table or an index begins.
  func root(_ name: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read {
      try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [name]) ?? 0
    }
  }

  /// The pages to which the root of a table leads, which are its leaves where it has two levels.
  func leaves(_ name: String) throws -> [Int] {
    let start = (try root(name) - 1) * Self.pageSize
    func number(_ offset: Int, _ count: Int) -> Int {
      bytes[start + offset..<start + offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    return (0..<number(3, 2)).map { number(number(12 + $0 * 2, 2), 4) } + [number(8, 4)]
  }

  /// Puts other bytes in the place of a page; zeros, where none are given.
  func spoil(_ page: Int, with byte: () -> UInt8 = { 0 }) throws {
    let start = (page - 1) * Self.pageSize
    for index in start..<start + Self.pageSize { bytes[index] = byte() }
    try write()
  }

  private func write() throws { try bytes.write(to: URL(fileURLWithPath: path)) }
}

extension NewsStore {
  /// All articles with their bodies, as an export reads them.
  func allArticles(matching query: Query = .withMuted) throws -> [Article] {
    var result: [Article] = []
    var cursor = PageCursor.start
    while true {
      let page = try articles(matching: query, from: cursor, limit: 100)
      result += page.articles
      guard page.hasMore, let last = page.last else { return result }
      cursor = .after(last)
    }
  }
}
