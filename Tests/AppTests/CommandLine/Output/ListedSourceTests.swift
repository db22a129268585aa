import Foundation
import NewsModel
import Testing
import TextBasics

@testable import App

@Suite struct ListedSourceTests {
  private let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
  private let now = Timestamp(1_557_100_800)

  private func overview(_ change: (inout FetchState) -> Void = { _ in }) -> SubscriptionOverview {
    var state = FetchState()
    change(&state)
    return SubscriptionOverview(
      subscription: Subscription(
        name: "晨报", address: "https://me:secret@news.example/rss?token=abcdef123456", tags: ["要闻"]),
      state: state, articlesADay: 3.46, articles: 12, unread: 4)
  }

  private func source(_ overview: SubscriptionOverview?) -> ListedSource {
    ListedSource(term: TermCount(name: "晨报", count: 12, unread: 4), overview: overview)
  }

  @Test func healthIsTheWorstThatIsKnown() {
    #expect(overview().state.health == .new)
    #expect(overview { $0.lastSuccess = now }.state.health == .ok)
    #expect(overview { ($0.lastSuccess, $0.failure) = (now, .timedOut) }.state.health == .failing)
    #expect(overview { ($0.failure, $0.isGone) = (.status(410), true) }.state.health == .gone)
  }

  @Test(arguments: [(0.0, "0.0"), (3.46, "3.5"), (0.04, "0.0"), (0.05, "0.1"), (12.0, "12.0"), (9.99, "10.0")])
  func aRateHasOneDecimal(rate: Double, text: String) { #expect(rate.tenths == text) }

  @Test func aSourceThatIsNotFollowedHasThreeFields() {
    #expect(source(nil).fields(zone: zone) == ["晨报", "12", "4"])
  }

  @Test func aSourceThatIsFollowedTellsHowItIsDoing() {
    let followed = overview { ($0.lastSuccess, $0.nextCheck) = (now, now + 1_800) }
    let fields = source(followed).fields(zone: zone).map(\.string)
    #expect(
      fields.prefix(7) == ["晨报", "12", "4", "ok", "3.5", "2019-05-06T08:00:00+08:00", "2019-05-06T08:30:00+08:00"])
    #expect(fields[7].contains("news.example/rss"))
    #expect(!fields[7].contains("secret") && !fields[7].contains("abcdef123456"))
    let gone = source(overview { ($0.isGone, $0.nextCheck) = (true, now) }).fields(zone: zone)
    #expect(gone.count == 8 && gone[3] == "gone" && gone[5] == "" && gone[6] == "")
  }

  @Test func theObjectOfASourceKeepsSecrets() throws {
    var followed = overview { state in
      state.lastSuccess = now
      state.lastAttempt = now + 60
      state.nextCheck = now + 1_800
      state.failure = .timedOut
      state.failures = 3
      state.note = "see https://me:secret@news.example/"
    }
    followed.subscription.homePage = "https://me:secret@news.example/"
    followed.subscription.folders = ["财经", "要闻"]
    followed.subscription.interval = 600
    let term = TermCount(name: "晨报", count: 12, unread: 4)
    let line = try written { try $0.writeJSON(SourceObject(term, followed, zone: zone)) }
    #expect(!line.contains("secret") && !line.contains("abcdef123456"))
    let object = try #require(try line.objects.first)
    #expect(object["name"] as? String == "晨报" && object["count"] as? Int == 12 && object["unread"] as? Int == 4)
    let feed = try #require(object["feed"] as? [String: Any])
    #expect(feed["folders"] as? [String] == ["财经", "要闻"] && feed["tags"] as? [String] == ["要闻"])
    #expect(feed["health"] as? String == "failing" && feed["failures"] as? Int == 3)
    #expect((feed["failure"] as? String)?.isEmpty == false)
    #expect(feed["articlesADay"] as? Double == 3.5 && feed["interval"] as? Int == 600)
    #expect(feed["lastSuccess"] as? String == "2019-05-06T08:00:00+08:00")
    #expect(feed["lastTry"] as? String == "2019-05-06T08:01:00+08:00")
    #expect(feed["nextTry"] as? String == "2019-05-06T08:30:00+08:00")
  }

  @Test func whatIsGoneIsNotTriedAgain() throws {
    let gone = overview { ($0.isGone, $0.nextCheck) = (true, now) }
    let line = try written { try $0.writeJSON(SourceObject(TermCount(name: "晨报", count: 0), gone, zone: zone)) }
    let feed = try #require(try line.objects.first?["feed"] as? [String: Any])
    #expect(feed["nextTry"] as? String == nil && feed["health"] as? String == "gone")
  }

  // MARK: The table

  private func table(_ sources: [ListedSource]) throws -> [String] {
    let home = try TemporaryHome()
    let setup = try home.setup()
    return try written { try SourceTable(setup: setup).write(sources, now: now, to: &$0) }.lines
  }

  @Test func withoutFollowedOnesTheTableIsThatOfTerms() throws {
    let lines = try table([source(nil)])
    #expect(lines[0].hasPrefix("晨报  12  ███") && lines[0].hasSuffix("  4 unread"))
  }

  @Test func eachStateHasItsWords() throws {
    let lines = try table([
      source(overview()), source(overview { $0.isGone = true }),
      source(overview { ($0.lastSuccess, $0.nextCheck) = (now - 7_200, now + 1_500) }),
      source(overview { ($0.failure, $0.failures, $0.nextCheck) = (.status(500), 3, now - 5) }), source(nil),
    ])
    #expect(lines[0] == "晨报\t12\t4 unread\t3.5 a day\tnot fetched yet")
    #expect(lines[1].hasSuffix("\tgone for good; newstape remove unsubscribes"))
    #expect(lines[2].hasSuffix("\tfetched 2 h ago, next in 25 min"))
    #expect(lines[3].contains("\tfailed 3 times: ") && lines[3].contains("500") && !lines[3].contains("next in"))
    #expect(lines[4] == "晨报\t12\t4 unread\t\t")
  }
}
