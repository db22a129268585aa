import Terminal
import Testing

@Suite struct FrameSVGTests {
  private var buffer = Buffer(size: Size(width: 10, height: 2))

  private func render(_ draw: (inout Buffer) -> Void) -> [String] {
    var buffer = buffer
    draw(&buffer)
    return FrameSVG.render(buffer, title: "a <frame>").split(separator: "\n").map(String.init)
  }

  @Test func theDocumentHasTheSizeOfTheFrame() throws {
    let lines = render { _ in }
    #expect(try #require(lines.first).contains("width=\"104\" height=\"60\""))
    #expect(lines.contains("<title>a &lt;frame&gt;</title>"))
    #expect(lines.last == "</svg>")
    #expect(!lines.contains { $0.hasPrefix("<text") })
  }

  @Test func wideAndNarrowCharactersStandInTheirColumns() {
    let texts = render { $0.write("a中b", x: 1, y: 1, style: .standard) }.filter { $0.hasPrefix("<text") }
    #expect(texts.count == 3)
    #expect(
      texts[0].contains("x=\"12\" y=\"44\"")
        && texts[0].hasSuffix("textLength=\"16\" lengthAdjust=\"spacingAndGlyphs\"> a</text>"))
    #expect(texts[1].contains("x=\"28\"") && texts[1].contains("textLength=\"16\"") && texts[1].hasSuffix(">中</text>"))
    #expect(texts[2].contains("x=\"44\""))
  }

  @Test func signsOfXMLAreEscaped() {
    #expect(render { $0.write("<&>", x: 0, y: 0, style: .standard) }.contains { $0.contains(">&lt;&amp;&gt;") })
  }

  @Test func stylesShow() throws {
    let style = Style(
      foreground: .rgb(red: 1, green: 2, blue: 3), background: .ansi(1), modifiers: [.bold, .italic, .underline, .dim])
    let lines = render { $0.write("x", x: 0, y: 0, style: style) }
    let text = try #require(lines.first { $0.hasPrefix("<text") })
    for part in ["#010203", "bold", "italic", "underline", "opacity"] { #expect(text.contains(part)) }
    #expect(lines.contains("<rect x=\"12\" y=\"12\" width=\"8\" height=\"18\" fill=\"#cd0000\"/>"))
  }

  @Test func reverseSwapsTheColors() {
    let lines = render { $0.write("x", x: 0, y: 0, style: Style(modifiers: .reverse)) }
    #expect(lines.contains { $0.hasPrefix("<rect x") && $0.contains("#d4d4d4") })
    #expect(lines.contains { $0.hasPrefix("<text") && $0.contains("#1c1c1c") })
  }

  @Test func aPaletteReplacesTheTerminalsColors() {
    var buffer = buffer
    buffer.write("x", x: 0, y: 0, style: Style(foreground: .ansi(0)))
    let palette = FrameSVG.Palette(
      foreground: .rgb(red: 0, green: 0, blue: 0), background: .rgb(red: 255, green: 255, blue: 255),
      ansi: [.rgb(red: 9, green: 9, blue: 9)])
    let svg = FrameSVG.render(buffer, title: "", palette: palette)
    #expect(svg.contains("fill=\"#ffffff\"/>"))
    #expect(svg.contains("fill=\"#090909\""))
  }
}
