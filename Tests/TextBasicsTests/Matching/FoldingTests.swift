import Foundation
import SeededRandom
import Testing

@testable import TextBasics

@Suite struct FoldingTests {
  @Test(arguments: [
    ("ＡＢＣ１２３，！", "abc123,!"), ("Ａ股", "a股"), ("a\u{3000}b", "a b"), ("￥￡", "¥£"), ("IPO", "ipo"), ("ÉCOLE", "école"),
    ("ΑΘΗΝΑΣ", "αθηνασ"), ("ς", "σ"), ("ФОНД", "фонд"), ("İ", "i"), ("ẞ", "ss"), ("Ⅳ", "iv"),
    ("馬上消費", "马上消费"), ("後裏乾", "后里干"), ("股價漲停", "股价涨停"),
  ])
  func folds(_ text: String, _ expected: String) {
    #expect(Folding.fold(text) == expected)
  }

  @Test(arguments: ["", "a", "马上消费,2000亿元。", "é", "ガ", "각", "𠮷", "📈", "👍🏽", "🇨🇳", "¨", "ㄱㅏ"])
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

  @Test(arguments: [
    ("don’t", "don't"), ("don＇t", "don't"), ("don´t", "don't"), ("“好”", "\"好\""), ("「好」", "“好”"), ("«oui»", "\"oui\""),
    ("5G‑A", "5G-A"), ("2020–2024", "2020-2024"), ("新闻——快讯", "新闻--快讯"), ("−3℃", "-3°C"), ("New\u{A0}York", "New York"),
    ("10\u{202F}000", "10 000"), ("等等…", "等等..."), ("布什•乔治", "布什·乔治"), ("9∶30", "9:30"), ("½", "1/2"),
    ("ﬁnal oﬃcial", "final official"), ("Straße", "STRASSE"), ("ılık", "ilik"), ("m²", "m2"), ("H₂O", "h2o"),
    ("№ 5", "no 5"),
    ("㈱イロハ", "(株)イロハ"), ("℡", "TEL"), ("30㎏", "30kg"), ("㋿", "令和"), ("①", "1"), ("⼈⺟", "人母"), ("金", "金"),
    ("𝐁𝐚𝐧𝐤", "bank"),
    ("ｶﾞﾝﾀﾞﾑ", "ガンダム"), ("ﾊﾟﾘ", "パリ"), ("cafe\u{301}", "café"), ("か\u{3099}", "が"), ("\u{1112}\u{1161}\u{11AB}", "한"),
    ("e\u{323}\u{302}", "ệ"), ("e\u{302}\u{323}", "ệ"), ("I\u{307}", "i"), ("❤\u{FE0F}", "❤"),
    ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
    ("co\u{AD}op\u{200B}era\u{2060}tion", "cooperation"), ("می\u{200C}خواهد", "میخواهد"), ("👩\u{200D}💻", "👩💻"),
  ])
  func whatDiffersOnlyInTheWayOfWritingIsTheSame(_ a: String, _ b: String) {
    #expect(Folding.fold(a) == Folding.fold(b))
  }

  @Test(arguments: [
    ("café", "cafe"), ("が", "か"), ("パパ", "ハハ"), ("👍🏽", "👍"), ("👍🏽", "👍🏿"), ("《好》", "“好”"), ("。", "."), ("各", "a"),
    ("ø", "o"),
  ])
  func whatMeansSomethingElseIsNot(_ a: String, _ b: String) {
    #expect(Folding.fold(a) != Folding.fold(b))
  }

  @Test func foldingTwiceIsFoldingOnceForEveryScalar() {
    for scalar in allScalarsThatMatter {
      let folded = Folding.fold(String(scalar))
      #expect(
        Folding.fold(folded).unicodeScalars.elementsEqual(folded.unicodeScalars), "U+\(String(scalar.value, radix: 16))"
      )
    }
  }

  @Test func composedAndDecomposedFormsAreTheSameForEveryLetter() {
    for range in [0xA0...0x33FF, 0xAC00...0xAC20, 0xF900...0xFFEF, 0x11000...0x119FF, 0x2F800...0x2FA1D]
      as [ClosedRange<UInt32>]
    {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        let text = String(scalar)
        let folded = Folding.fold(text).unicodeScalars
        #expect(
          Folding.fold(text.decomposedStringWithCanonicalMapping).unicodeScalars.elementsEqual(folded), "\(scalar)")
      }
    }
  }

  @Test func agreesWithTheLowerCaseOfTheStandardLibrary() {
    for range in [0x41...0x24F, 0x391...0x3A9, 0x400...0x52F, 0x1E00...0x1E95] as [ClosedRange<UInt32>] {
      for scalar in range.compactMap(Unicode.Scalar.init) where scalar.properties.isUppercase {
        guard scalar != "İ" else { continue }
        #expect(Folding.fold(String(scalar)) == Folding.fold(scalar.properties.lowercaseMapping))
      }
    }
  }

  @Test func foldedTextIsTheFoldedUnitsOneBehindTheOther() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<500 {
      let text = String.random(using: &random)
      let folded = Folding.fold(text)
      var joined = String.UnicodeScalarView()
      text.withBytes { bytes in
        var units = FoldingUnits(bytes)
        var end = 0
        while units.advance() {
          #expect(units.range.lowerBound == end)
          end = units.range.upperBound
          units.forEachScalar { if let scalar = Unicode.Scalar($0) { joined.append(scalar) } }
        }
        #expect(end == bytes.count)
      }
      #expect(folded.unicodeScalars.elementsEqual(joined))
      #expect(Folding.fold(folded).unicodeScalars.elementsEqual(joined))
    }
  }

  @Test func aRoomThatIsUsedAgainGrowsWithItsTexts() {
    var room: [UInt8] = []
    for text in ["ABC", "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ", "", "馬e\u{301}"] {
      let count = text.withBytes { Folding.fold($0, into: &room) }
      #expect(String(decoding: room[..<count], as: UTF8.self) == Folding.fold(text))
    }
  }

  @Test func aHeapOfMarksIsFoldedInOrdinaryTime() {
    let marks = (0..<50_000).map { $0.isMultiple(of: 2) ? "\u{301}" : "\u{323}" }.joined()
    #expect(Folding.fold("E" + marks).unicodeScalars.first == "ẹ")
  }

  @Test func damagedBytesAreLookedAtWithoutReadingBeyondThem() {
    for bytes in [[0xE4], [0xE4, 0xB8], [0xF0, 0x9F, 0x91], [0x80, 0x80], [0xC3, 0xCC, 0x81, 0xFF]] as [[UInt8]] {
      var room: [UInt8] = []
      bytes.withUnsafeBufferPointer { bytes in
        _ = Folding.fold(bytes, into: &room)
        #expect(!FoldedPattern("央行").isContained(in: bytes))
        #expect(!FoldedPattern("bank").isContained(in: bytes))
      }
    }
  }
}
