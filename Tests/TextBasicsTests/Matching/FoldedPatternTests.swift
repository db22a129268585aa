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
    ("国国國家", "国家"), ("ẞß", "ssß"), ("Ⱥb", "ⱥB"), ("社㍿", "社株式"), ("㋿元年", "和元"), ("咖啡cafe\u{301}", "啡Café"),
    ("央\u{FE00}行", "央行"),
    ("央行…", "行.."), ("说“好”", "说「好」"), ("ﬁnal", "in"), ("5㈰", "(日"),
  ])
  func whatFoldsToTheSameIsFound(text: String, pattern: String) {
    #expect(contains(text, pattern))
  }

  @Test(arguments: [
    ("央 行", "央行"), ("行央", "央行"), ("", "央"), ("央", "央行"), ("é", "e"), ("国", "国家"), ("家国", "国家"),
    ("啡cafe\u{301}", "啡cafe"), ("e\u{301}", "e"), ("か\u{3099}", "か"), ("㍿", "社株"),
  ])
  func othersAreNot(text: String, pattern: String) {
    #expect(!contains(text, pattern))
  }

  @Test func itAgreesWithFoldingBothTexts() {
    var generator = SeededGenerator(seed: 11)
    let letters =
      Array("央行國国馬马aAａＡ1１ßẞéÉİi，,０Ⱥⱥ𠮷電会會社㍿㈱株…。’'“「かが日㏤".unicodeScalars) + ["\u{301}", "\u{3099}", "\u{200D}"]
    func text(_ length: Int) -> String {
      var text = String.UnicodeScalarView()
      for _ in 0..<length { text.append(letters[Int.random(in: 0..<letters.count, using: &generator)]) }
      return String(text)
    }
    var found = 0
    for _ in 0..<4_000 {
      let hay = text(Int.random(in: 0...30, using: &generator))
      let needle = text(Int.random(in: 1...3, using: &generator))
      let truth = Array(Folding.fold(hay).unicodeScalars).contains(Array(Folding.fold(needle).unicodeScalars))
      #expect(contains(hay, needle) == truth, "\(hay) \(needle)")
      found += truth ? 1 : 0
    }
    #expect(found > 300)
  }

  @Test func whatIsDroppedOrJoinedMayStandAnywhere() {
    var joining: [Unicode.Scalar] = []
    FoldingTable.shared.forEachChange { source, target in
      guard target >= FoldingTable.firstSpecial, FoldingTable.shared.special(target).joinsBefore else { return }
      if let scalar = Unicode.Scalar(source) { joining.append(scalar) }
    }
    #expect(joining.count > 2_000)
    for scalar in joining {
      for (text, pattern) in [("的\(scalar)在哪里", "的在哪里"), ("x 👩\(scalar)👧", "👩👧"), ("在的\(scalar)里", "的\(scalar)里")] {
        let truth = Array(Folding.fold(text).unicodeScalars).contains(Array(Folding.fold(pattern).unicodeScalars))
        #expect(contains(text, pattern) == truth, "\(String(scalar.value, radix: 16)) in \(pattern)")
      }
    }
  }

  @Test func countsEveryPlace() {
    func count(_ pattern: String, _ text: String) -> Int {
      var text = text
      return text.withUTF8 { FoldedPattern(pattern).count(in: $0) }
    }
    #expect(count("央行", "央行与央行") == 2)
    #expect(count("国国", "国國国") == 2)
    #expect(count("社", "会社、㍿、社\u{FE00}") == 3)
    #expect(count("ss", "ßss STRASSE") == 4)
    #expect(count("的在哪里", "的\u{200D}在哪里，的在哪里") == 2)
    #expect(count("", "央行") == 0)
  }
}
