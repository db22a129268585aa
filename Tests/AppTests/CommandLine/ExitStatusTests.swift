import Foundation
import NewsModel
import Testing
import TextBasics
import Wording

@testable import App

@Suite struct ExitStatusTests {
  @Test func everyCodeHasItsOwnMeaning() {
    for language in [Language.zhHans, .en] {
      let meanings = App.ExitStatus.allCases.map { $0.meaning(language) }
      #expect(Set(meanings).count == meanings.count && !meanings.contains(""))
    }
    // Shells count a signal from 128; the rest are those of `sysexits.h`.
    #expect(App.ExitStatus.interrupted.rawValue == 128 + SIGINT && App.ExitStatus.terminated.rawValue == 128 + SIGTERM)
    #expect(
      App.ExitStatus.allCases.allSatisfy { $0.rawValue < 2 || (64...78).contains($0.rawValue) || $0.rawValue > 128 })
  }

  @Test func theTableIsAligned() {
    let lines = HelpLanguage.$current.withValue(.en) { App.ExitStatus.table.lines }
    #expect(lines.first == "EXIT CODES:" && lines.count == App.ExitStatus.allCases.count + 1)
    #expect(lines.contains("    0  done"))
    #expect(lines.contains("   64  the command line is wrong"))
    #expect(lines.dropFirst().allSatisfy { $0.dropFirst(5).hasPrefix("  ") && !$0.dropFirst(7).hasPrefix(" ") })
    let chinese = HelpLanguage.$current.withValue(.zhHans) { App.ExitStatus.table.lines }
    #expect(chinese.contains("   64  命令行有误"))
  }

  // MARK: A query that is wrong

  private func details(_ error: QueryError, in text: String) throws -> [SafeText] {
    CommandFailure(error, in: text, try TemporaryHome().setup()).details
  }

  @Test func theCaretsStandUnderWhatIsWrong() throws {
    #expect(
      try details(QueryError(.unknownField("tga"), at: 3..<6), in: "铜a tga:x") == [
        "  铜a tga:x", "      ^^^",
      ])
    #expect(try details(QueryError(.badDate("明天"), at: 6..<8), in: "since:明天") == ["  since:明天", "        ^^^^"])
  }

  @Test func whatIsMissingHasOneCaret() throws {
    #expect(try details(QueryError(.unclosedParenthesis, at: 3..<3), in: "(降准") == ["  (降准", "       ^"])
    #expect(try details(QueryError(.missingTerm, at: 0..<0), in: "") == ["  ", "  ^"])
  }

  /// One character may be several scalars, and take two columns.
  @Test func columnsAreCountedNotCharacters() throws {
    #expect(try details(QueryError(.missingTerm, at: 1..<2), in: "👨‍👩‍👧e\u{301}")[1] == "    ^")
  }
}
