import Foundation
import NewsModel
import Testing

@testable import App

/// `newstape stats` without a field: totals, volume, and the most frequent values.
@Suite struct StatsCommandTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
    // A Monday.
    let published = CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save([
        Item(label: "快讯", title: "铜价 <上涨> & 锂价", source: "晚报", published: published, tags: ["铜", "锂"]),
        Item(title: "铜价回落", source: "晚报", published: published - 3_600, tags: ["铜"]),
        Item(title: "锂价企稳", source: "晨报", published: published - 40 * 86_400, tags: ["锂"]),
      ])
    }
  }

  @Test(arguments: [("day", 2), ("week", 2), ("month", 2), ("quarter", 3), ("year", 3), ("everything", 3)])
  func aSpanEndsWithTheNewestArticle(span: String, count: Int) throws {
    let rows = try setup.call("stats", "--span", span).lines.map { $0.components(separatedBy: "\t") }
    #expect(rows.first { $0[0] == "total" && $0[1] == "articles" } == ["total", "articles", "3"])
    #expect(rows.first { $0[0] == "range" }?[2] == String(count))
    let volume = rows.filter { $0[0] == "volume" }
    #expect(volume.compactMap { Int($0[2]) }.reduce(0, +) == count)
    #expect(volume.count == (span == "day" ? 24 : volume.count))
  }

  @Test func aSpanThatIsNoneIsRefused() throws {
    for options in [["--span", "fortnight"], ["--span", ""], ["--limit=-1"], ["--by", "tag", "--limit=-1"]] {
      let failure = try #require(throws: CommandFailure.self) { try setup.call(["stats"] + options) }
      #expect(failure.status == .usage, "\(options)")
    }
  }

  @Test func anObjectHoldsAllThatIsCounted() throws {
    let object = try #require(try setup.call("stats", "--json", "--span", "year").objects.first)
    #expect(object["span"] as? String == "year")
    #expect((object["total"] as? [String: Any])?["articles"] as? Int == 3)
    let tags = try #require(object["tags"] as? [[String: Any]])
    #expect(Set(tags.compactMap { $0["name"] as? String }) == ["铜", "锂"])
  }

  @Test func aQueryNarrowsWhatIsCounted() throws {
    let rows = try setup.call("stats", "--tag", "锂", "--span", "everything").lines
    #expect(rows.first == "total\tarticles\t2")
    #expect(rows.contains("tag\t锂\t2\t2") && rows.contains("tag\t铜\t1\t1"))
    #expect(try setup.call("stats", "没有这样的词").lines.first == "total\tarticles\t0")
  }

  @Test func theMostFrequentValuesAreAsManyAsAreAskedFor() throws {
    let rows = try setup.call("stats", "--span", "everything", "--limit", "1").lines
    #expect(rows.filter { $0.hasPrefix("tag\t") }.count == 1)
    #expect(rows.contains("source\t晚报\t2\t2") && !rows.contains { $0.hasPrefix("source\t晨报") })
    #expect(rows.contains("label\t快讯\t1\t1"))
    // By a field alone 0 lists all.
    #expect(try setup.call("stats", "--by", "tag", "--span", "everything", "--limit", "0").lines.count == 2)
  }

  @Test func aPictureOfAQueryIsMarkup() throws {
    let picture = try setup.call("stats", "--svg", "--span", "everything", "\"<上涨> & 锂\"")
    #expect(picture.contains("&lt;上涨&gt; &amp; 锂"))
    #expect(!picture.contains("<上涨>"))
    let bars = try setup.call("stats", "--svg", "--by", "tag", "--span", "everything")
    #expect(bars.contains("铜") && bars.contains("锂") && bars.hasSuffix("</svg>\n"))
  }

  @Test func onATerminalItIsAPage() throws {
    let command = try NewstapeCommand.parseAsRoot(["stats", "--span", "everything"])
    let called = try #require(command as? any ProgramCommand)
    let screen = try shown { output in try called.run(setup, &output) }
    for text in ["3 articles", "铜", "晚报", "快讯"] { #expect(screen.contains(text), "\(text)") }
  }
}
