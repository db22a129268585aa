import Testing
import TextBasics

@testable import Terminal

/// Links over cells that ncurses has drawn: written where they are new or overwritten, and nowhere else.
@Suite struct LinkPainterTests {
  private let palette = CursesPalette(depth: .indexed256, colors: 256) { _, _ in 1 }
  private static let address = "https://news.example/1"

  /// A list on the left, and a linked word at column 10 of row 1.
  private func frame(list: SafeText = "甲", word: SafeText = "年报", y: Int = 1, links: Bool = true) -> Buffer {
    var buffer = Buffer(size: Size(width: 20, height: 6))
    buffer.write(list, x: 0, y: 1, style: .standard)
    buffer.write(word, x: 10, y: y, style: Style(foreground: .ansi(4), modifiers: .underline))
    if links { buffer.link(Rect(x: 10, y: y, width: 4, height: 1), to: Self.address) }
    return buffer
  }

  private func paint(_ painter: inout LinkPainter, _ buffer: Buffer, over old: Buffer?, _ scroll: Scroll? = nil)
    -> String
  {
    String(decoding: painter.paint(buffer, over: old, scroll, palette), as: UTF8.self)
  }

  private static let linked =
    "\u{1B}7\u{1B}[2;11H\u{1B}]8;;https://news.example/1\u{07}\u{1B}[0;4;34m年报\u{1B}]8;;\u{07}\u{1B}8"

  @Test func aLinkLooksLikeItsCellsAndLeadsToItsAddress() {
    var painter = LinkPainter()
    #expect(paint(&painter, frame(), over: nil) == Self.linked)
  }

  @Test func whereNothingIsDrawnOverItItIsNotSentAgain() {
    var painter = LinkPainter()
    _ = paint(&painter, frame(), over: nil)
    #expect(paint(&painter, frame(), over: frame()) == "")
    #expect(paint(&painter, frame(list: "乙"), over: frame()) == "", "a step in the list costs no byte more")
    let overwritten = frame(word: "季报")
    #expect(paint(&painter, overwritten, over: frame()) != "")
    painter.forget()
    #expect(paint(&painter, overwritten, over: overwritten) != "")
  }

  @Test func theCellsOfALinkThatIsGoneAreWrittenWithoutIt() {
    var painter = LinkPainter()
    _ = paint(&painter, frame(), over: nil)
    #expect(paint(&painter, frame(links: false), over: frame()) == "\u{1B}7\u{1B}[2;11H\u{1B}[0;4;34m年报\u{1B}8")
    #expect(paint(&painter, frame(links: false), over: frame(links: false)) == "")
  }

  @Test func aBoxOverALinkHidesIt() {
    var buffer = frame()
    buffer.fill(Rect(x: 8, y: 0, width: 4, height: 3), style: .standard)
    #expect(buffer.links.isEmpty)
    var other = Buffer(size: Size(width: 20, height: 6))
    other.copy(Rect(x: 10, y: 1, width: 8, height: 1), from: frame(), to: Point(x: 2, y: 3))
    #expect(other.links.map(\.rect) == [Rect(x: 2, y: 3, width: 4, height: 1)])
    other.copy(Rect(x: 10, y: 1, width: 3, height: 1), from: frame(), to: Point(x: 2, y: 3))
    #expect(other.links.isEmpty, "a part of a link is none")
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "https://a.example/\u{1B}]0;x", "https://a.example/ b",
    "https://a.example/央行", "https://a.example/\u{07}", "",
  ])
  func onlyAddressesOfTheWebInPlainSignsLeadSomewhere(address: String) {
    var buffer = frame(links: false)
    buffer.link(Rect(x: 10, y: 1, width: 4, height: 1), to: address)
    #expect(buffer.links.isEmpty)
    buffer.link(Rect(x: 10, y: 1, width: 4, height: 1), to: "https://a.example/" + String(repeating: "x", count: 3_000))
    #expect(buffer.links.isEmpty)
  }

  @Test func whatTerminalsMayCountOtherwiseGetsNoLink() {
    var buffer = frame(word: "e\u{301}🇨🇳")
    buffer.link(Rect(x: 10, y: 1, width: 3, height: 1), to: Self.address)
    var painter = LinkPainter()
    #expect(!paint(&painter, buffer, over: nil).contains("8;;"))
  }

  @Test func coloursAreNamedAsTheTerminalKnowsThem() {
    let style = Style(foreground: .rgb(red: 235, green: 219, blue: 178), background: .ansi(9), modifiers: [.bold])
    let direct = CursesPalette(depth: .trueColor, colors: 0x1000000) { _, _ in 1 }
    #expect(direct.rendition(of: style).hasPrefix("\u{1B}[0;1;38;2;235;219;178;48;2;"))
    #expect(palette.rendition(of: style).hasSuffix(";101m"))
    let plain = CursesPalette(depth: .monochrome, colors: 0) { _, _ in 1 }
    #expect(plain.rendition(of: style) == "\u{1B}[0;1m")
  }
}
