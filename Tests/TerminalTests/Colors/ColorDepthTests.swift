import Terminal
import Testing

@Suite struct ColorDepthTests {
  @Test(arguments: [
    (-1, ColorDepth.monochrome), (0, .monochrome), (8, .ansi16), (16, .ansi16), (88, .ansi16), (256, .indexed256),
    (16_777_216, .trueColor),
  ])
  func followsTheDescription(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth.detect(environment: ["TERM": "any"], terminfoColors: colors) == depth)
  }

  @Test func noColorTurnsColorsOff() {
    #expect(ColorDepth.detect(environment: ["NO_COLOR": "1"], terminfoColors: 256) == .monochrome)
  }

  @Test func anEmptyNoColorMeansNothing() {
    #expect(ColorDepth.detect(environment: ["NO_COLOR": ""], terminfoColors: 256) == .indexed256)
  }

  @Test func depthsAreOrdered() {
    #expect(
      [ColorDepth.trueColor, .monochrome, .indexed256, .ansi16].sorted() == [
        .monochrome, .ansi16, .indexed256, .trueColor,
      ])
  }
}
