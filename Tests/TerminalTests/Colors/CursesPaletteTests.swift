import CNcurses
import Testing

@testable import Terminal

@Suite struct CursesPaletteTests {
  /// Packs the two numbers into the pair, so that a test can read them.
  private func palette(_ depth: ColorDepth, colors: Int) -> CursesPalette {
    CursesPalette(depth: depth, colors: colors) { foreground, background in foreground * 1000 + background }
  }

  @Test func indexedColorsAreNumbersOfThePalette() {
    var palette = palette(.indexed256, colors: 256)
    let style = Style(foreground: .rgb(red: 255, green: 135, blue: 0), background: .ansi(4))
    #expect(palette.entry(for: style).pair == 208_004)
  }

  @Test func theTerminalsOwnColorsAreMinusOne() {
    var palette = palette(.indexed256, colors: 256)
    #expect(palette.entry(for: .standard).pair == -1001)
  }

  @Test func brightColorsAreBoldWhereThereAreEight() {
    var palette = palette(.ansi16, colors: 8)
    let entry = palette.entry(for: Style(foreground: .ansi(9), background: .ansi(12)))
    #expect(entry.pair == 1004)
    #expect(entry.attributes == UInt32(NC_BOLD))
  }

  @Test func brightColorsAreThemselvesWhereThereAreSixteen() {
    var palette = palette(.ansi16, colors: 16)
    let entry = palette.entry(for: Style(foreground: .ansi(9)))
    #expect(entry.pair == 8999)
    #expect(entry.attributes == 0)
  }

  @Test func directColorsKeepClearOfTheBasicNumbers() {
    var direct = CursesPalette(depth: .trueColor, colors: 16_777_216) { foreground, _ in foreground }
    #expect(direct.entry(for: Style(foreground: .rgb(red: 1, green: 2, blue: 3))).pair == 0x010203)
    #expect(direct.entry(for: Style(foreground: .rgb(red: 0, green: 0, blue: 3))).pair == 8)
    #expect(direct.entry(for: Style(foreground: .ansi(3))).pair == 3)
    #expect(direct.entry(for: Style(foreground: .ansi(11))).pair == 0xFFFF00)
  }

  @Test func fewerColorsThanTheTerminalHasAreStillNamedItsWay() {
    func number(_ color: Color, _ depth: ColorDepth) -> Int32 {
      var palette = CursesPalette(depth: depth, colors: 16_777_216) { foreground, _ in foreground }
      return palette.entry(for: Style(foreground: color)).pair
    }
    #expect(number(.rgb(red: 254, green: 135, blue: 1), .indexed256) == 0xFF8700)
    #expect(number(.ansi(12), .indexed256) == 0x5C5CFF)
    #expect(number(.rgb(red: 254, green: 1, blue: 1), .ansi16) == 0xFF0000)
    #expect(number(.ansi(4), .ansi16) == 4)
  }

  @Test func monochromeKeepsTheModifiers() {
    var palette = palette(.monochrome, colors: 256)
    let style = Style(foreground: .ansi(1), background: .ansi(2), modifiers: [.reverse, .underline, .dim, .italic])
    let entry = palette.entry(for: style)
    #expect(entry.pair == 0)
    #expect(entry.attributes == UInt32(NC_REVERSE | NC_UNDERLINE | NC_DIM | NC_ITALIC))
  }

  @Test func aStyleIsMappedOnce() {
    var calls = 0
    var palette = CursesPalette(depth: .indexed256, colors: 256) { _, _ in
      calls += 1
      return 1
    }
    for _ in 0..<3 { _ = palette.entry(for: Style(foreground: .ansi(1))) }
    #expect(calls == 1)
  }
}
