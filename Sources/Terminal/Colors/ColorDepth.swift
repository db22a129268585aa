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
