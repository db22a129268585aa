package import Foundation
package import NewsModel

/// The forms in which articles leave the program.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// For people: headings, quotes, lists and tables as CommonMark with the tables of GitHub.
  case markdown
  /// One JSON object a line: all that the store knows of an article, and read back without loss.
  case jsonl
  /// A table for spreadsheets (RFC 4180); bodies as plain text.
  case csv
  /// One page that needs nothing else, and runs nothing.
  case html
  /// RSS 2.0 with whole articles.
  case rss
  /// What is said, without any notation.
  case text

  /// Whether documents of the format tell what articles said before, or since when they say what they say.
  package var tellsHistory: Bool { self == .jsonl || self == .csv }

  /// What a file of the format is called at its end, without the dot.
  package var fileExtension: String {
    switch self {
    case .markdown: "md"
    case .text: "txt"
    case .jsonl, .csv, .html, .rss: rawValue
    }
  }

  /// The format that a file's name asks for; nil where it asks for none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "md", "markdown": self = .markdown
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    case "html", "htm": self = .html
    case "rss", "xml": self = .rss
    case "txt", "text": self = .text
    default: return nil
    }
  }

  /// What writes a document of the format.
  ///
  /// - Parameters:
  ///   - title: the document's, where the format has one.
  ///   - zone: the zone in which times are written.
  package func writer(title: String, zone: TimeZone) -> any DocumentWriter {
    switch self {
    case .markdown: MarkdownWriter(title: title, zone: zone)
    case .jsonl: JSONLinesWriter(zone: zone)
    case .csv: CSVWriter(zone: zone)
    case .html: HTMLWriter(title: title, zone: zone)
    case .rss: RSSWriter(title: title)
    case .text: PlainTextWriter(zone: zone)
    }
  }
}

/// Writes a document of articles piece by piece, in time and memory that one article takes.
///
/// Whatever an article holds, the bytes are valid in their format, and no text in them steers a terminal: all of it is `KeptText`, or
/// escaped as the format can.
package protocol DocumentWriter: Sendable {
  /// What stands before the first article.
  func begin(_ bytes: inout [UInt8])
  /// - Parameter former: what it said before, the oldest first; empty where the format does not tell of it.
  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8])
  /// What stands behind the last article.
  func end(_ bytes: inout [UInt8])
}

extension DocumentWriter {
  /// Writes an article that was never changed.
  package func write(_ article: Article, to bytes: inout [UInt8]) { write(article, former: [], to: &bytes) }
}

/// How documents say that the date of an article is a guess: in words that both kinds of readers know, or in an element of our own.
enum EstimatedDate {
  static let words = "（估计 estimated）"
  /// The namespace of elements that RSS has none for.
  static let namespace = "https://newstape.invalid/rss"
}

extension String {
  /// Whether it is to be set with Chinese glyphs.
  var hasChinese: Bool { unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) } }

  /// The label of a headline as it stands before it: `【聚焦】`, `[Focus] `.
  var bracketed: String { hasChinese ? "【\(self)】" : "[\(self)] " }
}
