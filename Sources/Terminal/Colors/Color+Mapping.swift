extension Color {
  /// The colour that a terminal of a depth shows in place of this one.
  ///
  /// With 256 colours it is the nearest of the palette, as red, green and blue; with sixteen the nearest of those, as
  /// `ansi`; in monochrome the terminal's own.
  package func mapped(to depth: ColorDepth) -> Color {
    switch (self, depth) {
    case (_, .monochrome): .standard
    case (.standard, _), (.ansi, _), (.rgb, .trueColor): self
    case (.rgb(let red, let green, let blue), .indexed256):
      XtermPalette.color(XtermPalette.nearestIndex(red: red, green: green, blue: blue))
    case (.rgb(let red, let green, let blue), .ansi16):
      .ansi(XtermPalette.nearestBasicIndex(red: red, green: green, blue: blue))
    }
  }
}
