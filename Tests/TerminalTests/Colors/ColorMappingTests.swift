import Terminal
import Testing

@Suite struct ColorMappingTests {
  @Test(arguments: [
    (UInt8(16), Color.rgb(red: 0, green: 0, blue: 0)), (17, .rgb(red: 0, green: 0, blue: 95)),
    (231, .rgb(red: 255, green: 255, blue: 255)), (208, .rgb(red: 255, green: 135, blue: 0)),
    (232, .rgb(red: 8, green: 8, blue: 8)), (255, .rgb(red: 238, green: 238, blue: 238)),
    (1, .rgb(red: 205, green: 0, blue: 0)),
  ])
  func thePaletteIsXterms(index: UInt8, color: Color) {
    #expect(XtermPalette.color(index) == color)
  }

  @Test func everyColorOfTheCubeAndTheGreysIsItsOwnNearest() {
    for index in UInt8(16)...255 {
      guard case .rgb(let red, let green, let blue) = XtermPalette.color(index) else { continue }
      let nearest = XtermPalette.nearestIndex(red: red, green: green, blue: blue)
      #expect(XtermPalette.color(nearest) == XtermPalette.color(index))
    }
  }

  @Test func greysBeatTheCubeForADarkGrey() {
    #expect(XtermPalette.nearestIndex(red: 40, green: 40, blue: 40) == 235)
  }

  @Test func aColorOf256IsGivenByItsComponents() {
    let mapped = Color.rgb(red: 250, green: 130, blue: 5).mapped(to: .indexed256)
    #expect(mapped == .rgb(red: 255, green: 135, blue: 0))
  }

  @Test(arguments: [
    (Color.rgb(red: 250, green: 10, blue: 10), UInt8(9)), (.rgb(red: 3, green: 3, blue: 3), 0),
    (.rgb(red: 120, green: 130, blue: 125), 8), (.rgb(red: 0, green: 200, blue: 0), 2),
  ])
  func sixteenColorsAreTheNearest(color: Color, index: UInt8) {
    #expect(color.mapped(to: .ansi16) == .ansi(index))
  }

  @Test(arguments: [ColorDepth.ansi16, .indexed256, .trueColor])
  func namedColorsStayAsTheyAre(depth: ColorDepth) {
    #expect(Color.standard.mapped(to: depth) == .standard)
    #expect(Color.ansi(12).mapped(to: depth) == .ansi(12))
  }

  @Test(arguments: [Color.standard, .ansi(3), .rgb(red: 1, green: 2, blue: 3)])
  func monochromeHasNone(color: Color) {
    #expect(color.mapped(to: .monochrome) == .standard)
  }

  @Test func trueColorChangesNothing() {
    #expect(Color.rgb(red: 1, green: 2, blue: 3).mapped(to: .trueColor) == .rgb(red: 1, green: 2, blue: 3))
  }
}
