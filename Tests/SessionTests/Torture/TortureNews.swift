import Foundation
import NewsModel

/// Invented articles that follow from their numbers, so that of any store it can be said what it must hold.
enum TortureNews {
  /// Every text has one of these; a search for it must find exactly the articles whose numbers say so.
  static let words = ["潮汐灯塔", "丁香税则", "北岸矿脉", "浮标期货", "梧桐纱厂", "雾港航线", "琥珀债券"]
  /// Numbers from here on are those of the program that works beside the one that is killed.
  static let firstOfCompanion = 1_000_000
  /// Noon of 2024-03-01 in UTC.
  private static let start = Timestamp(1_709_294_400)

  static func title(_ number: Int) -> String { "第\(number)号公告：\(["澄湖锂业", "远望航运", "青石银行"][number % 3])说明情况" }

  static func text(_ number: Int) -> String {
    "公司就第\(number)件事作了说明，提到\(words[number % words.count])，并称将分两期推进，第一期明年完成，其余视情况而定。"
  }

  /// Nil for a title that is none of ours.
  static func number(ofTitle title: String) -> Int? {
    let number = title.split(separator: "号").first.flatMap { Int($0.dropFirst()) }
    return number.flatMap { Self.title($0) == title ? $0 : nil }
  }

  private static func published(_ number: Int) -> Timestamp { start + Int64(number % firstOfCompanion) * 97 }

  static func item(_ number: Int) -> Item {
    Item(
      originID: "t\(number)", title: title(number), source: "晨星日报", published: published(number),
      blocks: [.paragraph(text(number))], tags: ["公告"])
  }

  static func jsonLine(_ number: Int) -> String {
    let fields = [
      ("id", "t\(number)"), ("title", title(number)), ("text", text(number)), ("source", "晨星日报"),
      ("published", published(number).iso8601(in: .gmt)),
    ]
    return "{" + fields.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",") + ",\"tags\":[\"公告\"]}\n"
  }

  static let csvHeader = "id,title,text,source,published,tags\n"

  static func csvRow(_ number: Int) -> String {
    "t\(number),\(title(number)),\(text(number)),晨星日报,\(published(number).iso8601(in: .gmt)),公告\n"
  }

  /// A feed of some articles.
  static func feed(_ title: String, _ numbers: Range<Int>) -> [UInt8] {
    let items = numbers.map { number in
      "<item><guid isPermaLink=\"false\">t\(number)</guid><title>\(Self.title(number))</title>"
        + "<pubDate>\(published(number).iso8601(in: .gmt))</pubDate><description>\(text(number))</description></item>"
    }
    return Array("<rss version=\"2.0\"><channel><title>\(title)</title>\(items.joined())</channel></rss>".utf8)
  }
}
