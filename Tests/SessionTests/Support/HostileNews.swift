import Foundation
import NewsModel

/// Articles whose every field is filled with what could steer a terminal or deceive its reader.
enum HostileNews {
  /// All kinds of attack in a row. Letters between them stay, so that nothing passes by having been dropped whole.
  static let attack = [
    "\u{1B}[31m", "\u{1B}[2J", "\u{1B}]0;owned\u{7}", "\u{1B}]52;c;cm0gLXJm\u{7}",
    "\u{1B}]8;;http://evil.example\u{1B}\\",
    "\u{1B}P+q\u{1B}\\", "\u{1B}c", "\u{9B}2J", "\u{9D}0;owned\u{9C}", "\u{90}q\u{9C}", "\u{85}", "\u{80}", "\u{7F}",
    "\u{0}", "\u{7}", "\u{8}",
    "\u{E}", "\u{202E}txt\u{202C}", "\u{202A}", "\u{2066}x\u{2069}", "\u{200E}\u{200F}\u{061C}",
    "\u{200B}\u{200C}\u{200D}\u{2060}", "\u{FEFF}",
    "\u{FFF9}a\u{FFFA}b\u{FFFB}", "\u{E0041}\u{E007F}", "e" + String(repeating: "\u{301}", count: 40), "\u{AD}",
    "\u{2028}\u{2029}",
    "\u{FFFE}", "\u{10FFFF}", "\u{115F}\u{3164}", "\u{1F3FB}",
  ].enumerated().map { "\($0.element)\(Unicode.Scalar(UInt8(97 + $0.offset % 26)))" }.joined()

  /// The attack between two halves of a name, by which a test finds it on the screen.
  static func field(_ name: String) -> String { "\(name)首\(attack)\(name)尾" }

  /// The attack as it can stand in a line of a page: without line breaks, and without NUL, which makes a file a binary one.
  static func line(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        field(name).unicodeScalars.filter { !["\0", "\u{85}", "\u{2028}", "\u{2029}"].contains($0) }))
  }

  /// As no parser would let it through.
  static func item(_ number: Int, now: Timestamp = .now) -> Item {
    Item(
      originID: field("编号\(number)"), url: "https://news.example/" + field("链接"), label: field("栏目"),
      title: field("标题\(number)"), source: field("来源"), byline: field("作者"), published: now - Int64(number) * 600,
      summary: field("摘要"),
      blocks: [
        .paragraph(field("段落")), .heading(field("小标题"), level: 2), .quote(field("引文")),
        .list([field("条目"), field("又一条")]), .table([[field("表头"), "乙"], [field("表格"), field("数字")]]),
        .code(field("代码") + "\n" + field("次行")), .figure(field("图注")),
      ],
      tags: [field("标签"), field("又签")], previous: field("上一篇"), next: field("下一篇"),
      related: [
        RelatedItem(
          label: field("关联栏目"), title: field("相关\(number)"), summary: field("相关摘要"),
          published: now - Int64(number) * 600 - 86_400)
      ])
  }

  /// A line of JSON with every field that is read; `escape` writes a string with its quotes.
  static func jsonLine(_ escape: (String) -> String) -> String {
    let fields = ["title", "content", "summary", "source", "author", "url", "id", "label"].map { name in
      "\"\(name)\":" + escape((name == "url" ? "https://news.example/" : "") + field(name))
    }
    return "{" + fields.joined(separator: ",") + ",\"tags\":[" + escape(field("tag")) + "]}\n"
  }

  /// Everything but ASCII letters as `\u` escapes, with halves of surrogate pairs between.
  static func escaped(_ text: String) -> String {
    let units = text.utf16.map { "\\u" + String(0x10000 + Int($0), radix: 16).suffix(4) }
    return "\"" + units.joined() + "\\ud800x\\udc00\\ud83d\""
  }

  /// Only what JSON demands is escaped; the rest stands as it is.
  static func plain(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      scalar.value < 0x20
        ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        : scalar == "\\" || scalar == "\"" ? "\\\(scalar)" : String(scalar)
    }
    return "\"" + scalars.joined() + "\""
  }

  static let page = """
    今日热搜:\(line("页题"))
    来源:\(line("页源"))
    发布时间:2024-03-01 09:30:00

    \(line("页摘要"))

    \(line("页源")) 记者 \(line("页记者"))

    \(line("页一"))公司周五公布了新工厂的计划。公司表示，工厂将分两期建设，第一期明年投产，第二期在后年完工。

    (\(line("页图")))

    \(line("页二"))分析人士认为，产能的增长快于需求，价格还会下降一段时间。公司没有说明资金从何而来。

    关键词: \(line("页签")) 新能源

    上一篇：\(line("页前"))
    下一篇：\(line("页后"))

    """
}
