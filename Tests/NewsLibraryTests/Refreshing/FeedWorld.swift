import Foundation
import LoopbackServer
import NewsModel
import Synchronization

@testable import NewsLibrary

/// A web of one server whose answers a test changes as it goes, a library, and a clock that stands still until it is moved.
final class FeedWorld: Sendable {
  let server: LoopbackServer
  let library: NewsLibrary
  private let folder: URL
  private let answers: Answers
  private let clock: Clock

  private final class Answers: Sendable {
    let byPath = Mutex<[String: LoopbackAnswer]>([:])
  }

  private final class Clock: Sendable {
    /// Noon of 2024-03-01 in UTC.
    let now = Mutex(Timestamp(1_709_294_400))
  }

  init() throws {
    let (answers, clock) = (Answers(), Clock())
    (self.answers, self.clock) = (answers, clock)
    server = try LoopbackServer { request in answers.byPath.withLock { $0[request.path] } ?? .status(404) }
    folder = FileManager.default.temporaryDirectory.appending(path: "newstape-web-\(UUID().uuidString)")
    library = try NewsLibrary.open(at: folder.appending(path: "news.db").path)
  }

  deinit {
    try? library.close()
    try? FileManager.default.removeItem(at: folder)
  }

  var now: Timestamp { clock.now.withLock { $0 } }

  func wait(_ seconds: Int64) { clock.now.withLock { $0 = $0 + seconds } }

  func answer(_ path: String, _ answer: LoopbackAnswer?) { answers.byPath.withLock { $0[path] = answer } }

  var settings: FetchSettings {
    var settings = FetchSettings(
      userAgent: "newstape-tests", proxy: "", sourceZone: .gmt, rulesZone: .gmt)
    settings.now = { [clock] in clock.now.withLock { $0 } }
    settings.chance = { 0 }
    return settings
  }

  @discardableResult
  func refresh(_ scope: RefreshScope = .due) throws -> RefreshReport {
    try library.refresh(scope, with: settings)
  }

  func subscribe(_ name: String, _ path: String, fetchesArticles: Bool = false) throws -> Subscription {
    try library.store.subscribe(
      Subscription(name: name, address: server.address(path), fetchesArticles: fetchesArticles))
  }

  func state(of subscription: Subscription) throws -> FetchState? {
    try library.store.subscriptionOverviews(at: now).first { $0.subscription.id == subscription.id }?.state
  }

  func titles() throws -> [String] {
    try library.store.headlines(matching: .all, from: .start, limit: 1_000).headlines.map(\.title)
  }
}

/// An invented entry of a feed.
struct Entry {
  var id: String?
  var title: String
  var link: String?
  var text = "正文"
  /// Hours after midnight of 2024-03-01; nil for none.
  var hour: Int? = 8
}

/// An invented feed of RSS 2.0.
func rss(_ title: String, _ entries: [Entry], link: String = "http://127.0.0.1/") -> [UInt8] {
  let items = entries.map { entry in
    "<item>" + (entry.id.map { "<guid isPermaLink=\"false\">\($0)</guid>" } ?? "")
      + "<title>\(entry.title)</title>" + (entry.link.map { "<link>\($0)</link>" } ?? "")
      + (entry.hour.map { "<pubDate>Fri, 01 Mar 2024 \($0 < 10 ? "0" : "")\($0):00:00 GMT</pubDate>" } ?? "")
      + "<description>\(entry.text)</description></item>"
  }
  return Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>\(title)</title><link>\(link)</link>\(items.joined())</channel></rss>
    """.utf8)
}
