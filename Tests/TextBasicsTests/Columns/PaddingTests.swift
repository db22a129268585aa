import SeededRandom
import Testing

@testable import TextBasics

@Suite struct PaddingTests {
  private let widths = ColumnWidths()

  @Test func fillsUpWithBlanks() {
    #expect(widths.pad("股", to: 5) == "股   ")
    #expect(widths.pad("股", to: 5, alignment: .right) == "   股")
    #expect(widths.pad("股", to: 5, alignment: .center) == " 股  ")
    #expect(widths.pad("", to: 2) == "  ")
  }

  @Test func truncatesWhatIsTooLong() {
    #expect(widths.pad("新股申购", to: 6) == "新股… ")
    #expect(widths.pad("新股申购", to: 6, alignment: .right) == " 新股…")
  }

  @Test func giveNothingForNoColumns() {
    #expect(widths.pad("新股", to: 0) == "")
    #expect(widths.pad("新股", to: -1) == "")
  }

  @Test func isExactlyAsWideAsAsked() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<100 {
      let text = SafeText(.random(using: &random))
      for columns in [0, 1, 2, 7, 30, 90] {
        for alignment in [ColumnWidths.Alignment.left, .center, .right] {
          #expect(widths.columns(widths.pad(text, to: columns, alignment: alignment)) == columns)
        }
      }
    }
  }
}
