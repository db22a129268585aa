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

/// Colours and modifiers of a cell.
public struct Style: Hashable, Sendable {
  public var foreground: Color
  public var background: Color
  public var modifiers: Modifiers

  public init(foreground: Color = .standard, background: Color = .standard, modifiers: Modifiers = []) {
    self.foreground = foreground
    self.background = background
    self.modifiers = modifiers
  }

  public static let standard = Style()

  public func adding(_ more: Modifiers) -> Style {
    Style(foreground: foreground, background: background, modifiers: modifiers.union(more))
  }

  /// This style's foreground and modifiers on another background.
  public func on(_ background: Color) -> Style {
    Style(foreground: foreground, background: background, modifiers: modifiers)
  }
}
