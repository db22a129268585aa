import Foundation
import NewsModel
import Testing

@testable import NewsLibrary

/// The news that comes with the program, as it stands on each day of the week: a reader of the trade must find nothing odd.
@Suite struct SampleNewsTests {
  private static let files = SampleFile.read(
    in: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../data/sample").standardized.path)
  private static let zone = TestNews.shanghai
  /// A Monday.
  private static let monday = CivilTime(year: 2027, month: 3, day: 1).dayNumber
  /// Everything, and where it is to be moved from.
  private static let all = files.flatMap { $0.items(now: Timestamp(1_800_000_000), zone: zone) }

  private struct Moment: CustomTestStringConvertible {
    var day: Int
    var hour: Int
    var now: Timestamp {
      CivilTime(dayNumber: SampleNewsTests.monday + day, hour: hour, minute: 20).timestamp(in: SampleNewsTests.zone)
    }
    var testDescription: String { "\(hour):20 on day \(day)" }

    /// What is there by then, with its time on the wall.
    var news: [(item: Item, time: CivilTime)] {
      let shift = SampleShift(of: SampleNewsTests.all.compactMap(\.published), to: now, zone: SampleNewsTests.zone)
      return SampleNewsTests.all.compactMap { shift.moved($0) }.compactMap { item in
        item.published.map { (item, CivilTime($0, in: SampleNewsTests.zone)) }
      }
    }
  }

  private static let moments = (0..<7).flatMap { day in [0, 8, 10, 15, 22].map { Moment(day: day, hour: $0) } }

  @Test(arguments: moments) private func nothingLiesInTheFuture(moment: Moment) {
    for (item, _) in moment.news {
      #expect((item.published.map { $0 <= moment.now }) == true, "\(item.title)")
      #expect(item.related.allSatisfy { ($0.published ?? moment.now) <= moment.now }, "\(item.title)")
    }
  }

  @Test(arguments: moments) private func marketsAreClosedAtWeekends(moment: Moment) {
    for (item, time) in moment.news where time.weekday >= 5 {
      let words = Self.wordsOfTheMarket.filter { item.heading.contains($0) }
      #expect(words.isEmpty, "\(item.heading) at \(time.clock) on day \(time.weekday)")
      #expect(Set(item.tags).isDisjoint(with: ["股市", "异动", "逆回购"]), "\(item.title)")
    }
    for (item, time) in moment.news where item.heading.contains("收评") {
      #expect("15:05"..."15:20" ~= time.clock, "\(item.title)")
    }
  }

  private static let wordsOfTheMarket = ["收评", "午评", "开盘", "涨停", "跌停", "收报", "净投放", "净回笼", "逆回购", "高开", "低开"]

  @Test(arguments: moments) private func everyDayHasItsShare(moment: Moment) {
    let counts = Dictionary(grouping: moment.news, by: \.time.dayNumber).mapValues(\.count)
    let today = Self.monday + moment.day
    for day in today - 30..<today {
      let isClosed = CivilTime(dayNumber: day).weekday >= 5
      #expect((isClosed ? 2...4 : 8...20).contains(counts[day] ?? 0), "\(day - today)")
    }
  }

  @Test func theLastTenDaysOfTheSampleNameNoPartOfAMonth() {
    let end = Self.all.compactMap(\.published).max() ?? Timestamp(0)
    for item in Self.all where item.published.map({ end - $0 < 17 * 86_400 }) ?? false {
      let words = ["月末", "跨月", "单月", "月初", "月底"].filter { item.title.contains($0) }
      #expect(words.isEmpty, "\(item.title)")
    }
  }

  @Test func aFewPagesHaveHalfWidthPunctuationForATest() throws {
    let mark = try Regex("[一-龥”][,:;!?]|[,:;!?][一-龥“]")
    let texts = Self.all.filter { item in
      ([item.title, item.summary ?? ""] + item.blocks.map(\.text)).contains { $0.contains(mark) }
    }
    #expect((5...6).contains(texts.count), "\(texts.map(\.title))")
  }

  @Test func everyArticleEndsWithTheNoteThatItIsInvented() {
    for item in Self.all where !item.isStub {
      guard case .paragraph(let note)? = item.blocks.last else {
        Issue.record("no note: \(item.title)")
        continue
      }
      #expect(Self.notes.contains(note), "\(item.title)")
    }
  }

  private static let notes = [
    "（示例新闻：公司、人物与事件均非真实）", "(示例新闻:公司、人物与事件均非真实)", "（示例新聞：公司、人物與事件均非真實）",
    "(Sample story: companies, people and events are invented.)",
  ]

  @Test func headlinesAreWholeAndComeFromSomewhere() {
    var minutes: Set<String> = []
    for item in Self.all {
      #expect(item.source != nil && !item.tags.isEmpty, "\(item.title)")
      minutes.insert(item.minuteAndTitle(item.published, item.title))
    }
    // What is listed as related is there with its whole title.
    for item in Self.all {
      for entry in item.related {
        #expect(minutes.contains(item.minuteAndTitle(entry.published, entry.title)), "\(entry.title)")
      }
    }
  }

  /// A tape of the trade is lines of the market's hours with a second each.
  @Test func atLeastSixtyFlashesComeWhileMarketsAreOpen() {
    let times = Self.all.filter { $0.blocks.first?.text.hasPrefix("【") ?? false }.compactMap(\.published)
      .map { CivilTime($0, in: Self.zone) }
    #expect(times.count { (9..<16).contains($0.hour) && $0.weekday < 5 } >= 60)
    #expect(Set(times.map(\.second)).count > 30)
  }

  @Test func flashesHaveNoTitleOfTheirOwn() {
    let flashes = Self.all.filter { $0.blocks.first?.text.hasPrefix("【") ?? false }
    #expect(flashes.count >= 12)
    for flash in flashes {
      #expect(flash.blocks.first?.text.contains(flash.title) ?? false, "\(flash.title)")
    }
    #expect(flashes.contains { ($0.published?.rawValue ?? 0) % 60 != 0 })
  }

  @Test func theOtherFormsOfTheTradeAreThere() {
    #expect(Self.all.contains { $0.title.contains("獲") && $0.blocks.contains { $0.text.contains("發行價") } })
    #expect(Self.all.contains { $0.title.hasPrefix("更正：") })
    #expect(Self.all.contains { $0.blocks.contains { $0.text.contains("截至本公告披露日") } })
    #expect(
      Self.all.contains { item in
        item.blocks.contains { if case .table(let rows) = $0 { rows.first?.contains("涨跌幅") ?? false } else { false } }
      })
  }

  @Test(arguments: 0..<7) func savedQueryAndRuleHaveSomethingToShow(day: Int) throws {
    let news = Moment(day: day, hour: 0).news.map(\.item)
    #expect(news.count { $0.tags.contains("IPO") } > 10)
    #expect(news.contains { $0.title.hasPrefix("推广") })
  }
}

extension Item {
  /// The title with its label.
  fileprivate var heading: String { (label ?? "") + title }

  fileprivate func minuteAndTitle(_ time: Timestamp?, _ title: String) -> String { "\(time?.minute ?? 0) \(title)" }
}
