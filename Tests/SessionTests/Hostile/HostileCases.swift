/// The corpus: every kind of input that was made to do harm. Small ones are files, large ones are made by code.
enum HostileCases {
  static var all: [HostileCase] {
    [markup, depth, size, encodings, control, links, dates, identities, packed, lists].flatMap { $0 }
  }

  static let feedStart =
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>虚构</title>"
  static let feedEnd = "</channel></rss>"

  static func feed(_ items: String) -> String { feedStart + items + feedEnd }

  static func item(_ title: String, more: String = "") -> String {
    "<item><title>\(title)</title><guid>\(title.count)</guid><pubDate>Wed, 15 Jun 2022 05:42:09 GMT</pubDate>\(more)</item>"
  }

  static func line(title: String = "虚构公司公告", more: String = "") -> String {
    "{\"title\":\"\(title)\",\"text\":\"正文。\",\"published\":\"2024-02-28 18:05:00\"\(more)}\n"
  }

  static func page(_ body: String, head: String = "") -> String {
    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>云岭电池公布新工厂计划</title>\(head)</head><body><article>"
      + "<h1>云岭电池公布新工厂计划</h1><p>云岭电池周五公布了新工厂的计划。公司表示，工厂将分两期建设，第一期明年投产，第二期在后年完工。</p>"
      + "<p>分析人士认为，产能的增长快于需求，价格还会下降一段时间。公司没有说明资金从何而来。</p>\(body)</article></body></html>"
  }

  // MARK: - What XML allows, and no feed needs

  private static let markup: [HostileCase] = [
    HostileCase(fixture: "entity-bomb.xml", absent: [String(repeating: "哈", count: 5_000)]),
    HostileCase(fixture: "entity-quadratic.xml"),
    HostileCase(fixture: "external-entity.xml", absent: ["root:", "/bin/"]),
    HostileCase(fixture: "external-dtd.xml"),
    HostileCase(fixture: "entity-loop.xml"),
    HostileCase("a text of nothing but <", "less.xml", text: feedStart + repeated("<", 1_000_000)),
    HostileCase("comments that never end", "comments.xml", text: feedStart + repeated("<!-- ", 200_000)),
    HostileCase(
      "CDATA sections that never end", "cdata.xml", text: feedStart + repeated("<item><title><![CDATA[", 50_000)),
    HostileCase("instructions that never end", "instructions.html", text: page(repeated("<?x ", 200_000))),
    HostileCase("quotes that never end", "quotes.html", text: page(repeated("<a href=\"", 100_000))),
    HostileCase("scripts that never end", "scripts.html", text: page(repeated("<script><style><title>", 50_000))),
    HostileCase("a million references", "references.xml", text: feed(item(repeated("&amp;", 1_000_000)))),
    HostileCase("a million broken references", "broken.xml", text: feed(item(repeated("&#x", 1_000_000)))),
    HostileCase("a million attributes", "attributes.html", text: page("<p " + repeated("a=1 ", 1_000_000) + ">x</p>")),
  ]

  // MARK: - Depth

  private static let depth: [HostileCase] = [
    HostileCase("a feed of 100,000 levels", "deep.xml", text: feedStart + repeated("<item><a>", 100_000)),
    HostileCase(
      "100,000 levels within an item", "deep-item.xml", text: feed(item("深", more: repeated("<x:a>", 100_000)))),
    HostileCase(
      "a page of 100,000 levels", "deep.html",
      text: page(repeated("<div>", 100_000) + "深" + repeated("</div>", 100_000))),
    HostileCase("100,000 levels of tables", "tables.html", text: page(repeated("<table><tr><td>", 100_000))),
    HostileCase("100,000 levels of lists", "lists.html", text: page(repeated("<ul><li>", 100_000))),
    HostileCase("100,000 levels of misnested emphasis", "emphasis.html", text: page(repeated("<b><i></b>", 100_000))),
    HostileCase(
      "JSON lists of 100,000 levels", "deep.jsonl", .refused, text: "{\"title\":" + repeated("[", 100_000) + "}\n"),
    HostileCase(
      "JSON objects of 100,000 levels", "objects.jsonl", .refused, text: repeated("{\"title\":", 100_000) + "1\n"),
    HostileCase(
      "100,000 levels in a key that nobody reads", "unread.jsonl", .articles(1),
      text: line() + line(title: "另一篇", more: ",\"x\":" + repeated("[", 100_000) + repeated("]", 100_000))),
    HostileCase(
      "folders of 100,000 levels", "deep.opml", .anything,
      text: "<opml><body>" + repeated("<outline text=\"夹\">", 100_000)
        + "<outline text=\"源\" xmlUrl=\"https://a.example/f\"/></body></opml>"),
  ]

  // MARK: - Size

  private static let size: [HostileCase] = [
    HostileCase("a title of 10 MB in a feed", "title.xml", text: feed(item(repeated("长题", 1_700_000)))),
    HostileCase("a title of 10 MB in JSON", "title.jsonl", text: line(title: repeated("长题", 1_700_000))),
    HostileCase("a title of 10 MB in CSV", "title.csv", text: "title,text\n" + repeated("长题", 1_700_000) + ",正文\n"),
    HostileCase(
      "a title of 10 MB in a page", "title.html", text: page("", head: "<title>" + repeated("长题", 1_700_000))),
    HostileCase("a line of 10 MB in a saved page", "title.txt", text: "标题：" + repeated("长题", 1_700_000) + "\n正文。\n"),
    HostileCase(
      "a name of 10 MB in OPML", "title.opml",
      text: "<opml><outline text=\"" + repeated("长", 3_400_000) + "\" xmlUrl=\"https://a.example/f\"/></opml>"),
    HostileCase("a paragraph of 10 MB", "paragraph.html", text: page("<p>" + repeated("段落", 1_700_000) + "</p>")),
    HostileCase(
      "a million categories", "categories.xml",
      text: feed(item("多", more: numbered(1_000_000) { "<category>\($0)</category>" }))),
    HostileCase(
      "a million tags in JSON", "tags.jsonl",
      text: line(more: ",\"tags\":[" + numbered(1_000_000) { "\"\($0)\"," } + "\"\"]")),
    HostileCase("a million columns", "columns.csv", text: "title,text" + repeated(",x", 1_000_000) + "\n题,文\n"),
    HostileCase("a row that never ends", "open.csv", .refused, text: "title,text\n\"" + repeated("引\n", 1_000_000)),
    HostileCase("a million empty lines", "empty.txt", .refused, text: repeated("\n", 1_000_000)),
    HostileCase("100,000 items without anything", "bare.xml", text: feed(repeated("<item/>", 100_000))),
    HostileCase("half a million lines of refusals", "refusals.jsonl", .refused, text: repeated("{\"a\":1}\n", 500_000)),
  ]

  /// So many times the text; in a debug build, which takes some ten times as long and runs beside others, a fortieth.
  static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: MeasuredRun.isFull || count < 1_000 ? count : count / 40)
  }

  /// So many texts, made by number.
  static func numbered(_ count: Int, _ make: (Int) -> String) -> String {
    (0..<(MeasuredRun.isFull ? count : count / 40)).map(make).joined()
  }
}
