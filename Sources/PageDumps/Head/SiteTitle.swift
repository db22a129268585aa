import ArticleFields
import TextScanning

/// A page's title, parted into the headline and the name of the site behind it: `降准落地_财经_某某网`, `Ports grow - Example Wire`.
struct SiteTitle {
  private(set) var headline: Substring
  /// The last name behind the headline.
  private(set) var site: Substring?

  /// - Parameter source: where the article is from, where that is known; such a name is none of the headline's words.
  init(_ title: Substring, source: String?) {
    headline = title
    while let (head, tail) = Self.lastPart(of: headline), head.roughColumns >= Self.shortest || tail == source ?? "" {
      let isSite = tail == source ?? "" || Self.isSite(tail) || (site != nil && tail.fits(Self.longestSection))
      guard isSite else { break }
      site = site ?? tail
      headline = head
    }
  }

  /// In columns: what is left must be a headline.
  private static let shortest = 8
  private static let longestSite = 32
  private static let longestSection = 16

  /// Whether a title says what a site is, and not what an article says: `今日行情_大盘_个股 - 某某网`.
  static func isOfSite(_ title: Substring) -> Bool {
    title.unicodeScalars.count(where: { $0 == "_" || $0 == "|" || $0 == "｜" }) >= 3
  }

  private static func isSite(_ tail: Substring) -> Bool {
    guard tail.fits(longestSite) else { return false }
    let bare = tail.unicodeScalars.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 == "." }
    let isHost = bare.count == tail.unicodeScalars.count && tail.utf8.dropFirst().dropLast().contains(UInt8(ascii: "."))
    return isHost || sites.contains { tail.dropping(suffix: $0) != nil } || PaperName.isLatinHouse(tail)
  }

  private static let sites = ["网", "網", "官网", "门户", "频道", "新闻", "日报", "时报", "晚报", "客户端", "首页"]

  /// What stands before the last mark, and behind it.
  private static func lastPart(of title: Substring) -> (head: Substring, tail: Substring)? {
    guard let mark = title.unicodeScalars.lastIndex(where: marks.contains) else { return nil }
    let tail = Substring(title.unicodeScalars[mark...].dropFirst()).trimmed
    let before = title[..<mark]
    let head = before.trimmed(of: marks)
    // A stroke between Latin words belongs to them: `long-term`.
    let isSpaced = before.unicodeScalars.last.map { $0.isBlank || !$0.isASCIILetter && !$0.isASCIIDigit } ?? false
    guard isSpaced || title.unicodeScalars[mark] != "-", !head.isEmpty, !tail.isEmpty else { return nil }
    return (head, tail)
  }

  private static let marks: ScalarSet = ["_", "-", "|", "｜", "—", "–", "丨"]
}
