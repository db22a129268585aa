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

@Suite struct ScalarSetTests {
  @Test func membersAreThoseGiven() {
    let set: ScalarSet = ["a", "?", "。", "\u{20000}"]
    for member in ["a", "?", "。", "\u{20000}"] as [Unicode.Scalar] { #expect(set.contains(member)) }
    for other in ["b", "!", "，", "\u{20001}"] as [Unicode.Scalar] { #expect(!set.contains(other)) }
  }

  @Test func setsAreUnitedAndTakenApart() {
    let set = (["a", "。"] as ScalarSet).union(["b", "！"]).subtracting(["a", "！"])
    #expect((["a", "b", "。", "！"] as [Unicode.Scalar]).map(set.contains) == [false, true, true, false])
  }
}

@Suite struct KeywordTableTests {
  private let table = KeywordTable([(1, "来源,文章来源"), (2, "Tag,tags"), (3, "作者")])

  @Test(arguments: [
    ("来源：甲", 1, "：甲"), ("来　源 甲", 1, " 甲"), ("文章来源", 1, ""), ("TAGS: a", 2, ": a"), ("tag1", 2, "1"),
  ])
  func theLongestKeywordCounts(text: String, value: Int, rest: String) {
    #expect(table.match(text[...])?.value == value)
    #expect(table.match(text[...])?.rest ?? "" == rest)
  }

  @Test(arguments: ["", "Taggart", "源来", "作 家", "文章"]) func otherBeginningsAreNone(text: String) {
    #expect(table.match(text[...]) == nil)
  }
}

@Suite struct PhraseFinderTests {
  private let finder = PhraseFinder(["扫一扫", "责任编辑", "abc"])

  @Test(arguments: ["请扫一扫", "责任编辑：甲", "xxabc", "扫扫一扫"]) func aPhraseIsFoundAnywhere(text: String) {
    #expect(finder.matches(text[...]))
  }

  @Test(arguments: ["", "扫一", "责任编", "ab", "a甲bc"]) func nothingElseIs(text: String) {
    #expect(!finder.matches(text[...]))
  }
}

@Suite struct TextLinesTests {
  @Test func linesKnowTheirPlace() {
    let lines = TextLines.split("甲\n\n　　乙\n丙"[...])
    #expect(lines.map(\.text) == ["甲", "乙", "丙"])
    #expect(lines.map(\.number) == [1, 3, 4])
    #expect(lines.map(\.isAfterBlank) == [true, true, false])
    #expect(lines.map(\.isIndented) == [false, true, false])
    #expect(TextLines.split("甲\n乙\n丙", atMost: 2).count == 2)
  }

  @Test func whatIsCleanedIsSafe() {
    #expect(TextLines.cleaned("甲<br>乙\t丙&amp;丁") == "甲\n乙  丙&丁")
    #expect(TextLines.cleanedLine(" 甲<b>乙</b> ") == "甲乙")
    #expect(TextLines.safeLine(" 甲 　 乙") == "甲 乙")
  }
}

@Suite struct CodeSpansTests {
  private func code(_ text: String) -> [String] { CodeSpans.split(text).filter(\.isCode).map { String($0.text) } }

  @Test func codeStandsBetweenTicksAndFences() {
    #expect(code("甲 `<b>` 乙") == ["`<b>`"])
    #expect(code("甲\n```\n<p>\n```\n乙") == ["```\n", "<p>\n", "```\n"])
    #expect(code("甲 ` 乙").isEmpty)
    #expect(!CodeSpans.mayBe(in: "甲"))
  }

  @Test(arguments: ["甲 `a` 乙 ``b`` 丙", "```\nx", "", "`"]) func nothingIsLost(text: String) {
    #expect(CodeSpans.split(text).map(\.text).joined() == text)
  }
}
