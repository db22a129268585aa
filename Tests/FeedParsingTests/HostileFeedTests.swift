import Foundation
import NewsModel
import ParsingSupport
import Testing

@testable import FeedParsing

/// Feeds that mean harm, or were made by nobody who looked. Each must be read in time, with bounds on what it leaves behind.
struct HostileFeedTests {
  private func rss(_ items: String) -> String { "<rss><channel><title>T</title>\(items)</channel></rss>" }

  private static var threadNanoseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Far from the two seconds of a release build, yet no hang. The thread's own time counts: others may be busy, too.
  private func inTime<R>(_ body: () throws -> R) rethrows -> R {
    let start = Self.threadNanoseconds
    let result = try body()
    #expect(Self.threadNanoseconds - start < 20_000_000_000)
    return result
  }

  @Test func entitiesDoNotGrow() throws {
    var declarations = "<!ENTITY a0 \"ha\">"
    for level in 1..<30 { declarations += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    let text = "<!DOCTYPE rss [\(declarations)]>" + rss("<item><title>&a29;</title></item>")
    let result = try inTime { try feed(text) }
    #expect((result.items.first?.title?.utf8.count ?? 0) < 1_000)
  }

  @Test func aHundredThousandLevels() throws {
    let levels = 100_000
    let deep = String(repeating: "<a>", count: levels) + "x" + String(repeating: "</a>", count: levels)
    let items = "<item><title>One</title><description>\(deep)</description></item><item><title>Two</title></item>"
    let closed = try inTime { try feed(rss(items)) }
    #expect(closed.items.map(\.title) == ["One", "Two"])
    #expect(closed.notes.contains(.tooDeep))
    let open = try inTime { try feed(rss("<item>" + String(repeating: "<a>", count: levels))) }
    #expect(open.items.count == 1)
  }

  @Test func tenMegabytesOfTitle() throws {
    let result = try inTime {
      try feed(rss("<item><title>\(String(repeating: "标题", count: 1_700_000))</title></item>"))
    }
    #expect((result.items.first?.title?.utf8.count ?? 0) <= 16 << 10)
    #expect(result.items.first?.title?.contains("\u{fffd}") == false)
    #expect(result.notes == [.longText])
  }

  @Test func aHundredThousandCategories() throws {
    let tags = (0..<100_000).map { "<category>\($0)</category>" }.joined()
    let result = try inTime { try feed(rss("<item>\(tags)</item>")) }
    #expect(result.items.first?.tags.count == FeedItemDraft.mostTags)
    #expect(result.notes == [.tooManyTags(limit: FeedItemDraft.mostTags)])
  }

  @Test func noiseIsRefusedInTime() {
    var generator = SeededNoise()
    let bytes = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let result = inTime { FeedParser.parse(Array("<rss>".utf8) + bytes) }
    #expect((try? result.get().items.isEmpty) == true)
  }

  @Test func itemsBeyondTheLimitAreLeftOut() throws {
    let text = rss(String(repeating: "<item><title>x</title></item>", count: 30))
    let feed = try FeedParser.parse(Array(text.utf8), context: FeedContext(itemLimit: 20)).get()
    #expect(feed.items.count == 20)
    #expect(feed.notes == [.tooManyItems(limit: 20)])
  }

  @Test func nothingThatSteersATerminalIsLeft() throws {
    let bad = "\u{1b}]0;x\u{7} &#27;[31m &#155;31m \u{9b}31m \u{202e}abc &#x202e; a\u{0}b"
    let feed = try feed(
      rss(
        """
        <item><title>\(bad)</title><link>https://news.example/\(bad)</link><guid>\(bad)</guid><author>\(bad)</author>
        <category>\(bad)</category><description>\(bad) &amp;#27;</description></item>
        """))
    let item = try #require(feed.items.first)
    #expect(item.link == nil, "without the marks it would be another address")
    for text in [item.title, item.id, item.author, item.summary, item.tags.first] {
      let text = try #require(text)
      let isSafe = text.unicodeScalars.allSatisfy { scalar in
        (scalar.value >= 0x20 || scalar == "\n") && !(0x7f...0x9f).contains(scalar.value)
          && !(0x202a...0x202e).contains(scalar.value)
      }
      #expect(isSafe, "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test func linksThatRunSomethingAreDropped() throws {
    let feed = try feed(
      rss(
        "<item><link>javascript:alert(1)</link><description>&lt;a href='javascript:x()'&gt;x&lt;/a&gt;</description></item>"
      ))
    #expect(feed.items.first?.link == nil)
    #expect(feed.items.first?.summary == "<a href=''>x</a>")
    #expect(feed.notes == [.droppedLink("javascript:alert(1)")])
  }

  @Test func itemsWithOneIDAreAllReadAndTheRepetitionIsNoted() throws {
    let feed = try feed(rss(String(repeating: "<item><guid>1</guid><title>x</title></item>", count: 3)))
    #expect(feed.items.count == 3)
    #expect(feed.notes == [.repeatedID("1")])
  }

  @Test func absurdDatesAreNone() throws {
    for date in ["Mon, 99 Foo 99999 99:99:99 +9999", "-1", "99999999999999", "0000-00-00"] {
      #expect(try item("<pubDate>\(date)</pubDate>").published == nil)
    }
    let far = FeedItem(id: "1", title: "T", published: utc(9_000, 1, 1)).item(
      fallback: utc(2031, 1, 1), now: utc(2031, 1, 2))
    #expect(far.published == utc(2031, 1, 1))
    #expect(far.isDateEstimated)
  }
}

/// Numbers that are the same at every run (Marsaglia, "Xorshift RNGs").
private struct SeededNoise {
  private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
