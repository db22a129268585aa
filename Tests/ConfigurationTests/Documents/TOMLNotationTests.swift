import TOML
import Testing
import Wording

@testable import Configuration

struct TOMLNotationTests {
  @Test func notationCanBePastedIntoAFile() {
    let text = "tab\t quote\" back\\ line\n bell\u{7} 中"
    let document = TOMLDocument(Array("a = \(TOMLNode.quoted(text))".utf8))
    #expect(document.entries.map(\.value.node) == [.text(text)])
    #expect(document.mistakes == [])
  }

  @Test func valuesAreShownAsAFileWritesThem() {
    let document = TOMLDocument(Array("a = [1, true, \"x\", 0.5, 2031-01-02, {b = 1}]".utf8))
    #expect(document.entries.map(\.value.node.notation) == ["[1, true, \"x\", 0.5, 2031-01-02, { … }]"])
  }

  @Test(arguments: Language.allCases)
  func everyMistakeHasWordsOfItsOwn(language: Language) {
    let first = TOMLPlace(line: 7, column: 1)
    let kinds: [TOMLMistake.Kind] = [
      .badEncoding, .loneCarriageReturn, .controlCharacter(0x1B), .lookalike("＝", instead: "="), .keyMissing,
      .keyOfSeveralLines, .keyNeedsQuotes("a!"), .equalsMissing, .headerUnclosed, .unexpectedText("x"), .valueMissing,
      .badValue("nord"), .badNumber("01"), .numberTooLarge("9"), .badMoment("24:00"), .stringUnclosed,
      .badEscape("\\q"),
      .listUnclosed, .commaMissing, .tableUnclosed, .tableOfSeveralLines, .commaAtEnd,
      .alreadyDefined(key: "a", first: first), .notATable(key: "a", first: first),
      .notOfOneKind(key: "a", first: first),
      .tooLarge(bytes: 1 << 20), .tooDeep(levels: 32), .tooManyKeys(9), .tooManyMistakes(50),
    ]
    let messages = kinds.map { ConfigurationProblem(.notation($0), at: .standard).message(in: language) }
    #expect(Set(messages).count == kinds.count)
    #expect(messages.allSatisfy { !$0.contains("\n") && !$0.contains("\u{1B}") })
  }

  @Test func aKeyThatIsWrittenTwiceIsNamedWithItsFirstLine() {
    let kind = TOMLMistake.Kind.alreadyDefined(key: "theme", first: TOMLPlace(line: 7, column: 1))
    let problem = ConfigurationProblem(.notation(kind), at: .file("/c.toml", 9, 1))
    #expect(problem.message(in: .en) == "/c.toml:9:1: theme is written already in line 7; keep one of them")
    #expect(problem.message(in: .zhHans) == "/c.toml:9:1：theme 在第7行已经写过；请只留一处")
  }
}
