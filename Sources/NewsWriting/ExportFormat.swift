package import Foundation

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

  /// What a file of the format is called at its end, without the dot.
  package var fileExtension: String {
    switch self {
    case .markdown: "md"
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
    }
  }
}
