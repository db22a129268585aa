import Terminal
import Testing

@Suite struct FrameSVGTests {
  private func render(
    palette: FrameSVG.Palette = .dark, width: Int = 10, height: Int = 2, _ draw: (inout Buffer) -> Void
  ) -> [String] {
    var buffer = Buffer(size: Size(width: width, height: height))
    draw(&buffer)
    return FrameSVG.render(buffer, title: "a <frame>", palette: palette).split(separator: "\n").map(String.init)
  }

  private func texts(_ lines: [String]) -> [String] { lines.filter { $0.hasPrefix("<text") } }

  @Test func theDocumentHasTheSizeOfTheFrame() throws {
    let lines = render { _ in }
    #expect(try #require(lines.first).contains("width=\"104\" height=\"64\" viewBox=\"0 0 208 128\""))
    #expect(lines.contains("<title>a &lt;frame&gt;</title>"))
    #expect(lines.last == "</svg>")
    #expect(texts(lines).isEmpty && !lines.contains { $0.hasPrefix("<path") })
  }

  @Test func textIsSetToItsColumns() {
    let texts = texts(render { $0.write("a 1中文b●c", x: 0, y: 1, style: .standard) })
    #expect(
      texts == [
        "<text x=\"24\" y=\"92\" textLength=\"48\">a 1</text>", "<text x=\"136\" y=\"92\">b</text>",
        "<text x=\"152\" y=\"92\">●</text>", "<text x=\"168\" y=\"92\">c</text>",
        "<text x=\"72\" y=\"92\" textLength=\"64\">中文</text>",
      ])
  }

  @Test func linesAndBlocksAreShapesWithoutGaps() {
    let lines = render {
      $0.write("┬──", x: 0, y: 0, style: .standard)
      $0.write("│", x: 0, y: 1, style: .standard)
      $0.write("██▌", x: 4, y: 0, style: .standard)
      $0.write("⡀", x: 9, y: 1, style: .standard)
    }
    #expect(texts(lines).isEmpty)
    let shapes = "M31 43h2v61h-2zM24 43h48v2h-48zM88 24h40v40h-40zM169 96h6v6h-6z"
    #expect(lines.contains("<path fill=\"#d4d4d4\" d=\"\(shapes)\"/>"))
  }

  @Test func signsOfXMLAreEscaped() {
    #expect(render { $0.write("<&>", x: 0, y: 0, style: .standard) }.contains { $0.contains(">&lt;&amp;&gt;") })
  }

  @Test func stylesShow() throws {
    let style = Style(
      foreground: .rgb(red: 1, green: 2, blue: 3), background: .ansi(1), modifiers: [.bold, .italic, .underline, .dim])
    let lines = render { $0.write("x", x: 0, y: 0, style: style) }
    let group = try #require(lines.first { $0.hasPrefix("<g") })
    for part in ["#010203", "bold", "italic", "opacity"] { #expect(group.contains(part)) }
    #expect(lines.contains("<path fill=\"#cd0000\" d=\"M24 24h16v40h-16z\"/>"))
    #expect(lines.contains("<path fill=\"#010203\" opacity=\".6\" d=\"M24 58h16v2h-16z\"/>"), "the line below")
  }

  @Test func reverseSwapsTheColors() {
    let lines = render { $0.write("x", x: 0, y: 0, style: Style(modifiers: .reverse)) }
    #expect(lines.contains { $0.hasPrefix("<path fill=\"#d4d4d4\"") })
    #expect(lines.contains { $0.hasPrefix("<g fill=\"#1c1c1c\"") })
  }

  @Test func whatMostCellsStandOnIsDrawnOnce() {
    let lines = render { $0.fill(Rect(x: 0, y: 0, width: 9, height: 2), style: Style(background: .ansi(2))) }
    #expect(lines.contains("<rect width=\"208\" height=\"128\" rx=\"16\" fill=\"#00cd00\"/>"))
    #expect(lines.contains("<path fill=\"#1c1c1c\" d=\"M168 24h16v80h-16z\"/>"))
  }

  @Test func aPaletteReplacesTheTerminalsColors() {
    let palette = FrameSVG.Palette(
      foreground: .rgb(red: 0, green: 0, blue: 0), background: .rgb(red: 255, green: 255, blue: 255),
      ansi: [.rgb(red: 9, green: 9, blue: 9)])
    let lines = render(palette: palette) { $0.write("x", x: 0, y: 0, style: Style(foreground: .ansi(0))) }
    #expect(lines.contains { $0.hasSuffix("fill=\"#ffffff\"/>") })
    #expect(lines.contains { $0.hasPrefix("<g fill=\"#090909\"") })
  }
}
