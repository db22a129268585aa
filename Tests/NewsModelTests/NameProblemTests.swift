import NewsModel
import Testing

@Suite struct NameProblemTests {
  @Test func blanksAndBreaksBecomeOneBlank() throws {
    #expect(try NameProblem.checked("  锂电\n\t 与 电池 ") == "锂电 与 电池")
  }

  @Test(arguments: ["", "  ", "\n"])
  func nothingIsNoName(text: String) {
    #expect(throws: NameProblem.empty) { try NameProblem.checked(text) }
  }

  @Test func theLongestNameIsTaken() throws {
    let longest = String(repeating: "长", count: NameProblem.longestName)
    #expect(try NameProblem.checked(longest) == longest)
    #expect(throws: NameProblem.tooLong(limit: NameProblem.longestName)) { try NameProblem.checked(longest + "长") }
  }
}
