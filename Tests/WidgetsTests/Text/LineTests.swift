import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct LineTests {
  private static let bold = Style(modifiers: .bold)
  private static let line = Line([Span("证券 "), Span("两市成交", style: bold), Span("!")])
  private static let widths = ColumnWidths()

  @Test func countsColumnsOfAllSpans() {
    #expect(Self.line.columns(Self.widths) == 14)
    #expect(Self.line.columns(ColumnWidths(ambiguous: 2)) == 14)
    #expect(Line().columns(Self.widths) == 0)
  }

  @Test func aLineThatFitsStaysAsItIs() {
    #expect(Self.line.truncated(to: 14, widths: Self.widths) == Self.line)
  }

  @Test(arguments: [
    (13, "证券 两市成…"), (9, "证券 两…"), (6, "证券 …"), (5, "证券…"), (4, "证…"), (1, "…"), (0, ""), (-3, ""),
  ])
  func aCutLineEndsInAnEllipsis(limit: Int, expected: String) {
    let cut = Self.line.truncated(to: limit, widths: Self.widths)
    #expect(cut.spans.map(\.text.string).joined() == expected)
    #expect(cut.columns(Self.widths) <= max(0, limit))
  }

  @Test func theEllipsisTakesTheStyleOfWhatWasCut() {
    let cut = Self.line.truncated(to: 9, widths: Self.widths)
    #expect(cut == Line([Span("证券 "), Span("两…", style: Self.bold)]))
  }

  @Test func noEllipsisWhereItHasNoRoom() {
    let cut = Self.line.truncated(to: 2, widths: Self.widths, ellipsis: "...")
    #expect(cut.spans.map(\.text.string) == ["证"])
  }
}
