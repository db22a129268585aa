import Testing

@testable import TextScanning

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
