import Testing
import Wording

@testable import Configuration

struct ConfigurationProblemTests {
  @Test func aMessageNamesPlaceKeyMistakeAndWhatIsAllowed() {
    let problem = ConfigurationProblem(
      .badValue(found: "\"loud\"", allowed: .choice(["auto", "ascii"])), key: "symbols", at: .file("/c.toml", 3, 11))
    #expect(problem.message(in: .en) == "/c.toml:3:11: symbols: \"loud\" will not do; allowed: one of auto, ascii")
    #expect(problem.message(in: .zhHans) == "/c.toml:3:11：symbols：值 \"loud\" 无效，可用：auto、ascii")
  }

  @Test func originsAreWrittenAsPeopleWroteThem() {
    #expect(Origin.environment("NEWSTAPE_STORE").notation == "$NEWSTAPE_STORE")
    #expect(Origin.option("--theme").notation == "--theme")
    #expect(Origin.file("/c.toml", at: nil).notation == "/c.toml")
    #expect(Origin.standard.notation == "default")
  }

  @Test(arguments: Language.allCases)
  func everyKindHasWordsOfItsOwn(language: Language) {
    let kinds: [ConfigurationProblem.Kind] = [
      .unreadable, .notation(.keyMissing), .unknownSetting(suggestion: "s"), .badValue(found: "1", allowed: .flag),
      .unknownCommand(suggestion: nil), .badKey("k"), .unknownRole(suggestion: "r"), .badColor("c"),
      .badModifier("m"), .badStyle("1"), .themeNotFound("t"), .inheritanceCycle(["a", "b", "a"]),
    ]
    let messages = kinds.map { ConfigurationProblem($0, at: .standard).message(in: language) }
    #expect(Set(messages).count == kinds.count)
    #expect(messages.allSatisfy { !$0.contains("\n") })
  }
}
