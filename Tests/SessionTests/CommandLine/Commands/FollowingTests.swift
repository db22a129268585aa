import Foundation
import LoopbackServer
import Synchronization
import Testing

/// From an empty store to reading: add, refresh, sources, remove.
@Suite struct FollowingTests {
  /// A site whose page names two feeds, of which the first grows while the test goes on.
  private final class Site: Sendable {
    private let items = Mutex(1)

    func publish() { items.withLock { $0 += 1 } }

    func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
      switch request.path.prefix(while: { $0 != "?" }) {
      case "/": .ok(Array(Self.page.utf8), type: "text/html; charset=utf-8")
      case "/top.xml": .ok(feed("晨星日报", items: items.withLock { $0 }))
      case "/all.xml": .ok(feed("晨星日报全部", items: 1))
      default: .status(404)
      }
    }

    private func feed(_ title: String, items: Int) -> [UInt8] {
      let items = (1...items).map { number in
        """
        <item><guid isPermaLink="false">\(number)</guid><title>云岭电池第\(number)号公告</title>
        <pubDate>Fri, 01 Mar 2024 0\(number):00:00 +0800</pubDate><description>产能翻番。</description></item>
        """
      }
      return Array(
        "<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>".utf8)
    }

    private static let page = """
      <html><head><title>晨星日报</title><link rel="alternate" type="application/rss+xml" href="/top.xml">
      <link rel="alternate" type="application/rss+xml" href="/all.xml"></head><body><p>新闻</p></body></html>
      """
  }

  private let site = Site()
  private let server: LoopbackServer
  private let run: CommandLineRun

  init() throws {
    let site = site
    server = try LoopbackServer { site.answer($0) }
    run = try CommandLineRun()
  }

  @Test func passwordsAndKeysOfAnAddressAreUsedAndNeverShown() throws {
    let address = server.address("/top.xml?token=verborgen").replacing("http://", with: "http://li:geheim@")
    var results = try [run("add", address), run("add", address), run("add", server.address("/none?key=verborgen"))]
    #expect(results[0].output.contains("1 feed: 1 new, 0 updated"), "\(results[0].output)")
    for arguments in [
      ["refresh"], ["sources"], ["sources", "--json"], ["list", "--json"], ["export", "--format", "opml"],
      ["export", "--format", "newsboat"], ["export", "--format", "jsonl"], ["export", "--format", "html"],
      ["remove", address + "x"], ["config"],
    ] { results.append(try run.start(arguments).wait()) }
    for result in results {
      let text = result.output + result.errors
      #expect(!text.contains("geheim") && !text.contains("verborgen"), "\(text)")
    }
    #expect(results[4].output.contains("http://***@") && results[4].output.contains("?token=***"))
    #expect(results[7].errors.contains("1 address was written without password or key"))
    let whole = try run("export", "--format", "opml", "--with-passwords")
    #expect(whole.output.contains("xmlUrl=\"\(address)\"") && whole.errors.isEmpty)
  }

  @Test func fromAnEmptyStoreToReading() throws {
    let added = try run("add", server.address(), "--tag", "要闻", "--folder", "财经")
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.output.contains("晨星日报  \(server.address("/top.xml"))  1 item"))
    #expect(added.output.contains("newstape add \(server.address("/all.xml"))"))
    #expect(added.output.contains("1 feed: 1 new, 0 updated"))

    site.publish()
    let refreshed = try run("refresh")
    #expect(refreshed.status == 0 && refreshed.output.contains("1 new, 0 updated"), "\(refreshed.output)")

    let list = try run("list", "tag:要闻", "--json").objects
    #expect(list.map { $0["title"] as? String } == ["云岭电池第2号公告", "云岭电池第1号公告"])
    let id = try #require(list.first?["id"] as? Int)
    let article = try run("show", String(id))
    #expect(article.output.contains("产能翻番。") && article.output.contains("晨星日报"))

    let sources = try run("sources").lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(sources.count == 1 && sources[0].prefix(4) == ["晨星日报", "2", "2", "ok"])
    #expect(sources[0].last.map(String.init) == server.address("/top.xml"))

    let removed = try run("remove", "晨星日报", "--with-articles")
    #expect(removed.status == 0 && removed.output.contains("2 articles were removed"))
    #expect(try run("list").output == "")
  }

  @Test func listOnlyShows() throws {
    let shown = try run("add", server.address(), "--list")
    #expect(shown.status == 0 && shown.output.contains("/all.xml"))
    #expect(!FileManager.default.fileExists(atPath: run.home + "/.local/share/newstape/newstape.db"))
  }

  @Test func addingTwiceSaysSo() throws {
    _ = try run("add", server.address("/top.xml"))
    let again = try run("add", server.address("/top.xml"))
    #expect(again.status == 0 && again.output.contains("subscribed to already, as '晨星日报'"))
  }

  @Test func mistakesAreSaidInWords() throws {
    let nothing = try run("add", server.address("/nowhere"))
    #expect(nothing.status == 74 && nothing.errors.contains("the server answered 404"))
    #expect(try run("add", "ftp://news.example/").status == 64)
    #expect(try run("add", server.address(), server.address("/all.xml"), "--name", "甲").status == 64)
    let unknown = try run("remove", "没有")
    #expect(unknown.status == 66 && unknown.errors.contains("there is no store"))
    #expect(try run("refresh", "--every", "5x").status == 64)
    #expect(try run("refresh").errors.contains("there is no store"))
  }

  @Test func aServiceEndsCleanlyOnASignal() throws {
    _ = try run("add", server.address("/top.xml"))
    let asked = server.requests.count
    let service = try run.start(["refresh", "晨星日报", "--every", "10m"])
    // It has asked once when it waits.
    while server.requests.count == asked, service.isRunning { usleep(10_000) }
    service.send(SIGTERM)
    #expect(try service.wait().status == 0)
  }
}
