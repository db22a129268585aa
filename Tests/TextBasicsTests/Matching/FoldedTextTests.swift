import SeededRandom
import Testing

@testable import TextBasics

@Suite struct FoldedTextTests {
  /// The ranges of single scalars of a folded text, and one for all.
  private func ranges(of folded: [UInt8]) -> [[Range<Int>]] {
    var starts = folded.indices.filter { folded[$0] & 0xC0 != 0x80 }
    starts.append(folded.count)
    let single = zip(starts, starts.dropFirst()).map { $0..<$1 }
    let pairs = stride(from: 0, to: single.count - 1, by: 2).map { single[$0].lowerBound..<single[$0 + 1].upperBound }
    return [single, pairs] + single.map { [$0] }
  }

  private func check(_ text: SafeText) {
    let folded = FoldedText(text)
    #expect(String(decoding: folded.bytes, as: UTF8.self) == Folding.fold(text.string))
    for ranges in ranges(of: folded.bytes) {
      #expect(folded.ranges(ofFolded: ranges) == Folding.ranges(ofFolded: ranges, in: text), "\(text)")
    }
  }

  @Test(arguments: [
    "", "a", "贵州茅台，涨３％。", "Ａ股ＡBC…、①㈱ﬁn", "cafe\u{301} é e\u{301}\u{325}", "ｶﾞﾝﾀﾞﾑ", "Straße İ", "臺積電\n２０２４", "…………",
    "㗲Ⱥ𠮷，X．x",
    "，\u{301}a", "一二三四五六七八，九十",
  ])
  func placesLeadBackAsTheWalkDoes(text: String) { check(SafeText(lines: text)) }

  @Test func placesOfRandomTextsLeadBackAsTheWalkDoes() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<400 { check(SafeText(lines: .random(using: &random))) }
  }
}
