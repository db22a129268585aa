import SeededRandom
import Testing

@testable import TextBasics

@Suite struct TextSearchTests {
  private func found(_ needle: String, in text: SafeText) -> [String] {
    Folding.ranges(of: needle, in: text).map { String(text.string[$0]) }
  }

  @Test func findsAllInTheTextAsItIs() {
    #expect(found("a股", in: "Ａ股与A股，a股") == ["Ａ股", "A股", "a股"])
    #expect(found("马上", in: "馬上消費与马上消费") == ["馬上", "马上"])
    #expect(found("ＩＰＯ", in: "an IPO, another ipo") == ["IPO", "ipo"])
  }

  @Test func findsNothing() {
    #expect(found("港股", in: "A股").isEmpty)
    #expect(found("", in: "A股").isEmpty)
    #expect(found("A股市场", in: "A股").isEmpty)
    #expect(found("a", in: "").isEmpty)
  }

  @Test func rangesDoNotOverlap() {
    #expect(found("aa", in: "aaaaa") == ["aa", "aa"])
    let text: SafeText = "股股股股"
    let ranges = Folding.ranges(of: "股股", in: text)
    #expect(ranges.count == 2)
    #expect(ranges.first?.upperBound == ranges.last?.lowerBound)
  }

  @Test func takesTheMarksWithTheirBase() {
    #expect(found("caf", in: "caf\u{301}e") == ["caf\u{301}"])
    #expect(found("f", in: "f\u{301}\u{302}f") == ["f\u{301}\u{302}", "f"])
    #expect(found("é", in: "Ee\u{301}\u{325}É") == ["e\u{301}\u{325}", "É"])
  }

  @Test func takesAllOfACharacterThatIsFoundByAPart() {
    #expect(found("株", in: "甲㈱乙") == ["㈱"])
    #expect(found("fin", in: "the ﬁnal") == ["ﬁn"])
    #expect(found("s", in: "Straße") == ["S", "ß"])
    #expect(found("..", in: "等…等") == ["…"])
    #expect(found("ガン", in: "ｶﾞﾝﾀﾞﾑ") == ["ｶﾞﾝ"])
    #expect(found("café", in: "le cafe\u{301} noir") == ["cafe\u{301}"])
    #expect(found("don't “go”", in: "“I don’t \"go\"”") == ["don’t \"go\""])
  }

  @Test func looksForWhatIsShown() {
    #expect(found("👍🏽", in: SafeText("好👍🏽")) == ["👍"])
  }

  @Test func findsPlacesBehindScalarsOfOtherLength() {
    #expect(found("x", in: "㗲Ⱥ𠮷，X．x") == ["X", "x"])
  }

  @Test func findsWhatAPlainSearchOfFoldedTextFinds() {
    var random = SeededGenerator(seed: 23)
    let signs = Array("aAＡ股馬马，,x’'“「–-")
    for _ in 0..<300 {
      let text = SafeText(String((0..<30).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }))
      let needle = String((0..<2).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] })
      let folded = Folding.fold(text.string)
      var expected = 0
      var rest = folded[...]
      while let range = rest.firstRange(of: Folding.fold(needle)) {
        expected += 1
        rest = rest[range.upperBound...]
      }
      let found = found(needle, in: text)
      #expect(found.count == expected)
      #expect(found.allSatisfy { Folding.fold($0) == Folding.fold(needle) })
    }
  }
}
