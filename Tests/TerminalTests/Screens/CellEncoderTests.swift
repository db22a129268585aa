import CNcurses
import Testing
import TextBasics

@testable import Terminal

@Suite struct CellEncoderTests {
  private func encode(_ cells: [Cell]) -> [[UInt32]] {
    var encoder = CellEncoder()
    var palette = CursesPalette(depth: .monochrome, colors: 0)
    return encoder.encode(cells[...], widths: ColumnWidths(), palette: &palette).map { cell in
      let scalars = cell.scalars
      return [scalars.0, scalars.1, scalars.2, scalars.3, scalars.4].filter { $0 != 0 }
    }
  }

  @Test func wideCharactersAreOneCell() {
    #expect(encode([Cell("a"), Cell("中"), Cell(""), Cell("b")]) == [[0x61], [0x4E2D], [0x62]])
  }

  @Test func marksStayWithTheirBase() {
    #expect(encode([Cell("e\u{301}\u{302}")]) == [[0x65, 0x301, 0x302]])
  }

  @Test func fiveCodePointsAreKept() {
    #expect(encode([Cell("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}")]).first?.count == 5)
  }

  @Test func controlCharactersNeverGetThrough() {
    #expect(
      encode([Cell("\u{1B}"), Cell("\u{9B}"), Cell("\u{7F}"), Cell("\n"), Cell("x")]) == [
        [32], [32], [32], [32], [0x78],
      ])
  }

  @Test func aHalfCharacterIsABlank() {
    #expect(encode([Cell("中"), Cell("b")]) == [[32], [0x62]])
    #expect(encode([Cell(""), Cell("b")]) == [[32], [0x62]])
  }

  @Test func blanksKeepThePlaceOfWhatIsNarrowerThanItsCells() {
    #expect(encode([Cell("a"), Cell(""), Cell("b")]) == [[0x61], [32], [0x62]])
  }

  @Test func eachStyleHasItsAttributes() {
    var encoder = CellEncoder()
    var palette = CursesPalette(depth: .monochrome, colors: 0)
    let cells = [Cell("a"), Cell("b", style: Style(modifiers: .bold)), Cell("c")]
    let encoded = encoder.encode(cells[...], widths: ColumnWidths(), palette: &palette)
    #expect(encoded.map(\.attributes) == [0, UInt32(NC_BOLD), 0])
  }
}
