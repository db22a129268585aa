/// What a cell of the screen stands for; a theme gives each role its style.
///
/// Names have dots, and a role without a style of its own takes that of its parent: `ui.statusline.inactive` →
/// `ui.statusline` → `ui`. The groups `article`, `health`, `chart` and `market` have `ui` as their
/// parent.
package struct ThemeRole: Sendable, CustomStringConvertible {
  /// As theme files write it.
  package let name: String
  /// What it is for, in one sentence.
  package let purpose: String

  /// Only the table in `ThemeRole+Table.swift` makes roles.
  init(_ name: String, _ purpose: String) {
    self.name = name
    self.purpose = purpose
  }

  /// The known role of that name; nil when there is none.
  package init?(named name: String) {
    guard let role = ThemeRole.byName[name] else { return nil }
    self = role
  }

  /// The role whose style this one falls back to; nil for `ui` itself.
  package var parent: ThemeRole? {
    if let dot = name.lastIndex(of: ".") { return ThemeRole(named: String(name[..<dot])) }
    return self == .ui ? nil : .ui
  }

  package var description: String { name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

extension ThemeRole: Hashable {
  package static func == (a: ThemeRole, b: ThemeRole) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
