import Testing

@testable import SearchIndex

@Suite struct GramScannerTests {
  private func grams(_ text: String) -> Set<Gram> {
    var text = text
    var grams: Set<Gram> = []
    text.withUTF8 { bytes in GramScanner.scan(bytes) { gram, _ in grams.insert(gram) } }
    return grams
  }

  private func gram(_ text: String) -> Gram {
    let scalars = text.unicodeScalars.map(\.value)
    switch scalars.count {
    case 1: return Gram(scalars[0])
    case 2: return Gram(scalars[0], scalars[1])
    default: return Gram(scalars[0], scalars[1], scalars[2])
    }
  }

  @Test func neighboursOfAllScriptsArePairs() {
    #expect(grams("a股5g") == Set(["a", "股", "5", "g", "a股", "股5", "5g"].map(gram)))
  }

  @Test func threeNarrowLettersAreAGramToo() {
    #expect(grams("ipo") == Set(["i", "p", "o", "ip", "po", "ipo"].map(gram)))
    #expect(grams("ab中cd") == Set(["a", "b", "中", "c", "d", "ab", "b中", "中c", "cd"].map(gram)))
  }

  @Test func aZeroCharacterSeparatesAndDoesNotEndTheText() {
    #expect(grams("涨\0跌停") == Set(["涨", "跌", "停", "跌停"].map(gram)))
  }

  @Test func signsStandAloneAndBlanksAreNothing() {
    #expect(grams("涨,3% 跌") == Set(["涨", ",", "3", "%", "跌"].map(gram)))
    #expect(grams(" \u{3000}\u{A0}\n") == [])
    #expect(grams("😀𠮷a") == Set(["😀", "𠮷", "a", "𠮷a"].map(gram)))
  }

  @Test(arguments: [
    ("降", ["降"]), ("降准", ["降准"]), ("全面降准", ["全面", "面降", "降准"]), ("a股", ["a股"]), ("ai", ["ai"]),
    ("bank", ["ban", "ank"]), ("6月15日", ["6月", "月1", "15", "5日"]), ("2022", ["202", "022"]),
    ("5g手机", ["5g", "g手", "手机"]), ("涨3%", ["涨3"]), ("%", ["%"]), ("……", ["…"]), ("  ", []), ("a b", ["a", "b"]),
    ("abc中", ["abc", "c中"]), ("中abc", ["中a", "abc"]),
  ])
  func aTextIsCoveredByFewGrams(text: String, cover: [String]) {
    #expect(TextNeedle(text).grams == cover.map(gram).sorted())
  }

  @Test(arguments: [
    ("降", true), ("降准", true), ("ai", true), ("ipo", true), ("ipos", false), ("降 ", false), ("降准了", false), ("", false),
  ])
  func oneGramAndNothingElseIsExact(text: String, isExact: Bool) {
    #expect(TextNeedle(text).isExact == isExact)
  }

  /// What makes search complete: whatever is cut out of a text, the text has all grams of the cut.
  @Test func aTextHasTheGramsOfEachOfItsParts() {
    let text = "5g手机:apple在a股市场 涨3.5%,2022年6月15日 éтα 𠮷野家 カナ한글"
    let scalars = Array(text.unicodeScalars)
    let all = grams(text)
    for start in scalars.indices {
      for end in start + 1...min(start + 9, scalars.count) {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[start..<end])
        let needle = TextNeedle(String(part))
        #expect(all.isSuperset(of: needle.grams), "\(String(part))")
        #expect(!needle.grams.isEmpty || scalars[start..<end].allSatisfy(\.properties.isWhitespace))
      }
    }
  }
}
