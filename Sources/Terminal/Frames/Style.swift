/// A colour as a theme names it; the screen maps it to what the terminal can show.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's sixteen colours, 0 … 15.
  case ansi(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

/// How a cell is drawn apart from its colours.
public struct Modifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Modifiers(rawValue: 1)
  public static let dim = Modifiers(rawValue: 2)
  public static let italic = Modifiers(rawValue: 4)
  public static let underline = Modifiers(rawValue: 8)
  public static let reverse = Modifiers(rawValue: 16)
}

/// Colours and modifiers of a cell, in one word: frames are compared cell by cell at every key.
public struct Style: Hashable, Sendable {
  /// From the lowest bit: 26 of the foreground, 26 of the background, 8 of the modifiers.
  private var bits: UInt64

  public init(foreground: Color = .standard, background: Color = .standard, modifiers: Modifiers = []) {
    bits = foreground.bits | background.bits << Color.width | UInt64(modifiers.rawValue) << (2 * Color.width)
  }

  public var foreground: Color {
    get { Color(bits: bits) }
    set { self = Style(foreground: newValue, background: background, modifiers: modifiers) }
  }

  public var background: Color {
    get { Color(bits: bits >> Color.width) }
    set { self = Style(foreground: foreground, background: newValue, modifiers: modifiers) }
  }

  public var modifiers: Modifiers {
    get { Modifiers(rawValue: UInt8(truncatingIfNeeded: bits >> (2 * Color.width))) }
    set { self = Style(foreground: foreground, background: background, modifiers: newValue) }
  }

  public static let standard = Style()

  package func adding(_ more: Modifiers) -> Style {
    Style(foreground: foreground, background: background, modifiers: modifiers.union(more))
  }

  /// This style's foreground and modifiers on another background.
  package func on(_ background: Color) -> Style {
    Style(foreground: foreground, background: background, modifiers: modifiers)
  }
}

extension Color {
  /// The bits that a colour takes: three bytes below two bits that tell its kind.
  fileprivate static let width: UInt64 = 26

  fileprivate var bits: UInt64 {
    switch self {
    case .standard: 0
    case .ansi(let number): 1 << 24 | UInt64(number)
    case .rgb(let red, let green, let blue): 2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }

  fileprivate init(bits: UInt64) {
    func byte(_ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits >> shift) }
    switch bits >> 24 & 3 {
    case 1: self = .ansi(byte(0))
    case 2: self = .rgb(red: byte(16), green: byte(8), blue: byte(0))
    default: self = .standard
    }
  }
}
