/// How the news in some input is written down.
public enum SourceFormat: String, Hashable, Sendable, CaseIterable {
  /// The text of one saved news page.
  case pageDump
  /// One JSON object a line.
  case jsonLines
  /// Rows under a header, separated by commas, semicolons or tabs.
  case csv
  /// A web page.
  case html
  /// RSS, Atom, RDF, CDF or JSON Feed.
  case feed

  /// The format of an input, by the first bytes of it and, where these leave doubt, by its name.
  ///
  /// - Parameter bytes: a few kilobytes are enough.
  public static func detect(_ bytes: UnsafeRawBufferPointer, fileName: String? = nil) -> SourceFormat {
    let sample = TextDecoding.decode(UnsafeRawBufferPointer(rebasing: bytes.prefix(8_192))).text
    let start = sample.unicodeScalars.drop { $0.isBlank || $0 == "\n" || $0 == "\u{feff}" }
    let text = Substring(start)
    if text.utf8.first == UInt8(ascii: "<"), let format = markup(text) { return format }
    switch fileExtension(of: fileName) {
    case "csv", "tsv": return .csv
    case "jsonl", "ndjson": return .jsonLines
    case "json": return isJSONFeed(text) ? .feed : .jsonLines
    case "html", "htm", "xhtml", "shtml": return .html
    case "rss", "atom", "rdf", "cdf": return .feed
    default: break
    }
    if looksLikeJSON(text) { return isJSONFeed(text) ? .feed : .jsonLines }
    return CSVReader.looksLikeHeader(firstLine(of: text)) ? .csv : .pageDump
  }

  public static func detect(_ bytes: [UInt8], fileName: String? = nil) -> SourceFormat {
    bytes.withUnsafeBytes { detect($0, fileName: fileName) }
  }

  /// Whether a file with this name is worth opening when a folder is imported.
  public static func isPlausible(fileName: String) -> Bool {
    var name = fileName
    if name.lowercased().hasSuffix(".gz") { name.removeLast(3) }
    return ["txt", "text", "jsonl", "ndjson", "json", "csv", "tsv", "html", "htm", "xml", "rss", "atom", "md", ""]
      .contains(fileExtension(of: name))
  }

  /// In lower case; `.gz` is looked through.
  private static func fileExtension(of name: String?) -> String {
    guard var name = name?.lowercased() else { return "" }
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return "" }
    return String(last[last.index(after: dot)...])
  }

  /// Whether the object names the version of JSON Feed, which stands at its start.
  private static func isJSONFeed(_ text: Substring) -> Bool {
    let head = text.prefix(4_096)
    return head.contains("\"version\"")
      && (head.contains("jsonfeed.org/version") || head.contains("jsonfeed.org\\/version"))
  }

  private static func markup(_ text: Substring) -> SourceFormat? {
    let head = text.prefix(4_000).lowercased()
    if let root = FormatSample.rootElement(head), FormatSample.feedRoots.contains(root) { return .feed }
    let isPage = [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<?xml", "<!--", "<div", "<p", "<title", "<script",
      "<link", "<form", "<text", "<style", "<base", "<table", "<center", "<article", "<section", "<main", "<header",
      "<h1",
    ]
    .contains { head.hasPrefix($0) }
    return isPage ? .html : nil
  }

  /// Whether an object, or a list of objects, begins here.
  private static func looksLikeJSON(_ text: Substring) -> Bool {
    var significant = text.utf8.lazy.filter { $0 > 0x20 }.makeIterator()
    guard let first = significant.next(), let second = significant.next() else { return false }
    switch first {
    case UInt8(ascii: "{"): return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
    case UInt8(ascii: "["): return second == UInt8(ascii: "{") || second == UInt8(ascii: "]")
    default: return false
    }
  }

  private static func firstLine(of text: Substring) -> Substring {
    Substring(text.utf8.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
  }
}
