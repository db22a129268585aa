/// What is wrong with characters, links, dates and names.
extension HostileCases {
  // MARK: - Character sets

  static let encodings: [HostileCase] = [
    HostileCase("NULs in a saved page", "nul.txt", .refused, text: "标题：云岭电池\0公布\n正文\0。\n" + repeated("\0", 1_000)),
    HostileCase("NULs in a feed", "nul.xml", text: feed(item("云岭\0电池"))),
    HostileCase("NULs in JSON", "nul.jsonl", .articles(1), text: line(title: "云岭\\u0000电池")),
    HostileCase("bytes that are no UTF-8 in a feed", "invalid.xml") {
      Array(feedStart.utf8) + Array("<item><title>坏".utf8) + [0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf5]
        + Array("字</title></item>".utf8) + Array(feedEnd.utf8)
    },
    HostileCase("two character sets in one JSON file", "mixed.jsonl") {
      // 虚构 in GB18030 in the second line.
      Array(line(title: "第一篇").utf8) + Array("{\"title\":\"".utf8) + [0xd0, 0xe9, 0xb9, 0xb9]
        + Array("\",\"text\":\"x\"}\n".utf8)
    },
    HostileCase(
      "a charset that is a lie", "lie.html", text: page("<p>真是 UTF-8</p>").replacing("utf-8", with: "utf-16be")),
    HostileCase(
      "a charset that does not exist", "none.xml",
      text: feed(item("题")).replacing("1.0\"", with: "1.0\" encoding=\"x-\(repeated("a", 10_000))\"")),
    HostileCase("half a UTF-16 character at the end", "half.txt") { [0xff, 0xfe, 0x07, 0x68, 0x98] },
    HostileCase(
      "halves of surrogate pairs", "surrogates.jsonl", .articles(1), text: line(title: "题\\ud800\\udc00\\ud83d尾\\udfff")
    ),
    HostileCase("UTF-7", "utf7.html", absent: ["<script>"], text: page("<p>+ADw-script+AD4-</p>")),
  ]

  // MARK: - Control

  /// Sequences that do something to a terminal, and characters that turn text around.
  private static let attack = HostileNews.attack

  static let control: [HostileCase] = [
    HostileCase(
      "control characters in a feed", "control.xml", text: feed(item(attack, more: "<author>\(attack)</author>"))),
    HostileCase(
      "control characters as references in a feed", "references-control.xml", text: feed(item(references(attack)))),
    HostileCase(
      "control characters escaped twice in a feed", "twice.xml",
      text: feed(item(references(attack).replacing("&", with: "&amp;")))),
    HostileCase(
      "control characters as references in a page", "control.html",
      text: page("<p>\(references(attack))</p>", head: "<meta name=\"author\" content=\"\(references(attack))\">")),
    HostileCase(
      "control characters in JSON", "control.jsonl", .articles(1), text: HostileNews.jsonLine(HostileNews.escaped)),
    HostileCase(
      "control characters in CSV", "control.csv",
      text: "title,text,source\n\"题\(attack)\",\"\(attack)\",\"\(attack)\"\n"),
    HostileCase("control characters in a saved page", "control.txt", text: HostileNews.page),
    HostileCase(
      "control characters in OPML", "control.opml",
      text: "<opml><outline text=\"\(references(attack))\" xmlUrl=\"https://a.example/\(references(attack))\"/></opml>"),
    HostileCase(
      "control characters in a file of addresses", "urls", text: "https://a.example/f \"~\(attack)\" \"\(attack)\"\n"),
    HostileCase(
      "a headline that is turned around", "bidi.jsonl", .articles(1), absent: ["\u{202e}", "\u{2066}"],
      text: line(title: "甲\u{202e}乙\u{2066}丙")),
    HostileCase(
      "10,000 combining marks on one letter", "marks.jsonl", .articles(1),
      text: line(title: "e" + repeated("\u{301}", 10_000))),
  ]

  private static func references(_ text: String) -> String {
    text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
  }

  // MARK: - Links

  static let links: [HostileCase] = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "vbscript:x",
    "; touch /tmp/newstape-owned;", "$(touch /tmp/newstape-owned)", "--version", "https://a.example/\n--exec=x",
  ].enumerated().flatMap { index, link in
    let escaped = link.replacing("\n", with: "\\n")
    let unwanted = link.hasPrefix("https") ? [] : ["href=\"\(link.prefix(8))"]
    return [
      HostileCase(
        "the link \(escaped) in JSON", "link\(index).jsonl", .articles(1), absent: unwanted,
        text: line(more: ",\"url\":\"\(escaped)\"")),
      HostileCase(
        "the link \(escaped) in a feed", "link\(index).xml", absent: unwanted,
        text: feed(item("题", more: "<link>\(link)</link><description>&lt;a href='\(link)'>x&lt;/a></description>"))),
    ]
  }

  // MARK: - Dates and identities

  static let dates: [HostileCase] = [
    "0000-00-00 00:00:00", "99999-12-31", "-9223372036854775808", "9223372036854775807", "1e308", "2022-02-30 25:61:61",
    "2022-06-15T05:42:09+99:99", "NaN", "Thu, 01 Jan 1970 00:00:00 GMT", "二〇二二年十三月", "1969-12-31",
  ].enumerated().flatMap { index, date in
    [
      HostileCase("the date \(date) in JSON", "date\(index).jsonl", .articles(1)) {
        Array("{\"title\":\"日期\",\"text\":\"正文。\",\"published\":\"\(date)\"}\n".utf8)
      },
      HostileCase(
        "the date \(date) in a feed", "date\(index).xml",
        text: feed("<item><title>日期</title><pubDate>\(date)</pubDate></item>")),
    ]
  }

  static let identities: [HostileCase] = [
    HostileCase(
      "10,000 articles with one id", "same.jsonl",
      text: numbered(10_000) { line(title: "第\($0)号公告", more: ",\"id\":\"同\"") }),
    HostileCase(
      "items without id, link, title and date", "nothing.xml",
      text: feed("<item></item><item><description>x</description></item>")),
    HostileCase(
      "one address for all", "address.xml",
      text: feed((0..<1_000).map { item("第\($0)", more: "<link>https://a.example/</link>") }.joined())),
    HostileCase("an id of 1 MB", "id.jsonl", .articles(1), text: line(more: ",\"id\":\"\(repeated("长", 350_000))\"")),
    HostileCase(
      "a key that comes 100,000 times", "keys.jsonl", .articles(1),
      text: line(more: repeated(",\"title\":\"又\"", 100_000))),
    HostileCase(
      "a number of a million digits", "number.jsonl", text: line(more: ",\"id\":" + repeated("9", 1_000_000))),
  ]

  // MARK: - Packed, and lists of feeds

  static let packed: [HostileCase] = [
    HostileCase(fixture: "truncated.jsonl.gz", .refused),
    HostileCase(fixture: "nested.jsonl.gz", .refused),
    HostileCase(fixture: "garbage.gz", .refused),
    // Each copy unpacks to a megabyte of one letter: 256 MB in all.
    HostileCase(fixture: "bomb.gz", as: "bomb.txt.gz", .refused, repeated: MeasuredRun.isFull ? 256 : 25),
    HostileCase(fixture: "bomb.gz", as: "bomb.jsonl.gz", .refused, repeated: MeasuredRun.isFull ? 256 : 25),
    HostileCase("nothing at all", "empty.jsonl", .refused, text: ""),
    HostileCase("a database of nobody", "cache.db", .refused) {
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xff, count: 8_192)
    },
  ]

  static let lists: [HostileCase] = [
    HostileCase(
      "addresses that run something in OPML", "run.opml", .anything, absent: ["root:"],
      text:
        "<opml><outline text=\"a\" xmlUrl=\"javascript:alert(1)\"/><outline text=\"b\" xmlUrl=\"file:///etc/passwd\"/>"
        + "<outline text=\"c\" xmlUrl=\"exec:touch /tmp/newstape-owned\"/><outline text=\"d\" xmlUrl=\"https://a.example/f\"/></opml>"
    ),
    HostileCase(
      "lines that run something in a file of addresses", "urls", .anything,
      text:
        "exec:touch /tmp/newstape-owned\n\"filter:touch /tmp/newstape-owned:https://a.example/f\"\nquery:x:unread = \"yes\"\n"
        + "https://a.example/f \"~$(touch /tmp/newstape-owned)\" `touch /tmp/newstape-owned`\n"),
    HostileCase(
      "10,000 feeds with one name", "names.opml",
      text: "<opml>" + numbered(10_000) { "<outline text=\"同\" xmlUrl=\"https://a.example/\($0)\"/>" }
        + "</opml>"),
    HostileCase(fixture: "entity-bomb.opml", absent: [String(repeating: "哈", count: 5_000)]),
  ]
}
