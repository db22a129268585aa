/// The number of colours that a terminal shows.
package enum ColorDepth: Int, Hashable, Sendable, Comparable {
  case monochrome = 0
  case ansi16 = 16
  case indexed256 = 256
  case trueColor = 16_777_216

  package static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }
}

extension ColorDepth {
  /// What can be used of the colours that the terminal's description has.
  ///
  /// `NO_COLOR` turns them off when it is not empty (no-color.org). `COLORTERM` is no part of this: it decides which
  /// description the screen asks for, see `TerminalType`.
  package static func detect(environment: [String: String], terminfoColors: Int) -> ColorDepth {
    if let refusal = environment["NO_COLOR"], !refusal.isEmpty { return .monochrome }
    switch terminfoColors {
    case trueColor.rawValue...: return .trueColor
    case 256...: return .indexed256
    case 8...: return .ansi16
    default: return .monochrome
    }
  }
}

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

/// The 256 colours of xterm: sixteen that users change, a cube of 6×6×6, and 24 greys.
public enum XtermPalette {
  /// The colour of an index as xterm comes; most terminals change only the first sixteen.
  public static func color(_ index: UInt8) -> Color {
    let value = components(index)
    return .rgb(red: UInt8(value.red), green: UInt8(value.green), blue: UInt8(value.blue))
  }

  /// The index of the cube or the greys that looks most like a colour.
  package static func nearestIndex(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    nearest(in: 16...255, to: (Int(red), Int(green), Int(blue)))
  }

  /// The one of the first sixteen colours that looks most like a colour.
  package static func nearestBasicIndex(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    nearest(in: 0...15, to: (Int(red), Int(green), Int(blue)))
  }

  private typealias Components = (red: Int, green: Int, blue: Int)

  private static let basic: [Components] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  private static func components(_ index: UInt8) -> Components {
    let index = Int(index)
    if index < 16 { return basic[index] }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    let cube = index - 16
    return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }

  private static func nearest(in indices: ClosedRange<UInt8>, to color: Components) -> UInt8 {
    var best = indices.lowerBound
    var bestDistance = Int.max
    for index in indices {
      let distance = distance(components(index), color)
      if distance < bestDistance { (best, bestDistance) = (index, distance) }
    }
    return best
  }

  /// A squared distance that weighs the components about as eyes do: "redmean" of CompuPhase's "Colour metric" (2019).
  private static func distance(_ a: Components, _ b: Components) -> Int {
    let mean = (a.red + b.red) / 2
    let (red, green, blue) = (a.red - b.red, a.green - b.green, a.blue - b.blue)
    return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
  }
}
