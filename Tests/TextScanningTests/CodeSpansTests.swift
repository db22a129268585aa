import SeededRandom
import Testing

@testable import TextScanning

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

@Suite struct CodeSpanRuleTests {
  /// The pieces, those of code between bars.
  private func pieces(_ text: String) -> [String] {
    CodeSpans.split(text).filter { !$0.text.isEmpty }.map { $0.isCode ? "|\($0.text)|" : String($0.text) }
  }

  @Test(arguments: [
    ("甲 `a` 乙 `b`", ["甲 ", "|`a`|", " 乙 ", "|`b`|"]), ("`a`", ["|`a`|"]), ("甲", ["甲"]), ("", []),
  ])
  func aRunOfTicksEndsAtTheNext(text: String, expected: [String]) { #expect(pieces(text) == expected) }

  @Test func aRunWithoutItsLikeIsNone() {
    #expect(pieces("甲 `a 乙") == ["甲 `a 乙"])
    // A run of another length in between does not belong to either.
    #expect(pieces("``a ` b``") == ["``a ` b``"])
    #expect(pieces("`a``b`") == ["`a``b`"])
    #expect(pieces("```a` b") == ["|```a` b|"])
  }

  @Test func ticksDoNotReachOverLines() { #expect(pieces("`a\nb`") == ["`a\n", "b`"]) }

  @Test(arguments: ["```", "~~~", "````", "  ```swift", "   ~~~~ x"]) func threeMarksOpenAFence(mark: String) {
    #expect(pieces("甲\n\(mark)\n<p>") == ["甲\n", "|\(mark)\n|", "|<p>|"])
  }

  @Test(arguments: ["~~", "~", "\t~~~", "a ~~~"]) func otherLinesOpenNone(line: String) {
    #expect(pieces("\(line)\n<p>") == ["\(line)\n", "<p>"])
  }

  @Test func aFenceEndsAtOneOfItsOwnMark() {
    #expect(pieces("```\n~~~\n```\n<p>") == ["|```\n|", "|~~~\n|", "|```\n|", "<p>"])
    #expect(pieces("~~~\n```\n~~~\n<p>") == ["|~~~\n|", "|```\n|", "|~~~\n|", "<p>"])
  }

  @Test(arguments: [("甲", false), ("a ~~ b", false), ("a `", true), ("~~~", true)])
  func textsWithoutMarksHaveNone(text: String, may: Bool) { #expect(CodeSpans.mayBe(in: text) == may) }

  @Test func allTextIsKeptInOrder() {
    var random = SeededGenerator(seed: 23)
    let signs = ["`", "`", "~~~", "\n", "甲", " ", "a"]
    for _ in 0..<500 {
      let text = (0..<20).map { _ in signs[Int.random(in: 0..<signs.count, using: &random)] }.joined()
      #expect(CodeSpans.split(text).map(\.text).joined() == text)
    }
  }
}
