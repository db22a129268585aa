/// How a theme draws a role apart from its colours.
public struct ThemeModifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = ThemeModifiers(rawValue: 1)
  public static let dim = ThemeModifiers(rawValue: 2)
  public static let italic = ThemeModifiers(rawValue: 4)
  public static let underline = ThemeModifiers(rawValue: 8)
  public static let reverse = ThemeModifiers(rawValue: 16)

  /// As theme files write them, in the order of their bits.
  public static let names = ["bold", "dim", "italic", "underline", "reverse"]

  /// The modifier of that name; nil when there is none.
  public init?(name: String) {
    guard let bit = ThemeModifiers.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt8(bit))
  }
}

/// The colours and modifiers of a role.
public struct ThemeStyle: Hashable, Sendable {
  public var foreground: ThemeColor
  public var background: ThemeColor
  public var modifiers: ThemeModifiers

  public init(
    foreground: ThemeColor = .standard, background: ThemeColor = .standard, modifiers: ThemeModifiers = []
  ) {
    self.foreground = foreground
    self.background = background
    self.modifiers = modifiers
  }
}
