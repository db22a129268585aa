import Testing

@testable import TextScanning

@Suite struct KeywordTableRuleTests {
  private let table = KeywordTable([
    ("source", "来源,来源地,Source"), ("by", "BY,by line"), ("a-b", "a-b"), ("mixed", "第1版,Q值"), ("none", ""),
    ("none", ",,"),
  ])

  private func found(_ text: String) -> String? { table.match(text[...]).map { "\($0.value)|\($0.rest)" } }

  @Test(arguments: [
    ("来源地：甲", "source|：甲"), ("来 源\u{3000}地", "source|"), ("来源 地图", "source|图"), ("来源图", "source|图"),
  ])
  func aLongerKeywordGoesFirst(text: String, expected: String) { #expect(found(text) == expected) }

  @Test(arguments: [
    ("sOuRcE: a", "source|: a"), ("by", "by|"), ("By Ann", "by| Ann"), ("BY LINE x", "by| x"), ("A-B", "a-b|"),
  ])
  func lettersMatchInAnyCase(text: String, expected: String) { #expect(found(text) == expected) }

  /// Blanks may stand between Chinese characters alone.
  @Test(arguments: ["s ource", "b y", "第 1版", "第1 版", "Q 值", " 来源", "第１版"])
  func otherKeywordsAreNotSpacedOut(text: String) { #expect(found(text) == nil) }

  @Test func aKeywordOfLettersEndsBeforeALetterOfASCIIAlone() {
    #expect(found("bygone") == nil)
    #expect(found("by1") == "by|1")
    #expect(found("by甲") == "by|甲")
    #expect(found("来源a") == "source|a")
    #expect(found("Sourceé") == "source|é")
  }

  @Test func anEmptyListHasNoKeyword() {
    #expect(KeywordTable([(1, "")]).match("甲") == nil)
    #expect(KeywordTable<Int>([]).match("甲") == nil)
  }

  @Test(
    arguments: [("A", "a"), ("Z", "z"), ("@", "@"), ("[", "["), ("a", "a"), ("À", "À"), ("Ａ", "Ａ")]
      as [(Unicode.Scalar, Unicode.Scalar)])
  func capitalLettersOfASCIIBecomeSmall(scalar: Unicode.Scalar, expected: Unicode.Scalar) {
    #expect(scalar.lowercasedASCII == expected)
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

@Suite struct ScalarSetRuleTests {
  @Test func membersAtTheBordersOfTheMasks() {
    let members: [Unicode.Scalar] = ["\u{0}", "\u{3f}", "\u{40}", "\u{7f}", "\u{80}", "\u{10ffff}"]
    let set = ScalarSet(members)
    for member in members { #expect(set.contains(member)) }
    for other in ["\u{1}", "\u{3e}", "\u{41}", "\u{7e}", "\u{81}", "\u{10fffe}"] as [Unicode.Scalar] {
      #expect(!set.contains(other))
    }
    #expect(!([] as ScalarSet).contains("\u{0}"))
  }

  @Test func aMemberGivenTwiceIsTakenAway() {
    let set = (["。", "。", "a", "a"] as ScalarSet).subtracting(["。", "a"])
    #expect(!set.contains("。") && !set.contains("a"))
  }

  @Test func neitherSetIsChanged() {
    let set: ScalarSet = ["a", "。"]
    _ = set.union(["b"])
    _ = set.subtracting(["a"])
    #expect(set.contains("a") && set.contains("。") && !set.contains("b"))
  }
}
