import SeededRandom
import Testing

@testable import TextBasics

@Suite struct TruncationTests {
  private let widths = ColumnWidths()

  @Test func keepsWhatFits() {
    #expect(widths.truncate("新股申购", to: 8) == "新股申购")
    #expect(widths.truncate("IPO", to: 3) == "IPO")
    #expect(widths.truncate("", to: 0) == "")
  }

  @Test func endsACutTextInAnEllipsis() {
    #expect(widths.truncate("新股申购", to: 7) == "新股申…")
    #expect(widths.truncate("新股申购", to: 6) == "新股…")
    #expect(widths.truncate("abcdef", to: 4, ellipsis: "...") == "a...")
    #expect(widths.truncate("新股申购", to: 1) == "…")
  }

  @Test func leavesNoBlankBeforeTheEllipsis() {
    #expect(widths.truncate("abc def", to: 5) == "abc…")
  }

  @Test func givesNothingForNoColumns() {
    #expect(widths.truncate("新股", to: 0) == "")
    #expect(widths.truncate("新股", to: -3) == "")
  }

  @Test func doesWithoutAnEllipsisThatDoesNotFit() {
    #expect(widths.truncate("abcdef", to: 2, ellipsis: "...") == "ab")
    #expect(ColumnWidths(ambiguous: 2).truncate("abc", to: 1) == "a")
    #expect(ColumnWidths(ambiguous: 2).truncate("新股", to: 1) == "")
  }

  @Test func neverSplitsACluster() {
    #expect(widths.truncate("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    #expect(widths.truncate("🇨🇳🇺🇸", to: 3) == "🇨🇳…")
  }

  @Test func sanitisesTheEllipsis() {
    #expect(widths.truncate("abcdef", to: 3, ellipsis: "\u{1B}~") == "ab~")
  }

  @Test func neverExceedsTheLimit() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let text = SafeText(.random(using: &random))
      for widths in [ColumnWidths(), ColumnWidths(ambiguous: 2)] {
        for limit in 0...12 {
          let cut = widths.truncate(text, to: limit)
          #expect(widths.columns(cut) <= limit)
          #expect(cut == text || widths.columns(text) > limit)
          #expect(SafeText(cut.string) == cut)
        }
      }
    }
  }
}
