import Testing

@testable import Configuration

struct TOMLDocumentTests {
  @Test func keepsTheOrderAndTheKindsOfAFile() throws {
    let document = try TOMLDocument("z = 1\na = [\"x\", true]\n[m]\nd = 1.5", file: "f")
    #expect(
      document.entries == [
        TOMLEntry(path: ["z"], value: .number(1), line: 1),
        TOMLEntry(path: ["a"], value: .list([.text("x"), .flag(true)]), line: 2),
        TOMLEntry(
          path: ["m"], value: .table([TOMLEntry(path: ["m", "d"], value: .other("1.5"), line: 4)]), line: 3),
      ])
  }

  @Test func aMistakeInTheNotationHasItsLine() {
    let problem = #expect(throws: ConfigurationProblem.self) { try TOMLDocument("a = 1\nb = \n", file: "f") }
    #expect(problem?.line == 2)
    #expect(problem?.file == "f")
  }

  @Test func aZeroByteIsAMistakeAndNotTheEnd() {
    let problem = #expect(throws: ConfigurationProblem.self) { try TOMLDocument("a = 1\n\0b = 2", file: "f") }
    #expect(problem == ConfigurationProblem(.syntax("zero byte"), at: .file("f", line: 2)))
  }

  @Test func valuesThatNestTooDeepAreAMistake() {
    let problem = #expect(throws: ConfigurationProblem.self) {
      try TOMLDocument("a = " + String(repeating: "[", count: 200_000), file: "f")
    }
    #expect(problem?.line == 1)
  }

  @Test func aByteOrderMarkAndLineEndsOfWindowsChangeNothing() throws {
    let document = try TOMLDocument("\u{FEFF}a = 1\r\nb = 2\r\n", file: "f")
    #expect(document["a"] == TOMLEntry(path: ["a"], value: .number(1), line: 1))
    #expect(document["b"] == TOMLEntry(path: ["b"], value: .number(2), line: 2))
  }

  @Test func notationCanBePastedIntoAFile() throws {
    let text = "tab\t quote\" back\\ bell\u{7} 中"
    let document = try TOMLDocument("a = " + TOMLNode.quoted(text), file: "f")
    #expect(document["a"]?.value == .text(text))
  }
}
