import TextBasics

/// Tells what a text says in passing from what its headline is about, where the headline itself names no event.
///
/// A sentence of the lead tells an event where it announces one, or shares a word with the headline besides the names of companies. What
/// a clause of background says (`此前`, `曾`, `资料显示`) is no event of today.
struct LeadBackground {
  /// Whether the headline denies what the text tells of.
  let titleDenies: Bool

  private let bytes: [UInt8]
  /// Pairs of ideographs of the title that stand in no name.
  private var pairs: Set<UInt64> = []
  private let isChinese: Bool

  private static let denials = WordMatcher(of: NewsSignWords.titleDenials)
  private static let background = WordMatcher(of: NewsSignWords.background)
  private static let announcing = WordMatcher(of: NewsSignWords.announcing)

  init(of text: AnalysedText, _ names: [Range<Int>]) {
    bytes = text.bytes
    titleDenies = Self.denials.hasMatch(in: bytes, text.title)
    isChinese = !bytes.isMostlyEnglish(text.title)
    guard isChinese else { return }
    var place = text.title.lowerBound
    while place + 6 <= text.title.upperBound {
      guard bytes[place].beginsIdeograph else {
        place += 1
        continue
      }
      let pair = place..<place + 6
      if bytes[place + 3].beginsIdeograph, !names.contains(where: { $0.overlaps(pair) }) { pairs.insert(key(place)) }
      place += 3
    }
  }

  /// Whether an event of a sentence is one of the article's.
  func allows(_ event: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = sentence.lowerBound..<event.upperBound
    if Self.background.hasMatch(in: bytes, before) { return false }
    return !isChinese || Self.announcing.hasMatch(in: bytes, sentence) || shares(sentence)
  }

  private func shares(_ sentence: Range<Int>) -> Bool {
    var place = sentence.lowerBound
    while place + 6 <= sentence.upperBound {
      guard bytes[place].beginsIdeograph else {
        place += 1
        continue
      }
      if bytes[place + 3].beginsIdeograph, pairs.contains(key(place)) { return true }
      place += 3
    }
    return false
  }

  private func key(_ place: Int) -> UInt64 { bytes[place..<place + 6].reduce(0) { $0 << 8 | UInt64($1) } }
}
