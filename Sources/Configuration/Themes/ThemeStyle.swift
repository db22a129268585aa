/// How a theme draws a role apart from its colours.
package struct ThemeModifiers: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = ThemeModifiers(rawValue: 1)
  package static let dim = ThemeModifiers(rawValue: 2)
  package static let italic = ThemeModifiers(rawValue: 4)
  package static let underline = ThemeModifiers(rawValue: 8)
  package static let reverse = ThemeModifiers(rawValue: 16)

  /// As theme files write them, in the order of their bits.
  package static let names = ["bold", "dim", "italic", "underline", "reverse"]

  /// The modifier of that name; nil when there is none.
  package init?(name: String) {
    guard let bit = ThemeModifiers.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: 1 << UInt8(bit))
  }
}

/// The colours and modifiers of a role.
package struct ThemeStyle: Hashable, Sendable {
  package var foreground: ThemeColor
  package var background: ThemeColor
  package var modifiers: ThemeModifiers

  package init(
    foreground: ThemeColor = .standard, background: ThemeColor = .standard, modifiers: ThemeModifiers = []
  ) {
    self.foreground = foreground
    self.background = background
    self.modifiers = modifiers
  }
}
