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
      .unread: .init(modifiers: .bold), .activeHeader: .init(modifiers: .reverse),
      .focusedTitle: .init(modifiers: .bold), .hintKey: .init(modifiers: .bold),
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
