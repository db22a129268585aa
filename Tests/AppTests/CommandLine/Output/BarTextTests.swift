import Testing

@testable import App

struct BarTextTests {
  @Test func barsGrowByEighths() {
    #expect(BarText.bar(8, of: 8, columns: 4) == "████")
    #expect(BarText.bar(4, of: 8, columns: 4) == "██")
    #expect(BarText.bar(5, of: 8, columns: 1) == "▋")
    #expect(BarText.bar(0, of: 8, columns: 4) == "")
  }

  @Test func whatIsNotZeroIsSeen() {
    #expect(BarText.bar(1, of: 1_000_000, columns: 4) == "▏")
    #expect(BarText.bar(1, of: 1_000_000, columns: 4, isASCII: true) == "#")
  }

  @Test func nothingToCompareGivesNoBar() {
    #expect(BarText.bar(0, of: 0, columns: 4) == "")
    #expect(BarText.bar(3, of: 3, columns: 0) == "")
  }
}
