import Markup
import TextScanning

/// The start of a text, with what tells its form.
package struct FormatSample {
  /// Without blanks before it.
  package let text: Substring
  /// The text in small letters where it begins with a tag; else empty.
  package let lowercased: String
  /// The local name of the first element, in small letters.
  let rootElement: Substring?

  package init(_ decoded: String) {
    text = Substring(decoded.unicodeScalars.drop { $0.isBlank || $0 == "\n" || $0 == "\u{feff}" })
    lowercased = text.utf8.first == UInt8(ascii: "<") ? text.lowercasedASCII : ""
    rootElement = Self.rootElement(lowercased)
  }

  /// Whether the text begins with a tag.
  package var isMarkup: Bool { !lowercased.isEmpty }

  package func begins(with openings: [String]) -> Bool { openings.contains { text.starts(with: $0) } }

  package func contains(_ words: [String]) -> Bool {
    words.contains { text.holds($0) || lowercased.holds($0) }
  }

  /// The first lines that hold something.
  private func lines(atMost count: Int) -> [Substring] {
    text.utf8.split(maxSplits: count) { $0 == 0x0a || $0 == 0x0d }.prefix(count).map { Substring($0).trimmed }
      .filter { !$0.isEmpty }
  }
}

// MARK: - Markup

extension FormatSample {
  /// The local name of the first element of a text in small letters that begins with `<`.
  static func rootElement(_ text: String) -> Substring? {
    var rest = text[...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.utf8.index(after: start)...]
      if rest.utf8.first.map({ $0.isLetter }) ?? false {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "." || $0 == "_" }
        return name.split(separator: ":").last
      }
      // Comments may hold tags, and instructions signs.
      let end = rest.utf8.starts(with: "!--".utf8) ? "-->" : ">"
      guard let found = rest.firstRange(of: end) else { return nil }
      rest = rest[found.upperBound...]
    }
    return nil
  }

  /// Feeds of every dialect, and what stands around the text of web pages.
  static let feedRoots: Set<Substring> = ["rss", "feed", "rdf", "channel"]
  private static let htmlNames = Set(HTMLTag.allCases.map { Substring(String(describing: $0)) }).subtracting(["other"])
    // Some sites wrap their pages in one that HTML has not.
    .union(["text"])

  /// Whether the text is made of elements that neither a web page nor a feed has.
  package var isUnknownMarkup: Bool {
    guard let rootElement, !Self.feedRoots.contains(rootElement), !Self.htmlNames.contains(rootElement),
      !rootElement.contains("-")
    else { return false }
    // In a text, `<某某>` and the like is a name between brackets, and has no end tag.
    return lowercased.utf8.starts(with: "<?xml".utf8) || lowercased.utf8.starts(with: "<!doctype".utf8)
      || lowercased.holds("</")
  }

  /// Whether tags stand in capitals, or the document names a type that XML has not.
  var isSGML: Bool {
    let isCapital = text.utf8.drop { $0 != UInt8(ascii: "<") }.dropFirst().first.map { (0x41...0x5a).contains($0) }
    return isCapital ?? false || lowercased.holds(" sgml ")
      || (lowercased.utf8.starts(with: "<!doctype".utf8) && !lowercased.holds("<?xml"))
  }

  /// Whether the text is a table of records, as data frames are written.
  package var isTable: Bool {
    guard let table = lowercased[...].range(ofBytes: "<table") else { return false }
    let head = lowercased[table.upperBound...].prefix { $0 != ">" }
    let isFrame = head.holds("dataframe")
    let before = lowercased[..<table.lowerBound]
    if isFrame { return !before.holds("<p") && !before.holds("<article") }
    return before.isEmpty && lowercased.holds("<th") && !lowercased.holds("<p")
  }
}

// MARK: - Mail

extension FormatSample {
  package struct MailHeaders {
    var isWebArchive = false
  }

  private static let mailNames: Set<String> = [
    "from", "to", "cc", "subject", "date", "sender", "reply-to", "message-id", "mime-version", "received",
    "return-path", "delivered-to", "content-type", "content-transfer-encoding", "in-reply-to", "references",
    "list-id", "list-unsubscribe", "dkim-signature", "user-agent", "newsgroups", "path", "organization",
  ]
  /// No page is saved with such a field.
  private static let certainNames: Set<String> = [
    "message-id", "mime-version", "received", "return-path", "delivered-to", "content-transfer-encoding", "newsgroups",
  ]

  /// The block of fields with which a mail begins; nil where there is none.
  package var mailHeaders: MailHeaders? {
    guard !isMarkup else { return nil }
    var names: [String] = []
    var isArchive = false
    // Byte by byte: CR and LF together are one character.
    for bytes in text.utf8.split(separator: 0x0a, maxSplits: 60, omittingEmptySubsequences: false).prefix(60) {
      let isFolded = bytes.first.map { $0 == 0x20 || $0 == 0x09 } ?? false
      let line = Substring(bytes).trimmed
      if line.isEmpty { break }
      if isFolded, !names.isEmpty || isArchive {
        isArchive = isArchive || line.holds("multipart/related")
        continue
      }
      if names.isEmpty, line.starts(with: "From ") { continue }
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let name = line[..<colon].lowercased()
      guard name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) else { return nil }
      names.append(name)
      isArchive = isArchive || name == "snapshot-content-location" || line.holds("multipart/related")
    }
    let known = Set(names).intersection(Self.mailNames)
    let isMail = !known.isDisjoint(with: Self.certainNames) || known.isSuperset(of: ["from", "subject"])
    guard isMail, known.count >= 2 else { return nil }
    return MailHeaders(isWebArchive: isArchive)
  }
}

// MARK: - Data written as code

extension FormatSample {
  private static let statements = [
    "INSERT INTO ", "CREATE TABLE ", "CREATE DATABASE ", "DROP TABLE ", "LOCK TABLES ", "BEGIN TRANSACTION;", "PRAGMA ",
    "SET NAMES ", "SET @", "SET FOREIGN_KEY", "SET SQL_MODE", "SET statement_timeout", "START TRANSACTION;", "COPY ",
    "USE `", "REPLACE INTO ",
  ]

  /// Whether the first line that is no comment is a statement of SQL.
  package var isSQL: Bool {
    guard !isMarkup else { return false }
    for line in lines(atMost: 60) {
      if ["--", "/*", "#"].contains(where: line.starts(with:)) { continue }
      let start = line.prefix(24).uppercased()
      guard let statement = Self.statements.first(where: { start.hasPrefix($0.uppercased()) }) else { return false }
      // "Set names aside" may begin a text.
      return statement != "COPY " && line.unicodeScalars.contains { "(`;'=@".unicodeScalars.contains($0) }
        || line.holds(" FROM stdin")
    }
    return false
  }

  /// `['…', …]`, `('…', …)`: what Python prints of values without names.
  var isPythonLiteral: Bool {
    let start = String(decoding: text.utf8.prefix(200).filter { $0 > 0x20 }, as: UTF8.self)[...]
    let openings = ["['", "('", "[('", "[(\"", "(\"", "{'"]
    return openings.contains(where: start.starts(with:)) && (start.contains("',") || start.contains("\","))
  }

  /// `{title: "…"}`, `callback({"title": …})`, `var news = [{`
  package var isJavaScriptObject: Bool {
    let start = String(decoding: text.utf8.prefix(200).filter { $0 > 0x20 }, as: UTF8.self)[...]
    let brackets = start.utf8.prefix { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    let rest = start.utf8.dropFirst(brackets.count)
    let name = rest.prefix {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "$")
    }
    let after = Substring(rest.dropFirst(name.count))
    guard !name.isEmpty else { return false }
    if brackets.last == UInt8(ascii: "{") { return after.starts(with: ":") }
    return brackets.isEmpty && ["({\"", "([{\"", "=[{", "={\"", "=[{\""].contains(where: after.starts(with:))
  }

  /// A number, and below it a span of time.
  var isSubtitles: Bool {
    if text.starts(with: "WEBVTT") { return true }
    guard !isMarkup else { return false }
    let lines = lines(atMost: 2)
    guard lines.count == 2, let first = lines.first, let second = lines.last else { return false }
    return first.utf8.allSatisfy(\.isDigit) && second.holds(" --> ")
  }
}

// What tells feeds, pages, JSON and CSV at the start of a text.
extension FormatSample {
  package var isFeed: Bool { rootElement.map(Self.feedRoots.contains) ?? false }

  package var isWebPage: Bool {
    [
      "<!doctype html", "<html", "<head", "<body", "<meta", "<?xml", "<!--", "<div", "<p", "<title", "<script",
      "<link", "<form", "<text", "<style", "<base", "<table", "<center", "<article", "<section", "<main", "<header",
      "<h1",
    ].contains(where: lowercased.hasPrefix)
  }

  /// Whether the object names the version of JSON Feed, which stands at its start.
  package var isJSONFeed: Bool {
    contains(["\"version\""]) && contains(["jsonfeed.org/version", "jsonfeed.org\\/version"])
  }

  /// Whether an object, a list of objects, or one of rows begins here.
  package var isJSON: Bool {
    var significant = text.utf8.lazy.filter { $0 > 0x20 }.makeIterator()
    guard let first = significant.next(), let second = significant.next() else { return false }
    switch first {
    case UInt8(ascii: "{"): return second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
    case UInt8(ascii: "["): return second == UInt8(ascii: "{") || second == UInt8(ascii: "]")
    default: return false
    }
  }
}
