import ArticleFields
import FeedParsing
import Foundation
import NewsModel
import NewsParsing
import PageDumps
import Records
import SourceForms

/// An article as newstape reads it, for tests that write one and read it back: what they compare, and no type of the program.
public struct ReadArticle: Sendable {
  public enum Form: Sendable {
    case jsonLines, pageDump
  }

  /// What the source calls the article.
  public let id: String?
  public let title: String
  public let label: String?
  public let source: String?
  /// In seconds since 1970.
  public let published: Int64?
  public let tags: [String]
  /// A line a paragraph. Of a feed it is the text with its markup.
  public let text: String
  public let previous: String?
  public let next: String?
  public let related: [String]

  /// Reads articles in the order in which they stand, with times of no zone as those of Beijing. What is refused is left out.
  public static func read(_ bytes: [UInt8], as form: Form) -> [ReadArticle] {
    switch form {
    case .jsonLines: records(bytes, .jsonLines)
    case .pageDump: records(bytes, .pageDump)
    }
  }

  /// Reads a feed. Where all of it is as it should be, there are no remarks.
  ///
  /// - Throws: why it is refused.
  public static func readFeed(_ bytes: [UInt8]) throws -> (articles: [ReadArticle], remarks: [String]) {
    let feed = try FeedParser.parse(bytes).get()
    return (feed.items.map(ReadArticle.init), feed.notes.map { "\($0)" })
  }

  private static func records(_ bytes: [UInt8], _ format: SourceFormat) -> [ReadArticle] {
    let context = ParsingContext(zone: TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt)
    return NewsParser.parse(bytes, as: format, context: context).compactMap { record in
      if case .item(let item) = record { ReadArticle(item) } else { nil }
    }
  }

  private init(_ item: Item) {
    id = item.originID
    title = item.title
    label = item.label
    source = item.source
    published = item.published?.rawValue
    tags = item.tags
    text = item.blocks.map(\.text).joined(separator: "\n")
    previous = item.previous
    next = item.next
    related = item.related.map(\.title)
  }

  private init(_ item: FeedItem) {
    id = item.id
    title = item.title ?? ""
    label = nil
    source = nil
    published = item.published?.rawValue
    tags = item.tags
    text = item.content ?? ""
    previous = nil
    next = nil
    related = []
  }
}
