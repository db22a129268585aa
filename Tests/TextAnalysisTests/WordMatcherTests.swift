import Growth
import Testing
import TextBasics

@testable import TextAnalysis

struct WordMatcherTests {
  private func found(_ words: [String], in text: String) -> [String] {
    let bytes = Array(Folding.fold(text).utf8)
    return WordMatcher(words).matches(in: bytes, 0..<bytes.count).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func everyWordIsFoundByItsBeginningTheShorterFirst() {
    #expect(found(["银行", "工商", "工商银行"], in: "工商银行行长") == ["工商", "工商银行", "银行"])
  }

  @Test func longestWordsDoNotOverlap() {
    let matcher = WordMatcher(["中国", "中国银行", "银行业"])
    let bytes = Array("中国银行业".utf8)
    var words: [String] = []
    matcher.forEachLongestMatch(in: bytes, 0..<bytes.count) { words.append(matcher.word($0.word)) }
    #expect(words == ["中国银行"])
  }

  @Test(arguments: [
    ("gap", "agape gaps gap", ["gap"]),
    ("upgrad*", "upgraded upgrade, 3upgrade", ["upgrad", "upgrad"]),
    ("a*", "ab ba 中a", ["a", "a"]),
    ("3m", "13m 3m涨 3mm", ["3m"]),
    ("b站", "b站 ab站", ["b站"]),
    ("跌", "下跌，跌停", ["跌", "跌"]),
    ("$aapl", "买$aapl,$aapls", ["$aapl"]),
    ("*st", "*st金", ["*st"]),
  ])
  func latinWordsStandBetweenBorders(word: String, text: String, expected: [String]) {
    #expect(found([word], in: text) == expected)
  }

  @Test func wordsAndTextsMeetInTheirFoldedForm() {
    #expect(found(["臺積電", "ＡＢＣ"], in: "台积电 abc") == ["台积电", "abc"])
  }

  @Test func equalWordsAreOneWord() {
    var matcher = WordMatcher()
    #expect(matcher.add("银行") == 0)
    #expect(matcher.add("银") == 1)
    #expect(matcher.add("银行") == 0)
    #expect(matcher.number(of: "银") == 1)
    #expect(matcher.number(of: "行") == nil)
    #expect(matcher.add("") == nil)
    #expect(matcher.count == 2)
  }

  @Test func moreWordsThanWereForeseenAreAllFound() {
    // Of one length, so that none begins another.
    let numbers = (20_000..<29_000).map { String($0, radix: 25) + ($0.isMultiple(of: 3) ? "x*" : "x") }
    let words = numbers + ["升", "(a)", "-3"]
    let plain = words.map { $0.hasSuffix("*") ? String($0.dropLast()) : $0 }
    let isComplete = found(words, in: plain.joined(separator: ";")) == plain
    #expect(isComplete)
  }

  @Test func manyWordsWithOneBeginningAreAllFound() {
    let words = (0..<3000).map { "中\(String($0, radix: 7))国" }
    let text = words.joined(separator: ",")
    #expect(found(words, in: text) == words)
  }

  @Test func aRangeEndsAWord() {
    let matcher = WordMatcher(["银行", "跌"])
    let bytes = Array("银行跌".utf8)
    #expect(matcher.matches(in: bytes, 0..<5).isEmpty)
    #expect(matcher.matches(in: bytes, 3..<99).count == 1)
    #expect(matcher.matches(in: bytes, 7..<99).isEmpty)
  }

  @Test func bytesThatAreNoTextAreRead() {
    let matcher = WordMatcher(["银行", "a"])
    for byte: UInt8 in [0x80, 0xC3, 0xE9, 0xF0, 0xFF] {
      for count in 1...12 {
        let bytes = [UInt8](repeating: byte, count: count)
        #expect(matcher.matches(in: bytes, 0..<count).isEmpty)
      }
    }
  }

  @Test(arguments: ["中国", "a", "a ", "（"])
  func workGrowsWithTheText(piece: String) {
    let matcher = WordMatcher(["中国中国中国中国中国中", "aaaaaaaa", "a a a a a", "（（（（（"])
    #expect(
      growsLinearly(from: 1 << 15) {
        Array(String(repeating: piece, count: $0).utf8)
      } _: { bytes in
        var count = 0
        matcher.forEachMatch(in: bytes, 0..<bytes.count) { _ in count += 1 }
      })
  }
}
