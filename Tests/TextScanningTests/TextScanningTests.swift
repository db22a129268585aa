import Testing

@testable import TextScanning

/// What parsers ask of pieces of text, of single characters and of bytes.
@Suite struct ScanningTests {
  @Test(arguments: [("　 甲 乙\u{a0}", "甲 乙"), ("\t甲", "甲"), ("", ""), ("  ", ""), ("甲\n", "甲\n")])
  func blanksOfAnyWidthAreTrimmed(text: String, trimmed: String) {
    #expect(text[...].trimmed == trimmed)
  }

  @Test func marksAreTrimmedWithTheBlanksAroundThem() {
    #expect("「 甲 」。"[...].trimmed(of: ["「", "」", "。"]) == "甲")
    #expect("-- 甲 --"[...].trimmedEnd(of: ["-"]) == "-- 甲")
  }

  @Test(arguments: [("甲乙", 4), ("ab", 2), ("甲b", 3), ("é", 1), ("", 0)])
  func columnsAreToldFromTheBytes(text: String, columns: Int) {
    #expect(text[...].roughColumns == columns)
    #expect(text[...].fits(columns))
    #expect(columns == 0 || !text[...].fits(columns - 1))
  }

  @Test(arguments: [("他说。”", true), ("Done!", true), ("标题", false), ("（见图）", false), ("", false), ("好。 ", true)])
  func aSentenceEndsBeforeItsClosingMarks(text: String, ends: Bool) {
    #expect(text[...].endsSentence == ends)
  }

  @Test(
    arguments: [
      ("(甲)", "甲"), ("(甲)(乙)", nil), ("((甲))", "(甲)"), ("甲)", nil), ("()", nil),
    ] as [(String, String?)])
  func onePairOfBracketsEnclosesTheWhole(text: String, inner: String?) {
    #expect(text[...].enclosed(by: Punctuation.roundBrackets).map(String.init) == inner)
  }

  @Test func piecesAreTrimmedAndNeverEmpty() {
    #expect("甲| 乙 ||丙"[...].pieces(between: ["|"]) == ["甲", "乙", "丙"])
    #expect("甲　乙  丙"[...].words == ["甲", "乙", "丙"])
  }

  @Test func beginningsAndEndsAreDroppedWhole() {
    #expect("来源：甲"[...].dropping(prefix: "来源：") == "甲")
    #expect("来源"[...].dropping(prefix: "来源：") == nil)
    #expect("甲..."[...].withoutEllipsis == "甲")
    #expect("甲。"[...].withoutEllipsis == "甲。")
  }

  @Test(arguments: [("0", true), ("z", true), ("é", true), ("甲", true), ("。", false), (" ", false)])
  func lettersDigitsAndCharactersMakeWords(scalar: String, isWordlike: Bool) {
    #expect(scalar.unicodeScalars.allSatisfy { $0.isWordlike == isWordlike })
  }

  @Test func aCharacterThatWasCutIsLeftOut() {
    let bytes = Array("甲乙".utf8)
    #expect(bytes.withoutHalfScalar == bytes)
    #expect(Array(bytes.dropLast()).withoutHalfScalar == Array("甲".utf8))
    #expect(Array(" 甲\n".utf8).trimmed.elementsEqual("甲".utf8))
  }

  @Test(
    arguments: [("abcab", "ab", 0), ("abcab", "ca", 2), ("甲乙甲", "乙", 3), ("ab", "abc", nil), ("ab", "", nil)]
      as [(String, String, Int?)])
  func textIsFoundByteByByte(text: String, pattern: String, offset: Int?) {
    let found = text[...].range(ofBytes: pattern)
    #expect(found.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == offset)
    #expect(text.holds(pattern) == (offset != nil))
  }

  @Test func onlyLettersOfASCIIBecomeSmall() { #expect("ABC-Ä甲"[...].lowercasedASCII == "abc-Ä甲") }
}

/// What is asked of a piece of text, border by border.
@Suite struct TextPieceTests {
  @Test(
    arguments: [
      0x20, 0x09, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, 0x2000, 0x200a, 0x202f, 0x205f, 0x3000,
    ] as [UInt32])
  func blanksOfEveryWidth(value: UInt32) throws {
    let blank = try #require(Unicode.Scalar(value))
    #expect(blank.isBlank)
    #expect("\(blank)甲\(blank)"[...].trimmed == "甲")
    #expect("甲\(blank)乙"[...].words == ["甲", "乙"])
  }

  @Test(arguments: [0x0a, 0x08, 0x1f, 0x21, 0x9f, 0xa1, 0x1fff, 0x200b, 0x2028, 0xfeff, 0x3001] as [UInt32])
  func otherCharactersAreNoBlanks(value: UInt32) throws { #expect(!(try #require(Unicode.Scalar(value)).isBlank)) }

  @Test(
    arguments: [
      (0x33ff, false), (0x3400, true), (0x4dbf, true), (0x4dc0, false), (0x4dff, false), (0x4e00, true), (0x9fff, true),
      (0xa000, false), (0xf8ff, false), (0xf900, true), (0xfaff, true), (0xfb00, false), (0x1ffff, false),
      (0x20000, true),
      (0x323af, true), (0x323b0, false), (0x3042, false),
    ] as [(UInt32, Bool)])
  func chineseCharactersAreToldByTheirBlocks(value: UInt32, isIdeograph: Bool) throws {
    #expect(try #require(Unicode.Scalar(value)).isIdeograph == isIdeograph)
  }

  @Test func lettersAndDigitsOfASCIIAreToldAtTheirBorders() {
    for byte in UInt8.min...0x7f {
      let scalar = Unicode.Scalar(byte)
      #expect(scalar.isASCIILetter == byte.isLetter && scalar.isASCIIDigit == byte.isDigit)
      #expect(byte.isLetter == ("a"..."z" ~= scalar || "A"..."Z" ~= scalar))
      #expect(byte.isDigit == ("0"..."9" ~= scalar))
      #expect(scalar.isWordlike == (byte.isLetter || byte.isDigit))
    }
    #expect(!UInt8(0xe1).isLetter && !Unicode.Scalar(0xe1 as UInt8).isASCIILetter)
  }

  @Test(
    arguments: [("ж", true), ("か", true), ("한", true), ("๑", false), ("、", false), ("€", false), ("\u{300}", false)]
      as [(Unicode.Scalar, Bool)])
  func lettersOfAllScriptsMakeWords(scalar: Unicode.Scalar, isWordlike: Bool) {
    #expect(scalar.isWordlike == isWordlike)
  }

  @Test func aTextFitsToTheColumn() {
    #expect("甲乙"[...].fits(4) && !"甲乙"[...].fits(3))
    #expect("abcd"[...].fits(4) && !"abcd"[...].fits(3))
    #expect(""[...].fits(0) && !"a"[...].fits(0))
    // Nine bytes in six columns, of which no more than twice as many bytes may be.
    #expect("甲乙丙"[...].fits(6) && !"甲乙丙"[...].fits(5))
    #expect("🚢"[...].roughColumns == 2 && "🚢"[...].fits(2))
  }

  @Test func marksAreTrimmedAtTheirEnds() {
    #expect(" .甲. 乙. "[...].trimmed(of: ["."]) == "甲. 乙")
    #expect(" .甲. "[...].trimmedEnd(of: ["."]) == " .甲")
    #expect("..."[...].trimmed(of: ["."]).isEmpty && "..."[...].trimmedEnd(of: ["."]).isEmpty)
    #expect("a\u{301}. "[...].trimmed(of: ["."]) == "a\u{301}")
  }

  @Test(
    arguments: [
      ("来源：甲", "来源", "：甲"), ("来源", "来源", ""), ("来", "来源", nil), ("源来源", "来源", nil), ("甲", "", "甲"),
      ("e\u{301}a", "e", "\u{301}a"),
    ] as [(String, String, String?)])
  func beginningsAreComparedByBytes(text: String, prefix: String, rest: String?) {
    #expect(text[...].dropping(prefix: prefix).map(String.init) == rest)
    #expect(text[...].starts(with: prefix) == (rest != nil))
  }

  @Test(
    arguments: [("甲报", "报", "甲"), ("报", "报", ""), ("甲", "甲报", nil), ("报甲", "报", nil), ("甲", "", "甲")]
      as [(String, String, String?)])
  func endsAreToo(text: String, suffix: String, rest: String?) {
    #expect(text[...].dropping(suffix: suffix).map(String.init) == rest)
  }

  @Test func anyOfSeveralMarksMayBeHeld() {
    #expect("甲，乙"[...].contains(anyOf: [",", "，"]))
    #expect(
      !"甲 乙"[...].contains(anyOf: [",", "，"]) && !""[...].contains(anyOf: [","]) && !"甲"[...].contains(anyOf: []))
  }

  @Test(
    arguments: [
      ("（甲)", "甲"), ("（甲）乙（丙）", nil), ("（（甲）乙（丙））", "（甲）乙（丙）"), ("（ 甲 ）", "甲"), ("（甲", nil), ("【甲】", nil), ("", nil),
      ("（", nil), ("（甲】", nil), ("（甲）乙）", nil),
    ] as [(String, String?)])
  func bracketsEncloseAWholeTextOrNone(text: String, inner: String?) {
    #expect(text[...].enclosed(by: Punctuation.roundBrackets).map(String.init) == inner)
  }

  @Test(
    arguments: [
      ("[某报] 阅读[312]次", "某报"), ("【某报】", "某报"), ("某报 [1]", nil), ("[某报", nil), ("［某报］", "某报"), ("", nil), ("[]a", ""),
      ("(某报)", nil),
      ("[某报】", nil),
    ] as [(String, String?)])
  func aTextMayBeginInBrackets(text: String, inner: String?) {
    #expect(text[...].leadingEnclosure(by: Punctuation.squareBrackets).map(String.init) == inner)
  }

  @Test func everyPairOfBracketsMayEnclose() {
    for (open, closing) in ["（": "）", "(": ")", "[": "]", "【": "】", "［": "］", "〔": "〕", "「": "」"] {
      #expect("\(open)甲\(closing)"[...].enclosed(by: Punctuation.allBrackets) == "甲")
    }
    #expect("《甲》"[...].enclosed(by: Punctuation.allBrackets) == nil)
  }

  @Test func piecesAndWordsAreNeverEmpty() {
    #expect(" | 甲 ||　乙|"[...].pieces(between: ["|"]) == ["甲", "乙"])
    #expect(" | "[...].pieces(between: ["|"]).isEmpty && ""[...].pieces(between: ["|"]).isEmpty)
    #expect("　 "[...].words.isEmpty)
    #expect("a,b;c"[...].pieces(between: [",", ";"]) == ["a", "b", "c"])
  }

  @Test(arguments: [("甲。”）", "。"), ("甲 】", "甲"), ("”）", nil), ("", nil), ("a\"'", "a")] as [(String, Unicode.Scalar?)])
  func closingMarksHideNoEnd(text: String, last: Unicode.Scalar?) { #expect(text[...].lastSignificant == last) }

  @Test(arguments: ["。", "！", "？", "!", "?", "…", ".", "；", ";", "｡"]) func aMarkEndsASentence(mark: String) {
    #expect("星海财经\(mark)"[...].endsSentence && "星海财经\(mark)」 "[...].endsSentence)
    #expect(!"\(mark)星海财经"[...].endsSentence)
  }

  @Test(arguments: ["，", ",", "、", "：", ":", "—", "-", "%", "）"]) func otherMarksDoNot(mark: String) {
    #expect(!"星海财经\(mark)"[...].endsSentence)
  }

  @Test(arguments: [
    ("甲…", "甲"), ("甲……", "甲"), ("甲...", "甲"), ("甲......", "甲"), ("甲.…", "甲"), ("甲..", "甲.."), ("甲.", "甲."),
    ("…甲", "…甲"), ("甲... ", "甲... "),
  ])
  func pointsAtTheEndShowThatATextWasCut(text: String, expected: String) {
    #expect(text[...].withoutEllipsis == expected)
  }
}
