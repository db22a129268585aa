import SeededRandom
import Testing

@testable import TextBasics

@Suite struct SafeTextTests {
  @Test(arguments: [
    "", "plain ASCII, long enough for several words at once ~", "上证指数收涨1.2%，成交额连续三日突破万亿元。",
    "“引号”——破折号……", "ａｂｃ！？", "가나다 かな カナ", "●○★▲▼█▓▒░⠿│─", "e\u{301}", "\u{E000}", "📈🇨🇳", "𠮷野家",
  ])
  func keepsWhatIsSafe(_ text: String) {
    #expect(SafeText(text).string == text)
    #expect(SafeText(lines: text).string == text)
  }

  @Test func copiesNothingWhereNothingChanges() {
    let raw = String(repeating: "上证指数收涨1.2%，成交额突破万亿元。", count: 9)
    let address = raw.withBytes { Int(bitPattern: $0.baseAddress) }
    #expect(SafeText(raw).string.withBytes { Int(bitPattern: $0.baseAddress) } == address)
    #expect(SafeText(lines: raw).string.withBytes { Int(bitPattern: $0.baseAddress) } == address)
  }

  @Test func removesWhatCouldSteerATerminal() {
    #expect(SafeText("a\u{1B}[31mred\u{1B}[0m").string == "a[31mred[0m")
    #expect(SafeText("\u{1B}]0;title\u{07}b").string == "]0;titleb")
    #expect(SafeText("\u{1B}P+q\u{1B}\\c").string == "P+q\\c")
    #expect(SafeText("a\u{9B}31m\u{9D}0;x\u{9C}\u{90}\u{7F}\0b").string == "a31m0;xb")
    #expect(SafeText("股\u{1B}价\u{8}").string == "股价")
  }

  @Test func removesControlCharactersOfRawBytes() {
    // A lone 0x9B is no UTF-8: it has become U+FFFD before it could be taken for a CSI.
    let bytes: [UInt8] = [0x61, 0x9B, 0x33, 0x31, 0x6D, 0x1B, 0x5B, 0x48, 0xC2, 0x9B, 0x4A, 0xFF, 0x62]
    #expect(SafeText(String(decoding: bytes, as: UTF8.self)).string == "a\u{FFFD}31m[HJ\u{FFFD}b")
  }

  @Test func findsAControlCharacterAtEveryPlaceOfAWord() {
    for length in 0..<20 {
      for scalar in ["\u{1B}", "\u{1F}", "\0", "\u{7F}", "\u{80}", "\u{9F}"] {
        let before = String(repeating: "x", count: length)
        #expect(SafeText(before + scalar + "yyyyyyyyyyyy").string == before + "yyyyyyyyyyyy")
      }
    }
  }

  @Test func makesOneLineOfSeveral() {
    #expect(SafeText("a\nb\r\nc\rd\te").string == "a b c d e")
    #expect(SafeText("a\u{85}b\u{2028}c\u{2029}d\u{B}e\u{C}f").string == "a b c d e f")
    #expect(SafeText("a\n\n\r\n\r\rb").string == "a     b")
  }

  @Test func keepsLineBreaksOfLines() {
    #expect(SafeText(lines: "a\nb\r\nc\rd\te\n\n").string == "a\nb\nc\nd e\n\n")
    #expect(SafeText(lines: "a\u{85}b\u{2028}c\u{2029}d").string == "a\nb\nc\nd")
  }

  @Test func removesWhatIsNotShown() {
    let hidden = [
      "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200B}", "\u{200C}",
      "\u{200D}",
      "\u{2060}", "\u{2064}", "\u{FEFF}", "\u{180E}", "\u{AD}", "\u{34F}", "\u{115F}", "\u{1160}", "\u{3164}",
      "\u{FFA0}",
      "\u{FE00}", "\u{FE0F}", "\u{E0100}", "\u{1F3FB}", "\u{1F3FF}", "\u{E0001}", "\u{E007F}", "\u{FFF9}", "\u{FFFB}",
    ]
    for scalar in hidden {
      #expect(SafeText("中\(scalar)文").string == "中文")
      #expect(SafeText(scalar).isEmpty)
    }
  }

  @Test func keepsOnlyTheFirstOfJoinedEmoji() {
    #expect(SafeText("👩\u{200D}👩\u{200D}👧\u{200D}👦好").string == "👩好")
    #expect(SafeText("👍🏽好").string == "👍好")
    #expect(SafeText("👩🏽\u{200D}🚀x👩\u{200D}❤\u{FE0F}\u{200D}👨").string == "👩x👩")
    #expect(SafeText("🏳\u{FE0F}\u{200D}🌈").string == "🏳")
    #expect(SafeText("❤\u{FE0F}").string == "❤")
    #expect(SafeText("👩👧").string == "👩👧")
    #expect(SafeText("中\u{200D}👧").string == "中👧")
  }

  @Test func capsCombiningMarks() {
    let mark = "\u{301}"
    #expect(
      SafeText("e" + String(repeating: mark, count: 9) + "f").string == "e" + String(repeating: mark, count: 4) + "f")
    #expect(SafeText("e\(mark)f\(mark)").string == "e\(mark)f\(mark)")
  }

  @Test func givesAMarkWithoutBaseADottedCircle() {
    #expect(SafeText("\u{301}a").string == "\u{25CC}\u{301}a")
    #expect(SafeText("\u{1B}\u{301}").string == "\u{25CC}\u{301}")
    #expect(SafeText(lines: "a\n\u{301}").string == "a\n\u{25CC}\u{301}")
    #expect(SafeText("a\n\u{301}").string == "a \u{301}")
  }

  @Test func replacesWhatHasNoWidth() {
    #expect(SafeText("a\u{378}b\u{FFFF}c\u{1FFFE}d").string == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
    // Unicode 15.
    #expect(SafeText("\u{1FABF}").string == "\u{FFFD}")
  }

  @Test func literalsAndInterpolationsAreSanitised() {
    let literal: SafeText = "a\u{1B}b"
    #expect(literal.string == "ab")
    let title = "x\u{202E}\ny"
    let interpolated: SafeText = "《\(title)》\(3)"
    #expect(interpolated.string == "《x y》3")
    #expect("\(interpolated)" == "《x y》3")
  }

  @Test func joinedTextsAreSafe() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let joined = SafeText(lines: .random(using: &random)) + SafeText(lines: .random(using: &random))
      #expect(SafeText(lines: joined.string) == joined)
    }
  }

  @Test func anyTextBecomesSafeAndStaysAsItIs() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<1500 {
      let raw = String.random(using: &random)
      let line = SafeText(raw)
      #expect(line.string.unicodeScalars.allSatisfy { !isForbidden($0) }, "\(raw.debugDescription)")
      #expect(!line.string.unicodeScalars.contains("\n"))
      #expect(SafeText(line.string) == line, "\(raw.debugDescription)")

      let lines = SafeText(lines: raw)
      #expect(lines.string.unicodeScalars.allSatisfy { $0 == "\n" || !isForbidden($0) }, "\(raw.debugDescription)")
      #expect(SafeText(lines: lines.string) == lines, "\(raw.debugDescription)")
    }
  }

  @Test func everyScalarAloneBecomesSafe() {
    for scalar in allScalarsThatMatter {
      let text = SafeText("a\(Character(scalar))b").string
      guard text.unicodeScalars.contains(where: isForbidden) else { continue }
      Issue.record("U+\(String(scalar.value, radix: 16)) gives \(text.debugDescription)")
    }
  }

  @Test func whatIsUnsafeIsFoundWithItsPlace() {
    for scalar in allScalarsThatMatter {
      let text = "新a\(Character(scalar))b"
      let found = text.utf8.withContiguousStorageIfAvailable { SafeText.firstUnsafe(in: $0, from: 3) } ?? nil
      let isKept = SafeText(text).string.unicodeScalars.elementsEqual(text.unicodeScalars)
      #expect((found == nil) == isKept, "U+\(String(scalar.value, radix: 16))")
      guard let found else { continue }
      #expect(found.scalar == scalar && found.range == 4..<4 + String(scalar).utf8.count)
    }
  }

  /// By the properties of the standard library, which owe nothing to our tables.
  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.generalCategory == .control || properties.generalCategory == .unassigned
      || properties.generalCategory == .lineSeparator || properties.generalCategory == .paragraphSeparator
      || properties.isDefaultIgnorableCodePoint || properties.isBidiControl || properties.isEmojiModifier
      || properties.isNoncharacterCodePoint || properties.isVariationSelector
  }
}
