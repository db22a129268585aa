import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct LineViewTests {
  private static let line = Line.plain("央行 MLF")

  @Test func alignsInItsRectangle() {
    #expect(LineView(Self.line).lines(12) == ["央行 MLF"])
    #expect(LineView(Self.line, alignment: .right).lines(12) == ["    央行 MLF"])
    #expect(LineView(Self.line, alignment: .center).lines(12) == ["  央行 MLF"])
  }

  @Test func cutsWithAndWithoutEllipsis() {
    #expect(LineView(Self.line).lines(6) == ["央行…"])
    #expect(LineView(Self.line, ellipsis: false).lines(6) == ["央行 M"])
    #expect(LineView(Self.line, symbols: .ascii).lines(7) == ["央行..."])
  }

  @Test func halfOfAWideCharacterNeverShows() {
    #expect(LineView(Self.line, ellipsis: false).lines(3) == ["央"])
    #expect(LineView(.plain("央"), ellipsis: false).lines(1) == [""])
  }

  @Test func eachSpanKeepsItsStyle() {
    let bold = Style(modifiers: .bold)
    let buffer = LineView(Line([Span("a"), Span("行", style: bold), Span("b")])).buffer(5)
    #expect(buffer.cells.map(\.style) == [.standard, bold, bold, .standard, .standard])
  }
}
