import Testing

@testable import SourceForms

@Suite struct LineCensusTests {
  private func census(_ lines: [String]) -> LineCensus { LineCensus(lines.joined(separator: "\n")[...]) }
  private func census(_ line: String) -> LineCensus { LineCensus(line[...]) }

  @Test func emptyLinesDoNotCount() {
    #expect(LineCensus("甲\r\n\r\n \t\n乙\n").lines == 2)
    #expect(LineCensus("").lines == 0)
  }

  @Test(arguments: [
    "金价走高。", "金价，油价", "涨了！", "涨了？", "金、银", "Gold rose in thin trade on Monday.", "Gold, silver, oil and gas all rose!",
    String(repeating: "金", count: 21),
  ])
  func runningTextIsASentence(line: String) { #expect(census(line).sentences == 1) }

  @Test(arguments: [
    "金价走高", "Gold rose.", "Gold rose in thin trade on Monday", "let a b c d e f;", "# 金价走高。", "// 金价走高。",
    "title: 金价走高。", "- 金价走高。", String(repeating: "金", count: 20), "1 2 3 4 5 6 7.",
  ])
  func otherLinesAreNone(line: String) { #expect(census(line).sentences == 0) }

  @Test(arguments: [
    ("https://a.example/feed", 1), ("http://a.example", 1), ("https://a.example/ 星海", 0), ("ftp://a.example", 0),
    ("a https://a.example", 0),
  ])
  func addressesStandAlone(line: String, count: Int) { #expect(census(line).addresses == count) }

  @Test(arguments: [
    ("2031-02-03 10:00:01 INFO a", 1), ("Feb 03 10:00:01 host a[12]: b", 1),
    ("127.0.0.1 - [03/Feb/2031:10:00] \"GET / HTTP\"", 1), ("10:00 INFO a", 1), ("1:0 INFO a", 0),
    ("2031-02-03 INFO a", 0),
    ("2031-02-03 10:00:01 a", 0), ("INFO a", 0),
  ])
  func aLogHasATimeAndALevel(line: String, count: Int) { #expect(census(line).logged == count) }

  @Test(arguments: [
    ("a = b", 1), ("a-b.c_1=", 1), ("[section]", 1), ("# note", 1), ("; note", 1), ("a b = c", 0), ("= b", 0), ("a", 0),
    ("[\(String(repeating: "a", count: 80))]", 0), ("a : b", 0),
  ])
  func aSettingHasANameAndASign(line: String, count: Int) { #expect(census(line).assigned == count) }

  @Test(arguments: [
    ("a: b", 1), ("a:", 1), ("- a", 1), ("---", 1), ("-", 1), ("a-b.c: 甲", 1), ("# note", 1), ("a:b", 0), ("a b: c", 0),
    ("标题: a", 0), ("-a", 0), (": a", 0), ("https://a", 0),
  ])
  func aKeyStandsBeforeAColonAndABlank(line: String, count: Int) { #expect(census(line).keyed == count) }

  @Test(arguments: [
    ("a:\n  b: c", true), ("- a\n- b", true), ("a: b\nc: d", false), ("a\n  b", false), ("a:\n\tb: c", true),
  ])
  func keysBelowKeysAreNested(text: String, isNested: Bool) { #expect(census(text).isNested == isNested) }

  @Test(arguments: [(40, "", 1), (39, "", 0), (38, "+/", 1), (39, "=", 1), (40, " ", 1), (40, "-", 0), (40, " a", 0)])
  func aLongRunOfSignsIsEncoded(count: Int, end: String, expected: Int) {
    #expect(census(String(repeating: "A", count: count) + end).encoded == expected)
  }

  // MARK: - Shares

  @Test func nineLinesOfTenMustBeOfAKind() {
    let address = "https://a.example/"
    #expect(census([String](repeating: address, count: 9) + ["a"]).mostly(\.addresses))
    #expect(!census([String](repeating: address, count: 8) + ["a", "b"]).mostly(\.addresses))
    #expect(census([String](repeating: address, count: 3)).mostly(\.addresses))
    #expect(!census([String](repeating: address, count: 2)).mostly(\.addresses))
  }

  /// Keys before Chinese text are the fields of an article.
  @Test func oneSentenceInFiveIsATextOfPeople() {
    let keyed = [String](repeating: "a.b = 涨，跌", count: 10)
    #expect(census(keyed).sentences == 10)
    #expect(!census(keyed).mostly(\.assigned))
    #expect(census([String](repeating: "a = b", count: 8) + ["a = 涨，跌", "a = 涨，跌"]).mostly(\.assigned))
    #expect(
      !census([String](repeating: "a = b", count: 7) + [String](repeating: "a = 涨，跌", count: 3)).mostly(\.assigned))
  }

  @Test func aTextOfSentencesIsNotLookedThrough() {
    let census = census([String](repeating: "金价走高。", count: 12) + [String](repeating: "a = b", count: 500))
    #expect(census.lines == 12)
    #expect(self.census([String](repeating: "金价走高", count: 12) + ["a = b"]).lines == 13)
  }

  // MARK: - Tables

  @Test(arguments: ["\t", "|", "!"]) func threeLinesWithAsManyMarksAreATable(mark: String) {
    let row = ["a", "b", "c"].joined(separator: mark)
    #expect(census([row, row, row]).isTable)
    #expect(!census([row, row]).isTable)
    #expect(!census(["a\(mark)b", "a\(mark)b", "a\(mark)b"]).isTable)
    #expect(!census([row, row, "a"]).isTable)
  }

  @Test(arguments: [",", ";"]) func marksOfSentencesNeedSixLines(mark: String) {
    let row = ["a", "b", "c"].joined(separator: mark)
    #expect(census([String](repeating: row, count: 6)).isTable)
    #expect(!census([String](repeating: row, count: 5)).isTable)
    let sentence = "Gold, silver, and oil rose in thin trade."
    #expect(!census([String](repeating: mark == "," ? sentence : "金价;油价;银价，", count: 6)).isTable)
  }

  @Test func oneLineInTenMayHaveOtherCells() {
    #expect(census([String](repeating: "a|b|c", count: 9) + ["a|b"]).isTable)
    #expect(!census([String](repeating: "a|b|c", count: 8) + ["a|b", "a|b"]).isTable)
  }

  // MARK: - Code

  @Test(arguments: [
    "if (a) {", "}", "return a;", "echo \\", "import os", "let x = 1", "x = y", "run(a)", "a.b(c,", "<?php",
    "/* note */", "end", "#include <a>", "for x in y:",
  ])
  func linesOfProgramsAreCode(line: String) { #expect(census(line).code == 1) }

  @Test(arguments: [
    "金价走高", "Gold rose in thin trade.", "import of gold fell again", "run (a)", "a", "Public spending rises again",
    "f(x) is a function", "returns fell sharply again",
  ])
  func linesOfPeopleAreNot(line: String) { #expect(census(line).code == 0) }

  @Test func sixLinesOfWhichTheFirstIsCodeAreAProgram() {
    let program = ["import os", "x = 1", "y = 2", "print(x)", "# done", "z = 3"]
    #expect(census(program).isCode)
    #expect(census(["# note", "# note"] + program).isCode)
    #expect(!census(Array(program.prefix(5))).isCode)
    #expect(!census(["How to write a program"] + program).isCode)
    #expect(!census(program + [String](repeating: "a plain line of words", count: 5)).isCode)
    #expect(!census(program + [String](repeating: "金价走高。", count: 3)).isCode)
  }

  @Test func fewLinesFullOfBracesAreAProgramToo() {
    let packed = String(repeating: "a{b}", count: 50)
    #expect(census(packed).isCode)
    #expect(!census(String(repeating: "a{b}", count: 49)).isCode)
    #expect(!census(packed + "。").isCode)
    #expect(!census(String(repeating: "abcdefgh ", count: 30)).isCode)
  }
}
