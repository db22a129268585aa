import Foundation
import LoopbackServer
import Synchronization
import Terminal
import Testing

/// From the sample to news of one's own from the web, in the dashboard alone.
@Suite struct SourcesTests {
  /// A site whose page names two feeds, of which the first grows and fails when the test says so.
  private final class Site: Sendable {
    private struct Today {
      var items = 1
      var isDown = false
    }

    private let today = Mutex(Today())

    func publish() { today.withLock { $0.items += 1 } }
    func breakDown() { today.withLock { $0.isDown = true } }

    func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
      let today = today.withLock { $0 }
      switch request.path {
      case "/": return .ok(Array(Self.page.utf8), type: "text/html; charset=utf-8")
      case "/top.xml": return today.isDown ? .status(503) : .ok(feed("晨星日报", items: today.items))
      case "/all.xml": return .ok(feed("晨星日报全部", items: 1))
      default: return .status(404)
      }
    }

    private func feed(_ title: String, items: Int) -> [UInt8] {
      let items = (1...items).map { number in
        """
        <item><guid isPermaLink="false">\(number)</guid><title>云岭电池第\(number)号公告</title>
        <pubDate>Fri, 01 Mar 2024 0\(number):00:00 +0800</pubDate><description>产能翻番。</description></item>
        """
      }
      return Array("<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>".utf8)
    }

    private static let page = """
      <html><head><title>晨星日报</title><link rel="alternate" type="application/rss+xml" href="/top.xml">
      <link rel="alternate" type="application/rss+xml" href="/all.xml"></head><body><p>新闻</p></body></html>
      """
  }

  private let site = Site()
  private let server: LoopbackServer

  init() throws {
    let site = site
    server = try LoopbackServer { site.answer($0) }
  }

  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func aNewReaderAddsASourceAndReadsIt(size: Size) throws {
    let run = try CommandLineRun()
    let session = try DashboardSession(in: run, size: size)
    try session.see("示例新闻（内容虚构）。按 a 添加订阅")
    session.press("a")
    try session.see("网站或订阅源网址：", "自己的新闻库")
    session.press(server.address() + Keys.enter)
    try session.see("找到多个订阅源", "晨星日报全部")
    session.press(Keys.enter)
    try session.see("资讯 1/1", "云岭电池第1号公告")
    #expect(!session.screen.text.contains("示例"))
    session.press(Keys.enter)
    try session.see("产能翻番。")
    session.press("q4")
    try session.see("订阅 1/1", "● 晨星日报")

    site.publish()
    session.press("R")
    try session.see("▲ 新1条（.）")
    session.press("1")
    try session.seeSelected("第1号公告")
    session.press(".")
    try session.see("资讯 2/2", "云岭电池第2号公告")

    site.breakDown()
    session.press("4R")
    try session.see("✗ 晨星日报", "服务器出错 503")
    session.press("dy")
    try session.see("已退订“晨星日报”")
    session.press("u")
    try session.see("晨星日报", "订阅 1/1")
    #expect(session.quit() == .code(0))
    #expect(try run("sources").output.hasPrefix("晨星日报\t2\t"))
  }

  @Test func whatIsNotThereIsToldWhereTheAddressIsTyped() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60")
    session.press("a" + server.address("/nowhere") + Keys.enter)
    try session.see("404")
    for _ in "/nowhere" { session.press("\u{7F}") }
    session.press(Keys.enter)
    try session.see("找到多个订阅源")
    session.press(Keys.escape)
    try session.seeNoMore("找到多个订阅源")
    #expect(session.quit() == .code(0))
  }
}
