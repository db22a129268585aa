import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing

@testable import App

/// The names and forms of what scripts read: they are kept from version to version.
@Suite struct JSONObjectsTests {
  private let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
  private var published: Timestamp { CivilTime(year: 2019, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: zone) }

  private func object(_ value: some Encodable) throws -> [String: Any] {
    try #require(try written { try $0.writeJSON(value) }.objects.first)
  }

  private var headline: Headline {
    Headline(
      id: ArticleID(99), key: ArticleKey(7), label: "聚焦", title: "云杉动力召回电池", source: "星海财经", published: published,
      isDateEstimated: true, isStub: true, status: ArticleStatus(isRead: true, isStarred: true, isMuted: true),
      tags: ["电池"], ownTags: ["自选", "电池"],
      facets: FacetValues(
        companies: ["600000.SH"],
        events: [
          EventValue(kind: .accident, detail: "召回", amount: Amount(range: 2_000...3_000, unit: .other("辆"))),
          EventValue(kind: .results, percentage: -35...(-30)), EventValue(kind: .buyback),
        ], topics: [.company, .industry], tone: .negative, keywords: ["电池", "召回"]))
  }

  @Test func aHeadlineIsNamedByItsKey() throws {
    let object = try object(HeadlineObject(headline, zone: zone))
    #expect(object["id"] as? Int == 7)
    #expect(object["published"] as? String == "2019-05-06T08:30:00+08:00")
    #expect(object["tags"] as? [String] == ["电池", "自选"])
    #expect(object["ownTags"] as? [String] == ["自选", "电池"])
    for mark in ["read", "starred", "muted", "stub", "estimated"] { #expect(object[mark] as? Bool == true, "\(mark)") }
    #expect(
      Set(object.keys) == [
        "id", "published", "estimated", "label", "title", "source", "tags", "ownTags", "read", "starred", "muted",
        "stub", "arrived", "change", "withdrawn", "companies", "events", "topics", "tone", "keywords",
      ])
  }

  @Test func facetsAreNamedAsQueriesNameThem() throws {
    let object = try object(HeadlineObject(headline, zone: zone))
    #expect(object["companies"] as? [String] == ["600000.SH"])
    #expect(object["topics"] as? [String] == ["公司", "行业"])
    #expect(object["tone"] as? String == "negative")
    #expect(object["keywords"] as? [String] == ["电池", "召回"])
  }

  @Test func figuresOfEventsStandByTheirBounds() throws {
    let object = try object(HeadlineObject(headline, zone: zone))
    let events = try #require(object["events"] as? [[String: Any]])
    #expect(events.map { $0["kind"] as? String } == ["质量事故", "业绩", "回购"])
    #expect(events[0]["detail"] as? String == "召回" && events[0]["unit"] as? String == "辆")
    #expect(events[0]["amount"] as? Double == 2_000 && events[0]["amountUpTo"] as? Double == 3_000)
    #expect(events[1]["percent"] as? Double == -35 && events[1]["percentUpTo"] as? Double == -30)
    #expect(!(events[2]["amount"] is Double) && !(events[2]["percent"] is Double))
  }

  @Test func anArticleThatNobodyHasReadForFacetsHasNone() throws {
    let plain = Headline(id: ArticleID(1), key: ArticleKey(1), title: "标题", published: published)
    let object = try object(HeadlineObject(plain, zone: zone))
    for field in ["companies", "topics", "keywords"] { #expect(object[field] as? [String] == [], "\(field)") }
    #expect((object["events"] as? [Any])?.isEmpty == true)
    #expect(!(object["tone"] is String))
  }

  @Test func marksAreFalseAndNotLeftOut() throws {
    let plain = Headline(id: ArticleID(1), key: ArticleKey(1), title: "标题", published: published)
    let object = try object(HeadlineObject(plain, zone: zone))
    for mark in ["read", "starred", "muted", "stub", "estimated"] { #expect(object[mark] as? Bool == false, "\(mark)") }
    #expect(object["source"] as? String == nil)
    #expect(object["tags"] as? [String] == [])
  }

  @Test func anArticleHasItsTextAndItsBlocks() throws {
    let article = Article(
      headline: headline,
      details: ArticleDetails(
        url: "https://news.example/1", byline: "林望舒", summary: "公司主动召回。", previous: "前一条", next: "后一条"),
      blocks: [.paragraph("第一段。"), .figure("图"), .heading("小标题", level: 2)],
      related: [
        RelatedArticle(
          item: RelatedItem(label: "相关", title: "另一条", summary: "摘要", published: published, isSelf: false),
          key: ArticleKey(12)),
        RelatedArticle(item: RelatedItem(title: "本文", isSelf: true)),
      ])
    let object = try object(ArticleObject(article, zone: zone))
    #expect(object["text"] as? String == "第一段。\n\n小标题")
    #expect(
      (object["blocks"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["paragraph", "figure", "heading"])
    for (name, text) in [
      ("byline", "林望舒"), ("url", "https://news.example/1"), ("summary", "公司主动召回。"), ("previous", "前一条"),
      ("next", "后一条"),
    ] { #expect(object[name] as? String == text) }
    let related = try #require(object["related"] as? [[String: Any]])
    #expect(related.map { $0["title"] as? String } == ["另一条", "本文"])
    #expect(related[0]["id"] as? Int == 12)
    #expect(related[0]["published"] as? String == "2019-05-06T08:30:00+08:00")
    #expect(related.map { $0["self"] as? Bool } == [false, true])
    #expect(object["id"] as? Int == 7 && object["muted"] as? Bool == true)
  }

  @Test func statisticsNameTheRangeByItsEnds() throws {
    var statistics = Statistics(
      request: StatisticsRequest(query: .all, range: published..<published + 86_400, bucket: .hour),
      overall: Totals(articles: 9, unread: 5, starred: 2, stubs: 1), inRange: Totals(articles: 4), previousCount: 6,
      volume: [VolumeBucket(start: published, count: 3, unread: 2)])
    statistics.tags = [TermCount(name: "铜", count: 3, previousCount: 1, unread: 2, series: [0, 3])]
    statistics.sources = [TermCount(name: "星海财经", count: 2)]
    statistics.labels = [TermCount(name: "聚焦", count: 1)]
    let object = try object(StatisticsObject(statistics, span: .day, zone: zone))
    #expect(object["span"] as? String == "day" && object["bucket"] as? String == "hour")
    #expect(object["from"] as? String == "2019-05-06T08:30:00+08:00")
    #expect(object["to"] as? String == "2019-05-07T08:30:00+08:00")
    #expect(object["total"] as? [String: Int] == ["articles": 9, "unread": 5, "starred": 2, "stubs": 1])
    #expect((object["range"] as? [String: Int])?["articles"] == 4)
    #expect(object["previous"] as? Int == 6)
    let volume = try #require((object["volume"] as? [[String: Any]])?.first)
    #expect(volume["start"] as? String == "2019-05-06T08:30:00+08:00" && volume["count"] as? Int == 3)
    let tag = try #require((object["tags"] as? [[String: Any]])?.first)
    #expect(tag["previous"] as? Int == 1 && tag["unread"] as? Int == 2 && tag["series"] as? [Int] == [0, 3])
    for (field, name) in [("sources", "星海财经"), ("labels", "聚焦")] {
      #expect((object[field] as? [[String: Any]])?.first?["name"] as? String == name)
    }
  }

  @Test func aRuleNamesWhatItDoes() throws {
    let rule = Rule(name: "广告", text: "title:限时", actions: [.tag("广告"), .mute], isEnabled: false)
    let object = try object(RuleObject(rule))
    #expect(object["actions"] as? [String] == ["tag:广告", "mute"])
    #expect(object["enabled"] as? Bool == false && object["query"] as? String == "title:限时")
  }

  /// A script must not take the bundled sample for its reader's news.
  @Test(arguments: [true, false]) func whatIsOfTheSampleSaysSo(isSample: Bool) throws {
    let term = TermObject(TermCount(name: "铜", count: 3, unread: 1))
    let object = try object(SampleMarked(value: term, isSample: isSample))
    #expect(object["sample"] as? Bool == (isSample ? true : nil))
    #expect(object["name"] as? String == "铜" && object["count"] as? Int == 3 && object["unread"] as? Int == 1)
  }
}
