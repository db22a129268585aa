import Testing

@testable import Configuration

struct SuggestionTests {
  @Test func aSlipOfTheFingersIsUnderstood() {
    #expect(Suggestion.nearest(to: "themee", among: ["mouse", "theme"]) == "theme")
    #expect(Suggestion.nearest(to: "reader.mesure", among: ["reader.measure", "mouse"]) == "reader.measure")
  }

  @Test func somethingElseIsNot() {
    #expect(Suggestion.nearest(to: "wallpaper", among: ["theme", "mouse"]) == nil)
    #expect(Suggestion.nearest(to: "", among: []) == nil)
  }

  @Test func ofTwoEquallyNearTheFirstByNameIsTaken() {
    #expect(Suggestion.nearest(to: "abx", among: ["abz", "aby"]) == "aby")
  }
}
