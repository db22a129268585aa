package import NewsModel
package import TextBasics

/// A title and a text, folded once for all rules: they read bytes, and quote the article's own words.
///
/// The folded form is `Folding.fold`: lower case, half width, Simplified characters. A line break parts title and text.
package struct AnalysedText: Sendable {
  private let folded: FoldedText
  /// Where the title ends in `bytes`.
  package let titleEnd: Int

  /// - Parameter limit: how many bytes of the text are read; what follows is not analysed.
  package init(title: String, text: String, limit: Int = 64 << 10) {
    let title = SafeText(title).string
    let kept = text.utf8.count <= limit ? text : String(text.prefix(bytes: limit))
    folded = FoldedText(SafeText(lines: title + "\n" + kept))
    titleEnd = Folding.fold(title).utf8.count
  }

  /// The title, a line break, the text.
  package var original: SafeText { folded.original }
  /// `original` folded.
  package var bytes: [UInt8] { folded.bytes }

  package var title: Range<Int> { 0..<titleEnd }
  package var text: Range<Int> { min(titleEnd + 1, bytes.count)..<bytes.count }

  /// The article's own words where `range` stands in `bytes`.
  package func quote(_ range: Range<Int>) -> String {
    folded.ranges(ofFolded: [range]).first.map { String(original.string[$0]) } ?? ""
  }

  /// The article's own words where ranges stand in `bytes`, which must be in order and not overlap.
  ///
  /// Where several ranges lie in one character of the text, as letters do in a ligature, the folded words stand for all.
  package func quotes(_ ranges: [Range<Int>]) -> [String] {
    let originals = folded.ranges(ofFolded: ranges)
    guard originals.count == ranges.count else { return ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }
    return originals.map { String(original.string[$0]) }
  }

  package func evidence(_ range: Range<Int>, rule: String, isOwn: Bool = false) -> Evidence {
    Evidence(quote: quote(range), rule: rule, isInTitle: range.lowerBound < titleEnd, isOwn: isOwn)
  }
}

extension String {
  /// The longest beginning of at most `count` bytes that cuts no character.
  fileprivate func prefix(bytes count: Int) -> Substring {
    var end = utf8.index(utf8.startIndex, offsetBy: count)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end]
  }
}
