import SeededRandom
import Testing

@testable import TextBasics

@Suite struct FoldedPatternTests {
  private func contains(_ text: String, _ pattern: String) -> Bool {
    var text = text
    let pattern = FoldedPattern(pattern)
    return text.withUTF8 { pattern.isContained(in: $0) }
  }

  @Test(arguments: [
    ("马上消费金融", "馬上消費"), ("馬上消費金融", "马上消费"), ("Ａ股三大指數", "a股"), ("a股", "Ａ股"), ("涨３．５％", "3.5%"),
    ("Federal Reserve", "reserve"), ("央行", "央行"), ("abc", ""), ("", ""), ("İstanbul", "istanbul"),
    ("国国國家", "国家"), ("ẞß", "ßß"), ("Ⱥb", "ⱥB"),
  ])
  func whatFoldsToTheSameIsFound(text: String, pattern: String) {
    #expect(contains(text, pattern))
  }

  @Test(arguments: [
    ("央 行", "央行"), ("行央", "央行"), ("", "央"), ("央", "央行"), ("é", "e"), ("国", "国家"), ("家国", "国家"),
  ])
  func othersAreNot(text: String, pattern: String) {
    #expect(!contains(text, pattern))
  }

  @Test func itAgreesWithFoldingBothTexts() {
    var generator = SeededGenerator(seed: 11)
    let letters = Array("央行國国馬马aAａＡ1１ßẞéÉİi，,０Ⱥⱥ𠮷電")
    func text(_ length: Int) -> String {
      String((0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
    }
    var found = 0
    for _ in 0..<3_000 {
      let hay = text(Int.random(in: 0...30, using: &generator))
      let needle = text(Int.random(in: 1...3, using: &generator))
      let truth = Array(Folding.fold(hay).unicodeScalars).contains(Array(Folding.fold(needle).unicodeScalars))
      #expect(contains(hay, needle) == truth, "\(hay) \(needle)")
      found += truth ? 1 : 0
    }
    #expect(found > 300)
  }
}
