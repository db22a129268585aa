import Foundation
import NewsModel
import SeededRandom
import Testing
import TextAnalysis

@testable import NewsStore

/// Tags that are shown under other names, or not at all, are counted as they are shown: an article counts once for each name.
@Suite struct MergedTagsTests {
  private static let own = OwnTables(
    "tag\tIPO\t新股\ntag\t打新\t新股\ntag\t旧名\t新名\nnot-tag\t广告\ntag\t推广\t广告\ntag\t没有\t也没有\ntag\t铜\t有色金属")
  private static let tags = ["IPO", "打新", "新股", "旧名", "新名", "广告", "推广", "央行", "铜", "锂电", "年报"]
  private let names = TagNames(own)

  /// What is shown of an article's tags, looked at one by one.
  private func counted(_ headlines: [Headline]) -> [String: [Int]] {
    var counts: [String: [Int]] = [:]
    for headline in headlines {
      for name in Set(names.shown(headline.tags)) {
        counts[name, default: [0, 0]][0] += 1
        if !headline.status.isRead { counts[name]?[1] += 1 }
      }
    }
    return counts
  }

  private func counted(_ terms: [TermCount]) -> [String: [Int]] {
    Dictionary(terms.map { ($0.name, [$0.count, $0.unread]) }, uniquingKeysWith: { first, _ in first })
  }

  private func fill(_ store: NewsStore, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let report = try store.save(
      (0..<120).map { index in
        let tags = Self.tags.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random))
        return .sample("新闻\(index)", minutes: Int64(index) * 613, tags: Array(tags))
      })
    let keys = report.keys.shuffled(using: &random)
    _ = try store.apply(StatusChange(.read, of: Array(keys.prefix(50))))
    _ = try store.apply(StatusChange(.mute, of: Array(keys.suffix(7))))
    _ = try store.apply(StatusChange(.tag("新股"), of: Array(keys.dropFirst(40).prefix(9))))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func countsAreThoseOfWhatIsShown(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    try fill(store, seed: seed)
    for query in [Query.all, .unread, .tag("央行"), .tag("IPO"), .not(.tag("锂电"))] {
      let headlines = try store.headlines(matching: query, from: .start, limit: 1_000).headlines
      let expected = counted(headlines)
      #expect(counted(try store.terms(.tag, matching: query, tags: names)) == expected, "\(query)")
      for span in [StatisticsSpan.everything, .month] {
        let found = try store.statistics(
          query, over: span, now: noon + 120 * 613 * 60, in: .gmt, fields: [.tag, .source], tags: names)
        let inRange = headlines.filter { found.request.range.contains($0.published) }
        #expect(counted(found.tags) == counted(inRange), "\(query), \(span)")
        #expect(found.tags.map(\.count) == found.tags.map(\.count).sorted(by: >))
        #expect(found.tags.allSatisfy { $0.series.reduce(0, +) == $0.count })
        #expect(found.sources.first?.count == inRange.count)
      }
      let table = try store.crossTable(
        .field(.tag), .field(.source), matching: query, over: .everything, in: .gmt, limit: 99, tags: names)
      #expect(
        Dictionary(uniqueKeysWithValues: table.rows.map { ($0.name, $0.counts.reduce(0, +)) })
          == expected.mapValues { $0[0] }, "\(query)")
    }
  }

  @Test func asManyAreNamedAsAreAskedFor() throws {
    let temporary = try TemporaryStore()
    try fill(temporary.store, seed: 9)
    let all = try temporary.store.terms(.tag, tags: names)
    #expect(all.count == 6)
    for limit in 1...6 {
      #expect(try temporary.store.terms(.tag, limit: limit, tags: names) == Array(all.prefix(limit)))
      let found = try temporary.store.statistics(
        .all, over: .everything, in: .gmt, fields: [.tag], termLimit: limit, tags: names)
      #expect(found.tags.map(\.count) == all.prefix(limit).map(\.count))
    }
  }
}
