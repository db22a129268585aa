import ArticleFields
import Foundation
import NewsModel
import ParsingSupport
import Testing

@testable import FeedParsing
@testable import SourceForms

/// Saved feeds as records: notes, refusals, parts.
@Suite struct FeedRecordsTests {
  private func read(_ text: String, limit: Int = 1 << 20, piece: Int = 64, fileName: String? = nil) -> (
    records: [ParsedRecord], notes: [ParseNote]
  ) {
    var reader = FeedRecordReader(context: context(fileName: fileName), limit: limit)
    var records: [ParsedRecord] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let end = min(bytes.count, start + piece)
      bytes[start..<end].withUnsafeBytes { reader.take($0, isLast: end == bytes.count) { records.append($0) } }
    }
    return (records, reader.allNotes)
  }

  private func items(_ text: String, limit: Int = 1 << 20, fileName: String? = nil) -> [Item] {
    read(text, limit: limit, fileName: fileName).records.compactMap {
      if case .item(let item) = $0 { item } else { nil }
    }
  }

  private func refusals(_ text: String, limit: Int = 1 << 20) -> [ParseRefusal.Reason] {
    read(text, limit: limit).records.compactMap { if case .refused(let refusal) = $0 { refusal.reason } else { nil } }
  }

  private func rss(_ items: String, title: String = "<title>晨星日报</title>") -> String {
    "<rss><channel>\(title)\(items)</channel></rss>"
  }

  @Test func theFeedsTitleIsTheSourceElseTheNameOfTheFile() {
    #expect(items(rss("<item><title>甲</title></item>")).map(\.source) == ["晨星日报"])
    #expect(items(rss("<item><title>甲</title></item>", title: ""), fileName: "a.xml").map(\.source) == ["a.xml"])
  }

  @Test func anItemWithoutADateHasTheFilesTime() {
    let found = items(rss("<item><title>甲</title></item><item><title>乙</title><pubDate>2031-06-18</pubDate></item>"))
    #expect(
      found.map(\.published) == [context().fileTime, moment(2031, 6, 18)]
        && found.map(\.isDateEstimated) == [true, false])
  }

  @Test func datesThatDoNotCountAreNoted() {
    let found = read(
      rss(
        "<item><title>甲</title><pubDate>2032-01-01T00:00:00+08:00</pubDate></item><item><title>乙</title><pubDate>soon</pubDate></item>"
          + "<item><title>丙</title><pubDate>later</pubDate></item><item><title>丁</title><pubDate>x</pubDate><updated>2031-06-18</updated></item>"
      ))
    #expect(
      found.notes == [
        ParseNote(.futureDate, example: "2032-01-01T00:00:00+08:00"),
        ParseNote(.unreadableDate, count: 2, example: "soon"),
      ])
  }

  @Test func whatIsNoFeedIsRefusedWithItsFile() {
    #expect(read("<html/>", fileName: "a.xml").records == [.refused(ParseRefusal(.noFeed, path: "a.xml"))])
    #expect(refusals("  ") == [.empty])
  }

  @Test func lossesAreRefusalsAndOtherNotesAreNone() {
    #expect(refusals("<rss><channel><item><title>甲</title>") == [.endsWithinEntry])
    #expect(refusals(#"{"version":"jsonfeed","items":[{"id":"1","title":"甲"},{x}]}"#) == [.badJSON(.unexpected)])
    #expect(
      refusals(
        rss("<item><title>甲</b></title><link>javascript:x()</link></item><item><guid>1</guid><title>乙</title></item>"))
        == [])
  }

  // MARK: Parts

  private static let entries = (0..<30).map { "<entry><title>第\($0)条消息</title><id>\($0)</id></entry>\n" }.joined()

  @Test(arguments: [
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>晨星日报</title>\n",
    "<feed xmlns='x'><title>晨星日报</title><entries/><itemize>x</itemize>",
  ])
  func anAtomFeedInPartsGivesTheItemsOfTheWhole(head: String) {
    let text = head + Self.entries + "</feed>"
    let whole = read(text)
    #expect(whole.records.count == 30)
    for limit in [400, 1_000] { #expect(read(text, limit: limit).records == whole.records, "parts of \(limit)") }
  }

  @Test func aFeedJustAtTheLimitIsReadAsAWhole() {
    let text = rss("<item><title>甲</title></item>")
    #expect(read(text, limit: text.utf8.count).records == read(text).records)
  }

  @Test func whatHoldsNoItemIsNotKeptBeyondTheLimit() {
    let long = String(repeating: "长", count: 1_000)
    #expect(refusals("<rss><channel><title>\(long)</title></channel></rss>", limit: 500) == [.tooLarge(limit: 500)])
    // An item that is longer than a part, behind others.
    let found = read(
      rss("<item><title>甲</title></item><item><title>乙</title></item><item><title>\(long)</title></item>"), limit: 500)
    #expect(found.records.last == .refused(ParseRefusal(.tooLarge(limit: 500))) && found.records.count == 3)
  }

  @Test(arguments: ["<?xml version=\"1.0\"?><rss>", "<feed>", "<rdf:RDF>", "<CHANNEL>", "<!-- x --><rss>"])
  func aFeedIsTold(text: String) {
    #expect(SourceFormat.feed.isMet(FormatSample(text)))
  }

  @Test(arguments: ["<html>", "<opml>", "<feedback>", "rss", "{\"items\":[]}"]) func otherTextsAreNone(text: String) {
    #expect(!SourceFormat.feed.isMet(FormatSample(text)))
  }
}

/// What `newstape parse --as feed` prints.
@Suite struct FeedObjectTests {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test func theHeadOfAFeed() throws {
    let found = try feed("<rss><channel><title>甲</title><link>https://a.example/</link></channel></rss>")
    #expect(try json(FeedObject(found)) == #"{"kind":"feed","link":"https://a.example/","title":"甲"}"#)
  }

  @Test func anItemWithAllItsFields() throws {
    let elements =
      "<guid>7</guid><link>https://a.example/1</link><pubDate>2031-06-18T00:00:00Z</pubDate><updated>2031-06-19T00:00:00Z</updated>"
      + "<author>林晓</author><category>港口</category><description>摘要。</description><content:encoded>云杉动力增产。</content:encoded>"
    #expect(
      try json(FeedItemObject(item(elements), zone: shanghai))
        == #"{"author":"林晓","content":"云杉动力增产。","id":"7","link":"https://a.example/1","published":"2031-06-18T08:00:00+08:00","summary":"摘要。","tags":["港口"],"title":"云杉动力增产。","updated":"2031-06-19T08:00:00+08:00"}"#
    )
  }

  @Test func aGuessedDateSaysSo() throws {
    let found = try json(FeedItemObject(item("<title>甲</title><pubDate>06/07/2031</pubDate>"), zone: shanghai))
    #expect(found.contains(#""dateEstimated":true"#))
    #expect(try !json(FeedItemObject(item("<title>甲</title>"), zone: shanghai)).contains("dateEstimated"))
  }
}
