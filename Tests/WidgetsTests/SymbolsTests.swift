import Testing
import TextBasics
import Widgets

@Suite struct SymbolsTests {
  private static func signs(_ symbols: Symbols) -> [String] {
    Mirror(reflecting: symbols).children.flatMap { child -> [String] in
      ["ellipsis", "atLeast"].contains(child.label)
        ? [] : (child.value as? String).map { [$0] } ?? child.value as? [String] ?? []
    }
  }

  @Test(arguments: [Symbols.unicode, .ascii]) func everySignTakesOneColumn(symbols: Symbols) {
    for sign in Self.signs(symbols) { #expect(ColumnWidths().columns(SafeText(sign)) == 1, "\(sign)") }
  }

  @Test func theAsciiFormIsAscii() {
    #expect(Self.signs(.ascii).allSatisfy { sign in sign.utf8.allSatisfy { $0 < 0x80 } })
    #expect(!Symbols.ascii.usesBraille)
  }

  @Test func signsThatWouldBeWideBecomeAscii() {
    let wide = ColumnWidths(ambiguous: 2)
    let symbols = Symbols.unicode.fitting(wide)
    for sign in Self.signs(symbols) { #expect(wide.columns(SafeText(sign)) == 1, "\(sign)") }
    #expect(symbols.horizontal == "-")
    #expect(symbols.bars == ["#"])
    #expect(symbols.usesBraille)
    #expect(Symbols.unicode.fitting(ColumnWidths()) == .unicode)
  }
}
