import SeededRandom
import Testing

@testable import TextBasics

@Suite struct FoldingTests {
  @Test(arguments: [
    ("ＡＢＣ１２３，！", "abc123,!"), ("Ａ股", "a股"), ("a\u{3000}b", "a b"), ("￥￡", "¥£"), ("IPO", "ipo"), ("ÉCOLE", "école"),
    ("ΑΘΗΝΑΣ", "αθηνασ"), ("ς", "σ"), ("ФОНД", "фонд"), ("İ", "i"), ("ẞ", "ß"), ("Ⅳ", "ⅳ"),
    ("馬上消費", "马上消费"), ("後裏乾", "后里干"), ("股價漲停", "股价涨停"),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  @Test(arguments: ["", "a", "马上消费,2000亿元。", "é", "e\u{301}", "𠮷", "📈"])
  func leavesWhatIsFolded(_ text: String) {
    #expect(Folding.fold(text) == text)
  }

  @Test func copiesNothingWhereNothingChanges() {
    let text = String(repeating: "上证指数收涨1.2%", count: 9)
    let address = text.withBytes { Int(bitPattern: $0.baseAddress) }
    #expect(Folding.fold(text).withBytes { Int(bitPattern: $0.baseAddress) } == address)
  }

  @Test func foldsAtEveryPlaceOfAWord() {
    for length in 0..<20 {
      for (scalar, folded) in [
        ("Z", "z"), ("A", "a"), ("@", "@"), ("[", "["), ("馬", "马"), ("Ｚ", "z"), ("\u{7F}", "\u{7F}"),
      ] {
        let before = String(repeating: "x", count: length)
        #expect(Folding.fold(before + scalar + "yyyyyyyyyy") == before + folded + "yyyyyyyyyy")
      }
    }
  }

  @Test func findsRoomForTextThatGrows() {
    // Three bytes to four, two to three.
    #expect(Folding.fold("㗲") == "𠵾")
    #expect(Folding.fold(String(repeating: "㗲", count: 50)) == String(repeating: "𠵾", count: 50))
    #expect(Folding.fold(String(repeating: "Ⱥ", count: 51)) == String(repeating: "ⱥ", count: 51))
    #expect(Folding.fold("Ⱥ") == "ⱥ")
  }

  @Test func foldingTwiceIsFoldingOnceForEveryScalar() {
    let folds = FoldingTable.shared
    for scalar in allScalarsThatMatter where folds.fold(scalar.value) != scalar.value {
      let folded = folds.fold(scalar.value)
      #expect(folds.fold(folded) == folded, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func agreesWithTheLowerCaseOfTheStandardLibrary() {
    for range in [0x41...0x24F, 0x391...0x3A9, 0x400...0x52F, 0x1E00...0x1E95] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap(Unicode.Scalar.init) where scalar.properties.isUppercase {
        guard scalar != "İ" else { continue }
        #expect(Folding.fold(String(scalar)) == scalar.properties.lowercaseMapping)
      }
    }
  }

  @Test func keepsTheNumberOfScalars() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let text = String.random(using: &random)
      let folded = Folding.fold(text)
      #expect(folded.unicodeScalars.count == text.unicodeScalars.count)
      #expect(folded.unicodeScalars.elementsEqual(text.unicodeScalars.map { self.folded(of: $0) }))
      #expect(Folding.fold(folded) == folded)
    }
  }

  private func folded(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(FoldingTable.shared.fold(scalar.value)) ?? scalar
  }
}
