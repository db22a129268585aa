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

  private static let background = WordMatcher([
    "此前", "曾", "曾经", "资料显示", "一度", "早前", "早些时候", "年初", "近年来", "历史上", "回顾", "关注到", "注意到", "据了解,", "公开资料", "经历",
    "先前", "previously", "earlier this year", "last year",
  ])
  private static let announcing = WordMatcher([
    "公告", "宣布", "披露", "发布", "公布", "收到", "获悉", "讯", "消息", "通知", "报告", "今日", "昨日", "近日", "日前",
  ])

  init(of text: AnalysedText, _ names: [Range<Int>]) {
    bytes = text.bytes
    titleDenies = Denials.rule(text.title, in: bytes)
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
    if !Self.background.matches(in: bytes, before).isEmpty { return false }
    return !isChinese || !Self.announcing.matches(in: bytes, sentence).isEmpty || shares(sentence)
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
