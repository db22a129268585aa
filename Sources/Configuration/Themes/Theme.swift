/// A theme with every role resolved.
package struct Theme: Hashable, Sendable {
  /// The name of its file without the ending.
  package let name: String
  private let styles: [ThemeRole: ThemeStyle]

  /// The style of a role; every role of `ThemeRole.all` has one.
  package func style(for role: ThemeRole) -> ThemeStyle { styles[role] ?? ThemeStyle() }

  /// The style of a role by its name; an unknown name takes that of the nearest known parent, at last that of `ui`.
  package func style(for name: String) -> ThemeStyle {
    var name = name[...]
    while true {
      if let role = ThemeRole(named: String(name)) { return style(for: role) }
      guard let dot = name.lastIndex(of: ".") else { return style(for: .ui) }
      name = name[..<dot]
    }
  }

  /// What the program draws with when no theme file can be found: the terminal's own colours, selection reversed.
  package static let plain = Theme(
    name: "plain",
    layers: [
      .ui: .init(), .selection: .init(modifiers: .reverse), .inactiveSelection: .init(modifiers: .underline),
      .activeHeader: .init(modifiers: .reverse), .focusedTitle: .init(modifiers: .bold),
      .hintKey: .init(modifiers: .bold),
      .errorToast: .init(modifiers: .reverse), .match: .init(modifiers: .underline), .cursor: .init(modifiers: .bold),
    ])

  /// A role's own part of its style; nil is what its parent has.
  struct Layer {
    var foreground: ThemeColor?
    var background: ThemeColor?
    var modifiers: ThemeModifiers = []
  }

  /// Resolves every role: what a layer leaves open, and a role without a layer, comes from the parent.
  init(name: String, layers: [ThemeRole: Layer]) {
    var styles: [ThemeRole: ThemeStyle] = [:]
    func resolve(_ role: ThemeRole) -> ThemeStyle {
      if let known = styles[role] { return known }
      let inherited = role.parent.map(resolve) ?? ThemeStyle()
      let style =
        layers[role].map { layer in
          ThemeStyle(
            foreground: layer.foreground ?? inherited.foreground,
            background: layer.background ?? inherited.background, modifiers: layer.modifiers)
        } ?? inherited
      styles[role] = style
      return style
    }
    for role in ThemeRole.all { _ = resolve(role) }
    self.name = name
    self.styles = styles
  }
}

extension Theme {
  /// Lays files over each other, the theme itself first and the one it inherits from last.
  ///
  /// A style of a file replaces that of the files behind it; so does a colour of its palette, also for the styles that
  /// they wrote: a variant of a theme may consist of a palette alone. A colour that cannot be read counts as left out.
  init(name: String, files: [ThemeFile], problems: inout [ConfigurationProblem]) {
    var palette: [String: ThemeColor] = [:]
    for file in files {
      for (name, entry) in file.palette where palette[name] == nil {
        if let color = ThemeColor(entry.text) {
          palette[name] = color
        } else {
          problems.append(ConfigurationProblem(.badColor(entry.text), key: entry.key, at: entry.origin))
        }
      }
    }

    func color(_ entry: ThemeFile.ColorEntry?) -> ThemeColor? {
      guard let entry else { return nil }
      if let color = palette[entry.text] ?? ThemeColor(entry.text) { return color }
      problems.append(ConfigurationProblem(.badColor(entry.text), key: entry.key, at: entry.origin))
      return nil
    }

    // From the back, so that a colour that cannot be read leaves what stands behind it.
    var layers: [ThemeRole: Layer] = [:]
    for file in files.reversed() {
      for (role, entry) in file.styles {
        let behind = layers[role]
        let foreground = color(entry.foreground)
        let background = color(entry.background)
        layers[role] = Layer(
          foreground: entry.foreground != nil ? foreground ?? behind?.foreground : nil,
          background: entry.background != nil ? background ?? behind?.background : nil,
          modifiers: entry.modifiers)
      }
    }
    self.init(name: name, layers: layers)
  }
}

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

/// A colour as a theme names it.
package enum ThemeColor: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's sixteen colours, 0 … 15.
  case ansi(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The names of the terminal's colours in the order of their numbers.
  package static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Reads `#rrggbb`, `default` or one of `ansiNames`; nil for anything else.
  package init?(_ text: String) {
    if text == "default" {
      self = .standard
    } else if let number = ThemeColor.ansiNames.firstIndex(of: text) {
      self = .ansi(UInt8(number))
    } else if let value = ThemeColor.hexadecimal(text) {
      self = .rgb(
        red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
        blue: UInt8(truncatingIfNeeded: value))
    } else {
      return nil
    }
  }

  private static func hexadecimal(_ text: String) -> UInt32? {
    let digits = text.utf8.dropFirst()
    // `UInt32(_:radix:)` would take a sign as well.
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.first != UInt8(ascii: "+") else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
