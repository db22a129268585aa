import Testing

@testable import TextScanning

@Suite struct PhraseFinderTests {
  private let finder = PhraseFinder(["扫一扫", "责任编辑", "abc"])

  @Test(arguments: ["请扫一扫", "责任编辑：甲", "xxabc", "扫扫一扫"]) func aPhraseIsFoundAnywhere(text: String) {
    #expect(finder.matches(text[...]))
  }

  @Test(arguments: ["", "扫一", "责任编", "ab", "a甲bc"]) func nothingElseIs(text: String) {
    #expect(!finder.matches(text[...]))
  }
}

@Suite struct PhraseFinderRuleTests {
  @Test func phrasesWithOneBeginningAreToldApart() {
    let finder = PhraseFinder(["版权所有", "版权声明", "版权"])
    #expect(finder.matches("本页版权"))
    #expect(PhraseFinder(["版权所有", "版权声明"]).matches("甲版权声明"))
    #expect(!PhraseFinder(["版权所有", "版权声明"]).matches("版权归属"))
  }

  @Test func phrasesOfLessThanThreeBytesAreNone() {
    let finder = PhraseFinder(["", "a", "ab"])
    #expect(!finder.matches("ab") && !finder.matches("abc") && !finder.matches(""))
  }

  @Test(arguments: ["éabc", "𠀀abc", "甲abc", "xabc", "ababc", "abc"]) func aPhraseMayStandBehindAnyCharacter(
    text: String
  ) {
    #expect(PhraseFinder(["abc"]).matches(text[...]))
  }

  @Test(arguments: [
    ("甲abcd", true), ("甲abc", false), ("abcde", true), ("zabcd", true), ("abc", false), ("ab甲cd", false),
  ])
  func aPhraseEndsWithinTheText(text: String, matches: Bool) {
    #expect(PhraseFinder(["abcd"]).matches(text[...]) == matches)
  }

  @Test func aPieceOfATextIsLookedAtAlone() {
    let text = "广告：扫一扫"
    #expect(!PhraseFinder(["广告"]).matches(text.dropFirst()))
    #expect(!PhraseFinder(["扫一扫"]).matches(text.dropLast()))
    #expect(PhraseFinder(["扫一扫"]).matches(text.dropFirst(3)))
  }

  @Test func eachOfManyPhrasesIsFound() {
    let phrases = (0..<200).map { "phrase \($0)." }
    let finder = PhraseFinder(phrases)
    for phrase in phrases { #expect(finder.matches("甲 \(phrase)"[...])) }
    #expect(!finder.matches("phrase 200."))
  }
}
