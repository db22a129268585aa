import Testing

@testable import TextScanning

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

@Suite struct TextLinesRuleTests {
  @Test func aLineEndsAtItsBreakAlone() {
    #expect(TextLines.split("").isEmpty && TextLines.split("\n \n\t\n").isEmpty)
    #expect(TextLines.split("甲\r\n乙\r\n").map(\.text) == ["甲", "乙"])
    #expect(TextLines.split("甲\u{2028}乙").count == 1)
    #expect(TextLines.split("甲").map(\.number) == [1])
    #expect(TextLines.split("\n\n甲\n\n").map(\.number) == [3])
  }

  @Test func aLineOfBlanksIsAnEmptyOne() {
    let lines = TextLines.split("甲\n　\n乙\n丙")
    #expect(lines.map(\.isAfterBlank) == [true, true, false])
  }

  @Test(arguments: [("\t甲", true), ("　甲", true), (" 甲", true), ("甲 ", false), ("甲", false)])
  func blanksBeforeALineSetItIn(text: String, isIndented: Bool) {
    #expect(TextLines.split(text[...]).first?.isIndented == isIndented)
  }

  @Test func noMoreLinesAreTakenThanAreWanted() {
    #expect(TextLines.split("甲\n\n乙\n丙", atMost: 0).isEmpty)
    #expect(TextLines.split("甲\n\n乙\n丙", atMost: 1).map(\.text) == ["甲"])
    #expect(TextLines.split("甲\n\n乙\n丙", atMost: 3).map(\.number) == [1, 3, 4])
  }

  @Test func aPieceOfATextHasLinesOfItsOwn() {
    let text = "甲\n乙\n丙"
    #expect(TextLines.split(text.dropFirst(2).dropLast(1)).map(\.text) == ["乙"])
  }

  @Test func aTabKeepsCellsApart() {
    #expect(TextLines.cleaned("a\tb") == "a  b")
    #expect(TextLines.cleaned("a\t\tb") == "a    b")
  }

  @Test func controlCharactersDoNotPass() {
    for text in ["甲\u{1b}[31m乙", "甲&#27;[31m乙", "甲\u{202e}乙", "甲\u{0}乙"] {
      for cleaned in [TextLines.cleaned(text), TextLines.cleanedLine(text), TextLines.safeLine(text)] {
        #expect(!cleaned.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202e}" }, "\(text)")
      }
    }
  }

  @Test func aLineHasNoBreaks() {
    #expect(!TextLines.cleanedLine("甲<br>乙\n丙").contains("\n"))
    #expect(!TextLines.safeLine("甲\n乙").contains("\n"))
    #expect(TextLines.safeLine("  甲\t\t乙  ") == "甲 乙")
    #expect(TextLines.safeLine("甲<b>&amp;") == "甲<b>&amp;")
  }
}
