import ArticleFields
import TextScanning

/// Takes out of a page's lists of other news what is no headline and says nothing of one: buttons, counters, names of papers, pictures.
///
/// A word that stands behind each headline is a button, or where the news is from. Lines much shorter than the headlines of their list
/// name channels and boxes.
struct RelatedSieve {
  private(set) var kept: [Substring] = []
  private(set) var removed: [Substring] = []

  init(_ lines: [Substring]) {
    let repeated = Self.repeated(in: lines)
    let isShortList = Self.isShortList(lines)
    for (index, line) in lines.enumerated() {
      let isNoise =
        repeated.contains(line) || ReaderCount.matches(line) || Self.isCountedSource(line)
        || (!isShortList && Self.isName(line) && !Self.isDated(lines, index))
      if isNoise { removed.append(line) } else { kept.append(HeadingMark.markdown(line)?.text ?? line) }
    }
    takeAlternateNames()
  }

  /// A list of so few lines says nothing about what repeats in it.
  private static let shortest = 3
  /// In columns.
  private static let longestButton = 20
  private static let longestName = 12
  private static let longHeadline = 24

  private static func repeated(in lines: [Substring]) -> Set<Substring> {
    var counts: [Substring: Int] = [:]
    for line in lines where line.fits(longestButton) { counts[line, default: 0] += 1 }
    return Set(counts.filter { $0.value >= shortest && DateParsing.whole($0.key) == nil }.keys)
  }

  /// Whether the headlines of the list are short themselves.
  private static func isShortList(_ lines: [Substring]) -> Bool {
    lines.count { !$0.fits(longHeadline) } < shortest
  }

  private static func isName(_ line: Substring) -> Bool {
    line.fits(longestName) && DateParsing.whole(line) == nil && !line.utf8.allSatisfy(\.isDigit)
      && !RelatedList.isCutSummary(line)
  }

  /// A short title with its own time is an entry all the same.
  private static func isDated(_ lines: [Substring], _ index: Int) -> Bool {
    [index - 1, index + 1].contains { lines.indices.contains($0) && DateParsing.whole(lines[$0]) != nil }
  }

  /// `东港日报 ⋅ 55评论 ⋅ 相关`
  private static func isCountedSource(_ line: Substring) -> Bool {
    guard line.fits(44) else { return false }
    let pieces = line.pieces(between: ["⋅", "·", "•", "|", "｜", "丨"])
    return pieces.count > 1 && pieces.dropFirst().contains { ReaderCount.matches($0) }
  }

  /// Where headlines and short names take turns, the names are where the news is from.
  private mutating func takeAlternateNames() {
    let names = kept.indices.filter { index in
      index > 0 && Self.isSourceName(kept[index]) && !kept[index - 1].fits(Self.longHeadline)
    }
    let headlines = kept.count { !$0.fits(Self.longHeadline) }
    guard names.count >= Self.shortest, names.count * 10 >= headlines * 7 else { return }
    let places = Set(names)
    removed += names.map { kept[$0] }
    kept = kept.indices.filter { !places.contains($0) }.map { kept[$0] }
  }

  private static func isSourceName(_ line: Substring) -> Bool {
    line.fits(longestButton) && PaperName.isName(line) && DateParsing.whole(line) == nil
  }
}
