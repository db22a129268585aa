extension Settings {
  /// A setting as it is in force.
  package struct Entry: Hashable, Sendable {
    package let key: String
    /// As a TOML file writes it; nil for a setting that is left out and has no default.
    package let notation: String?
    package let origin: Origin

    /// Whether someone wrote it: false for a default.
    package var isSet: Bool { origin != .standard }
  }

  /// Every setting in the order of the reference, then the user's keys.
  package var entries: [Entry] {
    Setting.all.map { Entry(key: $0.key, notation: $0.notation(in: self), origin: origin(of: $0.key)) }
      + keyBindings.map {
        Entry(key: "keys.\($0.command)", notation: $0.keys.node?.notation, origin: $0.origin)
      }
  }
}
