// What tells feeds, pages, JSON and CSV at the start of a text.
extension FormatSample {
  var isFeed: Bool { rootElement.map(Self.feedRoots.contains) ?? false }

  var isWebPage: Bool {
    [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<?xml", "<!--", "<div", "<p", "<title", "<script",
      "<link", "<form", "<text", "<style", "<base", "<table", "<center", "<article", "<section", "<main", "<header",
      "<h1",
    ].contains(where: lowercased.hasPrefix)
  }

  /// Whether the object names the version of JSON Feed, which stands at its start.
  var isJSONFeed: Bool {
    contains(["\"version\""]) && contains(["jsonfeed.org/version", "jsonfeed.org\\/version"])
  }

  /// Whether an object, a list of objects, or one of rows begins here.
  var isJSON: Bool {
    var significant = text.utf8.lazy.filter { $0 > 0x20 }.makeIterator()
    guard let first = significant.next(), let second = significant.next() else { return false }
    switch first {
    case UInt8(ascii: "{"): return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
    case UInt8(ascii: "["): return second == UInt8(ascii: "{") || second == UInt8(ascii: "]")
    default: return false
    }
  }

  var isCSV: Bool {
    let lines = text.utf8.split(maxSplits: 2) { $0 == 0x0a || $0 == 0x0d }.map { Substring($0) }
    guard let first = lines.first else { return false }
    if CSVReader.declaredSeparator(of: first.utf8) != nil { return true }
    return CSVReader.looksLikeHeader(first)
  }
}
